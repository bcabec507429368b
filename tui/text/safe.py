"""Text from a file, made fit for a terminal: nothing in it may move the cursor, colour the screen or change the order.

Names, ids, titles and commands are shown by `visible`: two that differ must look different, so that every character
is seen. The texts of articles are shown by `readable`: what has no shape of its own is not seen there.
"""

import re
from collections.abc import Iterator
from functools import cache

NOTHING = "\u200b"
"""Replaces in a text a character that is not shown: no cell wide, and not to be printed."""

# What a terminal can obey (C0, DEL and C1 controls), line separators, halves of surrogate pairs, and the overrides of
# the writing direction, which only ever mislead.
_CONTROLS = "\x00-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff"

# What has no shape: Unicode's default-ignorable code points but those below, and the marks of annotations.
SHAPELESS = (
    "\u00ad\u034f\u061c\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202c\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
"""A set in a pattern: soft hyphens, zero-width spaces, marks of direction and the like."""

# Letters and signs that are drawn as nothing, or as a space.
_BLANK = "\u115f\u1160\u2800\u3164\uffa0\U00016fe4\U0001d159"

# Joiners, and selectors of a variant: they change the shape of what is beside them in some scripts, and in emoji.
_JOINERS = "\u200c\u200d"
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"

_EMOJI = "\u2190-\u27ff\u2900-\u2bff\U0001f000-\U0001faff"
_JOINED = (
    f"[{_EMOJI}\u0600-\u109f\u1700-\u17b3\u17b6-\u180a\u1810-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00010fff\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
_VARIED = (
    f"[{_EMOJI}©®\u1000-\u109f\u1820-\u18aa\u203c-\u218f\u2e80-\u3163\u3165-\u9fff\ua840-\ua877\uf900-\ufaff"
    "\U00010ac0-\U00010aff\U00020000-\U0003ffff]"
)
_KEYCAP = "[#*0-9]\ufe0f\u20e3"

NOT_SEEN = rf"(?:[^\S\n\x1c-\x1f]|[{SHAPELESS}{_BLANK}])"
"""A pattern: a character that leaves a line of an article blank."""

_UNSEEN = f"[{_CONTROLS}{SHAPELESS}{_BLANK}{_JOINERS}{_SELECTORS}]"
_ORDINARY = "[ -~\n\t‘’“”–—…]*+"
"""Lines without any of them. Most texts are such lines, which takes a tenth of the time to see."""

_CONTROL, _SPACE, _SELECTOR = f"[{_CONTROLS}]", f"[{_BLANK}]", f"[{_SELECTORS}]"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first needed: sets of so many characters take milliseconds."""
    return re.compile(pattern)


def visible(text: str) -> str:
    """Each control, bidirectional or invisible character as one visible stand-in; offsets stay as they are.

    White space that breaks lines becomes a space, other C0 controls their Unicode picture (␛), the rest �. Joiners and
    variation selectors stay where they change what is beside them.
    """
    if text.isascii() and text.isprintable():
        return text
    return _compiled(_UNSEEN).sub(lambda match: match[0] if _is_needed(match) else _stand_in(match[0]), text)


def visible_lines(text: str) -> str:
    """The same for text of several lines: line feeds and tabs stay."""
    if _compiled(_ORDINARY).fullmatch(text):
        return text
    unseen = _compiled(rf"{_UNSEEN}(?<![\n\t])")
    return unseen.sub(lambda match: match[0] if _is_needed(match) else _stand_in(match[0]), text)


def readable(text: str) -> str:
    """The text of an article as it is read: controls as in `visible`, blanks as spaces, the invisible left out."""
    return readable_in_place(text).replace(NOTHING, "")


def readable_in_place(text: str) -> str:
    """The same with NOTHING in the place of each character that is left out; offsets stay as they are."""
    return _compiled(_UNSEEN).sub(lambda match: match[0] if _is_needed(match) else _read(match[0]), text)


def readable_runs(text: str) -> Iterator[tuple[int, str]]:
    """The stretches of readable text between what is left out, each with its offset."""
    return ((run.start(), run[0]) for run in re.finditer(f"[^{NOTHING}]+", readable_in_place(text)))


def escaped(json_text: str) -> str:
    r"""JSON text with the characters that are not visible written as `\uXXXX`, so that it can be printed."""

    def escape(match: re.Match[str]) -> str:
        if _is_needed(match):
            return match[0]
        units = match[0].encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))

    return _compiled(_UNSEEN).sub(escape, json_text)


def _is_needed(match: re.Match[str]) -> bool:
    """Whether a joiner or a selector changes what is beside it.

    At an end of the text it is taken to: the text may be a part that was cut off there.
    """
    text, at = match.string, match.start()
    if match[0] in _JOINERS:
        before, after = at - 1, at + 1
        # A selector may follow the character that is joined.
        while before >= 0 and _compiled(_SELECTOR).match(text, before):
            before -= 1
        joined = _compiled(_JOINED)
        joins = (before < 0 or joined.match(text, before)) and (after == len(text) or joined.match(text, after))
        return bool(joins) and len(text) > 1
    if _compiled(_SELECTOR).match(text, at):
        return at == 0 or bool(_compiled(_VARIED).match(text, at - 1) or _compiled(_KEYCAP).match(text, at - 1))
    return False


def _stand_in(character: str) -> str:
    if character in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    if character < "\x20":
        return chr(0x2400 + ord(character))
    return "␡" if character == "\x7f" else "�"


def _read(character: str) -> str:
    if _compiled(_CONTROL).match(character):
        return _stand_in(character)
    return " " if _compiled(_SPACE).match(character) else NOTHING
