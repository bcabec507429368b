"""The private parts of Textual that lode uses exist, and lode uses no others."""

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator
from functools import cache

import pytest

import tui.app
from tests.app.app_driver import run_app
from tests.app.textual_private import PRIVATE_ATTRIBUTES
from tui.dossier.dossier import Dossier


async def test_what_the_tests_use_exists(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        owners = (driver.app, driver.app.screen, driver.app.screen._compositor, driver.app.stylesheet)
        for cls, names in PRIVATE_ATTRIBUTES.items():
            (owner,) = (owner for owner in owners if isinstance(owner, cls))
            assert [name for name in names if not hasattr(owner, name)] == []


@cache
def private_names(cls: type) -> frozenset[str]:
    """The private names in the source of a class: its own, and the attributes of `self` or `super()`."""
    names = set()
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(cls)))):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.Attribute(value=ast.Name(id="self") | ast.Call(func=ast.Name(id="super")), attr=name):
                names.add(name)
    return frozenset(name for name in names if name.startswith("_") and not name.startswith("__"))


def private_names_of_textual(cls: type) -> frozenset[str]:
    """The private names of those base classes of a class that are Textual's."""
    bases = (base for base in cls.__mro__ if base.__module__.startswith("textual."))
    return frozenset().union(*map(private_names, bases))


def classes_of_the_app() -> Iterator[type]:
    """All classes of the app."""
    for found in pkgutil.walk_packages(tui.app.__path__, "tui.app."):
        module = importlib.import_module(found.name)
        yield from (each for each in vars(module).values() if inspect.isclass(each) and each.__module__ == found.name)


@pytest.mark.slow
@pytest.mark.skipif("sys.platform == 'win32'", reason="the driver is for other systems")
def test_only_the_driver_uses_private_attributes_of_textual() -> None:
    from tui.app.system.terminal import PRIVATE_ATTRIBUTES as USED_BY_DRIVER

    used = {
        f"{cls.__name__}.{name}"
        for cls in classes_of_the_app()
        for name in private_names(cls) & private_names_of_textual(cls)
    }
    assert used == {f"Terminal.{name}" for name in USED_BY_DRIVER}
