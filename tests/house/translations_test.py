#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every text of both programs has its Japanese."""

import pathlib
import sys
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]


class Translations(unittest.TestCase):
    def test_no_text_is_left_unfinished(self):
        for name in ("keisan_ja.ts", "keisan-server_ja.ts"):
            messages = xml.etree.ElementTree.parse(ROOT / "resources/translations" / name).findall(".//message")
            self.assertGreater(len(messages), 100, name)
            unfinished = [message.findtext("source") for message in messages
                          if message.find("translation").get("type") == "unfinished"
                          or not "".join(message.find("translation").itertext()).strip()]
            self.assertEqual(unfinished, [], name)


if __name__ == "__main__":
    unittest.main()
