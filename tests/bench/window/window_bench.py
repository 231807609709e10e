#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How soon the windows are there and how soon they answer, as rows of measured, promised and their ratio.

    window_bench.py [BUILD/bin]

Runs the programs as they are built, the client's window against a real keisan-server; judges nothing. Needs Xvfb
where there is no display. A window counts as there when Qt has handed its first picture to the display.
"""

import contextlib
import os
import pathlib
import re
import select
import socket
import statistics
import subprocess
import sys
import tempfile
import time

from display import display, surroundings

BIN = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "build/release/bin").resolve()
RUNS = 7
TIMEOUT_S = 20
SETTLED_S = 0.7  # until the memory of a window that was just opened is looked at
PAINTED = "qt.widgets.painting.info=true"  # Qt then says on standard error when it hands a picture over
BARE = "a bare Qt window"


@contextlib.contextmanager
def keisan_server(home):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = subprocess.Popen([BIN / "keisan-server", "--headless", "--port", str(port)], env=surroundings(home),
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + TIMEOUT_S
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            break
        time.sleep(0.05)
    try:
        yield port
    finally:
        server.terminate()
        server.wait()


def resident_mib(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def first_picture(command, home):
    """Milliseconds until a program's first picture, and its resident MiB when it has settled."""
    begun = time.monotonic()
    program = subprocess.Popen(command, env=surroundings(home, QT_LOGGING_RULES=PAINTED), stderr=subprocess.PIPE)
    try:
        seen = b""
        while b"Flushing" not in seen:
            left = begun + TIMEOUT_S - time.monotonic()
            if not select.select([program.stderr], [], [], max(left, 0))[0]:
                sys.exit(f"{command[0]} shows no window")
            seen += os.read(program.stderr.fileno(), 65536)
        painted = time.monotonic() - begun
        time.sleep(SETTLED_S)
        return painted * 1000, resident_mib(program.pid)
    finally:
        program.kill()
        program.communicate()


def medians(rows):
    return tuple(statistics.median(column) for column in zip(*rows))


def bench_starts(home):
    programs = {BARE: [BIN / "bare_window"], "keisan": [BIN / "keisan"],
                "keisan-server": [BIN / "keisan-server", "--port", "0"]}
    results = {name: [] for name in programs}
    for run in range(RUNS + 1):  # in turn, so that a busy moment meets them all; the first time warms the disk
        for name, command in programs.items():
            result = first_picture(command, home)
            if run > 0:
                results[name].append(result)
    bare_ms, bare_mib = medians(results[BARE])
    for name, rows in results.items():
        ms, mib = medians(rows)
        ratios = "" if name == BARE else f"   promised 100 ms, 45 MiB   ratio to bare {ms / bare_ms:.2f}, {mib / bare_mib:.2f}"
        print(f"{f'first picture of {name}, median of {RUNS}':62} {ms:9.1f} ms {mib:6.1f} MiB{ratios}", flush=True)


def main():
    with tempfile.TemporaryDirectory() as home, display():
        bench_starts(home)
        with keisan_server(home) as port:
            subprocess.run([BIN / "client_window_bench", str(port)], env=surroundings(home), check=True)


if __name__ == "__main__":
    main()
