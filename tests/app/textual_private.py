"""Every private part of Textual that the tests of the app use. A new version of Textual may change any of them."""

from collections.abc import Iterable
from typing import Any

import pytest
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.binding import BindingsMap
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.geometry import Region
from textual.keys import _character_to_key
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip

PRIVATE_ATTRIBUTES: dict[type, tuple[str, ...]] = {
    App: ("_background_screens", "_bindings", "_click_chain_last_time"),
    Compositor: ("_dirty_regions", "_render_chops"),
    Screen: ("_compositor", "_dirty_widgets", "_modal_binding_chain"),
    Stylesheet: ("_parse_rules", "_variables"),
}
"""The private attributes by the classes that have them, on the class or set by its constructor."""


def key_name(character: str) -> str:
    """Textual's name for the key of a character that is neither a letter nor a digit."""
    return _character_to_key(character)


def parsed_input(data: str) -> Iterable[Message]:
    """The messages that Textual makes of what a terminal sends."""
    parser = XTermParser()
    return [*parser.feed(data), *parser.feed("")]


def rendered_strips(screen: Screen[object], region: Region | None = None) -> list[Strip]:
    """The rows of a screen, with the screens that are seen below it; or of a region, with nothing beside it."""
    visible_screen_stack.set(screen.app._background_screens)
    if region is None:
        return screen._compositor.render_strips()
    rows = region.intersection(screen.size.region).line_range
    drawn = screen._compositor._render_chops(region, rows.__contains__)
    return [Strip.join(drawn[row].values()).crop(region.x, region.right) for row in rows]


def background_needs_drawing(app: App[object]) -> bool:
    """Whether a screen that is seen below the top one has a widget yet to be drawn."""
    return any(screen._dirty_widgets for screen in app._background_screens)


def start_new_click_chain(app: App[object]) -> None:
    """Makes the next click a single one, however soon it follows the last."""
    app._click_chain_last_time = None


def binding_chain(app: App[object]) -> list[tuple[DOMNode, BindingsMap]]:
    """What has bindings now, from the focus outward, with the app at the end."""
    return [*app.screen._modal_binding_chain, (app, app._bindings)]


def share_parsed_style_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parses each style sheet once with the same variables, and not again in each app: a tenth of a start."""
    parse = Stylesheet._parse_rules
    parsed: dict[tuple[object, ...], list[RuleSet]] = {}

    def parse_once(self: Stylesheet, *arguments: Any, **named: Any) -> list[RuleSet]:
        key = (arguments, tuple(named.items()), frozenset(self._variables.items()))
        if key not in parsed:
            parsed[key] = parse(self, *arguments, **named)
        return parsed[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_once)


_render_update = Compositor.render_update


def draw_every_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """Renders each frame again, for tests of what takes a picture of one."""
    monkeypatch.setattr(Compositor, "render_update", _render_update)


def draw_only_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Renders a screen when a test reads it, and not each frame before: nobody sees these, and they take a third."""

    def render_update(self: Compositor, **_: Any) -> None:
        self._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", render_update)
