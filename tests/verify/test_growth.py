"""How many characters of the articles are read for one draft."""

from pathlib import Path

from tests.growth import Steps, assert_nearly_linear, steps
from tui.dossier.link import open_dossier
from tui.verify.verify import read_draft, verify

SENTENCE = "The harbour of Sund was opened again after the storm, said the mayor, and every berth is taken. "
QUOTED = "“The harbour of Sund was opened again {}”, he said. "


def read(folder: Path, articles: int, quotations: int) -> int:
    """The characters that are read for a draft with quotations that no article has."""
    folder.mkdir()
    lines = ["lode: 1", "title: Harbours", "articles:"]
    for number in range(articles):
        (folder / f"{number}.txt").write_text(SENTENCE * 20, encoding="utf-8")
        lines += [f"  - {{id: a{number}, file: {number}.txt, title: A{number}}}"]
    (folder / "catalog.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    dossier = open_dossier(folder / "catalog.yaml")
    text = "".join(QUOTED.format(f"on day {number} of Vandelay") for number in range(quotations))

    def work(count: Steps) -> None:
        found = verify(dossier, read_draft(dossier, "draft.md", text), count)
        assert [each.status for each in found if each.kind == "quotation"] == ["differs"] * quotations

    return steps(work)


def test_the_articles_are_read_once(tmp_path: Path) -> None:
    one, many = (read(tmp_path / str(quotations), 5, quotations) for quotations in (1, 20))
    # The words of the nearest article are looked up for each of them, and no other text is read again.
    assert many <= 3 * one


def test_reading_grows_with_the_articles(tmp_path: Path) -> None:
    assert_nearly_linear(lambda articles: read(tmp_path / f"of {articles}", articles, 3), 10)
