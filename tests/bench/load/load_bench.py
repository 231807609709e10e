#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The server under load, side by side with a bare epoll echo, a textbook Qt echo and asyncio; prints figures, judges by
none of them.

    cmake --build --preset release --target load_bench
    tests/bench/load/load_bench.py [--programs build/release/bin] [--rounds 7] [--seconds 1] [ROW ...]

Rounds are interleaved (A B C A B C ...), ratios are taken round by round, and the median counts. Wants a quiet machine.
Without a ROW all are measured; --list names them.
"""

import argparse
import concurrent.futures
import contextlib
import os
import pathlib
import time

import given_up
from figures import Figure, column, ratios
from load import Load
from servers import HERE, give_each_a_core, running_servers

LARGE = {"lines": HERE / "large.txt", "replies": "any"}
LONG = {"lines": HERE / "long.txt"}
MILLISECOND = HERE / "millisecond.txt"
PING = HERE / "ping.txt"
IDLE_SECONDS = 60


class Bench:
    def __init__(self, arguments, servers):
        self.rounds = arguments.rounds
        self.seconds = arguments.seconds
        self.servers = servers
        self.load = Load(servers.program("load_generator"))

    def interleave(self, servers, **options):
        """For each server the figures of all rounds."""
        options.setdefault("seconds", self.seconds)
        rounds = [[self.load.measure(server, **options) for server in servers] for _ in range(self.rounds)]
        return [list(of_server) for of_server in zip(*rounds)]


def beside_echoes(bench, clients, in_flight, must, aim, idle=0, requests_must=None, requests_aim=None):
    give_each_a_core(bench.servers, bench.load)
    servers = bench.servers
    beside = [servers.keisan(), servers.epoll_echo(), servers.epoll_evaluator(), servers.qt_echo()]
    with contextlib.ExitStack() as stack:
        for server in beside if idle else []:
            stack.enter_context(bench.load.beside(server, clients=idle, seconds=0))
        all_rounds = bench.interleave(beside, clients=clients, in_flight=in_flight)
    keisan, echo, evaluator, qt = [column(rounds, "server_us_a_request") for rounds in all_rounds]
    yield Figure("server processor time a request / bare epoll echo", ratios(keisan, echo), "", must, aim)
    yield Figure("  the same / bare epoll that evaluates", ratios(keisan, evaluator))
    yield Figure("  bare epoll that evaluates / bare epoll echo", ratios(evaluator, echo))
    yield Figure("  textbook Qt echo / bare epoll echo", ratios(qt, echo))
    for server, times in zip(beside, (keisan, echo, evaluator, qt)):
        yield Figure(f"  {server.name}", times, "us")
    requests = [column(rounds, "requests_a_second") for rounds in (all_rounds[0], all_rounds[-1])]
    yield Figure("requests a second / textbook Qt echo", ratios(*requests), "", requests_must, requests_aim,
                 more_is_better=True)
    yield Figure("  Keisan", requests[0])
    yield from latencies(all_rounds[0])


def latencies(rounds, what="reply", must=None, aim=None):
    """In milliseconds; the bounds are those of the 99th percentile."""
    for name, label in (("p50_us", "median"), ("p99_us", "99th percentile"), ("max_us", "slowest")):
        bounds = (must, aim) if name == "p99_us" else (None, None)
        yield Figure(f"{what}, {label}", [us / 1000 for us in column(rounds, name)], "ms", *bounds)


def connects_at_once(bench, clients=1000):
    """Every connect at the same moment, then one request."""
    servers = [bench.servers.keisan(), bench.servers.epoll_echo(), bench.servers.qt_echo()]
    for server, rounds in zip(servers, bench.interleave(servers, clients=clients, connecting=clients, seconds=0)):
        bounds = (1, 0.3) if server.name == "Keisan" else (None, None)
        slowest = [us / 1e6 for us in column(rounds, "max_us")]
        yield Figure(f"slowest first reply, {server.name}", slowest, "s", *bounds)


def idle_clients(bench, clients=10_000):
    server = bench.servers.keisan()
    bench.load.measure(server, clients=10, warm_up=0)
    before = server.resident_bytes()
    with bench.load.beside(server, clients=clients, seconds=0):
        yield Figure("memory of a connection after its first request", [(server.resident_bytes() - before) / clients / 1024],
                     "KiB", 16, 4)
        time.sleep(1)
        ticks = server.processor_ticks()
        time.sleep(IDLE_SECONDS)
        yield Figure(f"processor time in {IDLE_SECONDS} s", [10 * (server.processor_ticks() - ticks)], "ms", 10, 0)


def beside_busy(bench, clients, busy, lines, must, aim, **options):
    """A light client beside others that go on asking what `busy` says."""
    server = bench.servers.keisan()
    alone = bench.interleave([server], lines=lines, **options)[0]
    yield from latencies(alone, "alone")
    with bench.load.beside(server, clients=clients, **busy):
        beside = bench.interleave([server], lines=lines, seconds=2 * bench.seconds, **options)[0]
    yield from latencies(beside, f"beside {clients}", must, aim)


def beside_asyncio(bench):
    """With a network thread for each core and load from two generators; then with a core each for server and load.

    The bounds are those of the first: asyncio cannot use a second core, and a server may use what there is.
    """
    cores = len(bench.servers.cores)
    free = [bench.servers.keisan("--threads", str(cores)), bench.servers.asyncio()]
    rounds = [[requests_of_two_generators(bench, server) for server in free] for _ in range(bench.rounds)]
    yield from requests_beside(free, list(zip(*rounds)), f"{cores} threads, ", 20, 40)
    give_each_a_core(bench.servers, bench.load)
    pinned = [bench.servers.keisan(), bench.servers.asyncio()]
    all_rounds = bench.interleave(pinned, clients=100, in_flight=16)
    yield from requests_beside(pinned, [column(of_server, "requests_a_second") for of_server in all_rounds], "one thread, ")


def requests_beside(servers, requests, label, must=None, aim=None):
    yield Figure(f"{label}requests a second / {servers[1].name}", ratios(*requests), "", must, aim, more_is_better=True)
    for server, of_server in zip(servers, requests):
        yield Figure(f"  {server.name}", of_server)


def given_up_evaluations(bench):
    server = bench.servers.keisan()
    all_rounds = [line for _ in range(bench.rounds) for line in given_up.EXPRESSIONS]
    cancelled = [given_up.cancel(server, line) for line in all_rounds]
    reset = [given_up.reset(server, line) for line in all_rounds]
    for what, seconds, must in (("cancelled: answered", [answered for answered, _ in cancelled], 100),
                                ("cancelled: off the processor", [still for _, still in cancelled], 500),
                                ("reset: off the processor", reset, 500)):
        yield Figure(what + ", slowest", [1000 * max(seconds)], "ms", must)
        yield Figure("  the same", [1000 * s for s in seconds], "ms")


def two_network_threads(bench, *options):
    """One server with two threads beside one with one; each has two generators with half of the clients."""
    one, two = [bench.servers.keisan("--threads", threads, *options) for threads in ("1", "2")]
    pairs = [[requests_of_two_generators(bench, server) for server in (one, two)] for _ in range(bench.rounds)]
    ones, twos = [list(of_server) for of_server in zip(*pairs)]
    yield Figure("requests a second, two threads / one", ratios(twos, ones), "", more_is_better=True)
    for label, requests in (("one", ones), ("two", twos)):
        yield Figure(f"  {label}", requests)


def requests_of_two_generators(bench, server):
    with concurrent.futures.ThreadPoolExecutor() as together:
        halves = [together.submit(bench.load.measure, server, clients=50, in_flight=16, seconds=bench.seconds)
                  for _ in range(2)]
        return sum(half.result()["requests_a_second"] for half in halves)


MIX = HERE.parent / "mix.txt"
ROWS = {
    "100x1": ("100 clients, 1 in flight", lambda bench: beside_echoes(bench, 100, 1, 1.6, 1.3)),
    "1000x1": ("1,000 clients, 1 in flight", lambda bench: beside_echoes(bench, 1000, 1, 1.75, 1.5)),
    "100x16": ("100 clients, 16 in flight", lambda bench: beside_echoes(bench, 100, 16, 3.0, 2.2)),
    "1000x16": ("1,000 clients, 16 in flight", lambda bench: beside_echoes(bench, 1000, 16, 2.7, 2.0)),
    "among-idle": ("10 busy clients beside 9,000 idle ones",
                   lambda bench: beside_echoes(bench, 10, 1, 1.6, 1.3, 9000, 30, 50)),
    "connects": ("1,000 connects at once", connects_at_once),
    "idle": ("10,000 idle clients", idle_clients),
    "light4": ("a light client beside 4 with long evaluations",
               lambda bench: beside_busy(bench, 4, LONG, MIX, 20, 5)),
    "light16": ("a light client beside 16 with long evaluations",
                lambda bench: beside_busy(bench, 16, LONG, MIX, 50, 10)),
    "millisecond": ("a client whose evaluations take 1 ms beside 16 with long ones",
                    lambda bench: beside_busy(bench, 16, LONG, MILLISECOND, 200, 20)),
    "ping": ("pings beside 16 with long evaluations",
             lambda bench: beside_busy(bench, 16, LONG, PING, 20, None, replies="any")),
    "ping-large": ("pings beside 16 with large structured replies",
                   lambda bench: beside_busy(bench, 16, LARGE, PING, 20, None, replies="any")),
    "given-up": ("evaluations that are cancelled or reset", given_up_evaluations),
    "threads": ("one network thread or two", two_network_threads),
    "threads-log": ("the same with every request in a log file",
                    lambda bench: two_network_threads(bench, "--log-file", os.devnull)),
    "asyncio": ("100 clients, 16 in flight, beside asyncio", beside_asyncio),
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", default=HERE.parents[2] / "build/release/bin", type=pathlib.Path)
    parser.add_argument("--rounds", default=7, type=int)
    parser.add_argument("--seconds", default=1.0, type=float)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("rows", nargs="*", choices=[[], *ROWS], metavar="ROW")
    return parser.parse_args()


def main():
    given = arguments()
    for name in given.rows or ROWS:
        title, measure = ROWS[name]
        print(f"{name}: {title}", flush=True)
        if given.list:
            continue
        with running_servers(given.programs) as servers:
            for figure in measure(Bench(given, servers)):
                print(figure.text(), flush=True)


if __name__ == "__main__":
    main()
