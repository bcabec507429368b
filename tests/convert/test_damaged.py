"""A file that is damaged anywhere is read, or refused in a message."""

import io
import zipfile
from contextlib import suppress

import pytest

from tests.convert.files import docx, run
from tui.convert import html
from tui.convert.convert import ConvertError, convert


def squeezed(data: bytes) -> bytes:
    """The same archive, with its files compressed as programs write it."""
    with io.BytesIO() as written:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                new.writestr(info.filename, old.read(info))
        return written.getvalue()


def test_a_byte_that_changed_anywhere_is_no_traceback() -> None:
    data = squeezed(docx(run("The lake holds 5 tons, said Orla Moss. ") * 9))
    refused = []
    for at in range(0, len(data), 19):
        spoilt = bytearray(data)
        spoilt[at] ^= 0xFF
        with suppress(ConvertError):
            convert("a.docx", bytes(spoilt))
            continue
        refused.append(at)
    assert refused


def test_whatever_a_parser_raises_is_told_in_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes) -> None:
        raise IndexError("no such page")

    monkeypatch.setattr(html, "read", fail)
    with pytest.raises(ConvertError, match="is damaged: no such page"):
        convert("a.html", b"<p>5 tons</p>")
