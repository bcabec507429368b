"""`html`: the dossier as one self-contained page, for readers without a terminal.

`texts` makes the articles with their highlights, `records` the records as the other outputs present them, `plots` the
comparisons. The template puts them together with one style sheet and one script, which the page's content security
policy names by their hashes: nothing else on the page can run, and nothing is loaded.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tui.dossier.dossier import Dossier
from tui.dossier.records import Claim, Entity, Event, Figure, Measure, Record
from tui.export.html.claims import compared_claims
from tui.export.html.plots import compared
from tui.export.html.records import Records
from tui.export.html.selection import Selection
from tui.export.html.texts import text_of
from tui.text.safe import visible
from tui.view.timeline import timeline

# Texts have no “<”: it is escaped.
_SPACE_BEFORE_BLOCK = re.compile(r"(?<!\s)\s+(?=</?(?:ul|li|p|h\d|section|article|div)\b)")


def export(records: Iterable[Record], dossier: Dossier) -> str:
    """The page of some records of a dossier, and of what they refer to."""
    selection = Selection(records, dossier)
    environment = Environment(
        loader=PackageLoader("tui.export", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _resource("page.css"), _resource("page.js")
    presented, groups, claim_groups = Records(selection), compared(selection), compared_claims(selection)
    page = environment.get_template("page.html").render(
        title=visible(dossier.title),
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
        style=Markup(style),
        script=Markup(script),
        articles=[(presented.record(article), text_of(article, selection)) for article in selection.articles],
        **{
            plural: [*map(presented.record, selection.of(kind))]
            for plural, kind in (
                ("entities", Entity),
                ("figures", Figure),
                ("claims", Claim),
                ("events", Event),
                ("measures", Measure),
            )
        },
        lists=presented.lists(),
        groups=groups,
        claim_groups=claim_groups,
        compared={id: group.address for group in groups for id in group.figures},
        set_against={id: group.address for group in claim_groups for id, _ in group.sides},
        dated=[row for row in timeline(dossier) if row.record.id in selection],
        problems=[str(problem) for problem in dossier.problems] if selection.is_whole else [],
        notes={
            record.id: f"{letter}{number}"
            for letter, kind in (("f", Figure), ("c", Claim), ("e", Event))
            for number, record in enumerate(selection.of(kind), 1)
        },
    )
    return _SPACE_BEFORE_BLOCK.sub("\n", page)


def _resource(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
