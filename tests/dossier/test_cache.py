"""The cache folder: what lode deletes there, and what it trusts. The folder may be anyone's, and hold anything."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kept import kept_files
from tui.store import cache as module
from tui.store.cache import SUBFOLDER, TAG, UNFINISHED, UNUSED, file_name, refusal
from tui.store.compiled import find_compiled, open_compiled

CATALOG = """\
articles:
  - {id: a, file: a.txt, title: "[A]"}
"""
OURS = "0123456789abcdef.sqlite"
UNFINISHED_OURS = f".{OURS}0a1b2c3d.part"

Age = Callable[..., Path]


@pytest.fixture
def catalog(folder: Callable[..., Path]) -> Path:
    """A catalog with an article."""
    return folder(CATALOG, a="It is.")


@pytest.fixture
def aged(monkeypatch: pytest.MonkeyPatch) -> Age:
    """Writes a file that was last written so many seconds ago."""
    now = 2_000_000_000
    monkeypatch.setattr(module.time, "time", lambda: float(now))

    def write(path: Path, age: int, text: str = "kept") -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        os.utime(path, (now - age, now - age))
        return path

    return write


def written_again(catalog: Path, folder: Path) -> None:
    """Has a compiled dossier written."""
    catalog.write_text(catalog.read_text() + "# changed\n")
    open_compiled(catalog, folder)


# What is deleted


def test_a_home_folder_in_its_place_keeps_every_file(catalog: Path, tmp_path: Path, aged: Age) -> None:
    home = tmp_path / "home"
    names = [
        "taxes.pdf", "notes.part", ".profile", "data.sqlite", OURS, UNFINISHED_OURS, TAG, f"Documents/{OURS}",
        f".cache/lode/{OURS}", f"lode/{OURS}",
    ]  # fmt: skip
    for name in names:
        aged(home / name, 10 * UNUSED)
    for _ in range(2):
        written_again(catalog, home)
    assert len(kept_files(home)) == 1
    (home / SUBFOLDER).rename(tmp_path / "lodes own")
    assert {str(file.relative_to(home)) for file in home.rglob("*") if file.is_file()} == set(names)


@pytest.mark.parametrize(
    ("name", "age", "kept"),
    [
        (OURS, UNUSED - 1, True),
        (OURS, UNUSED + 1, False),
        (UNFINISHED_OURS, UNFINISHED - 1, True),
        (UNFINISHED_OURS, UNFINISHED + 1, False),
        (OURS.upper(), 10 * UNUSED, True),
        (f"x{OURS}", 10 * UNUSED, True),
        (f"{OURS}.bak", 10 * UNUSED, True),
        (f"{OURS}\n", 10 * UNUSED, True),
        ("letters.part", 10 * UNUSED, True),
        (f"{OURS}0a1b2c3d.part", 10 * UNUSED, True),
        (TAG, 10 * UNUSED, True),
    ],
)
def test_only_old_files_with_lodes_names_are_deleted(
    catalog: Path, tmp_path: Path, aged: Age, name: str, age: int, kept: bool
) -> None:
    open_compiled(catalog, tmp_path / "cache")
    file = tmp_path / "cache" / SUBFOLDER / name
    aged(file, age, file.read_text() if file.exists() else "kept")
    written_again(catalog, tmp_path / "cache")
    assert file.exists() == kept


def test_only_regular_files_are_deleted(catalog: Path, tmp_path: Path, aged: Age) -> None:
    open_compiled(catalog, tmp_path / "cache")
    own = tmp_path / "cache" / SUBFOLDER
    target = aged(tmp_path / "target", 10 * UNUSED)
    (own / OURS).symlink_to(target)
    (own / OURS.replace("0", "1")).symlink_to("nowhere")
    (own / OURS.replace("0", "2")).mkdir()
    os.mkfifo(own / OURS.replace("0", "3"))
    aged(own / OURS.replace("0", "4"), 10 * UNUSED)
    for name in (OURS, OURS.replace("0", "1")):
        os.utime(own / name, (1, 1), follow_symlinks=False)
    written_again(catalog, tmp_path / "cache")
    left = {file.name for file in kept_files(tmp_path / "cache")}
    assert left == {*(OURS.replace("0", digit) for digit in "0123"), file_name(catalog)}
    assert target.read_text() == "kept"


@pytest.mark.parametrize("tag", [None, "", "Signature: 8a477f597d28d172789f06886806bc55\n# by another program\n"])
def test_a_folder_without_lodes_tag_is_not_swept(catalog: Path, tmp_path: Path, aged: Age, tag: str | None) -> None:
    own = tmp_path / "cache" / SUBFOLDER
    own.mkdir(parents=True, mode=0o700)
    old = aged(own / OURS, 10 * UNUSED)
    if tag is not None:
        (own / TAG).write_text(tag)
    written_again(catalog, tmp_path / "cache")
    assert old.exists()
    assert ((own / TAG).read_text() if (own / TAG).exists() else None) == tag
    assert find_compiled(catalog, tmp_path / "cache"), "it is used all the same"


@pytest.mark.parametrize("tag", [None, "", "Signature: 8a47"])
def test_a_folder_that_a_killed_process_left_without_its_tag_gets_it(
    catalog: Path, tmp_path: Path, tag: str | None
) -> None:
    own = tmp_path / "cache" / SUBFOLDER
    own.mkdir(parents=True, mode=0o700)
    if tag is not None:
        (own / TAG).write_text(tag)
    open_compiled(catalog, tmp_path / "cache")
    assert (own / TAG).read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")


def test_the_folder_is_the_users_own_and_tagged(catalog: Path, tmp_path: Path) -> None:
    umask = os.umask(0)
    try:
        open_compiled(catalog, tmp_path / "cache")
    finally:
        os.umask(umask)
    own = tmp_path / "cache" / SUBFOLDER
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    (file,) = kept_files(tmp_path / "cache")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (own / TAG).read_bytes()[:43] == b"Signature: 8a477f597d28d172789f06886806bc55"
    assert refusal(tmp_path / "cache") == refusal(tmp_path / "not there yet") == ""


def test_an_entry_that_cannot_be_looked_at_stops_nothing(
    catalog: Path, tmp_path: Path, aged: Age, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_compiled(catalog, tmp_path / "cache")
    own = tmp_path / "cache" / SUBFOLDER
    old = [aged(own / OURS.replace("0", digit), 10 * UNUSED) for digit in "123"]
    unlink = os.unlink

    def refuse(entry: "os.DirEntry[str]") -> None:
        if entry.name == old[1].name:
            raise PermissionError(1, "Operation not permitted")
        unlink(entry)

    monkeypatch.setattr(module.os, "unlink", refuse)
    written_again(catalog, tmp_path / "cache")
    assert [file.exists() for file in old] == [False, True, False]
    assert find_compiled(catalog, tmp_path / "cache")


# What is trusted


@pytest.fixture
def cache(catalog: Path, tmp_path: Path) -> Path:
    """A cache folder in which the catalog is kept."""
    open_compiled(catalog, tmp_path / "cache")
    assert find_compiled(catalog, tmp_path / "cache")
    return tmp_path / "cache"


def test_what_another_user_owns_is_neither_read_nor_written(
    catalog: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file,) = kept_files(cache)
    before = file.read_bytes()
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    assert find_compiled(catalog, cache) is None
    assert "belongs to another user" in refusal(cache)
    written_again(catalog, cache)
    assert (kept_files(cache), file.read_bytes()) == ([file], before)
    open_compiled(catalog, tmp_path / "another")
    assert not [*tmp_path.glob(f"another/{SUBFOLDER}/*")]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_another_user_in_ones_own_folder_is_replaced(catalog: Path, cache: Path) -> None:
    (file,) = kept_files(cache)
    os.chown(file, 12345, 12345)
    assert find_compiled(catalog, cache) is None
    open_compiled(catalog, cache)
    assert file.stat().st_uid == 0
    assert find_compiled(catalog, cache)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_around_it_that_another_user_owns_is_not_used(catalog: Path, cache: Path, tmp_path: Path) -> None:
    os.chown(cache, 12345, 12345)
    assert find_compiled(catalog, cache) is None
    assert refusal(cache) == f"{cache} belongs to another user"
    # As by sudo, which keeps the home folder of the user.
    home = tmp_path / "home"
    home.mkdir()
    os.chown(home, 12345, 12345)
    open_compiled(catalog, home / ".cache" / "lode")
    assert not [*home.iterdir()]


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_can_write_is_replaced(catalog: Path, cache: Path, mode: int) -> None:
    (file,) = kept_files(cache)
    file.chmod(mode)
    assert find_compiled(catalog, cache) is None
    open_compiled(catalog, cache)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert find_compiled(catalog, cache)


@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777, 0o1777])
def test_a_folder_that_others_can_write_in_is_not_used(catalog: Path, cache: Path, mode: int) -> None:
    (file,) = kept_files(cache)
    before = file.read_bytes()
    (cache / SUBFOLDER).chmod(mode)
    assert find_compiled(catalog, cache) is None
    assert refusal(cache) == f"others can write to {cache / SUBFOLDER}"
    written_again(catalog, cache)
    assert file.read_bytes() == before


@pytest.mark.parametrize(("mode", "used"), [(0o777, False), (0o1777, True), (0o755, True), (0o775, True)])
def test_the_folder_around_it_may_be_shared_if_none_can_replace_what_is_in_it(
    catalog: Path, cache: Path, mode: int, used: bool
) -> None:
    cache.chmod(mode)
    assert (find_compiled(catalog, cache) is not None) == used
    assert (refusal(cache) == "") == used


def test_a_folder_that_others_can_write_in_gets_no_folder(catalog: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    open_compiled(catalog, shared)
    open_compiled(catalog, shared / "inner" / "cache")
    assert not [*shared.iterdir()]


def test_a_link_in_the_files_place_is_not_followed(catalog: Path, cache: Path, tmp_path: Path) -> None:
    (file,) = kept_files(cache)
    target = tmp_path / "elsewhere"
    file.rename(target)
    before = target.read_bytes()
    file.symlink_to(target)
    assert find_compiled(catalog, cache) is None
    written_again(catalog, cache)
    assert not file.is_symlink() and find_compiled(catalog, cache)
    assert target.read_bytes() == before


def test_a_link_in_the_folders_place_is_not_followed(catalog: Path, cache: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    (cache / SUBFOLDER).rename(target)
    (cache / SUBFOLDER).symlink_to(target)
    before = [(file.name, file.stat().st_mtime_ns) for file in target.iterdir()]
    assert find_compiled(catalog, cache) is None
    assert refusal(cache) == f"{cache / SUBFOLDER} is not what lode made"
    written_again(catalog, cache)
    assert [(file.name, file.stat().st_mtime_ns) for file in target.iterdir()] == before


@pytest.mark.parametrize("kind", ["folder", "pipe", "dangling link", "loop"])
def test_something_else_in_the_files_place_is_done_without(catalog: Path, cache: Path, kind: str) -> None:
    (file,) = kept_files(cache)
    file.unlink()
    match kind:
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "dangling link":
            file.symlink_to("nowhere")
        case "loop":
            file.symlink_to(file.name)
    assert find_compiled(catalog, cache) is None
    assert open_compiled(catalog, cache).title == "Test"
    assert (find_compiled(catalog, cache) is None) == (kind == "folder")
