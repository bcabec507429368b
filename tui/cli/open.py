"""`lode open`: the app."""

import argparse
import gc

from tui.cli.context import CommandError, Context, Status


def run(options: argparse.Namespace, context: Context) -> Status:
    """Opens the app, at a place where one is given."""
    if options.path is not None:
        context.catalog = options.path
    dossier = context.open()
    if not context.terminal:
        raise CommandError("the app needs a terminal; lode search and lode show print instead")
    gc.enable()
    from tui.app.app import LodeApp
    from tui.app.config import ThemeError, load
    from tui.app.desk import Desk
    from tui.app.place import Place
    from tui.app.session import keep_session, last_session
    from tui.app.state import state_folder

    try:
        config = load(context.environment)
    except ThemeError as error:
        raise CommandError(str(error)) from None
    place = None
    if options.at:
        if dossier.get(options.at) is None and Desk(dossier).spots.position(options.at) is None:
            from tui.cli.show import known

            known(options.at, dossier)
        place = Place(options.at)
    folder = state_folder(context.environment)
    app = LodeApp(dossier, place, config, last_session(dossier, folder))
    app.run()
    if app.left is not None:
        keep_session(app.left, dossier, folder)
    return Status.UNUSABLE if app.return_code else Status.DONE
