# SPDX-License-Identifier: MIT
"""Where the benches show their windows: a display, and a home without settings."""

import contextlib
import os
import subprocess


@contextlib.contextmanager
def display():
    """A display of our own; the surroundings' one where there is one."""
    if "DISPLAY" in os.environ or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        yield
        return
    read_end, write_end = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
                              pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    os.environ["DISPLAY"] = ":" + os.read(read_end, 16).decode().strip()
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def surroundings(home, **more):
    return os.environ | {"HOME": home, "XDG_CONFIG_HOME": f"{home}/config", "XDG_DATA_HOME": f"{home}/data",
                         "LC_ALL": "C.UTF-8"} | more
