"""An e-book becomes the text of its chapters, in reading order."""

import pytest

from tests.convert.files import epub, zipped
from tui.convert.convert import ConvertError, convert

METADATA = "<dc:title>Salt</dc:title><dc:creator>Ada Moss</dc:creator><dc:date>2024-05-06T00:00:00Z</dc:date>"


def test_chapters_follow_each_other() -> None:
    read = convert(
        "a.epub", epub("<h2>One</h2><p>28.5<sup>1</sup> million</p>", "<p>Two <b>22</b></p>", metadata=METADATA)
    )
    assert read.text == "## One\n\n28.5¹ million\n\nTwo 22"
    assert (read.title, read.author, read.published) == ("Salt", "Ada Moss", "2024-05-06")


def test_a_table_of_contents_is_no_text() -> None:
    contents = "<nav><h2>Contents</h2><ol><li><a href='c%201.xhtml'>Salt</a></li></ol></nav>"
    assert convert("a.epub", epub(contents, "<p>It holds 7 tons.</p>")).text == "It holds 7 tons."


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ('<?xml version="1.0"?>', "utf-8"),
        ('<?xml version="1.0" encoding="UTF-8"?>', "utf-8"),
        ("<?xml version='1.0' encoding='iso-8859-15'?>", "iso-8859-15"),
        ("", "utf-16"),
    ],
)
def test_a_chapter_is_xml_in_the_encoding_that_it_declares(declared: str, encoding: str) -> None:
    data = epub("<p>6 milliards d'euros, 5\u00a0€ l'été</p>", declared=declared, encoding=encoding)
    assert convert("a.epub", data).text.replace("\u00a0", " ") == "6 milliards d'euros, 5 € l'été"


@pytest.mark.parametrize(
    "data",
    [b"", b"no archive", zipped({"a.txt": "5"}), epub(), epub("")],
    ids=["empty", "another", "no book", "no chapter", "no text"],
)
def test_what_is_not_a_book_is_refused(data: bytes) -> None:
    with pytest.raises(ConvertError):
        convert("a.epub", data)
