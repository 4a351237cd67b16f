#!/usr/bin/env python3
"""Runs vtlint and whatever peers are installed over the same folders and prints a table of ratios.

usage: Benchmarks/compare.py VTLINT [--rounds N] [--heavy] [--oracle ORACLE] FOLDER…

Every tool runs once in each round, one after the other, so that other work on the machine disturbs all alike. The
figures are processor time (user and system) of whole processes with the files in the page cache; ratios are taken
within each round, and their median is printed. Tools that are not installed are left out and said so. `--heavy` adds
those that take minutes.
"""
import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile


def swift_files(folders):
  for folder in folders:
    for place, inner, names in os.walk(folder):
      inner[:] = sorted(name for name in inner if not name.startswith("."))
      yield from (os.path.join(place, name) for name in sorted(names) if name.endswith(".swift"))


def run(command, stdin=None):
  """Seconds of processor time, and of the clock, of one command with its children."""
  before = resource.getrusage(resource.RUSAGE_CHILDREN)
  start = os.times().elapsed
  source = open(stdin, "rb") if stdin else subprocess.DEVNULL
  subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
  elapsed = os.times().elapsed - start
  after = resource.getrusage(resource.RUSAGE_CHILDREN)
  return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, elapsed


def tools(arguments, folders, lists, scratch):
  """(name, command, standard input): the first is what all others are compared with."""
  vtlint = [arguments.vtlint, "--no-config", "--no-progress", "--fail-level", "never", "--format", "json"]
  found = [("vtlint, 1 thread", vtlint + ["--jobs", "1"] + folders, None)]
  found.append(("vtlint, 2 threads", vtlint + ["--jobs", "2"] + folders, None))
  found.append(("cat > /dev/null", ["xargs", "-0", "cat"], lists["nul"]))
  found.append(("find", ["find", *folders, "-name", "*.swift"], None))
  if arguments.oracle:
    found.append(("swift-syntax, bare parse", [arguments.oracle, "--parse-only", *folders], None))
  optional = [
    ("swiftc -frontend -parse", "swiftc", ["-frontend", "-parse", "-filelist", lists["lines"]], False),
    ("swift-format lint", "swift-format", ["lint", "-r", *folders], True),
    ("swiftlint, default rules, no cache", "swiftlint", ["lint", "--quiet", "--no-cache", *folders], True),
    ("ast-grep, two rules, 1 thread", "ast-grep", ["scan", "-j", "1", "-r", rules(scratch), *folders], False),
  ]
  for name, program, options, is_heavy in optional:
    if is_heavy and not arguments.heavy:
      print(f"left out without --heavy: {name}", file=sys.stderr)
    elif shutil.which(program) is None:
      print(f"not installed: {program}", file=sys.stderr)
    else:
      found.append((name, [program, *options], None))
  return found


def rules(scratch):
  path = os.path.join(scratch, "rules.yml")
  with open(path, "w", encoding="utf-8") as file:
    for name, pattern in [("again", "await $T.value"), ("resumed", "$C.resume($$$)")]:
      file.write(f"id: {name}\nlanguage: Swift\nrule:\n  pattern: {pattern}\n---\n")
  return path


def main():
  parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
  parser.add_argument("vtlint")
  parser.add_argument("folders", nargs="+")
  parser.add_argument("--rounds", type=int, default=5)
  parser.add_argument("--heavy", action="store_true")
  parser.add_argument("--oracle", help="the oracle of Tests/Oracle, for the bare parse of swift-syntax")
  arguments = parser.parse_args()
  files = list(swift_files(arguments.folders))
  size = sum(os.path.getsize(file) for file in files)
  print(f"{len(files)} files, {size / 1e6:.1f} MB, {arguments.rounds} rounds")
  with tempfile.TemporaryDirectory() as scratch:
    lists = {"nul": os.path.join(scratch, "nul"), "lines": os.path.join(scratch, "lines")}
    for name, separator in [("nul", "\0"), ("lines", "\n")]:
      with open(lists[name], "w", encoding="utf-8") as file:
        file.write("".join(path + separator for path in files))
    compared = tools(arguments, arguments.folders, lists, scratch)
    times = {name: [] for name, _, _ in compared}
    for round_number in range(arguments.rounds + 1):
      for name, command, stdin in compared:
        measured = run(command, stdin)
        # The first round only fills the page cache.
        if round_number > 0:
          times[name].append(measured)
  own = [cpu for cpu, _ in times[compared[0][0]]]
  print("| tool | cpu s | wall s | MB per cpu s | cpu of the tool / cpu of vtlint |\n|---|---|---|---|---|")
  for name, measured in times.items():
    cpu = statistics.median(cpu for cpu, _ in measured)
    wall = statistics.median(wall for _, wall in measured)
    ratio = statistics.median(other / max(mine, 1e-6) for (other, _), mine in zip(measured, own))
    print(f"| {name} | {cpu:.3f} | {wall:.3f} | {size / 1e6 / max(cpu, 1e-6):.0f} | {ratio:.2f} |")


main()
