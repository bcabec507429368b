"""Digests: equal digests mean equal bytes."""

SIZE = 16
"""Bytes of a digest."""


def digest(data: bytes) -> bytes:
    """The digest of some bytes."""
    # Imported on use: a search whose files show no change needs none.
    from hashlib import blake2b

    return blake2b(data, digest_size=SIZE).digest()
