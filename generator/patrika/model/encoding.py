"""The one canonical encoding from which all digests come."""

from hashlib import blake2b
from typing import Any

from msgspec.msgpack import Encoder

Digest = bytes
"""Sixteen bytes of BLAKE2b over the canonical encoding of a value."""

DIGEST_SIZE = 16
_encode = Encoder(order="deterministic").encode


def encode(value: Any) -> bytes:
    """Return the canonical encoding of a frozen value: equal values of one type give equal bytes on every machine."""
    return _encode(value)


def digest(value: Any) -> Digest:
    """Return the digest of a frozen value."""
    return blake2b(_encode(value), digest_size=DIGEST_SIZE).digest()


def digest_of_bytes(content: bytes) -> Digest:
    """Return the digest of a file's bytes."""
    return blake2b(content, digest_size=DIGEST_SIZE).digest()


def split_digests(joined: bytes) -> tuple[Digest, ...]:
    """Return the digests of a joined list, in its order."""
    return tuple(joined[start : start + DIGEST_SIZE] for start in range(0, len(joined), DIGEST_SIZE))
