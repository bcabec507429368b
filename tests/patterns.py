"""The regular expressions of the package, how each is used, and texts that would make a bad one slow."""

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any, NamedTuple

import tui
from tui.catalog.find import builtin
from tui.dates import patterns
from tui.dossier.link import open_dossier
from tui.quantity import (
    abroad,
    clock,
    fractions,
    hedge_words,
    joins,
    number,
    numerals,
    parts,
    quantity,
    ranges,
    scales,
    signs,
)
from tui.quantity.language import Language, language_of
from tui.search.numbers import Numbers
from tui.search.terms import Notation

SCANNING = {"search", "finditer", "findall", "sub", "subn", "split"}
ANCHORED = {"match", "fullmatch"}

RUNS = "aA1é漢½ʼ \n\u00a0.,:;!?'’\"“-–−_/|#@()[]<>*$%&©\\\u0301\u200d"
PAIRS = "aA1 \n.,'-#(:"
ENDS = ("", "!", "x")


class Used(NamedTuple):
    """A pattern, where it is, and the methods that it is used with."""

    where: str
    pattern: re.Pattern[str]
    methods: frozenset[str]

    def run(self, text: str) -> None:
        """Uses the pattern on a text as the package does."""
        given: Any = text.encode() if isinstance(self.pattern.pattern, bytes) else text
        if self.methods & SCANNING:
            for _ in self.pattern.finditer(given):
                pass
        for method in self.methods & ANCHORED:
            getattr(self.pattern, method)(given)


def modules() -> Iterator[ModuleType]:
    """Every module of the package."""
    for found in pkgutil.walk_packages(tui.__path__, "tui."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


USED_WITH = {
    "tui.quantity.quantity._LINKS": {"match"},
    "tui.quantity.context._FOLLOWING": {"match"},
    "tui.quantity.joins._JOINED": {"match"},
}
"""How patterns are used whose names do not stand before the method."""


def compiled() -> Iterator[Used]:
    """The compiled patterns that modules hold, also in lists, tuples and dictionaries."""
    methods = {module: _methods(module) for module in modules()}
    for module in methods:
        for name, value in vars(module).items():
            for pattern in _patterns(value):
                where = f"{module.__name__}.{name}"
                uses = [each.get(name, set()) for user, each in methods.items() if vars(user).get(name) is value]
                yield Used(where, pattern, frozenset(USED_WITH.get(where) or set().union(*uses) or SCANNING))


def inline() -> Iterator[Used | str]:
    """The patterns that functions pass to `re`; the function alone where one is made of what it is given."""
    for module in modules():
        for function in ast.walk(_tree(module)):
            if isinstance(function, ast.FunctionDef):
                for call in ast.walk(function):
                    if isinstance(call, ast.Call) and _is_of_re(call.func):
                        yield _passed(call, f"{module.__name__}.{function.name}", module)


def _passed(call: ast.Call, where: str, module: ModuleType) -> Used | str:
    pattern, *others = [*call.args, *(keyword.value for keyword in call.keywords)]
    flags = [each for each in others if "re." in ast.unparse(each)]
    try:
        made = re.compile(*(_value(each, module) for each in (pattern, *flags)))
    except NameError:
        return where
    method = call.func.attr  # type: ignore[attr-defined]
    return Used(where, made, frozenset([method] if method in ANCHORED else SCANNING))


def built() -> Iterator[Used]:
    """Patterns that are made of a catalog's units, and of the tables of a language."""
    units = open_dossier(builtin()).units
    for owner in (units, Numbers(Notation(units, (language_of("en"), language_of("fr"))))):
        methods = _methods(importlib.import_module(type(owner).__module__))
        lazy = [name for name, value in vars(type(owner)).items() if isinstance(value, cached_property)]
        for name in dict.fromkeys([*vars(owner), *lazy]):
            for pattern in _patterns(getattr(owner, name)):
                yield Used(f"{type(owner).__name__}.{name}", pattern, frozenset(methods.get(name, SCANNING)))
    for tag in ("en", "de", "zh"):
        for made in _of_language(language_of(tag)):
            for name, pattern in made:
                yield Used(f"{name} of {tag}", pattern, frozenset({"match"}))
        for form in patterns.forms_of(tag):
            yield Used(f"{type(form).__name__} of {tag}", form.pattern, frozenset({"finditer"}))


def _of_language(language: Language) -> Iterator[list[tuple[str, re.Pattern[str]]]]:
    """The patterns that the reader of numbers makes of a language. Those that end at a number see a few words only."""
    yield [("numerals", numerals._pattern(language.decimal, language.grouping))]
    yield [("scales", scales._pattern(language))]
    yield [("ordinals", number._ordinal_endings(language.ordinal_endings))]
    yield [("signs", signs._words(language.tag))]
    yield [("percents", quantity._percents(language.tag))]
    yield [("joins", joins.joins(language.code)), ("adds", joins.adds(language.code))]
    yield [*(made._asdict().items() if (made := joins.between_patterns(language.tag)) else ())]
    if not language.is_english:
        yield [*clock._patterns(language.code)._asdict().items()]
    for module in (ranges, abroad, hedge_words, parts):
        made = module._patterns(language.tag)
        yield [
            (f"{module.__name__}.{name}", each) for name, each in made._asdict().items() if isinstance(each, re.Pattern)
        ]
    if language.tag == "en":
        made = fractions._forms("en")
        yield [("one part", made.one), ("many parts", made.many)]


def _value(node: ast.expr, module: ModuleType) -> Any:
    return eval(compile(ast.Expression(node), "", "eval"), dict(vars(module)))


def _is_of_re(called: ast.expr) -> bool:
    return (
        isinstance(called, ast.Attribute)
        and isinstance(called.value, ast.Name)
        and called.value.id == "re"
        and called.attr in SCANNING | ANCHORED | {"compile"}
    )


@cache
def _tree(module: ModuleType) -> ast.Module:
    assert module.__file__ is not None
    return ast.parse(Path(module.__file__).read_text(encoding="utf-8"))


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        yield from _patterns([*value, *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _patterns(each)


@cache
def _methods(module: ModuleType) -> dict[str, set[str]]:
    """The methods of patterns that a module calls, by the name before them."""
    methods: dict[str, set[str]] = {}
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Attribute) and node.attr in SCANNING | ANCHORED:
            name = getattr(node.value, "id", None) or getattr(node.value, "attr", "")
            methods.setdefault(name, set()).add(node.attr)
    return methods


# Texts


def hostile_texts(pattern: re.Pattern[str]) -> list[Callable[[int], str]]:
    """Makers of texts of a size: one character, two in turn, or a beginning of what the pattern matches, in a row."""
    begun = {sample[:size] for sample in samples(pattern) for size in range(1, min(len(sample), 12) + 1)}
    units = [*RUNS, *(a + b for a, b in product(PAIRS, PAIRS) if a != b), *sorted(begun)]
    starts = ["", *sorted(begun, key=len)[-3:]]
    makers = [_maker("", unit, end) for unit in units for end in ENDS]
    return makers + [_maker(start, unit, "!") for start in starts for unit in RUNS]


def _maker(start: str, unit: str, end: str) -> Callable[[int], str]:
    return lambda size: start + unit * (size // len(unit)) + end


def samples(pattern: re.Pattern[str]) -> set[str]:
    """Some texts that a pattern matches, or would but for what it asks of the characters around."""
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    return {sample for variant in range(12) if (sample := _sample(parsed, variant))}


def _sample(parsed: Any, variant: int) -> str:
    return "".join(_matching(operator, argument, variant) for operator, argument in parsed)


def _matching(operator: Any, argument: Any, variant: int) -> str:
    match str(operator):
        case "LITERAL":
            return chr(argument)
        case "NOT_LITERAL":
            return "a" if argument != ord("a") else "b"
        case "ANY":
            return "a"
        case "IN":
            return _member(argument, variant)
        case "BRANCH":
            return _sample(argument[1][variant % len(argument[1])], variant)
        case "SUBPATTERN":
            return _sample(argument[3], variant)
        case "ATOMIC_GROUP":
            return _sample(argument, variant)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = argument
            return "".join(_sample(inner, variant + i) for i in range(min(max(least, variant % 3), int(most))))
    return ""


def _member(members: Any, variant: int) -> str:
    """A character of a class."""
    if members[0][0] == _constants.NEGATE:
        return "a1 .é"[variant % 5]
    operator, argument = members[variant % len(members)]
    match str(operator):
        case "LITERAL":
            return chr(argument)
        case "RANGE":
            return chr(argument[0])
    return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}.get(str(argument), ".")


# Growth


def seconds(used: Used, text: str, times: int = 1) -> float:
    """The processor's time that using a pattern on a text takes, the best of several times."""
    best = float("inf")
    for _ in range(times):
        begun = time.process_time()
        used.run(text)
        best = min(best, time.process_time() - begun)
    return best


SIZES = (24, 30, 36, 48, 100, 200, 600, 2_000)
HOPELESS, SUSPICIOUS, QUICK = 0.1, 0.005, 0.0005
"""Seconds for a text of these sizes: none takes the first, few the second, and below the last, none is quadratic."""

SLOWEST = 2
"""Texts that are looked at closely: those that take longest."""


def growth(used: Used) -> tuple[float, str]:
    """How many times as long four times as much takes at most, and what the text is made of."""
    slowest = [(0.0, "", _maker("", "a", ""))]
    for make in hostile_texts(used.pattern):
        for size in SIZES:
            took = seconds(used, make(size))
            if took > HOPELESS and seconds(used, make(size)) > HOPELESS:
                return float("inf"), repr(make(12))
        if took > SUSPICIOUS and (ratio := _ratio(used, make, took)) > 8:
            return ratio, repr(make(12))
        slowest = sorted([*slowest, (took, repr(make(12)), make)], key=lambda each: each[0], reverse=True)[:SLOWEST]
    return max((_ratio(used, make, took), made_of) if took > QUICK else (1, made_of) for took, made_of, make in slowest)


def _ratio(used: Used, make: Callable[[int], str], took: float) -> float:
    """How many times as long four times as much takes; `took` is what the last of the sizes does."""

    def of(size: int) -> float:
        return seconds(used, make(4 * size), times=5) / seconds(used, make(size), times=5)

    # So much that it takes about 10 ms. What grows where a text is too large for a cache does so at one size only.
    size = min(int(SIZES[-1] * 0.01 / took), 200_000)
    return ratio if (ratio := of(size)) <= 8 else min(ratio, of(size // 3))
