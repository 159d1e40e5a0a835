"""pywb as a separate process, out of an environment of its own: it is under the GPL and no dependency."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ENVIRONMENT = Path(__file__).parents[2] / ".venv-replay"
ABSENT = "no pywb: python3 -m venv .venv-replay && .venv-replay/bin/pip install pywb gevent cdxj-indexer wacz"


def is_installed() -> bool:
    """Tell whether the environment with pywb is there."""
    return (ENVIRONMENT / "bin" / "wayback").exists() and (ENVIRONMENT / "bin" / "cdxj-indexer").exists()


def foreign_index(warcs: list[Path], target: Path) -> None:
    """Index *warcs* with cdxj-indexer, which knows nothing of how they were made."""
    command = [ENVIRONMENT / "bin" / "cdxj-indexer", "--sort", "-o", target, *warcs]
    subprocess.run([str(word) for word in command], check=True, capture_output=True)


@contextmanager
def wayback(folder: Path, index: Path, warcs: Path) -> Iterator[int]:
    """Give the port at which pywb replays the collection ``all`` of *index* and the folder *warcs*."""
    config = {"collections": {"all": {"index_paths": str(index), "archive_paths": f"{warcs}/"}}}
    (folder / "config.yaml").write_text(json.dumps(config))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(ENVIRONMENT / "bin" / "wayback"), "-b", "127.0.0.1", "-p", str(port), "-d", str(folder)]
    with (folder / "wayback.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            _wait(port, process, folder / "wayback.log")
            yield port
        finally:
            process.terminate()
            process.wait()


def replay(port: int, url: str, timestamp: str) -> tuple[int, bytes]:
    """Return the status and body that pywb replays for *url*, its bytes not rewritten.

    Where the server had announced more than it sent, pywb announces it too and then sends no more: the body is what
    came before the silence.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    body = b""
    try:
        connection.request("GET", f"/all/{timestamp}id_/{url}", headers={"Accept-Encoding": "gzip, identity"})
        answer = connection.getresponse()
        connection.sock.settimeout(0.5)
        while piece := answer.read1():
            body += piece
    except (TimeoutError, http.client.IncompleteRead):
        return answer.status, body
    finally:
        connection.close()
    return answer.status, body


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError(log.read_text())
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(log.read_text())
