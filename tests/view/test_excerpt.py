"""Words of an article on one line: leftovers out, white space even, marks in place."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.growth import CountedInt, assert_nearly_linear, comparisons
from tui.dossier.dossier import Dossier
from tui.dossier.records import Artefact
from tui.linking.link import open_dossier
from tui.text.span import Span
from tui.view.excerpt import LONGEST, excerpt, sentence_line
from tui.view.styled_text import StyledText, marked, plain

ARTEFACTS = """
articles:
  - id: a
    file: a.txt
    title: "[A]"
    artefacts:
      - {text: "[said](#)", reads: said}
      - (opens in a new tab)
"""


def whole(folder: Callable[..., Path], text: str) -> str:
    """An article read whole as an excerpt."""
    dossier = open_dossier(folder(ARTEFACTS, a=text + "\n[said](#) (opens in a new tab)"))
    return plain(excerpt(dossier, "a", Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Putin [said](#) last month", "Putin said last month"),
        ("As reported (opens in a new tab) by Kommersant", "As reported by Kommersant"),
        ("[said](#) Monday", "said Monday"),
        ("(opens in a new tab) Monday", "Monday"),
        ("he [said](#)", "he said"),
        ("he left (opens in a new tab)", "he left"),
        ("(opens in a new tab)", ""),
        ("a (opens in a new tab) (opens in a new tab) b", "a b"),
        ("a  b\tc\u3000d\n e", "a b c d e"),
        ("a\r\nb", "a b"),
        ("[3.5%] and [/bold] stay", "[3.5%] and [/bold] stay"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("a\u202eb", "a�b"),
    ],
)
def test_an_excerpt_reads_as_a_reader_sees_it(folder: Callable[..., Path], text: str, reads: str) -> None:
    assert whole(folder, text) == reads


def test_marks_keep_their_words(folder: Callable[..., Path]) -> None:
    text = "Putin  [said](#) that 28.5 million\ntons are there"
    dossier = open_dossier(folder(ARTEFACTS, a=text + " (opens in a new tab)"))
    number = Span(text.index("28.5"), text.index(" are"))
    assert excerpt(dossier, "a", Span(0, len(text)), [number, Span(0, 5)]) == [
        StyledText("Putin", "match"),
        StyledText(" "),
        StyledText("said"),
        StyledText(" that "),
        StyledText("28.5 million tons", "match"),
        StyledText(" are there"),
    ]


def test_a_mark_is_cut_to_the_excerpt(folder: Callable[..., Path]) -> None:
    text = "one two three [said](#) (opens in a new tab)"
    dossier = open_dossier(folder(ARTEFACTS, a=text))
    assert excerpt(dossier, "a", Span(4, 13), [Span(0, 7)]) == [StyledText("two", "match"), StyledText(" three")]


def test_the_leftovers_of_the_dossier_are_in_no_sentence(dossier: Dossier) -> None:
    for id, document in dossier.documents.items():
        for sentence in document.sentences:
            assert "(#)" not in plain(excerpt(dossier, id, sentence))
            assert "(opens in a new tab)" not in plain(excerpt(dossier, id, sentence))


@pytest.mark.parametrize(
    ("marks", "pieces"),
    [
        ([], [("abcdef", "")]),
        ([(0, 6)], [("abcdef", "match")]),
        ([(1, 2), (4, 6)], [("a", ""), ("b", "match"), ("cd", ""), ("ef", "match")]),
        ([(4, 6), (1, 2)], [("a", ""), ("b", "match"), ("cd", ""), ("ef", "match")]),
        ([(0, 2), (2, 3)], [("ab", "match"), ("c", "match"), ("def", "")]),
        ([(1, 4), (2, 6)], [("a", ""), ("bcd", "match"), ("ef", "")]),
    ],
)
def test_marked_pieces_hold_all_the_text_once(marks: list[tuple[int, int]], pieces: list[tuple[str, str]]) -> None:
    line = marked("abcdef", [Span(*mark) for mark in marks])
    assert [(piece.text, piece.style) for piece in line] == pieces
    assert plain(line) == "abcdef"


@pytest.mark.parametrize("word", ["salt ", "塩"])
def test_a_very_long_sentence_is_cut_around_the_words_in_question(folder: Callable[..., Path], word: str) -> None:
    text = word * 3_000 + "44 tons" + word * 3_000
    dossier = open_dossier(folder('articles: [{id: a, file: a.txt, title: "[A]"}]', a=text))
    number = Span(text.index("44"), text.index("44") + 7)
    for quote, begins, ends in (
        (number, "… ", " …"),
        (Span(0, 9), word, " …"),
        (Span(len(text) - 9, len(text)), "… ", word),
    ):
        line = plain(sentence_line(dossier, "a", quote, quote, [quote]))
        assert line.startswith(begins) and line.endswith(ends.rstrip() or ends)
        assert text[quote.start : quote.end].strip() in line
        assert LONGEST * 0.4 < len(line) <= LONGEST + 4
        assert line.strip("… ").startswith(word.strip()) and line.strip("… ").endswith(word.strip())


def test_other_sentences_are_whole(dossier: Dossier) -> None:
    for id, document in dossier.documents.items():
        for span in document.sentences:
            assert sentence_line(dossier, id, span, span) == excerpt(dossier, id, span)


def test_leftovers_are_found_without_looking_at_all_of_them(folder: Callable[..., Path]) -> None:
    dossier = open_dossier(folder('articles: [{id: a, file: a.txt, title: "[A]"}]', a="Salt."))

    def looks(count: int) -> int:
        spans = [Span(CountedInt(10 * number), CountedInt(10 * number + 4)) for number in range(count)]
        artefacts = tuple(Artefact(span=span, reads="") for span in spans)
        many = replace(dossier, articles={"a": replace(dossier.articles["a"], artefacts=artefacts)})

        def find_each() -> None:
            for number in range(count):
                around = Span(10 * number - 5, 10 * number + 9)
                assert many.artefacts_within("a", around) == [artefacts[number]]

        return comparisons(find_each)

    assert_nearly_linear(looks, 50)
