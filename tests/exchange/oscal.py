"""Reads the files with the tools of others: python3 tests/exchange/oscal.py

`cargo test --test exchange` writes the files. A tool that is not on the machine is named and left out; one that is
there has to read everything. To have them all: pip install compliance-trestle==5.2.0 oscal==3.2.2 icalendar pyyaml
"""

import csv
import importlib
import json
import logging
import os
import sys
from pathlib import Path

# This folder has a file of the same name as one of the tools.
sys.path = [place for place in sys.path if Path(place or ".").resolve() != Path(__file__).resolve().parent]

FILES = Path(__file__).resolve().parents[2] / "target/tmp/exchange"
CASES = ["provider", "deployer", "prohibited", "unsettled", "overlay", "minimal", "hostile"]
MODELS = {
    "catalog.json": ("trestle.oscal.catalog", "Catalog"),
    "profile.json": ("trestle.oscal.profile", "Profile"),
    "component-definition.json": ("trestle.oscal.component", "ComponentDefinition"),
    "poam.json": ("trestle.oscal.poam", "PlanOfActionAndMilestones"),
    "mapping.json": ("trestle.oscal.mapping", "MappingCollection"),
}


def documents():
    """Every OSCAL file. A prohibited use has no links."""
    for case in CASES:
        for name in MODELS:
            file = FILES / case / name
            if file.exists() or (case, name) != ("prohibited", "mapping.json"):
                yield file, *MODELS[name]


def trestle():
    for file, module, model in documents():
        read = getattr(importlib.import_module(module), model).oscal_read(file)
        assert str(read.uuid) == next(iter(json.loads(file.read_text()).values()))["uuid"], file


def oscal():
    from oscal import OSCAL

    for file, _, _ in documents():
        content = OSCAL.load(str(file))
        assert content and content.is_valid, f"{file}: {content and content.validation_errors}"
        assert not content.validation_errors, f"{file}: {content.validation_errors[:5]}"


def icalendar():
    import icalendar

    for case in CASES:
        calendar = icalendar.Calendar.from_ical((FILES / case / "calendar.ics").read_bytes())
        assert not calendar.errors, calendar.errors
        events = calendar.walk("VEVENT")
        assert events and len({str(event["UID"]) for event in events}) == len(events), case
        for event in events:
            assert not event.errors, event.errors
            assert event.decoded("DTEND") > event.decoded("DTSTART"), case
            assert "ATTACH" not in event, case
        remind = [alarm.decoded("TRIGGER").days for alarm in calendar.walk("VALARM")]
        assert all(days == -90 for days in remind), remind


def yaml():
    import yaml

    for case in CASES:
        library = yaml.safe_load((FILES / case / "ciso-library.yaml").read_text(encoding="utf-8"))
        assert isinstance(library["version"], int) and library["version"] > 0, case
        nodes = library["objects"]["framework"]["requirement_nodes"]
        urns = {node["urn"] for node in nodes}
        assert len(urns) == len(nodes), case
        parts = {part["ref_id"] for part in library["objects"]["framework"]["implementation_groups_definition"]}
        for node in nodes:
            assert all(isinstance(value, (str, int, bool, list)) for value in node.values()), node
            assert isinstance(node["ref_id"], str) and isinstance(node["name"], str), node
            assert node["assessable"] == (node["depth"] == 2) == ("parent_urn" in node), node
            assert node.get("parent_urn", node["urn"]) in urns, node
            assert set(node.get("implementation_groups", [])) <= parts, node
        lines = set(json.loads((FILES / case / "kept.json").read_text())["lines"])
        assert lines <= {node["ref_id"] for node in nodes}, case


def tables():
    for case in CASES:
        for name in ["ciso-assessment.csv", "ciso-actions.csv", "jira.csv", "servicenow.csv"]:
            with open(FILES / case / name, encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            assert all(None not in row and None not in row.values() for row in rows), f"{case}/{name}"
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


def main():
    if not FILES.exists():
        sys.exit(f"no files in {FILES}; run: cargo test --test exchange")
    logging.disable(logging.CRITICAL)
    # One of the tools unpacks its tables where it is called.
    os.chdir(FILES)
    passed = True
    for check, module in [(tables, "csv"), (yaml, "yaml"), (icalendar, "icalendar"), (trestle, "trestle"), (oscal, "oscal")]:
        try:
            importlib.import_module(module)
        except ImportError:
            print(f"left out: {check.__name__}, because there is no Python module {module}")
            continue
        try:
            check()
            print(f"ok   {check.__name__}")
        except Exception as error:  # what the tool says of it, whatever kind it is
            passed = False
            print(f"FAIL {check.__name__}\n     {type(error).__name__}: {str(error)[:3000]}")
    sys.exit(not passed)


if __name__ == "__main__":
    main()
