# SPDX-License-Identifier: MIT
"""Clients of every kind, well-behaved and not, as the soak sends them: each connects, does one thing, checks what it
got, and leaves."""

import json
import random
import socket
import struct

PATIENCE_S = 60
LONG_LINE = "sum(x*x for x in range(10**8))"


class Visitor:
    """One connection of a client to a port of this machine."""

    def __init__(self, port):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)
        self._replies = self._socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._replies.close()
        self._socket.close()

    def send(self, data):
        self._socket.sendall(data)

    def end_sending(self):
        self._socket.shutdown(socket.SHUT_WR)

    def line(self):
        return self._replies.readline()

    def ask(self, expression):
        self.send(expression.encode() + b"\n")
        return self.line().decode().rstrip("\n")

    def call(self, method, request_id=None, **params):
        request = {"jsonrpc": "2.0", "method": method, "params": params} | ({} if request_id is None else {"id": request_id})
        self.send(b"\x1e" + json.dumps(request).encode() + b"\n")

    def response(self):
        return json.loads(self.line()[1:])

    def rest(self):
        return self._replies.read()

    def reset(self):
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def expect(got, wanted):
    if got != wanted:
        raise AssertionError(f"got {got!r:.200}, not {wanted!r:.200}")


def ask_a_few(visitor):
    for _ in range(20):
        a, b = random.randrange(10**9), random.randrange(10**9)
        expect(visitor.ask(f"{a}*{b}"), str(a * b))
    visitor.send(b"quit\n")
    expect(visitor.rest(), b"")


def pipeline(visitor):
    numbers = [random.randrange(10**6) for _ in range(500)]
    visitor.send(b"".join(b"%d+1\n" % n for n in numbers))
    visitor.end_sending()
    expect(visitor.rest(), b"".join(b"%d\n" % (n + 1) for n in numbers))


def speak_structured(visitor):
    visitor.call("hello", 1, client="soak", version="1")
    expect(visitor.response()["result"]["server"], "Keisan")
    for i in range(10):
        visitor.call("evaluate", i, expression=f"v{i} = {i}**50")
        expect(visitor.response()["result"]["value"], str(i**50))
    visitor.call("variables", "v")
    expect(len(visitor.response()["result"]["variables"]), 10)
    visitor.call("names", "n")
    expect(visitor.response()["id"], "n")


def cancel(visitor):
    visitor.call("evaluate", "long", expression=LONG_LINE)
    visitor.call("cancel", id="long")
    expect(visitor.response()["error"]["message"], "Cancelled")


def reset_while_it_computes(visitor):
    visitor.send(LONG_LINE.encode() + b"\n")
    visitor.reset()


def leave_without_reading(visitor):
    visitor.send(b"'x'*100000\n" * 50)
    visitor.reset()


def send_too_long_a_line(visitor):
    visitor.send(b"1" * 3_000_000 + b"\n1+1\n")
    expect(visitor.line(), b"Error: line longer than 1048576 bytes\n")
    expect(visitor.line(), b"2\n")


def send_anything(visitor):
    visitor.send(random.randbytes(2000))
    visitor.end_sending()
    visitor.rest()


def keep_much(visitor):
    for name in "abc":
        expect(visitor.ask(f"len({name} := [0]*{random.randrange(100_000, 200_000)}) > 0"), "True")


def compute_long(visitor):
    expect(visitor.ask("len(str(3**200000))"), "95425")
    expect(visitor.ask("sum(x for x in range(300000))"), "44999850000")


def stop_in_the_middle_of_a_line(visitor):
    visitor.send(b"1+")
    visitor.end_sending()
    visitor.rest()


VISITS = [ask_a_few, pipeline, speak_structured, cancel, reset_while_it_computes, leave_without_reading,
          send_too_long_a_line, send_anything, keep_much, compute_long, stop_in_the_middle_of_a_line]
