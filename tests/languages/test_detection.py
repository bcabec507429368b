"""The language of a text, from its script and its most frequent words."""

import pytest

from tui.languages.detection import detected


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The mine is in the north, and it was opened by the state.", "en"),
        ("Die Grube liegt im Norden und wurde von der Regierung eröffnet.", "de"),
        ("La mine est dans le nord et elle a été ouverte par les Russes.", "fr"),
        ("La mina está en el norte y fue abierta por el gobierno.", "es"),
        ("La miniera è nel nord ed è stata aperta dal governo, che non l'ha chiusa.", "it"),
        ("A mina fica no norte e foi aberta pelo governo, mas não dá lucro.", "pt"),
        ("De mijn ligt in het noorden en is door de regering geopend.", "nl"),
        ("Рудник находится на севере, и его открыли в прошлом году.", "ru"),
        ("Рудник розташований на півночі, його відкрили й закрили після війни.", "uk"),
        ("खदान उत्तर में है और इसे सरकार ने खोला।", "hi"),
        ("يقع المنجم في الشمال وقد افتتح من قبل الحكومة.", "ar"),
        ("矿山位于北部，由政府开发。", "zh"),
        ("礦山位於北部，由政府開發，產量萬噸。", "zh-Hant"),
        ("鉱山は北部にあり、政府によって開かれました。", "ja"),
    ],
)
def test_each_language(text: str, tag: str) -> None:
    assert detected(text) == tag
    assert detected(text.upper()) == tag


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1962",
        "Salt",
        "Zork 3.8 million t",
        # Its neighbours in Latin, Cyrillic, Arabic and Devanagari letters are not taken for one that is read.
        "Gruvan ligger i norr och den öppnades av regeringen för att det var billigt.",
        "Kopalnia jest na północy i została otwarta przez rząd w ubiegłym roku.",
        "Мината се намира на север и е открита от правителството през миналата година.",
        "معدن در شمال کشور است و از سال گذشته باز شده است که این را دولت گفت",
        "खाण उत्तरेला आहे आणि ती सरकारने सुरू केली होती.",
        # A table has few words, and a list of names none of its language.
        "the " + "Zorkite " * 100,
    ],
)
def test_a_text_that_does_not_show_its_language_has_none(text: str) -> None:
    assert detected(text) is None


def test_a_long_text_is_judged_by_its_beginning_middle_and_end() -> None:
    english = "The mine is in the north, and it was opened by the state. "
    german = "Die Grube liegt im Norden und wurde von der Regierung eröffnet. "
    assert detected(german * 2 + english * 10_000) == "en"
    assert detected(german * 10_000 + english * 10) == "de"
