"""Texts in one Unicode spelling, and the way back to the text as stored."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.nearest import nearest
from tui.text.quote import Matches, Quotes, find
from tui.text.span import Span
from tui.text.unified import Unified, unify

ACUTE = "\N{COMBINING ACUTE ACCENT}"
MIXED = st.text(alphabet="aeй가ﬁﬃ \u00ad\u200b1." + ACUTE + unicodedata.normalize("NFD", "йガ각"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (f"e{ACUTE}lan", "élan"),
        ("ﬁnal oﬃce", "final office"),
        (f"ﬁ{ACUTE}n", "fín"),
        ("Ros\u00adatom\u200b", "Rosatom"),
        (f"e\u00ad{ACUTE}", "é"),
        (unicodedata.normalize("NFD", "포스코 й ガ"), "포스코 й ガ"),
        ("کتـاب ² ½ œ ß ﬂ", "کتـاب ² ½ œ ß fl"),
        ("\u00ad", ""),
    ],
)
def test_spellings_become_one(written: str, expected: str) -> None:
    assert unify(written) == expected


@given(MIXED)
def test_a_text_in_one_spelling_stays(text: str) -> None:
    assert unify(unify(text)) == unify(text)
    assert Unified(unify(text)).is_same


@given(MIXED, st.data())
def test_a_span_is_that_of_the_same_characters(text: str, data: st.DataObject) -> None:
    unified = Unified(text)
    start = data.draw(st.integers(0, len(unified.text)))
    end = data.draw(st.integers(start, len(unified.text)))
    span = unified.span(Span(start, end))
    if span:
        assert unify(text[span.start : span.end]) == unified.text[start:end]


def test_no_span_ends_between_a_ligature_and_its_accent() -> None:
    unified = Unified(f"ﬁ{ACUTE}n")
    assert [unified.span(Span(0, end)) for end in range(4)] == [None, None, Span(0, 2), Span(0, 3)]


@pytest.mark.parametrize(
    ("text", "quote", "stands"),
    [
        (f"The e{ACUTE}lan is gone.", "élan", f"e{ACUTE}lan"),
        ("The élan is gone.", f"e{ACUTE}lan", "élan"),
        ("The ﬁnal oﬃce.", "final office", "ﬁnal oﬃce"),
        ("The final office.", "ﬁnal", "final"),
        ("Ros\u00adatom’s 3.8 million", "Rosatom's 3.8 million", "Ros\u00adatom’s 3.8 million"),
        ("Rosatom\u200b said", "Rosatom", "Rosatom"),
        ("Rosatom said", "Ros\u00adatom", "Rosatom"),
    ],
)
def test_a_quote_is_found_in_another_spelling(text: str, quote: str, stands: str) -> None:
    start = text.index(stands)
    span = Span(start, start + len(stands))
    assert find(text, quote).spans == (span,)
    assert Quotes(text).find_within(quote, Span(0, len(text))).spans == (span,)
    assert find("", quote) == Matches(())


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The e\u0301lan", "elan"),
        ("The élan", "elan"),
        ("oﬃce", "of"),
        ("ﬁnal", "inal"),
        ("3.\u00ad8 million", "3.9 million"),
        ("Ros\u00adatom", "atom"),
    ],
)
def test_other_characters_are_not_folded_in_a_quote(text: str, quote: str) -> None:
    assert find(text, quote).spans == ()


def test_a_prefix_may_be_in_another_spelling() -> None:
    text = f"One Ros\u00adatom. Cafe{ACUTE} Ros\u00adatom."
    (span,) = find(text, "Rosatom", prefix="Café").spans
    assert span.start == text.rindex("Ros")


def test_a_hint_does_not_look_like_the_quote() -> None:
    assert nearest("The 5 µm ore is here.", "The 5 μm ore") is None
    assert nearest("The grey ore is here.", "The gray ore") == "The grey ore"
