"""The mentions of entities in the articles: where their names are printed, and where the curator says so."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import chain

from tui.catalog import schema
from tui.dossier.article_mentions import ArticleMentions, pack_mentions
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.names import Form, Names
from tui.dossier.records import Article
from tui.dossier.references import References
from tui.dossier.reuse import Reuse
from tui.text.processes import spread
from tui.text.span import Span, without_overlaps


class Mentions:
    """Looks up which entities are named where."""

    def __init__(self, by_article: ArticleMentions) -> None:
        self.by_article = by_article
        self._spans: dict[str, dict[str, list[Span]]] = {}
        """The places of each entity in each article that was asked for."""

    def is_named(self, entity: str, article: str, within: Span) -> bool:
        """Whether a stretch of an article names an entity."""
        if article not in self._spans:
            self._spans[article] = defaultdict(list)
            for mention in self.by_article[article]:
                self._spans[article][mention.record].append(mention.span)
        spans = self._spans[article].get(entity, [])
        first = bisect_left(spans, within.start, key=lambda span: span.start)
        return first < len(spans) and spans[first].end <= within.end

    def named_in(self, article: str, within: Span) -> set[str]:
        """The entities that a stretch of an article names."""
        mentions = self.by_article[article]
        first = bisect_left(mentions, within.start, key=lambda mention: mention.span.start)
        last = bisect_right(mentions, within.end, key=lambda mention: mention.span.end)
        return {mention.record for mention in mentions[first:last]}


def find_mentions(
    catalog: schema.Catalog,
    articles: Mapping[str, Article],
    references: References,
    reuse: Reuse,
    diagnostics: Diagnostics,
    step: Callable[[], None],
) -> Mentions:
    """Finds the entities of a catalog in the texts of the articles that were linked; `step` is called for each."""
    by_hand: dict[str, dict[Span, str]] = defaultdict(dict)

    def find_by_hand(entity: schema.EntityEntry, diagnostics: Diagnostics) -> None:
        for entry in entity.mentions:
            if span := references.quote(entry, diagnostics):
                by_hand[entry.article][span] = entity.id

    diagnostics.attempt_all(catalog.entities, find_by_hand)
    exceptions = [(entity.id, phrase) for entity in catalog.entities for phrase in entity.except_]
    names = Names(_forms(catalog.entities, diagnostics), exceptions)
    reuse.look_for(names)

    def names_in(article: str) -> dict[Span, str]:
        artefacts = (artefact.span for artefact in articles[article].artefacts)
        return dict(names.find(references.texts.documents[article].text, artefacts, references.texts.count))

    def names_if_any(article: str) -> dict[Span, str] | None:
        """The same; None if lode itself fails."""
        with suppress(Exception):
            return names_in(article)
        return None

    settings = {id: repr((articles[id].artefacts, sorted(by_hand[id].items()))) for id in articles}
    known = {id: reuse.mentions(id, settings[id]) for id in articles}
    searched = spread(names_if_any, [id for id in articles if known[id] is None])

    def find_names(entry: schema.ArticleEntry, diagnostics: Diagnostics) -> dict[Span, str]:
        found = next(searched)
        return names_in(entry.id) if found is None else found

    packed = {}
    for entry in catalog.articles:
        step()
        if entry.id not in articles or entry.id in packed:
            continue
        same = known[entry.id]
        if same is None:
            named = diagnostics.of(entry).attempt(entry, find_names)
            # What the curator set by hand wins over a name that is printed in the same words.
            found = (named or {}) | by_hand[entry.id]
            same = pack_mentions({span: found[span] for span in sorted(without_overlaps(found))})
            if named is not None:
                reuse.keep_mentions(entry.id, settings[entry.id])
        packed[entry.id] = same
    return Mentions(ArticleMentions(packed))


def _forms(entities: Iterable[schema.EntityEntry], diagnostics: Diagnostics) -> Iterable[Form]:
    """The names to look for; one that already names another entity is a problem."""
    # A material's names are found in any case, so that it shares them in any case too.
    owners: dict[str, schema.EntityEntry] = {}
    in_any_case: dict[str, schema.EntityEntry] = {}
    materials: dict[str, schema.EntityEntry] = {}

    def forms_of(entity: schema.EntityEntry, diagnostics: Diagnostics) -> list[Form]:
        forms = []
        for i, form in enumerate([entity.name, *entity.aliases]):
            key, material = form.casefold(), entity.type == "material"
            owner = owners.get(form) or (in_any_case if material else materials).get(key) or entity
            if owner is entity:
                owners[form] = in_any_case[key] = entity
                if material:
                    materials[key] = entity
                forms.append(Form(entity.id, form, material))
                continue
            mark = entity.mark("aliases", i - 1) if i else entity.mark("name")
            message = f"“{form}” already names {owner.id}; one form belongs to one entity"
            diagnostics.report(mark, "shared-alias", message)
        return forms

    return chain.from_iterable(diagnostics.attempt_all(entities, forms_of))
