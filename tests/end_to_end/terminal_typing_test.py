#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A person at a terminal: line editing, earlier lines, completion, colours. Needs a keisan built with libedit.

    terminal_typing_test.py KEISAN [unittest's arguments]
"""

import contextlib
import signal
import sys
import unittest

import running_server
from terminal_talk import NEEDS_A_TERMINAL, TerminalTalk

PROGRAM = sys.argv[1]
UP, RIGHT, BACKSPACE, CTRL_A, CTRL_C, CTRL_D, CTRL_E = "\x1b[A", "\x1b[C", "\x7f", "\x01", "\x03", "\x04", "\x05"


@NEEDS_A_TERMINAL
class TypingAtATerminal(unittest.TestCase):
    def setUp(self):
        self.server = self.enterContext(contextlib.ExitStack())
        self.port = self.server.enter_context(running_server.tutorial_server())

    def talk(self, terminal="xterm", **environment):
        talk = TerminalTalk(PROGRAM, "--port", str(self.port), "--terminal", terminal=terminal, **environment)
        self.enterContext(talk)
        talk.read_until("> ")
        return talk

    def ask(self, talk, keys, answer):
        """Types a line and sees exactly this answer, then the next prompt."""
        talk.write(keys + "\r")
        talk.read_until(f"\n{answer}\r\n")
        talk.read_until("> ")

    def test_a_line_can_be_edited(self):
        talk = self.talk()
        self.ask(talk, f"2+4{BACKSPACE}3", "5")
        self.ask(talk, f"+8{CTRL_A}3{RIGHT}1{CTRL_E}*2", "39")  # 3+18*2
        self.ask(talk, f"'計{BACKSPACE}算'", "算")

    def test_an_empty_line_is_not_sent(self):
        talk = self.talk()
        self.ask(talk, "", "")
        self.ask(talk, "1", "1")  # the tutorial's server would have closed

    def test_up_brings_earlier_lines_also_those_of_the_last_time(self):
        talk = self.talk()
        self.ask(talk, "1111*3", "3333")
        self.ask(talk, "2222*3", "6666")
        self.ask(talk, UP + UP, "3333")
        talk.write("quit\r")
        self.assertEqual(talk.exit_code(), 0)
        self.server.close()  # which serves one client at a time
        self.setUp()
        self.ask(self.talk(), UP + "+1", "3334")

    def test_tab_completes_names_and_shows_the_choices(self):
        talk = self.talk(NO_COLOR="1")
        self.ask(talk, "fact\t", "Error: name 'factorial' is not defined")
        self.ask(talk, "rate_of_exchange", "Error: name 'rate_of_exchange' is not defined")
        self.ask(talk, "rate\t+1", "Error: name 'rate_of_exchange' is not defined")
        talk.write("asi\t\t")
        talk.read_until("asin  asinh")
        self.ask(talk, "h", "Error: name 'asinh' is not defined")

    def test_errors_are_red_unless_told_otherwise(self):
        for red, surroundings in ((True, {}), (False, {"NO_COLOR": "1"}), (False, {"terminal": "dumb"})):
            with self.subTest(**surroundings):
                talk = self.talk(**surroundings)
                self.ask(talk, "1/0", "\x1b[31mError: division by zero\x1b[0m" if red else "Error: division by zero")
                talk.write("quit\r")
                self.assertEqual(talk.exit_code(), 0)

    def test_ctrl_d_and_ctrl_c_leave_the_terminal_as_it_was(self):
        for key, code in ((CTRL_D, 0), (CTRL_C, 128 + signal.SIGINT)):
            talk = self.talk()
            self.assertFalse(talk.echoes())
            talk.write(key)
            self.assertEqual(talk.exit_code(), code)
            self.assertTrue(talk.echoes())

    def test_a_server_that_leaves_is_told_at_the_prompt(self):
        talk = self.talk()
        self.ask(talk, "1", "1")
        self.server.close()
        talk.read_until("closed the connection\r\n")
        self.assertEqual(talk.exit_code(), 1)
        self.assertTrue(talk.echoes())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
