"""What many tests share: the built-in dossier, and small catalogs made for one test."""

import gc
import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tui.catalog.find import builtin
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier

Linked = Callable[..., Dossier]

FUZZ = int(os.environ.get("LODE_FUZZ", 0))

# Properties are tried on the same cases in every run, however busy the machine is; or on as many others as one likes.
settings.register_profile("lode", max_examples=FUZZ or 100, derandomize=not FUZZ, deadline=None, database=None)
settings.load_profile("lode")


# Each test of the app leaves thousands of objects in cycles. Collected by the default thresholds, they cost a third of
# the suite's time.
gc.set_threshold(2_000_000, 20, 20)


def pytest_collection_finish() -> None:
    """Has the garbage collector never look at modules and tests, which are there to the end."""
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Leaves nothing to collect at the end: pytest looks five times, and xdist interrupts it after a while."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks as slow what a test's marker `sample(n)` leaves out of the default run."""
    cases: defaultdict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if item.get_closest_marker("sample"):
            cases[item.nodeid.partition("[")[0]].append(item)
    for alike in cases.values():
        marker = alike[0].get_closest_marker("sample")
        assert marker is not None
        (size,) = marker.args
        kept = {number * len(alike) // size for number in range(size)}
        for number, item in enumerate(alike):
            if number not in kept:
                item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True, scope="session")
def nothing_kept() -> Iterator[None]:
    """Tests keep no compiled dossiers and no sessions, and read no settings, but where a test is about them."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        for name in ("LODE_CACHE", "LODE_STATE", "LODE_CONFIG"):
            monkeypatch.setenv(name, "")
        yield


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
