"""Marked-up text as plain text. Marks that change what a number says stay visible.

28.5<sup>1</sup>    28.5¹        a footnote mark, and no digit of the number
10<sup>6</sup>      10⁶
<del>12</del>       {--12--}     what was deleted
<ins>13</ins>       {++13++}     what was inserted
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

_SUPERSCRIPT = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_SUBSCRIPT = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ers|re|res|e|es|eme|ème|o|os|a|as|º|ª|ter|te|ten)\Z", re.IGNORECASE)
_COUNTED = re.compile(r"(?<![\d.,])\d{1,3}\Z")
"""A number that an ordinal can be made of."""
_SPACE = re.compile(r"[ \t\r\n\f]+")

_HIDDEN_STYLE = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![\d.]*[1-9]))", re.IGNORECASE
)
_HIDING_RULE = re.compile(r"\.([\w-]+)\s*\{[^{}]*display\s*:\s*none")

_LEFT_OUT = {"script", "style", "template", "noscript", "title", "meta", "link", "svg", "iframe"}
_FIGURE = {"figure": "div", "figcaption": "p"}
_MARKED = {"sup", "sub", "del", "s", "strike", "ins"}
_PARAGRAPHS = {
    "p", "div", "section", "article", "main", "header", "footer", "aside", "figure", "figcaption", "blockquote",
    "quote", "body", "html", "ul", "ol", "dl", "dt", "dd", "list", "address", "details", "summary", "fieldset",
    "form", "nav", "center", "pre", "hr", "caption", "thead", "tbody", "tfoot", "graphic",
}  # fmt: skip
_ROW, _CELL = {"tr", "row"}, {"td", "th", "cell"}


def text_of(root: Element) -> str:
    """The text of an element: paragraphs, headings, list items and table rows, with an empty line between blocks."""
    blocks = _Blocks()
    blocks.read(root)
    return "\n\n".join(blocks.finished())


def write_marks(root: Element) -> None:
    """Puts superscripts, subscripts, deletions, insertions and the numbers of lists into the text of a tree.

    What is hidden is taken out. Captions become paragraphs. The tree is one of lxml.html.
    """
    hiding = {name for style in root.iter("style") for name in _HIDING_RULE.findall(style.text or "")}
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if element.tag == "ol":
            _write_numbers(element)
        if _is_hidden(element) or not hiding.isdisjoint((element.get("class") or "").split()):
            element.drop_tree()
        elif element.tag in _FIGURE:
            element.tag = _FIGURE[element.tag]
        elif element.tag in _MARKED:
            written = _written(element.tag, "".join(element.itertext()), _before(element))
            for child in list(element):
                element.remove(child)
            element.text = written
            element.drop_tag()


def _write_numbers(listed: Element) -> None:
    """Writes the numbers of a list into its items: they are what footnote marks refer to."""
    start = listed.get("start") or "1"
    number = int(start) if start.isdecimal() else 1
    for item in listed.iterchildren("li"):
        item.text = f"{number}. {(item.text or '').lstrip()}"
        number += 1


def _written(tag: str, words: str, before: str) -> str:
    """The words of a marked element with their mark; `before` is the text in front of it."""
    if tag == "sup":
        return raised(words, before)
    if tag == "sub":
        return lowered(words)
    opening, closing = ("{++", "++}") if tag == "ins" else ("{--", "--}")
    return f"{opening}{words}{closing}" if words.strip() else words


def _before(element: Element) -> str:
    """The text directly before an element."""
    previous = element.getprevious()
    if previous is not None:
        return previous.tail or "".join(previous.itertext())
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


def raised(words: str, before: str) -> str:
    """Words in superscript, after the text `before`: digits raised, ordinal endings as they are, others bracketed."""
    inner = words.strip()
    if not inner:
        return ""
    if _COUNTED.search(before) and _ORDINAL.match(inner):
        return inner
    if re.fullmatch(r"\[.*\]|[†‡*§¶]+|[⁰¹²³⁴-⁾]+", inner):
        return inner
    if re.fullmatch(r"[\d+\-−(), ]+", inner):
        return inner.translate(_SUPERSCRIPT)
    return f"[{inner}]" if before[-1:].isalnum() else inner


def lowered(words: str) -> str:
    """Words in subscript: digits lowered, others as they are."""
    return words.translate(_SUBSCRIPT)


class _Blocks:
    """Collects the blocks of a text while an element is read."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._open = ""
        self._prefix = ""

    def finished(self) -> Iterator[str]:
        """The blocks; consecutive list items and table rows are one."""
        self._close()
        joined: list[str] = []
        for block in self._blocks:
            alike = joined and block[:2] in ("- ", "| ") and joined[-1].rpartition("\n")[2][:2] == block[:2]
            if alike:
                joined[-1] += "\n" + block
            else:
                joined.append(block)
        return iter(joined)

    def read(self, root: Element) -> None:
        """Reads an element and all in it. Goes down without recursion: a page may nest as deep as it likes."""
        steps: list[tuple[str, Element]] = [("enter", root)]
        while steps:
            step, element = steps.pop()
            name = _name(element)
            if step == "tail":
                self._write(element.tail or "")
                continue
            if step == "leave":
                self._leave(element, name)
                continue
            if name is None or name in _LEFT_OUT or _is_hidden(element):
                continue
            self._enter(element, name)
            steps.append(("leave", element))
            for child in reversed(element):
                steps += [("tail", child), ("enter", child)]

    def _enter(self, element: Element, name: str) -> None:
        if name in ("br", "lb"):
            self._open = self._open.rstrip(" ") + "\n"
            return
        if level := _heading(element, name):
            self._close()
            self._prefix = "#" * level + " "
        elif name in ("li", "item"):
            self._close()
            self._prefix = "- "
        elif name in _ROW:
            self._close()
            self._prefix = "| "
        elif name in _PARAGRAPHS and not self._is_in_row():
            prefix = self._prefix if not self._open.strip() else ""
            self._close()
            self._prefix = prefix
        elif name in _CELL and self._open.strip():
            self._open = self._open.rstrip() + " | "
        self._write(element.text or "")

    def _leave(self, element: Element, name: str | None) -> None:
        if name in ("br", "lb"):
            return
        if name and (name in ("li", "item") or name in _ROW or _heading(element, name)):
            self._close()
        elif name in _PARAGRAPHS:
            if self._is_in_row():
                self._write(" ")
            else:
                self._close()

    def _is_in_row(self) -> bool:
        return self._prefix == "| "

    def _write(self, words: str) -> None:
        words = _SPACE.sub(" ", words)
        if self._open.endswith((" ", "\n")) or not self._open:
            words = words.lstrip(" ")
        self._open += words

    def _close(self) -> None:
        if block := self._open.strip(" \n"):
            self._blocks.append(self._prefix + block)
        self._open = self._prefix = ""


def _name(element: Element) -> str | None:
    """The name of an element without its namespace; None for a comment or an instruction."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else None


def _heading(element: Element, name: str) -> int:
    """The level of a heading, 0 for other elements."""
    if name == "head" and element.get("rend"):
        name = element.get("rend") or ""
    return int(name[1]) if re.fullmatch(r"h[1-6]", name) else 0


def _is_hidden(element: Element) -> bool:
    return "hidden" in element.attrib or _HIDDEN_STYLE.search(element.get("style") or "") is not None
