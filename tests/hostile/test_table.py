"""Bad catalogs and texts: every command says what is wrong or copes, and nothing reaches the terminal."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.app.app_driver import run_app
from tests.hostile.pieces import (
    COMMANDS,
    ESCAPES,
    HIDDEN,
    LOADED,
    MARKUP,
    REFUSED,
    SPOILT_ARTICLES,
    SPOILT_CATALOGS,
    UNDATED,
    UNREAD,
    raw,
    run,
    write,
)
from tui.linking.link import open_dossier

LARGE = {"ten thousand aliases", "digits without end", "100 MB catalog"}


def by_name(cases: Iterable[str]) -> list[Any]:
    """The names of cases; those of the large ones are slow."""
    return [pytest.param(name, marks=pytest.mark.slow) if name in LARGE else name for name in cases]


@pytest.mark.sample(4)
@pytest.mark.parametrize("name", REFUSED)
def test_a_catalog_that_cannot_be_used_is_refused_with_a_place(tmp_path: Path, name: str) -> None:
    catalog, said = REFUSED[name]
    home = tmp_path / "home"
    home.mkdir()
    write(home, catalog)
    (tmp_path / "secret.txt").write_text("confidential")
    for command in COMMANDS:
        status, out, err = run(home, *command, "-c", ".")
        assert status == 2
        assert (said if "check" not in command or "--json" not in command else '"severity": "error"') in out + err
        assert not raw(out + err)
    assert not (home / "hacked").exists()
    assert not Path("hacked").exists()


@pytest.mark.sample(5)
@pytest.mark.parametrize("name", by_name(LOADED))
def test_what_loads_disturbs_no_terminal(tmp_path: Path, name: str) -> None:
    write(tmp_path, *LOADED[name])
    for command in COMMANDS:
        status, out, err = run(tmp_path, *command)
        assert status in (0, 1, 2)
        assert not raw(out + err)
        assert "cannot be read" not in err


def check_that_the_rest_opens(
    folder: Path, said: str, code: str = "unreadable", left_out: str = "an article and its records are left out"
) -> None:
    """What cannot be read of a dossier is said by `check`; other commands go on and say that it is there."""
    for command in COMMANDS:
        status, out, err = run(folder, *command, "-c", ".")
        if command[0] == "check":
            assert status == 1
            assert (said if "--json" not in command else f'"code": "{code}"') in out
        else:
            assert status in (0, 1)
            assert f"catalog.yaml has 1 problem, {left_out}; lode check lists them" in err
        assert not raw(out + err)
        assert "confidential" not in out
    assert "Survey" in run(folder, "list", "entities", "-c", ".")[1]


@pytest.mark.parametrize("name", UNREAD)
def test_an_article_that_is_not_to_be_read_is_left_out(tmp_path: Path, name: str) -> None:
    catalog, said = UNREAD[name]
    home = tmp_path / "home"
    home.mkdir()
    write(home, catalog)
    (tmp_path / "secret.txt").write_text("confidential")
    check_that_the_rest_opens(home, said)


@pytest.mark.parametrize("name", UNDATED)
def test_a_record_with_an_invalid_date_is_left_out(tmp_path: Path, name: str) -> None:
    catalog, said = UNDATED[name]
    write(tmp_path, catalog)
    check_that_the_rest_opens(tmp_path, said, "date", "what does not hold is left out")


@pytest.mark.parametrize("name", SPOILT_ARTICLES)
def test_an_article_that_cannot_be_read_is_left_out(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    spoil, said = SPOILT_ARTICLES[name]
    spoil(tmp_path)
    if name.startswith("unreadable") and os.access(tmp_path / "a.txt", os.R_OK):
        pytest.skip("this user may read everything")
    check_that_the_rest_opens(tmp_path, said)


@pytest.mark.parametrize("name", SPOILT_CATALOGS)
def test_a_file_that_is_not_a_catalog_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    spoil, said = SPOILT_CATALOGS[name]
    spoil(tmp_path)
    for command in COMMANDS:
        status, out, err = run(tmp_path, *command, "-c", ".")
        assert status == 2
        assert (said if command != ("check", "--json") else '"severity": "error"') in out + err
        assert not raw(out + err)


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", ["missing article", "leaving path"])
async def test_the_app_opens_without_an_article(tmp_path: Path, name: str) -> None:
    async with run_app(open_dossier(write(tmp_path, UNREAD[name][0]))) as driver:
        assert "! 1 error in the catalog" in driver.breadcrumb
        await driver.press("2", "j", "enter", "u", "3", "j", "c", "t", "escape", "y", "n", "4", "v", "f", "escape", "!")
        assert UNREAD[name][1].rpartition("error: ")[2] in driver.screen_text
        assert driver.app.return_code is None


def test_a_pipe_of_the_catalogs_name_above_is_passed_by(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    write(tmp_path)
    os.mkfifo(inner / "catalog.yaml")
    assert "Mine" in run(inner, "list", "articles")[1]


@pytest.mark.sample(4)
@pytest.mark.parametrize(
    "query", [ESCAPES, HIDDEN, MARKUP, "(((", "[a-z]+\\", "\0", '"', "kind:\x1b[2J", "x" * 5000, ">", "%s %d {0}", "*"]
)
def test_any_query_is_answered(tmp_path: Path, query: str) -> None:
    write(tmp_path)
    for command in (["search"], ["search", "--json"], ["list", "figures"], ["compare"], ["export", "json"]):
        status, out, err = run(tmp_path, *command, "--", query)
        assert status in (0, 1, 2)
        assert not raw(out + err)


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", LOADED)
async def test_the_app_opens_what_loads(tmp_path: Path, name: str) -> None:
    async with run_app(open_dossier(write(tmp_path, *LOADED[name]))) as driver:
        await driver.press("2", "j", "enter", "u")
        await driver.press("3", "j", "c", "escape", "!", "escape")
        assert not raw(driver.screen_text)
        assert driver.app.return_code is None


async def test_markup_is_shown_as_it_is_written(tmp_path: Path) -> None:
    async with run_app(open_dossier(write(tmp_path, *LOADED["markup in article"]))) as driver:
        assert driver.text_lines()[0].startswith(MARKUP)
    async with run_app(open_dossier(write(tmp_path, *LOADED["markup in title"]))) as driver:
        assert MARKUP in driver.breadcrumb
