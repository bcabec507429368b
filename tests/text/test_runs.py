"""What is told of a run of words without looking through the text is what finding it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.quote import find
from tui.text.runs import Runs
from tui.text.span import Span

PIECES = ["a", "a", "b", "renew", "new", " ", " ", " ", "\n", "5", "28", "28.5", "2,500", "-5", ".", "“", '"', "’", "'",
          "_", "塩", "é", "e\u0301", "\xa0", "–"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "around", "quote", "alone"),
    [
        ("one salt mine", "salt", "salt", True),
        ("red salt, blue salt", "salt", "salt", False),
        ("red salt, blue salt", "red salt", "salt", True),
        ("salt here, salt there", "salt here", "salt", True),
        ("new salt, renew salt", "new salt", "salt", False),
        ("28.5 tons and 5 tons", "5 tons", "5 tons", True),
        ("28.5 tons 5 tons", "5 tons", "tons", False),
        ("“salt” 'salt'", "salt", "salt", False),
        ('“salt” "salt"', "“salt”", "“salt”", False),
        ("塩は塩の", "塩は", "塩は", True),
    ],
)
def test_alone(text: str, around: str, quote: str, alone: bool) -> None:
    start = text.rindex(around)
    inner = start + around.index(quote)
    spans = Span(inner, inner + len(quote)), Span(start, start + len(around))
    assert Runs(text).alone(*spans) == alone


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.data())
def test_what_is_alone_is_found_once(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    start, quote_start, quote_end, end = sorted(data.draw(st.tuples(places, places, places, places)))
    quote, around = Span(quote_start, quote_end), Span(start, end)
    if Runs(text).alone(quote, around):
        prefix, suffix = text[start:quote_start].strip(), text[quote_end:end].strip()
        assert find(text, text[quote_start:quote_end], prefix, suffix).spans == (quote,)
