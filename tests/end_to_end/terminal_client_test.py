#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The program keisan on standard input and output: against the tutorial's server, against keisan-server, against
servers that break off, and against none.

    terminal_client_test.py KEISAN KEISAN_SERVER [unittest's arguments]
"""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import unittest

import running_server
from terminal_talk import NEEDS_A_TERMINAL, TIMEOUT_S, WITHOUT_DISPLAY, TerminalTalk

PROGRAM, SERVER = sys.argv[1:3]


def keisan(*arguments, lines=None, **options):
    """Runs the program to its end, on a machine without a display."""
    return subprocess.run([PROGRAM, *arguments], input=lines, capture_output=True, timeout=TIMEOUT_S,
                          env=WITHOUT_DISPLAY, **options)


def start(*arguments):
    return subprocess.Popen([PROGRAM, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, env=WITHOUT_DISPLAY)


class AgainstAnyServer:
    """What must be so with every server that speaks the plain protocol."""

    def keisan(self, *arguments, lines=None):
        return keisan("--port", str(self.port), *arguments, lines=lines)

    def setUp(self):
        self.port = self.enterContext(self.server())

    def test_expressions_of_the_command_line_are_answered_one_a_line(self):
        result = self.keisan("2+3", "7//2", "-5+3", "2**100")
        self.assertEqual(result.stdout, b"5\n3\n-2\n1267650600228229401496703205376\n")
        self.assertEqual((result.stderr, result.returncode), (b"", 0))

    def test_an_error_is_printed_and_sets_the_exit_code(self):
        result = self.keisan("1/0", "2")
        self.assertEqual(result.stdout, b"Error: division by zero\n2\n")
        self.assertEqual((result.stderr, result.returncode), (b"", 1))

    def test_lines_from_a_pipe_are_answered_until_quit(self):
        result = self.keisan("--terminal", lines=b"2+3\r\n\n 1/0 \nquit\n9\n")
        self.assertEqual(result.stdout, b"5\n\nError: division by zero\n")
        self.assertEqual((result.stderr, result.returncode), (b"", 0))

    def test_the_end_of_input_leaves_and_the_last_line_needs_no_line_feed(self):
        result = self.keisan("--terminal", lines=b"1\n2")
        self.assertEqual((result.stdout, result.returncode), (b"1\n2\n", 0))

    def test_no_line_is_no_work(self):
        result = self.keisan("--terminal", lines=b"")
        self.assertEqual((result.stdout, result.stderr, result.returncode), (b"", b"", 0))

    def test_many_lines_are_pipelined_in_order(self):
        result = self.keisan("--terminal", lines=b"".join(b"%d*%d\n" % (i, i) for i in range(20_000)))
        self.assertEqual(result.stdout, b"".join(b"%d\n" % (i * i) for i in range(20_000)))

    def test_json_for_scripts(self):
        result = self.keisan("--json", "2+3", "1/0")
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        for answer in answers:
            self.assertGreater(answer.pop("elapsed_ms"), 0)
            self.assertGreaterEqual(answer.pop("cost", 0), 0)
        self.assertEqual(answers, [{"expression": "2+3", "value": "5"} | self.told(type="int", number=1),
                                   {"expression": "1/0", "error": "division by zero"}
                                   | self.told(type="ZeroDivisionError", start=1, end=2)])
        self.assertEqual(result.returncode, 1)

    def told(self, **facts):
        """What a server that speaks structured tells besides."""
        return facts if self.SPEAKS_STRUCTURED else {}

    def test_a_closed_pipe_behind_it_ends_it_quietly(self):
        client = start("--port", str(self.port), "--terminal")
        client.stdout.close()
        client.stdin.write(b"1\n" * 100)
        client.stdin.close()
        self.assertEqual(client.wait(TIMEOUT_S), 128 + signal.SIGPIPE)
        self.assertEqual(client.stderr.read(), b"")
        client.stderr.close()

    def test_a_full_disk_is_named(self):
        with open("/dev/full", "wb") as full:
            result = subprocess.run([PROGRAM, "--port", str(self.port), "1"], stdout=full, stderr=subprocess.PIPE,
                                    timeout=TIMEOUT_S)
        self.assertEqual(result.stderr, b"keisan: cannot write: No space left on device\n")
        self.assertEqual(result.returncode, 1)

    @NEEDS_A_TERMINAL
    def test_at_a_terminal_there_is_a_prompt_for_each_line(self):
        talk = self.enterContext(TerminalTalk(PROGRAM, "--port", str(self.port), "--terminal"))
        self.assertIn("> ", talk.read_until("> "))
        talk.write("2+3\n")
        self.assertIn("\r\n5\r\n", talk.read_until("> "))
        talk.write("quit\n")
        self.assertEqual(talk.exit_code(), 0)


class AgainstTheTutorialsServer(AgainstAnyServer, unittest.TestCase):
    SPEAKS_STRUCTURED = False

    server = staticmethod(running_server.tutorial_server)

    def test_the_second_client_says_that_it_waits_and_is_answered_when_the_first_has_gone(self):
        with socket.create_connection(("127.0.0.1", self.port)) as first:
            first.sendall(b"1\n")
            self.assertEqual(first.recv(16), b"1\n")
            second = start("--port", str(self.port), "2+3", "7//2")
            said = second.stderr.readline()
            self.assertEqual(said.decode(), f"keisan: connected to 127.0.0.1:{self.port}, which has not answered "
                                            "yet; it may be serving another client\n")
        answers, errors = second.communicate(timeout=TIMEOUT_S)
        self.assertEqual((answers, errors, second.returncode), (b"5\n3\n", b"", 0))

    def test_an_answer_of_a_million_characters_arrives_whole(self):
        result = self.keisan("'7' * 1000000")
        self.assertEqual(result.stdout, b"7" * 1_000_000 + b"\n")


class AgainstKeisansServer(AgainstAnyServer, unittest.TestCase):
    SPEAKS_STRUCTURED = True

    @staticmethod
    def server():
        return running_server.keisan_server(SERVER)

    def test_bytes_that_are_no_text_are_sent_as_they_are(self):
        result = self.keisan("--terminal", lines=b"1 + \xff\n2\n")
        self.assertTrue(result.stdout.startswith(b"Error: 'utf-8' codec can't decode byte 0xff"), result.stdout)
        self.assertTrue(result.stdout.endswith(b"\n2\n"))

    def test_json_places_are_code_points_and_costs_are_told(self):
        result = self.keisan("--json", "'計😀' + 1 / 0", "x = 6")
        fault, bound = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual(fault["expression"][fault["start"]:fault["end"]], "/")
        self.assertEqual((bound["value"], bound["type"]), ("6", "int"))
        self.assertGreater(bound["cost"], 0)

    def test_clients_do_not_wait_for_each_other(self):
        with socket.create_connection(("127.0.0.1", self.port)):
            self.assertEqual(self.keisan("2+3").stdout, b"5\n")


class WithoutAServer(unittest.TestCase):
    def test_a_refused_connection_is_one_clear_line(self):
        port = running_server.port_without_server()
        for arguments in (["1"], ["--terminal"]):
            result = keisan("--port", str(port), *arguments, lines=b"")
            self.assertEqual(result.stderr.decode(), f"keisan: connection refused: no server listens on 127.0.0.1:{port}"
                                                     " (start one with keisan-server)\n")
            self.assertEqual((result.stdout, result.returncode), (b"", 1))

    def test_an_unknown_host_is_named(self):
        result = keisan("--host", "no-such-host.invalid", "1")
        self.assertIn(b"no-such-host.invalid", result.stderr)
        self.assertEqual((result.stdout, result.returncode), (b"", 1))

    def test_help_and_version_need_nothing(self):
        self.assertIn(b"--terminal", keisan("--help").stdout)
        self.assertRegex(keisan("--version").stdout, rb"^keisan \d+\.\d+\.\d+\n$")

    def test_a_wrong_port_is_named(self):
        for port in ("0", "65536", "ten"):
            result = keisan("--port", port, "1")
            self.assertIn(f"'{port}'".encode(), result.stderr)
            self.assertEqual((result.stdout, result.returncode), (b"", 2))

    def test_without_a_display_the_window_points_to_the_terminal(self):
        for display in ({}, {"DISPLAY": ":4242"}):
            result = subprocess.run([PROGRAM], env=WITHOUT_DISPLAY | display, capture_output=True, timeout=TIMEOUT_S)
            self.assertEqual(result.stderr,
                             b"keisan: no display to open the window on; without one use keisan --terminal\n")
            self.assertEqual(result.returncode, 1)


class AgainstAServerThatBreaksOff(unittest.TestCase):
    def test_what_was_not_answered_is_named(self):
        def answer_once(client):
            client.recv(64)
            client.sendall(b"1\n12")

        with running_server.scripted_server(answer_once) as port:
            result = keisan("--port", str(port), "1", "12+0", "3")
        self.assertEqual(result.stdout, b"1\n")
        self.assertEqual(result.stderr.decode(), f"keisan: the server at 127.0.0.1:{port} closed the connection\n"
                                                 "keisan: not answered: 12+0\nkeisan: not answered: 3\n")
        self.assertEqual(result.returncode, 1)

    def test_a_farewell_is_passed_on(self):
        with running_server.scripted_server(lambda client: client.sendall(b"Error: too many clients\n")) as port:
            talk = start("--port", str(port), "--terminal")
            self.assertEqual(talk.stderr.readline(), b"keisan: too many clients\n")
            talk.communicate()
            self.assertEqual(talk.returncode, 1)

    def test_a_program_that_is_no_calculator_is_noticed(self):
        with running_server.scripted_server(lambda client: client.sendall(b"220 mail.example ESMTP\r\n")) as port:
            talk = start("--port", str(port), "--terminal")
            self.assertIn(b"not a calculator", talk.stderr.readline())
            talk.communicate()
            self.assertEqual(talk.returncode, 1)


class AgainstASilentServer(unittest.TestCase):
    def setUp(self):
        self.listener = self.enterContext(socket.create_server(("127.0.0.1", 0)))
        self.port = str(self.listener.getsockname()[1])

    def test_signals_end_it_quietly_and_reset_the_connection(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            client = start("--port", self.port, "9**9")
            connection, _ = self.listener.accept()
            with connection:
                self.assertEqual(connection.recv(64), b"9**9\n")
                client.send_signal(number)
                self.assertEqual(client.communicate(timeout=TIMEOUT_S), (b"", b""))
                self.assertEqual(client.returncode, 128 + number)
                with self.assertRaises(ConnectionResetError):
                    connection.recv(64)

    def test_it_reads_its_input_only_a_bounded_way_ahead(self):
        client = start("--port", self.port, "--terminal")
        os.set_blocking(client.stdin.fileno(), False)
        block, taken = b"1 + 1\n" * 10_000, 0
        while select.select([], [client.stdin], [], 2)[1] and taken < 100_000_000:
            taken += os.write(client.stdin.fileno(), block)
        client.kill()
        client.communicate()
        self.assertLess(taken, 8_000_000)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
