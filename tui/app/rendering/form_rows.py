"""The rows of a form: each field with its letter and value, and what lode's check says of the record."""

from collections.abc import Iterator, Mapping

from tui.app.rendering.rows import Row, wrapped_rows
from tui.curate.yaml import Value
from tui.dossier.records import Figure
from tui.review.choice import Choice
from tui.review.form import THE_ARTICLE, Field, RecordForm
from tui.review.measure_choices import in_unit
from tui.review.trial import Trial
from tui.text.safe import readable, visible
from tui.view.styled_text import Line, StyledText
from tui.view.value import value_text, width_text

LABEL = 10
"""Cells of a label."""


REPEAT = "repeat"
"""What the key is listed under that fills a form in as the figure before."""


def form_rows(
    form: RecordForm,
    before: RecordForm | None,
    letters: Mapping[str, str],
    names: Mapping[str, str],
    trial: Trial | None,
    doubt: str,
    width: int,
) -> list[Row]:
    """The rows of a form, at a width in cells.

    `before` is the form as the figure before would fill it in. `letters` are the keys of the fields and of that,
    `names` the names of records, and `doubt` is what a person should look at besides what `trial` found. A row leads
    to its field.
    """
    rows = [*wrapped_rows([StyledText(f"“{readable(form.draft.exact)}”", "heading")], width)]
    rows += wrapped_rows([StyledText(_reading(trial), "dim")], width) if _reading(trial) else []
    rows.append(Row(None, [], []))
    for field in form.fields:
        letter = StyledText(f"{letters.get(field.key, ' ')} ", "accent")
        label = StyledText(f"{field.label:<{LABEL}}", "label")
        value = _value(form, field, names)
        if field.key not in form.values and before and field.key in before.values:
            offered = [part._replace(style="dim") for part in _value(before, field, names)]
            value = [*value[:1], StyledText(f"{letters[REPEAT]} ", "accent"), *offered]
        wrapped = wrapped_rows([letter, label, *value], width, field.key)
        rows += wrapped
    rows.append(Row(None, [], []))
    return [*rows, *_verdict(form, trial, doubt, width)]


def _reading(trial: Trial | None) -> str:
    """How lode reads the number of a figure."""
    figures = [record for record in trial.records if isinstance(record, Figure)] if trial else []
    if not trial or not trial.dossier or not figures:
        return ""
    return f"{value_text(figures[0], trial.dossier)}  ({width_text(figures[0], trial.dossier)})"


def _value(form: RecordForm, field: Field, names: Mapping[str, str]) -> Line:
    key = field.key
    if key not in form.values:
        proposed = form.draft.text(key)
        perhaps = f"perhaps {visible(proposed)}" if proposed else ""
        if key in form.missing:
            return [StyledText("needed  ", "warning"), StyledText(perhaps, "dim")]
        return [StyledText("— ", "dim"), StyledText(perhaps, "dim")]
    value = form.text(key)
    if key == "claimant" and value == THE_ARTICLE:
        return [StyledText("the article itself")]
    if key in ("said", "name"):
        return [StyledText(f"“{readable(value)}”" if key == "said" else readable(value))]
    if key in ("period", "date"):
        when = f"  “{readable(form.text('when'))}”" if form.text("when") else ""
        inferred = f"[{form.text('resolved')}]" if form.text("resolved") else ""
        return [StyledText(" ".join(filter(None, (value, inferred))) or "none"), StyledText(when, "dim")]
    kinds = {str(entry["id"]): _what(entry) for _, entry in form.created}
    listed = [f"{names.get(id, id)}{f' (new, {kinds[id]})' if id in kinds else ''}" for id in form.listed(key)]
    return [StyledText(visible(", ".join(listed)))]


def _what(entry: Mapping[str, Value]) -> str:
    """What a new record is: the kind of an entity, or in which unit a measure is, and whether it is of a change."""
    if "kind" in entry:
        return str(entry["kind"])
    per = entry.get("per")
    return in_unit(str(entry.get("unit")), str(per) if per else None, bool(entry.get("changes")))


def _verdict(form: RecordForm, trial: Trial | None, doubt: str, width: int) -> Iterator[Row]:
    """What is wrong with the record: what lode's check would say, and what a person should look at."""
    errors, warnings = (trial.errors, trial.warnings) if trial else ([], [])
    for message in errors[:2]:
        yield from wrapped_rows([StyledText("error ", "error"), StyledText(visible(message))], width)
    for message in [*([doubt] if doubt else []), *warnings[:2]]:
        yield from wrapped_rows([StyledText("warning ", "warning"), StyledText(visible(message))], width)
    if trial and not doubt and not trial.problems and not form.missing:
        yield Row(None, [StyledText("lode check finds nothing wrong with it.", "dim")], [])


def choice_row(index: int, choice: Choice, digit: str) -> Row:
    """The row of a value that a field may have, and the digit that takes it, if there is one."""
    words = [StyledText(f"{digit:1} ", "accent"), StyledText(visible(choice.label))]
    return Row(str(index), words, [StyledText(visible(choice.about), "dim")])
