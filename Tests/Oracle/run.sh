#!/bin/sh
# Builds vtlint-dev and the oracle, checks out packages and compares them and our own sources. The one command for CI (slice) and for all.
# usage, anywhere: Tests/Oracle/run.sh slice|all|snippets [ORACLE OPTION…]
set -eu
which=${1:?usage: Tests/Oracle/run.sh slice|all|snippets [ORACLE OPTION…]}
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=$root/.build
oracle=$scratch/oracle/release/oracle
swift build --package-path "$root" -c release --product vtlint-dev
swift build --package-path "$here" --scratch-path "$scratch/oracle" -c release --product oracle
if [ "$which" = snippets ]; then
  tests=$("$here/corpora.sh" all "$scratch/corpora" | grep /swift-syntax-)/Tests
  "$oracle" --snippets "$scratch/snippets" "$tests"
  set -- --valid-only --except "$here/excluded.txt" "$scratch/snippets" "$@"
else
  "$here/corpora.sh" "$which" "$scratch/corpora" >"$scratch/corpora-$which.txt"
  set -- --list "$scratch/corpora-$which.txt" "$root/Sources" "$root/Tests" "$root/Fixtures/parser/ok" "$@"
fi
exec "$oracle" --vtlint-dev "$scratch/release/vtlint-dev" "$@"
