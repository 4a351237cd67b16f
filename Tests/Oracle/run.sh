#!/bin/sh
# Builds vtlint-dev and the oracle, checks out the packages and compares. The one command for CI (slice) and for all.
# usage, at the repository's root: Tests/Oracle/run.sh slice|all [ORACLE OPTION…]
set -eu
which=${1:?usage: Tests/Oracle/run.sh slice|all [ORACLE OPTION…]}
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=$root/.build
swift build --package-path "$root" -c release --product vtlint-dev
swift build --package-path "$here" --scratch-path "$scratch/oracle" -c release --product oracle
"$here/corpora.sh" "$which" "$scratch/corpora" >"$scratch/corpora-$which.txt"
"$scratch/oracle/release/oracle" --vtlint-dev "$scratch/release/vtlint-dev" --list "$scratch/corpora-$which.txt" "$@"
