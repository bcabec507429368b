"""`lode show` and `lode cite`: one record whole, and its citation."""

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Done
from tui.dossier.dossier import Dossier
from tui.export.records import as_mapping
from tui.text.json import to_json
from tui.view.citation import FORMATS, cite
from tui.view.linear import record_lines
from tui.view.styled_text import plain

ONE_OF_EACH = ["a-moscow-times", "rosatom", "russia-reserves-usgs", "roadmap-due", "production"]


@pytest.mark.parametrize("id", ONE_OF_EACH)
def test_a_record_is_shown_whole(lode: Callable[..., Done], dossier: Dossier, id: str) -> None:
    record = dossier.get(id)
    assert record
    done = lode("show", id)
    assert (done.status, done.err) == (0, "")
    assert done.lines == [plain(line) for line in record_lines(record, dossier)]


@pytest.mark.parametrize("id", ONE_OF_EACH)
def test_json_is_the_record_as_list_prints_it(lode: Callable[..., Done], dossier: Dossier, id: str) -> None:
    record = dossier.get(id)
    assert record
    done = lode("show", "--json", id)
    assert done.out == to_json(as_mapping(record, dossier)) + "\n"
    kind = "entities" if record.kind == "entity" else f"{record.kind}s"
    assert done.objects[0] in lode("list", kind, "--json").objects


@pytest.mark.parametrize("command", ["show", "cite"])
def test_an_unknown_id_is_one_and_names_the_nearest(lode: Callable[..., Done], command: str) -> None:
    done = lode(command, "rosatm")
    assert (done.status, done.out) == (1, "")
    assert done.err == "lode: no record has the id “rosatm”; nearest: rosatom\n"


def test_an_unlike_id_has_no_nearest(lode: Callable[..., Done]) -> None:
    done = lode("show", "\x1b[31mzzzz")
    assert (done.status, done.out) == (1, "")
    assert "“␛[31mzzzz”" in done.err and "nearest" not in done.err


@pytest.mark.parametrize("format", FORMATS)
def test_a_citation_has_each_format(lode: Callable[..., Done], dossier: Dossier, format: str) -> None:
    done = lode("cite", "russia-reserves-ministry", "--format", format)
    unlinked = "lode: no link: a-russia-aims has no web address in the catalog\n"
    assert (done.status, done.err) == (0, unlinked if format == "link" else "")
    assert done.out == cite(dossier.figures["russia-reserves-ministry"], dossier, format) + "\n"


def test_a_citation_is_plain_unless_asked(lode: Callable[..., Done]) -> None:
    assert lode("cite", "rosatom").out == lode("cite", "--format", "plain", "rosatom").out


def test_csl_is_one_json_document(lode: Callable[..., Done]) -> None:
    assert json.loads(lode("cite", "a-russia-aims", "--format", "csl").out)[0]["id"] == "a-russia-aims"


def test_an_unknown_format_is_two_and_names_those_there_are(lode: Callable[..., Done]) -> None:
    done = lode("cite", "rosatom", "--format", "apa")
    assert (done.status, done.out) == (2, "")
    assert all(format in done.err for format in FORMATS) and len(done.err.splitlines()) == 1


def test_a_record_without_a_source_has_no_citation(lode: Callable[..., Done]) -> None:
    done = lode("cite", "production")
    assert (done.status, done.out) == (1, "")
    assert "production" in done.err and len(done.err.splitlines()) == 1


def test_what_a_check_finds_is_shown_with_what_it_is_about(lode: Callable[..., Done]) -> None:
    finding = "28.5 million t does not fit the fifth rank."
    for id in ("russia-reserves-ministry", "russia-reserves-rank-others", "world-leader"):
        assert finding in lode("show", id).out
    assert finding in lode("compare", "measure:reserves").out
    assert finding not in lode("show", "russia-production").out
