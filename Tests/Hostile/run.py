#!/usr/bin/env python3
"""Runs vtlint on hostile texts and holds time, memory and exit status against what docs/RELIABILITY.md promises.

Every text is linted at half and at full size, together with the reference API of the fixtures, on one thread. A case
fails when a signal ends the process or the exit status is none of 0, 1 and 2; when twice the text takes more than 2.5 times
the time; when memory exceeds four times the input plus 100 MB; or when the processor works for more than 30 seconds."""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

from cases import all_cases

ROOT = pathlib.Path(__file__).resolve().parents[2]
API = ROOT / "Fixtures/rules/Support/ReferenceAPI.swift"
SECONDS = 30
GROWTH = 2.5
# Below this time, in seconds, what the machine does besides is larger than the growth that is looked for.
MEASURABLE = 0.25


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(vtlint, file):
    """(exit status, processor seconds, peak of memory in bytes); a negative status is a signal."""
    command = [vtlint, "lint", "--quiet", "--no-config", "--jobs", "1", "--format", "sarif", str(file), str(API)]
    environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limits, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def defects(vtlint, file, make, size, any_time):
    """What is wrong with a case, the seconds it takes, its peak of memory and its bytes."""
    half, whole = make(size // 2), make(size)
    results = []
    for text in (whole,) if any_time else (half, whole):
        file.write_bytes(text)
        results.append(run(vtlint, file))
    _, seconds, memory = results[-1]
    wrong = []
    for part, result in zip(("", "half of it: "), reversed(results)):
        if result[0] == -24 or result[1] >= SECONDS:
            wrong.append(f"{part}more than {SECONDS} s")
        elif result[0] not in (0, 1, 2):
            wrong.append(f"{part}ended by {result[0]}")
    bound = 4 * (len(whole) + API.stat().st_size) + 100_000_000
    if memory > bound:
        wrong.append(f"{memory / 1e6:.0f} MB of memory, {bound / 1e6:.0f} allowed")
    if not wrong and not any_time and seconds > MEASURABLE:
        first = results[0][1]
        growth = GROWTH * len(whole) / (2 * len(half))
        for _ in range(3):
            if seconds <= growth * first or seconds > 2 * growth * first:
                break
            # Others work on this machine, too: the best of several runs counts.
            seconds = min(seconds, run(vtlint, file)[1])
            file.write_bytes(half)
            first = max(min(first, run(vtlint, file)[1]), 0.001)
            file.write_bytes(whole)
        if seconds > growth * first:
            wrong.append(f"{first:.2f} s for half of it, {seconds:.2f} s for all")
    return wrong, seconds, memory, len(whole)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("vtlint", help="the command, built for release")
    options.add_argument("--only", default="", help="the cases whose name contains this")
    options.add_argument("--every", type=int, default=1, help="one case of so many, the large files left out")
    options.add_argument("--any-time", action="store_true", help="no comparison with half of the text; %s s are a hang" % SECONDS)
    options.add_argument("--from", dest="start", default="", help="leaves out the cases before this one")
    options.add_argument("--list", action="store_true", help="prints every case with its figures")
    options.add_argument("--keep", type=pathlib.Path, help="keeps the texts of failing cases in this folder")
    options = options.parse_args()
    count = failed = 0
    total = slowest = largest = 0
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "hostile.swift"
        for number, (name, size, make) in enumerate(all_cases()):
            if options.every > 1 and (number % options.every or size > 2_000_000):
                continue
            if name == options.start:
                options.start = ""
            if options.start or options.only not in name:
                continue
            wrong, seconds, memory, length = defects(options.vtlint, file, make, size, options.any_time)
            count += 1
            total += length
            slowest = max(slowest, seconds)
            largest = max(largest, memory)
            if options.list or wrong:
                print(f"{name}: {length / 1e6:.1f} MB, {seconds:.2f} s, {memory / 1e6:.0f} MB of memory", flush=True)
            if wrong:
                failed += 1
                print(f"  FAILED: {'; '.join(wrong)}", flush=True)
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    (options.keep / f"{name.replace(' ', '-').replace('/', '-')}.swift").write_bytes(make(size))
    print(
        f"{count} hostile texts, {total / 1e6:.0f} MB: {failed} failed;"
        f" the slowest took {slowest:.1f} s, the largest {largest / 1e6:.0f} MB of memory")
    return 1 if failed or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
