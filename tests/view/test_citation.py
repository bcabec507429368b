"""Citations: whole, and safe in the format that they are pasted into."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.view.hostile import raw, write
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.view.citation import FORMATS, CitationError, cite, web_url


def cited(id: str, dossier: Dossier, format: str = "plain") -> str:
    """The citation of a record."""
    record = dossier.get(id)
    assert record
    return cite(record, dossier, format)


@pytest.fixture
def article(folder: Callable[..., Path]) -> Callable[..., Dossier]:
    """A dossier of one article, with a sentence that is cited as event `e`."""

    def write(sentence: str = "It happened.", **fields: str) -> Dossier:
        given = "".join(f"    {key}: {json.dumps(value)}\n" for key, value in fields.items())
        catalog = f"""
articles:
  - id: a
    file: a.txt
{given}entities:
  - {{id: post, name: The Post & Sons, kind: publication}}
events:
  - id: e
    resolved: 2025
    what: It happens
    sources: [{{article: a, quote: {json.dumps(sentence)}}}]
"""
        return open_dossier(folder(catalog, a=f"{fields.get('url', '')}\n{sentence}\n"))

    return write


def test_the_built_in_dossier_is_cited_like_this(dossier: Dossier) -> None:
    url = dossier.articles["a-moscow-times"].url
    title = "Russia and U.S. Begin Talks on Rare Earth Metals, Putin Envoy Says"
    assert cited("a-moscow-times", dossier) == f"The Moscow Times, “{title}”, 31 March 2025, {url}."
    assert cited("a-moscow-times", dossier, "markdown") == f"The Moscow Times, [{title}]({url}), 31 March 2025."
    assert cited("russia-rare-metals-share", dossier) == (
        "“However, Russia currently produces only 1% of the world’s rare metals and has minimal processing"
        f" capabilities.” The Moscow Times, “{title}”, 31 March 2025, {url}, line 31."
    )
    assert cited("russia-rare-metals-share", dossier, "markdown") == (
        "> However, Russia currently produces only 1% of the world’s rare metals and has minimal processing"
        f" capabilities.\n>\n> — The Moscow Times, [{title}]({url}), 31 March 2025, line 31.\n"
    )


def test_every_record_is_cited_by_each_of_its_sentences(dossier: Dossier) -> None:
    for record in [*dossier.figures.values(), *dossier.events.values()]:
        lines = cited(record.id, dossier).splitlines()
        assert len(lines) == len(record.sources)
        for line, source in zip(lines, record.sources, strict=True):
            number, _ = dossier.documents[source.article].position(source.occurrence(record.id).cited.start)
            assert line.endswith(f", line {number}.")
            assert dossier.articles[source.article].title in line


def test_an_entity_is_cited_by_its_first_mention_alone(dossier: Dossier) -> None:
    (line,) = cited("rosatom", dossier).splitlines()
    assert "Rosatom, in 2023" in line and line.endswith(", line 7.")


@pytest.mark.parametrize("id", ["reserves", "moscow-times"])
@pytest.mark.parametrize("format", FORMATS)
def test_what_is_in_no_article_has_no_citation(dossier: Dossier, id: str, format: str) -> None:
    with pytest.raises(CitationError, match=id):
        cited(id, dossier, format)


def test_a_citation_leaves_leftovers_out(dossier: Dossier) -> None:
    assert "cooperation said Monday." in cited("talks-started", dossier)
    assert "As reported by Kommersant" in cited("kremlin-confirms-talks", dossier)


def test_a_printed_date_is_bare_and_an_inferred_one_in_brackets(dossier: Dossier) -> None:
    assert ", 19 March 2025." in cited("a-cooperation-offer", dossier)
    assert ", [between 15 October and 1 December 2025]." in cited("a-russia-aims", dossier)


def test_an_article_without_a_date_says_so(article: Callable[..., Dossier]) -> None:
    assert cited("a", article(title="[T]")) == "[T], no date."


# CSL-JSON


def test_csl_is_json_and_says_what_is_printed(dossier: Dossier) -> None:
    for record in [*dossier.articles.values(), *dossier.figures.values(), *dossier.events.values()]:
        items = json.loads(cited(record.id, dossier, "csl"))
        assert [item["id"] for item in items] == list(
            dict.fromkeys(source.article for source in dossier.sources_of(record))
        )
    (item,) = json.loads(cited("a-moscow-times", dossier, "csl"))
    assert item == {
        "id": "a-moscow-times",
        "type": "article-newspaper",
        "title": dossier.articles["a-moscow-times"].title,
        "container-title": "The Moscow Times",
        "issued": {"date-parts": [[2025, 3, 31]]},
        "URL": dossier.articles["a-moscow-times"].url,
    }


@pytest.mark.parametrize(
    ("published", "printed", "issued"),
    [
        ("2025", "2025", {"date-parts": [[2025]]}),
        ("2025-03", "March 2025", {"date-parts": [[2025, 3]]}),
        ("2025-03-19T09:48", "19 March 2025 09:48", {"date-parts": [[2025, 3, 19]]}),
        ("2025-03/2025-05", "March to May 2025", {"date-parts": [[2025, 3], [2025, 5]]}),
        ("2025~", "about 2025", {"date-parts": [[2025]], "circa": True}),
        ("XXXX-03-31", "March 31", None),
        ("202X", "the 2020s", {"literal": "2020s"}),
        ("2025-03/..", "March 2025", {"literal": "March 2025 or later"}),
    ],
)
def test_csl_has_as_much_of_the_date_as_is_known(
    article: Callable[..., Dossier], published: str, printed: str, issued: dict[str, object] | None
) -> None:
    dossier = article(printed, title="[T]", published=published, dated_by=printed)
    (item,) = json.loads(cited("a", dossier, "csl"))
    assert item.get("issued") == issued


# BibTeX


def test_bibtex_is_an_entry_an_article(dossier: Dossier) -> None:
    assert cited("a-moscow-times", dossier, "bibtex") == (
        "@online{a-moscow-times,\n"
        "  title = {{Russia} and {U.S.} Begin Talks on Rare Earth Metals, {Putin} Envoy Says},\n"
        "  organization = {The Moscow Times},\n"
        "  date = {2025-03-31},\n"
        f"  url = {{{dossier.articles['a-moscow-times'].url}}},\n"
        f"  note = {{{dossier.articles['a-moscow-times'].note}}},\n"
        "}"
    )
    # Without an address, it is nothing that BibLaTeX would call online.
    entries = cited("russia-reserves-usgs", dossier, "bibtex")
    assert re.findall(r"^@misc\{([^,]+),$", entries, re.MULTILINE) == ["a-putin-proposal", "a-russia-aims"]
    assert "  annotation = {“According to the US Geological Survey (USGS), Russia has the world’s" in entries
    assert "million metric tons.”, line 4},\n" in entries


def test_bibtex_escapes_what_tex_reads(article: Callable[..., Dossier]) -> None:
    title = "[100% {of} $5_000 & #1 ~ \\x ^ }{]"
    dossier = article(title=title, publisher="post", publisher_by="happened", url="https://example.org/a_b%20{c}?d=1&e")
    text = cited("a", dossier, "bibtex")
    assert "  title = {[100\\% \\textbraceleft{}of\\textbraceright{} \\$5\\_000 \\& \\#1 \\textasciitilde{} " in text
    assert "\\textbackslash{}x \\textasciicircum{} \\textbraceright{}\\textbraceleft{}]},\n" in text
    assert "  organization = {The Post \\& Sons},\n" in text
    assert "  url = {https://example.org/a_b%20%7Bc%7D?d=1&e},\n" in text
    assert balanced(text)


def balanced(text: str) -> bool:
    """Whether the braces pair up, as BibTeX counts them: a backslash makes no difference."""
    depth = 0
    for brace in re.findall(r"[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def test_bibtex_of_the_built_in_dossier_is_balanced(dossier: Dossier) -> None:
    assert all(balanced(cited(id, dossier, "bibtex")) for id in dossier.articles)


# Markdown


@pytest.mark.parametrize(
    ("printed", "escaped"),
    [
        ("See [this](javascript:alert(1)) now.", r"See \[this\](javascript:alert(1)) now."),
        ("An ![image](https://example.org/x) now.", r"An !\[image\](https://example.org/x) now."),
        ("A <b>bold</b> claim.", r"A \<b\>bold\</b\> claim."),
        ("Stars *and* _lines_ `code` ~~gone~~ a|b.", r"Stars \*and\* \_lines\_ \`code\` \~\~gone\~\~ a\|b."),
        ("Fish &amp; chips.", r"Fish \&amp; chips."),
        ("A back\\slash.", r"A back\\slash."),
        ("- A list item.", r"\- A list item."),
        ("# A heading.", r"\# A heading."),
        ("+ A list item.", r"\+ A list item."),
        ("1. A first item.", r"1\. A first item."),
        ("12) A later item.", r"12\) A later item."),
        ("It is 3.5% (about).", "It is 3.5% (about)."),
    ],
)
def test_a_sentence_means_nothing_to_markdown(article: Callable[..., Dossier], printed: str, escaped: str) -> None:
    text = cited("e", article(printed, title="[T]"), "markdown")
    assert text == f"> {escaped}\n>\n> — \\[T\\], no date, line 2.\n"


def test_titles_and_names_mean_nothing_to_markdown(article: Callable[..., Dossier]) -> None:
    dossier = article(title="[A *big* [one](x) <i>]", publisher="post", publisher_by="happened")
    assert cited("a", dossier, "markdown") == r"The Post \& Sons, \[A \*big\* \[one\](x) \<i\>\], no date."


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=c&d", "https://example.org/a?b=c&d"),
        ("http://example.org", "http://example.org"),
        ("HTTPS://EXAMPLE.ORG/", "HTTPS://EXAMPLE.ORG/"),
        ("https://example.org/a_(b)", "https://example.org/a_%28b%29"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("ftp://example.org/x", None),
        ("data:text/html,<b>", None),
        ("httpsx://example.org", None),
        (" https://example.org", None),
        ("https://example.org/ javascript:x", None),
        ("https://", None),
        ("https://example.org/<script>", None),
        ("https://example.org/\u202egpj", None),
        ("https://example.org/\x1b]8;;", None),
    ],
)
def test_only_addresses_of_the_web_become_links(article: Callable[..., Dossier], url: str, link: str | None) -> None:
    dossier = article(title="[T]", url=url)
    assert (web_url(dossier.articles["a"]) is None) == (link is None)
    markdown = cited("a", dossier, "markdown")
    assert re.findall(r"(?<!\\)\[.*?(?<!\\)\]\((.*)\)", markdown) == ([link] if link else [])
    assert ("  url = {" in cited("a", dossier, "bibtex")) == (link is not None)
    assert ("URL" in json.loads(cited("a", dossier, "csl"))[0]) == (link is not None)


def test_an_address_that_is_not_a_link_is_still_shown(article: Callable[..., Dossier]) -> None:
    dossier = article(title="[T]", url="ftp://example.org/a_b")
    assert "ftp://example.org/a_b" in cited("a", dossier)
    assert r"ftp://example.org/a\_b" in cited("a", dossier, "markdown")
    assert r"howpublished = {ftp://example.org/a\_b}" in cited("a", dossier, "bibtex")


@pytest.mark.parametrize("format", FORMATS)
def test_no_citation_holds_what_a_terminal_obeys(tmp_path: Path, format: str) -> None:
    dossier = open_dossier(write(tmp_path))
    for id in ("a", "mine", "mine-reserves", "dug"):
        try:
            text = cited(id, dossier, format)
        except CitationError as error:
            text = str(error)
            assert format == "link"
        assert not raw(text), text
        assert "Title" in text or format in ("quote", "link")


# The words alone, and links to them


def test_a_quote_is_the_sentence_and_an_articles_its_title(dossier: Dossier) -> None:
    sentence = "However, Russia currently produces only 1% of the world’s rare metals and has minimal processing"
    assert cited("russia-rare-metals-share", dossier, "quote") == f"{sentence} capabilities."
    assert cited("a-moscow-times", dossier, "quote") == dossier.articles["a-moscow-times"].title


def test_a_link_leads_to_the_words(dossier: Dossier) -> None:
    url = dossier.articles["a-moscow-times"].url
    assert cited("a-moscow-times", dossier, "link") == url
    assert cited("russia-rare-metals-share", dossier, "link") == (
        f"{url}#:~:text=Russia%20currently%20produces%20only%201%25%20of%20the%20world%E2%80%99s%20rare%20metals"
    )


def test_a_link_goes_to_articles_of_the_web_alone(dossier: Dossier) -> None:
    assert len(dossier.figures["russia-reserves-ministry"].sources) == 2
    assert len(cited("russia-reserves-ministry", dossier, "link").splitlines()) == 1
    with pytest.raises(CitationError, match="a-russia-aims has no web address"):
        cited("a-russia-aims", dossier, "link")


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a", "https://example.org/a#:~:text=It%20happened."),
        ("https://example.org/a#part", "https://example.org/a#part:~:text=It%20happened."),
    ],
)
def test_a_directive_follows_the_fragment(article: Callable[..., Dossier], url: str, link: str) -> None:
    assert cited("e", article(title="[T]", url=url), "link") == link
