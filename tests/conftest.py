"""What many tests share: the built-in dossier, and small catalogs made for one test."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tui.catalog.find import builtin
from tui.dossier.dossier import Dossier
from tui.dossier.link import open_dossier

Linked = Callable[..., Dossier]

FUZZ = int(os.environ.get("LODE_FUZZ", 0))

# Properties are tried on the same cases in every run, however busy the machine is; or on as many others as one likes.
settings.register_profile("lode", max_examples=FUZZ or 200, derandomize=not FUZZ, deadline=None, database=None)
settings.load_profile("lode")


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests keep no compiled dossiers and no sessions, and read no settings, but where a test is about them."""
    monkeypatch.setenv("LODE_CACHE", "")
    monkeypatch.setenv("LODE_STATE", "")
    monkeypatch.setenv("LODE_CONFIG", "")


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """The built-in dossier."""
    return open_dossier(builtin())


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes a catalog and its articles into a folder, and returns the catalog's path.

    The catalog's first lines (`lode: 1`, `title:`) are added; articles are keyword arguments: `a="text"`
    becomes a.txt, for the catalog to name.
    """

    def write(catalog: str, **articles: str) -> Path:
        for name, text in articles.items():
            (tmp_path / f"{name}.txt").write_bytes(text.encode())
        path = tmp_path / "catalog.yaml"
        path.write_text("lode: 1\ntitle: Test\n" + catalog, encoding="utf-8")
        return path

    return write


@pytest.fixture
def linked(folder: Callable[..., Path]) -> Linked:
    """The dossier of a catalog and its articles: `linked(CATALOG, a="text")`.

    Each article's record is added, with its keyword as id and a title in square brackets.
    """

    def link(catalog: str, **articles: str) -> Dossier:
        records = "".join(f'  - id: {id}\n    file: {id}.txt\n    title: "[{id}]"\n' for id in articles)
        return open_dossier(folder(f"articles:\n{records}{catalog}", **articles))

    return link
