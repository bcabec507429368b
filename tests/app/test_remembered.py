"""Values that are remembered from one session to the next, and what happens if they cannot be."""

import os
from pathlib import Path
from threading import Thread

import pytest

from tests.app.app_driver import run_app
from tui.app.settings.config_reader import parse
from tui.app.settings.remembered import NAME, first_time, recall, remember
from tui.dossier.dossier import Dossier


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state folder, which is not there yet."""
    monkeypatch.setenv("LODE_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


def test_what_is_kept_is_recalled(folder: Path) -> None:
    assert recall("theme") is None
    assert remember("theme", "nord") and remember("more", "“x”")
    assert (recall("theme"), recall("more")) == ("nord", "“x”")
    assert [file.name for file in folder.iterdir()] == [NAME]


def test_the_first_time_is_once(folder: Path) -> None:
    assert [first_time("copy"), first_time("copy"), first_time("keys")] == [True, False, True]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"copy": 1}', b"\xff", b"[" * 100_000])
def test_a_damaged_file_is_ignored_and_replaced(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / NAME).write_bytes(content)
    assert recall("copy") is None
    assert first_time("copy")
    assert not first_time("copy")


def test_a_file_of_more_than_lode_ever_writes_is_not_read(folder: Path) -> None:
    folder.mkdir()
    (folder / NAME).write_text('{"theme": "nord"}' + " " * 1_000_000)
    assert recall("theme") == "nord"
    (folder / NAME).write_text('{"theme": "nord"}' + " " * 1_100_000)
    assert recall("theme") is None


def test_a_pipe_in_its_place_is_not_waited_for(folder: Path) -> None:
    folder.mkdir()
    os.mkfifo(folder / NAME)
    writer = Thread(target=(folder / NAME).write_text, args=('{"theme": "nord"}',), daemon=True)
    writer.start()
    assert recall("theme") is None
    # The writer gets on once somebody reads.
    reader = os.open(folder / NAME, os.O_RDONLY | os.O_NONBLOCK)
    writer.join()
    os.close(reader)


def test_where_nothing_can_be_kept_nothing_is_new(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write_text("a file in its place")
    assert not remember("theme", "nord")
    assert not first_time("copy")
    monkeypatch.setenv("LODE_STATE", "")
    assert not first_time("copy")
    assert recall("theme") is None


# The hint of the first run

HINT = "j k move and show  Enter read  / search  ? all keys"


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("keys", "stands"),
    [
        ("", True),
        ("jkjkj", True),
        ("jJ", True),
        ("jJ1", False),
        ("3", True),
        ("42", True),
        (["escape"], False),
        ("j?", True),
        (["/", "escape"], True),
    ],
)
async def test_the_hint_is_shown_until_three_actions_or_escape(
    sample_dossier: Dossier, folder: Path, keys: str | list[str], stands: bool
) -> None:
    async with run_app(sample_dossier) as driver:
        assert driver.footer.startswith(HINT)
        assert driver.footer.endswith("q quit")
        await driver.press(*keys)
        if keys and keys[-1] == "?":
            await driver.press("escape")
        assert driver.footer.startswith(HINT[:30]) == stands
    async with run_app(sample_dossier) as driver:
        assert driver.footer.startswith(HINT[:30]) == stands


async def test_the_hint_has_the_keys_as_they_were_set(sample_dossier: Dossier, folder: Path) -> None:
    config = parse("keys:\n  next-row: x\n  keep: ctrl+y\n  help: ctrl+g\n", "c.yaml")
    async with run_app(sample_dossier, config=config) as driver:
        assert driver.footer.startswith("x k move and show  Ctrl+Y read  / search  Ctrl+G all keys")


async def test_a_message_and_a_field_go_before_the_hint(sample_dossier: Dossier, folder: Path) -> None:
    async with run_app(sample_dossier, size=(80, 24)) as driver:
        assert driver.footer.startswith(HINT[:30])
        await driver.press("o")
        assert driver.footer.startswith("Opening https://example.org/salt")
        await driver.press("2")
        assert driver.footer.startswith(HINT[:30])
        await driver.press("\\")
        assert driver.footer.startswith("↓ choose")


async def test_the_hint_has_no_step_where_there_is_none(sample_dossier: Dossier, folder: Path) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2")
        assert driver.footer.startswith("j k move and show  Enter read  n next mention  / search")


async def test_the_hint_is_for_the_lists_and_never_cut(sample_dossier: Dossier, folder: Path) -> None:
    async with run_app(sample_dossier, size=(80, 24)) as driver:
        assert driver.footer.startswith(HINT[:41])
        await driver.press("4")
        assert driver.footer.startswith("Enter details")


async def test_without_a_state_folder_nothing_is_hinted(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        assert HINT[:8] not in driver.footer
