"""The forms of names in each language: the small words inside them, bodies, titles, and the words around them."""

import re

SPACE = r"[^\S\n]{1,2}"
LINK = {
    "en": re.compile(
        rf"{SPACE}(?P<of>of|for){SPACE}(?:the{SPACE})?|{SPACE}(?P<and>and|&){SPACE}|{SPACE}(?P<person>bin"
        rf"|ibn|al|de|van|von|der|la){SPACE}"
    ),
    "de": re.compile(
        rf"{SPACE}(?P<of>für|der|des){SPACE}|{SPACE}(?P<and>und|&){SPACE}|{SPACE}(?P<person>von|van|zu){SPACE}"
    ),
    "fr": re.compile(rf"{SPACE}(?P<of>de|du|des|d['’]|de{SPACE}la|de{SPACE}l['’]){SPACE}?|{SPACE}(?P<and>et|&){SPACE}"),
    "es": re.compile(
        rf"{SPACE}(?P<of>de|del|de{SPACE}la|de{SPACE}los|de{SPACE}las|para){SPACE}|{SPACE}(?P<and>y|e"
        rf"|&){SPACE}"
    ),
    "pt": re.compile(rf"{SPACE}(?P<of>de|do|da|dos|das){SPACE}|{SPACE}(?P<and>e|&){SPACE}"),
    "it": re.compile(rf"{SPACE}(?P<of>di|del|della|dei|delle|dell['’]){SPACE}?|{SPACE}(?P<and>e|&){SPACE}"),
}
BODY = re.compile(
    r"(?:Ministry|Department|University|College|Institute|School|Academy|Bank|Court|House|Bureau|Office|Council"
    r"|Republic|Kingdom|Union|States|Board|Church|Gulf|Sea|Strait|Bay"
    r"|Cape|Isle|Port|Order|Battle|Treaty|Organi[sz]ation|Association|Federation|Commission|Committee|Chamber"
    r"|Society|Museum|Faculty|Fund|Agency|Cent(?:er|re)|Confederation"
    r"|League|Bundesamt|Bundesverband|Verband|Institut|Ministerium|Universität"
    r"|Universidad|Ministerio|Organización|Banco|Consejo|Instituto|Asociación|Comisión|Cámara|Tribunal|Corte|Aguas"
    r"|Universidade|Ministério"
    r"|Université|Ministère|Organisation|Conseil|Banque|Assemblée|Agence|Fédération|Comité|Cour|Société"
    r"|Office)(?:$|\s[^\W\d_]+(?:al|eo|ea|an[ao]|en[ao]|in[ao]|ol[ao]?|es[ao]?|és|ic[ao]|iv[ao])$)"
)
# Bodies whose name goes on in lower case: Organisation mondiale de la santé, Министерство природных ресурсов.
LOWER = {
    # At least one word in lower case belongs to it: Institut Pasteur is read as other names are.
    "fr": re.compile(
        r"(?:Organisation|Conseil|Parlement|Banque|Société|Commission|Cour|Agence|Institut|Université|Assemblée"
        r"|Fédération|Union|Comité|Fonds|Office|Centre|Académie"
        r"|[Mm]inistère)(?=\s(?:[a-zà-ÿ]|d['’]))(?:\s[a-zà-ÿ]{1,40}(?:ale?|aux|elle|ienne?|ique|aire|éenne?|éen|ière?"
        r"|el))*(?:\s(?:de\sla"
        r"|de\sl['’]|des|du|d['’]|de)\s?[^\W\d_]+(?:\s[a-zà-ÿ]{1,40}(?:ale?|el|elle|ique|aire))?)*"
    ),
    "ru": re.compile(
        r"(?:Министерств\w{1,2}|Агентств\w{1,2}|Служб\w{1,2}|Комитет\w{0,2}|Институт\w{0,2}|Университет\w{0,2}"
        r"|Центр\w{0,2}|Фонд\w{0,2})(?:\s(?:[а-яё]{1,40}(?:ых|их|ого|его|ой|ей)\s)?[а-яё]{1,40}(?:ов|ев|ий|ии|ия"
        r"|ства|ения"
        r"|ки|ы|и|а))?"
        r"|[А-ЯЁ][а-яё]{1,40}(?:ого|ому|ым|ый|ой|ая|ую)\s(?:[а-яё]{1,40}(?:ого|ому|ым|ый|ой|ая|ую)\s){0,2}(?:банк"
        r"|фонд|союз"
        r"|суд|совет|центр)\w{0,2}"
    ),
    "es": re.compile(
        r"(?:Organización|Consejo|Parlamento|Banco|Comisión|Universidad|Instituto)\s[a-záéíóúñ]{1,40}(?:al|ales|eo|ea"
        r"|ano|ana|ico|ica)(?![^\W_])"
    ),
}
GERMAN = re.compile(
    r"(?:[^\W\d_a-zäöüß][\w&.’-]{0,40}\s){1,3}(?:AG|GmbH|SE|KG|Gruppe|Bank|Partei)(?![^\W_])|(?:Statistische|Deutsche"
    r"|Europäische|Internationale|Vereinte)[nrsm]?\s[^\W\d_a-zäöüß]\w{1,30}"
    r"|Bundesagentur\sfür\s\w{1,30}|IG\s[^\W\d_a-zäöüß]\w{1,30}|(?<![^\W_])[A-ZÄÖÜ]\w{0,30}(?:ministerium"
    r"|bundesamt|gewerkschaft"
    r"|universität|zentralbank"
    r"|behörde)(?:e?s)?(?![^\W_])|(?:Weltbank|Wetterdienst|Bundesbank)(?:e?s)?(?![^\W_])"
    r"|(?<![^\W\d_a-zäöüß])[^\W\d_a-zäöüß]{2,}+(?![\w-])",
    re.UNICODE,
)
# Who is given as a source without an article has a name: laut Greenpeace, but laut Polizei.
GERMAN_SOURCE = re.compile(
    r"(?<![^\W_])(?:[Ll]aut|[Nn]ach\sAngaben\svon)\s(?!(?:Angaben|Polizei|Bericht\w{0,30}|Studien?|Gesetz|Vertrag"
    r"|Plan"
    r"|Behörden|Medien\w{0,30}"
    r"|Experten|Umfragen?|Statistik|Staatsanwaltschaft|Gericht|Feuerwehr|Zeugen|Prognosen?|Schätzungen)(?![^\W_]))"
    r"([A-ZÄÖÜ][a-zäöüß]{2,})(?=\s[a-zäöüß])"
)
GERMAN_TITLE = (
    r"(?:[\w-]{0,40}[Pp]räsident\w{0,30}|Kanzler\w{0,30}|Chef\w{0,30}|\w{1,30}chef\w{0,30}|\w{0,30}[Mm]inister\w{0,30}"
    r"|\w{0,30}[Ss]precher\w{0,30}|Professor\w{0,30}"
    r"|\w{0,30}[Dd]irektor\w{0,30}"
    r"|\w{0,30}[Vv]orstand|\w{0,30}[Ll]eiter\w{0,30}|Herr|Frau|Dr\.|Prof\.)\s"
)
GERMAN_PERSON = re.compile(
    rf"(?<![^\W_])(?:(?:sagte?|erklärte?|so)\s(?:{GERMAN_TITLE})?|{GERMAN_TITLE})"
    r"(?P<name>[A-ZÄÖÜ][a-zäöüß]{1,40}(?:-[A-ZÄÖÜ][a-zäöüß]{1,40})?(?:\s(?:von|van|zu))?\s[A-ZÄÖÜ][a-zäöüß]{1,40}"
    r"(?:-[A-ZÄÖÜ][a-zäöüß]{1,40})?)(?![^\W_])"
)
SAYS = re.compile(
    r"(?:,|\s)?\s?(?:said|says|told|added|noted|explained|argued|wrote|announced|warned|sagte|erklärte|teilte"
    r"|a\s(?:dit|déclaré|affirmé|annoncé)|dijo|anunció|afirmó|сказал\w?|заявил\w?|сообщил\w?"
    r"|,\s(?:\d{2}[,.]|an?\s|head|director|directrice|directora?|chief))(?![^\W_])"
)


COMMON_BODIES = frozenset(
    """
    Government Court Ministry Department Company Group University Bank Council Commission Committee Agency Fund
    Union Party Army Navy Police Board Act Law Bill
    Agreement Treaty Region State City County River Province Island Union Office Service Church Society Club League
    Airport Plant Dam Mine Hospital
    Ministerio Ministère Ministero Ministério Gobierno Gouvernement Governo Unión Union União Unione Comisión Consejo
    Conseil Commission Comune Congreso Banco Banque Tribunal Parlamento Parlement Universidad Université
    """.split()
)
DEFINITE = re.compile(r"(?:the|this| its| el| la|del|al| le| du| il| della) $")
"""Words before a body that is named elsewhere."""
OFFICE = re.compile(r"([^\W\d_]{2,20}) (?:of|for) (?:the )?(?:[^\W\d_]{2,20} and )?$")
"""What somebody is, before what for: Minister of."""
BELONGING = re.compile(r"(?:People|Children|Women|Men|King|Queen|Farmers|Workers|Veterans|St\.? \w+)(?:['’]s|s['’])$")
"""The possessives inside a name: People’s Hospital."""
NUMBERED = frozenset("Route Highway Interstate Flight Autobahn Apollo Sojus Soyuz".split())
ECONOMIC = frozenset(
    "GDP GNP CPI VAT CEO CFO IPO PIB IVA TVA BIP KPI ВВП НДС ISIN EBIT EBITDA EGT VIH HIV SIDA AIDS DNA ADN RNA ARN"
    " LGBT VIP MMA GPS SUV NGO ONG".split()
)
SAID_BEFORE = re.compile(
    r"(?<![^\W_])(?:said|says|sagte|erklärte|dijo|afirmó|declaró|a\s(?:dit|déclaré|affirmé|expliqué)|ha\sdetto|disse)\s$"
)
# A word that begins a sentence is a name where an apposition follows, or a verb where nouns have an article.
APPOSITION = re.compile(r",\s(?:the|an?|der|die|das|le|la|les|el|los|las)\s[^.,;]{3,60},")
ROMANCE_VERB = re.compile(r"\s(?:a|ont|est|sont|était|avait|ha|han|ganó|es|fue|era|é|foi)\s[^\W\d_]")
GERMAN_OPENER = re.compile(r"(?:(?:Der|Die|Das|Den|Dem|Des|Im|In|Am|Auch|Laut|Nach)\s)+")
NUMBER_AFTER = re.compile(r"(?<=\d)[-‐‑]\d+[A-Z]?(?![^\W_])")
PAIR = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{1,40}\s[A-ZÄÖÜ][a-zäöüß]{1,40}(?![^\W_])")
DATELINE = re.compile(r"(?:,\s[^\W\d_][\w\s.]{1,30})?(?:\s\([\w\s/]{2,20}\))?,?\s?[-–—]|(?:,\s\w{1,30})?\s\(")
IN = {
    "en": re.compile(
        r"(?<![^\W_])(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|(?:east|west|north|south) of"
        r"|(?:city|town|village|capital|county|province|state|region|port|island) of|capital,)\s$"
    ),
    "fr": re.compile(r"(?<![^\W_])(?:à|vers|près\sde|(?:ville|site|région|commune|port|village)\sde)\s$"),
    "es": re.compile(r"(?<![^\W_])(?:[Ee]n|(?:puertos?|ciudad(?:es)?|provincias?|regi[óo]n(?:es)?|estados?)\sde)\s$"),
    "it": re.compile(r"(?<![^\W_])(?:a|da)\s$"),
    "pt": re.compile(r"(?<![^\W_])(?:em)\s$"),
    "ru": re.compile(r"(?<![^\W_])(?:[Вв]|[Пп]од|[Ии]з)\s$"),
    "uk": re.compile(r"(?<![^\W_])(?:[УуВв]|[Пп]ід|[Іі]з)\s$"),
    "nl": re.compile(r"(?<![^\W_])(?:[Ii]n|[Uu]it)\s$"),
    "de": re.compile(r"(?<![^\W_])(?:[Ii]n|[Aa]us|[Nn]ach)\s$"),
}
"""Words before the name of a place."""
AFTER = (
    ("place", re.compile(r"\s(?:county|province|region|district|city|prefecture|peninsula|valley|state)(?![^\W_])")),
    (
        "facility",
        re.compile(
            r"\s(?:(?:wind|solar|power|nuclear|gas|coal|steel|copper|gold|lithium)\s)?(?:farm|plant|project|mine|dam"
            r"|reactor|airport|station|refinery|factory|bridge|mill)(?![^\W_])"
        ),
    ),
)
"""Words after a name that tell its kind."""
BEFORE = (
    (
        "company",
        re.compile(
            r"(?<![^\W_])(?:group|company|firm|manufacturer|developer|operator|producer|supplier|giant|start-up|groupe"
            r"|société|entreprise|constructeur|fabricant|empresa|compañía|grupo|azienda|società|gruppo|Konzern|Firma"
            r"|Hersteller|Unternehmen)\s$"
        ),
    ),
    (
        "person",
        re.compile(
            r"(?<![^\W_])(?:architect|boss|brothers?|sisters?|student|resident|scientist|researcher|owner|worker|farmer"
            r"|activist|lawmaker|politician|architecte|chercheu(?:r|se)|portavoz|arquitect[oa]|alcaldesa|ministra)\s$"
        ),
    ),
    ("organization", re.compile(r"(?<![^\W_])(?:agency|agence|agencia|agenzia|union|watchdog|charity|association)\s$")),
)
"""Words before a name that tell its kind."""
HYPHEN_AFTER = re.compile(r"(?:-[a-zà-ÿ]{3,20})+(?![^\W_])")
"""The end of a name after a hyphen in lower case: Cooperativas Agro-alimentarias."""
ACRONYM = re.compile(r"\s\(([^\W\d_][\w.&-]{1,9})\)")
"""A short form in brackets after the name that it stands for."""
LINKED_IN_LOWER = re.compile(r"-(?:(?:et|de|du|des|la|le|les|sur|sous|en|l|d|upon|am|an|y|e)[-’'])+")
"""Small words with hyphens inside a name: Seine-et-Marne."""
AMOUNT = re.compile(r"[A-Z]{1,3}\d[\d.,]*(?:bn|tn|m|k|million|billion|trillion)?")
"""An amount of money with the abbreviation of its currency: N127bn."""
