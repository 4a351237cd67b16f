"""Holds files against their JSON Schemas with a validator that is not ours.

    check.py REPORT.sarif...

SARIF reports against the schema of the standard; rules.yaml, the examples of docs/CATALOGUE.md and
Fixtures/catalogue/mistakes.txt against docs/rules.schema.json. Needs jsonschema and PyYAML; .ci/run installs them.
"""

import json
import pathlib
import re
import sys

import jsonschema
import yaml

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
failures = 0


def validator(path, kind):
    schema = json.loads(path.read_text())
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def expect(condition, words):
    global failures
    if not condition:
        failures += 1
        print(words, file=sys.stderr)


def check_reports(paths):
    sarif = validator(HERE / "sarif-schema-2.1.0.json", jsonschema.Draft4Validator)
    expect(paths, "no SARIF report was given")
    for path in paths:
        report = json.loads(pathlib.Path(path).read_text())
        for error in sarif.iter_errors(report):
            expect(False, f"{path}: {error.json_path}: {error.message[:200]}")
        results = report["runs"][0]["results"]
        print(f"{path}: {len(results)} results, {sum('codeFlows' in result for result in results)} with a path")
    # A validator that lets everything pass would prove nothing.
    for key, value in [("identifier", 1), ("helpUri", "not an address")]:
        broken = json.loads(pathlib.Path(paths[0]).read_text())
        broken["runs"][0]["tool"]["driver"]["rules"][0][key] = value
        expect(any(sarif.iter_errors(broken)), f"the validator accepts '{key}': {value}")


def check_catalogues():
    rules = validator(ROOT / "docs/rules.schema.json", jsonschema.Draft7Validator)
    good = {"rules.yaml": (ROOT / "rules.yaml").read_text()}
    page = (ROOT / "docs/CATALOGUE.md").read_text()
    for number, example in enumerate(re.findall(r"```yaml\n(.*?)```", page, re.S)):
        good[f"docs/CATALOGUE.md, example {number + 1}"] = example
    for name, text in good.items():
        for error in rules.iter_errors(yaml.safe_load(text)):
            expect(False, f"{name}: {error.json_path}: {error.message[:200]}")
    counts = {"schema": 0, "reader": 0, "yaml": 0}
    for block in (ROOT / "Fixtures/catalogue/mistakes.txt").read_text().split("\n=== ")[1:]:
        name, what, _, text = block.split("\n", 3)
        seen_by = what.split(",")[0]
        counts[seen_by] += 1
        if seen_by != "yaml":
            refused = any(rules.iter_errors(yaml.safe_load(text)))
            expect(refused == (seen_by == "schema"), f"mistakes.txt, {name}: the schema {'refuses' if refused else 'accepts'} it")
    print(f"catalogues: {len(good)} good ones; mistakes by who sees them: {counts}")
    expect(len(good) > 5 and counts["schema"] > 30, "too few catalogues were found")


check_reports(sys.argv[1:])
check_catalogues()
sys.exit(1 if failures else 0)
