"""Raw-socket servers for tests: they send exactly the bytes they are told, over plain TCP, TLS, a proxy or a tunnel."""

from __future__ import annotations

import contextlib
import datetime
import ipaddress
import re
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

RESET = "reset"
STALL = "stall"
CLOSE = "close"

# What a server does for one request: bytes are sent, numbers are seconds to wait, words end the connection.
Step = bytes | float | str
Script = Iterable[Step]


@dataclass
class Served:
    """One exchange as the server saw it."""

    path: str
    request: bytes
    response: bytes = b""
    ended: str = "kept"


@dataclass
class RawServer:
    """A server on loopback that answers each request by the script that *answer* gives for its path.

    With *tls* it speaks TLS from the start. It takes requests for whole addresses, as a proxy gets them, and opens
    tunnels: what comes through a CONNECT is answered by itself, over TLS.
    """

    answer: Callable[[str, bytes], Script]
    tls: ssl.SSLContext | None = None
    tunnel: ssl.SSLContext | None = None
    host: str = "127.0.0.1"
    served: list[Served] = field(default_factory=list)
    connects: list[bytes] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._listener = socket.create_server((self.host, 0), backlog=128)
        self.port = self._listener.getsockname()[1]
        self._closing = threading.Event()
        self._sockets: set[socket.socket] = set()
        self._guard = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._closing.set()
        self._listener.close()
        with self._guard:
            for sock in self._sockets:
                _shut(sock)

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://{self.host}:{self.port}"

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                sock, _peer = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            if self.tls is not None:
                sock = self._wrapped(sock, self.tls)
            while (request := _read_request(sock)) and not self._closing.is_set():
                if request.startswith(b"CONNECT ") and self.tunnel is not None:
                    self.connects.append(request)
                    sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    sock = self._wrapped(sock, self.tunnel)
                elif not self._exchange(sock, request):
                    break
        except (OSError, ValueError):
            pass  # the client went away, or the test is over
        finally:
            with self._guard:
                self._sockets.discard(sock)
            sock.close()

    def _wrapped(self, sock: socket.socket, tls: ssl.SSLContext) -> ssl.SSLSocket:
        wrapped = tls.wrap_socket(sock, server_side=True)
        with self._guard:
            self._sockets.add(wrapped)
        return wrapped

    def _exchange(self, sock: socket.socket, request: bytes) -> bool:
        target = request.split(b" ", 2)[1].decode("latin-1")
        served = Served(re.sub(r"^https?://[^/]+", "", target), request)
        self.served.append(served)
        return self._play(sock, served)

    def _play(self, sock: socket.socket, served: Served) -> bool:
        for step in self.answer(served.path, served.request):
            if isinstance(step, bytes):
                # Noted first, so that the test knows of it once the client has it.
                served.response += step
                sock.sendall(step)
            elif isinstance(step, int | float):
                time.sleep(step)
            else:
                served.ended = step
                if step == STALL:
                    self._closing.wait(30)
                if step == RESET:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                elif isinstance(sock, ssl.SSLSocket):
                    sock.unwrap()
                return False
        return True


def _read_request(sock: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = sock.recv(65536)
        if not piece:
            return b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?im)^content-length:\s*(\d+)", head)
    while length and len(body) < int(length[1]):
        piece = sock.recv(65536)
        if not piece:
            break
        body += piece
    return head + b"\r\n\r\n" + body


def _shut(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def make_tls(folder: Path) -> ssl.SSLContext:
    """Return a server context with a fresh self-signed certificate for loopback, kept in *folder*."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
