#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Clients of three kinds for a server that runs, to look at its window or to compare its figures: light ones
that ask something small now and then, heavy ones whose evaluations take as long as they may, and silent ones
that only connect. Half of the light and heavy ones speak the structured protocol, the others send plain lines.

    three_kinds.py PORT [--light 150] [--heavy 10] [--silent 40] [--seconds 30] [--pause 1.0]

Prints at the end, as JSON, what it sent and got: requests, errors, bytes, and how many were sent away."""

import argparse
import asyncio
import json
import random

HOST = "127.0.0.1"
SMALL = ["2 ** 64", "1 / 0", "sum(range(100))", "[n * n for n in range(5)]", "0.1 + 0.2", "len('keisan')", "x"]
HEAVY = ["sum(i * i for i in range(10 ** 12))", "[i for i in range(10 ** 9) if i % 7 == 0][-1]"]
RS = "\x1e"


class Client:
    def __init__(self, number, counts):
        self.number = number
        self.counts = counts
        self.is_structured = number % 2 == 0

    async def connect(self, port):
        self.reader, self.writer = await asyncio.open_connection(HOST, port, limit=1 << 22)
        self.counts["clients"] += 1

    def send(self, text):
        data = (text + "\n").encode()
        self.counts["bytes_out"] += len(data)
        self.writer.write(data)

    async def receive(self):
        line = await self.reader.readline()
        self.counts["bytes_in"] += len(line)
        if not line or b'"method":"bye"' in line:
            self.counts["sent_away"] += 1
            raise EOFError
        return line.decode()

    def call(self, method, **params):
        self.send(RS + json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}))

    async def hello(self):
        if self.is_structured:
            self.call("hello", client="three_kinds", version="1.0")
            await self.receive()

    async def ask(self, expression):
        if self.is_structured:
            self.call("evaluate", expression=expression)
        else:
            self.send(expression)
        reply = await self.receive()
        self.counts["requests"] += 1
        self.counts["errors"] += '"error":' in reply or reply.startswith("Error: ")

    async def work(self, port, expressions, pause):
        await self.connect(port)
        try:
            await self.hello()
            while True:
                await self.ask(random.choice(expressions))
                await asyncio.sleep(random.random() * 2 * pause)
        except EOFError:
            pass
        finally:
            self.writer.close()

    async def be_silent(self, port):
        await self.connect(port)
        try:
            await self.receive()
        except EOFError:
            pass


async def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("port", type=int)
    for name, default in (("light", 150), ("heavy", 10), ("silent", 40)):
        parser.add_argument("--" + name, type=int, default=default)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--pause", type=float, default=1.0)
    args = parser.parse_args()

    counts = dict.fromkeys(("clients", "requests", "errors", "bytes_in", "bytes_out", "sent_away"), 0)
    tasks = []
    for number in range(args.light + args.heavy + args.silent):
        client = Client(number, counts)
        if number < args.heavy:
            tasks.append(client.work(args.port, HEAVY, args.pause))
        elif number < args.heavy + args.light:
            tasks.append(client.work(args.port, SMALL, args.pause))
        else:
            tasks.append(client.be_silent(args.port))
    running = [asyncio.create_task(task) for task in tasks]
    await asyncio.wait(running, timeout=args.seconds)
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
    print(json.dumps(counts))


if __name__ == "__main__":
    asyncio.run(main())
