"""`lode verify`: lines for people and editors, JSON Lines, and the exit status."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Done

Lode = Callable[..., Done]

RIGHT = "Brazil holds reserves of 21 million tons, according to the USGS.\n"
WRONG = "Brazil holds reserves of 12 million tons, according to the USGS.\n"
OPEN = "Reserves of 44 million tons are a lot.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Callable[[str], str]:
    """Writes a draft, and returns its name."""

    def write(text: str) -> str:
        (tmp_path / "draft.md").write_text(text, encoding="utf-8")
        return "draft.md"

    return write


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [(RIGHT, [], 0), (WRONG, [], 1), (OPEN, [], 0), (OPEN, ["--strict"], 1), ("", [], 0)],
)
def test_the_exit_status_says_whether_the_draft_holds(
    lode: Lode, draft: Callable[[str], str], text: str, options: list[str], status: int
) -> None:
    assert lode("verify", draft(text), *options).status == status


def test_people_see_draft_and_source(lode: Lode, draft: Callable[[str], str]) -> None:
    done = lode("verify", draft(WRONG))
    head, ours, source = done.lines
    assert head.startswith("draft.md:1:26: error: differs: “12 million tons”: ")
    assert ours.split() == ["draft", *WRONG.split()]
    assert source.split()[:2] == ["source", "seeds/002_4b32af207b1a969b.txt:7:201"]
    assert "1 item: 1 differs" in done.err


def test_editors_see_only_what_is_wrong(lode: Lode, draft: Callable[[str], str]) -> None:
    done = lode("verify", "--lines", draft(RIGHT + WRONG + OPEN))
    assert [line.split(": ")[:3] for line in done.lines] == [
        ["draft.md:2:26", "error", "differs"],
        ["draft.md:3:13", "warning", "possible"],
    ]


def test_json_has_every_key(lode: Lode, draft: Callable[[str], str]) -> None:
    (item,) = lode("verify", "--json", draft(RIGHT)).objects
    assert list(item) == (
        "kind file line column start end exact status record claimant source reason candidates".split()
    )
    assert (item["kind"], item["status"], item["record"]) == ("number", "backed", "brazil-reserves")
    assert RIGHT[item["start"] : item["end"]] == item["exact"] == "21 million tons"
    assert item["source"]["exact"] == "21 million tons"


def test_some_lines_of_a_draft(lode: Lode, draft: Callable[[str], str]) -> None:
    name = draft(RIGHT + WRONG)
    assert lode("verify", f"{name}:1-1").status == 0
    assert lode("verify", f"{name}:2-2").status == 1
    assert lode("verify", f"{name}:1").status == 0
    assert lode("verify", f"{name}:2").status == 1


def test_a_draft_that_is_not_plain_text_is_refused(lode: Lode, tmp_path: Path) -> None:
    (tmp_path / "draft.html").write_text("<p>5 tons</p>")
    done = lode("verify", "draft.html")
    assert (done.status, done.out) == (2, "")
    assert "draft.html is not plain text; save it as .txt or .md" in done.err


@pytest.mark.parametrize("lines", ["2-1", "0-1", "3-4", "3"])
def test_lines_that_a_draft_does_not_have(lode: Lode, draft: Callable[[str], str], lines: str) -> None:
    done = lode("verify", f"{draft(RIGHT + WRONG)}:{lines}")
    assert done.status == 2
    assert "draft.md has 2 lines" in done.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["absent.md"], "absent.md does not exist"), (["absent.md", "--language", "xx"], "language “xx”")],
)
def test_what_cannot_be_used(lode: Lode, arguments: list[str], says: str) -> None:
    done = lode("verify", *arguments)
    assert done.status == 2
    assert says in done.err
