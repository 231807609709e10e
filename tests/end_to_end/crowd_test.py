#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Many clients at once, and clients that do what none should, at a real server process: what it promises holds, and
nobody hurts another.

    crowd_test.py KEISAN_SERVER [unittest's arguments]
"""

import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import resource
import socket
import signal
import tempfile
import threading
import time
import unittest

from server_process import PATIENCE_S, Server, descriptors, processor_seconds, read_all, reset, talk, wait_until

LONG_WORK = "+".join(["3**3000000%7"] * 3000)  # until the time limit ends it
KIB = 1024
MIB = 1024 * KIB


def with_open_files(soft, hard):
    return lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def memory(server):
    """Resident, in bytes; 0 of a server under a sanitizer, which keeps what was freed: nothing can be said of it."""
    if re.search("lib[at]san", pathlib.Path(f"/proc/{server.process.pid}/maps").read_text()):
        return 0
    return int(pathlib.Path(f"/proc/{server.process.pid}/statm").read_text().split()[1]) * resource.getpagesize()


def ask(client, line):
    client.sendall(line + b"\n")
    return read_line(client)


def read_line(client):
    received = b""
    while not received.endswith(b"\n"):
        received += client.recv(1) or b"(the end)\n"
    return received[:-1]


def structured(method, request_id=None, **params):
    request = {"jsonrpc": "2.0", "method": method, "params": params} | ({} if request_id is None else {"id": request_id})
    return b"\x1e" + json.dumps(request).encode() + b"\n"


class Crowd:
    """So many clients, each answered once, for the length of a with statement."""

    def __init__(self, server, count):
        self.clients = []
        for _ in range(count):
            self.clients.append(server.connect())
        for client in self.clients:
            client.sendall(b"1+1\n")
        self.answers = {read_line(client) for client in self.clients}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for client in self.clients:
            client.close()


def comes_to_rest(pid, for_seconds=1):
    """Whether it once uses no processor time for so long: at first it still writes its lines, and on a machine that has
    much else to do that may begin late."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        seconds = processor_seconds(pid)
        time.sleep(for_seconds)
        if processor_seconds(pid) == seconds:
            return True
    return False


class ManyClients(unittest.TestCase):
    def setUp(self):
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

    def test_it_raises_its_limit_of_open_files_and_says_for_how_many_there_is_room(self):
        with Server(preexec_fn=with_open_files(64, 600)) as server:
            self.assertGreater(server.room, 450)
            self.assertLess(server.room, 600)
            with Crowd(server, 400) as crowd:
                self.assertEqual(crowd.answers, {b"2"})

    def test_ten_thousand_are_served_at_once_and_no_more(self):
        if resource.getrlimit(resource.RLIMIT_NOFILE)[1] < 10_100:
            self.skipTest("so many files may not be open")
        with Server() as server, Crowd(server, 10_000) as crowd:
            self.assertEqual((server.room, crowd.answers), (10_000, {b"2"}))
            with server.connect() as one_more:
                self.assertEqual(read_line(one_more), b"Error: too many clients")
            for client in crowd.clients:
                client.sendall(b"2*3\n")
            self.assertEqual({read_line(client) for client in crowd.clients}, {b"6"})

    def test_two_thousand_connects_take_less_than_a_second(self):
        with Server() as server:
            talk(server, b"1+1\n")
            seconds = processor_seconds(server.process.pid)  # of the processor: the machine may be busy
            with Crowd(server, 2000):
                self.assertLess(processor_seconds(server.process.pid) - seconds, 1)

    def test_idle_clients_cost_little_memory_and_no_processor_time(self):
        with Server() as server:
            talk(server, b"1+1\n")
            before = memory(server)
            with Crowd(server, 2000) as crowd:
                self.assertEqual(crowd.answers, {b"2"})
                self.assertLess((memory(server) - before) / 2000, 16 * KIB)
                self.assertTrue(comes_to_rest(server.process.pid, for_seconds=3))

    def test_a_thousand_connects_wait_for_a_server_that_is_busy(self):
        with Server() as server, contextlib.ExitStack() as stack:
            server.process.send_signal(signal.SIGSTOP)
            try:
                clients = [stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=0.5))
                           for _ in range(1024)]
            finally:
                server.process.send_signal(signal.SIGCONT)
            for client in clients:
                client.settimeout(PATIENCE_S)
                self.assertEqual(ask(client, b"2*3"), b"6")

    def test_vanished_peers_are_looked_for(self):
        with Server() as server, server.connect() as client:
            self.assertEqual(ask(client, b"1"), b"1")
            rows = [row.split() for row in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]]
            ours = [row for row in rows if int(row[1].split(":")[1], 16) == server.port and row[3] == "01"]
            timer, expires = ours[0][5].split(":")
            self.assertEqual(timer, "02")  # of keep-alive
            self.assertLess(int(expires, 16) / 100, 181)

    def test_sessions_leave_nothing_behind(self):
        with Server() as server:
            for _ in range(500):
                talk(server, b"x = [1]*1000\nlen(x)\n")
            before = memory(server)
            for _ in range(10_000):
                talk(server, b"x = [1]*1000\nlen(x)\n")
            self.assertLess(memory(server) - before, 4 * MIB)


    def test_large_values_go_with_their_sessions(self):
        with Server() as server:
            talk(server, b"1\n")
            before = memory(server)
            for _ in range(3):
                with contextlib.ExitStack() as stack:
                    clients = [stack.enter_context(server.connect()) for _ in range(300)]
                    for client in clients:
                        self.assertEqual(ask(client, b"len(x := 'a'*1_000_000)"), b"1000000")
            self.assertTrue(wait_until(lambda: memory(server) - before < 32 * MIB))

    def test_small_values_go_with_their_sessions(self):
        with Server() as server:
            talk(server, b"1\n")
            before = memory(server)
            with contextlib.ExitStack() as stack:
                clients = [stack.enter_context(server.connect()) for _ in range(20)]
                for client in clients:
                    for name in b"abcdefgh":
                        line = b"len(%c := [n**9 for n in range(20_000)])" % name  # of the middle lane
                        self.assertEqual(ask(client, line), b"20000")
                    client.sendall(b"".join(b"len(x%d := 'a'*600)\n" % n for n in range(2000)))
                    for _ in range(2000):
                        self.assertEqual(read_line(client), b"600")
            self.assertTrue(wait_until(lambda: memory(server) - before < 32 * MIB))


class OutOfDescriptors(unittest.TestCase):
    def test_clients_that_are_there_notice_nothing_and_the_next_is_served_when_one_goes(self):
        with Server(preexec_fn=with_open_files(100, 100)) as server, Crowd(server, server.room) as crowd:
            self.assertEqual(crowd.answers, {b"2"})
            start = time.monotonic()
            late = [server.connect() for _ in range(30)]
            for client in late[:10]:
                self.assertEqual(read_line(client), b"Error: too many clients")
            self.assertGreater(time.monotonic() - start, 0.7)  # after each, accepting pauses for 100 ms
            seconds = processor_seconds(server.process.pid)
            for client in crowd.clients:
                self.assertEqual(ask(client, b"2+3"), b"5")
            time.sleep(1)
            self.assertLess(processor_seconds(server.process.pid) - seconds, 0.3)
            for client in late:
                client.close()
            crowd.clients.pop().close()
            self.assertTrue(wait_until(lambda: self.is_served(server)))
            lines = server.end()[0].count("too many open files")
            self.assertGreater(lines, 0)
            self.assertLess(lines, time.monotonic() - start + 2)  # one a second

    @staticmethod
    def is_served(server):
        with server.connect() as client, contextlib.suppress(ConnectionError):
            return ask(client, b"2+3") == b"5"
        return False


class ClientsThatDoNotRead(unittest.TestCase):
    def test_a_million_requests_of_one_that_does_not_read_cost_little_and_lose_nothing(self):
        requests = b"".join(b"'%06d'*10\n" % i for i in range(1_000_000))
        replies = b"".join(b"%06d" % i * 10 + b"\n" for i in range(1_000_000))
        with Server() as server, server.connect() as client:
            talk(server, b"1\n")
            before = memory(server)
            sender = threading.Thread(target=client.sendall, args=(requests,))
            sender.start()
            self.assertTrue(comes_to_rest(server.process.pid))
            self.assertTrue(sender.is_alive())
            self.assertLess(memory(server) - before, 64 * MIB)
            received = bytearray()
            while len(received) < len(replies):
                received += client.recv(1 << 20)
            sender.join()
            self.assertTrue(received == replies)
            self.assertEqual(ask(client, b"2+3"), b"5")

    def test_a_flood_without_a_line_feed_is_not_kept(self):
        with Server() as server, server.connect() as client:
            talk(server, b"1\n")
            before = memory(server)
            for _ in range(100):
                client.sendall(b"1" * MIB)
            self.assertEqual(read_line(client), b"Error: line longer than 1048576 bytes")
            self.assertLess(memory(server) - before, 8 * MIB)
            self.assertEqual(ask(client, b"\n2+3"), b"5")

    def test_lines_that_do_not_end_are_held_within_the_memory_of_the_server(self):
        with Server("--server-memory-limit", "32 MiB") as server:
            talk(server, b"1\n")
            before = memory(server)
            clients = [self.enterContext(server.connect()) for _ in range(200)]
            for client in clients:
                client.sendall(b"1+1" + b" " * 900_000)
            self.assertTrue(comes_to_rest(server.process.pid))
            self.assertLess(memory(server) - before, 48 * MIB)
            replies = [ask(client, b"") for client in clients]
            self.assertEqual(set(replies), {b"2", b"Error: server is out of memory"})
            self.assertEqual([ask(client, b"2+3") for client in clients], [b"5"] * 200)

    def test_replies_that_are_not_read_are_held_within_the_memory_of_the_server(self):
        with Server("--server-memory-limit", "32 MiB") as server:
            talk(server, b"1\n")
            before = memory(server)
            clients = [self.enterContext(server.connect()) for _ in range(50)]
            for client in clients:
                client.sendall(b"len(x := 'a' * 400_000)\n" + b"x\n" * 40)
            self.assertTrue(comes_to_rest(server.process.pid))
            self.assertLess(memory(server) - before, 48 * MIB)
            with server.connect() as other:
                self.assertEqual(ask(other, b"y = 2+3"), b"5")
            for client in clients[:5]:
                with client.makefile("rb") as replies:
                    self.assertEqual(replies.readline(), b"400000\n")
                    received = {replies.readline() for _ in range(40)}
                self.assertLessEqual(received, {b"a" * 400_000 + b"\n", b"Error: server is out of memory\n"})

    def test_replies_that_are_not_read_leave_memory_for_evaluations(self):
        with Server("--server-memory-limit", "16 MiB") as server:
            clients = [self.enterContext(server.connect()) for _ in range(20)]
            for client in clients:
                client.sendall(b"x = 'a' * 40_000\n" + b"x\n" * 200)
            self.assertTrue(comes_to_rest(server.process.pid))
            self.assertEqual(talk(server, b"len('b' * 2_000_000)\n"), b"2000000\n")

    def test_where_memory_is_short_requests_wait_with_their_clients(self):
        with Server("--server-memory-limit", "16 MiB") as server:
            clients = [self.enterContext(server.connect()) for _ in range(120)]
            for client in clients:
                client.sendall(b"'a'*30_000\n" * 200)  # more than is on the way to one who does not read
            self.assertTrue(comes_to_rest(server.process.pid))
            for i, client in enumerate(clients):
                client.sendall(b"1\n" * 3000)
                if i % 2 == 0:
                    client.shutdown(socket.SHUT_WR)
            self.assertTrue(comes_to_rest(server.process.pid))
            self.assertEqual(talk(server, b"x = 2+3\n"), b"5\n")
            with clients[0].makefile("rb") as replies:
                self.assertEqual(len(replies.readlines()), 3200)


class ALogThatIsTooSlow(unittest.TestCase):
    SECONDS = 3
    IN_FLIGHT = 1000

    def ask_for_long(self, server):
        """How many requests were answered."""
        answered = 0
        end = time.monotonic() + self.SECONDS
        with server.connect() as client:
            while time.monotonic() < end:
                client.sendall(b"1+1\n" * self.IN_FLIGHT)
                got = 0
                while got < 2 * self.IN_FLIGHT:
                    got += len(client.recv(1 << 16))
                answered += self.IN_FLIGHT
        return answered

    def test_what_it_has_not_got_is_bounded_and_counted_and_the_end_comes_in_time(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "keisan.log")
            with Server("--log-file", str(path), "--log-format", "json", "--log-file-limit", "0") as server:
                talk(server, b"1\n")
                before = memory(server)
                with concurrent.futures.ThreadPoolExecutor() as threads:
                    answered = sum(threads.map(self.ask_for_long, [server] * 3))
                held = memory(server) - before
                _, _, code, seconds = server.end()
            log = path.read_bytes()
        self.assertEqual(code, 0)
        self.assertLess(seconds, 2)
        self.assertLess(held, 64 * MIB)
        counts = [int(count) for count in re.findall(rb'"count":(\d+),"event":"lines-lost"', log)]
        others = 4 + 2 * 4 + 1  # of the server, four clients, the first request
        self.assertEqual(log.count(b"\n") - len(counts) + sum(counts), answered + others)
        self.assertGreater(sum(counts), 0)
        self.assertIn(b'"stopped"', log[-200:])


class EvaluationsThatAreGivenUp(unittest.TestCase):
    """The bounds in time are generous; tests/bench/load has the figures."""

    def test_a_cancelled_one_is_answered_and_off_the_processor(self):
        with Server() as server, server.connect() as client:
            client.sendall(structured("evaluate", 1, expression=LONG_WORK))
            time.sleep(0.3)
            client.sendall(structured("cancel", id=1))
            start = time.monotonic()
            self.assertEqual(json.loads(read_line(client)[1:])["error"]["message"], "Cancelled")
            self.assertLess(time.monotonic() - start, 1)
            self.is_idle_soon(server)

    def test_those_of_many_that_were_reset_are_off_the_processor(self):
        with Server() as server:
            for _ in range(20):
                client = server.connect()
                client.sendall(LONG_WORK.encode() + b"\n" + b"1\n" * 1000)
                reset(client)
            self.is_idle_soon(server)

    def is_idle_soon(self, server):
        time.sleep(0.6)
        before = processor_seconds(server.process.pid)
        time.sleep(0.5)
        self.assertLess(processor_seconds(server.process.pid) - before, 0.1)


class ClientsThatDoHarm(unittest.TestCase):
    def setUp(self):
        self.server = self.enterContext(Server())

    def tearDown(self):
        self.assertEqual(talk(self.server, b"2+3"), b"5\n")

    def test_bytes_one_at_a_time_and_half_lines_hold_up_nobody(self):
        slow = [self.enterContext(self.server.connect()) for _ in range(200)]
        for byte in b"1+2":
            for client in slow:
                client.sendall(bytes([byte]))
            self.assertEqual(talk(self.server, b"2+3"), b"5\n")
        for client in slow:
            client.shutdown(socket.SHUT_WR)
            self.assertEqual(read_all(client), b"3\n")

    def test_connects_that_are_reset_at_once_leave_nothing(self):
        before = descriptors(self.server.process.pid)
        for _ in range(20_000):
            reset(self.server.connect())
        self.assertTrue(wait_until(lambda: descriptors(self.server.process.pid) <= before + 3))

    def test_a_long_line_that_waits_for_its_lane_is_held_once(self):
        for _ in range(os.cpu_count()):
            self.enterContext(self.server.connect()).sendall(LONG_WORK.encode() + b"\n")
        waiting = [self.enterContext(self.server.connect()) for _ in range(40)]
        before = memory(self.server)
        for client in waiting:
            client.sendall(b"1" + b"+1" * (MIB // 2 - 1) + b"\n" + structured("ping", 7))
            self.assertEqual(json.loads(read_line(client)[1:])["id"], 7)
        self.assertLess(memory(self.server) - before, len(waiting) * 1.5 * MIB)

    def test_floods_of_cancels_pings_and_ids_are_answered_in_bounded_memory(self):
        before = memory(self.server)
        pings = b"".join(structured("ping", i) for i in range(20_000))
        with self.server.connect() as client:
            sender = threading.Thread(target=client.sendall, args=(pings + structured("cancel", id=7) * 20_000,))
            sender.start()
            for i in range(20_000):
                self.assertEqual(json.loads(read_line(client)[1:])["id"], i)
            sender.join()
        self.assertLess(memory(self.server) - before, 16 * MIB)

    def test_pings_of_one_that_does_not_read_are_held_back(self):
        before = memory(self.server)
        pings = b"".join(structured("ping", "x" * 1000) for i in range(50_000))
        with self.server.connect() as client:
            client.settimeout(2)
            with self.assertRaises(TimeoutError):
                client.sendall(pings)
            self.assertLess(memory(self.server) - before, 64 * MIB)

    def test_deep_json_and_wrong_hellos_are_refused_and_the_connection_stays(self):
        with self.server.connect() as client:
            for bad in (b"[" * 100_000, b'{"a":' * 10_000, b"{", b"null", b'{"jsonrpc":"2.0","method":"hello","id":{}}',
                        b'{"jsonrpc":"2.0","method":"hello","id":1,"params":[]}',
                        b'{"jsonrpc":"2.0","method":"hello","id":1,"params":{"client":7}}', b"\xff\xfe", b"\x00"):
                reply = json.loads(ask(client, b"\x1e" + bad)[1:])
                self.assertTrue("error" in reply or reply["id"] == 1, bad[:50])
            self.assertEqual(ask(client, b"2+3"), b"5")

    def test_nul_bytes_and_bad_utf8_are_errors(self):
        with self.server.connect() as client:
            for bad in (b"\x00", b"1\x00+1", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80" * 1000):
                self.assertIn(b"Error: ", ask(client, bad))

    def test_many_names_and_lists_of_them_are_bounded(self):
        before = memory(self.server)
        names = b"".join(b"name%d = %d\n" % (i, i) for i in range(12_000))
        with self.server.connect() as client:
            client.sendall(names)
            answers = [read_line(client) for _ in range(12_000)]
            self.assertEqual(answers[9_999:10_001], [b"9999", b"Error: the session holds more than 10,000 names"])
            for _ in range(20):
                reply = ask(client, structured("variables", 1)[:-1])
                self.assertLessEqual(len(reply), MIB)
        self.assertLess(memory(self.server) - before, 64 * MIB)


if __name__ == "__main__":
    unittest.main()
