"""How an article is presented."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from tui.dossier.records import Article, Claim, Event, Figure
from tui.search.results import Summary
from tui.text.safe import visible
from tui.view.excerpt import quoted
from tui.view.kinds.base import RecordView
from tui.view.page import Fact, LazyItem, Link, Part, Section, Text
from tui.view.styled_text import Line, StyledText
from tui.view.wording import article_date, article_name, date_text, entity_text


class ArticleView(RecordView[Article]):
    """An article: where and when it was published, and the records in it."""

    def name(self) -> StyledText:
        return StyledText(visible(self.record.title), "article")

    def parts(self) -> Iterator[Part]:
        article, dossier = self.record, self.dossier
        yield from self._publication()
        yield from self.inferred_date(article)
        yield from self.note(article.note)
        if article.language:
            yield from self.fact("Language", visible(article.language), brief="")
        if article.currency:
            yield from self.fact("Currency", visible(article.currency), brief="")
        yield from self.fact("Address", visible(article.url or "none"), brief=article.url or "")
        yield from self.fact("File", visible(article.file), brief=article.file)
        yield self.figures_section(dossier.index.in_article(article.id, Figure))
        yield from self.claims_section(dossier.index.in_article(article.id, Claim), article.id)
        yield from self.events_section(dossier.index.in_article(article.id, Event), article.id)
        yield self._entities()

    def _publication(self) -> Iterator[Part]:
        article, dossier = self.record, self.dossier
        date = date_text(article.published)
        dated_by = [quoted(dossier, article.id, span) for span in article.dated_by]
        if self.brief:
            yield Text(text=f"{dossier.name_of(article.publisher) or 'publisher not stated'} · {date}")
            if dated_by:
                yield Text(text=f"dated by {', '.join(dated_by)}", style="dim")
            return
        publisher = entity_text(article.publisher, dossier) if article.publisher else StyledText("not stated", "dim")
        link = Link(record=article.publisher) if article.publisher else None
        yield Fact(label="Publisher", value=[publisher], link=link)
        edtf = StyledText(f"  ({article.published})" if article.published else "", "dim")
        yield from self.fact("Published", [StyledText(date), edtf])
        for words in dated_by:
            yield from self.fact("dated by", words, indent=1)

    def _entities(self) -> Section:
        """The entities that the article names, the most frequent first."""
        counts = Counter(mention.record for mention in self.dossier.mentions[self.record.id])
        by_count = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        items = [
            LazyItem(record=id, make=partial(self.entity_item, id, Link(record=id, article=self.record.id), count))
            for id, count in by_count
        ]
        return Section(heading="Entities", count=str(len(counts)), items=items)

    def cells(self) -> Line:
        return [
            StyledText(article_date(self.record)),
            StyledText(f"{len(self.dossier.documents[self.record.id].text.split()):,} words", "dim"),
            self.name(),
        ]

    def summary(self) -> Summary:
        name = article_name(self.record.id, self.dossier)
        date = article_date(self.record, short=self.brief)
        about = date if self.brief else f"{date} · {self.record.id}"
        return Summary("", about, "", name)
