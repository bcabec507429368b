"""Digests: equal digests mean equal bytes."""

from functools import cache
from typing import Any

SIZE = 16
"""Bytes of a digest."""


def digest(data: bytes) -> bytes:
    """The digest of some bytes."""
    return _hash()(data, digest_size=SIZE).digest()  # type: ignore[no-any-return]


@cache
def _hash() -> Any:
    # Imported on use, and once: a search whose files show no change needs none, and linking thousands.
    from hashlib import blake2b

    return blake2b
