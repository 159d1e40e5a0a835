"""A server of the pages on loopback, in a process of its own so that its CPU is not counted."""

from __future__ import annotations

import asyncio
import sys

from pages import answer


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            request = await reader.readuntil(b"\r\n\r\n")
            _, coding, number = request.split(b" ", 2)[1].decode().split("/")
            writer.write(answer(int(number), coding))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main(pages: int) -> None:
    """Make the pages, say the port, serve."""
    for number in range(pages):
        for coding in ("identity", "gzip"):
            answer(number, coding)
    server = await asyncio.start_server(_serve, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
