"""Words that name a claimant, and do not say that it says what is quoted: denied, told another, contrasted with it."""

import json
from pathlib import Path

import pytest

from tui.linking.link import open_dossier

LINES = Path(__file__).with_name("attribution.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]

CATALOG = """\
lode: 1
title: Zork
units: [t]
measures: [{id: output, name: output, unit: t}]
entities:
  - {id: zork, name: Zork, kind: country}
  - {id: alpha, name: Alpha, kind: company}
  - {id: beta, name: Beta, kind: company}
"""


@pytest.fixture(scope="module")
def warned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The messages on each row, by the claim that it is."""
    folder = tmp_path_factory.mktemp("attribution")
    articles, claims = ["articles:"], ["figures:"]
    for i, (language, text, quote, claimant, said, _) in enumerate(ROWS):
        (folder / f"a{i}.txt").write_text(text + "\n", encoding="utf-8")
        articles.append(f"  - {{id: a-{i}, file: a{i}.txt, title: '[x]', language: {language}}}")
        source = {"article": f"a-{i}", "quote": quote, "number": "5 tons", "said": said}
        figure = {"id": f"f-{i}", "measure": "output", "subject": "zork", "claimant": claimant, "sources": [source]}
        claims.append(f"  - {json.dumps(figure, ensure_ascii=False)}")
    (folder / "catalog.yaml").write_text("\n".join([CATALOG.rstrip(), *articles, *claims]) + "\n", encoding="utf-8")
    first = len(CATALOG.splitlines()) + len(articles) + 2
    found: dict[str, list[str]] = {}
    for problem in open_dossier(folder / "catalog.yaml").problems:
        if problem.code == "attribution":
            found.setdefault(f"f-{problem.mark.line - first}", []).append(problem.message)
    return found


@pytest.mark.parametrize("row", range(len(ROWS)), ids=[f"{claimant}: {text}" for _, text, _, claimant, _, _ in ROWS])
def test_who_says_it_is_warned_of(row: int, warned: dict[str, list[str]]) -> None:
    *_, why = ROWS[row]
    messages = warned.get(f"f-{row}", [])
    assert len(messages) == (why != "-")
    assert why == "-" or why in messages[0]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Zork mined 5 tons. It was late, Alpha said.\n", True),
        ("Zork mined 5 tons. It was late.\n\nIt was over, Alpha said.\n", False),
        # Once before the number is enough.
        ("Alpha said little.\n\nZork mined 5 tons. It was late, Alpha said.\n", True),
    ],
)
def test_a_speaker_may_be_named_after_a_figure_in_its_paragraph(tmp_path: Path, text: str, is_found: bool) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    source = {"article": "a", "quote": "Zork mined 5 tons", "number": "5 tons", "said": "Alpha said"}
    figure = {"id": "f", "measure": "output", "subject": "zork", "claimant": "alpha", "sources": [source]}
    articles = "articles: [{id: a, file: a.txt, title: '[x]', language: en}]"
    catalog = tmp_path / "catalog.yaml"
    catalog.write_text(f"{CATALOG}{articles}\nfigures: [{json.dumps(figure)}]\n", encoding="utf-8")
    codes = [problem.code for problem in open_dossier(catalog).problems if problem.severity == "error"]
    assert codes == ([] if is_found else ["not-found"])
