# SPDX-License-Identifier: MIT
"""load_generator, run to its end for its figures or beside something else that is measured."""

import contextlib
import json
import os
import subprocess


class Load:
    """`cores` are those it may run on (all)."""

    def __init__(self, generator):
        self._generator = generator
        self.cores = os.sched_getaffinity(0)

    def measure(self, server, /, **options):
        """One run; load_generator's figures as a dict. Options are its own, with _ for -."""
        command = self._command(server, server=server.pid, **options)
        figures = json.loads(subprocess.run(command, check=True, **self._on_its_cores()).stdout)
        if figures["requests"] and figures["seconds"]:
            figures["server_us_a_request"] = figures["server_ns"] / figures["requests"] / 1000
            figures["requests_a_second"] = figures["requests"] / figures["seconds"]
        return figures

    @contextlib.contextmanager
    def beside(self, server, /, **options):
        """Clients that are there while the block runs."""
        command = self._command(server, **options) + ["--until-told"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, **self._on_its_cores()) as generator:
            if generator.stdout.readline() != "ready\n":
                raise RuntimeError(f"no load on {server.name}")
            try:
                yield
            finally:
                generator.stdin.close()
                if generator.wait(timeout=60) != 0:
                    raise RuntimeError(f"the load on {server.name} went wrong")

    def _on_its_cores(self):
        return {"stdout": subprocess.PIPE, "text": True, "preexec_fn": lambda: os.sched_setaffinity(0, self.cores)}

    def _command(self, server, /, **options):
        command = [self._generator, "--port", str(server.port), "--replies", server.replies]
        for name, value in options.items():
            command += ["--" + name.replace("_", "-"), str(value)]
        return command
