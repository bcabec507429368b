"""Plain text and Markdown: taken over as they are, in UTF-8."""

import re

from tui.convert.convert import Converted, ConvertError

_BROKEN = re.compile(r"[^\W\d_],?\r?\n([^\W\d_])")
"""Where a line ends in a word, and the next begins with one."""

_FEW = 3
"""How many sentences may go on in another line, as a list in small letters looks."""


def warnings_of(text: str) -> tuple[str, ...]:
    """What may be misread in a text: sentences that are broken into lines."""
    if sum(match[1].islower() for match in _BROKEN.finditer(text)) <= _FEW:
        return ()
    return ("lines break inside sentences, and lode ends a sentence with its line; put each paragraph on one line",)


def read(data: bytes) -> Converted:
    """The text itself. Raises ConvertError where it is not in UTF-8, or in UTF-16 with its mark."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ConvertError(f"is not in UTF-8 (byte {error.start + 1}); save it as UTF-8 and add it again") from None
    if not text.strip():
        raise ConvertError("holds no text")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Converted(text=text, warnings=warnings_of(text))
