"""Which catalog is meant: named, set in the environment, near the current folder, or built in."""

from pathlib import Path

import pytest

from tui.catalog.find import builtin, find_catalog
from tui.catalog.load import load

LODE = "lode: 1\ntitle: Test\n"
OTHER = "apiVersion: backstage.io/v1alpha1\nkind: Component\nspec:\n  lode: 1\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with nothing of lode's above it."""
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    return folder


def write(folder: Path, text: str = LODE, name: str = "catalog.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_named_file_is_taken_as_it_is(place: Path) -> None:
    other = write(place, OTHER, "other.yaml")
    write(place)
    assert find_catalog("other.yaml", {}, place) == other
    assert find_catalog(str(other), {}, place.parent) == other
    assert find_catalog("b/other.yaml", {"LODE_CATALOG": "b"}, place.parent) == other


def test_a_named_folder_means_its_catalog(place: Path) -> None:
    write(place)
    assert find_catalog("b", {}, place.parent) == place / "catalog.yaml"
    assert find_catalog(".", {}, place) == place / "catalog.yaml"
    assert find_catalog(str(place), {}, place) == place / "catalog.yaml"


def test_what_is_named_and_missing_stays_named(place: Path) -> None:
    write(place)
    assert find_catalog("missing.yaml", {}, place) == place / "missing.yaml"
    assert find_catalog(str(place.parent), {}, place) == place.parent / "catalog.yaml"


def test_the_environment_names_one(place: Path) -> None:
    path = write(place.parent / "c")
    write(place)
    assert find_catalog(None, {"LODE_CATALOG": str(path.parent)}, place) == path
    assert find_catalog(None, {"LODE_CATALOG": "../c/catalog.yaml"}, place).resolve() == path
    assert find_catalog(None, {"LODE_CATALOG": ""}, place) == place / "catalog.yaml"


def test_home_is_written_short(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(place))
    assert find_catalog("~/x.yaml", {}, place.parent) == place / "x.yaml"
    assert find_catalog(None, {"LODE_CATALOG": "~/x.yaml"}, place.parent) == place / "x.yaml"


def test_the_home_of_nobody_is_a_name_like_any_other(place: Path) -> None:
    assert find_catalog("~nobody-has-this-name/x.yaml", {}, place) == place / "~nobody-has-this-name/x.yaml"


def test_the_nearest_upward_is_found(place: Path) -> None:
    far = write(place.parent)
    assert find_catalog(None, {}, place) == far
    near = write(place)
    assert find_catalog(None, {}, place) == near
    assert find_catalog(None, {}, place / "missing") == near


@pytest.mark.parametrize(
    "text", [LODE, "# a comment\n\n" + LODE, "title: Test\nlode : 1\n", "lode:\n", "\ufeff" + LODE, "lode: 1\r\n"]
)
def test_a_catalog_of_lodes_has_its_key_at_the_top(place: Path, text: str) -> None:
    assert find_catalog(None, {}, write(place, text).parent) == place / "catalog.yaml"


@pytest.mark.parametrize("text", [OTHER, "", "# lode: 1\n", "lodestar: 1\n", "lode 1\n", "- lode: 1\n", "xlode: 1\n"])
def test_the_catalog_of_another_tool_is_passed_over(place: Path, text: str) -> None:
    mine = write(place.parent)
    write(place, text)
    assert find_catalog(None, {}, place) == mine


def test_a_folder_or_bytes_of_that_name_are_passed_over(place: Path) -> None:
    mine = write(place.parent.parent)
    (place / "catalog.yaml").mkdir()
    (place.parent / "catalog.yaml").write_bytes(b"\xff\xfe\x00\x81")
    assert find_catalog(None, {}, place) == mine


def test_without_any_it_is_the_built_in_one(place: Path) -> None:
    assert find_catalog(None, {}, place) == builtin()
    assert load(builtin()).articles
