# SPDX-License-Identifier: MIT
"""Servers that run for the length of a test, each as a process or a thread of its own, on a free port."""

import contextlib
import pathlib
import re
import socket
import subprocess
import sys
import threading

TUTORIAL_SERVER = pathlib.Path(__file__).with_name("tutorial_server.py")


@contextlib.contextmanager
def running(command):
    """The port of a server program whose first line of output names it."""
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        listening = server.stdout.readline()
        yield int(re.search(r":(\d+)\s*$", listening).group(1))
    finally:
        server.terminate()
        server.communicate(timeout=10)


def tutorial_server():
    return running([sys.executable, str(TUTORIAL_SERVER)])


def keisan_server(program):
    return running([program, "--headless", "--port", "0"])


@contextlib.contextmanager
def scripted_server(talk):
    """The port of a server that hands its first client's socket to talk() and then closes it."""
    def serve():
        with contextlib.suppress(OSError):
            client, _ = listener.accept()
            with client:
                talk(client)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join(timeout=10)


def port_without_server():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]
