"""A person corrects how far the words of a draft reach; lode's check decides whether they can be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.review.test_review import CATALOG, at, choose, opened, reread

TEXT = "Skarn Dam has 250 MW a day, and (in all) about €5 million, or 3-4 gates. The New Energy Agency said so.\n"


@pytest.mark.parametrize(
    ("exact", "steps", "words"),
    [
        ("250 MW a day", "<", "250 MW a"),
        ("250 MW a day", "<<", "250 MW"),
        ("250 MW a day", "<<<", "250"),
        ("250 MW a day", "<<<<", None),
        ("250 MW a day", "<<>>", "250 MW a day"),
        ("250 MW a day", ">", "250 MW a day, and"),
        ("250 MW a day", "(", "has 250 MW a day"),
        ("250 MW a day", "()", "250 MW a day"),
        ("250 MW a day", "((((", None),
        ("€5 million", ")", "5 million"),
        ("€5 million", "(", "about €5 million"),
        ("€5 million", "((", "all) about €5 million"),
        ("€5 million", ")<", "5"),
        ("€5 million", ")<)", None),
    ],
)
def test_words_are_added_and_taken_off(folder: Callable[..., Path], exact: str, steps: str, words: str | None) -> None:
    review = opened(folder, a=TEXT, catalog=CATALOG)
    at(review, exact)
    sides = {"<": ("after", -1), ">": ("after", 1), "(": ("before", 1), ")": ("before", -1)}
    done = [review.extend(*sides[step]) for step in steps]  # type: ignore[arg-type]
    assert all(done) == (words is not None)
    if words is not None:
        assert review.current is not None
        draft = review.current.form.draft
        assert (draft.exact, TEXT[slice(*draft.span)]) == (words, words)
        # Read again, it stays as it was left.
        reread(review)
        assert review.current.form.draft.exact == words


def test_a_name_with_a_word_too_many_is_the_shorter_one(folder: Callable[..., Path]) -> None:
    review = opened(folder, a="The New Harbour Board met. It is old.\n")
    item = at(review, "New Harbour Board")
    assert review.extend("before", -1)
    choose(review, "kind", "org")
    assert "harbour-board is in the catalog." in review.accept()
    assert item.form.text("name") == "Harbour Board"


def test_words_that_cannot_be_read_are_refused(folder: Callable[..., Path]) -> None:
    review = opened(folder, a="Skarn Dam has 2.5 million MW.\n")
    at(review, "2.5 million MW")
    choose(review, "measure")
    choose(review, "subject")
    assert review.current is not None
    assert review.try_out(review.current.form).errors == []
    # A number without its scale word is another number.
    review.extend("after", -1)
    review.extend("after", -1)
    assert review.current.form.draft.exact == "2.5"
    assert any("2.5" in error for error in review.try_out(review.current.form).errors)
