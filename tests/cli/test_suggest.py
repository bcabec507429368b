"""`lode suggest`: drafts to paste, which `lode check` accepts and after which nothing is left to suggest."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Done
from tui.catalog.load import load

Lode = Callable[..., Done]

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
    notes = {entity.name: entity.note for entity in drafted.entities}
    assert (notes["Ada Moss"], notes["Bo Lee"]) == ("Named 2 times.", "Named once.")
    assert ("12 percent", "share") in [(figure.sources[0].number, figure.measure) for figure in drafted.figures]
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


def test_an_unknown_article_names_the_nearest(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "salt.txt").write_text("Salt\n")
    lode("new", ".")
    done = lode("suggest", "a-slat")
    assert (done.status, done.out) == (2, "")
    assert "nearest: a-salt" in done.err


def test_nothing_is_suggested_of_a_whole_catalog(lode: Lode) -> None:
    done = lode("suggest")
    assert (done.status, done.out) == (1, "")
