#!/bin/sh
# Checks out the packages of corpora.txt and prints the folder of each, for `oracle $(corpora.sh slice)`.
# usage: corpora.sh slice|all [FOLDER]    (default folder: .build/corpora below the current one)
set -eu
which=${1:?usage: corpora.sh slice|all [FOLDER]}
list=$(dirname "$0")/corpora.txt
folder=${2:-.build/corpora}
mkdir -p "$folder"
while read -r set package version; do
  [ "$which" = all ] || [ "$set" = "$which" ] || continue
  target=$folder/$(basename "$package")-$version
  if [ ! -d "$target" ]; then
    git -c advice.detachedHead=false clone --quiet --depth 1 --branch "$version" \
      "https://github.com/$package" "$target.part" >&2
    mv "$target.part" "$target"
  fi
  echo "$target"
done <"$list"
