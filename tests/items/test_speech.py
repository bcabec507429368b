"""Who says something, by the words beside a name, and whether that is certain."""

import pytest

from tui.items.speech import speech_in
from tui.text.span import Span


@pytest.mark.parametrize(
    ("code", "text", "words", "certain"),
    [
        ("en", "It is 5 tons, Ada Moss said.", "Ada Moss said", True),
        (
            "en",
            "According to a survey held by the Ada Moss, it is 5 tons.",
            "According to a survey held by the Ada Moss",
            True,
        ),
        ("en", "Ada Moss, head of the mine, said little.", "Ada Moss, head of the mine, said", True),
        ("en", "Ada Moss of the mine later said it is 5 tons.", "Ada Moss of the mine later said", False),
        ("en", "Reporters told Ada Moss.", None, False),
        ("en", "It is 5 tons, as seen by the late Ada Moss.", "by the late Ada Moss", False),
        ("de", "Ada Moss zufolge sind es 5 Tonnen.", "Ada Moss zufolge", True),
        ("de", "Die Chefin der Ada Moss sagte es.", "Ada Moss sagte", False),
        ("fr", "C’est 5 tonnes, a annoncé Ada Moss.", "a annoncé Ada Moss", True),
        ("zh", "据Ada Moss，有5吨。", "据Ada Moss", True),
        ("ja", "Ada Mossによると5トンだ。", "Ada Mossによると", True),
        ("xx", "Ada Moss said.", None, False),
    ],
)
def test_a_name_speaks_by_the_words_beside_it(code: str, text: str, words: str | None, certain: bool) -> None:
    name = Span(text.index("Ada"), text.index("Moss") + len("Moss"))
    said = speech_in(code).of(text, name, Span(0, len(text)))
    assert (said and text[slice(*said.span)], bool(said and said.certain)) == (words, certain)


def test_those_without_a_name_say_something_as_well() -> None:
    text = "The ministry said 5 tons, and officials say 6."
    found = speech_in("en").each(text, Span(0, len(text)), [])
    assert [text[slice(*said.who)] for said in found] == ["The ministry", "officials"]
