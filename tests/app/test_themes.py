"""Every theme that Textual ships: what is written can be read, and without colour each sign keeps its attribute."""

from collections.abc import Iterator
from dataclasses import fields

import pytest
from rich.color import ColorType
from rich.style import Style
from textual.color import Color

from tests.app.app_driver import AppDriver, run_app
from tui.app.model.place import Place
from tui.app.rendering.contrast import contrast
from tui.app.rendering.palette256 import PALETTE, in_palette
from tui.app.rendering.theme_styles import ThemeStyles, theme_styles_for
from tui.app.rendering.themes import FULL_COLOR, themes
from tui.app.settings.config import Config
from tui.dossier.dossier import Dossier

COLOURFUL = sorted(name for name, theme in themes().items() if not theme.ansi)
ANSI = sorted(themes(16))


def luminance(red: int, green: int, blue: int) -> float:
    """WCAG 2.2: relative luminance of an sRGB colour."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast_of(style: Style) -> float:
    """WCAG 2.2: the contrast of a style's colour on its background."""
    assert style.color and style.bgcolor and style.color.triplet and style.bgcolor.triplet, style
    light, dark = sorted((luminance(*style.color.triplet), luminance(*style.bgcolor.triplet)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def theme_styles_of(name: str) -> ThemeStyles:
    theme = themes()[name]
    return theme_styles_for(theme, {**theme.to_color_system().generate(), **theme.variables}, True)


ON_THE_GROUND = ("ground", "dim", "warning", "error")
"""The inks that are never in the current sentence, or on the row under the cursor."""


def styles_with_names(theme_styles: ThemeStyles) -> Iterator[tuple[str, Style]]:
    """Each ink on each ground that it is used on; one that has a ground of its own, on that."""
    yield "text in the sentence", theme_styles.ground + theme_styles.sentence
    for field in fields(theme_styles):
        value = getattr(theme_styles, field.name)
        for name, style in (value if isinstance(value, dict) else {field.name: value}).items():
            yield name, theme_styles.ground + style
            if field.name not in ON_THE_GROUND and style.bgcolor is None:
                yield f"{name} in the sentence", theme_styles.ground + theme_styles.sentence + style


def test_the_measure_itself() -> None:
    assert contrast_of(Style.parse("#000000 on #ffffff")) == pytest.approx(21)
    assert contrast_of(Style.parse("#767676 on #ffffff")) == pytest.approx(4.54, abs=0.01)


def test_the_app_measures_colors_in_the_same_way() -> None:
    for name in COLOURFUL:
        style = theme_styles_of(name).ground + theme_styles_of(name).families["person"]
        assert style.color and style.color.triplet and style.bgcolor and style.bgcolor.triplet
        mine = contrast(Color(*style.color.triplet), Color(*style.bgcolor.triplet))
        assert mine == pytest.approx(contrast_of(style))


def test_every_style_is_measured() -> None:
    theme_styles = theme_styles_of("textual-dark")
    measured = {name.removesuffix(" in the sentence") for name, _ in styles_with_names(theme_styles)}
    assert measured >= {
        *theme_styles.families,
        *theme_styles.hues,
        "text",
        "uncaptured",
        "sibling",
        "hit",
        "current",
        "selection",
        "dim",
    }
    assert sum(name.endswith(" in the sentence") for name, _ in styles_with_names(theme_styles)) >= 10


@pytest.mark.parametrize("name", COLOURFUL)
def test_every_style_has_enough_contrast(name: str) -> None:
    assert {
        what: round(contrast_of(style), 2)
        for what, style in styles_with_names(theme_styles_of(name))
        if contrast_of(style) < 4.5
    } == {}


@pytest.mark.parametrize("name", COLOURFUL)
def test_kinds_differ_in_colour(name: str) -> None:
    theme_styles = theme_styles_of(name)
    assert len({style.color for style in theme_styles.hues.values()}) == len(theme_styles.hues)
    assert theme_styles.current.bgcolor not in (
        theme_styles.ground.bgcolor,
        theme_styles.sentence.bgcolor,
        theme_styles.hit.bgcolor,
    )


# In 256 colours


def shown(style: Style, theme_styles: ThemeStyles) -> Style:
    """A style as a terminal with 256 colours shows it."""
    ground = theme_styles.ground.bgcolor
    assert ground and ground.triplet
    reduced = in_palette(style, Color(*ground.triplet))
    text, behind = (PALETTE[color.number] for color in (reduced.color, reduced.bgcolor) if color and color.number)
    return reduced + Style(color=text.hex, bgcolor=behind.hex)


def hue_and_saturation(style: Style) -> tuple[float, float]:
    assert style.color and style.color.triplet
    hue, saturation, _ = Color(*style.color.triplet).hsl
    return hue * 360, saturation


@pytest.mark.parametrize("name", COLOURFUL)
def test_in_256_colours_all_can_be_read_and_told_apart(name: str) -> None:
    theme_styles = theme_styles_of(name)
    ground, sentence = theme_styles.ground, theme_styles.ground + theme_styles.sentence
    low = {what: contrast_of(shown(style, theme_styles)) for what, style in styles_with_names(theme_styles)}
    assert {what: ratio for what, ratio in low.items() if ratio < 4.5} == {}
    for behind in ground, sentence:
        assert len({shown(behind + hue, theme_styles).color for hue in theme_styles.hues.values()}) == 6
    grounds = [ground, sentence, theme_styles.hit, theme_styles.current, theme_styles.selection]
    assert len({shown(ground + each, theme_styles).bgcolor for each in grounds}) == len(grounds)


@pytest.mark.parametrize("name", COLOURFUL)
def test_in_256_colours_brown_stays_brown(name: str) -> None:
    theme_styles = theme_styles_of(name)
    for family, style in theme_styles.hues.items():
        wanted, colourfulness = hue_and_saturation(style)
        hue, saturation = hue_and_saturation(shown(theme_styles.ground + style, theme_styles))
        assert saturation > colourfulness / 2, family
        assert abs((hue - wanted + 180) % 360 - 180) < 30, (family, wanted, hue)


@pytest.mark.parametrize("name", COLOURFUL)
def test_in_256_colours_black_and_white_stay_grey(name: str) -> None:
    theme_styles = theme_styles_of(name)
    for style in theme_styles.current, theme_styles.hit, theme_styles.selection, theme_styles.sibling:
        color = shown(theme_styles.ground + style, theme_styles).color
        assert color and color.triplet and len({*color.triplet}) == 1, style


@pytest.mark.slow
async def test_the_app_uses_the_palette_where_a_terminal_has_256_colours(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla"), colors=256) as driver:
        styles = {segment.style for strip in driver.strips for segment in strip if segment.style}
        colors = {color for style in styles for color in (style.color, style.bgcolor) if color}
        assert {color.type for color in colors} == {ColorType.EIGHT_BIT}
        assert len({color.number for color in colors}) > 8


@pytest.mark.sample(1)
@pytest.mark.parametrize("colors", [0, 16])
async def test_with_few_colours_the_row_under_the_cursor_is_reversed(sample_dossier: Dossier, colors: int) -> None:
    async with run_app(sample_dossier, colors=colors, config=Config(theme="nord")) as driver:
        await driver.press("2", "j")
        assert [style.reverse for style in driver.styles_of("› ", "entities")] == [True]
        await driver.press("4")
        assert not any(style.reverse for style in driver.styles_of("› ", "entities"))


def low_contrast_text(driver: AppDriver) -> dict[str, float]:
    """The words on the screen with a contrast under 4.5; lines and bars are not words."""
    found = {}
    for strip in driver.strips:
        for segment in strip:
            words = "".join(c for c in segment.text if not 0x2500 <= ord(c) <= 0x25FF).strip()
            if words and segment.style and contrast_of(segment.style) < 4.5:
                found[words] = round(contrast_of(segment.style), 2)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("keys", ["2", "3\\by:", "/moss", "?", "2c"])
async def test_every_word_on_screen_can_be_read(sample_dossier: Dossier, keys: str) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        await driver.press(*keys)
        found: dict[str, dict[str, float]] = {}
        for name in COLOURFUL:
            driver.app.theme = name
            await driver.settle()
            found[name] = low_contrast_text(driver)
        assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", [*ANSI, "no colour", "16 colours"])
async def test_without_colour_each_sign_has_its_attribute(sample_dossier: Dossier, name: str) -> None:
    colors = {"no colour": 0, "16 colours": 16}.get(name, FULL_COLOR)
    async with run_app(sample_dossier, Place.at("orla"), config=Config(theme=name), colors=colors) as driver:
        assert driver.current_words == ["Orla Lake"]
        region = driver.app.screen.query_one("#text").content_region
        for strip in driver.strips[region.y : region.bottom]:
            for segment in strip.crop(region.x, region.right):
                style = segment.style or Style.null()
                for colour in (style.color, style.bgcolor):
                    assert colour is None or colour.name == "default", segment
        looks = {
            words: [
                bool(getattr(driver.styles_of(words, "text")[0], each)) for each in ("reverse", "bold", "underline")
            ]
            for words in ("Orla Lake", "40 million", "Brine", "salt", "holds")
        }
        assert looks == {
            "Orla Lake": [True, True, True],
            "40 million": [False, True, False],
            "Brine": [False, False, True],
            "salt": [False, False, False],
            "holds": [False, False, False],
        }
        await driver.press("n")
        assert driver.current_words == ["Orla Lake"], "one current place, however many others"
        await driver.press("1", "j", "j", "enter")
        assert driver.styles_of("[said](#)", "text")[0].dim


@pytest.mark.slow
async def test_channels_add_up(sample_dossier: Dossier) -> None:
    """Weight is a number, underline a name, background a sibling or a hit; where they meet, both are seen."""
    async with run_app(sample_dossier, Place.at("brine")) as driver:
        theme_styles = theme_styles_of("textual-dark")
        name = driver.styles_of("Orla Lake", "text")[0]
        assert (name.underline, bool(name.bold), name.color) == (True, False, theme_styles.hues["place"].color)
        assert name.bgcolor == theme_styles.sentence.bgcolor, "in the current sentence"
        number = driver.styles_of("40 million tons", "text")[0]
        assert (number.bold, bool(number.underline)) == (True, False)
        assert not driver.styles_of("salt", "text")[0].underline, "background records are quiet"
        current, sibling = (
            driver.styles_of("Brine Company", "text")[0],
            driver.styles_of("Brine Company", "text", nth=1)[0],
        )
        assert (current.bold, current.bgcolor) == (True, theme_styles.current.bgcolor)
        assert (sibling.bold, sibling.underline, sibling.bgcolor) == (True, True, theme_styles.sibling.bgcolor)
        await driver.press("pagedown", "pagedown")
        nested = driver.styles_of("Orla Lake flood of 1990", "text")
        assert [bool(style.bold) for style in nested] == [True, True]
        assert [style.color == theme_styles.hues["place"].color for style in nested] == [True, False]
        await driver.search_for("people wind")
        await driver.press("enter")
        hit = driver.styles_of("people", "text", nth=1)[0]
        assert (hit.bold, hit.underline, hit.bgcolor) == (True, True, theme_styles.hit.bgcolor)


async def test_a_theme_can_be_set_and_changed(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla"), config=Config(theme="dracula")) as driver:
        assert driver.styles_of("Orla Lake", "text")[0].bgcolor == theme_styles_of("dracula").current.bgcolor
        driver.app.theme = "nord"
        await driver.settle()
        assert driver.styles_of("Orla Lake", "text")[0].bgcolor == theme_styles_of("nord").current.bgcolor
