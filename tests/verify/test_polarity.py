"""Which words deny a number or say that it rose or fell, in the languages of drafts."""

import pytest

from tui.languages.language import language_of
from tui.verify.polarity import Polarity, polarity_of


@pytest.mark.parametrize(
    ("tag", "text", "polarity"),
    [
        ("en", "It did not pay", Polarity("not", None, None)),
        ("en", "It hasn’t paid", Polarity("hasn’t", None, None)),
        ("en", "It denies that it paid", Polarity("denies", None, None)),
        ("en", "It pays not only, and no less than", Polarity(None, None, None)),
        ("en", "Sales, rising to", Polarity(None, "rising", None)),
        ("en", "A contract after the crash, with more than", Polarity(None, None, None)),
        ("en", "Output shrank to", Polarity(None, None, "shrank")),
        ("de", "In keinem Werk sank", Polarity("keinem", None, "sank")),
        ("de", "ein Anstieg auf", Polarity(None, "Anstieg", None)),
        ("de", "nicht mehr als", Polarity(None, None, None)),
        ("fr", "le taux est monté à", Polarity(None, "monté", None)),
        ("fr", "le ministre dément que", Polarity("dément", None, None)),
        ("es", "jamás bajó a", Polarity("jamás", None, "bajó")),
        ("it", "non è salito a", Polarity("non", "salito", None)),
        ("pt", "a queda para", Polarity(None, None, "queda")),
        ("nl", "de winst steeg tot", Polarity(None, "steeg", None)),
        ("nl", "niet meer dan", Polarity(None, None, None)),
        ("ru", "никогда не падает до", Polarity("никогда", None, "падает")),
        ("uk", "обсяг зріс до", Polarity(None, "зріс", None)),
        ("zh", "没有超过", Polarity(None, None, None)),
        ("uk", "міністр заперечує, що", Polarity("заперечує", None, None)),
    ],
)
def test_denials_and_moves_are_read_in_each_language(tag: str, text: str, polarity: Polarity) -> None:
    assert polarity_of(text, language_of(tag)) == polarity
