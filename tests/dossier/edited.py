"""A small dossier that is edited at random, as a curator and other programs edit one."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

SEEDS = [(0, 8), *(pytest.param(seed, 25, marks=pytest.mark.slow) for seed in range(1, 31))]
"""Seeds for a test, each with how many edits it makes."""

NAMES = ["Orla", "Orla Mining", "Northland", "Lake Silt", "silt", "Ada Moss", "Survey", "the Survey", "Bor", "Ørla"]
WORDS = "the mine of lake held about up to and more than nearly fell rose was in since again old www.orla.org".split()
LANGUAGES = ["en", "de", "fr"]


class EditedDossier:
    """A catalog and its texts. Every edit is random; many leave records that do not hold."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.made = 0
        self.texts: dict[str, str] = {}
        self.catalog: dict[str, Any] = {
            "lode": 1,
            "title": "Edited",
            "units": [{"id": "t", "name": "tonne", "written": ["tons"]}],
            "measures": [{"id": "held", "name": "held", "unit": "t"}, {"id": "dug", "name": "dug", "unit": "t"}],
            "relations": [{"is": "owns", "inverse": "owned by"}],
        } | {kinds: [] for kinds in ("articles", "entities", "figures", "claims", "events", "ignored", "checks")}
        for _ in range(4):
            self.add_entity()
        for _ in range(3):
            self.add_article()
        for add in (self.add_figure, self.add_claim, self.add_event, self.add_figure):
            add()

    def write(self, folder: Path) -> Path:
        """Writes the files, and returns the path of the catalog."""
        for file in folder.glob("*.txt"):
            if file.stem not in self.texts:
                file.unlink()
        for id, text in self.texts.items():
            (folder / f"{id}.txt").write_text(text, encoding="utf-8")
        lines = []
        for key, value in self.catalog.items():
            if isinstance(value, list):
                lines += [f"{key}:", *(f"  - {json.dumps(each, ensure_ascii=False)}" for each in value)]
            else:
                lines.append(f"{key}: {json.dumps(value)}")
        catalog = folder / "catalog.yaml"
        catalog.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return catalog

    def edit(self) -> str:
        """Does something at random, and returns its name."""
        edits = [name for name in dir(self) if name.startswith(("add_", "change_", "remove_"))]
        name = self.chance.choice(edits)
        getattr(self, name)()
        return name

    # Texts

    def sentence(self) -> str:
        """A sentence with names and a number."""
        pick, chance = self.chance.choice, self.chance
        words = [pick([pick(WORDS), pick(WORDS), pick(NAMES)]) for _ in range(chance.randint(3, 9))]
        number = f"{chance.randint(1, 99)} tons in {chance.randint(1990, 2020)}"
        return f"{pick(NAMES)} said {' '.join(words)} {number}."

    def add_article(self) -> None:
        """Adds an article somewhere in the catalog."""
        self.made += 1
        id = f"a{self.made}"
        self.texts[id] = "\n".join(self.sentence() for _ in range(self.chance.randint(1, 5))) + "\n"
        entry: dict[str, Any] = {"id": id, "file": f"{id}.txt", "title": "[T]"}
        if self.chance.random() < 0.5:
            entry["resolved"] = f"{self.chance.randint(1990, 2020)}"
        self.catalog["articles"].insert(self.chance.randint(0, len(self.catalog["articles"])), entry)

    def remove_article(self) -> None:
        """Removes an article from the catalog, or only its file."""
        if len(self.catalog["articles"]) > 1:
            entry = self.chance.choice(self.catalog["articles"])
            self.texts.pop(entry["id"], None)
            if self.chance.random() < 0.7:
                self.catalog["articles"].remove(entry)

    def change_text(self) -> None:
        """Adds a sentence to a text, removes one, or puts a name into it."""
        if self.texts:
            id = self.chance.choice(sorted(self.texts))
            sentences = self.texts[id].splitlines() or [""]
            at = self.chance.randrange(len(sentences))
            how = self.chance.randrange(3)
            if how == 0:
                sentences.insert(at, self.sentence())
            elif how == 1:
                del sentences[at]
            else:
                sentences[at] += f" {self.chance.choice(NAMES)} too."
            self.texts[id] = "\n".join(sentences) + "\n"

    def change_file(self) -> None:
        """Moves a text to another file."""
        entry = self.chance.choice(self.catalog["articles"])
        if entry["id"] in self.texts:
            self.made += 1
            text = self.texts.pop(entry["id"])
            for kinds in ("figures", "claims", "events"):
                for record in self.catalog[kinds]:
                    for source in record["sources"]:
                        if source["article"] == entry["id"]:
                            source["article"] = f"a{self.made}"
            entry |= {"id": f"a{self.made}", "file": f"a{self.made}.txt"}
            self.texts[entry["id"]] = text

    def change_article(self) -> None:
        """Gives an article another date, language, title, or a leftover."""
        entry = self.chance.choice(self.catalog["articles"])
        key, value = self.chance.choice(
            [
                ("resolved", f"{self.chance.randint(1990, 2020)}"),
                ("language", self.chance.choice(LANGUAGES)),
                ("title", f"[{self.sentence()}]"),
                ("artefacts", [self.chance.choice(WORDS)]),
                ("publisher", self.an_entity()),
            ]
        )
        entry[key] = value

    def change_order(self) -> None:
        """Moves an article or an entity to another place in the catalog."""
        entries = self.catalog[self.chance.choice(["articles", "entities"])]
        entries.insert(self.chance.randint(0, len(entries)), entries.pop(self.chance.randrange(len(entries))))

    # Records

    def an_entity(self) -> str:
        """The id of an entity, rarely of none."""
        ids = [entry["id"] for entry in self.catalog["entities"]]
        return self.chance.choice(ids) if ids and self.chance.random() < 0.95 else "nobody"

    def speaker(self, said: str) -> str:
        """The id of the entity that some words name, mostly."""
        name = said.removesuffix(" said")
        ids = [entry["id"] for entry in self.catalog["entities"] if name in (entry["name"], *entry["aliases"])]
        return ids[0] if ids and self.chance.random() < 0.9 else self.an_entity()

    def source(self) -> dict[str, Any]:
        """A quote of a sentence with its number, date and speaker."""
        id = self.chance.choice(sorted(self.texts) or ["a0"])
        line = self.chance.choice(self.texts.get(id, "Nobody said nothing 5 tons in 2000.").splitlines() or ["-"])
        words = line.split()
        entry = {"article": id, "quote": line}
        if " tons in " in line:
            number = line.partition(" tons in ")[0].split()[-1]
            entry |= {"when": line.partition(" tons in ")[2][:4], "number": f"{number} tons"}
        return entry | {"said": " ".join(words[: words.index("said") + 1]) if "said" in words else line}

    def add_entity(self) -> None:
        """Adds an entity."""
        self.made += 1
        name, *aliases = self.chance.sample(NAMES, self.chance.randint(1, 2))
        kind = self.chance.choice(["company", "material", "place", "person"])
        self.catalog["entities"].append({"id": f"e{self.made}", "name": name, "kind": kind, "aliases": aliases})

    def change_entity(self) -> None:
        """Changes what an entity is called, what is not it, where it is mentioned, or what it owns."""
        if not self.catalog["entities"]:
            return
        entity = self.chance.choice(self.catalog["entities"])
        line = self.source()
        key, value = self.chance.choice(
            [
                ("aliases", self.chance.sample(NAMES, self.chance.randint(0, 2))),
                ("name", self.chance.choice(NAMES)),
                ("kind", self.chance.choice(["company", "material"])),
                ("except", [self.chance.choice(NAMES)]),
                ("note", self.sentence()),
                ("mentions", [{"article": line["article"], "quote": self.chance.choice(WORDS)}]),
                ("stands_for", self.an_entity()),
                ("relations", [{"is": "owns", "of": self.an_entity(), "sources": [_only(line, "when")]}]),
            ]
        )
        entity[key] = value

    def add_figure(self) -> None:
        """Adds a figure."""
        self.made += 1
        source = self.source()
        figure = {
            "id": f"f{self.made}",
            "measure": self.chance.choice(["held", "dug"]),
            "subject": self.an_entity(),
            "claimant": self.speaker(source["said"]),
            "sources": [source | {"number": source.get("number", "5 tons")}],
        }
        self.catalog["figures"].append(figure)

    def add_claim(self) -> None:
        """Adds a claim, about what another record says."""
        self.made += 1
        others = [entry["id"] for entry in (*self.catalog["figures"], *self.catalog["claims"])]
        source = _only(self.source(), "when", "said")
        self.catalog["claims"].append(
            {
                "id": f"c{self.made}",
                "what": self.sentence(),
                "about": [self.an_entity()],
                "claimant": self.speaker(source["said"]),
                "supports": self.chance.sample(others, min(len(others), 1)),
                "because": "Both say so.",
                "sources": [source],
            }
        )

    def add_event(self) -> None:
        """Adds an event."""
        self.made += 1
        source = _only(self.source(), "when")
        event = {"id": f"v{self.made}", "what": self.sentence(), "entities": [self.an_entity()], "sources": [source]}
        self.catalog["events"].append(event | ({"date": source["when"]} if "when" in source else {}))

    def add_ignored(self) -> None:
        """Ignores a word everywhere."""
        self.catalog["ignored"].append({"name": self.chance.choice([*WORDS, *NAMES]), "why": "common word"})

    def add_check(self) -> None:
        """Adds a check of a figure."""
        self.made += 1
        ids = [entry["id"] for entry in self.catalog["figures"]]
        if ids:
            id = self.chance.choice(ids)
            self.catalog["checks"].append({"id": f"k{self.made}", "says": "few", "holds": f"{id} < 50"})

    def change_record(self) -> None:
        """Gives a record other words, or another claimant."""
        kinds = self.chance.choice(["figures", "claims", "events"])
        if self.catalog[kinds]:
            record = self.chance.choice(self.catalog[kinds])
            if kinds == "events":
                record["what"] = self.sentence()
            else:
                record["claimant"] = self.an_entity()

    def remove_record(self) -> None:
        """Removes a record."""
        kinds = self.chance.choice(["entities", "figures", "claims", "events", "ignored", "checks"])
        if len(self.catalog[kinds]) > 1:
            self.catalog[kinds].remove(self.chance.choice(self.catalog[kinds]))

    def change_settings(self) -> None:
        """Changes what all records depend on."""
        how = self.chance.randrange(4)
        if how == 0:
            self.catalog["language"] = self.chance.choice(["en", "de"])
        elif how == 1:
            self.catalog["units"][0]["written"] = self.chance.choice([["tons"], ["tons", "t"]])
        elif how == 2:
            self.catalog["measures"][0]["name"] = self.chance.choice(["held", "reserves"])
        else:
            self.catalog["relations"][0]["inverse"] = self.chance.choice(["owned by", "belongs to"])


def _only(source: dict[str, Any], *keys: str) -> dict[str, Any]:
    """The article and quote of a source, with some of its other keys."""
    return {key: value for key, value in source.items() if key in ("article", "quote", *keys)}
