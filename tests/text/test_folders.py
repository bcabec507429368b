"""The folders that the environment names: absolute, or ignored."""

import os
import pwd
import sys
from pathlib import Path

import pytest

from tui.app.settings.config import NAME, config_file
from tui.app.settings.state import state_folder
from tui.store.cache import cache_folder
from tui.text.folders import named_folder, shown_from_home, user_folder

pytestmark = pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="other conventions hold here")

RELATIVE = ["cache", "./cache", "../cache", ".", "~/cache", " ", ""]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_each_kind_has_its_own_folder(home: Path) -> None:
    assert user_folder("cache", {}) == home / ".cache/lode"
    assert user_folder("config", {}) == home / ".config/lode"
    assert user_folder("state", {}) == home / ".local/state/lode"
    assert user_folder("cache", {"XDG_CACHE_HOME": "/c"}) == Path("/c/lode")
    assert user_folder("config", {"XDG_CONFIG_HOME": "/c"}) == Path("/c/lode")
    assert user_folder("state", {"XDG_STATE_HOME": "/c"}) == Path("/c/lode")


def test_a_path_is_shown_from_home(home: Path) -> None:
    assert shown_from_home(home / ".config/lode" / NAME) == "~/.config/lode/config.yaml"
    assert shown_from_home(Path("/etc/lode") / NAME) == "/etc/lode/config.yaml"


@pytest.mark.parametrize("path", RELATIVE)
def test_a_relative_folder_of_the_desktop_is_ignored(home: Path, path: str) -> None:
    environment = {name: path for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    assert cache_folder(environment) == home / ".cache/lode"
    assert state_folder(environment) == home / ".local/state/lode"
    (home / ".config/lode").mkdir(parents=True)
    (home / ".config/lode" / NAME).write_text("")
    assert config_file(environment) == home / ".config/lode" / NAME


@pytest.mark.parametrize("path", ["cache", "./cache", "../cache", ".", " "])
def test_a_relative_folder_of_lodes_own_variables_is_ignored(home: Path, path: str) -> None:
    assert cache_folder({"LODE_CACHE": path}) == home / ".cache/lode"
    assert cache_folder({"LODE_CACHE": path, "XDG_CACHE_HOME": "/c"}) == Path("/c/lode")
    assert state_folder({"LODE_STATE": path}) == home / ".local/state/lode"


def test_lodes_own_variables_name_a_folder_or_none(home: Path) -> None:
    assert named_folder("LODE_CACHE", "cache", {"LODE_CACHE": "/c"}) == Path("/c")
    assert named_folder("LODE_CACHE", "cache", {"LODE_CACHE": "~"}) == home
    assert named_folder("LODE_CACHE", "cache", {"LODE_CACHE": "~/c"}) == home / "c"
    assert named_folder("LODE_CACHE", "cache", {"LODE_CACHE": ""}) is None


@pytest.mark.parametrize("relative", ["home", ".", "./home"])
def test_a_home_that_is_relative_is_ignored(monkeypatch: pytest.MonkeyPatch, relative: str) -> None:
    monkeypatch.setenv("HOME", relative)
    assert user_folder("cache", {}) == Path(pwd.getpwuid(os.getuid()).pw_dir) / ".cache/lode"
    assert cache_folder({"LODE_CACHE": "~/c"}) == user_folder("cache", {})


def test_a_home_that_is_empty_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "")
    assert user_folder("cache", {}) == Path(pwd.getpwuid(os.getuid()).pw_dir) / ".cache/lode"


def test_a_user_whom_the_system_does_not_know_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(os, "getuid", lambda: 1_999_999_999)
    assert user_folder("cache", {}) is None
    assert cache_folder({}) is None
