"""`lode search`: hits for people, for scripts, for editors."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Done
from tui.catalog.find import builtin

KEYS = [
    "kind",
    "id",
    "title",
    "score",
    "matched",
    "file",
    "line",
    "column",
    "start",
    "end",
    "text",
    "marks",
    "title_marks",
]


def test_a_hit_is_shown_with_its_sentence(lode: Callable[..., Done]) -> None:
    done = lode("search", "rosatom", "-n", "1")
    assert done.status == 0
    head, sentence = done.lines
    assert re.fullmatch(r"entity +Rosatom  company · \d+ mentions", head)
    assert sentence.strip().startswith("The plant was seized") and sentence.endswith("Rosatom, in 2023.")


@pytest.mark.parametrize(
    ("query", "head"),
    [
        ("kind:figure 44m", "figure   44\N{NO-BREAK SPACE}Mt  reserves, rare earths, China  USGS"),
        ("kind:figure 0.64%", "figure   0.64%  share of world production, rare earths, Russia  the article itself"),
        ("kind:event seized", "event    The Solikamsk Magnesium Plant is seized from its previous owners  2022"),
        (
            "kind:article envoy",
            "article  Russia and U.S. Begin Talks on Rare Earth Metals, Putin Envoy Says  31 March 2025",
        ),
        (
            "kind:passage 41 tons",
            "passage  [Kremlin confirms talks on joint extraction of rare earths]  seeds/001_c2dd56a7",
        ),
    ],
)
def test_a_hit_shows_the_main_facts(lode: Callable[..., Done], query: str, head: str) -> None:
    assert lode("search", query).lines[0].startswith(head)


def test_the_words_of_a_query_may_be_one_argument_or_several(lode: Callable[..., Done]) -> None:
    assert lode("search", "rare earth talks").out == lode("search", "rare", "earth", "talks").out != ""


def test_json_has_the_contracts_keys_and_holds_in_the_files(lode: Callable[..., Done]) -> None:
    done = lode("search", "--json", "-n", "100", "rare earth")
    assert done.status == 0 and done.objects
    for hit in done.objects:
        assert list(hit)[: len(KEYS)] == KEYS
        assert hit["kind"] in ("article", "entity", "figure", "claim", "event", "passage")
        assert 0 <= hit["score"] <= 100
        text = (builtin().parent / hit["file"]).read_bytes().decode()
        stretch = text[hit["start"] : hit["end"]]
        assert hit["line"] == text.count("\n", 0, hit["start"]) + 1
        assert hit["column"] == hit["start"] - text.rfind("\n", 0, hit["start"])
        if hit["kind"] == "passage":
            assert hit["text"] == stretch
            assert hit["id"] == f"{hit['file']}:{hit['line']}:{hit['column']}"
        else:
            assert stretch in hit["text"] and hit["text"] in text
        for marks, marked in ((hit["marks"], hit["text"]), (hit["title_marks"], hit["title"])):
            for start, end in marks:
                assert re.match("rare|earth", marked[start:end].lower())
    scores = [hit["score"] for hit in done.objects]
    assert scores == sorted(scores, reverse=True)


def test_json_of_an_entity_that_no_text_names_is_null_where_it_stands(lode: Callable[..., Done]) -> None:
    (hit,) = lode("search", "--json", "kind:entity", '"moscow times"').objects
    assert hit["id"] == "moscow-times"
    assert [hit[key] for key in ("file", "line", "column", "start", "end")] == [None] * 5
    assert (hit["text"], hit["marks"]) == ("", [])


def test_a_typo_is_corrected_and_said(lode: Callable[..., Done]) -> None:
    done = lode("search", "rosatm")
    assert done.status == 0
    assert "Rosatom" in done.lines[0]
    assert done.err == "lode: rosatm: showing Rosatom\n"


def test_what_an_unknown_word_may_stand_for_is_only_suggested(lode: Callable[..., Done]) -> None:
    done = lode("search", "glalim")
    assert (done.status, done.out) == (1, "")
    assert done.err == "lode: “glalim” is in no article and no record; did you mean gallium, claim?\n"


def test_a_word_that_is_nowhere_is_named_and_the_rest_searched(lode: Callable[..., Done]) -> None:
    done = lode("search", "tungsten", "rosatom")
    assert done.status == 0
    assert done.out == lode("search", "rosatom").out
    assert done.err == "lode: “tungsten” is in no article and no record\n"


@pytest.mark.parametrize("query", ["tungsten", "osat", '"rare rosatom"', "kind:event year:1989 rosatom", "-", "2601"])
def test_no_result_exits_with_1(lode: Callable[..., Done], query: str) -> None:
    done = lode("search", query)
    assert done.status == 1
    assert done.out == ""
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("query", ["by:ussgs", "kind:figures", "year:1", ">3km", "article:"])
def test_a_query_that_is_not_valid_is_two(lode: Callable[..., Done], query: str) -> None:
    done = lode("search", query)
    assert done.status == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1


def test_twenty_are_shown_unless_more_are_asked_for(lode: Callable[..., Done]) -> None:
    some = lode("search", "--json", "ukraine")
    assert len(some.objects) == 20
    narrated = lode("search", "ukraine").err
    found = re.fullmatch(r"lode: 20 of (\d+) results; -n \1 shows all\n", narrated)
    assert found
    every = lode("search", "--json", "-n", found[1], "ukraine")
    assert len(every.objects) == int(found[1])
    assert every.objects[:20] == some.objects
    assert some.err == ""


def test_no_result_is_asked_for(lode: Callable[..., Done]) -> None:
    done = lode("search", "-n", "0", "russia", "--json")
    assert (done.status, done.out) == (0, "")


@pytest.mark.parametrize("word", ["-china", "not:china"])
def test_a_word_with_a_hyphen_is_left_out(lode: Callable[..., Done], word: str) -> None:
    done = lode("search", word, "production", "-n", "100", "kind:passage")
    assert done.status == 0
    assert "gallium" in done.out and "China" not in done.out


@pytest.mark.parametrize("command", [("search",), ("list", "figures"), ("compare",), ()])
def test_an_unknown_option_is_not_a_word(lode: Callable[..., Done], command: tuple[str, ...]) -> None:
    done = lode(*command, "--outsid", "rosatom")
    named = command[0] if command else "open"
    advice = "; put it after -- to search for it" if command else ""
    assert (done.status, done.out) == (2, "")
    assert done.err == f"lode: lode {named} has no option --outsid; nearest: --outside{advice}\n"


def test_after_two_hyphens_everything_is_a_word(lode: Callable[..., Done]) -> None:
    assert lode("search", "--", "--jso", "rosatom").err == "lode: “jso” is in no article and no record\n"


# For editors


@pytest.mark.parametrize("below", [(), ("a",), ("a", "b")])
def test_vimgrep_paths_hold_from_the_current_folder(
    lode: Callable[..., Done], folder: Callable[..., Path], tmp_path: Path, below: tuple[str, ...]
) -> None:
    catalog = folder(
        'articles: [{id: x, file: sub/x.txt, title: "[X]"}]\nentities: [{id: ore, name: Ore, kind: material}]'
    )
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "x.txt").write_text("One line.\nThe Ore is here.\n", encoding="utf-8")
    here = tmp_path.joinpath(*below)
    here.mkdir(parents=True, exist_ok=True)
    done = lode("search", "--vimgrep", "ore", "-c", str(catalog), folder=here)
    assert done.status == 0 and done.lines
    for line in done.lines:
        file, number, column, text = line.split(":", 3)
        lines = (here / file).read_text(encoding="utf-8").splitlines()
        assert lines[int(number) - 1][int(column) - 1 :].startswith(("Ore", "The Ore"))
        assert text == "The Ore is here."


def test_vimgrep_counts_columns_in_bytes(lode: Callable[..., Done], folder: Callable[..., Path]) -> None:
    catalog = folder(
        'articles: [{id: x, file: x.txt, title: "[X]"}]', x="\ufeffÉtain — là. The ore is here.\nДва. The ore there."
    )
    done = lode("search", "--vimgrep", "ore", "-c", str(catalog), folder=catalog.parent)
    places = [tuple(map(int, line.split(":")[1:3])) for line in done.lines]
    lines = [line.encode() for line in ("Étain — là. The ore is here.", "Два. The ore there.")]
    assert len(places) == 2
    assert all(lines[line - 1][column - 1 :].startswith(b"The ore") for line, column in places)


def test_vimgrep_is_a_line_a_place(lode: Callable[..., Done]) -> None:
    done = lode("search", "--vimgrep", "rare earth", "-n", "100")
    assert done.lines and all(re.fullmatch(r"[^:]+\.txt:\d+:\d+:\S.*", line) for line in done.lines)
    assert lode("search", "--vimgrep", "kind:entity", '"moscow times"').out == ""


# On a terminal


def test_lines_are_cut_to_a_terminal_around_the_match(
    lode: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    done = lode("search", "vanadium", "kind:passage", terminal=True, NO_COLOR="1")
    assert done.lines
    for line in done.lines:
        assert len(line) <= 60
    assert all("vanadium" in line for line in done.lines[1::2])
    assert any("…" in line for line in done.lines)


def test_japanese_is_cut_by_its_width(lode: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", "50")
    done = lode("search", "トランプ", "kind:passage", terminal=True, NO_COLOR="1")
    assert done.lines
    assert all(cell_len(line) <= 50 for line in done.lines)


def test_matches_are_marked_in_colour(lode: Callable[..., Done]) -> None:
    done = lode("search", "rosatom", "--color", "always", "-n", "1")
    assert "\x1b[1;4mRosatom\x1b[0m" in done.out
    assert re.sub(r"\x1b\[[\d;]*m", "", done.out) == lode("search", "rosatom", "-n", "1").out


@pytest.mark.parametrize("command", [["search", "russia"], ["list", "figures"], ["compare", "by:usgs"]])
def test_a_limit_may_be_of_any_size(lode: Callable[..., Done], command: list[str]) -> None:
    done = lode(*command, "-n", "9" * 30, "--json")
    assert (done.status, done.err) == (0, "")
    assert done.out == lode(*command, "-n", "9999", "--json").out


def test_a_query_that_is_too_long_is_two(lode: Callable[..., Done]) -> None:
    done = lode("search", *["word"] * 1000)
    assert (done.status, done.out) == (2, "")
    assert done.err == "lode: a query has at most 2,000 characters, and this one has 4,999; leave some out\n"
