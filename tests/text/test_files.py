"""A file is replaced whole or not at all, and keeps its rights and the links to it."""

import os
from pathlib import Path

import pytest

from tui.text.files import create, replacing


def put(path: Path, text: str) -> None:
    """Puts a text in the place of a file."""
    with replacing(path) as aside:
        aside.write_text(text)


def files(folder: Path) -> dict[str, str]:
    """What is in a folder."""
    return {file.name: file.read_text() for file in folder.iterdir()}


def test_a_new_file_belongs_to_the_user_and_no_other_file_is_left(tmp_path: Path) -> None:
    put(tmp_path / "new", "text")
    assert files(tmp_path) == {"new": "text"}
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_rights_and_links_are_kept(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    path, link = tmp_path / "inner" / "file", tmp_path / "link"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    with path.open() as reading:
        put(link, "new")
        assert reading.read() == "old"
    assert link.is_symlink() and files(path.parent) == {"file": "new"}
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "missing")
    with pytest.raises(FileExistsError):
        create(tmp_path / "link", "text")
    assert [each.name for each in tmp_path.iterdir()] == ["link"]
    assert not (tmp_path / "missing").exists()


@pytest.mark.parametrize("error", [OSError, ValueError, KeyboardInterrupt])
def test_what_fails_half_way_changes_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    (tmp_path / "file").write_text("old")
    with pytest.raises(error), replacing(tmp_path / "file") as aside:
        aside.write_text("half of the n")
        raise error
    assert files(tmp_path) == {"file": "old"}


def test_what_is_read_only_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("old")
    # For root, every file can be written.
    monkeypatch.setattr(os, "access", lambda file, mode: mode != os.W_OK)
    with pytest.raises(PermissionError, match="it is read-only"):
        put(tmp_path / "file", "new")
    assert files(tmp_path) == {"file": "old"}


def test_only_a_file_is_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for name in ("pipe", "link", "."):
        with pytest.raises(OSError, match="it is not a regular file"):
            put(tmp_path / name, "new")
    assert (tmp_path / "pipe").is_fifo() and (tmp_path / "link").is_symlink()


def test_without_its_folder_it_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        put(tmp_path / "gone" / "file", "new")
