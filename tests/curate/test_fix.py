"""Quotes get the corrected wording of their article where it says the same, and nothing else in the catalog changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.curate.fix import apply, fixes, rewritten
from tui.curate.insert import InsertError
from tui.linking.link import open_dossier

HEAD = "lode: 1\ntitle: Test\n"
CATALOG = """\
articles: [{id: a, file: a.txt, title: "[Text]"}]
entities:
  - {id: russia, name: Russia, kind: country}
claims:
  - id: one
    what: it is so
    about: [russia]
    sources:
      - article: a
        quote: %s
    # The end.
"""

Folder = Callable[..., Path]


def wordings(folder: Folder, quote: str, text: str) -> list[str]:
    """The wordings that are proposed for a quote of an article."""
    catalog = folder(CATALOG % f'"{quote}"', a=text)
    return [fix.new for fix in fixes({catalog.name: catalog.read_text(encoding="utf-8")}, open_dossier(catalog))]


@pytest.mark.parametrize(
    ("quote", "text", "wording"),
    [
        # A word was replaced, added, left out; at the beginning, in the middle, at the end.
        ("Russia has vast deposits of ore", "Russia has large deposits of ore.", "Russia has large deposits of ore"),
        ("stocks in Russia were low then", "Here stores in Russia were low then.", "stores in Russia were low then"),
        ("the mine in Russia is very deep", "So the mine in Russia is deep. End.", "the mine in Russia is deep"),
        (
            "mines in Russia lie idle.",
            "Now mines in Russia lie fallow. End.",
            "mines in Russia lie fallow.",
        ),
        (
            "the mine of Russia lies idle",
            "The old mine of Russia\nlies idle at the sea.",
            "The old mine of Russia lies idle",
        ),
        (
            "Russia sold 5 tons of it abroad",
            "Russia has sold 5 tons of it abroad.",
            "Russia has sold 5 tons of it abroad",
        ),
        # Numbers, units, signs and names.
        ("Russia sold 5 tons of it abroad", "Russia sold 6 tons of it abroad.", None),
        ("Russia sold 5 tons of it abroad", "Russia sold five tons of it abroad.", None),
        ("it grew by 5% in that whole year", "it grew by 5 in that whole year.", None),
        ("it was -5 in that whole long year", "it was 5 in that whole long year.", None),
        ("the firm is owned by old Rusal men", "the firm is owned by old Rosatom men.", None),
        ("Russia has vast deposits of ore", "Ukraine has vast deposits of ore.", None),
        # Negations, hedges, bounds, and what rose or fell.
        ("Russia does not have deposits of ore", "Russia does have deposits of ore.", None),
        ("Russia does have deposits of ore", "Russia doesn't have deposits of ore.", None),
        ("it is nearly the whole of the ore there", "it is the whole of the ore there.", None),
        ("the price rose in the whole of that year", "the price fell in the whole of that year.", None),
        # Two passages, or one that says too little of it.
        ("Russia has vast ore", "Russia has large ore. But Russia has ample ore.", None),
        ("Russia has vast ore", "Russia has large ore. But Russia has large ore.", None),
        ("Russia has vast deposits of good ore", "Russia wanted to sell a lot of its deposits.", None),
        # It is there.
        ("Russia has vast ore", "Russia has vast ore, and Russia has large ore.", None),
    ],
)
def test_a_quote_gets_a_wording_that_says_the_same(folder: Folder, quote: str, text: str, wording: str | None) -> None:
    assert wordings(folder, quote, text) == ([] if wording is None else [wording])


@pytest.mark.parametrize(
    "written",
    [
        "Russia has vast ore",
        "'Russia has vast ore'",
        '"Russia has\n          vast ore"',
        "Russia has\n          vast ore",
        ">-\n          Russia has\n          vast ore",
        "|\n          Russia has vast ore",
    ],
)
@pytest.mark.parametrize("change", [lambda text: text, lambda text: "\ufeff" + text.replace("\n", "\r\n")])
def test_every_other_byte_stays(folder: Folder, written: str, change: Callable[[str], str]) -> None:
    before = change(HEAD + CATALOG % written)
    catalog = folder("", a="Russia has large ore.")
    catalog.write_bytes(before.encode())
    apply(catalog, fixes({catalog.name: before}, open_dossier(catalog)))
    assert catalog.read_bytes().decode() == change(HEAD + CATALOG % '"Russia has large ore"')
    assert not open_dossier(catalog).problems


def test_the_work_for_missing_quotes_is_bounded(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "      - article: a\n        quote: Russia has vast ore\n"
    catalog = CATALOG.replace(source.replace("Russia has vast ore", "%s"), "%s") % (source * 5)
    text = "Russia has large ore."
    dossier = open_dossier(folder(catalog, a=text))
    monkeypatch.setattr("tui.curate.fix._CHARACTERS", 4 * len(text) * 2)
    assert len(fixes({"catalog.yaml": HEAD + catalog}, dossier)) == 2


def test_a_quote_that_has_changed_meanwhile_is_left(folder: Folder) -> None:
    text = HEAD + CATALOG % "Russia has vast ore"
    found = fixes(
        {"catalog.yaml": text}, open_dossier(folder(CATALOG % "Russia has vast ore", a="Russia has large ore."))
    )
    with pytest.raises(InsertError, match="line 12 has been changed"):
        rewritten(HEAD + CATALOG % "Russia has much ore", found)
    with pytest.raises(InsertError, match="line 12 has been changed"):
        rewritten(text.replace("title:", "\ntitle:"), found)


def test_the_digest_of_a_changed_text_is_renewed_if_all_its_quotes_are_there(folder: Folder) -> None:
    old = "0" * 64
    articles = CATALOG.replace('"[Text]"', f'"[Text]", sha256: "{old}"') % '"Russia has vast deposits of ore"'
    for text, renewed in (
        ("Russia has vast deposits of ore. More.", 1),
        ("Russia has large deposits of ore.", 2),
        ("Nothing is left.", 0),
    ):
        catalog = folder(articles, a=text)
        found = fixes({catalog.name: catalog.read_text(encoding="utf-8")}, open_dossier(catalog))
        assert len(found) == renewed
        apply(catalog, found)
        assert (not any(each.code == "changed" for each in open_dossier(catalog).problems)) == bool(renewed)
