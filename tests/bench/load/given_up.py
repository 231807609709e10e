# SPDX-License-Identifier: MIT
"""How soon an evaluation that nobody wants any more is answered and off the processor."""

import pathlib
import time

from visits import Visitor

# Each would take seconds: loops, and integers near the largest, whose single steps take longest.
EXPRESSIONS = ["sum(x*x for x in range(10**8))", "len([x for x in range(10**8) if x%7 == 3])",
               *("+".join([step] * 200) for step in ("3**9000000%7", "factorial(300000)%7", "isqrt(7**4000000)%7",
                                                     "7**5000000//3**2500000%7", "len(str(7**1000000))"))]

RUNNING_S = 0.1  # before it is given up
LOOK_S = 0.002
STILL_S = 0.03  # threads that did nothing for so long are off the processor


def processor_ns(server):
    """Of all threads."""
    return sum(int(path.read_text().split()[0]) for path in pathlib.Path(f"/proc/{server.pid}/task").glob("*/schedstat"))


def seconds_until_still(server):
    start = last_change = time.monotonic()
    before = processor_ns(server)
    while time.monotonic() < last_change + STILL_S:
        time.sleep(LOOK_S)
        now = processor_ns(server)
        if now - before > LOOK_S * 1e9 / 4:
            last_change = time.monotonic()
        before = now
    return last_change - start


def cancel(server, expression):
    """Seconds until the answer, and from then until the processor is free."""
    with Visitor(server.port) as visitor:
        visitor.call("evaluate", 1, expression=expression)
        time.sleep(RUNNING_S)
        start = time.monotonic()
        visitor.call("cancel", id=1)
        message = visitor.response()["error"]["message"]
        answered = time.monotonic() - start
        if message != "Cancelled":
            raise RuntimeError(f"{expression} ended by itself: {message}")
        return answered, answered + seconds_until_still(server)


def reset(server, expression):
    """Seconds until the processor is free."""
    with Visitor(server.port) as visitor:
        visitor.send(expression.encode() + b"\n")
        time.sleep(RUNNING_S)
        visitor.reset()
    return seconds_until_still(server)
