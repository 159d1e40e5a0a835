"""Signatures of manifests: Ed25519, by a key that the archivist keeps outside the holdings."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from archive.disk import write_whole
from archive.errors import HoldingsUnwritable, NotHeld, storage_error
from archive.faults import Fault
from archive.manifest import NAME, SIGNATURE

_SIGNATURE = re.compile(rb"ed25519 ([0-9a-f]{64})\n([0-9a-f]{128})\n")


def make_key(path: Path) -> bytes:
    """Write a new private key (PEM, readable by its owner alone) to *path* and return its public key, 32 raw bytes.

    The public key also goes beside it, as PEM, to ``<path>.pub``. A key that is there already is never replaced.
    """
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(fd, "wb") as file:
            file.write(pem)
    except FileExistsError as error:
        words = _("{path}: is there already; a key is never replaced, name another file")
        raise HoldingsUnwritable(words.format(path=path)) from error
    except OSError as error:
        raise storage_error(path, error) from error
    public = key.public_key()
    write_whole(
        path.with_name(path.name + ".pub"),
        public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo),
    )
    return public.public_bytes_raw()


def read_private_key(path: Path) -> Ed25519PrivateKey:
    """Return the private key in the PEM file at *path*; raises NotHeld."""
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        words = _("{path}: no Ed25519 private key without password there ({error})")
        raise NotHeld(words.format(path=path, error=error)) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise NotHeld(_("{path}: a private key, but not an Ed25519 one").format(path=path))
    return key


def read_public_key(path: Path) -> bytes:
    """Return the 32 raw bytes of the public key in the PEM file at *path*; raises NotHeld."""
    try:
        key = serialization.load_pem_public_key(path.read_bytes())
    except (OSError, ValueError) as error:
        words = _("{path}: no Ed25519 public key there ({error})")
        raise NotHeld(words.format(path=path, error=error)) from error
    if not isinstance(key, Ed25519PublicKey):
        raise NotHeld(_("{path}: a public key, but not an Ed25519 one").format(path=path))
    return key.public_bytes_raw()


def sign_manifest(folder: Path, key: Ed25519PrivateKey) -> Path:
    """Sign the manifest of the crawl in *folder* and return the signature's path.

    The signature file has two lines, ``ed25519 <public key>`` and ``<signature>``, both in hexadecimal.
    """
    path = folder / NAME
    try:
        content = path.read_bytes()
    except OSError as error:
        words = _("{path}: no manifest to sign; only a crawl that ended has one")
        raise NotHeld(words.format(path=path)) from error
    text = f"ed25519 {key.public_key().public_bytes_raw().hex()}\n{key.sign(content).hex()}\n"
    write_whole(folder / SIGNATURE, text.encode())
    return folder / SIGNATURE


def signature_fault(folder: Path, base: str, public_key: bytes | None = None) -> Iterator[Fault]:
    """Yield what is wrong with a manifest's signature; nothing where there is none and no *public_key* asks for one."""
    path, name = folder / SIGNATURE, f"{base}/{SIGNATURE}"
    if not path.exists():
        if public_key is not None:
            yield Fault(name, "signature", _("the manifest is not signed"))
        return
    try:
        written = _SIGNATURE.fullmatch(path.read_bytes())
        if written is None:
            raise ValueError(_("not the two lines that signing writes"))
        signer, signature = bytes.fromhex(written[1].decode()), bytes.fromhex(written[2].decode())
        key = Ed25519PublicKey.from_public_bytes(signer)
    except ValueError as error:
        yield Fault(name, "signature", _("no signature can be read ({error})").format(error=error))
        return
    if public_key is not None and signer != public_key:
        yield Fault(name, "signature", _("signed by another key, {key}").format(key=signer.hex()))
    try:
        key.verify(signature, (folder / NAME).read_bytes())
    except (InvalidSignature, OSError):
        yield Fault(name, "signature", _("the manifest is not what was signed"))
