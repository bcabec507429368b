"""A web page becomes its article's text: no number changes, and what it says about itself is kept."""

import re

import pytest

from tui.convert.convert import ConvertError, convert

FILLER = "<p>" + "The shore has been empty since the flood, and nobody knows when the boats will return. " * 8 + "</p>"


STYLE = "<style>.x {color: red; display: none}</style>"


def page(body: str, head: str = "") -> bytes:
    """A page with menus around an article."""
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>Salt – The Herald</title>{STYLE}{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/2'>5 new stories</a></nav><article><h1>Salt</h1>{body}{FILLER}</article>"
        "<footer>© 1999 The Herald</footer></body></html>"
    ).encode()


def text(body: str, head: str = "") -> str:
    return convert("a.html", page(body, head)).document


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("28.5<sup>1</sup> million tons", "28.5¹ million tons"),
        ("2,500<sup><a href='#f2'>2</a></sup> tons", "2,500² tons"),
        ("2,500<sup><a href='#f2'>[2]</a></sup> tons", "2,500[2] tons"),
        ("28.5<sup>a</sup> million", "28.5[a] million"),
        ("28.5<sup>*</sup> million", "28.5* million"),
        ("12<sup>1, 3</sup> tons", "12¹, ³ tons"),
        ("10<sup>6</sup> tons", "10⁶ tons"),
        ("6.02×10<sup>23</sup> atoms", "6.02×10²³ atoms"),
        ("5 m<sup>2</sup> each", "5 m² each"),
        ("10<sup>−3</sup> grams", "10⁻³ grams"),
        ("the 7<sup>th</sup> lake", "the 7th lake"),
        ("CO<sub>2</sub> and H<sub>2</sub>O", "CO₂ and H₂O"),
        ("<del>12</del><ins>13</ins> tons", "{--12--}{++13++} tons"),
        ("<s>12</s> 13 tons", "{--12--} 13 tons"),
        ("<b>4</b>.2 <i>percent</i>", "4.2 percent"),
        ("2&nbsp;500&thinsp;km", "2 500 km"),
        ("3&frac12; tons &lt; 4", "3½ tons < 4"),
        ("5<br>tons", "5\ntons"),
        ("a <span style='display: none'>99 </span>ton", "a ton"),
        ("a <span hidden>99 </span>ton", "a ton"),
        ("a <span class='x y'>99 </span>ton", "a ton"),
        ("a <span style='font-size:0'>99 </span>ton", "a ton"),
        ("a<!-- 99 --> ton", "a ton"),
    ],
)
def test_a_number_stays_what_the_page_shows(written: str, expected: str) -> None:
    body = f"<p>It is said that there are {written} in the lake, and that it will stay so for long, as it seems.</p>"
    assert f"It is said that there are {expected} in the lake" in text(body)


def test_every_digit_of_the_article_is_in_the_text() -> None:
    body = (
        "<p>In 2023 there were 1,234.5 tons, 12 % more.</p><h2>What 7 people say</h2><ul><li>First 11</li>"
        "<li>Second 22</li></ul><table><tr><th>Year</th><th>Tons</th></tr><tr><td>2021</td><td>2,600</td></tr></table>"
        "<blockquote>“We saw 3.”</blockquote><figure><img alt='x'><figcaption>The lake in 1998.</figcaption></figure>"
    )
    read = text(body)
    digits = re.findall(r"\d[\d.,]*", re.sub(r"<[^>]*>", " ", body.replace("h2", "h")))
    assert re.findall(r"\d[\d.,]*", read) == digits
    assert "| Year | Tons\n| 2021 | 2,600" in read
    assert "- First 11\n- Second 22" in read
    assert "5 new stories" not in read and "1999" not in read


HEADS = {
    "linked data": '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": '
    '"2025-03-31T08:00:00Z", "dateModified": "2025-04-02"}]}</script>',
    "Open Graph": '<meta property="article:published_time" content="2025-03-31T01:00:00+02:00">'
    '<meta property="article:modified_time" content="2025-04-02">',
    "itemprop": '<meta itemprop="datePublished" content="2025-03-31">',
    "damaged linked data": '<script type="application/ld+json">{"datePublished": </script>'
    '<meta name="date" content="2025-03-31">',
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_day_is_that_of_publication(head: str) -> None:
    assert convert("a.html", page("<p>On 1 May 1999 it rained.</p>", head)).published == "2025-03-31"


@pytest.mark.parametrize(
    "body", ["<p>le 1er mars 2025, il a plu.</p>", "<p>On 1 May 1999 it rained.</p>", "<p>2024</p>"]
)
def test_no_day_is_guessed(body: str) -> None:
    assert convert("a.html", page(body)).published is None


def test_the_header_states_what_the_page_says_about_itself() -> None:
    head = (
        '<meta property="og:site_name" content="The Herald"><meta name="author" content="Ada Moss">'
        f'<link rel="canonical" href="https://example.org/salt">{HEADS["itemprop"]}'
    )
    assert text("<p>It is deep.</p>", head).startswith(
        "# Salt\n\nAuthor: Ada Moss\nPublisher: The Herald\nPublished: 2025-03-31\n"
        "Address: https://example.org/salt\n\nIt is deep.\n"
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/relative", "https://example.org/ x", ""])
def test_only_an_address_of_the_web_is_taken_over(address: str) -> None:
    assert convert("a.html", page("", f'<link rel="canonical" href="{address}">')).url is None


@pytest.mark.parametrize("data", [b"", b"   ", b"<html></html>", b"\x00\x01\x02", b"<p hidden>99 tons</p>"])
def test_a_page_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(ConvertError):
        convert("a.html", data)


def test_a_page_may_nest_deeply() -> None:
    deep = (
        "<div>" * 200 + "<p>It holds 44 tons of salt, as everybody at the shore has always said.</p>" + "</div>" * 200
    )
    assert "44 tons" in text(deep)


def test_a_short_page_keeps_its_paragraphs_and_tables_apart_and_its_menus_out() -> None:
    row = "<tr><td>2020</td><td>1,200</td></tr>"
    body = f"<h1>Salt</h1><p>It holds 5 tons.</p><p>Oslo has 3.</p><table><tr><th>Year</th><th>t</th></tr>{row}</table>"
    page = f"<html><body><nav><a href='/'>Home</a></nav><div>{body}</div><footer>Imprint</footer></body></html>"
    read = convert("a.html", page.encode())
    assert read.document == "# Salt\n\nIt holds 5 tons.\n\nOslo has 3.\n\n| Year | t\n| 2020 | 1,200\n"
    assert read.warnings == ("only 56 characters are taken for its text; compare with the original",)
