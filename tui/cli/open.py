"""`lode open`: runs the app."""

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.cli.arguments import Options
from tui.cli.context import CommandError, Context, Status
from tui.dossier.dossier import Dossier

if TYPE_CHECKING:
    from tui.app.model.place import Place

GC_THRESHOLDS = 5000, 5, 20
"""The thresholds of garbage collection while the app runs."""


def run(options: Options, context: Context) -> Status:
    """Runs the app, at the given place if there is one."""
    if options.path is not None:
        context.catalog = options.path
    draft = context.resolve(options.verify) if options.verify else None
    if draft:
        context.read_text(options.verify)
    dossier = context.open()
    _check_terminal(context)
    from tui.app.app import LodeApp
    from tui.app.model.place import Place
    from tui.app.rendering.themes import detected_colors
    from tui.app.settings.config import ThemeError, load
    from tui.app.settings.session import keep_session, last_session
    from tui.app.settings.state import state_folder

    try:
        config = load(context.environment)
    except ThemeError as error:
        raise CommandError(str(error)) from None
    place = None
    if options.at:
        place = _in_dossier(Place.at(options.at), dossier, context)
        _check_place(options.at, place, dossier)
    folder = state_folder(context.environment)
    app = LodeApp(
        dossier,
        place,
        config,
        last_session(dossier, folder),
        lambda session: keep_session(session, dossier, folder),
        detected_colors() if context.uses_color else 0,
        draft,
    )
    enable_garbage_collection()
    app.run()
    # Textual returns 1 if the app failed.
    return Status.UNUSABLE if app.return_code == 1 else Status(app.return_code or 0)


def _in_dossier(place: "Place", dossier: Dossier, context: Context) -> "Place":
    """The place, with the name that the dossier has for its file if the file is named by a path."""
    from tui.app.model.target import PositionTarget

    target = place.target
    if not isinstance(target, PositionTarget) or target.file in dossier.by_file:
        return place
    path, folder = context.resolve(target.file).resolve(), context.path.parent.resolve()
    named = next((file for file in dossier.by_file if (folder / file).resolve() == path), target.file)
    return replace(place, target=replace(target, file=named))


def _check_place(named: str, place: "Place", dossier: Dossier) -> None:
    """Raises CommandError if a record, file or line does not exist."""
    from tui.app.model.target import PositionTarget
    from tui.catalog.problem import nearest_of
    from tui.cli.show import find_record

    target = place.target
    if not isinstance(target, PositionTarget):
        find_record(named, dossier)
    elif target.file not in dossier.by_file:
        near = nearest_of(target.file, dossier.by_file)
        raise CommandError(f"no article is in {target.file}{near}", Status.NOTHING)
    elif target.line > (count := len(dossier.documents[dossier.by_file[target.file]].line_starts)):
        raise CommandError(f"{target.file} has {count} lines, not {target.line}", Status.NOTHING)


def _check_terminal(context: Context) -> None:
    """Raises CommandError if the app could not be drawn, or would receive no keys."""
    if not context.prints_to_terminal:
        raise CommandError("the app needs a terminal; lode search and lode show print instead")
    if not context.reads_from_terminal:
        raise CommandError("the app reads keys from a terminal, which standard input is not; lode search needs none")
    if context.environment.get("TERM") in ("dumb", "unknown"):
        raise CommandError(
            f"the app needs a terminal that can be drawn on, and TERM is {context.environment['TERM']}; "
            "lode search and lode show print instead"
        )


def enable_garbage_collection() -> None:
    """Enables garbage collection so that it never takes as long as a frame.

    The objects that are loaded by now are never examined. A frame leaves about 800 objects in cycles: with Python's
    default thresholds, a full collection would run every second while a key is held.
    """
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLDS)
    gc.enable()
