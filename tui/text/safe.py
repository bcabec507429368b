"""Text from a file, made fit for a terminal: nothing in it may move the cursor, colour the screen or hide."""

import re

# C0, DEL and C1 controls, bidirectional controls, zero-width and other invisible format characters.
# The zero-width joiners stay: scripts and emoji need them, and they change nothing outside their word. One behind
# another joins nothing, and what reckons the width of text goes wrong on it.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
    "|[\ud800-\udfff]|[\U000e0000-\U000e007f]|(?<=\u200d)\u200d"
)


def visible(text: str) -> str:
    """Each control, bidirectional or invisible character as one visible stand-in; offsets stay as they are.

    White space that breaks lines becomes a space, other C0 controls their Unicode picture (␛), the rest �.
    """
    return _UNSAFE.sub(_stand_in, text)


def visible_lines(text: str) -> str:
    """The same for text of several lines: line feeds and tabs stay."""
    return _UNSAFE.sub(lambda match: match[0] if match[0] in "\n\t" else _stand_in(match), text)


def _stand_in(match: re.Match[str]) -> str:
    character = match[0]
    if character in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    if character < "\x20":
        return chr(0x2400 + ord(character))
    return "␡" if character == "\x7f" else "�"


def escaped(json_text: str) -> str:
    r"""JSON text with the same characters written as `\uXXXX`, so that it can be printed to a terminal."""

    def escape(match: re.Match[str]) -> str:
        units = match[0].encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))

    return _UNSAFE.sub(escape, json_text)
