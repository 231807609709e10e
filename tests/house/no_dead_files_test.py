#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every source is built and every header is included: what nobody uses any more has left the house."""

import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]
ROOMS = ("common", "server", "client", "tests")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)
WORD = re.compile(r"[\w./-]+")


def files(*names):
    return [p for room in ROOMS for name in names for p in (ROOT / room).rglob(name)]


def unbuilt(sources, recipes):
    """Sources that no recipe names: by their file, or a test in a loop over names, without its ending."""
    named = {pathlib.PurePosixPath(word).name for word in WORD.findall(recipes)}
    return [s for s in sources if s.name not in named and s.stem.removesuffix("_test") not in named]


def unused(headers, texts):
    included = {name for text in texts for name in INCLUDE.findall(text)}
    return [h for h in headers if h.as_posix() not in included]


class NoDeadFiles(unittest.TestCase):
    def test_every_source_is_built(self):
        sources = [p.relative_to(ROOT) for p in files("*.cpp")]
        self.assertGreater(len(sources), 5)
        self.assertEqual(unbuilt(sources, "\n".join(p.read_text() for p in files("CMakeLists.txt"))), [])

    def test_every_header_is_included(self):
        headers = [p.relative_to(ROOT) for p in files("*.h")]
        self.assertGreater(len(headers), 5)
        self.assertEqual(unused(headers, [p.read_text() for p in files("*.h", "*.cpp")]), [])

    def test_a_dead_file_is_found(self):
        path = pathlib.PurePosixPath
        self.assertEqual(unbuilt([path("server/core/old.cpp"), path("tests/server/pool_test.cpp")],
                                 "foreach(name pool)\n core/new.cpp"), [path("server/core/old.cpp")])
        self.assertEqual(unused([path("server/old.h"), path("server/new.h")], ['#include "server/new.h"\n']),
                         [path("server/old.h")])


if __name__ == "__main__":
    unittest.main()
