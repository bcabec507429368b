"""`lode suggest`: prints drafts of records that the catalog lacks, or writes the best into it."""

from typing import Any

from tui.catalog.problem import nearest_of
from tui.cli.arguments import Options
from tui.cli.context import CommandError, Context, Status
from tui.curate.drafts import Suggestion, ids_of
from tui.dossier.dossier import Dossier
from tui.extract.suggest import as_yaml, entities_first, entries_of, ranked
from tui.view.wording import counted

WRITTEN = 20
"""Drafts that are written without --limit."""

_FIGURE = ("value", "unit", "modifier", "measure", "subject", "material", "claimant", "said", "period")
_EVENT = ("date", "resolved", "what", "entities")


def run(options: Options, context: Context) -> Status:
    """Prints YAML to paste into the catalog, the best drafts first, or JSON; or writes drafts into the catalog."""
    if options.write and options.article is None:
        raise CommandError("--write needs the id of an ARTICLE: its drafts are written into the catalog")
    if options.write:
        context.refuse_builtin()
    dossier = context.open()
    if options.article is not None and options.article not in dossier.articles:
        near = nearest_of(options.article, dossier.articles)
        raise CommandError(f"no article has the id “{options.article}”{near}")
    found = ranked(dossier, [options.article] if options.article else dossier.article_order)
    if not found:
        context.report("nothing to suggest; lode check --coverage lists what the catalog leaves out")
        return Status.NOTHING
    if options.write:
        return _write(found[: WRITTEN if options.limit is None else options.limit], options.article, dossier, context)
    drafts = found[: options.limit]
    if options.json:
        for draft, id in zip(drafts, _ids(drafts, dossier), strict=True):
            context.print_json(_draft(draft, id, dossier))
        return Status.DONE
    for line in as_yaml(entries_of(dossier, drafts)):
        context.print_text(line)
    left = f" of {len(found):,}" * (len(found) > len(drafts))
    drafted = counted(len(drafts), "draft") + left
    context.report(f"{drafted}; paste what is worth keeping, decide, and take `draft: true` out")
    return Status.DONE


def _write(drafts: list[Suggestion], article: str, dossier: Dossier, context: Context) -> Status:
    """Writes drafts into the file of the catalog that declares their article, all of them or none."""
    from tui.curate.edits import write
    from tui.curate.insert import InsertError, refuse_shipped

    entries = entries_of(dossier, drafts)
    additions = [(listing, entry) for listing, listed in entries.items() for entry in listed]
    file = dossier.file_of(article)
    try:
        refuse_shipped(dossier.catalog)
        write(dossier.catalog, {file: additions}, lambda catalog, added: None)
    except InsertError as error:
        raise CommandError(str(error)) from None
    context.report(f"{counted(len(additions), 'draft')} written into {file}; read and decide each")
    return Status.DONE


def _ids(drafts: list[Suggestion], dossier: Dossier) -> list[str]:
    """The ids that drafts get in the catalog."""
    from tui.curate.drafts import apart, new_id

    taken = ids_of(dossier)
    ids = {
        (draft.kind, draft.article, draft.span): new_id(
            draft.words_of_id, taken, "" if draft.kind == "entity" else apart(dossier, draft.article)
        )
        for draft in entities_first(drafts)
    }
    return [ids[draft.kind, draft.article, draft.span] for draft in drafts]


def _draft(draft: Suggestion, id: str, dossier: Dossier) -> dict[str, Any]:
    value = {
        "kind": draft.kind,
        "id": id,
        "article": draft.article,
        "file": dossier.documents[draft.article].file,
        "start": draft.span.start,
        "end": draft.span.end,
        "exact": dossier.documents[draft.article][draft.span],
        "score": draft.score,
    }
    if draft.kind == "entity":
        more = {"name": draft.text("name"), "type": draft.text("type"), "aliases": list(draft.aliases)}
        return value | more | {"count": len(draft.places)}
    keys = _FIGURE if draft.kind == "figure" else _EVENT
    fields: dict[str, Any] = {key: draft.record(key) or draft.text(key) for key in keys}
    if draft.kind == "event":
        fields["entities"] = [fields["entities"]] if fields["entities"] else []
    if draft.kind == "figure":
        fields["value"] = _number(fields["value"])
        # The measures of its dimension, if no word of the text selects one of them.
        fields["offers"] = list(draft.among("measure"))
    places = [{"article": article, "start": span.start, "end": span.end} for article, span in draft.places]
    return value | fields | {"places": places}


def _number(value: str | None) -> float | int | list[float] | None:
    """A value as JSON has it: a number, or both ends of a range."""
    if value is None:
        return None
    ends = [float(each) for each in value.split("..")]
    if len(ends) == 2:
        return ends
    return int(ends[0]) if ends[0].is_integer() else ends[0]
