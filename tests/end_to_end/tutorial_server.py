#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The networking tutorial's calculator server, written anew from the facts in the protocol page: one client at a
time, one line in, one line out, evaluated by Python itself. For tests only: it evaluates whatever it is sent.

    tutorial_server.py [PORT]     0, the default, chooses a free port; the first line printed names it
"""

import socket
import sys


def answer(expression):
    try:
        return str(eval(expression, {"__builtins__": {}}))
    except Exception as error:
        return f"Error: {error}"


def serve(connection):
    """Talks to one client until it says quit, sends an empty line, or ends."""
    with connection, connection.makefile("rwb") as stream:
        for line in stream:
            expression = line.decode().strip()
            if expression in ("", "quit"):
                say("Connection closed by client")
                return
            stream.write(answer(expression).encode() + b"\n")
            stream.flush()
        say("Connection closed (EOF)")


def say(text):
    print("[server]", text, flush=True)


def main():
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with socket.create_server(("127.0.0.1", port)) as listener:
        say("Listening on %s:%d" % listener.getsockname())
        while True:
            connection, peer = listener.accept()
            say(f"Connected by {peer}")
            try:
                serve(connection)
            except ConnectionError as error:
                say(f"Connection lost: {error}")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        say("Shutting down")
