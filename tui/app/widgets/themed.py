"""The base of widgets that draw their own lines, in the styles of the app's theme."""

from typing import Protocol, cast

from textual.widget import Widget

from tui.app.rendering.theme_styles import ThemeStyles


class _HasThemeStyles(Protocol):
    theme_styles: ThemeStyles


class ThemedWidget(Widget):
    """Is drawn again when the theme changes."""

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, lambda theme: self.refresh())

    @property
    def theme_styles(self) -> ThemeStyles:
        """The styles to draw with."""
        return cast(_HasThemeStyles, self.app).theme_styles
