"""The command line as a whole: options, the choice of a catalog, and what cannot be used."""

import json
import os
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Done, Terminal
from tests.lode_process import ROOT
from tests.view.hostile import raw, write
from tui import __version__
from tui.cli import commands
from tui.cli.context import PROGRESS_FROM, Context
from tui.dossier.dossier import Dossier
from tui.view.styled_text import StyledText

TINY = 'articles: [{id: a, file: a.txt, title: "[A]"}]\nentities: [{id: ore, name: Ore, kind: material}]\n'

COMMANDS = [
    ["search", "rosatom"],
    ["list", "entities"],
    ["show", "rosatom"],
    ["cite", "rosatom"],
    ["check", "--coverage"],
    ["export", "json"],
]


# Options


@pytest.mark.parametrize("arguments", [["--version"], ["search", "rosatom", "--version"], ["list", "--version"]])
def test_the_version_is_printed_and_nothing_is_done(lode: Callable[..., Done], arguments: list[str]) -> None:
    done = lode(*arguments, LODE_CACHE="")
    assert (done.status, done.lines) == (0, [f"lode {__version__}", "compiled dossiers: not kept"])


@pytest.mark.parametrize("help", ["--help", "-h"])
def test_help_names_every_command(lode: Callable[..., Done], help: str) -> None:
    done = lode(help)
    assert done.status == 0
    text = done.out
    named = [name for name, command in commands.COMMANDS.items() if command.help]
    assert {command[0] for command in COMMANDS} < set(named)
    assert re.findall(r"^ +(\w+)  ", text.partition("commands:")[2], re.MULTILINE) == named


@pytest.mark.parametrize("command", [command[0] for command in COMMANDS])
@pytest.mark.parametrize("where", ["before", "after"])
def test_help_of_a_command_names_its_options(lode: Callable[..., Done], command: str, where: str) -> None:
    done = lode(*(["--help", command] if where == "before" else [command, "--help"]))
    assert done.status == 0
    assert f"lode {command} " in done.lines[0]
    assert all(option in done.out for option in ("--catalog", "--color", "--limit", "--version", "--help"))


@pytest.mark.parametrize("command", COMMANDS)
def test_common_options_come_before_or_after_the_command(
    lode: Callable[..., Done], folder: Callable[..., Path], command: list[str]
) -> None:
    path = str(folder(TINY, a="Ore."))
    command = ["ore" if word == "rosatom" else word for word in command]
    before = lode("-c", path, "--color", "always", "-n", "1", *command)
    after = lode(*command, "--catalog", path, "--color=always", "--limit=1")
    assert before == after
    assert before.status == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["search"], "QUERY"),
        (["list"], "KIND"),
        (["show"], "ID"),
        (["show", "rosatom", "tomtor"], "tomtor"),
        (["show", "rosatom", "--jso"], "--jso"),
        (["check", "--stric"], "--stric"),
        (["cite", "rosatom", "-x"], "-x"),
        (["list", "figures", "--sort"], "--sort"),
        (["search", "rosatom", "-n", "few"], "-n/--limit: “few” is not a count: 0, 1, 2 …; see lode search --help"),
        (["search", "rosatom", "-n"], "-n/--limit needs a value: N"),
        (["search", "rosatom", "--json=yes"], "--json takes no value"),
        (["search", "rosatom", "-n", "-1"], "-1"),
        (["search", "rosatom", "--color", "blue"], "--color cannot be “blue”; choose from auto, always, never"),
        (["completion", "tcsh"], "“tcsh” is not a shell that lode completes for; choose from bash, zsh, fish"),
        (["--bogus", "list", "figures"], "--bogus"),
    ],
)
def test_a_wrong_command_line_is_two_and_one_line(lode: Callable[..., Done], arguments: list[str], says: str) -> None:
    done = lode(*arguments)
    assert (done.status, done.out) == (2, "")
    assert says in done.err and len(done.err.splitlines()) == 1


@pytest.mark.parametrize("command", [["list", "figures"], ["compare"], ["search"]])
@pytest.mark.parametrize("query", ["year:1989 kind:figure", "tungsten"])
def test_no_result_exits_with_1_and_one_line(lode: Callable[..., Done], command: list[str], query: str) -> None:
    done = lode(*command, *query.split())
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1


# Colour


@pytest.mark.parametrize(
    ("options", "environment", "terminal", "colored"),
    [
        ([], {}, False, False),
        ([], {}, True, True),
        ([], {"NO_COLOR": "1"}, True, False),
        ([], {"NO_COLOR": ""}, True, True),
        ([], {"TERM": "dumb"}, True, False),
        (["--color", "never"], {}, True, False),
        (["--color", "always"], {}, False, True),
        (["--color", "always"], {"NO_COLOR": "1"}, False, True),
        (["--color", "auto"], {"NO_COLOR": "1"}, True, False),
        ([], {"FORCE_COLOR": "1"}, False, True),
        ([], {"FORCE_COLOR": "true"}, False, True),
        ([], {"CLICOLOR_FORCE": "1"}, False, True),
        ([], {"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ([], {"FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"}, False, True),
        ([], {"FORCE_COLOR": ""}, False, False),
        ([], {"FORCE_COLOR": "0"}, False, False),
        ([], {"FORCE_COLOR": "0"}, True, True),
        ([], {"CLICOLOR_FORCE": "0"}, False, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, False, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, True, False),
        (["--color", "auto"], {"FORCE_COLOR": "1"}, False, True),
    ],
)
@pytest.mark.parametrize("command", [["search", "rosatom"], ["list", "entities"], ["show", "rosatom"]])
def test_colour_is_for_terminals_or_on_request(
    lode: Callable[..., Done],
    command: list[str],
    options: list[str],
    environment: dict[str, str],
    terminal: bool,
    colored: bool,
) -> None:
    done = lode(*command, *options, terminal=terminal, **environment)
    assert ("\x1b[" in done.out) == colored
    assert "\x1b" not in done.err


@pytest.mark.parametrize("command", COMMANDS)
def test_colour_changes_no_word(lode: Callable[..., Done], command: list[str]) -> None:
    colored = lode(*command, "--color", "always").out
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == lode(*command).out


@pytest.mark.parametrize("command", [["search", "--json", "rosatom"], ["list", "figures", "--json"], ["export", "w3c"]])
def test_data_is_never_coloured(lode: Callable[..., Done], command: list[str]) -> None:
    assert "\x1b" not in lode(*command, "--color", "always", terminal=True).out
    assert "\x1b" not in lode(*command, terminal=True, FORCE_COLOR="1").out


# Which catalog


@pytest.fixture
def ore(folder: Callable[..., Path]) -> Path:
    """A catalog of its own, with one entity."""
    return folder(TINY, a="Ore.")


def ids(done: Done) -> list[str]:
    """The ids that `list entities` printed."""
    assert done.status == 0, done.err
    return [line.split()[0] for line in done.lines]


@pytest.mark.parametrize("given", ["catalog.yaml", ".", "", "../{name}", "../{name}/catalog.yaml"])
def test_a_catalog_is_named_by_file_or_folder(lode: Callable[..., Done], ore: Path, given: str) -> None:
    path = given.format(name=ore.parent.name) or str(ore.parent)
    assert ids(lode("list", "entities", "-c", path, folder=ore.parent)) == ["ore"]
    assert ids(lode("list", "entities", folder=ore.parent, LODE_CATALOG=path)) == ["ore"]


def test_a_catalog_may_have_any_name(lode: Callable[..., Done], ore: Path) -> None:
    ore.rename(ore.with_name("mine.yml"))
    assert ids(lode("list", "entities", "-c", "mine.yml", folder=ore.parent)) == ["ore"]


def test_the_option_wins_over_the_environment_and_that_over_the_folder(lode: Callable[..., Done], ore: Path) -> None:
    other = ore.parent / "other"
    other.mkdir()
    (other / "a.txt").write_text("Tin.", encoding="utf-8")
    (other / "catalog.yaml").write_text(ore.read_text().replace("ore", "tin").replace("Ore", "Tin"))
    assert ids(lode("list", "entities", folder=other)) == ["tin"]
    assert ids(lode("list", "entities", folder=other, LODE_CATALOG=str(ore))) == ["ore"]
    assert ids(lode("list", "entities", "-c", ".", folder=other, LODE_CATALOG=str(ore))) == ["tin"]
    assert ids(lode("list", "entities", folder=other, LODE_CATALOG="")) == ["tin"]


def test_the_nearest_catalog_upward_is_taken(lode: Callable[..., Done], ore: Path) -> None:
    deep = ore.parent / "one" / "two"
    deep.mkdir(parents=True)
    assert ids(lode("list", "entities", folder=deep)) == ["ore"]


def test_another_tools_catalog_is_passed_by(lode: Callable[..., Done], ore: Path) -> None:
    deep = ore.parent / "one"
    deep.mkdir()
    (deep / "catalog.yaml").write_text("sources:\n  lode: 1\n# lode: 1\n")
    assert ids(lode("list", "entities", folder=deep)) == ["ore"]


def test_without_any_the_built_in_dossier_is_taken(lode: Callable[..., Done], dossier: Dossier) -> None:
    assert ids(lode("list", "articles")) == list(dossier.articles)


@pytest.mark.parametrize("content", [b"", b"articles: []\n", "lode: 1\n".encode("utf-16")])
def test_a_catalog_here_that_is_not_used_is_said(lode: Callable[..., Done], tmp_path: Path, content: bytes) -> None:
    (tmp_path / "catalog.yaml").write_bytes(content)
    done = lode("list", "articles", folder=tmp_path)
    assert done.err == "lode: catalog.yaml here has no line `lode: 1` and is not used; this is the built-in dossier\n"
    assert done.status == 0


def test_a_command_is_not_a_catalog_nor_a_catalog_a_command(lode: Callable[..., Done], ore: Path) -> None:
    named_list = ore.parent / "list"
    named_list.mkdir()
    (named_list / "a.txt").write_text("Ore.", encoding="utf-8")
    (named_list / "catalog.yaml").write_text(ore.read_text())
    assert ids(lode("-c", "list", "list", "entities", folder=ore.parent)) == ["ore"]
    assert lode("-c", "list", "check", "--strict", folder=ore.parent).status == 0


# What cannot be used


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("catalog", "problem"),
    [
        ("articles: [\n", r"catalog\.yaml:\d+:\d+: error: "),
        ("articles: 5\n", r"catalog\.yaml:3:11: error: "),
        ("colour: red\n", r"catalog\.yaml:3:1: error: .*colour"),
    ],
)
def test_a_broken_catalog_is_two_with_a_line_a_problem(
    lode: Callable[..., Done], folder: Callable[..., Path], command: list[str], catalog: str, problem: str
) -> None:
    done = lode(*command, "-c", str(folder(catalog)))
    assert done.status == 2
    lines = (done.out if command[0] == "check" else done.err).splitlines()
    assert len(lines) == 1 and re.match(problem, lines[0])
    assert command[0] == "check" or done.out == ""


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (["serach", "tomtor"], "search"),
        (["serach"], "search"),
        (["-n", "3", "lst", "figures"], "list"),
        (["Check"], "check"),
        (["exprot", "json", "-c", "."], "export"),
    ],
)
def test_a_mistyped_command_names_the_nearest(lode: Callable[..., Done], arguments: list[str], near: str) -> None:
    done = lode(*arguments)
    word = next(word for word in arguments if word.isalpha())
    assert (done.status, done.out) == (2, "")
    assert done.err == f"lode: {word} is not a command, a catalog or a folder; nearest: {near}\n"


def test_only_what_was_typed_is_refused(lode: Callable[..., Done]) -> None:
    done = lode("schema", ".")
    assert (done.status, done.err) == (2, "lode: unrecognized arguments: .; see lode schema --help\n")


def test_a_word_that_is_nothing_may_be_searched_for(lode: Callable[..., Done]) -> None:
    done = lode("quartz")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("lode: quartz is not a command, a catalog or a folder; lode search quartz looks for it")


@pytest.mark.parametrize("word", ["serach.yaml", "./serach"])
def test_a_path_that_is_not_a_command_is_a_path(lode: Callable[..., Done], word: str) -> None:
    done = lode(word)
    assert (done.status, "nearest" in done.err) == (2, False)
    assert "does not exist" in done.err


def test_a_folder_named_almost_like_a_command_is_opened(lode: Callable[..., Done], tmp_path: Path) -> None:
    (tmp_path / "serach").mkdir()
    assert "nearest" not in lode("serach").err


@pytest.mark.parametrize("path", ["missing.yaml", ".", "missing/catalog.yaml"])
def test_a_missing_catalog_is_two(lode: Callable[..., Done], path: str) -> None:
    done = lode("list", "entities", "-c", path)
    assert (done.status, done.out) == (2, "")
    assert "does not exist" in done.err and len(done.err.splitlines()) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_an_article_that_cannot_be_read_is_said_and_left_out(
    lode: Callable[..., Done], folder: Callable[..., Path], command: list[str]
) -> None:
    path = folder(TINY)
    (path.parent / "a.txt").write_bytes(b"caf\xe9")
    # The second time, from the cache.
    for _ in range(2):
        done = lode(*command, "-c", str(path))
        if command[0] == "check":
            assert done.status == 1
            assert "a.txt" in done.out and "UTF-8" in done.out
        else:
            assert done.status in (0, 1)
            says = "lode: catalog.yaml has 1 problem, an article and its records are left out; lode check lists them"
            assert done.err.splitlines()[0] == says


@pytest.mark.parametrize(
    "command", [["list", "articles"], ["check"], ["search", "ore"], ["suggest"], ["export", "w3c"]]
)
def test_an_article_outside_is_read_where_the_person_allows_it(
    lode: Callable[..., Done], tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "a.txt").write_text("Ore weighs 5 tons, and 7 more.")
    path = tmp_path / "in" / "catalog.yaml"
    path.write_text(f"lode: 1\ntitle: Test\n{TINY.replace('a.txt', '../a.txt')}")
    for arguments in (["--outside", *command], [*command, "--outside"]):
        assert lode(*arguments, "-c", str(path)).status == 0
    refused = lode(*command, "-c", str(path))
    assert "allow it with --outside" in refused.out or "an article and its records are left out" in refused.err
    assert "5 tons" not in refused.out


HALF = """
units: [{id: t, name: tonne, written: [tons]}]
measures: [{id: mass, name: mass, unit: t}]
articles: [{id: a, file: a.txt, title: "[A]"}]
entities: [{id: ore, name: Ore, kind: material}]
figures:
  - id: holds
    measure: mass
    subject: ore
    sources: [{article: a, quote: "5 tons", number: 5 tons}]
  - id: fails
    measure: mass
    subject: ore
    sources: [{article: a, quote: "6 tons", number: 6 tons}]
"""


@pytest.mark.parametrize(
    ("command", "status"),
    [
        (["list", "figures"], 0),
        (["search", "mass"], 0),
        (["show", "holds"], 0),
        (["show", "fails"], 1),
        (["cite", "holds"], 0),
        (["export", "json"], 0),
    ],
)
def test_a_record_that_does_not_hold_is_left_out_and_said(
    lode: Callable[..., Done], folder: Callable[..., Path], command: list[str], status: int
) -> None:
    done = lode(*command, "-c", str(folder(HALF, a="Ore weighs 5 tons, and 7 more.")))
    assert done.status == status
    assert (
        done.err.splitlines()[0]
        == "lode: catalog.yaml has 1 problem, what does not hold is left out; lode check lists them"
    )
    assert '"fails"' not in done.out and "6 tons" not in done.out
    assert status or "5" in done.out


# What a terminal could obey


@pytest.mark.parametrize(
    "command",
    [
        *[["list", kind] for kind in ("articles", "entities", "figures", "events", "measures")],
        *[["list", kind, "--json"] for kind in ("articles", "entities", "figures", "events", "measures")],
        *[["show", id] for id in ("a", "mine", "mine-reserves", "dug", "reserves")],
        ["search", "mine"],
        ["search", "mine", "--json"],
        ["search", "mine", "--vimgrep"],
        ["search", "kind:figure", "5 tons"],
        ["search", "kind:event", "dug"],
        ["search", "kind:article", "title"],
        ["cite", "dug", "--format", "csl"],
        ["check", "--coverage"],
        ["check", "--coverage", "--json"],
        ["export", "json"],
        ["export", "w3c"],
        ["compare", "measure:reserves"],
        ["compare", "--json"],
        ["suggest"],
        ["show", "\x1b]52;c;aGk=\x07"],
        ["show", "\udcff"],
        ["search", "\x1b]52;c;aGk=\x07"],
        ["list", "\x1b[31m"],
        ["list", "figures", "--sort", "\x1b[31m"],
        ["list", "figures", "by:\x1b[31m"],
        ["export", "\x1b[31m"],
        ["cite", "dug", "--format", "\x1b[31m"],
        ["show", "dug", "\x1b[31m"],
        ["list", "figures", "-c", "\x1b[31m"],
        ["search", "x", "-n", "\x1b[31m"],
    ],
    ids=repr,
)
@pytest.mark.parametrize("terminal", [False, True])
def test_no_control_characters_are_printed(
    lode: Callable[..., Done], tmp_path: Path, command: list[str], terminal: bool
) -> None:
    named = [] if "-c" in command else ["-c", str(write(tmp_path))]
    done = lode(*command, *named, terminal=terminal, NO_COLOR="1")
    assert not raw(done.out), done.out
    assert not raw(done.err), done.err
    assert done.out or done.err


def test_json_lines_are_one_object_a_line(lode: Callable[..., Done], tmp_path: Path) -> None:
    path = str(write(tmp_path))
    for command in (["list", "entities"], ["search", "mine"], ["check", "--coverage"], ["show", "mine"]):
        lines = lode(*command, "--json", "-c", path).lines
        assert lines and all(isinstance(json.loads(line), dict) for line in lines)


# Where the app can be opened


@pytest.mark.parametrize(
    ("streams", "term", "why"),
    [
        ({"terminal": False, "typed": True}, "xterm", "lode: the app needs a terminal; lode search and lode show"),
        (
            {"terminal": True, "typed": False},
            "xterm",
            "lode: the app reads keys from a terminal, which",
        ),
        ({"terminal": True}, "dumb", "lode: the app needs a terminal that can be drawn on, and TERM is dumb"),
        ({"terminal": True}, "unknown", "lode: the app needs a terminal that can be drawn on, and TERM is unknown"),
    ],
)
def test_the_app_opens_on_a_terminal_only(
    lode: Callable[..., Done], streams: dict[str, bool], term: str, why: str
) -> None:
    done = lode(**streams, TERM=term)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(why)
    assert len(done.err.splitlines()) == 1
    # Other commands need none.
    assert lode("list", "measures", **streams, TERM=term).status == 0


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("rosatm", "no record has the id “rosatm”; nearest: rosatom"),
        ("seeds/003_4a031b2927d16e20.txt:99", "seeds/003_4a031b2927d16e20.txt has 35 lines, not 99"),
        ("seeds/003.txt:1", "no article is in seeds/003.txt; nearest: seeds/003_4a031b2927d16e20.txt"),
    ],
)
def test_the_app_does_not_open_at_a_place_that_there_is_not(lode: Callable[..., Done], place: str, why: str) -> None:
    done = lode("open", "--at", place, terminal=True, LODE_CONFIG="")
    assert (done.status, done.err) == (1, f"lode: {why}\n")


@pytest.mark.parametrize("named", ["seeds/{file}", "{seeds}/{file}", "{seeds}/../seeds/{file}", "{relative}/{file}"])
def test_a_place_may_be_named_by_the_path_of_its_file(lode: Callable[..., Done], tmp_path: Path, named: str) -> None:
    seeds, file = ROOT / "seeds", "003_4a031b2927d16e20.txt"
    given = named.format(file=file, seeds=seeds, relative=os.path.relpath(seeds, tmp_path))
    # The file is known, so that the number of the line is what is wrong.
    done = lode("open", "--at", f"{given}:99", terminal=True, LODE_CONFIG="")
    assert (done.status, done.err) == (1, f"lode: seeds/{file} has 35 lines, not 99\n")


# The app's configuration


def test_the_app_does_not_open_on_a_theme_that_there_is_not(lode: Callable[..., Done]) -> None:
    done = lode(terminal=True, LODE_CONFIG="", LODE_THEME="dracul\x1b")
    assert (done.status, done.out) == (2, "")
    assert done.err == "lode: LODE_THEME: there is no theme “dracul␛”; nearest: dracula\n"


def test_the_app_does_not_open_on_a_broken_configuration(lode: Callable[..., Done], tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("theme: nord\nkeys:\n  page-dwn: x\n", encoding="utf-8")
    done = lode(terminal=True, LODE_CONFIG=str(file))
    assert (done.status, done.out) == (2, "")
    assert done.err == f"{file}:3:3: error: there is no action “page-dwn”; nearest: page-down\n"
    assert lode("list", "measures", LODE_CONFIG=str(file)).status == 0


def test_a_progress_bar_is_drawn_for_each_hundredth() -> None:
    shown = Terminal()
    context = Context(StringIO(), shown, {}, Path())
    for total in (PROGRESS_FROM - 1, 1_000):
        for done in range(1, total + 1):
            context.progress(done, total)
    assert shown.getvalue().count("\r") == 100
    assert shown.getvalue().endswith("1,000 of 1,000\n")


def test_plain_lines_are_printed_together_and_not_styled(monkeypatch: pytest.MonkeyPatch) -> None:
    out = StringIO()
    monkeypatch.setattr("tui.cli.context.StyledText", lambda *given: pytest.fail("styles a line"))
    Context(out, out, {}, Path()).print_all_beside([("a: ", "“b”"), ("c: ", "d")])
    assert out.getvalue() == "a: “b”\nc: d\n"


@pytest.mark.parametrize("words", ["a", "a\tb", "a\nb", "a\x1b[2Jb\u202ec", "“a”", "a\x85b\u2028c", ""])
def test_lines_are_as_safe_together_as_one_by_one(words: str) -> None:
    lines = [("x: ", each) for each in ("first", words, "last")]
    together, alone = StringIO(), StringIO()
    Context(together, together, {}, Path()).print_all_beside(lines)
    context = Context(alone, alone, {}, Path())
    for label, each in lines:
        context.print_beside([StyledText(label, "dim"), StyledText(each)])
    assert together.getvalue() == alone.getvalue()
    assert together.getvalue().count("\n") == 3
