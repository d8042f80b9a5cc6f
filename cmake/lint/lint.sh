#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# Everything that is checked without running the program: format, project rules, manual pages and desktop files,
# clang-tidy. Goes on after a finding and fails at the end. cmake/bootstrap.sh lint installs the tools.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p build
failed=()

check() {
  local name=$1
  shift
  echo "lint: $name"
  "$@" || failed+=("$name")
}

format() {
  find src include tests \( -name '*.h' -o -name '*.cpp' \) -print0 |
    xargs -0 -n 20 -P "$(nproc)" clang-format --dry-run -Werror --ferror-limit=3
}

rules() {
  local rule status=0 qt_include
  qt_include=$(qmake6 -query QT_INSTALL_HEADERS)
  for rule in cmake/lint/Check{Layering,Spdx,Sizes,Connects,TopLevel,Words,Sleeps,Verification,Translations}.cmake; do
    cmake -D ROOT="$PWD" -D QT_INCLUDE="$qt_include" -P "$rule" >/dev/null || status=1
  done
  return $status
}

manuals() {
  local page complaints status=0
  for page in resources/man/*.1; do
    complaints=$(groff -man -Tutf8 -ww -z "$page" 2>&1)
    [[ -z $complaints ]] || { printf '%s\n' "$complaints"; status=1; }
  done
  return $status
}

desktop() {
  desktop-file-validate resources/linux/*.desktop && appstreamcli validate --no-net resources/linux/*.metainfo.xml
}

tidy() {
  cmake --preset lint >build/lint.log 2>&1 || { tail -n 50 build/lint.log; return 1; }
  python3 cmake/lint/tidy.py build/lint
}

# ATTUNE_LINT picks a part: quick (seconds), tidy (minutes), all.
part=${ATTUNE_LINT:-all}
if [[ $part != tidy ]]; then
  check "format" format
  check "project rules" rules
  check "manual pages" manuals
  check "desktop files" desktop
fi
[[ $part == quick ]] || check "clang-tidy" tidy

if [[ ${#failed[@]} -gt 0 ]]; then
  printf 'lint: failed: %s\n' "${failed[@]}"
  exit 1
fi
echo "lint: nothing found"
