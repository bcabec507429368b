"""A source as it was read from a file: its text, and what the file says about itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePath

from tui.text.fold import fold

FORMATS = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".epub": "epub",
}
"""The module that reads each ending of a file name."""

MAX_BYTES = 100_000_000
"""The size of a file that is read, and of what a compressed one may unpack to."""


_START = 3_000
"""How many characters from the start of a text its title and author are looked for in."""


class ConvertError(ValueError):
    """A file that cannot be turned into text; the message says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Converted:
    """The text of a source, and what it says about itself (None where it does not)."""

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    """The day, as in 2025-03-31."""
    url: str | None = None
    """Its own address."""
    warnings: tuple[str, ...] = ()
    """What may have been lost."""

    def with_properties(self, title: str | None, author: str | None) -> "Converted":
        """With the title and author that the file's properties name, each if the start of the text prints it.

        Properties are often those of a template, or name the program, or whoever typed the text.
        """
        start = _alike(self.text[:_START])
        printed = [each.strip() if each and f" {_alike(each)} " in f" {start} " else None for each in (title, author)]
        return replace(self, title=printed[0], author=printed[1])

    @property
    def document(self) -> str:
        """The text with a header that states title, author, publisher, day and address, each on a line of its own."""
        stated = (
            ("Author", self.author),
            ("Publisher", self.publisher),
            ("Published", self.published),
            ("Address", self.url),
        )
        body = self.text
        if self.title:
            # The text may begin with its title as well.
            body = re.sub(rf"\A\s*(?:#+\s+)?{re.escape(self.title)}\s*(?:\n|\Z)", "", body)
        blocks = [
            f"# {self.title}" if self.title else "",
            "\n".join(f"{name}: {value}" for name, value in stated if value),
            body.strip("\n"),
        ]
        return "\n\n".join(filter(None, blocks)) + "\n"


def _alike(text: str) -> str:
    """A text in which forms of quotation marks and dashes, white space, marks after words and case are the same."""
    return " ".join(word.rstrip(".,;:") for word in fold(text).casefold().split())


def format_of(name: str) -> str | None:
    """The module that reads a file of this name; None where there is none."""
    return FORMATS.get(PurePath(name).suffix.lower())


def convert(name: str, data: bytes) -> Converted:
    """The text in a file's content, by the ending of its name.

    Raises ConvertError where it cannot be read, or where a package that its format needs is not installed.
    """
    form = format_of(name)
    if form is None:
        raise ConvertError(f"is not in a format that can be added: {', '.join(FORMATS)}")
    if len(data) > MAX_BYTES:
        raise ConvertError(f"is larger than {MAX_BYTES // 1_000_000} MB")
    try:
        read: Callable[[bytes], Converted] = import_module(f"tui.convert.{form}").read
    except ImportError as error:
        package = (error.name or "").partition(".")[0]
        raise ConvertError(f"needs the package {package}: pip install 'lode-tui[import]'") from None
    try:
        return read(data)
    except ConvertError:
        raise
    except Exception as error:
        # What unpacks and parses a format raises errors of many kinds where a file is damaged.
        raise ConvertError(f"is damaged: {error}") from None
