"""A PDF becomes its text in reading order: columns, tables, raised digits, hyphens, running heads."""

import textwrap

import pytest

from tests.convert.files import LETTER, pdf
from tui.convert.convert import ConvertError, convert

Drawn = list[tuple[float, float, float, str]]

LEFT = (
    "The lake in the north holds forty million tons of salt, the company said, and wants to dig from spring on. "
    "The survey counts 38.5 million tons. Nobody has measured it since 1998, when the shore was flooded for weeks."
)
RIGHT = (
    "Other lakes hold less. The southern one has 7.25 million tons, and the western one 12 million. The road to it was "
    "closed for days by snow, and the people there burned what they had and waited until the wind turned at last."
)


def column(x: float, top: float, words: str, width: int = 38, size: float = 10) -> Drawn:
    """Lines of a column."""
    return [(x, top - 12 * i, size, line) for i, line in enumerate(textwrap.wrap(words, width))]


def text(*pages: Drawn) -> str:
    return convert("a.pdf", pdf(*pages)).text


@pytest.mark.parametrize("drawn", ["column by column", "row by row"])
def test_a_column_is_read_to_its_foot(drawn: str) -> None:
    left, right = column(50, 700, LEFT), column(320, 700, RIGHT)
    both = left + right if drawn == "column by column" else sorted(left + right, key=lambda line: -line[1])
    heading = [(50.0, 740.0, 16.0, "A heading across both of the columns")]
    foot = [(50.0, 560.0, 10.0, "This line below the columns runs across the whole of the page again, as one sees.")]
    assert text(heading + both + foot) == (f"A heading across both of the columns\n\n{LEFT}\n\n{RIGHT}\n\n{foot[0][3]}")


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Year", "Tons", "Share"), ("2022", "2,400", "0.9%"), ("2023", "2,600", "1%"), ("2024", "2,500", "0.64%")]
    cells = [
        (x, 700.0 - 14 * i, 10.0, cell)
        for i, row in enumerate(rows)
        for x, cell in zip((50, 200, 350), row, strict=True)
    ]
    lines = ["| " + " | ".join(row) for row in rows]
    assert text(cells).split("\n\n") == lines


@pytest.mark.parametrize(
    ("before", "small", "shift", "after", "expected"),
    [
        ("There are 3,810,000", "1", 4.0, " tons.", "There are 3,810,000¹ tons."),
        ("There are 10", "6", 4.0, " tons.", "There are 10⁶ tons."),
        ("The CO", "2", -3.0, " rose.", "The CO₂ rose."),
        ("There are 28.5", "a", 4.0, " tons.", "There are 28.5[a] tons."),
        ("On the 7", "th", 4.0, " day.", "On the 7th day."),
    ],
)
def test_small_characters_above_and_below_the_line_stay_apart(
    before: str, small: str, shift: float, after: str, expected: str
) -> None:
    x = 50 + len(before) * 10 * LETTER
    end = x + len(small) * 6 * LETTER
    assert text([(50, 700, 10, before), (x, 700 + shift, 6, small), (end, 700, 10, after)]) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["The pro-", "duction fell."], "The production fell."),
        (["A well-known lake is a well-", "known one."], "A well-known lake is a well-known one."),
        (["In 2019-", "2020 it fell."], "In 2019-2020 it fell."),
        (["The Putin-", "Trump talks"], "The Putin-Trump talks"),
        (["It holds 28.5", "million tons."], "It holds 28.5 million tons."),
    ],
)
def test_a_word_that_the_end_of_a_line_breaks_is_made_whole(lines: list[str], expected: str) -> None:
    assert text([(50, 700 - 12 * i, 10, line) for i, line in enumerate(lines)]) == expected


def test_running_heads_and_page_numbers_are_left_out_and_pages_kept_apart() -> None:
    pages = [
        [
            (50.0, 780.0, 9.0, "Journal of Salt 12 (2024)"),
            *column(50, 700, f"Page {i} has {i}{i} tons."),
            (300.0, 20.0, 9.0, str(i)),
        ]
        for i in range(7, 11)
    ]
    assert text(*pages).split("\n\n\f") == [f"Page {i} has {i}{i} tons." for i in range(7, 11)]


def test_a_last_line_that_differs_is_kept() -> None:
    pages = [[*column(50, 700, f"The text of {n}."), (50.0, 400.0, 10.0, f"In all {n} tons")] for n in (12, 15, 19, 40)]
    assert [page.split("\n\n")[1] for page in text(*pages).split("\n\n\f")] == [
        f"In all {n} tons" for n in (12, 15, 19, 40)
    ]


@pytest.mark.parametrize(
    ("title", "printed", "expected"),
    [
        ("The Price of Salt", "THE PRICE OF SALT:", "# The Price of Salt\n\nTHE PRICE OF SALT:\n\n5 tons\n"),
        ("Salt", "Salt", "# Salt\n\n5 tons\n"),
        ("(anonymous)", "An anonymous author", "An anonymous author\n\n5 tons\n"),
        ("untitled", "Salt", "Salt\n\n5 tons\n"),
        ("Microsoft Word - salt.docx", "Salt", "Salt\n\n5 tons\n"),
    ],
)
def test_the_title_is_that_of_the_file_if_the_text_prints_it(title: str, printed: str, expected: str) -> None:
    lines = [(50.0, 700.0, 10.0, printed), (50.0, 600.0, 10.0, "5 tons")]
    assert convert("a.pdf", pdf(lines, title=title)).document == expected


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.4\n%%EOF", pdf([]), pdf()])
def test_what_has_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ConvertError):
        convert("a.pdf", data)


def test_the_time_grows_with_the_text() -> None:
    """A page of thousands of lines is laid out in one pass over its lines for each column."""
    lines = [(50.0, 7000.0 - i, 0.8, f"Line {i} of a long page") for i in range(3000)]
    assert text(lines).count("Line") == 3000


def test_a_space_of_the_file_parts_words_that_are_drawn_close_to_each_other() -> None:
    close = 50 + 4 * 10 * LETTER + 1
    assert text([(50, 700, 10, "1998 "), (close, 700, 10, "200 tons")]) == "1998 200 tons"
    assert text([(50, 700, 10, "1998"), (close, 700, 10, "200 tons")]) == "1998200 tons"


@pytest.mark.parametrize(
    ("places", "words", "expected"),
    [
        ((50, 104, 170), ("gesagt", "aber", "ich"), None),
        ((50, 106, 150), ("gesagt", "aber", "ich"), "gesagt aber ich"),
        ((50, 106, 150), ("Tonnen", "4000", "500"), None),
    ],
)
def test_a_line_that_is_set_to_the_full_width_is_no_row_of_a_table(
    places: tuple[float, ...], words: tuple[str, ...], expected: str | None
) -> None:
    drawn = [(x, 700.0, 10.0, word) for x, word in zip(places, words, strict=True)]
    assert text(drawn) == (expected or "| " + " | ".join(words))
