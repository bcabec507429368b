"""`lode add`: what was added is printed, what was not is said, and the exit status tells which."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Done

Lode = Callable[..., Done]


def test_sources_are_added_to_the_dossier_that_is_meant(lode: Lode, tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text("lode: 1\ntitle: Salt\n")
    (tmp_path / "a.txt").write_text("A lake\n\nIt holds 5 tons.\n")
    done = lode("add", "a.txt", "missing.pdf", "a.txt")
    assert (done.status, done.lines) == (0, ["a-a  a.txt"])
    assert "missing.pdf does not exist; left out" in done.err
    assert "a.txt is in the catalog already, as a-a; left out" in done.err
    assert "1 article added" in done.err
    assert lode("list", "articles", "--json").objects[0]["file"] == "a.txt"


def test_where_nothing_is_added_the_status_says_so(lode: Lode, tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text("lode: 1\ntitle: Salt\n")
    (tmp_path / "a.png").write_bytes(b"x")
    done = lode("add", "a.png", ".")
    assert (done.status, done.out) == (1, "")
    assert "a.png is not in a format that can be added" in done.err
    assert ". is a folder; give its files" in done.err


def test_a_pipe_or_device_is_left_out(lode: Lode, tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text("lode: 1\ntitle: T\n")
    os.mkfifo(tmp_path / "pipe.txt")
    for given in ("pipe.txt", "/dev/zero"):
        done = lode("add", given, "-c", str(tmp_path), folder=tmp_path)
        assert (done.status, done.err) == (1, f"lode: {given} is not a regular file; left out\n")


@pytest.mark.parametrize("words", [["add", "a.txt"], ["check", "--fix"], ["suggest", "a-moscow-times", "--write"]])
def test_a_dossier_that_nobody_chose_is_not_written_to(lode: Lode, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "a.txt").write_text("A lake\n")
    done = lode(*words)
    assert (done.status, done.out) == (2, "")
    assert done.err == ("lode: no catalog is named or near, and the built-in one stays as it is; lode new makes one\n")


def test_the_built_in_dossier_stays_as_it_is(lode: Lode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "catalog.yaml").write_text("lode: 1\ntitle: Salt\n")
    (tmp_path / "a.txt").write_text("A lake\n")
    monkeypatch.setattr("tui.curate.insert.is_shipped", lambda path: True)
    done = lode("add", "a.txt")
    assert (done.status, done.out) == (2, "")
    assert "lode new makes one of your own" in done.err
