"""The kind of a name by the words around it: president Moss, Skarn, a town of 900, shares of Orla."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tui.items.name_aliases import WholeName
from tui.items.name_kinds import is_country, is_place, may_be_person
from tui.items.offices import is_office
from tui.text.span import Span

_BEFORE, _AFTER = 60, 60
"""The most characters before and after a name that are read for its kind."""

_START = r"(?<![^\W_])"
_END = r"(?![^\W_])"
_ARTICLE = r"(?:(?:the|an?|der|die|das|eine?|une?|le|la|un|una|uno|il|lo|el|um|uma|o|een|de|het)\s|l['’])"
_OF = r"(?:of|de|du|des|di|del|della|do|da|von|van)\s(?:(?:the|la|le|el|il)\s)?|d['’]|(?:de|del)l['’]"

NOUNS = {
    "company": r"group|company|firm|subsidiary|unit|bourse|lender|insurer|brewer|carrier|bank|chain|[a-z]{2,12}maker"
    r"|manufacturer|developer|operator|producer|supplier|giant|start-up|retailer|airline"
    r"|carmaker|automaker|brand|broker|brokerage|groupe|société|entreprise|constructeur|fabricant|marque|compagnie"
    r"|empresa|compañía|grupo|marca|cadena|aerolínea|constructora|azienda|società|gruppo|marchio|compagnia|companhia"
    r"|montadora|Firma|\w{0,30}[Kk]onzerns?|\w{0,30}[Hh]ersteller[sn]?|[A-Z]\w{2,30}bauers?|\w{0,30}[Uu]nternehmens?"
    r"|\w{2,30}anbieters?|\w{2,30}betreibers?|Fluggesellschaft|Fluglinie|Billigflieger|Discounter|Reederei|Autobauer"
    r"|bedrijf|компани[яию]|корпораци[яию]|концерн\w{0,2}|холдинг\w{0,2}|бренд\w{0,2}|марк[аиуой]{1,2}"
    r"|авиакомпани[яию]|групп[аыеуой]{1,2}\sкомпаний|фирма",
    "person": r"architect|boss|brothers?|sisters?|student|resident|scientist|researcher|owner|worker|farmer|activist"
    r"|lawmaker|politician|singer|actor|actress|striker|midfielder|goalkeeper|rookie|wife|husband|son|daughter|father"
    r"|mother|uncle|aunt|cousin|widow|girlfriend|boyfriend|architecte|épouse|mari|fils|fille|frère|sœur"
    r"|chercheu(?:r|se)|portavoz|arquitect[oa]|alcaldesa|ministra|actor|actriz|cantante|jugador|esposa|esposo|marido"
    r"|hij[oa]|herman[oa]|inspecteur|regista|moglie|marito|figli[oa]|fratello|sorella|mulher|filh[oa]|irm[ãa]o?"
    r"|Ehefrau|Ehemann|Sohn|Tochter|Bruder|Schwester|Trainer|Stürmer|Torhüter|Sänger(?:in)?|Schauspieler(?:in)?"
    r"|Regisseur(?:in)?|Autor(?:in)?|zoon|dochter|broer|zus|актёр\w{0,2}|актер\w{0,2}|писател[ьяюем]{1,2}"
    r"|депутат\w{0,2}"
    r"|тренер\w{0,2}|спикер\w{0,2}|адвокат\w{0,2}|эксперт\w{0,2}|журналист\w{0,2}|режисс[её]р\w{0,2}",
    "organization": r"agency|union|watchdog|charity|association|club|party|agence|association|syndicat|parti|club"
    r"|équipe"
    r"|agencia|asociación|sindicato|partido|equipo|coalición|agenzia|associazione|sindacato|partito|squadra"
    r"|Gewerkschaft"
    r"|Partei|\w{1,30}[Oo]rganisation|\w{1,30}verein|Verband|Klub|vakbond|partij|партия|движение"
    r"|клуб",
    "publication": r"newspaper|magazine|periódico|diario|revista|journal|quotidien|hebdomadaire|quotidiano|giornale"
    r"|jornal|Zeitung|\w{0,30}[Mm]agazin|Tageszeitung|Nachrichtenagentur|Blatt|krant|газет[аеыу]"
    r"|журнал\w{0,2}|издание|издании|портал\w{0,2}|news\sagency|agence\sde\spresse|agencia\sde\snoticias",
    "place": r"Stadt|Fluss|Provinz|Bundesland|Gemeinde|Insel|Bundesstaat|Kanton|Hauptstadt|Hafenstadt|Region"
    r"|Landkreis|Bezirk"
    r"|stad|provincie|eiland|dorp|regentschap|isla|ciudad|provincia|río|monte|lago|île|ville|mont|lac|isola|fiume|ilha"
    r"|cidade|città|rio|capital|suburb|river|lake|mount|город|городе|посёлок|поселок|посёлке|поселке|село|селе|деревне|деревня|река"
    r"|реке|реку"
    r"|остров\w{0,2}|штат\w{0,2}|провинция|провинции",
}
"""Words before or after a name that say what it is."""

_TRAIT = (
    r"(?:\s[a-zà-ÿ]{2,16}(?:al|ale|an[oa]|aise?|oise?|ien|ienne|esa|és|ense|ic[oa]|ique|ese|in[oa]|ist[ea]|iste|ante|ente|ari[oa]|aire|iv[oa]|ive|if"
    r"|ola?))?"
)
"""An adjective after a noun, as Romance languages have it."""
_PLACE_OF = (
    r"cit(?:y|ies)|towns?|villages?|capital|count(?:y|ies)|provinces?|state|regions?|ports?|island|suburbs?|mayor"
    r"|residents"
    r"|outskirts|streets|airport|east|west|north|south|ville|site|région|commune|port|village|maire|habitants"
    r"|banlieue|évêque"
    r"|département|province|aéroport|île|baie|nord|sud|est|ouest|puertos?|ciudad(?:es)?|provincias?|regi[óo]n(?:es)?"
    r"|estados?"
    r"|localidad(?:es)?|municipios?|pueblos?|barrios?|alcalde(?:sa)?|vecinos|arzobispo|obispo|isla|distritos?|district|cuevas?"
    r"|aeropuerto|norte"
    r"|sur|este|oeste|playa|città|comune|porto|sindaco|isola|abitanti|vescovo|aeroporto|cidade|município|prefeit[oa]"
    r"|freguesia|ilha|estado|região|bispo|leste|Bürgermeister(?:in)?|nördlich|südlich|östlich|westlich|Nähe"
    r"|burgemeester"
)
_WHERE = {
    "en": r"[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|capital,",
    "fr": r"à|[Ee]n|vers|près\sde",
    "es": r"[Ee]n",
    "it": r"[Ii]n|vicino\sa",
    "pt": r"em",
    "ru": r"[Вв]|[Пп]од|[Ии]з",
    "uk": r"[УуВв]|[Пп]ід|[Іі]з",
    "nl": r"[Ii]n|[Uu]it",
    "de": r"[Ii]n|[Aa]us|[Nn]ach|nahe",
}
"""Words before the name of a place."""
_LEAD = {code: re.compile(rf"{_START}(?:{words})\s$") for code, words in _WHERE.items()}
_HELD = re.compile(r"(?:stakes?|shares?|interest|investors?)\sin\s$")
"""What is held in a company."""
_KIND_BEFORE = [
    *((kind, re.compile(rf"{_START}(?:{words}){_TRAIT}\s[„“\"«»]?$")) for kind, words in NOUNS.items()),
    ("place", re.compile(rf"{_START}(?:{_PLACE_OF}){_TRAIT}\s(?:{_OF})$")),
    (
        "company",
        re.compile(
            rf"{_START}(?:(?:analysts?|economists?|strategists?|brokers?|traders?)\s(?:at|with)|(?:analyste?s?|économistes?)\schez"
            rf"|(?:Analyst(?:in|en)?|Volkswirt(?:in)?|Ökonom(?:in)?)\sbei(?:\sder)?|stake\sin)\s$|{_START}(?:[Ss]hares|[Aa]ctions|[Aa]cciones|[Aa]zioni|Aktien?)\s(?:{_OF})$|{_START}(?:OOO|ООО|ОАО|ПАО|ЗАО)\s[«\"]?$"
        ),
    ),
    ("place", re.compile(rf"{_START}(?:mine|plant|site|factory|base|works)\sat\s$")),
    ("person", re.compile(rf"{_START}(?:Mr|Mrs|Ms|MM?|Mme|Sr|Sra)\.?\s$")),
]
_HEAD_AFTER = r"(?=[,.;:)]|\s(?:of|in|that|which|based|with|near|some|for|on|where|who|owned|founded|at)\s)"
_APPOSED = [
    (
        kind,
        re.compile(rf"\s?,\s{_ARTICLE}(?:[a-zà-ÿ-]{{2,20}}\s){{0,2}}?(?:{words})(?:{_HEAD_AFTER}|(?<=[éoaeà])\s|\sd)"),
    )
    for kind, words in NOUNS.items()
]
_KIND_AFTER = [
    *_APPOSED,
    ("place", re.compile(rf"\s(?:county|province|region|district|city|prefecture|peninsula|valley|state){_END}")),
    (
        "facility",
        re.compile(
            r"\s(?:(?:wind|solar|power|nuclear|gas|coal|steel|copper|gold|lithium)\s)?(?:farm|plant|project|mine|dam"
            rf"|reactor|airport|station|refinery|factory|bridge|mill){_END}"
        ),
    ),
    (
        "company",
        re.compile(
            rf"(?:['’]s)?\s(?:shares|stock|plc|shareholders){_END}|\s(?:reported|posted|expects?|forecasts?)"
            rf"(?:\s\S{{1,20}}){{0,4}}?\s(?:profits?|loss(?:es)?|sales|revenues?|earnings|income|results){_END}"
        ),
    ),
    # Its symbol at an exchange; a city before its state or country.
    (
        "company",
        re.compile(
            r"\s[(\[](?:NYSE|N[Aa][Ss][Dd][Aa][Qq]|AMEX|LSE|TSXV?|ASX|OTC\w{0,4}|XETRA|HKEX|SIX|[BN]SE|AIM)\s?:"
        ),
    ),
    ("publication", re.compile(rf"\s(?:news\sagency|newspaper|magazine|daily){_END}")),
    (
        "person",
        re.compile(
            r",\s(?:aged\s)?[1-9]\d(?=,|\s(?:ans|anni|anos|Jahre)(?![^\W_]))|,\sde\s\d\d\saños|\s\(\d\d\sJahre\)"
            r"|['’]s\s(?:wife|husband|mother|father|son|daughter|brother|sister|widow|lawyers?|funeral)(?![^\W_])"
            r"|\s(?:said|says|added|admitted|insisted)\s(?:that\s)?s?he(?![^\W_])"
            r"|\stold\s(?:reporters|journalists|a\snews\sconference)(?![^\W_])"
            r"|\s(?:was\sborn|nació|est\snée?|è\snat[oa]|nasceu|wurde\s[^.]{0,40}geboren|родил[ас])|,\squien(?![^\W_])"
        ),
    ),
]
_SAYS = re.compile(
    r"(?:,|\s)?\s?(?:said|says|told|added|noted|explained|argued|wrote|announced|warned|sagte|erklärte|teilte"
    r"|a\s(?:dit|déclaré|affirmé|annoncé)|dijo|anunció|afirmó|сказал\w?|заявил\w?|сообщил\w?"
    rf"|,\s(?:\d{{2}}[,.]|an?\s|head|director|directrice|directora?|chief)){_END}"
)
_SAID = re.compile(
    rf"{_START}(?:said|says|warned|added|sagte|erklärte|dijo|afirmó|declaró|manifestó|a\s(?:dit|déclaré|affirmé"
    rf"|expliqué)|ha\sdetto|disse"
    r"|заявил|сказал|сообщил)\s$"
)
_DATELINE = re.compile(
    r"(?:,\s[^\W\d_][\w\s.]{1,30})?(?:\s\([\w\s/]{2,20}\))?,?\s?[-–—](?!\w)|(?:,\s\w{1,30})?\s\((?:[A-Z]{2,10}|Reuters|Xinhua)\)"
)
_STATE = re.compile(
    r",\s(?P<state>[^\W\d_][\w.]{1,20}(?:\s[^\W\d_]\w{1,20})?)(?=[.;:)]|,\s(?![^\W\d_a-zß-öø-ÿа-џ])|\s[-–—])"
)
"""What follows a city, if it is the name of its country or state."""
_DATED = re.compile(r"(?:\s\([^\W\d_]{3,20}\))?,\s\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?\s\([A-Z]{2,8}\)")
"""What follows the place in a dateline: Lalín, 23 may (EFE)."""
_OFFICE_AFTER = re.compile(
    rf",\s(?:{_ARTICLE})?(?:[a-zà-ÿ-]{{2,20}}\s)?(?P<office>[^\W\d_-]{{3,20}})(?=\s(?:{_OF})|\sdes?\s|[,.])"
)
_OFFICE_BEFORE = re.compile(rf"(?<![\w-])(?P<office>[^\W\d_]{{1,30}}(?:-[^\W\d_]{{1,30}})?){_TRAIT}\s$")
_OFFICE_OF = re.compile(r"(?<![\w-])(?P<office>[а-яё-]{3,30})\s[А-ЯЁ]\w{1,20}\s$")
"""An office and what somebody holds it of, in Russian: президент США."""
_OF_BODY = re.compile(rf"{_START}(?P<office>[^\W\d_]{{3,30}})(?:\sg[eé]n[eé]ral)?\s(?:(?:{_OF})|for\s)$")
_ACRONYM = re.compile(r"[^\W\d_]{3,5}")
_DEFINITE = re.compile(
    r"(?<![^\W_])(?:the|der|die|dem|la|le|el|del|al|du|il|het)\s$|(?<![^\W_])(?:l|dell|all)['’]$", re.IGNORECASE
)
_NOUN_ENDS = re.compile(
    r"[.,;]\s|\s(?:has|had|is|was|will|would|said|says|hat|hatte|ist|war|wird|a|est|avait|ha|es|fue|è|era)(?![^\W_])"
)
"""What is after a noun that says nothing of another one."""
_MEMBERS = frozenset(
    "member members membre membres miembro miembros candidate candidato candidata militantes líder leader head".split()
)


def kinds_around(text: str, span: Span, code: str, begins: bool) -> Iterator[str]:
    """The kinds that the words around a name point to; `begins` says whether a sentence begins with it."""
    name, before = text[slice(*span)], text[max(span.start - _BEFORE, 0) : span.start].rpartition("\n")[2]
    after = Span(span.end, min(span.end + _AFTER, len(text)))
    words = name.split()
    yield from (kind for kind, words_before in _KIND_BEFORE if words_before.search(before))
    yield from (kind for kind, words_after in _KIND_AFTER if words_after.match(text, *after))
    speaks = _SAYS.match(text, *after) or _SAID.search(before)
    opened = begins and (_DATELINE if name.isupper() else _DATED).match(text, span.end)
    state = _STATE.match(text, *after) if len(words) < 4 and before[-2:] != ", " else None
    if opened or (state and (is_country(state["state"], code) or is_place(state["state"], code))):
        yield "place"
    elif name.isupper():
        of = _OF_BODY.search(before)
        placed = _LEAD.get(code, _LEAD["en"]).search(before)
        if (
            len(words) == 1 and _ACRONYM.fullmatch(name) and _DEFINITE.search(before) and _NOUN_ENDS.match(text, *after)
        ) or (
            len(words) == 1
            and not placed
            and (speaks or (of and (is_office(of["office"]) or of["office"] in _MEMBERS)))
        ):
            yield "organization"
        return
    elif (
        len(words) < 3
        and not (code in ("ru", "uk") and name.isascii())
        and not _HELD.search(before)
        and _LEAD.get(code, _LEAD["en"]).search(before)
    ):
        yield "place"
    if (speaks and may_be_person(name, code)) or (
        all(word[0].isupper() for word in words) and _has_office(text, before, after)
    ):
        yield "person"


def _has_office(text: str, before: str, after: Span) -> bool:
    """Whether an office is around a name: president Moss; Ada Moss, a lawyer; the Minister of Works, Ada Moss."""
    offices = (_OFFICE_BEFORE.search(before), _OFFICE_OF.search(before), _OFFICE_AFTER.match(text, *after))
    clause = re.split(r"[.;:!?()\n]", before)[-1].replace(",", "").split() if before.endswith(", ") else []
    return any(match and is_office(match["office"]) for match in offices) or any(map(is_office, clause))


_LISTED = re.compile(
    r",?\s(?:and|or|und|oder|et|ou|y|e|o|en|и|или|та|і)\s|,\s(?:(?:and|or|el|la|los|las|le|les|l['’])\s?)?"
)
_LIKE = {"country": "place"}


def set_kinds_in_lists(text: str, names: Iterable[WholeName], code: str) -> None:
    """Gives names of no known kind the kind of those that they are listed with: Norway, Skarn and Denmark.

    In a list of three or more, whose others are all known to be of one kind. Among places may be countries.
    """
    placed = sorted(((span, name) for name in names for span in name.spans), key=lambda each: each[0])
    runs: list[list[WholeName]] = [[]]
    for (span, name), (following, _) in pairwise(placed):
        runs[-1].append(name)
        if not _LISTED.fullmatch(text, span.end, following.start):
            runs.append([])
    if placed:
        runs[-1].append(placed[-1][1])
    for run in (run for run in runs if len(run) > 2):
        known = [name.kind for name in run if name.kind and not name.guessed]
        kinds = [_LIKE.get(kind, kind) for kind in known]
        # Among countries may be another country, or a place.
        if len(set(kinds)) != 1 or kinds[0] not in ("person", "place", "company") or {*known} == {"country"}:
            continue
        for name in run:
            if name.kind is None and (len(kinds) > 1 or (kinds[0] == "person" and may_be_person(name.name, code))):
                name.kind = kinds[0]
