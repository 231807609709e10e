#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the open window costs a busy server, beside `--headless`: the network thread's processor time a request and the
main thread's share of a core, at 10,000 requests a second. Prints figures, judges by none of them.

    cmake --build --preset release --target load_bench
    tests/bench/window/busy_window_bench.py [--programs build/release/bin] [--rounds 7] [--seconds 3] [--rate 10000]

Rounds are interleaved, ratios are taken round by round, and the median counts. Each server runs on one core, the load
and the display on the others. Wants a quiet machine, and Xvfb where there is no display.
"""

import argparse
import contextlib
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "load"))

from display import display, surroundings  # noqa: E402
from figures import Figure, column, ratios  # noqa: E402
from load import Load  # noqa: E402
from servers import Server, give_each_a_core, running_servers  # noqa: E402

NETWORK = "network"
MAIN = "keisan-server"  # the main thread is named as the program
LISTENS_WITHIN_S = 20


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def wait_until_it_listens(port):
    deadline = time.monotonic() + LISTENS_WITHIN_S
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    sys.exit("the server's window does not listen")


def server_with_window(servers, stack, home):
    port = free_port()
    command = [servers.program("keisan-server"), "--port", str(port)]
    process = stack.enter_context(subprocess.Popen(command, env=surroundings(home), preexec_fn=servers.go_to_cores))
    stack.callback(process.terminate)
    wait_until_it_listens(port)
    return Server("with a window", "answers", process.pid, port)


def network_us_a_request(rounds):
    return [figures["threads_ns"][NETWORK] / figures["requests"] / 1000 for figures in rounds]


def main_share_of_a_core(rounds):
    return [100 * figures["threads_ns"][MAIN] / figures["seconds"] / 1e9 for figures in rounds]


def measure(given, servers, stack, home):
    load = Load(servers.program("load_generator"))
    give_each_a_core(servers, load)
    beside = [servers.keisan(), server_with_window(servers, stack, home)]
    options = {"clients": given.clients, "rate": given.rate, "seconds": given.seconds, "warm_up": 1}
    rounds = [[load.measure(server, **options) for server in beside] for _ in range(given.rounds)]
    headless, windowed = zip(*rounds)
    times = [network_us_a_request(of_server) for of_server in (headless, windowed)]
    yield Figure("network thread's time a request / headless", ratios(*reversed(times)), "", 1.05)
    yield Figure("  headless", times[0], "us")
    yield Figure("  with the window open", times[1], "us")
    yield Figure("main thread, share of a core", main_share_of_a_core(windowed), "%", 10)
    yield Figure("  requests a second", column(windowed, "requests_a_second"))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", default=HERE.parents[2] / "build/release/bin", type=pathlib.Path)
    parser.add_argument("--rounds", default=7, type=int)
    parser.add_argument("--seconds", default=3.0, type=float)
    parser.add_argument("--rate", default=10_000, type=int)
    parser.add_argument("--clients", default=100, type=int)
    return parser.parse_args()


def main():
    given = arguments()
    with tempfile.TemporaryDirectory() as home, display(), contextlib.ExitStack() as stack:
        with running_servers(given.programs) as servers:
            for figure in measure(given, servers, stack, home):
                print(figure.text(), flush=True)


if __name__ == "__main__":
    main()
