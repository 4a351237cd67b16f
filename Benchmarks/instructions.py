#!/usr/bin/env python3
"""Counts the instructions that vtlint spends on each byte of some folders, and compares with what is recorded.

usage: Benchmarks/instructions.py VTLINT NAME FOLDER…            (fails at 10 % more than recorded)
       Benchmarks/instructions.py VTLINT NAME --record FOLDER…   (records the figure)

Instructions, unlike seconds, do not depend on what else the machine does; two runs differ by less than a hundredth, because
Swift seeds its hashes anew each time. Needs valgrind and strip. The figures stand in Benchmarks/instructions.txt.
"""
import os
import re
import subprocess
import sys
import tempfile

RECORD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "instructions.txt")
ALLOWED = 1.10


def byte_count(folders):
  return sum(
    os.path.getsize(os.path.join(place, name))
    for folder in folders for place, _, names in os.walk(folder) for name in names if name.endswith(".swift"))


def instructions(vtlint, folders):
  with tempfile.TemporaryDirectory() as scratch:
    # valgrind cannot read the debug information of Swift.
    program = os.path.join(scratch, "vtlint")
    subprocess.run(["strip", "-g", "-o", program, vtlint], check=True)
    command = [
      "valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={scratch}/out", program, "--no-config",
      "--no-progress", "--jobs", "1", "--fail-level", "never", "--format", "json", *folders]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
  found = re.search(r"I +refs: +([\d,]+)", done.stderr)
  if not found:
    sys.exit("valgrind did not count:\n" + done.stderr)
  return int(found.group(1).replace(",", ""))


def main():
  arguments = [argument for argument in sys.argv[1:] if argument != "--record"]
  if len(arguments) < 3:
    sys.exit(__doc__)
  vtlint, name, *folders = arguments
  size = byte_count(folders)
  counted = instructions(vtlint, folders) / size
  recorded = {}
  if os.path.exists(RECORD):
    with open(RECORD, encoding="utf-8") as file:
      recorded = dict(line.split() for line in file)
  print(f"{name}: {size / 1e6:.1f} MB, {counted:.0f} instructions per byte, recorded {recorded.get(name, 'nothing')}")
  if "--record" in sys.argv:
    recorded[name] = f"{counted:.0f}"
    with open(RECORD, "w", encoding="utf-8") as file:
      file.writelines(f"{key} {value}\n" for key, value in sorted(recorded.items()))
  elif name not in recorded:
    sys.exit(f"nothing is recorded for {name}")
  elif counted > float(recorded[name]) * ALLOWED:
    sys.exit(f"more than {ALLOWED:.2f} times what is recorded: find out why, or record it with a reason")


main()
