#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A stand-in for the client of the networking course: sends a line, reads a line, prints it; leaves after quit
without reading. tutorial_client.py PORT"""

import socket
import sys

with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as server:
    replies = server.makefile("r", encoding="utf-8", newline="\n")
    for expression in sys.stdin.read().split("\n"):
        server.sendall((expression + "\n").encode())
        if expression == "quit":
            break
        print(replies.readline().rstrip("\n"), flush=True)
