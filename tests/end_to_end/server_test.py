#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The program keisan-server without a window, as a process: what it says, what it answers, how it ends.

    server_test.py KEISAN_SERVER [unittest's arguments]
"""

import os
import pathlib
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from server_process import PATIENCE_S, PROGRAM, Server, descriptors, processor_seconds, read_all, reset, talk

TUTORIAL_CLIENT = pathlib.Path(__file__).with_name("tutorial_client.py")
A_SECOND_OF_WORK = "+".join(["3**1000000%7"] * 60)
LONG_WORK = "+".join(["3**3000000%7"] * 3000)  # until the time limit ends it


class WhatItSays(unittest.TestCase):
    def test_connections_are_told_in_the_tutorials_lines(self):
        with Server() as server:
            with server.connect() as client:
                peer = client.getsockname()
                self.assertEqual(server.line(), f"[server] Connected by {peer}\n")
                client.sendall(b"1\nquit\n")
                self.assertEqual(server.line(), f"[server] Connection closed by client {peer}\n")
            with server.connect() as client:
                peer = client.getsockname()
                self.assertEqual(server.line(), f"[server] Connected by {peer}\n")
            self.assertEqual(server.line(), f"[server] Connection closed (EOF) {peer}\n")
            self.assertEqual(server.end(signal.SIGINT)[:3], ("[server] Shutting down\n", "", 0))

    def test_requests_are_told_when_asked_for(self):
        with Server("--verbose") as server:
            with server.connect() as client:
                peer = client.getsockname()
                client.sendall(b" 2+3\n1/0\r\nquit\n")
                lines = [server.line() for _ in range(4)]
            self.assertEqual(lines, [f"[server] Connected by {peer}\n",
                                     f"[server] {peer} 2+3 -> 5\n",
                                     f"[server] {peer} 1/0 -> Error: division by zero\n",
                                     f"[server] Connection closed by client {peer}\n"])

    def test_the_log_file_gets_every_event_with_its_time(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "keisan.log")
            for _ in range(2):
                with Server("--log-file", str(path)) as server:
                    talk(server, b"2+3")
                    server.end()
            lines = path.read_text().splitlines()
        events = [re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z \[server\] (.*)", line)[1] for line in lines]
        events = [re.sub(r"\d{4,5}", "PORT", event) for event in events]
        self.assertEqual(events, ["Listening on 127.0.0.1:PORT", "Room for PORT clients", "Connected by ('127.0.0.1', PORT)",
                                  "('127.0.0.1', PORT) 2+3 -> 5", "Connection closed (EOF) ('127.0.0.1', PORT)",
                                  "Shutting down", "Stopped"] * 2)

    def test_a_hang_up_opens_the_log_file_anew(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "keisan.log")
            with Server("--log-file", str(path)) as server:
                path.rename(path.with_suffix(".1"))
                server.process.send_signal(signal.SIGHUP)
                deadline = time.monotonic() + PATIENCE_S
                while not path.exists() and time.monotonic() < deadline:
                    time.sleep(0.01)
                self.assertEqual(talk(server, b"2+3"), b"5\n")
                server.end()
            self.assertIn("2+3 -> 5", path.read_text())

    def test_nobody_who_reads_and_a_full_disk_do_not_stop_it(self):
        with Server("--verbose", "--log-file", "/dev/full", stdin=subprocess.DEVNULL) as server:
            server.process.stdout.close()
            for _ in range(50):
                self.assertEqual(talk(server, b"2+3"), b"5\n")
            server.process.send_signal(signal.SIGTERM)
            self.assertEqual(server.process.wait(PATIENCE_S), 0)

    def test_a_log_file_that_cannot_be_opened_is_named(self):
        result = subprocess.run([PROGRAM, "--headless", "--port", "0", "--log-file", "/no/such/folder/log"],
                                capture_output=True, text=True, timeout=PATIENCE_S)
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertEqual(result.stderr, "keisan-server: cannot write the log file /no/such/folder/log\n")

    def test_a_port_in_use_is_one_clear_line(self):
        with Server() as server:
            start = time.monotonic()
            second = subprocess.run([PROGRAM, "--headless", "--port", str(server.port)], capture_output=True, text=True,
                                    timeout=PATIENCE_S)
            self.assertLess(time.monotonic() - start, 10)
        self.assertEqual((second.returncode, second.stdout), (1, ""))
        self.assertRegex(second.stderr, rf"\Akeisan-server: cannot listen on 127\.0\.0\.1:{server.port}: .*in use.*\n\Z")

    def test_without_a_display_the_window_names_the_way_out(self):
        environment = {k: v for k, v in os.environ.items()
                       if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        for unreachable in ({}, {"DISPLAY": "127.0.0.1:999"}):
            result = subprocess.run([PROGRAM], capture_output=True, text=True, timeout=PATIENCE_S,
                                    env={**environment, **unreachable})
            self.assertEqual((result.returncode, result.stdout), (1, ""))
            self.assertEqual(result.stderr, "keisan-server: no display; use --headless\n")

    def test_help_and_version_need_no_display(self):
        for argument, words in (("--help", "--headless"), ("--version", "keisan-server ")):
            result = subprocess.run([PROGRAM, argument], capture_output=True, text=True, timeout=PATIENCE_S)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertIn(words, result.stdout)


class WhatItAnswers(unittest.TestCase):
    def test_netcat_gets_its_answers_and_the_connection_closes(self):
        with Server() as server:
            result = subprocess.run(["nc", "-N", "127.0.0.1", str(server.port)], capture_output=True, timeout=PATIENCE_S,
                                    input=b"2+3\n2**100\n7//2\n1/0\nquit\n")
        self.assertEqual(result.stdout, b"5\n1267650600228229401496703205376\n3\nError: division by zero\n")

    def test_an_answer_that_takes_a_second_arrives_after_the_end_of_file(self):
        with Server() as server:
            for end_of_line in ("\n", ""):
                result = subprocess.run(["nc", "-N", "127.0.0.1", str(server.port)], capture_output=True, text=True,
                                        timeout=PATIENCE_S, input="2+3\n" + A_SECOND_OF_WORK + end_of_line)
                self.assertEqual(result.stdout.splitlines(), ["5", str(60 * pow(3, 1000000, 7))])

    def test_the_tutorials_client_is_served(self):
        with Server() as server:
            result = subprocess.run([sys.executable, str(TUTORIAL_CLIENT), str(server.port)], capture_output=True,
                                    text=True, timeout=PATIENCE_S, input="2+3\n1/0\n2**0.5\nquit")
            self.assertEqual(result.stdout, "5\nError: division by zero\n1.4142135623730951\n")
            self.assertEqual((result.stderr, result.returncode), ("", 0))
            self.assertRegex(server.line(), "Connected by")
            self.assertRegex(server.line(), "Connection closed by client")

    def test_fifty_clients_at_once_get_every_answer_in_order(self):
        def run(number):
            lines = b"".join(b"%d*%d+%d\n" % (i, number, i % 7) for i in range(1000))
            answers[number] = talk(server, lines)

        answers = {}
        with Server() as server:
            threads = [threading.Thread(target=run, args=(number,)) for number in range(50)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        for number in range(50):
            self.assertEqual(answers[number], b"".join(b"%d\n" % (i * number + i % 7) for i in range(1000)))

    def test_others_are_served_while_one_computes(self):
        with Server() as server, server.connect() as busy:
            busy.sendall(LONG_WORK.encode() + b"\n")
            for _ in range(20):
                self.assertEqual(talk(server, b"2+3"), b"5\n")

    def test_random_bytes_get_a_reply_a_line_with_pythons_message(self):
        dice = random.Random(20250131)
        lines = [bytes(dice.choices(range(256), k=dice.randrange(60))).replace(b"\n", b" ") for _ in range(3000)]
        lines += [b"1" + "é€😀".encode()[:cut] for cut in range(10)]
        lines = [line for line in lines if not line.startswith(b"\x1e") and line.decode(errors="replace").strip() != "quit"]
        with Server() as server:
            replies = talk(server, b"\n".join(lines) + b"\n").split(b"\n")
            self.assertEqual(len(replies), len(lines) + 1)
            for line, reply in zip(lines, replies):
                try:
                    line.decode()
                except UnicodeDecodeError as error:
                    self.assertEqual(reply.decode(), f"Error: {error}", line)
            self.assertEqual(talk(server, b"2+3"), b"5\n")

    def test_random_streams_do_not_end_it(self):
        dice = random.Random(7)
        with Server() as server:
            for _ in range(50):
                with server.connect() as client:
                    client.sendall(bytes(dice.choices(b"\x00\x1e\n\r (){}[]+-*/1.e\xff\xc3\xa9'\"", k=dice.randrange(2000))))
                    dice.choice((socket.socket.close, reset, read_all_of_the_rest))(client)
            self.assertEqual(talk(server, b"2+3"), b"5\n")


def read_all_of_the_rest(client):
    client.shutdown(socket.SHUT_WR)
    read_all(client)


class HowItEnds(unittest.TestCase):
    def test_a_signal_ends_an_idle_server_at_once(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with Server() as server, server.connect():
                server.line()
                output, errors, code, seconds = server.end(number)
            self.assertEqual((output, errors, code), ("[server] Shutting down\n", "", 0))
            self.assertLess(seconds, 2)

    def test_what_is_owed_is_sent_first(self):
        with Server("--verbose") as server, server.connect() as client:
            client.sendall(b"2+3\n" + b"'x'*1000\n" * 1000)
            for _ in range(1001):
                while "->" not in server.line():
                    pass
            server.end()
            self.assertEqual(read_all(client), b"5\n" + (b"x" * 1000 + b"\n") * 1000)

    def test_evaluations_are_cancelled_at_once(self):
        with Server() as server, server.connect() as client:
            client.sendall(b"2+3\n" + LONG_WORK.encode() + b"\n")
            self.assertEqual(client.recv(100), b"5\n")
            time.sleep(0.2)
            output, errors, code, seconds = server.end()
            self.assertEqual(code, 0)
            self.assertLess(seconds, 0.9)
            self.assertEqual(read_all(client), b"Error: Cancelled\n")

    def test_a_second_signal_ends_at_once(self):
        with Server("--verbose") as server, server.connect() as client:
            client.sendall(b"'x'*1000000\n" * 20)  # more than fits on the way to a client that does not read
            while "->" not in server.line():
                pass
            time.sleep(0.3)  # until the way is full: then an answer is owed
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.2)
            seconds, code = server.end()[:1:-1]
            self.assertLess(seconds, 0.5)
            self.assertEqual(code, 128 + signal.SIGTERM)


class WhoLeaves(unittest.TestCase):
    def test_a_reset_takes_the_evaluation_off_the_processor(self):
        with Server() as server:
            client = server.connect()
            client.sendall(LONG_WORK.encode() + b"\n")
            time.sleep(0.3)
            peer = client.getsockname()
            reset(client)
            server.line()
            self.assertRegex(server.line(), rf"Connection lost \('127\.0\.0\.1', {peer[1]}\)")
            time.sleep(0.5)
            before = processor_seconds(server.process.pid)
            time.sleep(0.5)
            self.assertLess(processor_seconds(server.process.pid) - before, 0.25)

    def test_descriptors_come_back(self):
        with Server() as server:
            self.assertEqual(talk(server, b"1"), b"1\n")
            time.sleep(3)  # what the first client made it open stays open, what was the client's own lingers shortly
            before = descriptors(server.process.pid)
            for _ in range(300):
                self.assertEqual(talk(server, b"1"), b"1\n")
            deadline = time.monotonic() + PATIENCE_S
            while descriptors(server.process.pid) > before and time.monotonic() < deadline:
                time.sleep(0.01)
            self.assertLessEqual(descriptors(server.process.pid), before)


if __name__ == "__main__":
    unittest.main()
