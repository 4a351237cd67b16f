#!/bin/sh
# Builds vtlint for release and runs it on the hostile texts of cases.py. The one command for CI (slice) and for all.
# usage, anywhere: Tests/Hostile/run.sh slice|all [OPTION OF run.py…]
set -eu
which=${1:?usage: Tests/Hostile/run.sh slice|all [OPTION OF run.py…]}
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
swift build --package-path "$root" -c release --product vtlint
case $which in
  # How long a text takes says little on a machine that others use, too.
  slice) set -- --every 12 --any-time "$@" ;;
  all) ;;
  *) echo "slice or all" >&2; exit 2 ;;
esac
exec python3 "$here/run.py" "$root/.build/release/vtlint" "$@"
