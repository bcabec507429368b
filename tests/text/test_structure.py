"""Headings, credits and links: found where a reader would see them, and nowhere else."""

import pytest

from tui.dossier.dossier import Dossier
from tui.text.structure import CREDIT, HEADING, LINK, parts

LONG = "This paragraph stands on one line of its own, and is too long to be a part of one that was broken into lines."


def found(text: str, kind: str) -> list[str]:
    """The words of the parts of a kind."""
    return [text[span.start : span.end] for span, which in parts(text) if which == kind]


@pytest.mark.parametrize(
    ("article", "headings", "credits"),
    [
        ("a-putin-proposal", [], []),
        (
            "a-kremlin-talks",
            [
                "Highlights",
                "Large reserves, small output",
                "A joint project?",
                "Political tensions",
                "REM proposal",
                "Ukraine Colonialism?",
                "Why Russia Is Not the Place",
                "Kommersant, a leader in Russian Business Journalism",
            ],
            [],
        ),
        (
            "a-russia-aims",
            ["big ambition", "East or west?"],
            ["Alexander Zemlyanichenko | AFP | Getty Images", "Andrew Harnik | Getty Images News | Getty Images"],
        ),
        (
            "a-moscow-times",
            ["# Russia and U.S. Begin Talks on Rare Earth Metals, Putin Envoy Says"],
            ["Kirill Dmitriev. Anton Novoderezhkin / Roscongress Photobank"],
        ),
        (
            "a-cooperation-offer",
            [],
            ["by | 19. Mar 2025 - 09:48 | Politics", "Photo: Alfio Manciagli, Nikola 93, alexsl via Canva"],
        ),
    ],
)
def test_of_the_built_in_articles(dossier: Dossier, article: str, headings: list[str], credits: list[str]) -> None:
    text = dossier.documents[article].text
    assert found(text, HEADING) == headings
    assert found(text, CREDIT) == credits


@pytest.mark.parametrize("heading", ["What it means", "Who pays?", "The “other” plan", "## Plans for 2025", "# 3"])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_a_heading_between_paragraphs(heading: str, gap: str) -> None:
    assert [words.strip() for words in found(gap.join([LONG, heading, LONG]), HEADING)] == [heading]


@pytest.mark.parametrize(
    "words",
    [
        "He said no.",
        "They asked for this:",
        "March 31, 2025",
        "Monday, 31 March 2025",
        "12 and 13",
        "- an item of a list",
        "1. an item of a list",
        "By Ada Moss",
        "Photo by Ada Moss",
        "Ada Moss / Agency",
        "© Agency",
        "See https://example.org",
        "[Trump](#)",
        "* * *",
        "#hashtag and more",
        "A line that goes on for more than a line of a heading can be long",
    ],
)
def test_no_heading(words: str) -> None:
    assert found(f"{LONG}\n\n{words}\n\n{LONG}", HEADING) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He left.\nShe stayed because the\ncar broke.", id="lines of a broken paragraph"),
        pytest.param(f"{LONG}\n\nThe last line", id="nothing after it"),
        pytest.param(f"{LONG}\n\nOne line\n\nAnother line\n\nA third", id="lines among each other"),
        pytest.param(f"{LONG}\n\nname | age\n\nAda | 30\n\n{LONG}", id="a table"),
    ],
)
def test_a_line_without_a_paragraph_is_not_a_heading(text: str) -> None:
    assert [kind for _, kind in parts(text)] == []


def test_a_link_without_what_surrounds_it() -> None:
    text = "See <https://a.org/b?c=(d)>, (www.e.org). http:// [f](https://g.org/h)."
    assert found(text, LINK) == ["https://a.org/b?c=(d", "www.e.org", "https://g.org/h"]


@pytest.mark.parametrize("size", [1, 7, 40, 200, 5000])
def test_parts_of_a_stretch_are_those_of_the_whole(dossier: Dossier, size: int) -> None:
    for document in dossier.documents.values():
        text = document.text
        pieces = [part for start in range(0, len(text), size) for part in parts(text, start, start + size)]
        assert sorted(pieces) == sorted(parts(text))
