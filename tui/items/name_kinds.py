"""The kind of a name by its form, and by the names of countries and cities of its language."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from tui.items.name_forms import CAPITAL
from tui.languages.language import LANGUAGES

_FORMS = (
    (
        "publication",
        r"(?:\w{0,30}Times|\w{0,30}Post|Journal|Gazette|Herald|Tribune|Magazine|Daily|News|Radio|Television|Channel"
        r"|Broadcasting|\w{0,30}[Zz]eitung)",
    ),
    (
        "company",
        r"(?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|Co|Company|Group|Holdings?|GmbH|AG|SE|KG|SA|S\.A|SAS"
        r"|SARL|SpA|S\.p\.A|NV|BV|Oyj|AB|ASA|A/S"
        r"|Airlines|Airways|AirAsia|Aramco|Motors|Steel|Energy|Petroleum|Oil|Gas|Mining|Mines|Metals|Minerals"
        r"|Technologies|Technology|Systems|Software|Pharma|Pharmaceuticals|Power|Renewables|Investments?|Ventures"
        r"|Logistics"
        r"|Securities|Economics|Stockbrokers|Brokers|Insurance|Assurance|Breweries|Brewery|Foods|Stores"
        r"|Bancorp|Bancshares|Brands|Communications|Advisors|Advisers|Analytics|Pictures|Entertainment|Airplanes"
        r"|Managers|Electronics|Labs|Laboratories|Films|Studios|Telecom|Shipping|Wines|Estates|Markets|Management"
        r"|Electric|Industries|Partners|Capital|Sachs|Stanley|Société|Compagnie|Groupe|Minera|Compañía|Empresa"
        r"|Aguas|Werke|Konzern|ООО|ОАО|ПАО|АО|Компани\w{1,30})",
    ),
    (
        "government",
        r"(?:\w{0,30}[Mm]inistr(?:y|ies)|\w{0,30}[Mm]inist(?:erium\w{0,30}|ère|erio|ério|ero)"
        r"|\w{0,30}[Mm]inisterie|Министерств\w{1,30}"
        r"|Мин(?:фин|обр|эконом|здрав|обороны|энерго|юст|транс|сельхоз|природ|пром|культ|труд|цифр)\w{0,30}"
        r"|Міністерств\w{1,30}|Department|Government|Treasury|Senate"
        r"|Parliament|Parlamento|Congress|(?:Home|Foreign)\sOffice"
        r"|(?:Consejo|Conseil|Consiglio|Conselho)\sde[isgl]{0,3}\sMinist\w{1,5}|Kremlin|Pentagon|White\sHouse|Cabinet|Bundes(?:amt\w{0,30}|rat|tag|regierung"
        r"|kanzleramt"
        r"|ministerium\w{0,30}|behörde)|\w{1,30}ministerium\w{0,30}|Statistische\w{0,30}\sBundesamt\w{0,30}"
        r"|Бел\w{2}\sдом\w{0,2}|Кремл\w{1,2}|Duma|Knesset|Supreme\sCourt|Court|Geological\sSurvey"
        r"|Правительств\w{1,30}|Дум[аы]|Администраци\w{1,30}"
        r"|Gobierno|Congreso|Senado|Gouvernement|Sénat|Assemblée\snationale|Ayuntamiento|Ajuntament|Diputación"
        r"|Generalitat"
        r"|Xunta|Junta|Consejería|Secretaría|Fiscalía|Alcaldía|Asamblea\sNacional|Supremo|Prefeitura|Câmara\sMunicipal"
        r"|Préfecture|Bundesgericht\w{0,30}|Bundesverfassungsgericht\w{0,2}|\w{0,30}[Gg]ericht|Staatsanwaltschaft"
        r"|Nationalrat\w{0,2}|\w{0,20}behörde|EU-Kommission|EU-Parlament|Comune|Questura)",
    ),
    (
        "agreement",
        r"(?:\w{0,30}Agreement|Accords?|Treaty|Pact|Protocol|Convention|Abkommen|Vertrag|Accord|Traité|Tratado"
        r"|Acuerdo"
        r"|Convenio|Protocolo|Trattato|Accordo|Acordo|Соглашени\w{1,30}|Договор\w{0,30})",
    ),
    ("policy", r"(?:Plan|Programme|Program|Programa|Strategy|Estrategia|Stratégie|Scheme)"),
    ("law", r"(?:\w{0,30}Act|Law|Bill|Constitution|\w{0,30}gesetz|Loi|Ley|Закон\w{0,30})"),
    (
        "organization",
        r"(?:University|College|Institute|School|Academy|Association|Organi[sz]ation|Union|Fund|Foundation|Council"
        r"|Committee|Commission|Party|Army|Navy|(?:Air\s)?Force"
        r"|Federation|Agency|Bank|Congress\sof|Union\sCongress|Board|Bureau|Authority|Office|Society|Club|League"
        r"|Alliance|Centers?|Centres?|Institutes|Chamber"
        r"|Church|Police|Guard|Services?|Survey|Nations|Administration|Networks?|Initiative"
        r"|Uni[óã]o?n?|Corporaci[óo]n|Cooperativas?"
        r"|\w{0,30}[Uu]niversität|\w{0,30}[Ii]nstitut\w{0,30}|\w{0,30}verband\w{0,30}"
        r"|\w{0,30}gewerkschaft|\w{0,30}partei|\w{0,30}bank"
        r"|\w{0,30}agentur|\w{0,30}dienst|\w{0,30}amt|IG|Deutsche[nrs]?|Bundesagentur|Universit[éà]|Universidade?"
        r"|Universidad"
        r"|Ejército|Fuerzas?|Policía|Guardia|Jurado|Confederación|Confederação|Confédération|Partido|Partito|Parti"
        r"|Sindicato"
        r"|Comité|Comitê|Comitato|Academia|Académie|Accademia|Cámara|Câmara|Chambre|Camera|Servicio|Serviço|Centro"
        r"|Oficina"
        r"|Fundación|Fundação|Fondation|Fondazione|Movimiento|Frente|Asamblea|Assembleia|Assemblée|Federação"
        r"|Federazione|Associação|Association|Associazione|Exército|Armée|Armada|Observatoire|Observatorio|Tribunal"
        r"|Tribunale|Cour|Corte|Commissione|Comissão|Consiglio|Conselho|Banca|Agenzia|Agência|Istituto|Università"
        r"|Coordinación|Coordination|Secretariat|(?:FC|SV|TSV|VfB|VfL|TSG|BSC|SC|CF|Eintracht|Borussia|Hertha|Arminia|Werder)(?=\s)|(?<=\w\s)(?:BSC|FC|CF)"
        r"|(?<=\w\s)(?:United|Rovers|Wanderers|Athletic)|Exchange"
        r"|Unione|Ministry|Syndicat|Secrétariat|Direction|Dirección|Corps|Patrol|Squad|Rotes\sKreuz|Red\sCross"
        r"|Consortium|Alliance|Coalition|Confederation|Trust|Forum|Senate|Assembly|Chamber"
        r"|\w{0,30}[Gg]esellschaft|\w{0,30}[Kk]ammer|\w{0,30}[Aa]kademie|\w{0,30}[Vv]erein|\w{0,30}[Ss]tiftung"
        r"|\w{0,30}[Hh]ochschule|\w{0,30}[Zz]entrum|\w{0,30}[Kk]ommission|Union|Vereinten?\sNationen|Raad"
        r"|Universiteit|Commissie|Beweging|Agentschap"
        r"|Vereniging|Instituut|Bond|Partij"
        r"|Organisation|Organización|Organização|Conseil|Consejo|Banque|Banco|Parlement|Commission|Comisión|Agence"
        r"|Agencia|Institut[o]?|Fondo|Fonds|Fédération|Federación|Asociación"
        r"|Университет\w{0,30}|Институт\w{0,30}|[Бб]анк\w{0,30}|Организаци\w{1,30}|Ассоциаци\w{1,30}"
        r"|[Сс]оюз\w{0,30}|[Фф]онд\w{0,30}|Агентств\w{1,30}|Совет\w{0,30}"
        r"|парти[яиюей]{1,2}|альянс\w{0,2}|ассоциаци\w{1,2}|собрани\w{1,2}|форум\w{0,2}|комитет\w{0,2}|центр\w{0,2}"
        r"|академи\w{1,2}|школ\w{1,2}|организаци\w{1,2}|федераци\w{1,2}|служб\w{1,2}|институт\w{0,2}|университет\w{0,2}"
        r"|Рос(?!си|тов)[а-яё]{4,30}|Гос[а-яё]{4,30}|[А-ЯЁ][а-яё]{3,30}(?:ком|надзор|пром)[аеу]?(?:ом)?)",
    ),
    (
        "facility",
        r"(?:Airport|Plant|Dam|Mine|Station|Bridge|Stadium|Hospital|Refinery|Reactor|Terminal|Factory|Mill|Prison"
        r"|Museum|Library|Observatory|Laboratory|Theatre|Theater"
        r"|Flughafen|\w{0,30}[Gg]alerie|\w{0,30}[Bb]ibliothek|\w{0,30}[Tt]heater|\w{0,30}[Kk]linikum|\w{0,30}kraftwerk|\w{0,30}brücke|Krankenhaus|Aéroport|Hôpital|Usine|Aeropuerto|Hospital"
        r"|Planta|Завод\w{0,30}|Road|Highway|Motorway|Tunnel|Canal|Pipeline|Windpark"
        r"|Palacio|Palácio|Palazzo|Palais|Palace|Castle|Castillo|Château|Tower|Estadio|Stadion|Stade|Stadio|Estádio"
        r"|Teatro|Théâtre|Museo|Musée|Museu|Arena|Aeroporto|Aéroport|Ospedale"
        r"|Cathedral|Cemetery|Complex|Facility|Аэропорт\w{0,30}|АЭС)",
    ),
    (
        "place",
        r"(?:River|Mount|Mountains?|Lake|Sea|Ocean|Islands?|Bay|Strait|City|County|Province|Region|Territory"
        r"|Peninsula|Valley|Gulf|Coast|Desert|Cape|District|Village|Street|States?|Township|Beach|Park|Square|Avenue"
        r"|Forest|Creek|Falls|Harbou?r"
        r"|(?:North|South|East|West|Central)(?:ern)?\s(?:Asia|Africa|America|Europe)"
        r"|Fluss|See|Insel|Rivière|Lac|Mer|Île|Río|Lago|Mar|Isla|Река|Озеро|Море|Остров\w{0,30}|Область|Области"
        r"|Край|Края|округ\w{0,2}|океан\w{0,2}|район\w{0,2}|мор[яеюь]|горы?|гор[аеу]|област[ьи]|улиц[аыеу]|площад[ьи]"
        r"|побережь[еяю])",
    ),
    ("war", r"(?:War|Guerra|Guerre|\w{0,30}[Kk]rieg|Война|Войны)"),
    ("product", r"(?:Flight|(?:Boeing|Airbus)\s[A-Z]?\d[\w-]{0,8}|iPhone|Windows|[A-Z]{1,3}-?\d{2,4})"),
)
_KINDS = [(kind, re.compile(rf"(?<![^\W_]){form}(?![^\W_])")) for kind, form in _FORMS]

_PERSON = re.compile(
    r"[^\W\d_]\.?(?:[^\W\d_’'-]|[’'-]){0,40}(?:\s(?:bin|ibn|al|van|von|der|den|de|del|da|di|la|el|Al)"
    r"|\s[^\W\d_]\.?(?:[^\W\d_]|[’'-]){0,40}){1,4}"
)

_NO_PERSON = re.compile(
    r"(?<![^\W_])(?:(?![IVX]+(?![^\W_]))[A-Z]{2,3}|UK|US|USA|EU|UN|South|North|East|West|Southern|Northern|Eastern"
    r"|Western|Central|National|Nacional"
    r"|Nationale?|International\w{0,4}|Internacional|Global|World|Federal|Royal|General|Grand[es]?|Great|New"
    r"|Nouvelle|Nueva"
    r"|Air|Wind|Solar|Green|Water|Project|Proyecto|Projet|Plan|Program(?:me)?|Road|Villa|House|News|Media|Press"
    r"|Executive|Order|Europe|Asia|Africa|America|Europea|Européenne|Europäische\w?|States|People|Forestal|Mondiale"
    r"|Mr|Mrs|Studies|Games|Cup|Open|Club|United|Giants|Stars|Sports|Films?|Entertainment|Health|Science|Research|Poder"
    r"|Koninklijke|Roja|Rouge|Rossa|Vermelha|Cross|Tech|Ejecutivo|Judicial|Social|Público|Pública|Nation|Home|Party"
    r"|Port|Real|Day|Week|Report|Summit|Conference|Forum|Festival|Cup|Games|War|Crisis|Award|Prize|Index|System"
    r"|Hurricane|Typhoon|Cyclone|Storm|Tropical|Operation|Exchange|Communications|Aerospace|Airplanes|Catholic"
    r"|Copa|Coppa|Coupe|Cumbre|Torneo|Huracán|Tormenta|Operación|Ouragan|Opération|Uragano|Operazione|Tufão|Furacão"
    r"|Producto|Hurrikan|Taifun)(?![^\W_])"
)
"""Words that names of persons do not have."""


@cache
def _read(code: str) -> Mapping[str, Any]:
    """The names of countries by their codes (ISO 3166), of places, and adjectives in one language."""
    if code not in LANGUAGES:
        return {"countries": {}, "places": (), "adjectives": ()}
    data: dict[str, Any] = json.loads((Path(__file__).parent / "places" / f"{code}.json").read_bytes())
    return data


@cache
def _given_names() -> frozenset[str]:
    return frozenset(json.loads(Path(__file__).with_name("given_names.json").read_bytes()))


def is_given_name(word: str) -> bool:
    """Whether people have a word as their first name, in any case of its declension: Jean-Claude, Владимира."""
    return all(
        part in _given_names()
        or (part[:1] >= _CYRILLIC and stem(part, "ru") in _given_stems())
        or (number and len(part) < 3)
        for number, part in enumerate(word.split("-"))
    )


@cache
def _given_stems() -> frozenset[str]:
    """The stems of the first names in Cyrillic letters, which have cases."""
    return frozenset(stem(name, "ru") for name in _given_names() if name[0] >= _CYRILLIC)


@cache
def _table(code: str) -> dict[str, frozenset[str]]:
    data = _read(code)
    countries = frozenset(name for names in data["countries"].values() for name in names)
    table = {"countries": countries, **{key: frozenset(data[key]) for key in ("places", "adjectives")}}
    if code == "en":
        table["adjectives"] |= {form for name in table["countries"] for form in _adjectives(name)} | _PEOPLES
    return table


@cache
def _by_stem(key: str, code: str) -> Mapping[str, Sequence[str]]:
    """The names of a table by their stems, several of one in their order."""
    named = sorted((_stems(name, code), name) for name in _table(code)[key] if len(name) > 3)
    return {stem: [name for _, name in names] for stem, names in groupby(named, key=lambda each: each[0])}


_CYRILLIC = "\u0400"
"""The first letter of the Cyrillic alphabets in Unicode, before Ё and А."""
_PEOPLES = frozenset(
    "American European African Asian British Palestinian Yugoslav Soviet Scottish Arab Jewish Muslim Swiss Argentine"
    " Briton Swede Dane Spaniard Turk Serb Croat Kurd Filipino Latin Sino Anglo Franco Russo".split()
)
"""Adjectives that no name of a country or language makes."""
_DIRECTIONS = frozenset("North South East West Central Middle Eastern Western Northern Southern".split())


def _adjectives(country: str) -> Iterator[str]:
    """What an English adjective of a country may be: Pakistani, Nigerian, Mexican, Canadian, Romanian."""
    yield from (f"{country}{end}" for end in ("i", "n", "an", "ian", "ese"))
    yield from (f"{country[:-1]}{end}" for end in ("an", "ian", "ese", "ish"))


_ADJECTIVE_OF_PLACE = re.compile(r"[A-Z][a-z]{3,20}ans?")
"""What an English adjective of a place looks like: Californian."""

_ENDINGS = "а я у ю ом ем ой ей ою е и ы ї ії ією ию".split()


def country_names(names: Iterable[str], code: str) -> list[str]:
    """The names in a language, in every case, of the country that has one of some names in any language, if any."""
    called = set(names)
    for tag in LANGUAGES:
        for country, own in _read(tag)["countries"].items():
            if called.intersection(own):
                return [form for name in _read(code)["countries"].get(country, ()) for form in _cases(name, code)]
    return []


def _cases(name: str, code: str) -> list[str]:
    """A name of a country with its genitive, or with all cases: Chinas, России."""
    if code in ("ru", "uk") and name.isalpha() and not name.isupper():
        stem = name[:-1] if name[-1] in "аеёиоуыьэюяйіїє" else name
        return [name, *(stem + ending for ending in _ENDINGS)]
    return [name, f"{name}s"] if code == "de" else [name]


@cache
def _known() -> dict[str, str]:
    """The kinds of names whose form does not tell it."""
    table = json.loads(Path(__file__).with_name("known_names.json").read_bytes())
    return {name: kind for kind, names in table.items() for name in names}


def is_known(name: str) -> bool:
    """Whether a name is in the table of names whose form does not tell their kind."""
    return name in _known()


def stem(word: str, code: str) -> str:
    """A word without the endings of cases; as it is in languages whose names have none."""
    if code in ("ru", "uk"):
        return re.sub(r"(?:[аеёиоуыьэюяйіїє]{1,3}|[ое](?:го|му|м)|[аяыи][мх]и?)$", "", word)
    return re.sub(r"(?<=\w{3})(?:e[nrsm]?|s)$", "", word) if code == "de" else word


def _stems(name: str, code: str) -> str:
    return " ".join(stem(word, code) for word in name.split())


def nominative(name: str, code: str) -> str | None:
    """The country or place that a name in any case is one of: Chinas, России."""
    return _among("countries", name, code) or _among("places", name, code)


def is_country(name: str, code: str) -> bool:
    """Whether a language calls a country so, in any case of its declension."""
    return _among("countries", name, code) is not None


def country_code(name: str, code: str) -> str | None:
    """The ISO code of the country that a language calls so, in any case of its declension."""
    found = _among("countries", name, code)
    return _codes(code).get(found) if found else None


@cache
def _codes(code: str) -> dict[str, str]:
    return {name: country for country, names in _read(code)["countries"].items() for name in names}


def is_place(name: str, code: str) -> bool:
    """Whether a language calls a city, a region or a continent so."""
    return _among("places", name, code) is not None


def is_adjective(word: str, code: str) -> bool:
    """Whether a capitalised word only says of which country something or somebody is: Russian, Russians."""
    adjectives = _table(code)["adjectives"]
    if code == "nl":
        return word.endswith(("se", "sche")) and not is_given_name(word)
    if code != "en":
        return word in adjectives
    if "-" in word and not is_country(word, code) and all(is_country(part, code) for part in word.split("-")):
        # U.S.-China.
        return True
    # Americans are no entity either, nor are Arab-Israeli and West African.
    *before, last = re.split(r"[ -]", word)
    single, places = word.removesuffix("s"), _table("en")["places"]
    if single in adjectives:
        # Sri Lankans.
        return True
    if not before and _ADJECTIVE_OF_PLACE.fullmatch(word) and not (is_place(word, "en") or is_given_name(word)):
        return any(single.removesuffix(end) in places for end in ("n", "an", "ian") if single.endswith(end))
    return last.removesuffix("s") in adjectives and adjectives.union(_DIRECTIONS).issuperset(before)


def _among(key: str, name: str, code: str) -> str | None:
    """The name in a table that a name is, in any case of its declension."""
    table, name = _table(code)[key], name.replace("'", "’")
    if name in table:
        return name
    if name.isupper() and len(name) > _LONGEST_SHORT and "." not in name:
        # A dateline: KHARTOUM.
        name = name.title()
        return name if name in table else None
    if code == "de" and " " not in name:
        return name[:-1] if name.endswith("s") and name[:-1] in table else None
    alike = _by_stem(key, code).get(_stems(name, code), ()) if code in ("de", "ru", "uk") and len(name) > 3 else ()
    # Нигерии is a case of Нигерия, and Нигера one of Нигер.
    return max(alike, key=lambda each: name.startswith(each[:-1]) and len(each), default=None)


_MODEL = re.compile(r"^Model\s|\b[A-Z]{0,3}-?\d")
"""What tells a product of a company: BMW X5."""
_LONGEST_SHORT = 4
"""A name in capitals that has more letters is no short form."""
_INITIALS = re.compile(
    rf"(?!U\.S|U\.K|U\.N|E\.U)(?:{CAPITAL}[a-zà-ÿ]{{2,15}}\s)?(?:{CAPITAL}\.\s?){{1,3}}"
    rf"(?P<surname>{CAPITAL}[^\W\d_A-ZА-ЯЁ][\w’'-]*)"
)
"""Somebody’s initials and surname: D.K. Pathak, Irwin D. Simon."""
_TAIL = re.compile(r"\s(?:[IVX]{1,5}|(?:am|im|(?:an|ob|vor)\sder)\s\w{3,30})$")
"""What tells one king, war or city from others of its name."""


def kind_of(name: str, code: str) -> str | None:
    """The kind of a name by its form; None if that does not settle it."""
    name = _TAIL.sub("", name)
    if is_country(name, code):
        return "country"
    if is_place(name, code):
        return "place"
    if known := _known().get(name.replace("’", "'")):
        return known
    first, _, rest = name.partition(" ")
    if _known().get(first) == "publication":
        return "publication"
    if _known().get(first) == "company" and _MODEL.search(rest):
        return "product"
    if (called := _INITIALS.fullmatch(name)) and not is_country(called["surname"], code):
        return None if is_place(called["surname"], code) or _form_of(called["surname"], code) else "person"
    if is_given_name(first) and _has_form_of_person(name) and not nominative(first, code):
        if code in ("fr", "es", "it", "pt"):
            # The first word tells what a body or a place is: Mar Rojo; but Alfonso Guerra. Santiago de Skarn is either.
            return _form_of(first, code) or (None if is_place(rest.rpartition(" ")[2], code) else "person")
        return _form_of(rest, code) or (None if any(form.search(rest) for _, form in _KINDS) else "person")
    return _form_of(name, code) or ("person" if code in ("ru", "uk") and _is_russian_person(name, code) else None)


_ADJECTIVE = re.compile(r"[А-ЯЁІЇЄ]\w{1,40}(?:[ыи]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]м|[ыи]х|[оеу]й|[ую]ю|ої|іх)")


def _is_russian_person(name: str, code: str) -> bool:
    """Whether a name has two or three words with a capital, of which the first is no adjective: Теду Гейби.

    The names of bodies in Russian have one, and those of places begin with an adjective or are known.
    """
    words = name.split()
    return (
        1 < len(words) < 4
        and all(word[0] >= _CYRILLIC and word[1:].islower() for word in words)
        and not _ADJECTIVE.fullmatch(words[0])
        and (is_given_name(words[0]) or not any(nominative(word, code) for word in words))
    )


def _form_of(name: str, code: str) -> str | None:
    if re.search(r"(?<![^\W_])(?:Flight|рейс)\s", name):
        return "product"
    # The last word tells it: the Bank of England Museum is a museum; of “A of B”, the word before “of”.
    head = re.split(r"\s(?:of|for|de|del|des|du|da|do|von|für)\s", name)[0]
    best: tuple[int, str] | None = None
    for kind, form in _KINDS:
        for match in form.finditer(head):
            first_tells = match.start() == 0 and (code != "en" or kind in ("place", "product", "policy"))
            if match.end() < len(head) and not first_tells and not head[match.end() + 1 :].islower():
                # Desert Island Discs, Trust Wallet; but Lake Victoria, and Banco del Sur.
                continue
            if best is None or match.end() > best[0]:
                best = match.end(), kind
    return best[1] if best else None


def may_be_person(name: str, code: str) -> bool:
    """Whether a name has the form of a person's, and no word of it is a place: Ada Moss, but not Air Niugini."""
    return _has_form_of_person(name) and not any(
        nominative(word, code) or (code == "en" and is_adjective(word, code)) for word in name.split()
    )


def _has_form_of_person(name: str) -> bool:
    """Whether a name is two to five words of letters, none of which bodies and places have."""
    return (
        name.split()[-1][0].isupper()
        and _PERSON.fullmatch(name) is not None
        and not name.isupper()
        and _NO_PERSON.search(name) is None
    )
