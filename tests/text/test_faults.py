"""Writing a file when things go wrong: faults at each step, kills, other programs that write, and what is kept."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.text.killed import NEW, OLD
from tests.text.steps import steps
from tui.text import files
from tui.text.files import ATTEMPTS, ORDINARY, create, replacing, update, write
from tui.text.opening import UnreadableError

ROOT = Path(__file__).parent.parent.parent

ACTIONS: dict[str, Callable[[Path], None]] = {
    "update": lambda path: update(path, lambda _: "new"),
    "write": lambda path: write(path, "new"),
    "create": lambda path: create(path, "new"),
}

BEFORE_THE_CHECK = [
    "before create", "after create", "before write", "in write", "after write", "before set mode", "after set mode",
    "before sync", "after sync", "before read",
]  # fmt: skip
"""The steps of `update` after it has read the file and until it reads it again."""


def left(folder: Path) -> dict[str, str]:
    """What is in a folder."""
    return {file.name: file.read_text() for file in folder.iterdir()}


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is not waited for: it matters when it is told to sync, and not that it does."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file to change."""
    path = tmp_path / "file"
    path.write_text("old")
    path.chmod(0o640)
    return path


# Durable


@pytest.mark.parametrize(
    ("action", "last"), [("update", "rename"), ("write", "rename"), ("create", "link"), ("new", "rename")]
)
def test_the_content_is_synced_before_it_gets_its_name_and_the_folder_after(
    tmp_path: Path, action: str, last: str
) -> None:
    path = tmp_path / "file"
    if action in ("update", "write"):
        path.write_text("old")
    order: list[str] = []
    with steps(lambda step: order.append(step) if step.startswith("after") else None):
        ACTIONS.get(action, ACTIONS["write"])(path)
    order = [step.removeprefix("after ") for step in order]
    assert [step for step in order if step != "set mode"] == [
        *["read"] * (action == "update"), "create", "write", "sync", *["read"] * (action == "update"), last,
        "open folder", "sync folder",
    ]  # fmt: skip
    assert left(tmp_path) == {"file": "new"}


def test_the_attributes_are_synced_with_the_content(file: Path) -> None:
    order: list[str] = []
    with steps(order.append):
        update(file, lambda _: "new")
    assert order.index("after set mode") < order.index("before sync")


def test_a_kill_at_any_step_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.text.killed", str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    cases = [json.loads(line) for line in done.stdout.splitlines()]
    assert {case["action"] for case in cases} == {"update", "write over", "write", "create"}
    assert {"before create", "in write", "after sync", "after rename", "after link", "after sync folder"} <= {
        case["step"] for case in cases
    }
    for case in cases:
        assert case["killed"], case
        old = {"file": OLD} if case["action"] in ("update", "write over") else {}
        named = [step for step in cases if step["action"] == case["action"]]
        done_by = next(i for i, step in enumerate(named) if step["step"] in ("after rename", "after link"))
        expected = {"file": NEW} if named.index(case) >= done_by else old
        whole = {name: text for name, text in case["left"].items() if not name.endswith(".part")}
        assert whole == expected, (case["action"], case["step"])


# Faults


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS], ids=errno.errorcode.get)
@pytest.mark.parametrize("step", ["before create", "before write", "in write", "before set mode", "before sync"])
@pytest.mark.parametrize("action", ["update", "write"])
def test_a_fault_at_any_step_changes_nothing(file: Path, action: str, step: str, code: int) -> None:
    def fail(reached: str) -> None:
        if reached == step:
            raise OSError(code, os.strerror(code))

    with pytest.raises(OSError, match=os.strerror(code)), steps(fail):
        ACTIONS[action](file)
    assert left(file.parent) == {"file": "old"}
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("step", ["before create", "before write", "in write", "before sync", "before rename"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_new_file_is_whole_or_not_there(tmp_path: Path, step: str, error: BaseException) -> None:
    def fail(reached: str) -> None:
        if reached == step.replace("rename", called):
            raise error

    for action, called in (("write", "rename"), ("create", "link")):
        if called == "link" and isinstance(error, OSError) and step == "before rename":
            # Without hard links, another way is taken.
            continue
        with pytest.raises(type(error)), steps(fail):
            ACTIONS[action](tmp_path / "file")
        assert left(tmp_path) == {}


def test_a_folder_that_cannot_be_synced_does_not_undo_what_is_done(file: Path) -> None:
    def fail(reached: str) -> None:
        if reached in ("before open folder", "before sync folder"):
            raise OSError(errno.EINVAL, "Invalid argument")

    with steps(fail):
        update(file, lambda _: "new")
    assert left(file.parent) == {"file": "new"}


@pytest.mark.parametrize("action", ACTIONS)
def test_in_a_folder_that_is_read_only_nothing_is_written(tmp_path: Path, action: str) -> None:
    path = tmp_path / "file"
    if action != "create":
        path.write_text("old")
    before = left(tmp_path)

    def refuse(step: str) -> None:
        if step == "before create":
            raise PermissionError(errno.EACCES, "Permission denied")

    # For root, every folder can be written.
    with pytest.raises(PermissionError, match="its folder is read-only") as caught, steps(refuse):
        ACTIONS[action](path)
    assert caught.value.filename == str(path)
    assert left(tmp_path) == before


# Other programs that write


def save_in_place(path: Path, text: str) -> None:
    """As some editors save."""
    path.write_text(text)


def save_by_renaming(path: Path, text: str) -> None:
    """As the other editors save."""
    aside = path.with_name("editor")
    aside.write_text(text)
    aside.chmod(0o640)
    aside.rename(path)


@pytest.mark.parametrize("step", BEFORE_THE_CHECK)
@pytest.mark.parametrize("save", [save_in_place, save_by_renaming])
def test_what_an_editor_saves_in_between_is_kept(file: Path, step: str, save: Callable[[Path, str], None]) -> None:
    reached: list[str] = []

    # The first time that it is read is before all of them.
    first = 2 if step == "before read" else 1

    def disturb(now: str) -> None:
        reached.append(now)
        if now == step and reached.count(step) == first:
            save(file, "edited")

    with steps(disturb):
        update(file, lambda text: text + " and more")
    assert left(file.parent) == {"file": "edited and more"}
    assert reached.count("before create") == 2


@pytest.mark.parametrize("changes", range(ATTEMPTS + 1))
def test_it_starts_over_so_often_and_then_leaves_the_file_alone(file: Path, changes: int) -> None:
    saved = [0]

    def disturb(step: str) -> None:
        if step == "after write" and saved[0] < changes:
            saved[0] += 1
            save_in_place(file, f"edit {saved[0]}")

    with steps(disturb):
        if changes < ATTEMPTS:
            update(file, lambda text: text + " and more")
        else:
            with pytest.raises(OSError, match="another program keeps writing it; try again when that is done"):
                update(file, lambda text: text + " and more")
    expected = f"edit {changes}" if changes else "old"
    assert left(file.parent) == {"file": expected + " and more" * (changes < ATTEMPTS)}


def test_a_file_that_is_removed_in_between_stays_away(file: Path) -> None:
    def remove(step: str) -> None:
        if step == "after write":
            file.unlink()

    with pytest.raises(UnreadableError, match="does not exist"), steps(remove):
        update(file, lambda _: "new")
    assert left(file.parent) == {}


def test_a_pipe_that_takes_the_files_place_in_between_is_not_waited_for(file: Path) -> None:
    def swap(step: str) -> None:
        if step == "after sync":
            file.unlink()
            os.mkfifo(file)

    with pytest.raises(UnreadableError, match="is not a regular file"), steps(swap):
        update(file, lambda _: "new")
    assert file.is_fifo() and [entry.name for entry in file.parent.iterdir()] == ["file"]


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("kind", ["file", "dangling link"])
def test_what_appears_where_a_file_is_created_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool, kind: str
) -> None:
    path = tmp_path / "file"

    def appear(step: str) -> None:
        if step == "after sync" and kind == "file":
            path.write_text("theirs")
        elif step == "after sync":
            path.symlink_to("elsewhere")

    if not links:
        without_hard_links(monkeypatch)
    with pytest.raises(FileExistsError), steps(appear):
        create(path, "new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
    assert path.is_symlink() or path.read_text() == "theirs"


def test_a_file_is_created_where_there_are_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_hard_links(monkeypatch)
    create(tmp_path / "file", "new")
    assert left(tmp_path) == {"file": "new"}


def without_hard_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on FAT."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)


# What is kept


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o666, 0o755, 0o4750])
def test_the_mode_is_kept(file: Path, mode: int) -> None:
    file.chmod(mode)
    update(file, lambda _: "new")
    assert (file.read_text(), file.stat().st_mode & 0o7777) == ("new", mode)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to another user")
@pytest.mark.parametrize("action", ["update", "write"])
def test_another_users_file_stays_theirs(file: Path, action: str) -> None:
    file.chmod(0o4750)
    os.chown(file, 4321, 1234)
    file.chmod(0o4750)
    ACTIONS[action](file)
    there = file.stat()
    assert (there.st_uid, there.st_gid, there.st_mode & 0o7777) == (4321, 1234, 0o4750)
    assert left(file.parent) == {"file": "new"}


def test_a_file_whose_owner_cannot_be_kept_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = os.fstat

    def of_another(descriptor: int) -> os.stat_result:
        fields = list(made(descriptor))
        fields[4] += 1
        return os.stat_result(fields)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "fstat", of_another)
    monkeypatch.setattr(os, "fchown", refuse)
    with pytest.raises(OSError, match=r"its owner, group or attributes would be lost \(Operation not permitted\)"):
        update(file, lambda _: "new")
    assert left(file.parent) == {"file": "old"}


def access_control_list(user: int, rights: int) -> bytes:
    """An access control list as Linux keeps it: all for the owner, and for one user."""
    entries = [(1, 6, -1), (2, rights, user), (4, 4, -1), (16, 6, -1), (32, 0, -1)]
    return (2).to_bytes(4, "little") + b"".join(
        tag.to_bytes(2, "little") + bits.to_bytes(2, "little") + (id % (1 << 32)).to_bytes(4, "little")
        for tag, bits, id in entries
    )


def set_attribute(path: Path, name: str, value: bytes) -> None:
    """Sets an extended attribute, or skips the test where that cannot be."""
    if sys.platform != "linux":
        pytest.skip("Python knows extended attributes on Linux only")
    try:
        os.setxattr(path, name, value)
    except OSError as error:
        pytest.skip(f"this file system has no such attributes: {error}")


@pytest.mark.parametrize(
    ("name", "value"), [("user.note", b"mine"), ("system.posix_acl_access", access_control_list(4321, 6))]
)
def test_extended_attributes_are_kept(file: Path, name: str, value: bytes) -> None:
    set_attribute(file, name, value)
    before = file.stat().st_mode
    update(file, lambda _: "new")
    assert (file.read_text(), os.getxattr(file, name), file.stat().st_mode) == ("new", value, before)


def test_a_folders_own_access_control_list_adds_nothing(file: Path) -> None:
    set_attribute(file.parent, "system.posix_acl_default", access_control_list(4321, 6))
    update(file, lambda _: "new")
    assert (os.listxattr(file), file.stat().st_mode & 0o777) == ([], 0o640)


def test_attributes_that_cannot_be_kept_refuse(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_attribute(file, "user.note", b"mine")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "setxattr", refuse)
    with pytest.raises(OSError, match="attributes would be lost"):
        update(file, lambda _: "new")
    assert (left(file.parent), os.getxattr(file, "user.note")) == ({"file": "old"}, b"mine")


def test_a_file_system_without_extended_attributes_is_enough(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> list[str]:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(os, "listxattr", unsupported, raising=False)
    update(file, lambda _: "new")
    assert left(file.parent) == {"file": "new"}


@pytest.mark.parametrize("action", ["update", "write"])
def test_a_file_with_hard_links_is_refused(file: Path, action: str) -> None:
    os.link(file, file.with_name("other"))
    with pytest.raises(OSError, match="it has 2 hard links, and the others would keep the old text; put a copy in"):
        ACTIONS[action](file)
    assert left(file.parent) == {"file": "old", "other": "old"}
    assert file.samefile(file.with_name("other"))


def test_a_hard_link_that_appears_in_between_is_noticed(file: Path) -> None:
    def appear(step: str) -> None:
        if step == "after write":
            os.link(file, file.with_name("other"))

    with pytest.raises(OSError, match="hard links"), steps(appear):
        update(file, lambda _: "new")
    assert left(file.parent) == {"file": "old", "other": "old"}


def test_symbolic_links_stay_and_lead_to_the_new_text(file: Path) -> None:
    first, second = file.with_name("first"), file.with_name("second")
    first.symlink_to(file)
    second.symlink_to("first")
    update(second, lambda text: text + " and new")
    assert (first.readlink(), second.readlink()) == (file, Path("first"))
    assert file.read_text() == "old and new"


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    for action in (lambda path: write(path, "new"), _replace):
        with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
            action(tmp_path / "loop")
    assert (tmp_path / "loop").readlink() == Path("loop")


def _replace(path: Path) -> None:
    with replacing(path) as aside:
        aside.write_text("new")


# New files, and what is not a file


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
@pytest.mark.parametrize("action", ["write", "create"])
def test_a_new_file_has_the_mode_that_the_user_wants(tmp_path: Path, mask: int, action: str) -> None:
    before = os.umask(mask)
    try:
        ACTIONS[action](tmp_path / "file")
    finally:
        os.umask(before)
    assert (tmp_path / "file").stat().st_mode & 0o777 == ORDINARY & ~mask


def test_a_link_that_leads_nowhere_leads_to_the_new_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("file")
    write(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert left(tmp_path) == {"link": "new", "file": "new"}


def test_pipes_and_devices_are_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, "new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    write(Path(os.devnull), "new")
    assert pipe.is_fifo() and not Path(os.devnull).is_file()
    assert [entry.name for entry in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.parametrize("name", ["/dev/fd/{}", "/proc/self/fd/{}", "link"])
def test_an_open_file_is_written_to_where_it_stands(tmp_path: Path, name: str) -> None:
    if not Path(name).parent.exists():
        pytest.skip(f"there is no {Path(name).parent} here")
    file = tmp_path / "file"
    with file.open("w") as opened:
        opened.write("before, ")
        opened.flush()
        path = Path(name.format(opened.fileno()))
        if name == "link":
            path = tmp_path / "link"
            path.symlink_to(f"/dev/fd/{opened.fileno()}")
        inode = file.stat().st_ino
        write(path, "new")
        opened.write(", after")
    assert file.read_text() == "before, new, after"
    assert file.stat().st_ino == inode


def test_the_way_to_write_is_found_by_its_name_alone(tmp_path: Path) -> None:
    # A file that is called like a descriptor, and a folder called fd, are files and folders.
    (tmp_path / "fd").mkdir()
    write(tmp_path / "fd" / "1", "new")
    assert files._open_file(tmp_path / "fd" / "1") is None
    assert left(tmp_path / "fd") == {"1": "new"}
