"""Plain text and Markdown: taken over as they are, in UTF-8."""

from tui.convert.convert import Converted, ConvertError


def read(data: bytes) -> Converted:
    """The text itself. Raises ConvertError where it is not in UTF-8, or in UTF-16 with its mark."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ConvertError(f"is not in UTF-8 (byte {error.start + 1}); save it as UTF-8 and add it again") from None
    if not text.strip():
        raise ConvertError("holds no text")
    return Converted(text=text.replace("\r\n", "\n").replace("\r", "\n"))
