# SPDX-License-Identifier: MIT
"""A program on a terminal of its own, and the surroundings all these tests run in: no display, an empty home."""

import contextlib
import os
import pty
import select
import tempfile
import termios
import time
import unittest

TIMEOUT_S = 60
HOME = tempfile.TemporaryDirectory()
WITHOUT_DISPLAY = {key: value for key, value in os.environ.items()
                   if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "NO_COLOR")}
WITHOUT_DISPLAY |= {"HOME": HOME.name, "XDG_DATA_HOME": f"{HOME.name}/data", "XDG_CONFIG_HOME": f"{HOME.name}/config"}


def machine_has_terminals():
    """Whether pseudo-terminals can be had: a bare chroot or container may have none."""
    try:
        for end in os.openpty():
            os.close(end)
        return True
    except OSError:
        return False


NEEDS_A_TERMINAL = unittest.skipUnless(machine_has_terminals(), "this machine has no pseudo-terminals")


class TerminalTalk:
    """One talk, from the start of the program to its end. Use it as a context: what still runs then is ended."""

    def __init__(self, *command, terminal="dumb", **environment):
        self.terminal, other_end = pty.openpty()
        self.pid = os.fork()
        if self.pid == 0:
            os.login_tty(other_end)
            os.execve(command[0], command, WITHOUT_DISPLAY | {"TERM": terminal} | environment)
        self.other_end = other_end  # held open, so that the terminal's state can be asked for at the end
        self.seen = ""
        self.read_up_to = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.pid:
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        os.close(self.terminal)
        os.close(self.other_end)

    def write(self, keys):
        os.write(self.terminal, keys.encode())

    def read_until(self, text):
        """What came since the last call, up to and with this text; fails after a while without it."""
        deadline = time.monotonic() + TIMEOUT_S
        while (found := self.seen.find(text, self.read_up_to)) < 0:
            if time.monotonic() > deadline:
                raise AssertionError(f"{text!r} never came, but {self.seen[self.read_up_to:]!r}")
            if select.select([self.terminal], [], [], 1)[0]:
                self.seen += os.read(self.terminal, 4096).decode()
        news = self.seen[self.read_up_to:found + len(text)]
        self.read_up_to = found + len(text)
        return news

    def echoes(self):
        """Whether the terminal is in its ordinary mode."""
        return bool(termios.tcgetattr(self.other_end)[3] & termios.ECHO)

    def exit_code(self):
        deadline = time.monotonic() + TIMEOUT_S
        while time.monotonic() < deadline:
            with contextlib.suppress(BlockingIOError):
                if select.select([self.terminal], [], [], 0.05)[0]:
                    self.seen += os.read(self.terminal, 4096).decode()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("the program goes on")
