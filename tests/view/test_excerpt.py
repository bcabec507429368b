"""Words of an article on one line: leftovers out, white space even, marks in place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.dossier.dossier import Dossier
from tui.dossier.link import open_dossier
from tui.text.span import Span
from tui.view.excerpt import excerpt
from tui.view.pieces import Piece, marked, plain

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
        Piece("Putin", "match"),
        Piece(" "),
        Piece("said"),
        Piece(" that "),
        Piece("28.5 million tons", "match"),
        Piece(" are there"),
    ]


def test_a_mark_is_cut_to_the_excerpt(folder: Callable[..., Path]) -> None:
    text = "one two three [said](#) (opens in a new tab)"
    dossier = open_dossier(folder(ARTEFACTS, a=text))
    assert excerpt(dossier, "a", Span(4, 13), [Span(0, 7)]) == [Piece("two", "match"), Piece(" three")]


def test_the_leftovers_of_the_dossier_stand_in_no_sentence(dossier: Dossier) -> None:
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
    assert [tuple(piece) for piece in line] == pieces
    assert plain(line) == "abcdef"
