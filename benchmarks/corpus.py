"""Generates dossiers of any size from real prose: the sentences of Python's own documentation.

Nothing is downloaded. An article has sixty passages; every second passage mentions an entity of the catalog, and every
third a number, and every fifth article has a figure, so that linking and searching have the same work as in a real
dossier.
"""

import ast
import pydoc_data.topics
import random
import re
import sysconfig
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

PASSAGES = 60
"""Passages per article."""

ENTITIES = 100
"""Passages per entity: 100,000 passages have 1,000 entities."""

FIGURES = 5
"""Articles per figure of the catalog."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def prose() -> list[str]:
    """The sentences of Python's documentation, without repetitions."""
    texts = list(pydoc_data.topics.topics.values())
    for file in sorted(Path(sysconfig.get_path("stdlib")).glob("*.py")):
        tree = ast.parse(file.read_bytes())
        nodes = (n for n in ast.walk(tree) if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef))
        texts += filter(None, map(ast.get_docstring, nodes))
    found: dict[str, None] = {}
    for text in texts:
        for paragraph in re.split(r"\n\s*\n", text):
            for sentence in _SENTENCE.split(" ".join(paragraph.split())):
                letters = sum(character.isalpha() or character == " " for character in sentence)
                if 30 < len(sentence) < 400 and letters > 0.85 * len(sentence) and sentence[-1] in ".!?":
                    found[sentence] = None
    return list(found)


def names(count: int) -> list[tuple[str, str, str]]:
    """Entities with three invented names each, which do not occur in the prose."""
    chance = random.Random(1)
    starts = "Bar Dov Gal Kem Lor Mur Nor Pel Rus Sev Tol Vor Zel Kras Pokr Uglev".split()
    middles = "an en ir ol ut av ek im".split()
    ends = "sk ov ino grad burg ets anka evo itsa usk".split()
    found: dict[str, None] = {}
    while len(found) < 3 * count:
        found[
            chance.choice(starts) + "".join(chance.choices(middles, k=chance.randint(1, 3))) + chance.choice(ends)
        ] = None
    forms = list(found)
    return [(forms[i], f"{forms[i + 1]} {chance.choice(ends).title()}", forms[i + 2]) for i in range(0, 3 * count, 3)]


class Passage(NamedTuple):
    """A passage, with the entity that says it and the number that it prints, if any."""

    text: str
    speaker: int | None
    name: str
    number: str
    year: int


def passages(count: int) -> Iterator[Passage]:
    """The passages of a dossier."""
    chance = random.Random(2)
    known = names(max(count // ENTITIES, 1))
    for position, text in enumerate(islice(cycle(prose()), count)):
        speaker, name, number, year = None, "", "", 0
        if position % 2:
            speaker = chance.randrange(len(known))
            name = chance.choice(known[speaker])
            text = f"{name} said: {text}"
        if position % 3 == 0:
            number, year = f"{chance.randint(1, 999)} tons", chance.randint(1950, 2025)
            text = f"{text[:-1]}, and {number} were counted in {year}."
        yield Passage(text, speaker, name, number, year)


def dossier(folder: Path, count: int) -> Path:
    """Writes a dossier with a number of passages into a folder, and returns the path of its catalog."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["lode: 1", "title: Prose", "units:", "  - {id: t, name: tonne, written: [tons]}"]
    lines += ["measures:", "  - {id: counted, name: tons counted, unit: t}", "articles:"]
    figures = []
    sentences = passages(count)
    number = 0
    while article := list(islice(sentences, PASSAGES)):
        texts = [passage.text for passage in article]
        # Five sentences per paragraph, as in a printed article.
        paragraphs = [" ".join(texts[i : i + 5]) for i in range(0, len(texts), 5)]
        (folder / f"{number:06}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        lines += [f"  - id: a-{number}", f"    file: {number:06}.txt", f'    title: "[Report {number}]"']
        counted = [passage for passage in article if passage.number and passage.speaker is not None]
        if counted and number % FIGURES == 0:
            figures += _figure(number, counted[0])
        number += 1
    lines.append("entities:")
    for number, (name, *aliases) in enumerate(names(max(count // ENTITIES, 1))):
        lines += [f"  - id: e-{number}", f"    name: {name}", "    kind: place", f"    aliases: [{', '.join(aliases)}]"]
    catalog = folder / "catalog.yaml"
    catalog.write_text("\n".join([*lines, *(["figures:", *figures] if figures else [])]) + "\n", encoding="utf-8")
    return catalog


def _figure(article: int, passage: Passage) -> list[str]:
    """The figure that a passage prints, as lines of the catalog."""
    return [
        f"  - id: f-{article}",
        "    measure: counted",
        f"    subject: e-{passage.speaker}",
        f"    claimant: e-{passage.speaker}",
        f"    period: {passage.year}",
        "    sources:",
        f"      - article: a-{article}",
        f'        quote: "and {passage.number} were counted in {passage.year}"',
        f'        number: "{passage.number}"',
        f'        said: "{passage.name} said"',
        f'        when: "{passage.year}"',
    ]
