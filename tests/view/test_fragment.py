"""Text directives: percent-encoded, and with as much around the words as makes them the only ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.dossier.dossier import Dossier
from tui.dossier.link import open_dossier
from tui.text.span import Span
from tui.view.fragment import fragment

LONG = " ".join(f"w{number}" for number in range(60))


@pytest.fixture
def article(folder: Callable[..., Path]) -> Callable[[str], Dossier]:
    """A dossier of one article."""

    def write(text: str) -> Dossier:
        catalog = 'articles: [{id: a, file: a.txt, title: "[T]", artefacts: [{text: "[said](#)", reads: said}]}]\n'
        return open_dossier(folder(catalog, a=f"{text}\n[said](#)\n"))

    return write


@pytest.mark.parametrize(
    ("text", "words", "directive"),
    [
        pytest.param("One 1% of two.", "1% of", "text=1%25%20of", id="once"),
        pytest.param("A well-known, A&B/c", "well-known, A&B/c", "text=well%2Dknown%2C%20A%26B%2Fc", id="encoded"),
        pytest.param("Über 3 €", "Über 3 €", "text=%C3%9Cber%203%20%E2%82%AC", id="utf-8"),
        pytest.param("It  spans\twhite space", "It  spans\twhite", "text=It%20spans%20white", id="white space"),
        pytest.param("He [said](#) so.", "He [said](#) so", "text=He%20said%20so", id="leftover"),
        pytest.param("an ore, the @ore here, an ore", "ore", "text=the-,ore,-here%2C", id="both sides"),
        pytest.param("An ore, a @Ore", "Ore", "text=a-,Ore,-said", id="whatever the case"),
        pytest.param("x y ore z. y @ore z.", "ore", "text=z.%20y-,ore,-z.", id="two words"),
        pytest.param("Head\nore\n\nTail\n@ore\nEnd", "ore", "text=Tail-,ore,-End", id="the paragraph beside"),
        pytest.param("One two\n\nthree four", "two\n\nthree", "text=two%20three", id="short, over a paragraph"),
        pytest.param(LONG, LONG, "text=w0%20w1%20w2%20w3%20w4,w55%20w56%20w57%20w58%20w59", id="long"),
        pytest.param(
            f"w0 w1 w2 w3 w4 x. @{LONG} end",
            LONG,
            "text=x.-,w0%20w1%20w2%20w3%20w4%20w5,w54%20w55%20w56%20w57%20w58%20w59,-end",
            id="long, and begun before",
        ),
    ],
)
def test_a_directive(article: Callable[[str], Dossier], text: str, words: str, directive: str) -> None:
    start = text.index(f"@{words}") if "@" in text else text.index(words)
    assert fragment(article(text.replace("@", "")), "a", Span(start, start + len(words))) == directive


def test_words_that_nothing_tells_apart_still_have_one(article: Callable[[str], Dossier]) -> None:
    text = "ore " * 40
    assert fragment(article(text), "a", Span(80, 83)).startswith("text=ore%20ore")


def test_a_line_without_spaces_is_not_taken_whole(article: Callable[[str], Dossier]) -> None:
    text = "鉱" * 5000 + "塩" + "鉱" * 5000 + "塩" + "鉱" * 5000
    assert len(fragment(article(text), "a", Span(5000, 5001))) < 9 * 2 * 250
