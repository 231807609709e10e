#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every include points the way ARCHITECTURE.md says: eval and protocol know nobody, server and client know both."""

import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)

# Room -> the rooms it may include, and whether Qt, sockets and widgets may be used there.
ROOMS = {
    "common/eval/syntax": ({"common/eval/"}, "none"),
    "common/eval": ({"common/eval/"}, "none"),
    "common/program": ({"common/program/"}, "core"),
    "common/protocol": ({"common/protocol/"}, "core"),
    "common/widgets": ({"common/widgets/"}, "widgets"),
    "server/core": ({"common/eval/", "common/protocol/", "server/core/"}, "network"),
    "server/log": ({"common/protocol/", "server/core/", "server/log/"}, "network"),
    "server/window/models": ({"server/core/", "server/log/", "server/window/models/"}, "network"),
    "server/window": ({"common/eval/", "common/protocol/", "common/widgets/", "server/core/", "server/log/",
                       "server/window/"}, "widgets"),
    "server": ({"common/", "server/"}, "widgets"),
    "client/session": ({"common/eval/error.h", "common/eval/syntax/", "common/eval/values/", "common/protocol/",
                        "client/session/"}, "network"),
    "client/terminal": ({"common/program/", "common/protocol/", "client/session/", "client/terminal/"}, "network"),
    "client/window": ({"common/eval/error.h", "common/eval/syntax/", "common/eval/values/", "common/program/",
                       "common/protocol/", "common/widgets/", "client/session/", "client/window/"}, "widgets"),
    "client": ({"common/protocol/", "client/"}, "widgets"),
}
NETWORK = re.compile(r"^Q(Tcp|Udp|Ssl|Local|Abstract)?(Socket|Server)$|^QHost|^QNetwork")
CORE = re.compile(
    r"^Q(Object|String|StringView|StringList|Byte\w+|List|Hash|Map|Set|Queue|Variant|Timer|ElapsedTimer|DateTime|Json\w+"
    r"|Thread|Mutex\w*|WaitCondition|Socket(Notifier|Descriptor)|CoreApplication|CommandLine\w+|File\w*|SaveFile|LockFile|Dir"
    r"|StandardPaths|Settings|Translator|Locale|Library\w+|TextStream|Debug|Point\w*|Size\w*|Rect\w*|Event\w*|Coro\w*"
    r"|Abstract(ItemModel|ListModel|TableModel|EventDispatcher|NativeEventFilter)|SortFilterProxyModel|IdentityProxyModel"
    r"|Pointer|Scoped\w+|Shared\w+|StringConverter|StringEncoder|StringDecoder|Text\w*Finder|RegularExpression\w*|Meta\w+|Uuid"
    r"|Random\w+|Process|Date|Time|TimeZone|Char|Version\w*|LoggingCategory|Message\w*|t\w+|Global\w*|Property\w*|Deadline\w+"
    r"|IODevice|Buffer|SysInfo|Url\w*|Mime(Data|Database|Type)|Stack|Vector|Flags|ModelIndex)$")


def room_of(path):
    return max((room for room in ROOMS if path.startswith(room + "/")), key=len, default=None)


def faults_of(path, text):
    may_include, qt = ROOMS[room_of(path)]
    for quote, name in INCLUDE.findall(text):
        if name.endswith(".moc"):
            continue
        if quote == '"':
            if not any(name.startswith(prefix) for prefix in may_include):
                yield f"{path} includes {name}"
        elif name.startswith("Q") or name.startswith("qt"):
            base = name.rsplit("/", 1)[-1]
            if qt == "none":
                yield f"{path} uses Qt: {name}"
            elif qt == "core" and NETWORK.match(base):
                yield f"{path} uses sockets: {name}"
            elif qt in ("core", "network") and not (CORE.match(base) or (qt == "network" and NETWORK.match(base))
                                                    or base.startswith("q")):
                yield f"{path} uses more than its share of Qt: {name}"


class IncludeDirection(unittest.TestCase):
    def test_every_include_points_the_right_way(self):
        files = [p for room in ("common", "server", "client") for p in (ROOT / room).rglob("*")
                 if p.suffix in (".h", ".cpp")]
        self.assertGreater(len(files), 5)
        faults = [f for p in files for f in faults_of(p.relative_to(ROOT).as_posix(), p.read_text())]
        self.assertEqual(faults, [])

    def test_a_wrong_include_is_found(self):
        for path, text in {
            "common/eval/values/value.h": '#include "server/core/connection.h"',
            "common/eval/evaluator.h": "#include <QString>",
            "common/protocol/codec.h": '#include "common/eval/evaluator.h"',
            "common/protocol/line_decoder.h": "#include <QTcpSocket>",
            "common/widgets/colours.h": '#include "client/session/settings.h"',
            "server/core/connection.h": "#include <QWidget>",
            "server/core/calculator_server.h": '#include "server/window/main_window.h"',
            "client/session/calculator_client.h": '#include "common/eval/evaluator.h"',
            "client/window/main_window.h": '#include "server/core/connection.h"',
        }.items():
            self.assertEqual(len(list(faults_of(path, text))), 1, path)


if __name__ == "__main__":
    unittest.main()
