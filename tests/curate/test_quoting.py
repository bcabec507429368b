"""A quote, with its prefix and suffix, finds the place that was quoted and no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.curate.quoting import Quoted, Quoter
from tui.text.document import Document
from tui.text.quote import find
from tui.text.span import Span

PIECES = ["a", "a", "b", "renew", "new", " ", " ", " ", "\n", "5", "28", "28.5", "2,500", "-5", ".", "“", '"', "’", "'",
          "_", "塩", "é", "e\u0301", "\xa0", "–"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("one salt mine", "salt", Quoted("salt")),
        ("red salt, blue salt", "salt", Quoted("salt", prefix="blue")),
        ("new salt, a renew salt", "salt", Quoted("salt", prefix="renew")),
        ("a new salt, renew salt", "salt", Quoted("salt", prefix="renew")),
        ("28.5 tons and 5 tons", "5 tons", Quoted("5 tons")),
        ("28.5 tons 5 tons", "tons", Quoted("tons", prefix="tons 5")),
        ("“salt” 'salt'", "salt", Quoted("salt", prefix="“salt” '")),
        ("塩の塩は", "塩は", Quoted("塩は")),
    ],
)
def test_words_are_quoted_with_as_much_context_as_they_need(text: str, words: str, quoted: Quoted) -> None:
    start = text.rindex(words)
    assert Quoter(Document("a", text)).quote(Span(start, start + len(words))) == quoted


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.data())
def test_what_is_quoted_is_found_once(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    quoted = Quoter(Document("a", text)).quote(Span(start, end))
    if quoted is not None:
        assert find(text, *quoted).spans == ((start, end),)
