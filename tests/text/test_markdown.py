"""Marks of Markdown: those that format, whole pairs only, and nothing that is read as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.markdown import marks


def marked(text: str) -> str:
    """A text with each mark between braces."""
    spans = sorted(marks(text, 0, len(text)))
    for start, end in reversed(spans):
        text = f"{text[:start]}{{{text[start:end]}}}{text[end:]}"
    return text


@pytest.mark.parametrize(
    "text",
    [
        "{#} A title\n\nWords.\n{===}\n{---}\n{* * *}\n",
        "{######} Six",
        "####### seven is no heading",
        "{>} a quote\n{> >} {-} in it",
        "{-} one\n  {*} two\n{10.} three\n{2)} four\n-5 degrees\n3.8 million\n+7 495",
        "{**}3.8 million{**} tons, {*}not{*} {_}2{_}, {~~}five{~~}, {***}all{***}",
        "a footnote*, 5 * 3 * 2, a_file_name, 2 ** 3, *open",
        "{*}nested {**}in{**} it{*}",
        '{[}words{](https://example.org/a_(b))} and {![}alt{](a.png "Title")} and {[}see{][1]}',
        "no link] and ](x)",
        "{`}a*b*{`} and {``}a`b{``} and `open *x",
        "{\\}*not so{\\}* and 5{\\}. and C:\\dir",
        "{```python}\nx = 1\n{```}",
        "{**}a{**}\r\n{>}b\r\n",
        "ends here{\\}",
    ],
)
def test_marks(text: str) -> None:
    assert marked(text.replace("{", "").replace("}", "")) == text


@given(st.text(st.sampled_from('ab *_~`[]()\\>#-1.!\n"')))
def test_marks_lie_apart_and_hold_no_word(text: str) -> None:
    spans = sorted(marks(text, 0, len(text)))
    position = 0
    for start, end in spans:
        assert position <= start < end
        position = end


def test_only_the_lines_that_begin_between_two_offsets() -> None:
    text = "*a*\n*b*\n*c*\n"
    assert sorted(marks(text, 4, 8)) == [(4, 5), (6, 7)]
