#!/usr/bin/env python3
"""Edits copies of packages at random and holds each report of a run with a cache against that of a run without one.

    edits.py VTLINT [--edits N] [--seed S] FOLDER…

Each edit changes one to three lines or words of one to three files; edits stay, so that files drift from what they were.
Prints what a run with the cache took of a run without one: the mean, and how many took less than half."""
import argparse
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile

WORD = re.compile(rb"\b[A-Za-z_]\w*\b")
# What has to do with one-shot values is edited as often as all else together.
OF_INTEREST = re.compile(rb"Promise|Continuation|AsyncSequence|completion")


def lint(vtlint, folder, *options):
    """(stdout, stderr, processor seconds)"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        [vtlint, "lint", "--quiet", "--no-config", "--jobs", "1", "--format", "json", *options, "."],
        cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode not in (0, 1):
        sys.exit(f"exit status {run.returncode}: {run.stderr.decode(errors='replace')[:500]}")
    return run.stdout, run.stderr, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Editor:
    """Edits files as people do: lines come, go, move and are repeated; words are replaced by others."""

    def __init__(self, folder, seed):
        self.random = random.Random(seed)
        self.files = sorted(folder.rglob("*.swift"))
        self.texts = {file: file.read_bytes() for file in self.files}
        self.interesting = [file for file in self.files if OF_INTEREST.search(self.texts[file])] or self.files
        self.count = 0

    def edit(self):
        choice = self.random.choice
        for _ in range(choice([1, 1, 1, 2, 3])):
            file = choice(choice([self.files, self.interesting]))
            lines = file.read_bytes().split(b"\n")
            for _ in range(choice([1, 1, 2])):
                getattr(self, choice(["comment", "remove", "repeat", "move", "replace", "declare", "name", "restore"]))(file, lines)
            file.write_bytes(b"\n".join(lines))
            self.count += 1

    def place(self, lines):
        return self.random.randrange(len(lines) + 1)

    def comment(self, _, lines):
        lines.insert(self.place(lines), b"// %d" % self.count)

    def remove(self, _, lines):
        del lines[self.place(lines):][:1]

    def repeat(self, _, lines):
        place = self.place(lines)
        lines[place:place] = lines[place:place + 1]

    def move(self, _, lines):
        if lines:
            lines.insert(self.place(lines), lines.pop(self.random.randrange(len(lines))))

    def replace(self, file, lines):
        place = self.place(lines)
        words = WORD.findall(b"\n".join(lines[place:place + 1]))
        if words:
            other = self.random.choice(WORD.findall(self.texts[file]))
            lines[place] = lines[place].replace(self.random.choice(words), other, 1)

    def declare(self, _, lines):
        lines.append(self.random.choice([
            b"func added%d() -> Int { 1 }",
            b"func added%d(_ c: CheckedContinuation<Int, Never>) { if Bool.random() { c.resume(returning: 1) } }",
            b"struct Added%d { var count = 0 }"]) % self.count)

    def name(self, _, lines):
        words = WORD.findall(self.texts[self.random.choice(self.files)])
        if words:
            lines.insert(self.place(lines), b"_ = " + self.random.choice(words))

    def restore(self, file, lines):
        lines[:] = self.texts[file].split(b"\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("vtlint", type=lambda text: str(pathlib.Path(text).resolve()))
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--edits", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        sources, cache = pathlib.Path(temporary) / "sources", pathlib.Path(temporary) / "cache"
        for folder in arguments.folders:
            shutil.copytree(folder, sources / folder.resolve().name, symlinks=True, ignore=shutil.ignore_patterns(".git"))
        editor = Editor(sources, arguments.seed)
        with_cache = ["--cache-path", str(cache)]
        lint(arguments.vtlint, sources, *with_cache)
        different, ratios = 0, []
        for number in range(arguments.edits):
            editor.edit()
            plain = lint(arguments.vtlint, sources)
            cached = lint(arguments.vtlint, sources, *with_cache)
            ratios.append(cached[2] / plain[2])
            if plain[:2] != cached[:2]:
                different += 1
                print(f"edit {number}: the reports differ ({len(plain[0])} and {len(cached[0])} bytes)")
        cheap = sum(ratio < 0.5 for ratio in ratios)
        print(f"{len(ratios)} edits, {different} different; {cheap} took less than half, the mean {sum(ratios) / len(ratios):.2f}")
        sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
