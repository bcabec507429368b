"""`lode open`: the app."""

import argparse
import gc

from tui.cli.context import CommandError, Context, Status

COLLECTED = 5000, 5, 20
"""After how many objects garbage is looked for, and how many such looks go before an older generation's."""


def run(options: argparse.Namespace, context: Context) -> Status:
    """Opens the app, at a place where one is given."""
    if options.path is not None:
        context.catalog = options.path
    dossier = context.open()
    _refuse_other_than_terminals(context)
    from tui.app.app import LodeApp
    from tui.app.model.place import Place
    from tui.app.model.workspace import Workspace
    from tui.app.settings.config import ThemeError, load
    from tui.app.settings.session import keep_session, last_session
    from tui.app.settings.state import state_folder

    try:
        config = load(context.environment)
    except ThemeError as error:
        raise CommandError(str(error)) from None
    place = None
    if options.at:
        if dossier.get(options.at) is None and Workspace(dossier).occurrences.position(options.at) is None:
            from tui.cli.show import known

            known(options.at, dossier)
        place = Place(options.at)
    folder = state_folder(context.environment)
    app = LodeApp(
        dossier, place, config, last_session(dossier, folder), lambda session: keep_session(session, dossier, folder)
    )
    _collect_in_small_steps()
    app.run()
    # Textual returns 1 if the app failed.
    return Status.UNUSABLE if app.return_code == 1 else Status(app.return_code or 0)


def _refuse_other_than_terminals(context: Context) -> None:
    """Refuses to open the app where it could not be drawn, or would get no keys."""
    if not context.terminal:
        raise CommandError("the app needs a terminal; lode search and lode show print instead")
    if not context.typed:
        raise CommandError("the app reads keys from a terminal, which standard input is not; lode search needs none")
    if context.environment.get("TERM") in ("dumb", "unknown"):
        raise CommandError(
            f"the app needs a terminal that can be drawn on, and TERM is {context.environment['TERM']}; "
            "lode search and lode show print instead"
        )


def _collect_in_small_steps() -> None:
    """Turns the search for garbage on again, such that no frame waits for it.

    What is loaded by now stays and is never looked through. A frame leaves some 800 objects in cycles: with Python's
    own thresholds a look through everything, as long as a frame, comes each second that a key is held.
    """
    gc.freeze()
    gc.set_threshold(*COLLECTED)
    gc.enable()
