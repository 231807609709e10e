#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files that the window saves are read back by Python's csv and json with what was shown."""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

SAVED_LOG = sys.argv.pop(1)


class SavedLog(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.place.name)
        done = subprocess.run([SAVED_LOG, cls.folder], check=True, capture_output=True)
        cls.shown = json.loads(done.stdout)

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def read_csv(self, name):
        with open(self.folder / name, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file, strict=True))

    def read_json(self, name):
        with open(self.folder / name, encoding="utf-8", newline="\n") as file:
            return [json.loads(line) for line in file]

    def check(self, read, shown):
        self.assertEqual(int(read["client"]), shown["client"])
        for name in ("event", "expression", "answer"):
            self.assertEqual(read[name], shown[name])

    def test_csv_holds_what_was_shown(self):
        rows = self.read_csv("shown.csv")
        self.assertEqual(len(rows), len(self.shown))
        for row, shown in zip(rows, self.shown):
            self.assertNotIn(None, row)
            self.check(row, shown)

    def test_json_lines_hold_what_was_shown(self):
        records = self.read_json("shown.jsonl")
        self.assertEqual(len(records), len(self.shown))
        for record, shown in zip(records, self.shown):
            self.check(record, shown)

    def test_all_is_more_than_what_was_shown_and_both_formats_agree(self):
        rows, records = self.read_csv("all.csv"), self.read_json("all.jsonl")
        self.assertEqual(len(rows), len(self.shown) + 2)
        self.assertEqual([row["answer"] for row in rows], [record["answer"] for record in records])
        self.assertEqual([row["time"] for row in rows], [record["time"] for record in records])
        slow = next(row for row in rows if row["answer"].startswith('"quoted"'))
        self.assertAlmostEqual(float(slow["took_ms"]), 1.234567)


if __name__ == "__main__":
    unittest.main()
