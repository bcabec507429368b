"""A Word document becomes its text: footnote marks, fields and tracked changes stay what they are."""

import pytest

from tests.convert.files import RAISED, docx, run, zipped
from tui.convert.convert import ConvertError, convert


def text(body: str) -> str:
    return convert("a.docx", docx(body)).text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (run("28.5") + run("1", RAISED) + run(" million"), "28.5¹ million"),
        (run("10") + run("6", RAISED) + run(" tons"), "10⁶ tons"),
        (
            run("In all ") + f'<w:fldSimple w:instr="SUM">{run("1,234")}</w:fldSimple>' + run(" tons"),
            "In all 1,234 tons",
        ),
        (
            f'<w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="2">{run("13")}</w:ins>'
            + run(" tons"),
            "{--12--}{++13++} tons",
        ),
        (run("5 tons") + run(" and 99 more", "<w:vanish/>"), "5 tons"),
        (run("4") + run(".2 percent", "<w:b/>"), "4.2 percent"),
        (run("a") + "<w:r><w:br/></w:r>" + run("5 tons"), "a\n5 tons"),
    ],
)
def test_a_number_stays_what_the_document_shows(body: str, expected: str) -> None:
    assert text(f"<w:p>{body}</w:p>") == expected


def test_a_table_row_is_a_line() -> None:
    rows = [("Year", "Tons"), ("2023", "2,600")]
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:p>{run(cell)}</w:p></w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    assert text(f"<w:p>{run('Before')}</w:p><w:tbl>{cells}</w:tbl>") == "Before\n\n| Year | Tons\n| 2023 | 2,600"


def test_title_and_author_come_from_the_properties_if_the_text_prints_them() -> None:
    core = "<dc:title>Salt</dc:title><dc:creator>Ada Moss</dc:creator>"
    read = convert("a.docx", docx(f"<w:p>{run('SALT')}</w:p><w:p>{run('By Ada Moss.')}</w:p>", core))
    assert (read.title, read.author) == ("Salt", "Ada Moss")
    read = convert("a.docx", docx(f"<w:p>{run('5 tons')}</w:p>", core))
    assert (read.title, read.author, read.text) == (None, None, "5 tons")


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"no archive", zipped({"a.txt": "5"}), docx("<w:p/>"), docx("<w:p>")],
    ids=["empty", "cut", "another", "no document", "no text", "damaged"],
)
def test_what_is_not_a_document_is_refused(data: bytes) -> None:
    with pytest.raises(ConvertError):
        convert("a.docx", data)


def test_entities_are_not_expanded() -> None:
    body = docx(f"<w:p>{run('5 tons')}</w:p>")
    hostile = body.replace(b"<w:document", b"<w:document", 1)
    assert convert("a.docx", hostile).text == "5 tons"
    evil = zipped(
        {
            "word/document.xml": '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
        }
    )
    with pytest.raises(ConvertError):
        convert("a.docx", evil)


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.convert.archive.MAX_BYTES", 10_000)
    with pytest.raises(ConvertError, match="unpacks"):
        convert("a.docx", docx(f"<w:p>{run('5' * 20_000)}</w:p>"))
