"""The tables of languages: complete, consistent with the words kept by hand, and read only where they are needed."""

import json
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest

from scripts import languages
from tui.languages.language import LANGUAGES, LanguageError, language_of
from tui.printed.foreign import CONDITIONS


@pytest.mark.parametrize(
    ("tag", "decimal", "grouping"),
    [
        ("en", ".", ","),
        ("en-IN", ".", ","),
        ("de", ",", "."),
        ("de-CH", ".,", "'’"),
        ("fr", ",", "."),
        ("fr-CH", ",", "'’"),
        ("es", ",", "."),
        ("es-MX", ".", ","),
        ("pt-BR", ",", "."),
        ("ru", ",", ""),
        ("hi", ".", ","),
        ("ar", ".٫", ",٬"),
        ("ar-MA", ",٫", ".٬"),
        ("ja", ".．", ",，"),
    ],
)
def test_marks_follow_language_and_region(tag: str, decimal: str, grouping: str) -> None:
    read = language_of(tag)
    assert (read.decimal, read.grouping) == (decimal, grouping + " \u00a0\u2009\u202f")


@pytest.mark.parametrize(
    ("tag", "word", "power"),
    [
        ("en", "billion", 9), ("en", "lakh", 5), ("en-IN", "cr", 7), ("de", "billion", 12), ("de", "tsd.", 3),
        ("fr", "mds", 9), ("fr", "billion", 12), ("es", "mil millones", 9), ("es", "billones", 12), ("it", "mld", 9),
        ("pt", "bilhões", 9), ("pt", "biliões", 12), ("nl", "biljoen", 12), ("ru", "миллиардами", 9), ("uk", "тис.", 3),
        ("zh", "万亿", 12), ("zh-TW", "兆", 12), ("ja", "億", 8), ("hi", "करोड़", 7), ("ar", "ملايين", 6),
    ],
)  # fmt: skip
def test_scale_words(tag: str, word: str, power: int) -> None:
    assert language_of(tag).scales[word] == Decimal(10) ** power


def test_a_scale_word_that_means_two_things_is_left_out() -> None:
    assert "兆" not in language_of("zh").scales
    assert "bilione" not in language_of("it").scales
    assert "cr" not in language_of("en").scales


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_table_is_complete(tag: str) -> None:
    read = language_of(tag)
    assert set(read.months.values()) == set(range(1, 13))
    assert set(read.weekdays.values()) == set(range(1, 8))
    assert {"≈", "<", ">", "≤", "≥"} <= {*read.before.values(), *read.after.values()}
    assert {Decimal(10) ** 9, Decimal(10) ** 8} & set(read.scales.values())
    assert read.percents and read.to and read.minus
    words = [*read.scales, *read.cardinals, *read.ordinals, *read.before, *read.after, *read.months]
    assert [word for word in words if word != word.casefold() or word != " ".join(word.split())] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_rule_for_neighbours_asks_for_a_known_condition(tag: str) -> None:
    rules = language_of(tag).neighbours
    assert {rule.condition for rule in rules} <= CONDITIONS.keys()
    assert bool(rules) == (tag != "en")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_form_stands_for_one_value_only(tag: str) -> None:
    table = json.loads((languages.TABLES / f"{tag}.json").read_text(encoding="utf-8"))
    for key in ("letters", "scales", "cardinals", "ordinals", "fractions", "before", "after", "months", "currencies"):
        forms = [form for listed in table[key].values() for form in listed]
        assert [form for form in set(forms) if forms.count(form) > 1] == []


def test_words_have_their_values() -> None:
    assert language_of("de").cardinals["zwölf"] == 12
    assert language_of("es").cardinals["novecientas"] == 900
    assert language_of("fr").fractions["demi"] == Fraction(1, 2)
    assert language_of("ru").months["января"] == 1
    assert language_of("uk").weekdays["субота"] == 6
    assert language_of("pt").currencies["dólares americanos"] == "USD"


def test_the_tag_is_read_in_any_case_and_kept() -> None:
    assert language_of("EN-in").scales["cr"] == Decimal(10) ** 7
    assert language_of("zh-Hant-HK").scales["兆"] == Decimal(10) ** 12
    assert language_of("de-CH").tag == "de-CH"


@pytest.mark.parametrize("tag", ["", "xx", "english", "en_US", "../en", "de-"])
def test_another_tag_is_refused(tag: str) -> None:
    with pytest.raises(LanguageError, match="en, de, fr"):
        language_of(tag)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_tables_hold_the_words_kept_by_hand(tag: str) -> None:
    table = json.loads((languages.TABLES / f"{tag}.json").read_text(encoding="utf-8"))
    by_hand = languages.newsroom(tag)
    del by_hand["function_words"]
    assert languages.combined(table, by_hand) == table


@pytest.mark.parametrize("name", ["function_words", "statements"])
def test_words_of_all_languages_are_those_kept_by_hand(name: str) -> None:
    written = json.loads((languages.TABLES / f"{name}.json").read_text(encoding="utf-8"))
    assert written == getattr(languages, name)()


@pytest.mark.slow
def test_tables_are_as_the_script_writes_them() -> None:
    pytest.importorskip("babel", reason="the languages extra is not installed")
    for name, text in languages.texts().items():
        assert (languages.TABLES / name).read_text(encoding="utf-8") == text


def test_tables_are_small() -> None:
    assert sum(path.stat().st_size for path in languages.TABLES.iterdir()) < 500_000


def test_only_the_language_in_use_is_loaded() -> None:
    code = (
        "import sys\n"
        "from importlib import resources\n"
        "read = []\n"
        "sys.addaudithook(lambda event, args: read.append(str(args[0])) if event == 'open' else None)\n"
        "import tui.quantity.quantity\n"
        "from tui.languages.language import language_of\n"
        "language_of('de-AT')\n"
        "print(*sorted({name.rsplit('/', 1)[1] for name in read if '/languages/data/' in name}))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    # The lexicon has the words beside numbers in all languages.
    assert run.stdout.split() == ["de.json", "lexicon.json"]
