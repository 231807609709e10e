#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What Linux says of a running server in /proc: how its threads wait, how they stand back, what ends it if one hangs.

    proc_test.py KEISAN_SERVER [unittest's arguments]
"""

import os
import pathlib
import re
import signal
import unittest

from server_process import Server, owe, wait_until

LOW_PRIORITY_NICE = 10
LOW_PRIORITY = {"long lane", "endings"}


def open_files(server):
    return [os.readlink(descriptor) for descriptor in pathlib.Path(f"/proc/{server.process.pid}/fd").iterdir()]


def nice_by_thread(server):
    """The niceness of each thread, with its name."""
    threads = []
    for thread in pathlib.Path(f"/proc/{server.process.pid}/task").iterdir():
        name, fields = re.fullmatch(r"\d+ \((.*)\) (.*)\n", (thread / "stat").read_text()).groups()
        threads.append((name, int(fields.split()[16])))
    return threads


def caught_signals(server):
    mask = int(re.search(r"^SigCgt:\s*(\w+)$", pathlib.Path(f"/proc/{server.process.pid}/status").read_text(), re.M)[1], 16)
    return {number for number in signal.valid_signals() if mask >> (number - 1) & 1}


class Proc(unittest.TestCase):
    def test_each_network_thread_waits_in_epoll(self):
        for threads in (1, 3):
            with Server("--threads", str(threads)) as server:
                self.assertEqual(open_files(server).count("anon_inode:[eventpoll]"), threads)

    def test_long_evaluations_and_endings_stand_back_for_everybody_else(self):
        for nicer in (0, 7):
            with Server(preexec_fn=lambda: os.nice(nicer)) as server:
                own = os.getpriority(os.PRIO_PROCESS, server.process.pid)
                threads = nice_by_thread(server)
                self.assertEqual({nice for name, nice in threads if name not in LOW_PRIORITY}, {own})
                self.assertEqual({nice for name, nice in threads if name in LOW_PRIORITY}, {min(own + LOW_PRIORITY_NICE, 19)})

    def test_the_end_has_an_alarm_in_case_that_something_hangs(self):
        with Server("--verbose") as server, server.connect() as client:
            self.assertNotIn(signal.SIGALRM, caught_signals(server))
            owe(server, client)
            server.process.send_signal(signal.SIGTERM)
            self.assertTrue(wait_until(lambda: signal.SIGALRM in caught_signals(server)))


if __name__ == "__main__":
    unittest.main()
