"""Text directives: percent-encoded, and with as much around the words as makes them the only ones."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.growth import assert_nearly_linear, steps
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.text.span import Span
from tui.view.fragment import fragments

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
        pytest.param("One two\n\nthree four", "two\n\nthree", "text=two,three", id="short, over a paragraph"),
        pytest.param("One a\n\nfew b", "One a\n\nfew", "text=One%20a,few", id="parts within their paragraphs"),
        pytest.param("He saw Putin’s men.", "Putin", "text=Putin,-%E2%80%99s", id="before a possessive"),
        pytest.param("The U.S. won", "S. won", "text=U.-,S.%20won", id="inside an abbreviation"),
        pytest.param("at 3.85 tons", "3.8", "text=3.8,-5", id="inside a number"),
        pytest.param("It's ore. @It’s salt", "It’s", "text=ore.-,It%E2%80%99s,-salt", id="whatever the quotes"),
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
    assert fragments(article(text.replace("@", "")), "a", [Span(start, start + len(words))]) == [directive]


def test_words_that_cannot_be_distinguished_still_have_one(article: Callable[[str], Dossier]) -> None:
    text = "ore " * 40
    assert fragments(article(text), "a", [Span(80, 83)])[0].startswith("text=ore%20ore")


def test_a_line_without_spaces_is_not_taken_whole(article: Callable[[str], Dossier]) -> None:
    text = "鉱" * 5000 + "塩" + "鉱" * 5000 + "塩" + "鉱" * 5000
    assert len(fragments(article(text), "a", [Span(5000, 5001)])[0]) < 9 * 2 * 250


@pytest.mark.sample(1)
@pytest.mark.parametrize("words", ["Mine {} had 5 tons.", "It had 5 tons."])
def test_steps_grow_with_the_text_and_the_places_in_it(article: Callable[[str], Dossier], words: str) -> None:
    def count(size: int) -> int:
        dossier = article(" ".join(words.format(i) for i in range(size)))
        text = dossier.documents["a"].text
        spans = [Span(match.start(), match.end()) for match in re.finditer("5 tons", text)]
        assert len(spans) == size
        return steps(lambda counter: fragments(dossier, "a", spans, counter))

    assert_nearly_linear(count, 210)


def test_several_directives_are_those_of_each(article: Callable[[str], Dossier]) -> None:
    text = "an ore, the ore here, an ore\nOre and ore. " + LONG
    dossier = article(text)
    spans = [Span(match.start(), match.end()) for match in re.finditer("(?i)ore", text)]
    spans.append(Span(text.index(LONG), len(text)))
    assert fragments(dossier, "a", spans) == [fragments(dossier, "a", [span])[0] for span in spans]


@pytest.mark.parametrize("text", ["ore" + " " * 40_000, "w0 " * 40_000, "o" * 40_000, "ore end " * 20_000])
def test_a_long_text_is_looked_through_a_few_times(article: Callable[[str], Dossier], text: str) -> None:
    """To go through it from each place where words begin would take minutes."""
    assert fragments(article(text), "a", [Span(0, len(text) // 2)])[0].startswith("text=")
