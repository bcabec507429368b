"""How a problem reads: one line, its place, and nothing that a terminal would obey."""

import pytest

from tui.catalog.problem import CatalogError, Hints, Mark, Problem, closest


def test_a_problem_is_one_line_with_its_place() -> None:
    problem = Problem(Mark("catalog.yaml", 12, 5), "schema", "unknown key “nme”")
    assert str(problem) == "catalog.yaml:12:5: error: unknown key “nme”"


def test_a_warning_and_a_hint_are_said() -> None:
    problem = Problem(Mark("catalog.yaml", 1, 1), "schema", "unknown key “nme”", "name", "warning")
    assert str(problem) == "catalog.yaml:1:1: warning: unknown key “nme”; nearest: name"


def test_control_characters_are_made_visible_wherever_they_come_from() -> None:
    problem = Problem(Mark("cat\x1b[31m.yaml", 1, 1), "schema", "“a\nb\u202ec”\x07", "d\x00\u200be")
    assert str(problem) == "cat␛[31m.yaml:1:1: error: “a b�c”␇; nearest: d␀�e"


def test_an_error_says_all_its_problems_a_line_each() -> None:
    problems = [Problem(Mark("catalog.yaml", line, 1), "schema", f"problem\n{line}") for line in (1, 2)]
    error = CatalogError(iter(problems))
    assert error.problems == problems
    assert str(error) == "catalog.yaml:1:1: error: problem 1\ncatalog.yaml:2:1: error: problem 2"


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("organisation", "organization"),
        ("orgnization", "organization"),
        ("Person", "person"),
        ("persn", "person"),
        ("deposits", "deposit"),
        ("zebra", None),
        ("", None),
    ],
)
def test_the_nearest_candidate_is_named_and_a_far_one_is_not(word: str, nearest: str | None) -> None:
    assert closest(word, ["person", "organization", "deposit", "place"]) == nearest


def test_without_candidates_nothing_is_near() -> None:
    assert closest("person", []) is None


def test_hints_are_looked_for_until_that_was_a_lot_of_work() -> None:
    hints = Hints(characters=500)
    compared: list[int] = []

    def look() -> str:
        compared.append(200)
        return "near"

    assert [hints.of(200, look) for _ in range(5)] == ["near", "near", "near", None, None]
    assert sum(compared) == 600


def test_the_nearest_candidates_of_many_words_are_looked_for_a_while() -> None:
    hints = Hints()
    candidates = [f"candidate-{i}" for i in range(10_000)]
    found = [hints.closest("candidate-12x", candidates) for _ in range(20_000)]
    assert found[0] is not None and found[0].startswith("candidate-12")
    assert found[-1] is None
