#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# Builds the coverage preset, runs the tests and prints the line coverage of each library below the windows. Fails when
# one is under the limit. cmake/bootstrap.sh coverage installs the tools.
#
# usage: cmake/coverage.sh [LIMIT in percent, 90 by default]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
limit=${1:-90}
build=build/coverage
mkdir -p build

quietly() { "$@" >build/coverage.log 2>&1 || { tail -n 100 build/coverage.log; exit 1; }; }

quietly cmake --preset coverage
echo "coverage: building"
quietly cmake --build --preset coverage
find $build -name '*.gcda' -delete # counts of earlier runs would add up
echo "coverage: testing"
ctest --preset coverage --no-tests=error -LE '^(lint|long)$'

gcovr --root . --object-directory $build --filter '(src|include/attune)/(core|net|session|models)/' \
  --exclude-throw-branches --json $build/coverage.json -j "$(nproc)" $build

status=0
for library in core net session models; do
  gcovr --root . --add-tracefile $build/coverage.json --filter "(src|include/attune)/$library/" \
    --txt $build/$library.txt --fail-under-line "$limit" 2>/dev/null || status=1
  printf 'coverage: %-8s %s\n' $library "$(awk '/^TOTAL/ {print $NF " of " $2 " lines"}' $build/$library.txt)"
done
gcovr --root . --add-tracefile $build/coverage.json --html-details $build/index.html >/dev/null
echo "coverage: every line in $build/index.html"
[[ $status -eq 0 ]] || echo "coverage: under $limit %"
exit $status
