#!/usr/bin/env python3
"""Reads the sample workbook and document with openpyxl and python-docx, which share no code with what wrote them.

    read.py FOLDER

FOLDER is where `cargo test --test files` left the sample: target/tmp/files, or tmp/files below CARGO_TARGET_DIR.
Where the two modules are not installed it says so and is content.
"""

import datetime
import json
import pathlib
import sys

try:
    import docx
    import openpyxl
except ImportError as missing:
    print(f"office files: not read here, {missing.name} is not installed (pip install openpyxl python-docx)")
    sys.exit(0)


def check(condition, *said):
    if not condition:
        sys.exit("office files: " + " ".join(str(one) for one in said))


def read_workbook(path, expected):
    book = openpyxl.load_workbook(path)
    check(book.sheetnames == [sheet["name"] for sheet in expected["sheets"]], "sheets are", book.sheetnames)
    check(book.properties.title == expected["title"], "the title is", book.properties.title)
    check(book.properties.created.date().isoformat() == expected["day"], "made on", book.properties.created)
    for sheet in expected["sheets"]:
        found = book[sheet["name"]]
        lines = list(found.iter_rows())
        check([cell.value for cell in lines[0]] == sheet["head"], "the head of", sheet["name"])
        check(all(cell.font.bold for cell in lines[0]), "the head is not bold in", sheet["name"])
        check(found.freeze_panes == "A2", "the head is not frozen in", sheet["name"])
        check(found.auto_filter.ref == found.dimensions, "the filter of", sheet["name"], found.auto_filter.ref)
        check(len(lines) == 1 + len(sheet["rows"]), sheet["name"], "has", len(lines), "lines")
        for line, row in zip(lines[1:], sheet["rows"]):
            for cell, (kind, text) in zip(line, row):
                said = (sheet["name"], cell.coordinate, repr(cell.value))
                check(cell.data_type != "f", "a formula in", *said)
                if kind == "text":
                    check(cell.data_type == "s" and cell.value == text, "no such text in", *said)
                elif kind == "number":
                    check(isinstance(cell.value, (int, float)) and cell.value == float(text), "no number in", *said)
                elif kind == "day":
                    check(cell.is_date and isinstance(cell.value, datetime.datetime), "no day in", *said)
                    check(cell.value.date().isoformat() == text, "another day in", *said)
                else:
                    check(cell.value is None, "something in", *said)
    check(len(book[expected["sheets"][-1]["name"]]._charts) == 1, "the chart is missing")


def read_document(path, expected):
    report = docx.Document(path)
    check(report.core_properties.title == expected["title"], "the title is", report.core_properties.title)
    check(report.core_properties.created.date().isoformat() == expected["day"], "made on another day")
    headings = [
        [int(paragraph.style.name.split()[-1]), paragraph.text]
        for paragraph in report.paragraphs
        if paragraph.style.name.lower().startswith("heading")
    ]
    check(headings == expected["headings"], "headings are", headings)
    tables = [[len(table.rows), len(table.columns)] for table in report.tables]
    check(tables == expected["tables"], "tables are", tables)
    check(any(paragraph.style.name == "List Bullet" for paragraph in report.paragraphs), "no list")
    check("Title" in {paragraph.style.name for paragraph in report.paragraphs}, "no title")


def main():
    folder = pathlib.Path(sys.argv[1])
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    read_workbook(folder / "sample.xlsx", expected)
    read_document(folder / "sample.docx", expected)
    rows = sum(len(sheet["rows"]) for sheet in expected["sheets"])
    print(f"office files: {rows} rows and {len(expected['tables'])} tables read back")


main()
