#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The server under mixed load for long: after a warm-up its memory and descriptors stay what they are.

    cmake --build --preset release --target load_bench
    tests/bench/load/soak.py [--programs build/release/bin] [--minutes 60] [--warm-up 5] [--pace 20]
        [--threads 1]

Clients of every kind (visits.py) come and go, --pace a second, beside some that ask steadily. The load pauses when
it is measured. Exit code 1 when a reply was wrong, or when at the end there is more memory than 4 MiB + 5 % over that
after the warm-up, or there are more descriptors.
"""

import argparse
import pathlib
import random
import sys
import threading
import time
import traceback

from load import Load
from servers import HERE, running_servers
from visits import VISITS, Visitor

MIB = 1 << 20
WORKERS = 8
STEADY = 50  # clients that ask at an even pace
REQUESTS_A_VISIT = 10  # so many of theirs for each visit
PAUSE_S = 4  # longer than a connection that was closed lingers


class Visits:
    """Visits a server until told, with pauses. The first wrong reply ends the program."""

    def __init__(self, port, pace):
        self.count = 0
        self.fault = None
        self._port = port
        self._pause_s = WORKERS / pace
        self._running = threading.Event()
        self._ended = False
        self._threads = [threading.Thread(target=self._work) for _ in range(WORKERS)]
        self._at_work = threading.Semaphore(WORKERS)

    def __enter__(self):
        self._running.set()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._ended = True
        self._running.set()
        for thread in self._threads:
            thread.join()

    def pause(self):
        """Returns when the last visitor has left."""
        self._running.clear()
        for _ in range(WORKERS):
            self._at_work.acquire()
        self._at_work.release(WORKERS)

    def go_on(self):
        self._running.set()

    def _work(self):
        while not self._ended and not self.fault:
            self._running.wait()
            with self._at_work:
                self._visit(random.choice(VISITS))
            time.sleep(random.uniform(0, 2 * self._pause_s))

    def _visit(self, visit):
        try:
            with Visitor(self._port) as visitor:
                visit(visitor)
            self.count += 1
        except Exception:
            self.fault = visit.__name__ + "\n" + traceback.format_exc()


def measure(server, visits):
    """Memory in bytes and descriptors, without visitors."""
    visits.pause()
    time.sleep(PAUSE_S)
    figures = server.resident_bytes(), server.descriptors()
    visits.go_on()
    return figures


def run_until(server, load, visits, rate, end):
    """A minute at a time, because what a client has computed is kept for it until it leaves."""
    while not visits.fault and time.monotonic() < end:
        left = end - time.monotonic()
        figures = load.measure(server, clients=STEADY, rate=rate, seconds=max(1.0, min(60.0, left)))
        print(f"{visits.count:8,} visits  {server.resident_bytes() / MIB:7.1f} MiB  "
              f"{server.descriptors():5} descriptors  {server.processor_ticks() / 100:7.1f} s of processor time  "
              f"99th percentile {figures['p99_us'] / 1000:.1f} ms", flush=True)


def soak(server, load, given):
    """What is wrong, or None."""
    rate = REQUESTS_A_VISIT * given.pace
    start = time.monotonic()
    with Visits(server.port, given.pace) as visits:
        run_until(server, load, visits, rate, start + 60 * given.warm_up)
        memory_before, descriptors_before = measure(server, visits)
        run_until(server, load, visits, rate, start + 60 * given.minutes)
        memory, descriptors = measure(server, visits)
        fault = visits.fault
    allowed = memory_before + 4 * MIB + 0.05 * memory_before
    print(f"after the warm-up {memory_before / MIB:.1f} MiB, {descriptors_before} descriptors; "
          f"at the end {memory / MIB:.1f} MiB ({allowed / MIB:.1f} allowed), {descriptors} descriptors")
    if fault:
        return fault
    if memory > allowed or descriptors > descriptors_before:
        return "the server has grown"
    return None


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", default=HERE.parents[2] / "build/release/bin", type=pathlib.Path)
    parser.add_argument("--minutes", default=60.0, type=float)
    parser.add_argument("--warm-up", default=5.0, type=float, metavar="MINUTES")
    parser.add_argument("--pace", default=20.0, type=float, metavar="VISITS", help="a second")
    parser.add_argument("--threads", default="1", help="network threads of the server")
    return parser.parse_args()


def main():
    given = arguments()
    with running_servers(given.programs) as servers:
        server = servers.keisan("--time-limit", "2s", "--threads", given.threads)
        sys.exit(soak(server, Load(servers.program("load_generator")), given))


if __name__ == "__main__":
    main()
