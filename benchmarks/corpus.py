"""Dossiers of any size, made of real prose: the documentation that comes with Python, sentence by sentence.

Nothing is downloaded. The prose is cut into articles of sixty passages; every second passage names one of the
catalog's entities, every third a number, so that linking and searching have what they have in a dossier of articles.
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
"""Passages of an article."""

ENTITIES = 100
"""Passages an entity: of 100,000 passages, 1,000 entities."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def prose() -> list[str]:
    """Every sentence of Python's own documentation, once."""
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
    """Entities with three names each: of two syllables and more, none a word of the prose."""
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
    """Sentences, each of its own."""
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
    """Writes a dossier of so many passages into a folder, and returns its catalog."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["lode: 1", "title: Prose", "units:", "  - {id: t, name: tonne, written: [tons]}", "articles:"]
    sentences = passages(count)
    number = 0
    while article := list(islice(sentences, PASSAGES)):
        # Five sentences a paragraph, as articles are printed.
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
