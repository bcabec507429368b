"""Text fitted to a width: never wider, cut only where it must be, and never without a sign of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.safe import visible
from tui.view.styled_text import Line, StyledText, plain
from tui.view.wrap import cells, cut, cut_line

ALPHABET = "abc  é湖塩\u0301\u3000👩🎣"

pieces = st.builds(StyledText, st.text(st.sampled_from(ALPHABET), max_size=12), st.sampled_from(["", "dim", "number"]))
lines = st.lists(pieces, max_size=5)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("lake", 4, "lake"),
        ("lakes", 4, "lak…"),
        ("lake", 1, "…"),
        ("塩の湖", 6, "塩の湖"),
        ("塩の湖", 5, "塩の…"),
        ("塩の湖", 4, "塩 …"),
        ("", 1, ""),
    ],
)
def test_a_text_is_cut_by_cells(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@pytest.mark.parametrize(
    ("texts", "width", "shown"),
    [
        (["ab", "cd"], 4, ["ab", "cd"]),
        (["ab", "cd"], 3, ["ab", "…"]),
        (["ab", "cd"], 2, ["a…"]),
        (["ab", "cd"], 1, ["…"]),
        (["ab", "cd"], 0, []),
        (["ab", "cd"], -1, []),
        ([], 0, []),
        (["ab", "c", "  "], 4, ["ab", "c", " "]),
        (["ab", "c", "  "], 3, ["ab", "c"]),
        (["ab", "c", "  "], 2, ["a…"]),
        (["ab ", " ", " "], 2, ["ab"]),
    ],
)
def test_a_line_that_goes_on_says_so(texts: list[str], width: int, shown: list[str]) -> None:
    assert [piece.text for piece in cut_line([StyledText(text) for text in texts], width)] == shown


@given(lines, st.integers(0, 40))
def test_a_line_is_never_wider_and_shows_where_it_is_cut(line: Line, width: int) -> None:
    shown = cut_line(line, width)
    assert cells(shown) <= width
    if cells(line) <= width:
        assert shown == line
    elif width:
        only_blanks = plain(shown).rstrip() == plain(line).rstrip()
        assert cells(shown) == width and (only_blanks or plain(shown).endswith("…"))
    assert all(kept.style == piece.style for kept, piece in zip(shown, line, strict=False))


@given(st.text(st.sampled_from("a湖\u200d\u3000\u1100👩"), max_size=8), st.integers(1, 8))
def test_joiners_are_cut_without_harm(text: str, width: int) -> None:
    assert len(plain(cut_line([StyledText(visible(text)), StyledText("abc")], width))) <= len(text) + 3
