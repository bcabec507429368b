"""Words that exclude each other, between a draft and what its sources say."""

import pytest

from tui.verify.opposites import is_meant, opposite, senses


@pytest.mark.parametrize(
    ("draft", "source", "word"),
    [
        ("China exported 5 tons", "production", "exported"),
        ("it mined 5 tons", "production", None),
        ("the plants produced and exported 5 tons", "exports", None),
        ("5 people were injured", "deaths", "injured"),
        ("homes that would be built", "homes to be demolished", "built"),
        ("it would destroy 5 jobs", "it would create 5 jobs", "destroy"),
        ("schools reopened", "schools closed", "reopened"),
        ("MPs voted against the plan", "MPs vote in favour of the plan", "against"),
        ("the court upheld the challenges", "The court dismisses the challenges", "upheld"),
        ("petrol at €1.71", "price of diesel", "petrol"),
        ("net income of $5 million", "revenue", "net income"),
        ("5 million short-haul seats", "long-haul seats", "short-haul"),
        ("uninsured losses", "insured losses", "uninsured"),
        ("5 schools were flooded", "schools closed", "flooded"),
        ("it would save 5 homes", "homes to be demolished", "save"),
        # Nothing that excludes anything on either side.
        ("a window of 5 days", "losses of 5 days", None),
        ("China has 5 tons", "production", None),
    ],
)
def test_a_word_may_exclude_what_the_source_says(draft: str, source: str, word: str | None) -> None:
    assert opposite(senses(draft), senses(source)) == word


def test_a_word_of_the_same_group_is_meant() -> None:
    assert is_meant("bought", senses("purchased a share"))
    assert not is_meant("bought", senses("sold a share"))
    assert not is_meant("bought", senses("has a share"))
