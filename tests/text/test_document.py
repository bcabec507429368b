"""A file's text as stored, its lines and columns, and its sentences."""

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import opening
from tui.text.document import Document, read_text
from tui.text.opening import UnreadableError
from tui.text.span import Span

texts = st.text(alphabet="ab .!?。\r\n\t\u00a0é漢1", max_size=60)


# Reading


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        (b"", ""),
        (b"one\ntwo", "one\ntwo"),
        (b"one\r\ntwo\r\n", "one\r\ntwo\r\n"),
        (b"one\rtwo", "one\rtwo"),
        (b"\xef\xbb\xbfone", "\ufeffone"),
        ("Russia’s 3.8 ” 漢 🪨".encode(), "Russia’s 3.8 ” 漢 🪨"),
        (b"nul \x00 and escape \x1b[2J", "nul \x00 and escape \x1b[2J"),
        ("e\u0301".encode(), "e\u0301"),
    ],
)
def test_a_text_is_read_as_stored(tmp_path: Path, stored: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(stored)
    assert read_text(path) == text


@pytest.mark.parametrize(
    ("stored", "reason"),
    [
        (b"\xff", "is not UTF-8: byte 0 is 0xff; save it as UTF-8"),
        (b"caf\xe9 au lait", "is not UTF-8: byte 3 is 0xe9; save it as UTF-8"),
        ("é".encode() + b"ab\x80", "is not UTF-8: byte 4 is 0x80; save it as UTF-8"),
        (b"cut off \xe2\x80", "is not UTF-8: byte 8 is 0xe2; save it as UTF-8"),
        (b"surrogate \xed\xa0\x80", "is not UTF-8: byte 10 is 0xed; save it as UTF-8"),
        ("one".encode("utf-16"), "is UTF-16: byte 0 is 0xff; save it as UTF-8"),
        (b"\xfe\xff" + "one".encode("utf-16-be"), "is UTF-16: byte 0 is 0xfe; save it as UTF-8"),
    ],
)
def test_another_encoding_is_refused_with_its_first_byte(tmp_path: Path, stored: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(stored)
    with pytest.raises(UnreadableError) as refusal:
        read_text(path)
    assert str(refusal.value) == reason


@pytest.mark.parametrize("name", ["missing.txt", "no/such/folder.txt"])
def test_a_missing_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError, match=r"^does not exist$"):
        read_text(tmp_path / name)


def test_a_dangling_link_is_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(UnreadableError, match=r"^does not exist$"):
        read_text(tmp_path / "link.txt")


def test_a_folder_and_a_pipe_are_not_regular_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(UnreadableError, match=r"^is not a regular file$"):
            read_text(path)


@pytest.mark.parametrize("name", ["a" * 300, "file.txt/below"])
def test_a_path_that_the_system_refuses_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("one", encoding="utf-8")
    with pytest.raises(UnreadableError) as refusal:
        read_text(tmp_path / name)
    assert "\n" not in str(refusal.value)


@pytest.fixture
def ordinary() -> Iterator[Path]:
    """A folder of an ordinary user, who runs the test even where root runs the tests: root may read everything."""
    with tempfile.TemporaryDirectory() as name:
        root = os.geteuid() == 0
        if root:
            os.chown(name, 65534, 65534)
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)


def test_an_unreadable_file_says_why(ordinary: Path) -> None:
    path = ordinary / "a.txt"
    path.write_text("one", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableError, match=rf"^cannot be read: {os.strerror(errno.EACCES)}$"):
        read_text(path)


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), OSError("Input/output error")])
def test_a_device_error_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    def broken(*_: object, **__: object) -> object:
        raise error

    path = tmp_path / "a.txt"
    path.write_text("one", encoding="utf-8")
    monkeypatch.setattr(os, "open", broken)
    with pytest.raises(UnreadableError, match=r"^cannot be read: Input/output error$"):
        read_text(path)


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MAX_BYTES", 2 * 1024 * 1024)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * (2 * 1024 * 1024))
    assert len(read_text(path)) == 2 * 1024 * 1024
    path.write_bytes(b"x" * (2 * 1024 * 1024 + 1))
    with pytest.raises(UnreadableError, match=r"^is larger than 2 MiB; split it$"):
        read_text(path)


# Lines and columns


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("one", 0, (1, 1)),
        ("one", 3, (1, 4)),
        ("one\ntwo", 3, (1, 4)),
        ("one\ntwo", 4, (2, 1)),
        ("one\ntwo\n", 8, (3, 1)),
        ("one\r\ntwo", 3, (1, 4)),
        ("one\r\ntwo", 5, (2, 1)),
        ("\n\n\n", 2, (3, 1)),
        ("漢🪨é\nx", 2, (1, 3)),
        ("漢🪨é\nx", 4, (2, 1)),
        # Only a line feed ends a line, as in an editor.
        ("one\u2028two\vthree\x85four", 10, (1, 11)),
    ],
)
def test_an_offset_has_a_line_and_a_column(text: str, offset: int, position: tuple[int, int]) -> None:
    assert Document("a.txt", text).position(offset) == position
    assert Document("a.txt", text).offset(*position) == offset


@given(text=texts)
def test_every_offset_comes_back_from_its_position(text: str) -> None:
    stored = Document("a.txt", text)
    positions = [stored.position(offset) for offset in range(len(text) + 1)]
    assert [stored.offset(line, column) for line, column in positions] == list(range(len(text) + 1))
    assert positions == sorted(set(positions))


@pytest.mark.parametrize(
    ("line", "column", "offset"),
    [(0, 1, 0), (-3, -3, 0), (1, 99, 3), (2, 99, 7), (3, 1, 8), (99, 1, 8), (99, 99, 8), (2, 0, 4)],
)
def test_a_position_outside_the_text_is_held_inside(line: int, column: int, offset: int) -> None:
    assert Document("a.txt", "one\ntwo\n").offset(line, column) == offset


def test_a_line_without_a_column_is_its_start() -> None:
    assert Document("a.txt", "one\ntwo\n").offset(2) == 4


def test_a_span_gives_its_words() -> None:
    assert Document("a.txt", "one two three")[Span(4, 7)] == "two"


# Sentences


def sentences(text: str) -> list[str]:
    stored = Document("a.txt", text)
    return [stored[span] for span in stored.sentences]


@pytest.mark.parametrize(
    "expected",
    [
        ["One.", "Two.", "Three."],
        ["Is it?", "It is!", "So …", "And on."],
        ["What?!", "Yes."],
        ["Is it plan B?", "It is."],
        ["Were there 19?", "There were."],
        ["It began in 2024.", "It makes 120.", "It goes on."],
        ["He said: “It was 19.”", "She left."],
        # A point inside a number, an abbreviation, an initial, a date.
        ["Russia holds 3.8 million tons.", "China holds 44 million."],
        ["It fell to 0.64% of the market.", "Then it rose."],
        ["Russia and the U.S. Begin Talks on Metals"],
        ["The U.S. Geological Survey said so.", "Others did not."],
        ["Dr. Smith and Mr. Jones met Gen. Lee.", "They talked."],
        ["J. R. R. Tolkien wrote it.", "We read it."],
        ["See Fig. 3 of vol. 2 by Rosatom Inc. Moscow.", "It is clear."],
        ["Published on 19. Mar 2025 - 09:48 by nobody.", "More follows."],
        ["Prices, e.g. Those of dysprosium, rose.", "So it was."],
        ["It costs approx. Ten euros.", "That is little."],
        # What goes on in lower case is not an end.
        ["The site lode.example. com is down.", "Sorry."],
        ["He waited ... and left.", "She stayed."],
        # A closing quote or bracket belongs to what it closes.
        ["He said: “It is done.”", "She left."],
        ['He said: "It is done."', "She left."],
        ["(It was late.)", "We went."],
        ["“Is it?”", "“It is.”"],
        # Scripts without spaces.
        ["ロシアは大国である。", "中国も大国である。"],
        ["「そうだ。」", "彼は言った。"],
        ["本当か？", "そうだ！", "はい"],
    ],
)
def test_a_paragraph_has_its_sentences(expected: list[str]) -> None:
    joined = "" if any("\u3040" <= character <= "\u30ff" for character in expected[0]) else " "
    assert sentences(joined.join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\r\n", []),
        ("A Heading\nA paragraph. And more\n\nA Caption", ["A Heading", "A paragraph.", "And more", "A Caption"]),
        ("One\r\nTwo. Three.\r\n", ["One", "Two.", "Three."]),
        ("  One.   Two.  ", ["One.", "Two."]),
        ("\u00a0One.\u00a0Two.\u3000", ["One.", "Two."]),
        ("Mr.\nSmith", ["Mr.", "Smith"]),
        ("...", ["..."]),
    ],
)
def test_a_line_ends_a_sentence_and_space_around_it_is_left_out(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(text=texts)
def test_sentences_are_in_order_and_leave_only_space_between_them(text: str) -> None:
    stored = Document("a.txt", text)
    end = 0
    for span in stored.sentences:
        assert text[end : span.start].strip() == ""
        assert stored[span] == stored[span].strip() != ""
        assert "\n" not in stored[span]
        end = span.end
    assert text[end:].strip() == ""


@pytest.mark.parametrize(
    ("offset", "sentence"),
    [(0, "One."), (3, "One."), (4, "One."), (5, "Two."), (9, "Two."), (10, "Three"), (99, "Three")],
)
def test_an_offset_is_in_its_sentence_or_after_the_last(offset: int, sentence: str) -> None:
    stored = Document("a.txt", "One. Two.\nThree")
    assert stored[stored.sentence_at(offset)] == sentence


def test_before_the_first_sentence_of_a_line_it_is_the_nearest() -> None:
    stored = Document("a.txt", "Zero.\n   One. Two.")
    assert stored[stored.sentence_at(7)] == "One."


@pytest.mark.parametrize(
    ("words", "around"),
    [("wo", "Two."), ("One", "One."), ("ne. T", "One. Two."), ("Two.", "Two."), ("wo.\nTh", "Two.\nThree")],
)
def test_the_sentences_around_a_span_are_whole(words: str, around: str) -> None:
    stored = Document("a.txt", "One. Two.\nThree")
    start = stored.text.index(words)
    assert stored[stored.sentence_around(Span(start, start + len(words)))] == around


def test_a_blank_line_is_its_own_sentence() -> None:
    stored = Document("a.txt", "One.\n  \nTwo.")
    assert stored.sentence_at(6) == Span(5, 7)
    assert Document("a.txt", "").sentence_at(0) == Span(0, 0)
    assert Document("a.txt", "\nOne.").sentence_at(0) == Span(0, 0)


@given(text=texts)
def test_the_sentence_at_an_offset_is_one_of_the_text(text: str) -> None:
    stored = Document("a.txt", text)
    for sentence in stored.sentences:
        for offset in range(sentence.start, sentence.end):
            assert stored.sentence_at(offset) == sentence


def test_a_line_without_an_end_of_sentence_is_read_once() -> None:
    """Looking back to its start at each point would take minutes."""
    assert len(sentences("May 19. " * 100_000)) == 1
