"""What is read is what was checked: regular files only, none outside a folder, and nothing that keeps one waiting."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.opened import before_opening
from tui.text.opening import OutsideError, UnreadableError, read_file


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with files and a folder; `secret.txt` and `secrets/a.txt` lie beside it."""
    home = tmp_path / "home"
    (home / "sub").mkdir(parents=True)
    (home / "a.txt").write_text("mine")
    (home / "sub" / "a.txt").write_text("mine below")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "a.txt").write_text("secret")
    return home


def content(path: Path | str, within: Path | None = None) -> str:
    return read_file(path, within)[0].decode()


def test_a_file_is_read_with_its_state(home: Path) -> None:
    data, state = read_file("a.txt", within=home)
    assert data == b"mine"
    assert os.path.samestat(state, (home / "a.txt").stat())


@pytest.mark.parametrize("name", ["a.txt", "sub/a.txt", "sub/../a.txt", "./sub//a.txt", "../home/a.txt"])
def test_a_path_that_stays_inside_is_read(home: Path, name: str) -> None:
    assert content(name, within=home).startswith("mine")


@pytest.mark.parametrize("target", ["a.txt", "sub/a.txt", "../home/a.txt", "{home}/sub/a.txt", "chain"])
def test_a_link_that_stays_inside_is_followed(home: Path, target: str) -> None:
    (home / "chain").symlink_to("sub/a.txt")
    (home / "link.txt").symlink_to(target.format(home=home))
    assert content("link.txt", within=home).startswith("mine")


def test_a_linked_folder_that_stays_inside_is_followed(home: Path) -> None:
    (home / "other").symlink_to("sub")
    assert content("other/a.txt", within=home) == "mine below"


def test_the_folder_itself_may_be_a_link(home: Path) -> None:
    (home.parent / "alias").symlink_to("home")
    assert content("sub/a.txt", within=home.parent / "alias") == "mine below"


def test_a_hard_link_is_a_file_of_the_folder(home: Path) -> None:
    os.link(home.parent / "secret.txt", home / "hard.txt")
    assert content("hard.txt", within=home) == "secret"


@pytest.mark.parametrize(
    "name", ["../secret.txt", "sub/../../secret.txt", "link.txt", "folder/a.txt", "..", "/", "{home}/a.txt"]
)
def test_a_path_that_leads_out_is_refused(home: Path, name: str) -> None:
    (home / "link.txt").symlink_to("../secret.txt")
    (home / "folder").symlink_to("../secrets")
    with pytest.raises(OutsideError):
        read_file(name.format(home=home), within=home)


# What changes between the check and the opening


def _file_for_link(home: Path) -> None:
    (home / "a.txt").unlink()
    (home / "a.txt").symlink_to(home.parent / "secret.txt")


def _folder_for_link(home: Path) -> None:
    (home / "sub").rename(home / "moved")
    (home / "sub").symlink_to(home.parent / "secrets")


def _folder_moved_out(home: Path) -> None:
    (home / "sub").rename(home.parent / "sub")
    (home / "sub").symlink_to(home.parent / "secrets")


def _file_for_pipe(home: Path) -> None:
    (home / "a.txt").unlink()
    os.mkfifo(home / "a.txt")


@pytest.mark.parametrize(
    ("name", "opened", "change"),
    [
        ("a.txt", ("a.txt",), _file_for_link),
        ("sub/a.txt", ("a.txt", "sub"), _folder_for_link),
        ("sub/a.txt", ("a.txt",), _folder_for_link),
        ("sub/a.txt", ("a.txt",), _folder_moved_out),
    ],
)
def test_a_link_that_takes_the_place_meanwhile_leaks_nothing(
    home: Path, name: str, opened: tuple[str, ...], change: Callable[[Path], None]
) -> None:
    with before_opening(*opened, do=lambda: change(home)):
        try:
            found = content(name, within=home)
        except UnreadableError:
            found = "refused"
    assert found in ("refused", "mine below")


def test_a_pipe_that_takes_the_place_meanwhile_is_refused_at_once(home: Path) -> None:
    for within in (home, None):
        (home / "a.txt").unlink()
        (home / "a.txt").write_text("mine")
        with (
            before_opening("a.txt", do=lambda: _file_for_pipe(home)),
            pytest.raises(UnreadableError, match=r"^is not a regular file$"),
        ):
            read_file("a.txt" if within else home / "a.txt", within)


def test_a_link_outside_is_followed_where_nothing_is_asked(home: Path) -> None:
    (home / "link.txt").symlink_to("../secret.txt")
    assert content(home / "link.txt") == "secret"


# What is not a file to be read


def test_devices_sockets_and_pipes_are_not_opened(home: Path) -> None:
    os.mkfifo(home / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        try:
            # The name of a socket has a short limit.
            os.chdir(home)
            listener.bind("socket")
        finally:
            os.chdir(here)
    for path in (home / "pipe", home / "socket", Path("/dev/zero"), Path("/dev/null"), Path("/dev/tty"), home):
        with pytest.raises(UnreadableError, match="is not a regular file"):
            read_file(path)


def test_no_file_of_the_system_blocks() -> None:
    program = (
        "import sys; from pathlib import Path; from tui.text.opening import *\n"
        "for path in map(Path, sys.argv[1:]):\n"
        "    try: read_file(path)\n"
        "    except UnreadableError: print(path)"
    )
    paths = ["/dev/stdin", "/proc/self/fd/0", "/proc/self/mem", "/proc/kmsg"]
    # Standard input stays open and empty.
    with subprocess.Popen(
        [sys.executable, "-c", program, *paths], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.wait(60) == 0
        assert process.stdout
        # Who may read the kernel's messages finds some, or none yet.
        assert process.stdout.read().split()[:3] == paths[:3]


def test_a_name_that_no_file_can_have_is_refused(home: Path) -> None:
    for name in ("a\0.txt", "\ud800.txt"):
        for within in (home, None):
            with pytest.raises(UnreadableError):
                read_file(name if within else home / name, within)
