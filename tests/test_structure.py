"""Limits on files, classes and names that keep the code easy to read."""

import importlib
import inspect
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from types import FunctionType, ModuleType

import tui

ROOT = Path(tui.__file__).parent

MAX_LINES = 400
MAX_METHODS = 30

HANDLERS = ("action_", "on_", "_on_", "watch_", "_watch_", "compose")
"""How the names of methods begin that Textual calls. They are neither counted nor need a docstring."""


@cache
def modules() -> list[ModuleType]:
    """Every module of the package."""
    names = (found.name for found in pkgutil.walk_packages(tui.__path__, "tui."))
    return [importlib.import_module(name) for name in names if not name.endswith("__main__")]


def defined_in(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The classes and functions that a module defines at its top level."""
    for name, value in vars(module).items():
        if isinstance(value, (type, FunctionType)) and value.__module__ == module.__name__ and value.__name__ == name:
            yield name, value


def classes() -> list[type]:
    """The classes of all modules."""
    return [value for module in modules() for _, value in defined_in(module) if isinstance(value, type)]


def methods(owner: type) -> set[str]:
    """The names of the methods and properties that a class itself defines."""
    return {
        name
        for name, value in vars(owner).items()
        if (function := _function(value)) and function.__code__.co_filename == inspect.getsourcefile(owner)
    }


def _function(value: object) -> FunctionType | None:
    match value:
        case property():
            value = value.fget
        case cached_property():
            value = value.func
        case classmethod() | staticmethod():
            value = value.__func__
    return value if isinstance(value, FunctionType) else None


def test_no_file_is_long() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in ROOT.rglob("*.py")}
    assert {str(path.relative_to(ROOT)): count for path, count in lines.items() if count > MAX_LINES} == {}


def test_no_class_has_many_methods() -> None:
    found = {}
    for owner in classes():
        own = set().union(*(methods(base) for base in owner.__mro__ if base.__module__.partition(".")[0] == "tui"))
        counted = [name for name in own if not name.startswith(HANDLERS)]
        if len(counted) > MAX_METHODS:
            found[owner.__name__] = len(counted)
    assert found == {}


def test_no_two_classes_have_one_name() -> None:
    by_name = defaultdict(list)
    for owner in classes():
        by_name[owner.__name__].append(owner.__module__)
    assert {name: modules for name, modules in by_name.items() if len(modules) > 1} == {}


def test_everything_public_has_a_docstring() -> None:
    """A method that overrides another may leave the docstring to that one."""
    found = set()
    for module in modules():
        for name, value in defined_in(module):
            if not name.startswith("_"):
                documented = {name: value}
                if isinstance(value, type):
                    public = [each for each in methods(value) if not each.startswith(("_", *HANDLERS))]
                    documented |= {f"{name}.{each}": getattr(value, each) for each in public}
                found |= {f"{module.__name__}.{path}" for path, each in documented.items() if not inspect.getdoc(each)}
    assert found == set()
