#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The server as a service: it says when it is ready, takes over a socket that was opened for it, and its units are
what systemd understands. Units are tested with systemd's own programs.

    systemd_test.py KEISAN_SERVER SOURCE_FOLDER [unittest's arguments]
"""

import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

from server_process import PATIENCE_S, PROGRAM, Server

SOURCE = pathlib.Path(sys.argv.pop(1))


class Service(unittest.TestCase):
    def test_it_tells_when_it_is_ready_and_when_it_stops(self):
        with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            path = os.path.join(folder, "notify")
            manager.bind(path)
            manager.settimeout(PATIENCE_S)
            with Server(env=os.environ | {"NOTIFY_SOCKET": path}) as server:
                self.assertEqual(manager.recv(1000).decode(), f"READY=1\nSTATUS=Listening on 127.0.0.1:{server.port}")
                server.process.send_signal(signal.SIGTERM)
                self.assertEqual(manager.recv(1000), b"STOPPING=1")

    def test_a_manager_that_is_not_there_is_no_reason_to_fail(self):
        with Server(env=os.environ | {"NOTIFY_SOCKET": "/no/such/socket"}) as server:
            self.assertEqual(server.end()[2], 0)

    def test_it_takes_over_a_listening_socket(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
            process = self.start_on(listener)
            with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as client:
                client.sendall(b"2+3\n")
                self.assertEqual(client.recv(10), b"5\n")
            process.terminate()
            output, _ = process.communicate(timeout=PATIENCE_S)
            self.assertIn(f"Listening on 127.0.0.1:{port}\n", output)
            self.assertEqual(process.returncode, 0)

    def test_what_is_passed_and_no_listening_socket_is_refused(self):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as other:
            process = self.start_on(other)
            output, errors = process.communicate(timeout=PATIENCE_S)
        self.assertEqual((process.returncode, output), (1, ""))
        self.assertRegex(errors, r"\Akeisan-server: .*\n\Z")

    @staticmethod
    def start_on(passed):
        """As systemd does it: the socket is descriptor 3, and the process is named by its number."""
        command = ["sh", "-c", f'exec env LISTEN_FDS=1 LISTEN_PID=$$ "$0" --headless 3<&{passed.fileno()}', PROGRAM]
        return subprocess.Popen(command, pass_fds=[passed.fileno()], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True)


class Units(unittest.TestCase):
    def test_the_service_is_shut_in(self):
        service = SOURCE / "resources/systemd/keisan-server.service"
        result = subprocess.run(["systemd-analyze", "--no-pager", "security", "--offline=true", "--threshold=20", service],
                                capture_output=True, text=True, timeout=PATIENCE_S)  # tenths: of 0 to 10, at most 2.0
        self.assertEqual(result.returncode, 0, result.stdout[-200:] + result.stderr)
        self.assertRegex(result.stdout, r"Overall exposure level for keisan-server.service: \d\.\d OK")

    def test_systemd_starts_it_for_the_first_client(self):
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        command = ["systemd-socket-activate", "-l", f"127.0.0.1:{port}", PROGRAM, "--headless"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
            try:
                self.assertIn(f"Listening on 127.0.0.1:{port}", process.stderr.readline())
                with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as client:
                    client.sendall(b"2+3\n")
                    self.assertEqual(client.recv(10), b"5\n")
            finally:
                process.terminate()
            process.communicate(timeout=PATIENCE_S)
            self.assertEqual(process.returncode, 0)

    def test_systemd_understands_the_units(self):
        with tempfile.TemporaryDirectory() as folder:
            units = []
            for unit in sorted((SOURCE / "resources/systemd").iterdir()):
                text = re.sub(r"^(ExecStart=)\S*keisan-server", rf"\1{PROGRAM}", unit.read_text(), flags=re.M)
                units.append(pathlib.Path(folder, unit.name))
                units[-1].write_text(text)
            result = subprocess.run(["systemd-analyze", "--man=no", "verify", *units], capture_output=True, text=True,
                                    timeout=PATIENCE_S)
        self.assertEqual((result.returncode, result.stdout + result.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
