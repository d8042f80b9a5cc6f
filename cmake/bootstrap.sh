#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
#
# From a fresh Debian 12 to running programs. See usage() below.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
log=$build/bootstrap.log

build_packages=(g++ cmake ninja-build ccache ca-certificates
  qt6-base-dev qt6-svg-dev qt6-websockets-dev qt6-httpserver-dev qtkeychain-qt6-dev qt6-l10n-tools
  libssl-dev nlohmann-json3-dev libsimdjson-dev libgtest-dev libgmock-dev
  libqt6svg6 fonts-dejavu-core)
run_packages=(libsecret-1-0 qt6-translations-l10n)
test_packages=(libsecret-1-0 dbus-daemon gnome-keyring xvfb openbox xdotool at-spi2-core strace
  qt6-translations-l10n)
bench_packages=(libbenchmark-dev python3 xvfb openbox xdotool)
wayland_packages=(qt6-wayland)
lint_packages=(clang-format clang-tidy python3 groff-base desktop-file-utils appstream)
coverage_packages=(gcovr)
fuzz_packages=(clang-14 libclang-rt-14-dev)

usage() {
  cat <<'TEXT'
usage: cmake/bootstrap.sh run [-- ARGUMENTS...] | test [PRESET] | build | bench [--quick] | lint | coverage | fuzz [SECONDS]

  run       build, then open the monitor on its built-in demo server; ARGUMENTS go to attune-watch.
            Without a display the same demo runs for 10 seconds off screen and leaves a screenshot.
  test      build everything and run all tests; PRESET is release, asan or another one of CMakePresets.json
  build     build the programs into build/bin
  bench     measure the parts and the whole program: an hour, or ten rough minutes with --quick. A table with
            goals and limits goes to the terminal, everything as JSON to build/bench.json
  lint      check the sources: format, clang-tidy, project rules
  coverage  measure the line coverage of the libraries
  fuzz      let libFuzzer loose on every reader of foreign bytes, for SECONDS each (60)

Missing Debian packages are installed first (as root, or with sudo).
TEXT
}

say() { printf 'bootstrap: %s\n' "$*"; }
fail() { printf 'bootstrap: %s\n' "$*" >&2; exit 1; }

is_debian12() {
  [[ -r /etc/os-release ]] && (. /etc/os-release && [[ ${ID:-} == debian && ${VERSION_ID:-} == 12 ]])
}

# Runs a command and shows what it says only when it fails.
quietly() {
  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 100 "$log" >&2
    fail "failed: $* (everything is in $log)"
  fi
}

require_debian12() {
  is_debian12 && return
  {
    echo "bootstrap: this is not Debian 12, so nothing was installed. What Debian calls the packages needed:"
    printf '  %s\n' "$@"
    echo "With their like installed, build with: cmake --preset release && cmake --build --preset release"
  } >&2
  exit 2
}

install_missing() {
  local package missing=()
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
  done
  [[ ${#missing[@]} -gt 0 ]] || return 0
  local as_root=()
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || fail "these packages are missing and neither root nor sudo is at hand: ${missing[*]}"
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  quietly "${as_root[@]}" update
  quietly "${as_root[@]}" install --yes --no-install-recommends "${missing[@]}"
}

configure() {
  say "configuring ($1)"
  quietly cmake --preset "$1"
}

build_target() {
  say "building ($1)"
  if [[ -t 1 ]]; then
    cmake --build --preset "$1" "${@:2}" # a terminal gets the one line of progress that ninja rewrites
  else
    quietly cmake --build --preset "$1" "${@:2}"
  fi
}

run_on_display() {
  say "starting the monitor on its demo server"
  exec "$build/bin/attune-watch" --demo "$@"
}

run_off_screen() {
  local picture=$build/demo.png stats=$build/demo-stats.jsonl status=0
  rm -f "$picture" "$stats"
  say "no display: running the demo off screen for 10 seconds"
  QT_QPA_PLATFORM=offscreen timeout --kill-after=5 90 "$build/bin/attune-watch" --demo \
    --screenshot "$picture" --after 10 --stats "$stats" "$@" >"$log" 2>&1 || status=$?
  if [[ $status -ne 0 || ! -s $picture || ! -s $stats ]]; then
    tail -n 100 "$log" >&2
    fail "the demo failed (exit code $status)"
  fi
  echo "screenshot: $picture"
  echo "statistics: $(tail -n 1 "$stats")"
}

run_demo() {
  if [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    run_on_display "$@"
  else
    run_off_screen "$@"
  fi
}

run_benchmarks() {
  say "measuring the parts"
  QT_QPA_PLATFORM=offscreen quietly "$build/bench/bin/attune_bench" \
    --benchmark_out="$build/bench-parts.json" --benchmark_out_format=json
  say "measuring the whole program in a window of its own"
  python3 tests/bench/whole/whole.py --bin "$build/bench/bin" --out "$build/bench-whole.json" "$@"
  python3 tests/bench/report.py "$build/bench-parts.json" "$build/bench-whole.json" >"$build/bench.json"
  echo "figures: $build/bench.json"
}

fuzz_all() {
  local target name scratch
  for target in "$build"/fuzz/tests/fuzz_*; do
    name=${target##*/fuzz_}
    scratch=$build/fuzz/found/$name
    mkdir -p "$scratch" "tests/data/fuzz/$name"
    say "fuzzing: $name, for $1 s"
    quietly env QT_LOGGING_RULES='*=false' "$target" -max_total_time="$1" -max_len=65536 -timeout=5 -rss_limit_mb=2048 \
      -artifact_prefix="$scratch/" "$scratch" "tests/data/fuzz/$name"
    grep -E '^(Done|stat::number_of)' "$log" || true
  done
}

usage_error() { usage >&2; exit 2; }

verb=${1:-}
[[ $# -eq 0 ]] || shift
case $verb in
  run)
    [[ $# -eq 0 || $1 == -- ]] || usage_error
    [[ $# -eq 0 ]] || shift
    ;;
  test) [[ $# -le 1 ]] || usage_error ;;
  fuzz) [[ $# -eq 0 || ( $# -eq 1 && $1 =~ ^[0-9]+$ ) ]] || usage_error ;;
  bench) [[ $# -eq 0 || ( $# -eq 1 && $1 == --quick ) ]] || usage_error ;;
  build | lint | coverage) [[ $# -eq 0 ]] || usage_error ;;
  --help | -h) usage; exit 0 ;;
  *) usage_error ;;
esac

packages=("${build_packages[@]}")
case $verb in
  run)
    packages+=("${run_packages[@]}")
    [[ -n ${DISPLAY:-} || -z ${WAYLAND_DISPLAY:-} ]] || packages+=("${wayland_packages[@]}")
    ;;
  test) packages+=("${test_packages[@]}") ;;
  bench) packages+=("${run_packages[@]}" "${bench_packages[@]}") ;;
  lint) packages+=("${lint_packages[@]}") ;;
  coverage) packages+=("${coverage_packages[@]}") ;;
  fuzz) packages+=("${fuzz_packages[@]}") ;;
esac

require_debian12 "${packages[@]}"
cd "$root"
mkdir -p "$build"
install_missing "${packages[@]}"

case $verb in
  run | build)
    configure release
    build_target release --target programs
    if [[ $verb == run ]]; then run_demo "$@"; else say "the programs are in build/bin"; fi
    ;;
  test)
    preset=${1:-release}
    configure "$preset"
    build_target "$preset"
    say "testing ($preset)"
    exec ctest --preset "$preset" --no-tests=error
    ;;
  bench)
    configure bench
    build_target bench
    run_benchmarks "$@"
    ;;
  lint) exec cmake/lint/lint.sh ;;
  coverage) exec cmake/coverage.sh ;;
  fuzz)
    configure fuzz
    build_target fuzz
    fuzz_all "${1:-60}"
    ;;
esac
