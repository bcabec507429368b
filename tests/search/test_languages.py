"""Every word that a text prints is found when it is typed as printed, in every language and script."""

import csv
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.dossier import Dossier
from tui.search.open import search_in_memory
from tui.search.search import Search
from tui.search.terms import normalize, words
from tui.text.fold import fold_words

_TABLE = Path(__file__).with_name("languages.tsv")
_SCRIPTS = """
    ADLAM AHOM ANATOLIAN ARABIC ARMENIAN AVESTAN BALINESE BAMUM BASSA BATAK BENGALI BHAIKSUKI BOPOMOFO BRAHMI
    BUGINESE BUHID CANADIAN CARIAN CAUCASIAN CHAKMA CHAM CHEROKEE CHORASMIAN CJK COPTIC CUNEIFORM CYPRIOT
    CYPRO-MINOAN CYRILLIC DESERET DEVANAGARI DIVES DOGRA DOUBLE-STRUCK DUPLOYAN EGYPTIAN ELBASAN ELYMAIC ETHIOPIC
    FULLWIDTH GEORGIAN GLAGOLITIC GOTHIC GRANTHA GREEK GUJARATI GUNJALA GURMUKHI HALFWIDTH HANGUL HANIFI HANUNOO
    HATRAN HEBREW HENTAIGANA HIRAGANA IMPERIAL INSCRIPTIONAL JAVANESE KAITHI KANNADA KATAKANA KAYAH KHAROSHTHI
    KHITAN KHMER KHOJKI KHUDAWADI LAO LATIN LEPCHA LIMBU LINEAR LISU LYCIAN LYDIAN MAHAJANI MAKASAR MALAYALAM
    MANDAIC MANICHAEAN MARCHEN MASARAM MATHEMATICAL MEDEFAIDRIN MEETEI MENDE MEROITIC MIAO MODI MODIFIER MONGOLIAN
    MRO MULTANI MYANMAR NABATAEAN NANDINAGARI NEW NEWA NKO NUSHU NYIAKENG OGHAM OL OLD ORIYA OSAGE OSMANYA PAHAWH
    PALMYRENE PAU PHAGS-PA PHOENICIAN PSALTER REJANG RUNIC SAMARITAN SAURASHTRA SCRIPT SHARADA SHAVIAN SIDDHAM
    SINHALA SOGDIAN SORA SOYOMBO SUNDANESE SYLOTI SYRIAC TAGALOG TAGBANWA TAI TAKRI TAMIL TANGSA TANGUT TELUGU
    THAANA THAI TIBETAN TIFINAGH TIRHUTA TOTO UGARITIC VAI VEDIC VITHKUQI WANCHO WARANG YEZIDI YI ZANABAZAR
""".split()


def rows() -> list[dict[str, str]]:
    """The languages of the table, each with a text."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def printed_words(text: str) -> list[str]:
    """The words of a text as a reader sees them: what white space and punctuation leave."""
    marks = "".join({c for c in text if unicodedata.category(c)[0] == "P" or c in "״׳"} - set("’-'״׳"))
    return [word for word in re.split(rf"[\s{re.escape(marks)}]+", text) if word]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["language"])
def test_every_word_of_a_language_is_found_as_printed(row: dict[str, str], linked: Callable[..., Dossier]) -> None:
    search = search_in_memory(linked("", a=row["text"]))
    printed = printed_words(row["text"])
    assert len(printed) > 2
    assert [word for word in printed if not is_found(search, word)] == []


def is_found(search: Search, word: str) -> bool:
    """Whether a word is found, not corrected, and marked, and its passages can be excluded."""
    result = search.find(word)
    hits = [hit for hit in result.hits if hit.entry.kind == "passage"]
    if not hits or result.missing or result.corrected or not all(hit.marks for hit in hits):
        return False
    rows = {hit.entry.id for hit in hits if word in printed_words(hit.text)}
    kept = {hit.entry.id for hit in search.find(f'kind:passage -"{word}"').hits}
    return bool(rows) and not rows & kept


@pytest.fixture(scope="module")
def letters() -> dict[str, list[str]]:
    """The letters and marks of each script, by the first word of their names."""
    found: dict[str, list[str]] = {script: [] for script in _SCRIPTS}
    for character in map(chr, range(0x30000)):
        script = unicodedata.name(character, "").split(" ")[0]
        if script in found and unicodedata.category(character)[0] in "LM":
            found[script].append(character)
    return found


@pytest.mark.sample(8)
@pytest.mark.parametrize("script", _SCRIPTS)
def test_every_word_of_a_script_is_found_as_printed(
    script: str, letters: dict[str, list[str]], linked: Callable[..., Dossier]
) -> None:
    draw = Random(script)
    firsts = [letter for letter in letters[script] if letter.isalpha() and normalize(letter)]
    words = [draw.choice(firsts) + "".join(draw.choices(letters[script], k=draw.randrange(1, 7))) for _ in range(30)]
    search = search_in_memory(linked("", a="\n".join(f"{word} 1." for word in words)))
    assert [word for word in words if not is_found(search, word)] == []


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Straße", "strasse"),
        ("STRASSE", "Straße"),
        ("Ὀδυσσεύς", "οδυσσευσ"),
        ("Ёлка", "елка"),
        ("елка", "ёлка"),
        ("уи\N{COMBINING BREVE}ди", "уйди"),
        ("Elan", "e\N{COMBINING ACUTE ACCENT}lan"),
        ("für\u00adstlich", "fürstlich"),
        ("ro\u200bsa\u2060tom", "rosatom"),
        ("rosatom", "ro\u00adsatom"),
        ("ﬁnal", "final"),
        ("œuvre", "oeuvre"),
        ("ışık", "isik"),
        ("İzmir", "izmir"),
        ("Łódź", "lodz"),
        ("شَرِكَة", "شركة"),
        ("كتـــاب", "كتاب"),
        ("أحمد", "احمد"),
        ("مؤتمر", "موتمر"),
        ("שָׁלוֹם", "שלום"),
        ("Ｎａｓａ", "nasa"),
        ("ﾃﾚﾋﾞ", "テレビ"),
        ("한국", unicodedata.normalize("NFD", "한국")),
        (unicodedata.normalize("NFD", "Việt"), "viet"),
        ("می‌گوید", "میگوید"),
    ],
)
def test_a_word_is_found_in_its_other_spellings(printed: str, typed: str, linked: Callable[..., Dossier]) -> None:
    search = search_in_memory(linked("", a=f"One {printed} two.\nNothing here."))
    result = search.find(f"{typed} kind:passage")
    assert [hit.text for hit in result.hits] == [f"One {printed} two."] and not result.corrected
    marked = "".join(result.hits[0].text[mark.start : mark.end] for mark in result.hits[0].marks)
    assert fold_words(marked).split() == fold_words(printed).split()
    assert [hit.text for hit in search.find(f'"one {typed} two" kind:passage').hits] == [f"One {printed} two."]
    assert [hit.text for hit in search.find(f"-{typed} kind:passage").hits] == ["Nothing here."]


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("포스코가", "포스코"),
        ("והחברה", "חברה"),
        ("وَلِلشركة", "شركة"),
        ("Путин", "Putin"),
        ("Putin", "Путин"),
        ("Ελλάδα", "Ellada"),
        ("Ellada", "Ελλάδα"),
    ],
)
def test_a_name_is_found_with_what_is_written_onto_it_and_across_scripts(
    printed: str, typed: str, linked: Callable[..., Dossier]
) -> None:
    name = f"entities: [{{id: x, name: {printed}, kind: person}}]" if typed.isascii() or printed.isascii() else ""
    search = search_in_memory(linked(name, a=f"One {printed} two.\nNothing here."))
    result = search.find(f"{typed} kind:passage")
    assert [hit.text for hit in result.hits] == [f"One {printed} two."]
    assert result.corrected == ({typed: printed} if name else {})
    assert not search.find(f'"{typed}"').hits


@pytest.mark.parametrize("word", ["חבר", "포스가", "Putna"])
def test_no_part_of_a_name_is_found(word: str, linked: Callable[..., Dossier]) -> None:
    assert not search_in_memory(linked("", a="One והחברים 포스코가 Путин.")).find(word).hits


def test_nothing_is_romanized_in_latin_letters() -> None:
    code = (
        "import sys; from tui.search.variants import skeleton; skeleton('putin');"
        " print('anyascii' in sys.modules); skeleton('путин'); print('anyascii' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


@pytest.mark.parametrize(("printed", "typed"), [("йод", "иод"), ("कमल", "कमली"), ("rosatom", "ro satom"), ("½", "12")])
def test_different_words_are_not_folded(printed: str, typed: str) -> None:
    assert fold_words(printed).split() != fold_words(typed).split()


@given(st.text(alphabet=st.characters(categories=["L", "M", "N", "Cf", "P"])))
def test_the_index_has_the_words_that_a_query_has(text: str) -> None:
    in_index = set(re.findall(r"[0-9a-z\x80-\U0010ffff]+", fold_words(text)))
    plain = [(word, text[start:end]) for word, start, end in words(text)]
    assert all(word in in_index for word, printed in plain if not re.search("[.'’‘‛′ʼ＇‚]", printed))


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Près de l’eau.", "eau", "eau"),
        ("Près de l’eau.", "l’eau", "l’eau"),
        ("It is O’Brien’s.", "brien", "Brien"),
        ("It is O’Brien’s.", "obrien", "O’Brien"),
        ("A שלום\u200f here.", "שלום", "שלום"),
        ("A na\u00admely\u00ad here.", "namely", "na\u00admely"),
    ],
)
def test_exactly_the_word_is_marked(text: str, typed: str, marked: str, linked: Callable[..., Dossier]) -> None:
    (hit,) = (each for each in search_in_memory(linked("", a=text)).find(typed).hits if each.entry.kind == "passage")
    assert [hit.text[mark.start : mark.end] for mark in hit.marks] == [marked]
    assert hit.score > 50


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Große Straße", "grosse strasse"),
        ("Ελληνική Τράπεζα", "ΕΛΛΗΝΙΚΗ ΤΡΑΠΕΖΑ"),
        ("Йошкар-Ола", "йошкар-ола"),
        ("포스코", "포스코"),
        ("שָׁלוֹם", "שלום"),
        ("O’Brien", "o'brien"),
        ("Ｎ社", "N社"),
    ],
)
def test_a_record_is_found_by_its_name_in_any_spelling(name: str, typed: str, linked: Callable[..., Dossier]) -> None:
    names = f"entities: [{{id: x, name: {name}, kind: place}}, {{id: y, name: Other, kind: place}}]"
    search = search_in_memory(linked(names, a=f"{name} and Other."))
    for query in (name, typed):
        first, *_ = search.find(query).hits
        assert first.entry.id == "x" and first.score > 99
    left = {hit.entry.id for hit in search.find(f'kind:entity -"{typed}"').hits}
    assert left == {"y"}


@pytest.mark.parametrize(("printed", "typed"), [("Єрмак", "Yermak"), ("Ελλάδα", "Ellada")])
def test_a_name_is_found_across_scripts_where_it_begins_a_sentence(
    printed: str, typed: str, linked: Callable[..., Dossier]
) -> None:
    search = search_in_memory(linked("", a=f"{printed} two. Nothing here."))
    assert [hit.text for hit in search.find(typed).hits] == [f"{printed} two."]
