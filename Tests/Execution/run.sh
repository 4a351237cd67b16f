#!/bin/sh
# Executes generated functions and holds vtlint's findings against what happened. The one command for CI (slice) and for all.
# usage, anywhere: Tests/Execution/run.sh slice|all [EXECUTION OPTION…]
set -eu
which=${1:?usage: Tests/Execution/run.sh slice|all [EXECUTION OPTION…]}
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=$root/.build
swift build --package-path "$root" -c release --product vtlint
swift build --package-path "$here" --scratch-path "$scratch/execution" -c release --product execution
case $which in
  slice) set -- --functions 300 "$@" ;;
  all) set -- --functions 10000 "$@" ;;
  *) echo "slice or all" >&2; exit 2 ;;
esac
exec "$scratch/execution/release/execution" --vtlint "$scratch/release/vtlint" "$@"
