"""Laying out a text in rows: no text is lost, no row is too wide, and every row can be found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app.sample_dossier import JAPANESE
from tui.app.rendering.layout import Layout, RowPosition
from tui.text.document import LONGEST_PASSAGE, Document
from tui.text.safe import NOTHING, readable, readable_in_place
from tui.text.span import Span

ALPHABET = "abc  \n\n-–/é湖塩。「« »ไทย្ក្រ 👩\u200d☺\ufe0f \u3000\t\r\x1b\u202e\u200b\u0301\u00a0👩🏽🎣ﾞ"

texts = st.text(st.sampled_from(ALPHABET), max_size=120) | st.text(max_size=60)
widths = st.integers(4, 30)


def lay_out(text: str, width: int) -> Layout:
    return Layout(Document("a.txt", text), width)


def rows_of(layout: Layout) -> list[tuple[RowPosition, Span]]:
    """All rows from the first on."""
    return list(layout.window(RowPosition(0, 0), 10**6))


def rows_as_text(text: str, width: int) -> list[str]:
    layout = lay_out(text, width)
    return [layout.document[span] for _, span in rows_of(layout)]


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        pytest.param("", 10, [], id="nothing"),
        pytest.param("\n\n \n", 10, [], id="blank lines take no row"),
        pytest.param("one\n\n\ntwo", 10, ["one", "", "two", ""], id="paragraphs one row apart"),
        pytest.param("one\ntwo\n", 10, ["one", "", "two", ""], id="whatever the file's blank lines"),
        pytest.param("one two three", 8, ["one two", "three", ""], id="at white space"),
        pytest.param("one two", 7, ["one two", ""], id="as wide as the row"),
        pytest.param("one  two   ", 4, ["one", "two", ""], id="white space between rows goes"),
        pytest.param("uninterrupted", 5, ["unint", "errup", "ted", ""], id="a word longer than a row"),
        pytest.param("rare-earth metals", 6, ["rare-", "earth", "metals", ""], id="after a hyphen"),
        pytest.param("塩の湖は広い", 7, ["塩の湖", "は広い", ""], id="wide characters anywhere"),
        pytest.param("塩の湖。広い", 5, ["塩の", "湖。", "広い", ""], id="not before a full stop"),
        pytest.param("5\u202f000 t of\u00a0it", 8, ["5\u202f000 t", "of\u00a0it", ""], id="not at no-break spaces"),
        pytest.param("a\r\nb\r\n", 5, ["a", "", "b", ""], id="CRLF"),
        pytest.param("ab\tcd", 4, ["ab", "cd", ""], id="a tab is white space"),
        pytest.param("\x1b\x1b\x1b\x1b\x1b", 4, ["\x1b" * 4, "\x1b", ""], id="a stand-in takes a cell"),
        pytest.param("é" * 5, 4, ["é" * 4, "é", ""], id="an accent takes none"),
        pytest.param("e\u0301" * 5, 4, ["e\u0301" * 4, "e\u0301", ""], id="nor a combining one"),
    ],
)
def test_rows(text: str, width: int, rows: list[str]) -> None:
    assert rows_as_text(text, width) == rows


@pytest.mark.slow
@given(texts, widths)
def test_every_character_in_order(text: str, width: int) -> None:
    layout = lay_out(text, width)
    position, shown = 0, readable_in_place(text).replace(NOTHING, " ")
    for _, row in rows_of(layout):
        assert position <= row.start <= row.end
        assert not shown[position : row.start].strip(), "only white space goes between rows"
        position = row.end
    assert not shown[position:].strip()


@pytest.mark.slow
@given(texts, widths)
def test_no_row_is_too_wide(text: str, width: int) -> None:
    layout = lay_out(text, width)
    for _, row in rows_of(layout):
        assert cell_len(readable(layout.document[row])) <= width


@pytest.mark.slow
@given(texts, widths)
def test_every_row_is_found_by_its_start(text: str, width: int) -> None:
    layout = lay_out(text, width)
    for top, row in rows_of(layout):
        assert layout.offset_of(top) == row.start
        assert layout.position_of(layout.offset_of(top)) == top


@given(texts, widths, st.data())
def test_every_character_is_in_the_row_that_holds_it(text: str, width: int, data: st.DataObject) -> None:
    layout = lay_out(text, width)
    held = [(offset, top) for top, row in rows_of(layout) for offset in range(row.start, row.end)]
    if held:
        offset, top = data.draw(st.sampled_from(held))
        assert layout.position_of(offset) == top


@given(texts, widths, st.integers(-50, 300))
def test_any_offset_has_a_row(text: str, width: int, offset: int) -> None:
    layout = lay_out(text, width)
    tops = [top for top, _ in rows_of(layout)]
    assert layout.position_of(offset) in tops or layout.position_of(offset).line >= (tops[-1].line if tops else 0)


@given(texts, widths, st.integers(0, 40), st.integers(0, 40))
def test_moving_counts_rows(text: str, width: int, start: int, by: int) -> None:
    layout = lay_out(text, width)
    tops = [top for top, _ in rows_of(layout)]
    if start + by < len(tops):
        assert layout.moved_by(tops[start], by) == tops[start + by]
        assert layout.moved_by(tops[start + by], -by) == tops[start]
        assert layout.distance(tops[start], tops[start + by], by) == by
    if start < len(tops):
        assert layout.moved_by(tops[start], -start - by) == tops[0], "held at the first row"
        assert layout.moved_by(tops[start], len(tops) + by) == tops[-1], "held at the last row"


@given(texts, widths, st.integers(1, 12))
def test_the_last_window_is_full_and_ends_the_text(text: str, width: int, height: int) -> None:
    layout = lay_out(text, width)
    rows = rows_of(layout)
    last = [row for _, row in layout.window(layout.last_top_position(height), height)]
    # The empty row after the last line may go.
    assert len(last) == min(height, max(len(rows) - 1, 0)) or len(rows) <= height
    if rows:
        assert rows[-2][1] in last


@given(texts, widths)
def test_above_and_too_far_below_have_no_distance(text: str, width: int) -> None:
    layout = lay_out(text, width)
    tops = [top for top, _ in rows_of(layout)]
    if len(tops) > 2:
        assert layout.distance(tops[1], tops[0], 5) is None
        assert layout.distance(tops[0], tops[2], 1) is None


def test_only_what_is_looked_at_is_wrapped() -> None:
    layout = lay_out(f"{JAPANESE}\n" * 10_000, 40)
    wrapped = []
    rows = layout.rows
    layout.rows = lambda line: wrapped.append(line) or rows(line)  # type: ignore[assignment, func-returns-value]
    assert len(list(layout.window(RowPosition(5000, 1), 30))) == 30
    assert set(wrapped) <= set(range(5000, 5020))
    wrapped.clear()
    layout.last_top_position(30)
    assert min(wrapped) > 9980


LONG = {
    "one line": lambda size: "The lake was dry. " * size,
    "one word": lambda size: "x" * 18 * size,
    "many lines": lambda size: "The lake was dry.\n" * size,
    "blank lines": lambda size: "Dry.\n" + "\n\u200b \n" * size + "Dry.\n" + "\n" * size,
    "white space": lambda size: " " * 9 * size + "a" + "\t" * 9 * size + "b",
    "characters without a shape": lambda size: "a" + "\u0301" * 18 * size,
}


@pytest.mark.parametrize("kind", LONG)
def test_of_a_long_text_only_what_is_looked_at_is_wrapped(kind: str) -> None:
    text = LONG[kind](4000)  # type: ignore[no-untyped-call]
    layout = lay_out(text, 40)
    wrapped = 0
    rows = layout.rows

    def counted(line: int) -> tuple[Span, ...]:
        nonlocal wrapped
        found = rows(line)
        wrapped += 1 + len(found)
        assert len(found) <= LONGEST_PASSAGE
        return found

    layout.rows = counted  # type: ignore[assignment]
    for top in (RowPosition(0, 0), layout.position_of(len(text) // 2), layout.last_top_position(30)):
        list(layout.window(top, 30))
        layout.moved_by(layout.moved_by(top, 30), -30)
        layout.distance(RowPosition(0, 0), top, 30)
    # Each window asks for the rows of the few lines that it shows.
    assert wrapped < 10_000
