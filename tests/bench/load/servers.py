# SPDX-License-Identifier: MIT
"""The servers the bench sets side by side, each a process of its own on a free port, and what /proc says of them."""

import contextlib
import dataclasses
import os
import pathlib
import re
import subprocess
import sys
import threading

HERE = pathlib.Path(__file__).parent


@dataclasses.dataclass
class Server:
    name: str
    replies: str  # load_generator's --replies
    pid: int
    port: int

    def resident_bytes(self):
        return int(pathlib.Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def processor_ticks(self):
        """In the kernel's ticks of 10 ms, all threads."""
        fields = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])


def read_to_the_end(stream):
    """What nobody reads a server keeps for a while, in memory that is measured here."""
    for _ in stream:
        pass


def end(process, reader):
    """The pipe is read to its end first: closing it under its reader is an error of the reader's."""
    process.terminate()
    if reader.is_alive():
        reader.join()


class Servers:
    """Starts servers of the programs in one folder; all end with the stack they are given.

    `cores` are those that servers started from then on may run on (all). Where ratios of processor time are taken the
    server and its load get a core each, or where the kernel happens to put them would be measured too.
    """

    def __init__(self, programs, stack):
        self._programs = pathlib.Path(programs)
        self._stack = stack
        self.cores = os.sched_getaffinity(0)

    def program(self, name):
        return str(self._programs / name)

    def keisan(self, *options):
        return self.start("Keisan", "answers", [self.program("keisan-server"), "--headless", "--port", "0", *options])

    def epoll_echo(self):
        return self.start("epoll echo", "echo", [self.program("bare_epoll")])

    def epoll_evaluator(self):
        return self.start("bare epoll that evaluates", "answers", [self.program("bare_epoll"), "--evaluate"])

    def qt_echo(self):
        return self.start("textbook Qt echo", "echo", [self.program("qt_echo")])

    def asyncio(self):
        return self.start("asyncio with eval", "any", [sys.executable, str(HERE / "asyncio_server.py")])

    def go_to_cores(self):
        os.sched_setaffinity(0, self.cores)

    def start(self, name, replies, command):
        process = self._stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, text=True,
                                                             preexec_fn=self.go_to_cores))
        reader = threading.Thread(target=read_to_the_end, args=(process.stdout,), daemon=True)
        self._stack.callback(end, process, reader)
        port = int(re.search(r":(\d+)\s*$", process.stdout.readline()).group(1))
        reader.start()
        return Server(name, replies, process.pid, port)


def give_each_a_core(servers, load):
    first, *others = sorted(os.sched_getaffinity(0))
    servers.cores = {first}
    load.cores = set(others) or {first}


@contextlib.contextmanager
def running_servers(programs):
    with contextlib.ExitStack() as stack:
        yield Servers(programs, stack)
