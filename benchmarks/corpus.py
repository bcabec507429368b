"""Generates dossiers of any size from real prose: the sentences of Python's own documentation.

Nothing is downloaded. An article has sixty passages; every second passage mentions an entity of the catalog, and every
third a number, so that linking and searching have the same work as in a real dossier.
"""

import ast
import pydoc_data.topics
import random
import re
import sysconfig
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

PASSAGES = 60
"""Passages per article."""

ENTITIES = 100
"""Passages per entity: 100,000 passages have 1,000 entities."""

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


def passages(count: int) -> Iterator[str]:
    """The passages of a dossier."""
    chance = random.Random(2)
    known = names(max(count // ENTITIES, 1))
    for number, sentence in enumerate(islice(cycle(prose()), count)):
        if number % 2:
            sentence = f"{chance.choice(chance.choice(known))} said: {sentence}"
        if number % 3 == 0:
            sentence = (
                f"{sentence[:-1]}, and {chance.randint(1, 9999):,} tons were counted in {chance.randint(1950, 2025)}."
            )
        yield sentence


def dossier(folder: Path, count: int) -> Path:
    """Writes a dossier with a number of passages into a folder, and returns the path of its catalog."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["lode: 1", "title: Prose", "units:", "  - {id: t, name: tonne, written: [tons]}", "articles:"]
    sentences = passages(count)
    number = 0
    while article := list(islice(sentences, PASSAGES)):
        # Five sentences per paragraph, as in a printed article.
        paragraphs = [" ".join(article[i : i + 5]) for i in range(0, len(article), 5)]
        (folder / f"{number:06}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        lines += [f"  - id: a-{number}", f"    file: {number:06}.txt", f'    title: "[Report {number}]"']
        number += 1
    lines.append("entities:")
    for number, (name, *aliases) in enumerate(names(max(count // ENTITIES, 1))):
        lines += [f"  - id: e-{number}", f"    name: {name}", "    kind: place", f"    aliases: [{', '.join(aliases)}]"]
    catalog = folder / "catalog.yaml"
    catalog.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return catalog
