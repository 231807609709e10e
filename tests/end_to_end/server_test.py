#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The program keisan-server without a window, as a process: what it says, what it answers, how it ends.

    server_test.py KEISAN_SERVER [unittest's arguments]
"""

import json
import os
import pathlib
import random
import re
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from server_process import (PATIENCE_S, PROGRAM, Server, descriptors, owe, processor_seconds, read_all, reset, talk,
                            wait_until)

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
                wait_until(path.exists)
                self.assertEqual(talk(server, b"2+3"), b"5\n")
                server.end()
            self.assertIn("2+3 -> 5", path.read_text())

    def test_nobody_who_reads_and_a_full_disk_do_not_stop_it(self):
        with Server("--verbose", "--log-file", "/dev/full", preexec_fn=lambda: os.close(0)) as server:
            server.process.stdout.close()
            for _ in range(50):
                self.assertEqual(talk(server, b"2+3"), b"5\n")
            server.process.send_signal(signal.SIGTERM)
            self.assertEqual(server.process.wait(PATIENCE_S), 0)

    def test_lines_lost_on_a_full_disk_are_counted_when_there_is_room_again(self):
        room = 4096  # of every file of this process, in place of a disk
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "keisan.log")
            with Server("--log-file", str(path), preexec_fn=lambda: resource.setrlimit(
                    resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))) as server, server.connect() as client:
                for _ in range(100):
                    client.sendall(b"'x'*100\n")
                    self.assertEqual(len(client.recv(1000)), 101)
                wait_until(lambda: path.stat().st_size == room)
                time.sleep(0.5)  # until all lines have been tried
                os.truncate(path, 0)
                client.sendall(b"2+3\n")
                self.assertEqual(client.recv(10), b"5\n")
                server.end()
                lines = path.read_text().splitlines()
        lost = int(re.search(r"\[server\] (\d+) lines lost", "\n".join(lines))[1])
        self.assertGreater(lost, 70)
        self.assertLess(lost, 100)
        self.assertIn("2+3 -> 5", "\n".join(lines))

    def test_the_log_file_may_be_json_without_what_clients_compute(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "keisan.log")
            with Server("--log-file", str(path), "--log-format", "json", "--no-log-expressions") as server:
                talk(server, b"2+3\n")
                server.end()
            events = [json.loads(line) for line in path.read_text().splitlines()]
        self.assertEqual([event["event"] for event in events],
                         ["listening", "room", "connected", "evaluated", "closed-eof", "shutting-down", "stopped"])
        self.assertEqual((events[3]["expression"], events[3]["answer"]), ("(3 B)", "(1 B)"))

    def test_a_log_file_is_put_aside_when_it_is_too_long(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "keisan.log")
            with Server("--log-file", str(path), "--log-file-limit", "1KiB", "--log-files-kept", "2") as server:
                talk(server, b"2+3\n" * 100)
                server.end()
            sizes = {file.name: file.stat().st_size for file in pathlib.Path(folder).iterdir()}
        self.assertEqual(set(sizes), {"keisan.log", "keisan.log.1", "keisan.log.2"})
        self.assertLessEqual(max(sizes.values()), 1024)

    def test_what_is_wrong_with_the_configuration_is_named_with_its_place(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "keisan.conf")
            path.write_text("port = 0\nmax-client = 3\n")
            for arguments, problem in ((["--config", str(path)], f"{path}:2: max-client: unknown"),
                                       (["--threads", "3", "--one-at-a-time"],
                                        "one-at-a-time and threads = 3 exclude each other: clients of several threads "
                                        "have no order among them"),
                                       (["--max-clients", "0"], "--max-clients: not a number from 1 to 1,000,000: 0")):
                result = subprocess.run([PROGRAM, "--headless", *arguments], capture_output=True, text=True,
                                        timeout=PATIENCE_S)
                self.assertEqual((result.returncode, result.stdout, result.stderr), (1, "", f"keisan-server: {problem}\n"))

    def test_the_configuration_holds_and_the_command_line_wins(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "keisan.conf")
            path.write_text("digit-limit = 700\nmax-clients = 7\nverbose = on\n")
            with Server("--config", str(path), "--max-clients", "9") as server:
                self.assertEqual(server.room, 9)
                self.assertEqual(talk(server, b"len(str(10**699))\n10**700\n"),
                                 b"700\nError: the answer has about 701 digits; the limit is 700\n")
                self.assertIn("-> 700", "".join(server.line() for _ in range(2)))

    def test_whoever_listens_to_a_network_is_warned_once(self):
        for address, warnings in (("0.0.0.0", 1), ("127.0.0.1", 0)):
            process = subprocess.Popen([PROGRAM, "--headless", "--port", "0", "--address", address], text=True,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            port = process.stdout.readline().rstrip().rsplit(":", 1)[1]
            process.terminate()
            _, errors = process.communicate(timeout=PATIENCE_S)
            self.assertEqual(errors.count(f"keisan-server: everyone who reaches {address}:{port} can compute here\n"),
                             warnings)

    def test_a_log_file_that_cannot_be_opened_is_named(self):
        for path, why in (("/no/such/folder/log", "No such file or directory"), ("/", "Is a directory")):
            result = subprocess.run([PROGRAM, "--headless", "--port", "0", "--log-file", path], capture_output=True,
                                    text=True, timeout=PATIENCE_S, env={**os.environ, "LC_ALL": "C"})
            self.assertEqual((result.returncode, result.stdout), (1, ""))
            self.assertEqual(result.stderr, f"keisan-server: cannot write the log file {path}: {why}\n")

    def test_a_port_in_use_is_one_clear_line(self):
        start = time.monotonic()
        subprocess.run([PROGRAM, "--version"], capture_output=True, timeout=PATIENCE_S)
        seconds_to_begin = time.monotonic() - start
        with Server() as server:
            start = time.monotonic()
            second = subprocess.run([PROGRAM, "--headless", "--port", str(server.port)], capture_output=True, text=True,
                                    timeout=PATIENCE_S)
            self.assertLess(time.monotonic() - start, seconds_to_begin + 1)
        self.assertEqual((second.returncode, second.stdout), (1, ""))
        self.assertEqual(second.stderr,
                         f"keisan-server: cannot listen on 127.0.0.1:{server.port}: Address already in use\n")

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

    def test_several_threads_answer_and_log_every_client_in_order(self):
        def run(number):
            answers[number] = talk(server, b"".join(b"%d*%d\n" % (i, number) for i in range(500)) + b"quit\n")

        answers = {}
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "keisan.log")
            with Server("--threads", "3", "--log-file", str(path), "--log-format", "json") as server:
                threads = [threading.Thread(target=run, args=(number,)) for number in range(60)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                # At its end a server gives a log that is behind one second, and counts the rest.
                self.assertTrue(wait_until(lambda: path.read_bytes().count(b'"closed-by-client"') == 60))
                self.assertEqual(server.end()[1:3], ("", 0))
            events = [json.loads(line) for line in path.read_text().splitlines()]
        told = {}
        for event in events:
            if "client" in event:
                told.setdefault(event["client"], []).append(event.get("expression", event["event"]))
        for number in range(60):
            self.assertEqual(answers[number], b"".join(b"%d\n" % (i * number) for i in range(500)))
            self.assertIn(["connected", *(f"{i}*{number}" for i in range(500)), "closed-by-client"], list(told.values()))
        self.assertEqual(sorted(told), list(range(1, 61)))
        self.assertEqual([event["client"] for event in events if event["event"] == "connected"], list(range(1, 61)))
        self.assertEqual((events[0]["event"], events[-1]["event"]), ("listening", "stopped"))

    def test_as_many_as_may_come_are_served_and_the_next_is_told_so(self):
        with Server("--max-clients", "2") as server:
            clients = [server.connect() for _ in range(2)]
            for client in clients:
                client.sendall(b"2+3\n")
                self.assertEqual(client.recv(10), b"5\n")
            for _ in range(20):
                with server.connect() as another:
                    self.assertEqual(read_all(another), b"Error: too many clients\n")
            for client in clients:
                client.close()
            output = server.end()[0]
        refused = [int(count) for count in re.findall(r"Connections refused: (\d+) \(too many clients\)", output)]
        self.assertEqual(sum(refused), 20)
        self.assertLess(len(refused), 10)

    def test_one_at_a_time_the_second_waits_for_the_first(self):
        with Server("--one-at-a-time") as server, server.connect() as first:
            first.sendall(b"1\n")
            self.assertEqual(first.recv(10), b"1\n")
            with server.connect() as second:
                second.sendall(b"2\n")
                peer = second.getsockname()
                lines = [server.line() for _ in range(3)]
                self.assertEqual(lines[2], f"[server] Waiting {peer}: 1 before it\n")
                second.settimeout(0.2)
                with self.assertRaises(TimeoutError):
                    second.recv(10)
                first.close()
                second.settimeout(PATIENCE_S)
                self.assertEqual(second.recv(10), b"2\n")
                lines = [server.line() for _ in range(2)]
                self.assertEqual(lines[1], f"[server] Serving {peer}\n")

    def test_without_memory_a_request_is_refused_and_nobody_dropped(self):
        with Server("--server-memory-limit", "8 MiB") as server, server.connect() as greedy, server.connect() as other:
            for client, line, reply in ((greedy, b"len(x := 'a' * (6 << 20))", b"6291456"),
                                        (other, b"len('b' * (3 << 20))", b"Error: server is out of memory"),
                                        (other, b"len('b' * (1 << 20))", b"1048576"),
                                        (greedy, b"x = 0", b"0"),
                                        (other, b"len('b' * (3 << 20))", b"3145728")):
                client.sendall(line + b"\n")
                self.assertEqual(client.recv(100), reply + b"\n")

    def test_no_reply_shows_the_inside_or_a_control_character(self):
        with Server() as server, server.connect() as client:
            client.sendall(b'\x1e{"jsonrpc":"2.0","id":1,"method":"names"}\n')
            with client.makefile("rb") as replies:
                names = [row["name"] for row in json.loads(replies.readline()[1:])["result"]["names"]]
            names += [f"{value}.{method}" for value in ("''", "[]", "()", "{}", "{1}", "1", "1.5", "1j", "range(3)")
                      for method in ("count", "index", "join", "format", "real", "hex", "items", "copy", "union", "x")]
            calls = ["{}", "[{}]", "{}()", "{}(1)", "{}('a')", "{}(lambda: 0)", "{}({})", "str({})", "'%r' % ({},)"]
            lines = [call.replace("{}", name) for name in names for call in calls]
            lines += ["map(abs, x)", "iter([])", "(i for i in [])", "lambda: 0", "[lambda: 0]", "f(x) = x", "f", "zip()",
                      "chr(0)", "chr(27) + 'x'", "chr(0x85)", "chr(0x9b)", "'a\\tb\\r\\n'", "'\\ud800'", "{}.keys()"]
            received = talk(server, "\n".join(lines).encode() + b"\n").decode()
        replies = received.split("\n")
        self.assertGreater(len(lines), 1000)
        self.assertEqual(len(replies), len(lines) + 1)
        for line, reply in zip(lines, replies):
            self.assertNotRegex(reply, r"[\x00-\x1f\x7f-\x9f]| at 0x|0x[0-9a-f]{7}|/usr|/home|/lib|::|\.cpp", line)

    def test_others_are_served_while_one_computes(self):
        with Server() as server, server.connect() as busy:
            busy.sendall(LONG_WORK.encode() + b"\n")
            for _ in range(20):
                self.assertEqual(talk(server, b"2+3"), b"5\n")
            busy.setblocking(False)
            with self.assertRaises(BlockingIOError):  # it still computes
                busy.recv(1)

    def test_what_follows_a_long_one_is_answered_whole_with_nobody_else_there(self):
        with Server() as server:
            for _ in range(20):
                with server.connect() as client:
                    client.sendall(b"sum(i for i in range(100_000))\n" + b"sum(range(3_000))\n" * 20)
                    received = b""
                    while received.count(b"\n") < 21:
                        received += client.recv(4096)
                    self.assertEqual(received, b"4999950000\n" + b"4498500\n" * 20)

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


class WithAWindow(unittest.TestCase):
    def log_of_one_request(self, options, remembered):
        """What the log file says of 2+3, with these options and settings of an earlier run."""
        with tempfile.TemporaryDirectory() as folder:
            settings = pathlib.Path(folder, "Keisan", "keisan-server.conf")
            settings.parent.mkdir()
            settings.write_text(remembered)
            log = pathlib.Path(folder, "keisan.log")
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": folder}
            with subprocess.Popen([PROGRAM, "--port", "0", "--log-file", str(log), *options],
                                  stderr=subprocess.DEVNULL, env=environment) as process:
                try:
                    listening = wait_until(lambda: log.exists() and re.search(r"Listening on .*:(\d+)\n", log.read_text()))
                    with socket.create_connection(("127.0.0.1", int(listening[1])), timeout=PATIENCE_S) as client:
                        client.sendall(b"2+3\nquit\n")
                        self.assertEqual(read_all(client), b"5\n")
                finally:
                    process.terminate()
                self.assertEqual(process.wait(PATIENCE_S), 0)
            return re.search(r"\) (.* -> .*)\n", log.read_text())[1]

    def test_expressions_are_logged_unless_the_command_line_or_the_window_says_no(self):
        off = "[log]\nexpressions=false\n"
        for options, remembered, logged in (([], "", "2+3 -> 5"), ([], off, "(3 B) -> (1 B)"),
                                            (["--no-log-expressions"], "", "(3 B) -> (1 B)")):
            with self.subTest(options=options, remembered=remembered):
                self.assertEqual(self.log_of_one_request(options, remembered), logged)


class HowItEnds(unittest.TestCase):
    def test_a_signal_ends_an_idle_server_at_once(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with Server() as server, server.connect():
                server.line()
                output, errors, code, seconds = server.end(number)
            self.assertEqual((output, errors, code), ("[server] Shutting down\n", "", 0))
            self.assertLess(seconds, 2)

    def test_what_is_owed_is_sent_first(self):
        with Server() as server, server.connect() as client:
            client.sendall(b"'x'*50000\n" * 160 + b"2+3\n")  # more than fits on the way to a client that does not read
            client.recv(1, socket.MSG_PEEK)
            time.sleep(0.3)  # until the way is full: then replies wait, and requests
            server.process.send_signal(signal.SIGTERM)
            for _ in range(2):
                line = server.line()
            self.assertEqual(line, "[server] Shutting down\n")
            self.assertTrue(read_all(client) == (b"x" * 50_000 + b"\n") * 160 + b"5\n")
            self.assertEqual(server.process.wait(PATIENCE_S), 0)

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
            owe(server, client)
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.2)
            seconds, code = server.end()[:1:-1]
            self.assertLess(seconds, 0.5)
            self.assertEqual(code, 128 + signal.SIGTERM)

    def test_whoever_does_not_read_holds_up_the_end_for_a_second(self):
        with Server("--verbose") as server, server.connect() as client:
            owe(server, client)
            seconds, code = server.end()[:1:-1]
            self.assertGreater(seconds, 0.9)
            self.assertLess(seconds, 2)
            self.assertEqual(code, 0)


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
            self.assertTrue(wait_until(lambda: descriptors(server.process.pid) <= before))


if __name__ == "__main__":
    unittest.main()
