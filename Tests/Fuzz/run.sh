#!/bin/sh
# Builds the fuzzer with its instruments and runs it; what it finds stays in .build/fuzz/findings.
# usage, anywhere: Tests/Fuzz/run.sh TARGET|all|replay|prefixes [libFuzzer OPTION…]
#   TARGET  syntax, analysis, editorconfig, catalogue or paths, until -runs=… or -max_total_time=… end it
#   all     each of them in turn, 60 seconds each if nothing else is said
#   replay  runs the fixtures, and what was found once (Tests/Fuzz/Findings), once each
#   prefixes  lints every prefix of every fixture
# With VTLINT_FUZZ_ADDRESS=no there is no address sanitizer: four times as many executions, and traps are found all the same.
set -eu
which=${1:?usage: Tests/Fuzz/run.sh TARGET|all|replay|prefixes [libFuzzer OPTION…]}
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${VTLINT_FUZZ_WORK:-$root/.build/fuzz}
mkdir -p "$work/findings"
build=$work/address
sanitize="--sanitize address"
if [ "${VTLINT_FUZZ_ADDRESS:-yes}" = no ]; then
  build=$work/plain
  sanitize=
fi
# Optimised, with assertions, and every module instrumented. gold cannot read the tables of the instruments, lld can.
# shellcheck disable=SC2086
swift build --package-path "$here" --scratch-path "$build" -c release --product fuzz $sanitize \
  -Xswiftc -sanitize=fuzzer -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp \
  -Xswiftc -enable-testing -Xswiftc -assert-config -Xswiftc Debug -Xswiftc -use-ld=lld >"$build.log" 2>&1 || {
  cat "$build.log" >&2
  exit 2
}
fuzz=$build/release/fuzz
# A trap would otherwise wait for the runtime's debugger; stacks of allocations and a long memory of freed ones cost half the
# speed.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=malloc_context_size=1:quarantine_size_mb=16:detect_leaks=0
ulimit -c 0
# Texts are parsed on the first thread here, which has as deep a stack as those of vtlint.
ulimit -s 524288
"$fuzz" dictionary >"$work/dictionary"

run() {
  target=$1
  shift
  mkdir -p "$work/corpus/$target"
  [ -d "$work/seeds/$target" ] || "$fuzz" seeds "$target" "$root" "$work/seeds/$target"
  found=$here/Findings/$target
  [ -d "$found" ] || found=
  "$fuzz" "$target" -max_len=2048 -timeout=20 -rss_limit_mb=3000 -dict="$work/dictionary" -print_final_stats=1 \
    -print_funcs=0 -artifact_prefix="$work/findings/$target-" "$@" "$work/corpus/$target" "$work/seeds/$target" $found
}

targets="syntax analysis editorconfig catalogue paths"
case $which in
  all) for target in $targets; do run "$target" -max_total_time=60 "$@"; done ;;
  prefixes) "$fuzz" prefixes "$root" ;;
  replay) for target in $targets; do run "$target" -runs=0 "$@"; done ;;
  *) run "$which" "$@" ;;
esac
