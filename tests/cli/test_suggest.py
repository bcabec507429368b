"""`lode suggest`: drafts to paste, which `lode check` accepts and after which nothing is left to suggest."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Done
from tui.catalog.load import load

Lode = Callable[..., Done]

PEOPLE = [("ada", "Ada Moss"), ("bo", "Bo Lee"), ("cy", "Cy Poe")]

TEXT = (
    "Salt: a first look\n\nAda Moss’s mine holds about 12 percent of it, and Bo Lee’s 12 percent: yes.\n"
    "In 2030, Ada Moss said, 3,500 people # and {7} trucks will come by May 5, 2031. H²O and CO² too.\n"
    "12 percent again. 12 percent again.\n"
)


def test_the_drafts_pass_check_and_leave_nothing(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    lode("new", ".")
    catalog = tmp_path / "catalog.yaml"
    first = lode("suggest", "a-a")
    assert first.status == 0
    catalog.write_text(catalog.read_text() + first.out)
    checked = lode("check")
    assert checked.status == 0
    assert "0 errors" in checked.err
    drafted = load(catalog)
    assert all(record.draft for record in (*drafted.entities, *drafted.figures, *drafted.events))
    assert '    name: "Ada Moss"  # named 2 times' in first.lines
    assert '    name: "Bo Lee"  # named once' in first.lines
    # Nothing says that it is a share: the only measure of percent may be another.
    assert ("12 percent", None) in [(figure.sources[0].number, figure.measure) for figure in drafted.figures]
    again = load(catalog).figures
    assert len({figure.id for figure in again}) == len(again)


def test_an_id_that_a_draft_left_out_has_is_not_given_again(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "a.txt").write_text("T\n\nIt took 5 trucks to go there.\n\nThen 5 buses came along the road.\n")
    lode("new", ".")
    catalog = tmp_path / "catalog.yaml"
    draft = (
        "figures:\n  - id: draft-5\n    draft: true\n    sources:\n"
        "      - article: a-a\n        quote: It took 5 trucks\n        number: 5\n"
    )
    catalog.write_text(catalog.read_text() + draft)
    assert '- id: "draft-5-2"' in lode("suggest").out


FOUND = """\
Shares of the Court of Auditors and the Mellita Farmers’ Union fell 5 percent on 2 February 2024 and on MAY 5.
See https://x.example/2024/03/14/a or mail a1@x.example, said Ines Baccar of Dr. Zay’s Institute in June 2023.
"""


def test_what_is_drafted_as_what(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "a.txt").write_text(FOUND, encoding="utf-8")
    lode("new", ".")
    catalog = tmp_path / "catalog.yaml"
    catalog.write_text(catalog.read_text() + lode("suggest").out)
    drafts = load(catalog)
    names = {entity.name for entity in drafts.entities}
    assert names >= {"Court of Auditors", "Mellita Farmers’ Union", "Ines Baccar"} and "Court" not in names
    assert [figure.sources[0].number for figure in drafts.figures] == ["5 percent"]
    dates = [(event.date, event.sources[0].when) for event in drafts.events]
    assert dates == [("2024-02-02", "2 February 2024"), ("XXXX-05-05", "MAY 5"), ("2023-06", "June 2023")]


def test_who_tells_a_number_is_its_claimant(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "a.txt").write_text("Ada Moss told Bo Lee of 7 lamps. Cy Poe sat by.\n")
    lode("new", ".")
    catalog = tmp_path / "catalog.yaml"
    people = "".join(f"  - id: {id}\n    name: {name}\n    kind: person\n" for id, name in PEOPLE)
    catalog.write_text(f"{catalog.read_text()}entities:\n{people}")
    assert {'    claimant: "ada"', '        said: "Ada Moss told"', "    subject:"} <= set(lode("suggest").lines)


def test_an_unknown_article_names_the_nearest(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "salt.txt").write_text("Salt\n")
    lode("new", ".")
    done = lode("suggest", "a-slat")
    assert (done.status, done.out) == (2, "")
    assert "nearest: a-salt" in done.err


def test_nothing_is_suggested_for_a_complete_catalog(lode: Lode) -> None:
    done = lode("suggest")
    assert (done.status, done.out) == (1, "")


def test_the_measures_of_a_dimension_are_offered(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "a.txt").write_text("The drone fell 11 kilometres into the sea. The pipe reached a length of 300 km.\n")
    (tmp_path / "catalog.yaml").write_text(
        'lode: 1\ntitle: T\nlanguage: en\narticles: [{id: a, file: a.txt, title: "[a]"}]\nmeasures:\n'
        "  - {id: drift, name: drift, unit: km}\n  - {id: length, name: length, unit: km}\n"
    )
    drafts = {draft["exact"]: draft for draft in lode("suggest", "--json").objects if draft["kind"] == "figure"}
    fell, long = drafts["11 kilometres"], drafts["300 km"]
    assert (fell["measure"] in ("drift", "length"), fell["offers"]) == (False, ["drift", "length"])
    assert (long["measure"], long["offers"]) == ("length", [])
