"""The regular expressions of the package, how each is used, and texts that would make a bad one slow.

    python -m tests.patterns     runs lode on texts in all languages, and prints each pattern with its uses as JSON

Run like this, `re` notes what lode makes and uses of it: patterns that are made of a language's words or of a catalog's
units are found as all others are.
"""

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from io import StringIO
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent

SCANNING = {"search", "finditer", "findall", "sub", "subn", "split"}
ANCHORED = {"match", "fullmatch"}


class Used(NamedTuple):
    """A pattern, where it is made (MODULE:LINE), what it is called, and the methods that it is used with."""

    where: str
    name: str
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


# Recording


@dataclass(eq=False)
class _Noted:
    """A pattern that notes the methods that are called on it."""

    compiled: re.Pattern[Any]
    where: str
    name: str = ""
    methods: set[str] = field(default_factory=set)

    def __getattr__(self, name: str) -> Any:
        if name in SCANNING | ANCHORED:
            self.methods.add(name)
        return getattr(self.compiled, name)


_noted: dict[tuple[str, str | bytes, int], _Noted] = {}


def _note(pattern: Any, flags: Any, where: str) -> _Noted:
    made = pattern.compiled if isinstance(pattern, _Noted) else _compile(pattern, flags)
    return _noted.setdefault((where, made.pattern, made.flags), _Noted(made, where))


def _place() -> str | None:
    """Where lode called, as MODULE:LINE; None if it was somebody else."""
    frame = sys._getframe(2)
    module = frame.f_globals.get("__name__", "")
    return f"{module}:{frame.f_lineno}" if module.startswith("tui.") else None


_compile = re.compile


def _noting_compile(pattern: Any, flags: Any = 0) -> Any:
    where = _place()
    return _note(pattern, flags, where) if where else _compile(pattern, flags)


def _noting_in_any_case(pattern: Any) -> Any:
    where = _place()
    return _note(pattern, re.IGNORECASE, where) if where else _compile(pattern, re.IGNORECASE)


def _noting(name: str) -> Callable[..., Any]:
    """A function of `re` that notes the pattern that it is given."""
    function = getattr(re, name)
    flags_at = {"split": 2, "sub": 3, "subn": 3}.get(name, 1)

    def call(pattern: Any, *arguments: Any, **named: Any) -> Any:
        where = _place()
        if where:
            flags = named.get("flags", arguments[flags_at] if len(arguments) > flags_at else 0)
            pattern = _note(pattern, flags, where)
            pattern.methods.add(name)
            pattern = pattern.pattern if flags else pattern.compiled
        return function(pattern, *arguments, **named)

    return call


def _record() -> None:
    """Runs lode with functions of `re` that take notes, and prints the notes."""
    for name in SCANNING | ANCHORED:
        setattr(re, name, _noting(name))
    re.compile = _noting_compile
    import tui
    from tui.text import lazy_pattern

    lazy_pattern.lazy_pattern, lazy_pattern.in_any_case = _noting_compile, _noting_in_any_case

    found = [each.name for each in pkgutil.walk_packages(tui.__path__, "tui.") if not each.name.endswith("__main__")]
    modules = [importlib.import_module(name) for name in found]
    with tempfile.TemporaryDirectory() as folder:
        _use(Path(folder))
    called = {module: _called(module) for module in modules}
    for module in modules:
        for name, value in vars(module).items():
            for noted in _notes_in(value):
                noted.name = noted.name or f"{module.__name__}.{name}"
                noted.methods |= called[module].get(name, set())
    # What one place makes of the words of each language is used alike, though not every language is met here.
    used: defaultdict[str, set[str]] = defaultdict(set)
    for each in _noted.values():
        used[each.where] |= each.methods
    for each in _noted.values():
        pattern, methods = each.compiled, each.methods or used[each.where]
        print(json.dumps([each.where, each.name, repr(pattern.pattern), pattern.flags, sorted(methods)]))


def _notes_in(value: object) -> Iterator[_Noted]:
    if isinstance(value, _Noted):
        yield value
    elif isinstance(value, dict):
        yield from _notes_in([*value, *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _notes_in(each)


def _called(module: ModuleType) -> dict[str, set[str]]:
    """The methods of patterns that the code of a module calls, by the name before them."""
    assert module.__file__ is not None
    methods: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
        match node:
            case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name), attr=method):
                if method in SCANNING | ANCHORED:
                    methods.setdefault(name, set()).add(method)
            # `InText.after` takes a pattern and matches it.
            case ast.Call(func=ast.Attribute(attr="after"), args=[ast.Name(id=name)]):
                methods.setdefault(name, set()).add("match")
    return methods


def _use(folder: Path) -> None:
    """Reads, searches, drafts, verifies and exports dossiers in all languages, and the built-in one."""
    from benchmarks.drafts import read_texts
    from tests.quantity.test_abroad import UNITS, marked, rows
    from tui.app.commands.palette import words_in
    from tui.app.model.occurrences import Occurrences
    from tui.app.model.target import FindTarget
    from tui.catalog.find import builtin
    from tui.cli.context import Context
    from tui.cli.main import main
    from tui.convert.convert import Converted
    from tui.curate.fix import fixes
    from tui.curate.new import article_entry
    from tui.dates.meant import meant
    from tui.extract.phrases import begun, places_of
    from tui.items.speech import Speech
    from tui.languages.language import LANGUAGES, language_of
    from tui.linking.link import open_dossier
    from tui.printed.whole import read_printed
    from tui.quantity.quantity import QuantityError
    from tui.search.open import open_search
    from tui.text.span import Span
    from tui.verify.opposites import senses
    from tui.view.summary import summary
    from tui.view.value import ambiguity_text

    def run(*arguments: str) -> None:
        main(arguments, Context(StringIO(), StringIO(), {"LODE_CACHE": ""}, folder))

    said = dict.fromkeys(LANGUAGES, "")
    for tag, *_, sentence, _ in rows("abroad.tsv"):
        text, span = marked(sentence)
        said[tag[:2]] += text + "\n"
        for changes in (False, True):
            with suppress(QuantityError):
                read_printed(text, span, UNITS, language=language_of(tag), changes=changes)
    for _, language, text, _ in read_texts(ROOT / "benchmarks" / "drafts.txt"):
        said[language] += text
    catalog = "lode: 1\ntitle: All\nunits:\n  - {id: t, name: tonne, written: [tons, Tonnen, t, тонн, 吨]}\narticles:\n"
    for tag, text in said.items():
        (folder / f"{tag}.txt").write_text(text, encoding="utf-8")
        catalog += f"  - {{id: {tag}, file: {tag}.txt, title: '[{tag}]', language: {tag}}}\n"
    for article, lent in (
        ("money", "Orla lent C$7m (US$5m), CAD 7m, and $5m in all."),
        ("code", "CAD 7m, and $5m in all."),
        (
            "noun",
            "Skarn Steel AG is old. Later, Zentra has a mill. The firm said it sold 5 tons. It said 6 tons are left.",
        ),
    ):
        (folder / f"{article}.txt").write_text(lent, encoding="utf-8")
    catalog += """\
  - {id: money, file: money.txt, title: "[money]"}
  - {id: code, file: code.txt, title: "[code]"}
  - {id: noun, file: noun.txt, title: "[noun]"}
entities: [{id: orla, name: Orla, kind: company}]
measures: [{id: cost, name: cost, unit: USD}]
figures:
  - {id: lent, measure: cost, subject: orla, sources: [{article: money, quote: $5m in all, number: $5m}]}
  - {id: coded, measure: cost, subject: orla, sources: [{article: code, quote: $5m in all, number: $5m}]}
"""
    (folder / "catalog.yaml").write_text(catalog, encoding="utf-8")
    (folder / "draft.txt").write_text((ROOT / "tests/verify/drafts.txt").read_text(encoding="utf-8"), encoding="utf-8")
    run("suggest", "-c", ".")
    run("check", "--coverage", "-c", ".")
    run("search", "five million tonnes of misspeled Россия", "-c", ".")
    run("search", "“rare earths” year:2024 about 40% measure:reserves")
    for command in (["list", "figures"], ["show", "russia-reserves-usgs"], ["compare"], ["verify", "draft.txt"]):
        run(*command)
    for form in ("json", "html", "markdown", "bibtex", "csl", "w3c"):
        run("export", form)
    # What only the app, conversion, corrected quotes and few records ask for.
    dossier = open_dossier(builtin())
    article, document = next(iter(dossier.documents.items()))
    Occurrences(dossier, lambda: open_search(dossier, None, summary)).of(FindTarget(article, "rare earths"))
    assert words_in("rare e", "Rare earths")
    places_of(document, ["rare", "earths"])
    assert [*begun(document, "Russ", Span(0, 4))]
    assert senses("exported")
    assert "published" in article_entry("a.txt", "Updated 3 March 2025\nOrla lent 5 tons.\n", {})
    assert Converted(text=document.text, title="Title").document
    ambiguity_text("5 tons", dossier)
    meant("2024-13-05")
    quoted = document.text[:200].replace("the ", "teh ", 1)
    for language, quoting in product(LANGUAGES, (False, True)):
        speech, name = Speech(language, quoting), Span(0, 3)
        whole = Span(0, len(document.text))
        assert not speech.is_by_pronoun(document.text, name, whole.end)
        assert not [*speech.sources(":", name)] and not speech.has_pronoun(":", name)
        assert not speech.has_document(":", name)
        assert not speech.of(":", name, name) and speech.end_after(":", name, 0) is None
    fixes({"": json.dumps({"sources": [{"article": article, "quote": quoted}]})}, dossier)


@cache
def recorded() -> dict[str, list[Used]]:
    """The patterns that were made while all modules were imported and lode was used, by where they are made."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.patterns"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[Used]] = {}
    for line in done.stdout.splitlines():
        where, name, pattern, flags, methods = json.loads(line)
        made = re.compile(ast.literal_eval(pattern), flags & ~re.UNICODE if pattern.startswith("b") else flags)
        found.setdefault(where, []).append(Used(where, name, made, frozenset(methods or SCANNING)))
    return found


def written() -> Iterator[Used | str]:
    """The patterns that are written out in the code of functions; where they are made, for those that do not."""
    # What `lazy_pattern` compiles is written where it is called.
    for path in sorted({*(ROOT / "tui").rglob("*.py")} - {ROOT / "tui/text/lazy_pattern.py"}):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and _makes_pattern(call.func):
                yield _passed(call, f"{module}:{call.lineno}", module)


def _passed(call: ast.Call, where: str, module: str) -> Used | str:
    pattern, *others = [*call.args, *(keyword.value for keyword in call.keywords)]
    flags = [each for each in others if "re." in ast.unparse(each)]
    try:
        made = re.compile(*(_value(each, module) for each in (pattern, *flags)))
        if ast.unparse(call.func) == "in_any_case":
            made = re.compile(made.pattern, re.IGNORECASE)
    except NameError:
        return where
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    return Used(where, "", made, frozenset([method] if method in ANCHORED else SCANNING))


def _value(node: ast.expr, module: str) -> Any:
    return eval(compile(ast.Expression(node), "", "eval"), dict(vars(importlib.import_module(module))))


def _makes_pattern(called: ast.expr) -> bool:
    match called:
        case ast.Name(id="lazy_pattern" | "in_any_case"):
            return True
        case ast.Attribute(value=ast.Name(id="re"), attr=name):
            return name in SCANNING | ANCHORED | {"compile"}
    return False


if __name__ == "__main__":
    _record()
