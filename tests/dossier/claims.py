"""A dossier of claims about a mine, written as they are said; and any interval at all."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from tui.quantity.interval import Interval

UNITS = """\
units:
  - {id: t, name: tonne, written: [tons]}
  - {id: kt, name: kilotonne, written: [kilotons], base: t, factor: 1000}
  - {id: Mt, name: megatonne, written: [megatons], base: t, factor: 1000000}
  - {id: "%", name: percent, written: [percent]}
  - {id: count, name: count, exact: true}
measures:
  - {id: reserves, name: reserves, unit: t}
  - {id: large-reserves, name: large reserves, unit: Mt}
  - {id: output, name: output, unit: t, per: yr}
  - {id: share, name: share, unit: "%"}
  - {id: shafts, name: shafts, unit: count}
entities:
  - {id: mine, name: The mine, kind: facility, aliases: [the mine]}
  - {id: pit, name: The pit, kind: facility, aliases: [the pit]}
  - {id: ore, name: ore, kind: material}
  - {id: clay, name: clay, kind: material}
  - {id: survey, name: Survey, kind: government}
  - {id: ministry, name: Ministry, kind: government}
  - {id: owner, name: Owner, kind: company}
  - {id: rumours, name: Rumours, kind: unnamed}
  - {id: gossip, name: Gossip, kind: unnamed}
"""

Claim = dict[str, object]


def claim(words: str, **keys: object) -> Claim:
    """One claim: the value with its hedge, as it is in the text, and the keys of its figure.

    `article` is where it is printed, or a list of articles; `a` unless given.
    """
    return {"words": words, **keys}


def claims_in(folder: Callable[..., Path], *claims: Claim, more: str = "") -> Path:
    """Writes a catalog of claims, f0, f1 and so on, and the articles that print them."""
    figures, texts = [], {"a": "Survey, Ministry and Owner were asked; Rumours and Gossip spread.\n"}
    for number, given_keys in enumerate(claims):
        keys = {"measure": "reserves", "subject": "mine", **given_keys}
        words, articles = str(keys.pop("words")), keys.pop("article", "a")
        sources = []
        for article in [articles] if isinstance(articles, str) else list(articles):  # type: ignore[call-overload]
            said = f"{str(keys['claimant']).title()} says" if "claimant" in keys else "They say"
            when = f", in {keys['period']}" if "period" in keys else ""
            line = f"Number {'abcdefghij'[number]}: {said} that the mine, the pit, ore and clay come to {words}{when}"
            texts[article] = texts.get(article, "") + line + ".\n"
            source = {"article": article, "quote": line, "number": words[re.search(r"-?\d", words).start() :]}  # type: ignore[union-attr]
            if "claimant" in keys:
                source["said"] = said
            if when:
                source["when"] = when.removeprefix(", ")
            sources.append(source)
        figures.append({"id": f"f{number}", **keys, "sources": sources})
    records = "".join(f'  - {{id: {id}, file: {id}.txt, title: "[{id}]"}}\n' for id in texts)
    catalog = f"{UNITS}{more}articles:\n{records}figures: {json.dumps(figures, ensure_ascii=False)}\n"
    return folder(catalog, **texts)


ends = st.decimals(-1000, 1000, places=2)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval that holds a value."""
    low, high = sorted([draw(ends), draw(ends)])
    if low == high:
        return Interval(low, high, True, True)
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    return Interval(
        None if low_open else low,
        None if high_open else high,
        draw(st.booleans()) and not low_open,
        draw(st.booleans()) and not high_open,
    )
