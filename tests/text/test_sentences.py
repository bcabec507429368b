"""Where sentences end: a table of lines in many languages, and the edges of the rules."""

from pathlib import Path

import pytest

from tui.text.sentences import sentences

ROWS = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("sentences.tsv").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]


def split(text: str) -> list[str]:
    """The sentences of a line."""
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(("language", "line"), ROWS)
def test_sentences_of_a_line(language: str, line: str) -> None:
    assert split(line.replace("¦", "")) == [sentence.strip() for sentence in line.split("¦")]


@pytest.mark.parametrize(
    "line",
    [
        "It is by J. R. So and K. He of the U.S. Treasury.",
        "The firm Acme Co. Ltd. of St. Louis sold it.",
        "It is in Art. 5, Sec. 3, p. 7.",
        "Der 19. Oktober und die 3. Ausgabe.",
    ],
)
def test_a_point_that_ends_nothing(line: str) -> None:
    assert split(line) == [line]


def test_words_that_are_also_abbreviations_end_a_sentence() -> None:
    assert split("He saw the art. Fig. 5 shows it. They said no. Then p. 5.") == [
        "He saw the art.", "Fig. 5 shows it.", "They said no.", "Then p. 5.",
    ]  # fmt: skip


def test_only_the_stretch_is_read() -> None:
    text = "One. Two. Three."
    assert [text[start:end] for start, end in sentences(text, 5, 9)] == ["Two."]
    assert sentences("   ", 0, 3) == []


def test_a_quotation_mark_that_a_letter_touches_ends_nothing() -> None:
    assert split("He said “it is done.”[1] Then he left.") == ["He said “it is done.”[1] Then he left."]
