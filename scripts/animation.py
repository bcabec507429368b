"""An animated SVG of screenshots: it plays wherever a picture is shown, without a script."""

import re
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

CELL, ROW = 12.2, 24.4
"""The width of a character and the height of a row in Textual's screenshots, in pixels."""

GROUND = "#121212"
"""The background of Textual's dark theme."""

TITLE = 44
"""The height of the bar above the screen, in pixels."""

_STYLE = re.compile(r"\.[\w-]+-(r\d+) \{(.*?)\}")
_GROUND = re.compile(r'<rect fill="([^"]+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="[\d.]+" shape-rendering')
_WORDS = re.compile(r'<text class="[\w-]+-(r\d+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"[^>]*>(.*?)</text>')


class Frame(NamedTuple):
    """A screenshot as Textual exports it, for how many seconds it is shown, and what is said of it."""

    svg: str
    seconds: float
    caption: str


def animated(frames: Sequence[Frame]) -> str:
    """An SVG that shows the frames in turn, without end. A row that several frames have is in it once."""
    classes: dict[str, str] = {}
    shown: dict[str, list[int]] = {}
    bottom = right = 0.0
    for number, frame in enumerate(frames):
        rows = _rows(frame.svg, classes)
        for row in [_caption(frame.caption), *rows.values()]:
            shown.setdefault(row, []).append(number)
        bottom = max(bottom, (max(rows) + 1) * ROW)
        right = max(right, *(float(x) + float(width) for _, x, _, width in _GROUND.findall(frame.svg)))
    whole = sum(frame.seconds for frame in frames)
    starts = [sum(frame.seconds for frame in frames[:number]) / whole * 100 for number in range(len(frames))]
    times = {tuple(numbers): f"t{n}" for n, numbers in enumerate(dict.fromkeys(map(tuple, shown.values())))}
    styles = [
        "text{font:20px DejaVu Sans Mono,Menlo,Consolas,monospace;white-space:pre}",
        *(f".{name}{{{css}}}" for css, name in classes.items()),
        *(_timing(numbers, name, starts, whole) for numbers, name in times.items()),
    ]
    drawn = [f'<g class="{times[tuple(numbers)]}">{row}</g>' for row, numbers in shown.items()]
    width, height = round(right) + 16, round(bottom) + TITLE + 12
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
        *("<style>", *styles, "</style>"),
        f'<rect width="{width}" height="{height}" rx="8" fill="#292929"/>',
        f'<g transform="translate(8 {TITLE})">',
        f'<rect width="{round(right)}" height="{round(bottom)}" fill="{GROUND}"/>',
        *drawn,
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _caption(words: str) -> str:
    return f'<text x="8" y="-15" fill="#e0e0e0" font-weight="bold">{escape(words)}</text>'


def _rows(svg: str, classes: dict[str, str]) -> dict[int, str]:
    """The rows of a screenshot by their numbers; new styles are added to `classes`, each with its class."""
    css = dict(_STYLE.findall(svg))
    rows: dict[int, str] = {}
    for fill, x, y, width in _GROUND.findall(svg):
        row = int(float(y) / ROW)
        rows.setdefault(row, "")
        if fill == GROUND:
            continue
        ground = f'<rect fill="{fill}" x="{_short(x)}" y="{row * ROW:.1f}" width="{_short(width)}" height="24.7"/>'
        rows[row] += ground
    for style, x, y, length, words in _WORDS.findall(svg):
        if not words.replace("&#160;", "").strip():
            continue
        row = int(float(y) / ROW)
        name = classes.setdefault(css[style].strip(), f"s{len(classes)}")
        text, x, length = words.replace("&#160;", " "), _short(x), _short(length)
        rows[row] = rows.get(row, "") + (
            f'<text class="{name}" x="{x}" y="{row * ROW + 18.5:.1f}" textLength="{length}">{text}</text>'
        )
    return rows


def _short(number: str) -> str:
    return f"{float(number):.1f}".removesuffix(".0")


def _timing(numbers: tuple[int, ...], name: str, starts: Sequence[float], whole: float) -> str:
    """The style of what is shown in some frames."""
    if len(numbers) == len(starts):
        return ""
    steps = []
    for number in range(len(starts)):
        if number == 0 or (number in numbers) != (number - 1 in numbers):
            steps.append(f"{starts[number]:.3g}%{{visibility:{'visible' if number in numbers else 'hidden'}}}")
    return f".{name}{{animation:{name} {whole:g}s step-end infinite}}@keyframes {name}{{{''.join(steps)}}}"
