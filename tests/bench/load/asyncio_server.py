#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The tutorial's asyncio server as its reader would write it: eval of a line, one line back. Prints where it listens."""
import asyncio
import builtins
import math

NAMES = {name: getattr(builtins, name) for name in dir(builtins)} | vars(math)


def reply(line):
    try:
        return str(eval(line, {"__builtins__": {}}, NAMES))
    except Exception as error:
        return f"Error: {error}"


async def serve(reader, writer):
    try:
        while line := await reader.readline():
            writer.write((reply(line.decode()) + "\n").encode())
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=4096)
    print("Listening on 127.0.0.1:%d" % server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
