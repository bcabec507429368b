"""Spoiling bytes and files in any way."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from tests.hostile.pieces import ESCAPES, HIDDEN, MARKUP

# Bytes

# fmt: off
_TEXTS = (
    # What a terminal obeys, and what hides
    ESCAPES, HIDDEN, MARKUP, "\0", "\t", "\r", "\n", "\r\n", "\u2028", "\x85", "\u00ad", "\u200d", "\u200d\u200d",
    "\u3164", "\u2800", "\u034f", "\U000e0041", "\ufeff", "\ud800", "e\u0301\u0301\u0301", "🏳️‍🌈", "שלום", "د.إ", "湖",
    "\u1100\u1161",
    # YAML
    "- ", ": ", "? ", "{", "}", "[", "]", "&a ", "*a", "<<: ", "!!python/name:os ", "%YAML 1.1\n", "|", ">", "'", '"',
    "#", "---\n", "...\n", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> other\n", "draft: true\n",
    # Numbers
    "9" * 400, "1E9999999", "1E-9999999", "1e400", "-1", "-0", ".nan", ".inf", "0x1F", "1_000", "1:30:00", "٣", "½",
    "٤٫٢", "10²³", "3/4", "±", "5-6", "one hundred and", "million", "%", "$",
)

_VALUES = (
    "", "null", "~", "true", "[]", "{}", "[a, b]", "{a: b}", '""', '"\\e[2J"', '"\\u2800"', '"\\ud800"', "0", "-1",
    "1E9999999", "1E-9999999", "1E999999", "-0.0", ".nan", ".inf", "9" * 5000, "2024-13-45", "9" * 5000 + "-01-01",
    "-2024", "0000", "2024-02-30", "2024/2023", "../..", "/etc/passwd", "a" * 5000, "reserves", "orla", "mine", "t",
    "usgs", "|\n", "*a", "!!str x", "(", "[[", "%", "1 September 2024", "javascript:alert(1)",
)
# fmt: on

PIECES = st.sampled_from(_TEXTS).map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=6)
"""What is put into files."""

_HOW = ("flip", "delete", "double", "swap", "insert", "move", "cut", "value", "digits", "breaks", "mark", "wide")

_WHERE = st.floats(0, 1, exclude_max=True)

CHANGES = st.lists(
    st.tuples(st.sampled_from(_HOW), _WHERE, _WHERE, PIECES, st.sampled_from(_VALUES)), min_size=1, max_size=4
)
"""How bytes are changed, and where."""

Change = tuple[str, float, float, bytes, str]


def changed(content: bytes, changes: list[Change], by_line: bool) -> bytes:
    """Bytes after some changes to their lines, or to single bytes."""
    for how, first, second, piece, value in changes:
        parts = content.splitlines(keepends=True) if by_line else [bytes([byte]) for byte in content]
        if not parts:
            break
        i, j = int(first * len(parts)), int(second * len(parts))
        content = _CHANGING[how](parts, i, j, piece, value.encode())
    return content


def _flip(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    parts[i] = bytes([parts[i][0] ^ 1 << j % 8]) + parts[i][1:]
    return b"".join(parts)


def _delete(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    del parts[i : i + 1 + j % 3]
    return b"".join(parts)


def _double(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    parts.insert(j, parts[i])
    return b"".join(parts)


def _swap(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    parts[i], parts[j] = parts[j], parts[i]
    return b"".join(parts)


def _insert(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    parts.insert(i, piece)
    return b"".join(parts)


def _move(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    taken = parts[i : i + 40]
    del parts[i : i + 40]
    parts[j:j] = taken
    return b"".join(parts)


def _cut(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    return b"".join(parts[:i])


def _value(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    """Another value after a key."""
    return _put_at(re.compile(rb"(?<=: )[^\n]*"), parts, i, value)


def _digits(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    """Something else for a number."""
    return _put_at(re.compile(rb"\d+"), parts, i, piece)


def _put_at(pattern: re.Pattern[bytes], parts: list[bytes], i: int, new: bytes) -> bytes:
    """Something new in place of the first match of a pattern from a part on."""
    before, after = b"".join(parts[:i]), b"".join(parts[i:])
    return before + pattern.sub(lambda match: new, after, count=1)


def _breaks(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    return b"".join(parts).replace(b"\n", (b"\r\n", b"\r", b"\n\n", b" ")[j % 4])


def _mark(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    return b"\xef\xbb\xbf" + b"".join(parts)


def _wide(parts: list[bytes], i: int, j: int, piece: bytes, value: bytes) -> bytes:
    return b"".join(parts).decode("utf-8", "replace").encode(("utf-16", "utf-32", "utf-8-sig", "utf-7")[j % 4])


_CHANGING = {
    "flip": _flip,
    "delete": _delete,
    "double": _double,
    "swap": _swap,
    "insert": _insert,
    "move": _move,
    "cut": _cut,
    "value": _value,
    "digits": _digits,
    "breaks": _breaks,
    "mark": _mark,
    "wide": _wide,
}

# Files


def remove(file: Path) -> None:
    """Removes whatever has a path, if anything has."""
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    else:
        file.unlink(missing_ok=True)


def _as_link(to: str) -> Callable[[Path], None]:
    return lambda file: file.symlink_to(to)


def _unreadable(file: Path) -> None:
    file.write_bytes(b"lode: 1\n")
    file.chmod(0)


def _large(file: Path) -> None:
    with file.open("wb") as opened:
        opened.truncate(100_000_000)


BROKEN: dict[str, Callable[[Path], None]] = {
    "gone": lambda file: None,
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "loop": lambda file: file.symlink_to(file.name),
    "link to nothing": _as_link("nothing"),
    "link out": _as_link("/etc/hostname"),
    "link to a device": _as_link("/dev/zero"),
    "unreadable": _unreadable,
    "empty": Path.touch,
    "large": _large,
    "binary": lambda file: [file.write_bytes(bytes(range(256)) * 16), None][1],
}
"""What can be in the place of a file; each is called with a path where nothing is."""


def merge_conflict(content: bytes) -> bytes:
    """What Git leaves of a file in which two people changed the middle."""
    lines = content.splitlines(keepends=True)
    half = len(lines) // 2
    mine, other = lines[half : half + 2], lines[half + 1 : half + 3]
    marked = [b"<<<<<<< HEAD\n", *mine, b"=======\n", *other, b">>>>>>> other\n"]
    return b"".join([*lines[:half], *marked, *lines[half + 3 :]])
