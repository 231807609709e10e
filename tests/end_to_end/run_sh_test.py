#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""./run.sh as a newcomer meets it: both windows on a display, the terminal without one, nothing left behind.

run_sh_test.py ROOT: the project's root, with its release preset built (run.sh builds what is missing).
"""

import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
PATIENCE_S = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition, what):
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if value := condition():
            return value
        time.sleep(0.05)
    raise AssertionError(f"no {what} within {PATIENCE_S} s")


def ask(port, line):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as peer:
            peer.sendall(line + b"\nquit\n")
            return peer.makefile("rb").read()
    except OSError:
        return None


class RunSh(unittest.TestCase):
    def setUp(self):
        self.port = free_port()
        home = tempfile.TemporaryDirectory()
        self.addCleanup(home.cleanup)
        self.environment = {k: v for k, v in os.environ.items()
                            if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        self.environment |= {"KEISAN_PORT": str(self.port), "HOME": home.name, "XDG_CONFIG_HOME": home.name,
                             "XDG_DATA_HOME": home.name, "XDG_STATE_HOME": home.name}

    def start(self, **options):
        process = subprocess.Popen(["./run.sh"], cwd=ROOT, env=self.environment, start_new_session=True, text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
        self.addCleanup(self.end, process)
        return process

    def end(self, process):
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.stdin.close()
        process.stdout.close()
        process.wait()

    def processes(self):
        """Our programs that were given our port: what run.sh started."""
        found = []
        for entry in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = entry.read_bytes().decode(errors="replace").split("\0")
            except OSError:
                continue
            if pathlib.Path(words[0]).name in ("keisan", "keisan-server") and str(self.port) in words:
                found.append((int(entry.parent.name), pathlib.Path(words[0]).name))
        return sorted(name for _, name in found)

    def open_display(self):
        reader, writer = os.pipe()
        display = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x900x24"],
                                   pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        self.addCleanup(display.wait)
        self.addCleanup(display.terminate)
        with os.fdopen(reader) as number:
            self.environment["DISPLAY"] = ":" + number.readline().strip()

    def test_without_a_display_the_terminal_does_the_same_job(self):
        process = self.start()
        output, _ = process.communicate("2+3\n7//2\nquit\n", timeout=PATIENCE_S)
        lines = output.splitlines()
        self.assertTrue(any(line.startswith("No display") for line in lines), output)
        self.assertIn(f"[server] Listening on 127.0.0.1:{self.port}", lines)
        self.assertIn("5", lines)
        self.assertIn("3", lines)
        self.assertEqual(process.returncode, 0)
        wait_for(lambda: not self.processes(), "end of both programs")

    def test_with_a_display_both_windows_run_until_ctrl_c(self):
        self.open_display()
        process = self.start()
        wait_for(lambda: self.processes() == ["keisan", "keisan-server"], "two programs")
        self.assertEqual(wait_for(lambda: ask(self.port, b"2+3"), "answer"), b"5\n")
        os.killpg(process.pid, signal.SIGINT)
        self.assertEqual(process.wait(PATIENCE_S), 130)
        wait_for(lambda: not self.processes(), "end of both programs")

    def test_a_server_that_is_there_is_used(self):
        self.open_display()
        first = self.start()
        wait_for(lambda: self.processes() == ["keisan", "keisan-server"], "two programs")
        second = self.start()
        wait_for(lambda: self.processes() == ["keisan", "keisan", "keisan-server"], "a second client")
        said = f"already listens on 127.0.0.1:{self.port}"
        self.assertTrue(any(said in line for line in iter(second.stdout.readline, "")), said)
        for process in (second, first):
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(PATIENCE_S)
        wait_for(lambda: not self.processes(), "end of all programs")


if __name__ == "__main__":
    unittest.main()
