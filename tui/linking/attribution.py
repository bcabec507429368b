"""Verifies who is said to claim something: the words that attribute it must name the claimant."""

from collections.abc import Iterator, Sequence

from tui.catalog import schema
from tui.dossier.records import Source
from tui.items.denial import OTHERS, denial
from tui.items.speech import SPEAKERS, Speech, speech_in
from tui.languages.language import ENGLISH, code_of
from tui.linking.link_context import LinkContext
from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.span import Span

_HEARSAY = in_any_case(
    r"(?<![^\W_])(?:reportedly|allegedly|purportedly|angeblich|prétendument|supuestamente|presuntamente|supostamente"
    r"|alegadamente|naar\s+verluidt|якобы|нібито)(?![^\W_])"
)
"""Words by which a text says that it only has something from others."""


_APART = in_any_case(
    r"(?<![^\W_])(?:unlike|contrary\s+to(?:\s+what)?|neither|nor|not|told|accus(?:es?|ed)|(?:speaking|talking|writing)\s+to|(?:interview|conversation|talk)s?\s+with"
    r"|(?:letter|statement|message|report|email)s?\s+(?:to|for)|except|if"
    r"|instead\s+of|rather\s+than|anders\s+als|entgegen|im\s+gegensatz\s+zu|contrairement\s+à|a\s+diferencia\s+de"
    r"|diversamente\s+da|ao\s+contrário\s+de|in\s+tegenstelling\s+tot|в\s+отличие\s+от|на\s+відміну\s+від)\s+"
    r"(?:(?:the|der|die|das|dem|den|le|la|les|el|los|las|il|o|a|de|het)\s+)?\Z"
)
"""What comes before the name of somebody who does not say what is said."""

_FORMER = in_any_case(r"(?<![^\W_])(?:former|ex)[\s-]\Z")
"""What comes before the name of a body that somebody has left: a former Alpha manager."""

_PASSES_ON = lazy_pattern(
    r"\s+(?:(?:was|were|is|are|been|being)\s+(?:[a-z]+ly\s+)?(?:told|informed|advised|notified|briefed|warned|reminded)"
    r"|(?:quot|cit)e[sd]?(?=\s[^.;\n]{1,60}?\sas\s(?:saying|telling)))(?![^\W_])"
)
"""What follows the name of somebody who is told something, or who quotes another."""

_SUBORDINATE = in_any_case(
    r"(?<![^\W_])(?:after|before|when|since|because|although|though|as|if|which|whom?|than)\s+\Z"
)
_CITED = in_any_case(r"(?<![^\W_])(?:citing|quoting)\s+(?:[^\W\d_]+\s+){0,2}\Z")
_CLAUSE = lazy_pattern(r"[^\S\n](?:(?!(?:and|und|et|y|e|и)\s)[^,;:.()\d\n]){0,40}")
_CLAUSE_AFTER = lazy_pattern(r"[,”\"\s]{1,3}[^,;:.()\d\n]{0,40}")
_NUMBER = lazy_pattern(r"(?<![\w.,])(?!(?:1[5-9]|20)\d\d(?!\d))\d")
_JOINS = lazy_pattern(r"(?:,|(?<![^\W_])(?:and|but|while|und|aber|et|mais|y|pero|e|en|и|а))\s+(?:the\s+)?\Z")
_LEADS = lazy_pattern(r"\s+(?:(?:at|on|with|bei|auf|à|a|op)\s+)?(?:[^\W\d_]+\s+)?")
_BRACKET = lazy_pattern(r"\([^()\n]{0,200}\)")
_JOINED = lazy_pattern(
    r"(?:\s?,|\s(?:and|or|und|sowie|oder|et|ou|ainsi\sque|y|o|e|en|и|или|та|і|або))+\s(?:(?:the|der|die|la|le)\s)?"
)
_ASKS = in_any_case(r"(?:\s+(?:whether|if|si|se)|,\s+ob)(?![^\W_])")
"""What is asked, and not said. After a comma, a clause may begin with the same words: según Alfa, se vendieron."""
_THAT = lazy_pattern(r",?\s+(?:that|dass|daß|que|che|dat|что|що)\s+\Z")
_ARTICLE = 4
"""Characters before a name that opens its sentence: an article."""
_NEAR = 40
"""Characters before words in which others may deny or contrast them."""


AttributedEntry = schema.ClaimEntry | schema.RelationEntry | schema.EventEntry


def link_sources(entry: AttributedEntry, context: LinkContext) -> tuple[Source, ...]:
    """The sources of a claim, relation or event, or none at all where one of them or its claimant does not hold."""
    claimant = context.entity(entry, "claimant")
    quoted = ((source, context.quote(source)) for source in entry.sources)
    held = [quote and link_source(entry, source, quote, context) for source, quote in quoted]
    if not all(held) or (entry.claimant and not claimant):
        return ()
    sources = tuple(source for source in held if source)
    _check_hearsay(entry, sources, context)
    return sources


def _check_hearsay(entry: AttributedEntry, sources: Sequence[Source], context: LinkContext) -> None:
    """Warns of a statement that its texts only report, and the catalog states."""
    if entry.modality != "states":
        return
    for given, source in zip(entry.sources, sources, strict=True):
        document = context.documents[source.article]
        spans = [source.quote, *filter(None, [source.said])]
        found = next((match for span in spans if (match := _HEARSAY.search(document.text, *span))), None)
        if found:
            message = f"the text says “{found[0]}”, and the catalog states it; give `modality: reportedly`"
            context.warn(given.mark(), "modality", message)


def link_source(
    entry: AttributedEntry | schema.FigureEntry,
    source: schema.AttributedQuote,
    quote: Span,
    context: LinkContext,
    number: Span | None = None,
) -> Source | None:
    """A source at its quote, with who says so, who passes it on, and when; None where one of these does not hold.

    `number` is the number that a figure quotes there.
    """
    via = context.entity_list(source, "via")
    said = _Attribution(entry, source, quote, context, number).said()
    when = context.when(source, quote)
    if None in via or ((source.said or entry.claimant) and not said) or (source.when and not when):
        return None
    return Source(article=source.article, quote=quote, when=when, number=number, said=said, via=tuple(source.via))


class _Attribution:
    """What gives the quote of a source, or the number that a figure quotes there, to the claimant of its entry."""

    def __init__(
        self,
        entry: AttributedEntry | schema.FigureEntry,
        source: schema.AttributedQuote,
        quote: Span,
        context: LinkContext,
        number: Span | None,
    ) -> None:
        self._entry, self._source, self._quote, self._context, self._number = entry, source, quote, context, number

    def said(self) -> Span | None:
        """The words that attribute it; None if there are none, or if they do not name the claimant.

        The words must also name everyone under `via`. What is wrong is reported.
        """
        source, context, claimant = self._source, self._context, self._entry.claimant
        if source.said is None:
            if claimant:
                message = f"it is given to {claimant}, and nothing says so; give the words in `said`"
                context.report(source.mark(), "unattributed", message)
            return None
        mark = source.mark("said")
        if not claimant:
            context.report(mark, "unattributed", "the words attribute it, and `claimant` is empty")
            return None
        said = context.near(mark, source.article, source.said, self._quote)
        if said is None or claimant not in context.entities:
            return None
        for name in (claimant, *source.via):
            if name in context.entities and not context.mentions.is_named(name, source.article, said):
                message = (
                    f"the words “{source.said}” do not name {name}; quote those that do, or add the name to its aliases"
                )
                named = ", ".join(sorted(context.mentions.named_in(source.article, said)))
                context.report(mark, "misattributed", message, named or None)
                return None
        if reason := self._not_said(claimant, said):
            context.warn(mark, "attribution", f"{reason}; is {claimant} the one who says it?")
        return said

    def _not_said(self, claimant: str, said: Span) -> str | None:
        """Why words that name a claimant may not say that it says what is quoted; None if nothing speaks against it."""
        source, quote, context = self._source, self._quote, self._context
        document, language = context.documents[source.article], context.language(source.article)
        text = document.text
        mentions = context.mentions.each(source.article, said)
        name = next(span for span, id in mentions if id == claimant)
        if apart := _apart(text, name, context.entities[claimant].type != "person"):
            return f"“{apart}” comes before its name"
        if others := OTHERS.match(text, name.end) or _PASSES_ON.match(text, name.end):
            return f"“{others[0].strip()}” follows its name"
        if (asks := _ASKS.match(text, said.end)) and said.end <= quote.start:
            return f"“{asks[0].strip()}” follows the words"
        words = denial(language.tag if language else ENGLISH)
        stretches = (Span(max(said.start - _NEAR, 0), said.start), Span(said.start, max(said.end, quote.start)))
        of_clauses = (
            each
            for before in stretches
            for each in words.finditer(text, *before)
            if _THAT.fullmatch(text, each.end(), before.end)
        )
        denied = words.search(text, *said) or next(of_clauses, None)
        if denied and getattr(self._entry, "modality", None) != "denies":
            return f"“{denied[0]}” denies it"
        speech, passing_on = speech_in(code_of(language)), {*source.via, context.articles[source.article].publisher}
        speaking = {id: span for span, id in mentions if _speaks(text, span, said, speech)}
        is_certain = claimant in speaking or any(
            _JOINED.fullmatch(text, name.end, span.start) for span in speaking.values()
        )
        if not is_certain and (speakers := speaking.keys() - passing_on):
            return f"the words say that {min(speakers)} says it"
        if _CITED.search(text, max(name.start - _NEAR, 0), name.start):
            return None
        own = {claimant, getattr(self._entry, "subject", None), *passing_on}
        quoted = self._number or quote
        if self._number and _brackets_another(text, said, quoted, document.sentence_around(quoted)):
            return "their brackets are those of another number"
        sentence = document.sentence_around(quoted)
        # “Beta at 5 tons” takes over the verb of another.
        own_sentence = document.sentence_around(name)
        is_certain |= _speaks(text, name, own_sentence, speech) or said.start <= quoted.start <= said.end + 1
        for stretch in _nearer(text, said, quoted, sentence, is_certain):
            verbs_first = stretch.start >= quoted.end or code_of(language) != ENGLISH
            for span, id in context.mentions.each(source.article, stretch):
                is_speaker = id not in own and context.entities[id].type in SPEAKERS
                if is_speaker and (
                    _speaks(text, span, stretch, speech, verbs_first) or _takes_over(text, said, span, quoted)
                ):
                    return f"{id} says it nearer to what is quoted"
        if said.end <= sentence.start and (pronoun := speech.by_pronoun(text, sentence)):
            # “Alpha said so. Beta disagreed. It said …”
            for span, id in context.mentions.each(source.article, Span(said.end, sentence.start)):
                opens = span.start - document.sentence_around(span).start <= _ARTICLE
                if opens and id not in own and context.entities[id].type in SPEAKERS:
                    return f"“{text[slice(*pronoun.who)]}” may be {id}"
        return None


def _apart(text: str, name: Span, is_body: bool) -> str | None:
    """The words before a name by which somebody else says what is said; None without any."""
    start = max(name.start - _NEAR, 0)
    apart = _APART.search(text, start, name.start) or (_FORMER.search(text, start, name.start) if is_body else None)
    return apart[0].strip() if apart else None


def _nearer(text: str, said: Span, quoted: Span, sentence: Span, is_certain: bool) -> Iterator[Span]:
    """What is nearer to something quoted than the words that attribute it, in its sentence and outside brackets.

    Also what is between the two in its paragraph, where the words are in another sentence, and what comes before
    something quoted, where they follow it and are none of speech (not `is_certain`).
    """
    is_before = said.end <= quoted.start
    if is_before and said.end <= sentence.start:
        following = _NUMBER.search(text, quoted.end, sentence.end)
        yield Span(max(said.end, text.rfind("\n", 0, sentence.start) + 1), quoted.start)
        yield Span(quoted.end, following.start() if following else sentence.end)
        return
    if not (is_before or is_certain):
        yield Span(sentence.start, quoted.start)
    # After a comma, “Beta said” may begin what is said of another number, unless sources follow their numbers.
    follows = not is_before or not is_certain or _NUMBER.search(text, sentence.start, max(said.start, sentence.start))
    directly_after = (_CLAUSE_AFTER if follows else _CLAUSE).match(text, quoted.end, sentence.end)
    if directly_after and (is_before or directly_after.end() <= said.start):
        yield Span(*directly_after.span())
    if is_before:
        start = max(said.end, sentence.start)
        for bracket in _BRACKET.finditer(text, start, quoted.start):
            yield Span(start, bracket.start())
            start = bracket.end()
        yield Span(start, quoted.start)


def _takes_over(text: str, said: Span, name: Span, quoted: Span) -> bool:
    """Whether a name takes over the verb of the one before it: Alpha put it at 3 tons and Beta at 5."""
    joined = _JOINS.search(text, max(name.start - _NEAR, said.end), name.start) if said.end <= name.start else None
    leads = joined and _LEADS.fullmatch(text, name.end, max(quoted.start, name.end))
    return bool(leads and _NUMBER.search(text, said.end, name.start))


def _brackets_another(text: str, said: Span, number: Span, sentence: Span) -> bool:
    """Whether words in brackets attribute another number than the given one: 5 tons (Alpha) or 3 tons (Beta)."""
    opened, closed = text.rfind("(", sentence.start, said.start + 1), text.find(")", said.end - 1, sentence.end)
    if opened < 0 or closed < 0 or ")" in text[opened : said.start] or opened < number.start < closed:
        return False
    if _NUMBER.search(text, opened, closed):
        return True
    start = number.end if number.end <= opened else max(opened - _NEAR, sentence.start)
    return _NUMBER.search(text, start, opened) is not None


def _speaks(text: str, name: Span, within: Span, speech: Speech, verbs_first: bool = True) -> bool:
    """Whether the words around a name certainly make it speak, and not only in a clause that tells when or why.

    With `verbs_first`, a verb may come before the name: “…, said Beta”.
    """
    if text.startswith(("’s", "'s"), name.end) or _SUBORDINATE.search(text, max(name.start - _NEAR, 0), name.start):
        return False
    found = speech.of(text, name, within)
    if found is None or not found.certain:
        return False
    # “Alpha, cited by Gamma, puts Beta at 5 tons”: what an English verb comes before is its object.
    is_object = not verbs_first and found.span.end == name.end
    return not is_object or any(speech.sources(text, Span(found.span.start, name.start)))
