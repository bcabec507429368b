"""Compressed files that hold others, read within bounds."""

import io
import zipfile
import zlib

from lxml import etree

from tui.convert.convert import MAX_BYTES, ConvertError

MAX_ENTRIES = 10_000

_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def read_entries(data: bytes) -> dict[str, bytes]:
    """The content of each file in a zip archive. Raises ConvertError where it is damaged or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_ENTRIES or sum(info.file_size for info in infos) > MAX_BYTES:
                raise ConvertError(f"unpacks to more than {MAX_BYTES // 1_000_000} MB")
            entries: dict[str, bytes] = {}
            room = MAX_BYTES
            for info in infos:
                # The size that an entry states may be false.
                with archive.open(info) as entry:
                    content = entry.read(room + 1)
                room -= len(content)
                if room < 0:
                    raise ConvertError(f"unpacks to more than {MAX_BYTES // 1_000_000} MB")
                entries[info.filename] = content
            return entries
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise ConvertError(f"is damaged: {error}") from None


def read_xml(content: bytes) -> etree._Element:
    """The tree of an XML file in an archive, with nothing from outside it. Raises XMLSyntaxError."""
    return etree.fromstring(content, _SAFE)
