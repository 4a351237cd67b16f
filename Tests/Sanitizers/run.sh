#!/bin/sh
# Builds and runs the whole test suite under a sanitizer; the command that CommandTests start is built with it, too.
# usage, anywhere: Tests/Sanitizers/run.sh address|thread [SWIFT TEST OPTION…]
set -eu
which=${1:?usage: Tests/Sanitizers/run.sh address|thread [SWIFT TEST OPTION…]}
shift
root=$(cd "$(dirname "$0")/../.." && pwd)
case $which in
  # Swift's own globals are never freed, and stacks of tests are small for the frames of this sanitizer.
  address) export ASAN_OPTIONS=detect_leaks=0 ;;
  # This one keeps marks in a file of its own, which the limit that one test sets for files cuts short.
  thread)
    export TSAN_OPTIONS=halt_on_error=1
    set -- --skip aLimitOnTheSizeOfFilesIsStatusTwo "$@"
    ;;
  *) echo "address or thread" >&2; exit 2 ;;
esac
cd "$root"
swift build --build-tests --sanitize="$which" --scratch-path ".build/$which"
exec swift test --skip-build --sanitize="$which" --scratch-path ".build/$which" "$@"
