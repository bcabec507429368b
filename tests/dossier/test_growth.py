"""Linking a catalog to its texts, and what is left over in them, take steps in proportion to both."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.growth import Steps, assert_nearly_linear, steps
from tui.catalog.schema import Catalog
from tui.dossier.dossier import Dossier
from tui.linking.link import link
from tui.text.document import Document

UNITS = {
    "units": [{"id": "t", "name": "tonne", "written": ["tons"]}],
    "measures": [{"id": "m", "name": "output", "unit": "t"}],
}
LAKE = {"id": "lake", "name": "Lake", "kind": "place"}

Made = tuple[list[str], dict[str, Any]]
"""The sentences of one article, and the lists of its catalog."""


def events(size: int, quote: str = "In year {} the lake", **more: str) -> Made:
    texts = [f"In year {i} the lake was dry." for i in range(size)]
    words = [
        {"article": "a", "quote": quote.format(i)} | {k: v.format(i) for k, v in more.items()} for i in range(size)
    ]
    return texts, {"events": [{"id": f"e{i}", "what": "dry", "sources": [words[i]]} for i in range(size)]}


def claims(size: int) -> Made:
    """Figures that differ in what is before their quotes alone, each with a claimant, in one long sentence."""
    people = [{"id": f"p{i}", "name": f"Ada{i}", "kind": "person"} for i in range(size)]
    figures = [
        {
            "id": f"f{i}",
            "measure": "m",
            "subject": "lake",
            "claimant": f"p{i}",
            "sources": [
                {
                    "article": "a",
                    "quote": "5 tons",
                    "prefix": f"mine {i} had",
                    "number": "5 tons",
                    "said": f"Ada{i} said",
                }
            ],
        }
        for i in range(size)
    ]
    texts = [f"Ada{i} said that mine {i} had 5 tons," for i in range(size)]
    return texts, UNITS | {"entities": [LAKE, *people], "figures": figures}


def named(size: int, name: str = "Bank of City{}", kind: str = "place") -> Made:
    texts = [f"The {name.format(i)} is old." for i in range(size)]
    return texts, {"entities": [{"id": f"n{i}", "name": name.format(i), "kind": kind} for i in range(size)]}


def mentioned(size: int) -> Made:
    excepted = ["Lake House", "Old Lake"]
    return ["The Lake is old."] * size, {"entities": [LAKE | {"except": excepted}]}


def ignored(size: int) -> Made:
    texts = [f"By User{i} today." for i in range(size)]
    return texts, {"ignored": [{"name": f"User{i}", "why": "user name"} for i in range(size)]}


def leftovers(size: int) -> Made:
    return [f"Page {i} of all." for i in range(size)], {"artefacts": [f"Page {i} of" for i in range(size)]}


KINDS: dict[str, Callable[[int], Made]] = {
    "events": events,
    "events that are not in the text": lambda size: events(size, "In yaer {} the lake"),
    "events with a date": lambda size: events(size, when="year {}"),
    "events that differ at their end": lambda size: (
        [f"The lake was as dry as ever in year {i}." for i in range(size)],
        events(size, "The lake was as dry as ever in year {}")[1],
    ),
    "claims in one sentence": claims,
    "names that begin alike": named,
    "names that begin alike, in any case": lambda size: named(size, "bank of city{}", "material"),
    "one name": mentioned,
    "ignored names": ignored,
    "leftovers": leftovers,
}


def linked(made: Made, count: Steps | None = None) -> Dossier:
    """The dossier of one article; leftovers are the article's."""
    texts, lists = made
    leftovers = lists.pop("artefacts", [])
    article = {"id": "a", "file": "a.txt", "title": "[A]", "artefacts": leftovers}
    catalog = Catalog.model_validate({"lode": "1", "title": "Test", "articles": [article]} | lists)
    documents = {"a": Document("a.txt", " ".join(texts))}
    return link(catalog, Path("catalog.yaml"), documents, count=count or Steps())


@pytest.mark.sample(3)
@pytest.mark.parametrize("kind", KINDS)
def test_steps_of_linking_grow_with_catalog_and_text(kind: str) -> None:
    # Above the number from which on quotes are looked for together.
    assert_nearly_linear(lambda size: steps(lambda counter: linked(KINDS[kind](size), counter)), 210)


def test_what_is_linked_in_one_pass_is_what_is_linked_one_by_one() -> None:
    for kind in KINDS.values():
        many = linked(kind(201))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("tui.text.quote.MANY", 1 << 30)
            patch.setattr("tui.text.phrases.MANY", 1 << 30)
            few = linked(kind(201))
        assert (many.articles, many.figures, many.events) == (few.articles, few.figures, few.events)
        assert (many.mentions, many.ignored, many.problems) == (few.mentions, few.ignored, few.problems)


_T = TypeVar("_T")


class Visited(dict[str, _T]):
    """A dictionary that counts how many of its values are gone through."""

    def __init__(self, values: Iterable[tuple[str, _T]], count: Steps) -> None:
        super().__init__(values)
        self._visited = count

    def values(self) -> Iterator[_T]:  # type: ignore[override]
        for value in super().values():
            self._visited(1)
            yield value


class VisitedTuple(tuple[_T, ...]):
    """A tuple that counts the same."""

    count: Steps

    def __iter__(self) -> Iterator[_T]:
        for value in super().__iter__():
            self.count(1)
            yield value


def test_records_are_not_gone_through_for_each_article() -> None:
    def count(size: int) -> int:
        names = [f"User{i}" for i in range(size)]
        articles = [{"id": f"a{i}", "file": f"a{i}.txt", "title": "[A]"} for i in range(size)]
        sources = [{"article": f"a{i}", "quote": f"In 200{i}", "when": f"200{i}"} for i in range(size)]
        catalog = Catalog.model_validate(
            {
                "lode": "1",
                "title": "Test",
                "articles": articles,
                "events": [{"id": f"e{i}", "what": "dry", "sources": [sources[i]]} for i in range(size)],
                "ignored": [{"name": name, "why": "user name"} for name in names],
            }
        )
        documents = {f"a{i}": Document(f"a{i}.txt", f"In 200{i} it was dry, says {names[i]}.") for i in range(size)}
        dossier = link(catalog, Path("catalog.yaml"), documents)
        counter = Steps()
        watched = VisitedTuple(dossier.ignored)
        watched.count = counter
        dossier = replace(dossier, events=Visited(dossier.events.items(), counter), ignored=watched)
        assert all(dossier.coverage(article).captured == 1 for article in dossier.articles)
        return counter.taken

    assert_nearly_linear(count, 20)
