#!/usr/bin/env python3
"""Cuts every Swift file of some folders at a random place and lints what is left, as if each of them were half written.

A folder is one run, so that the halves meet one another. A run fails when a signal ends it, when the exit status is none of 0, 1
and 2, or when it works for more than two minutes. The same seed cuts at the same places."""
import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile

from run import limits

SECONDS = 120


def cut(folder, into, choice):
    """Writes the first part of every file; how many there are, and their bytes."""
    count = size = 0
    for file in sorted(folder.rglob("*.swift")):
        if not file.is_file() or file.is_symlink():
            continue
        text = file.read_bytes()
        text = text[: choice.randrange(len(text) + 1)]
        place = into / file.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text)
        count += 1
        size += len(text)
    return count, size


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("vtlint", help="the command")
    options.add_argument("folders", nargs="+", type=pathlib.Path)
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    files = size = failed = 0
    for round in range(options.rounds):
        for folder in options.folders:
            with tempfile.TemporaryDirectory() as place:
                seed = f"{options.seed + round} {folder.name}"
                found, bytes = cut(folder, pathlib.Path(place), random.Random(seed))
                files += found
                size += bytes
                command = [options.vtlint, "lint", "--quiet", "--no-config", "--format", "sarif", place]
                try:
                    status = subprocess.run(
                        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS, preexec_fn=limits,
                        env=dict(os.environ, SWIFT_BACKTRACE="enable=no")).returncode
                except subprocess.TimeoutExpired:
                    status = "no end"
                if status not in (0, 1, 2):
                    failed += 1
                    print(f"{folder.name}, seed {options.seed + round}: {status}", flush=True)
    print(f"{files} files cut at random places, {size / 1e6:.0f} MB: {failed} of the runs failed")
    return 1 if failed or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
