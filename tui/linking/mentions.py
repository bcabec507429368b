"""The mentions of entities in the articles: where their names are printed, and where the curator says so."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import chain

from tui.catalog import schema
from tui.dossier.article_mentions import ArticleMentions, pack_mentions
from tui.dossier.records import Article
from tui.linking.link_context import LinkContext
from tui.linking.names import Form, Names
from tui.linking.reuse import Reuse
from tui.text.processes import map_in_processes
from tui.text.span import Span, without_overlaps


def find_mentions(
    catalog: schema.Catalog,
    articles: Mapping[str, Article],
    context: LinkContext,
    reuse: Reuse,
    step: Callable[[], None],
) -> ArticleMentions:
    """Finds the entities of a catalog in the texts of the articles that were linked; `step` is called for each."""
    by_hand: dict[str, dict[Span, str]] = defaultdict(dict)

    def find_by_hand(entity: schema.EntityEntry, context: LinkContext) -> None:
        for entry in entity.mentions:
            if span := context.quote(entry):
                by_hand[entry.article][span] = entity.id

    context.attempt_all(catalog.entities, find_by_hand)
    exceptions = [(entity.id, phrase) for entity in catalog.entities for phrase in entity.except_]
    names = Names(_forms(catalog.entities, context), exceptions)
    reuse.look_for(names)

    def names_in(article: str) -> dict[Span, str]:
        artefacts = (artefact.span for artefact in articles[article].artefacts)
        return dict(names.find(context.documents[article].text, artefacts, context.count))

    def names_if_any(article: str) -> dict[Span, str] | None:
        """The same; None if lode itself fails."""
        with suppress(Exception):
            return names_in(article)
        return None

    settings = {id: repr((articles[id].artefacts, sorted(by_hand[id].items()))) for id in articles}
    known = {id: reuse.mentions(id, settings[id]) for id in articles}
    searched = map_in_processes(names_if_any, [id for id in articles if known[id] is None])

    def find_names(entry: schema.ArticleEntry, _: LinkContext) -> dict[Span, str]:
        found = next(searched)
        return names_in(entry.id) if found is None else found

    packed = {}
    for entry in catalog.articles:
        step()
        if entry.id not in articles or entry.id in packed:
            continue
        same = known[entry.id]
        if same is None:
            named = context.of(entry).attempt(entry, find_names)
            # What the curator set by hand wins over a name that is printed in the same words.
            found = (named or {}) | by_hand[entry.id]
            same = pack_mentions({span: found[span] for span in sorted(without_overlaps(found))})
            if named is not None:
                reuse.keep_mentions(entry.id, settings[entry.id])
        packed[entry.id] = same
    return ArticleMentions(packed)


def _forms(entities: Iterable[schema.EntityEntry], context: LinkContext) -> Iterable[Form]:
    """The names to look for; one that already names another entity is a problem."""
    # A material's names are found in any case, so that it shares them in any case too.
    owners: dict[str, schema.EntityEntry] = {}
    in_any_case: dict[str, schema.EntityEntry] = {}
    materials: dict[str, schema.EntityEntry] = {}

    def forms_of(entity: schema.EntityEntry, context: LinkContext) -> list[Form]:
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
            context.report(mark, "shared-alias", message)
        return forms

    return chain.from_iterable(context.attempt_all(entities, forms_of))
