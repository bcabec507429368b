"""The Markdown report: read by another program, each statement with its sentence in a footnote."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.view import hostile
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.export import markdown
from tui.linking.link import open_dossier
from tui.view.timeline import timeline


@pytest.fixture(scope="module")
def report(dossier: Dossier) -> str:
    """The report on the built-in dossier."""
    return markdown.export(dossier.records, dossier)


def tokens(text: str) -> list[str]:
    return [token.type for token in MarkdownIt("commonmark").enable("table").parse(text)]


def test_each_topic_has_a_table_with_its_figures(dossier: Dossier, report: str) -> None:
    topics = list(dossier.groups.of(dossier.figures.values()))
    found = tokens(report)
    assert found.count("table_open") == len(topics)
    assert found.count("tr_open") == len(topics) + len(dossier.figures)


def test_each_statement_has_the_sentences_that_it_rests_on(dossier: Dossier, report: str) -> None:
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.+)$", report, re.MULTILINE))
    assert [int(number) for number in notes] == list(range(1, len(notes) + 1))
    assert set(re.findall(r"\[\^(\d+)\](?!:)", report)) == set(notes)
    [row] = [line for line in report.splitlines() if "3.8 million metric tons[" in line]
    cited = [notes[number] for number in re.findall(r"\[\^(\d+)\]", row)]
    assert len(cited) == len(dossier.figures["russia-reserves-usgs"].sources)
    assert all("3.8 million" in sentence for sentence in cited)


def test_a_contradiction_is_under_its_claim(report: str) -> None:
    assert re.search(r"^- \*\*.+\n(?:  - .+\n)*  - contradicts: .+\[\^\d+\]$", report, re.MULTILINE)


def test_the_timeline_leaves_out_minor_events(dossier: Dossier, report: str) -> None:
    lines = report[report.index("## Timeline") : report.index("[^1]: ")].strip().splitlines()[2:]
    minor = [event for event in dossier.events.values() if event.minor]
    assert minor and lines.pop() == f"- {len(minor)} minor events not shown"
    dated = [figure for figure in dossier.figures.values() if figure.sorting_date]
    assert dated and len(lines) == len(dossier.events) - len(minor) + len(dated)


def test_a_report_of_what_is_dated_begins_with_its_timeline(dossier: Dossier) -> None:
    records = [entry.record for entry in timeline(dossier)]
    lines = markdown.export(records, dossier).splitlines()
    assert lines[2] == "## Timeline"
    assert lines[4].startswith("- **2020** Russia announces plans")
    assert lines.index("## Russia’s production of rare earths") > 4 + len(records)


def test_a_part_of_the_dossier_has_only_its_sections(dossier: Dossier) -> None:
    text = markdown.export([dossier.figures["russia-reserves-usgs"]], dossier)
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Russia’s rare earths",
        "## Russia’s reserves of rare earths",
    ]
    assert markdown.export([], dossier) == "# Russia’s rare earths"


def test_a_dossier_cannot_add_markup(tmp_path: Path) -> None:
    dossier = open_dossier(hostile.write(tmp_path))
    text = markdown.export(dossier.records, dossier)
    assert not hostile.raw(text)
    assert any(isinstance(record, Figure) for record in dossier.records)
    inline = [child.type for token in MarkdownIt().parse(text) for child in token.children or ()]
    assert {"html_inline", "image", "link_open"}.isdisjoint(inline)
    assert "html_block" not in tokens(text)
