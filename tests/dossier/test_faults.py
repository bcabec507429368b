"""Keeping a compiled dossier when things go wrong: commands answer as without it, and nothing is left over."""

import errno
import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest

from tests.dossier.killed import CATALOG, keep, keep_in_steps
from tests.kept import kept_files
from tui.cli.context import Context
from tui.cli.main import main
from tui.dossier.dossier import Dossier
from tui.search.open import find_index, open_search
from tui.store.compiled import link
from tui.view.summary import summary

Damage = Callable[[bytes], bytes]

PAGE = 4096

COMMANDS = (
    ["search", "silt", "--json"],
    ["search", "kind:entity"],
    ["search", "by:silt"],
    ["list", "articles", "--json", "lake"],
    ["show", "silt"],
    ["export", "json"],
)


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """A dossier that is not kept yet."""
    (tmp_path / "a.txt").write_text("Silt is taken from the lake.\n")
    (tmp_path / "catalog.yaml").write_text(CATALOG)
    return link(tmp_path / "catalog.yaml")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache folder, not made yet."""
    return tmp_path / "cache"


def answers(dossier: Dossier, cache: Path | None) -> list[tuple[int, str, str]]:
    """What commands answer."""
    found = []
    for command in COMMANDS:
        out, err = StringIO(), StringIO()
        environment = {"LODE_CACHE": str(cache or "")}
        status = main(command, Context(out, err, environment, dossier.catalog.parent))
        found.append((int(status), out.getvalue(), err.getvalue()))
    return found


READING = ("before read", "before open folder", "before make folder")
"""Steps that writing does not depend on."""


# A full disk, a folder that is read-only, an error of the device


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO], ids=errno.errorcode.get)
def test_an_error_at_any_step_of_keeping_it_leaves_the_old_and_an_answer(
    dossier: Dossier, cache: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    # What is kept says when it was written.
    now = time.time_ns()
    monkeypatch.setattr("tui.store.compiled.time.time_ns", lambda: now)
    names: list[str] = []
    keep_in_steps(dossier, cache, names.append)
    (old,) = kept_files(cache)
    before = old.read_bytes()
    steps = [name for name in names if name.startswith("before") and name != "before delete"]
    assert {"before make folder", "before write", "before create", "before sync", "before rename"} <= {*steps}
    for step in dict.fromkeys(steps):
        failed: list[str] = []

        def fail(reached: str, step: str = step, failed: list[str] = failed) -> None:
            if reached == step:
                failed.append(step)
                raise OSError(code, os.strerror(code))

        keep_in_steps(dossier, cache, fail)
        assert kept_files(cache) == [old], step
        # Where only reading fails, a copy of the file is still brought up to date.
        assert old.read_bytes() == before or not failed or step in READING, step
        assert open_search(dossier, cache, summary).find("silt").total == 2, step
        before = old.read_bytes()


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """A disk on which no file can grow beyond a size."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("pages", [0, 0.5, 1, 5, 20])
def test_a_full_disk_leaves_no_file_half_written(dossier: Dossier, cache: Path, pages: float) -> None:
    expected = answers(dossier, None)
    with full_disk(int(pages * PAGE)):
        assert answers(dossier, cache) == expected
    assert not kept_files(cache) or pages
    assert find_index(dossier.catalog, cache) is None
    assert answers(dossier, cache) == expected
    assert find_index(dossier.catalog, cache) is not None
    assert [file.suffix for file in kept_files(cache)] == [".sqlite"]


# Data that was never synced: the name and the time are right, and what is in the file is not


DAMAGES: dict[str, Damage] = {
    "empty": lambda data: b"",
    "zeros": lambda data: bytes(len(data)),
    "one page": lambda data: data[:PAGE],
    "half a page": lambda data: data[: PAGE // 2],
    "half": lambda data: data[: len(data) // 2],
    "zeros after a page": lambda data: data[:PAGE] + bytes(len(data) - PAGE),
    "zeros after half": lambda data: data[: len(data) // 2] + bytes(len(data) - len(data) // 2),
    "zeros at the end": lambda data: data[:-PAGE] + bytes(PAGE),
    "the end is missing": lambda data: data[:-PAGE],
}


@pytest.mark.parametrize("name", DAMAGES)
def test_data_that_was_never_written_is_noticed(dossier: Dossier, cache: Path, name: str) -> None:
    keep(dossier, cache)
    check_damage(dossier, cache, DAMAGES[name])


@pytest.mark.slow
def test_any_page_that_was_never_written_is_noticed(dossier: Dossier, cache: Path) -> None:
    keep(dossier, cache)
    (file,) = kept_files(cache)
    for start in range(0, file.stat().st_size, PAGE):
        check_damage(dossier, cache, lambda data, start=start: data[:start] + bytes(PAGE) + data[start + PAGE :])  # type: ignore[misc]
        check_damage(dossier, cache, lambda data, start=start: data[:start])  # type: ignore[misc]


def test_a_damaged_file_on_a_full_disk_is_done_without(dossier: Dossier, cache: Path) -> None:
    keep(dossier, cache)
    (file,) = kept_files(cache)
    with file.open("r+b") as kept:
        state = file.stat()
        kept.seek(state.st_size // 2)
        kept.write(bytes(state.st_size // 2))
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    expected = answers(dossier, None)
    with full_disk(0):
        assert answers(dossier, cache) == expected


def check_damage(dossier: Dossier, cache: Path, damage: Damage) -> None:
    """Asserts that each command answers as it would without the damaged file."""
    expected = answers(dossier, None)
    (file,) = kept_files(cache)
    data, state = file.read_bytes(), file.stat()
    assert damage(data) != data
    for number, command in enumerate(COMMANDS):
        file.write_bytes(damage(data))
        os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
        out, err = StringIO(), StringIO()
        status = main(command, Context(out, err, {"LODE_CACHE": str(cache)}, dossier.catalog.parent))
        assert (int(status), out.getvalue(), err.getvalue()) == expected[number], command
    file.write_bytes(data)
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
