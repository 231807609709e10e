# SPDX-License-Identifier: MIT
"""The program keisan-server without a window, as a process of a test, and what a test asks of it and of /proc."""

import os
import pathlib
import re
import signal
import socket
import struct
import subprocess
import sys
import time

PROGRAM = sys.argv.pop(1)
PATIENCE_S = 60


class Server:
    """keisan-server --headless on a free port, for the length of a with statement."""

    def __init__(self, *arguments, **options):
        self.process = subprocess.Popen([PROGRAM, "--headless", "--port", "0", *arguments], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, **options)
        self.port = int(re.fullmatch(r"\[server\] Listening on 127\.0\.0\.1:(\d+)\n",
                                     self.process.stdout.readline()).group(1))
        self.room = int(re.fullmatch(r"keisan-server: room for (\d+) clients.*\n",
                                     self.process.stderr.readline()).group(1))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def connect(self):
        client = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_S)
        return client

    def line(self):
        return self.process.stdout.readline()

    def end(self, number=signal.SIGTERM):
        """Everything it still says on standard output and error, its exit code, and the seconds it took."""
        start = time.monotonic()
        self.process.send_signal(number)
        output, errors = self.process.communicate(timeout=PATIENCE_S)
        return output, errors, self.process.returncode, time.monotonic() - start


def read_all(client):
    with client.makefile("rb") as replies:
        return replies.read()


def talk(server, sent):
    """What comes back until the server closes, after everything is sent and our side is ended."""
    with server.connect() as client:
        client.sendall(sent)
        client.shutdown(socket.SHUT_WR)
        return read_all(client)


def owe(server, client):
    """Of a server that is --verbose: more answers than fit on the way to a client that does not read."""
    client.sendall(b"'x'*1000000\n" * 20)
    while "->" not in server.line():
        pass
    time.sleep(0.3)  # until the way is full


def reset(client):
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def wait_until(is_so):
    deadline = time.monotonic() + PATIENCE_S
    while not (so := is_so()) and time.monotonic() < deadline:
        time.sleep(0.01)
    return so
