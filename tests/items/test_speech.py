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
        (
            "en",
            "Ada Moss, South American head of E.ON’s Wind and Hydrogen business, said: “It is 5 tons.”",
            "Ada Moss, South American head of E.ON’s Wind and Hydrogen business, said",
            True,
        ),
        ("en", "Ada Moss, head of Orla Inc., said it is 5 tons.", "Ada Moss, head of Orla Inc., said", True),
        (
            "en",
            "Ada Moss, who runs the U.S. arm of J. Orla of Chile, said little.",
            "Ada Moss, who runs the U.S. arm of J. Orla of Chile, said",
            True,
        ),
        ("en", "She met Ada Moss. Kalmar, a mill, said it is 5 tons.", None, False),
        ("en", "It is 5 tons, according to Ada Moss’s Ministry.", "according to Ada Moss", False),
        (
            "en",
            "It is 5 tons, according to Chile’s Ada Moss.",
            "according to Chile’s Ada Moss",
            True,
        ),
        ("en", "Reporters told Ada Moss.", None, False),
        ("en", "It is 5 tons, as seen by the late Ada Moss.", "by the late Ada Moss", False),
        ("de", "Ada Moss zufolge sind es 5 Tonnen.", "Ada Moss zufolge", True),
        ("de", "Die Chefin der Ada Moss sagte es.", "Ada Moss sagte", False),
        (
            "de",
            "Es sind 5, wie das im SDax notierte Unternehmen Ada Moss mitteilte.",
            "wie das im SDax notierte Unternehmen Ada Moss mitteilte",
            True,
        ),
        ("de", "Es sind 5, wie die Ada Moss am Freitag mitteilte.", "wie die Ada Moss am Freitag mitteilte", True),
        ("de", "Es sind 5, wie der Chef der Ada Moss mitteilte.", None, False),
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


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Es sind 5, wie der in Bonn ansässige Verband mitteilte.", "Verband"),
        ("Es sind 5, sagte der von Kalmar bestellte Gutachter.", "Gutachter"),
        ("Das seit Mai zuständige Ministerium meldete 5 Tonnen.", "Ministerium"),
        ("Es sind 5, wie das Ministerium mitteilte.", "Ministerium"),
    ],
)
def test_a_german_attribute_may_be_between_an_article_and_who_speaks(text: str, who: str) -> None:
    found = speech_in("de").each(text, Span(0, len(text)), [])
    assert [text[slice(*said.who)] for said in found] == [who]
