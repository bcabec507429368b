"""The forms of names in each language: the small words inside them, bodies, titles, and the words around them."""

import re

SPACE = r"[^\S\n]{1,2}"
CAPITAL = r"[^\W\d_a-zß-öø-ÿа-џ]"
_SMALL = {
    "en": ("of|of the|for|for the", "and"),
    "fr": ("de|du|des|d['’]|de la|de l['’]|pour|pour la|pour le|pour les|pour l['’]|aux", "et"),
    "es": (
        "de|del|de la|de los|de las|para|para el|para la|para los|para las|por la|contra la",
        "y|e",
        "de|del|de la|la|el|los|las",
    ),
    "pt": ("de|do|da|dos|das|para|para a|para o|pela", "e", "d[aeo]s?"),
    "it": (
        "di|del|della|dei|degli|delle|d['’]|dell['’]|per|per la|per il|per l['’]",
        "e|ed",
        "del|dei|degli|della|delle|dell['’]",
    ),
    "nl": ("van|van de|van het|voor|voor de|voor het", "en"),
}


def _link(of: str, and_: str, again: str = "(?!)") -> re.Pattern[str]:
    of, again = of.replace(" ", SPACE), again.replace(" ", SPACE)
    return re.compile(
        rf"{SPACE}(?P<of>(?:{of}|of(?:{SPACE}the)?)(?:{SPACE}|(?<=['’])))"
        rf"|(?P<and>,?{SPACE}(?:{and_}|&){SPACE})(?P<again>(?:{again})(?:{SPACE}|(?<=['’])))?"
    )


SMALL = re.compile(r"\s(?:of|for|de|del|du|des|da|do|dos|di|della|van|voor|para|pour|per|d['’])\s?")
"""The first small word inside the name of a body."""
AFTER_SMALL = re.compile(r"(?<![^\W_])(?:(?:of|de|del|du|des|da|do|di|della|van|voor)\s|d['’]|(?:de\sl|dell)['’])$")
ELIDED = re.compile(rf"(?<![^\W_])(?:[ldLD]|[Dd]ell|[Nn]ell|[Aa]ll|[Dd]all|[Ss]ull)['’]({CAPITAL}\w+)")
"""A word after an article that is joined to it."""
QUOTED = re.compile(
    rf"[“„«\"]({CAPITAL}[\w’'-]{{0,30}}(?:[^\S\n][^\W\d_][\w’'-]{{0,30}}){{0,5}}[^\S\n]{CAPITAL}[\w’'-]{{0,30}})[”“»\"]"
)
"""Words in quotation marks, of which the first and the last have a capital."""
RUN = re.compile(rf"(?:{SPACE}{CAPITAL}[\w.’'-]{{0,40}}){{1,4}}")
"""Capitalised words."""
RUN_AFTER_HYPHENS = re.compile(rf"(?:-{CAPITAL}[\w’']{{1,20}}){{0,2}}{RUN.pattern}")
"""The same after the rest of a first name with hyphens: Jean-Michel."""
LAST_WORD = re.compile(rf"(?<![^\W_])({CAPITAL}\w{{1,24}})\s$")
INITIAL = re.compile(rf"(?<![^\W_])(?:{CAPITAL}|{CAPITAL}[a-zà-ÿ])$")
"""What a full stop after does not end a sentence: J. P. Moss, St. Paul."""
IN_TITLE = re.compile(
    r"(?<=\s)(?:Of|The)(?=\s)|(?<!\S)(?:A|My|Your|Me|Us|Out|Off|Beyond|Other|Another|This|That|These|Those|Which|What|How"
    r"|Why|When|Where|Is|Are|Was|Were|Into|Not|From|With|And|Or|For)(?!\S)"
)
"""Small words with a capital, which are in titles of works in English: Get Me Out Of Here."""
GERUND = re.compile(r"[A-Z][a-z]{2,15}ing")
"""A verb that begins a sentence in English: Entering Skarn."""
ARABIC = re.compile(rf"{SPACE}(?:a[lnrstz]|e[ln]|ash)-")
"""The article inside a name in Arabic: Bashar al-Assad."""
PREFIX = re.compile(r"(?:De|Van|Von|Di|Da|Del|Della|Du)")
"""A small word that begins a surname."""
WEEKDAY = re.compile(rf"{SPACE}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day{SPACE}")
"""The day in the name of a newspaper: The Sunday Times."""
LINK = {code: _link(*words) for code, words in _SMALL.items()}
"""Small words inside the names of bodies. Names in English are printed in other languages too."""
PARTICLE = re.compile(
    rf"{SPACE}(?:(?:bin|ibn|al|el|de|del|della|di|da|do|dos|das|du|van|von|der|den|ter|ten|zu|la|le"
    rf"|(?:de{SPACE}la|de{SPACE}los|de{SPACE}las|van{SPACE}de[rn]?|von{SPACE}der)){SPACE}|d['’])"
)
"""Small words inside the names of people."""
LISTED = {
    code: re.compile(
        rf",{SPACE}(?={CAPITAL}\w{{1,40}}(?:{SPACE}{CAPITAL}\w{{1,40}}){{0,2}}"
        rf"(?:,{SPACE}{CAPITAL}\w{{1,40}}(?:{SPACE}{CAPITAL}\w{{1,40}}){{0,2}}){{0,3}},?{SPACE}(?:{and_}){SPACE}"
        rf"(?:de{SPACE}|l['’])?{CAPITAL})"
    )
    for code, (_, and_, *_) in _SMALL.items()
}
"""A comma inside the name of a body for several subjects: Ministry of Business, Innovation and Employment."""
MINISTRY = re.compile(
    r"(?:Minist[eèé]r\w{1,4}|Ministry|Department|Departamento|Département|Secretar[ií]a\w{0,2}|Secrétariat"
    r"|Faculty|Facultad|Faculté|Consejería|Directorate|Dirección|Direction|Organización|Organização|Organizzazione)(?![^\W_])"
)
"""Bodies for several subjects."""
BODY = re.compile(
    r"(?:House|Republic|Kingdom|Order|Battle|Faculty|Isle|Port|Cape|Chair|Hall|Festival|Museum|Declaration|Movement"
    r"|Charter|Code|Republik|République|Royaume|Quai|Palais|Coupe|Ligue|Plan|Programme|Programa|Plano|Prix|Premio"
    r"|Prémio|Prêmio|República|Repubblica|Regno|Reino|Copa|Coppa|Taça|Liga|Lega|Feria|Feira|Fiera|Campeonato|Palacio"
    r"|Palácio|Palazzo|Plaza|Puerto|Porto|Golfo|Golfe|Guerra|Guerre|Batalla|Bataille|Río|Carta|Red|Rede|Código"
    r"|Facultad|Faculté|Faculdade|Comunidad|Grupo|Supercopa|Pabellón|League)"
)
"""Words that a name goes on after, with “of”, and that do not tell its kind."""
_FRENCH_OF = r"\s(?:(?:(?:de|à|pour)\sl|d)['’]|(?:de\sla|des|du|de|aux|à\sla|pour\s(?:la|le|les))\s)"
_FRENCH = (
    r"(?:\s[a-zà-ÿ]{1,40}(?:ale?s?|aux|elles?|el|iennes?|iques?|aires?|éennes?|éen|i?eures?|i?ères?|[çn]aise?|caine?|ands?|ême)"
    r"(?![^\W_]))*"
)
_ITALIAN = r"(?:\s[a-zà-ù]{2,30}(?:[ae]l[ei]|ar[ei]|ic[oaie]|che|iv[oaie]|an[oaie]|es[ei]|pe[aoei]|nt[ei])(?![^\W_]))*"
_ITALIAN_OF = r"\s(?:(?:dell|d)['’]|(?:del|dello|della|dei|degli|delle|di)\s)"
_ITALIAN_HEAD = (
    r"(?:Ministero|Presidenza|Agenzia|Autorità|Banca|Camera|Commissione|Comitato|Consiglio|Corte|Dipartimento"
    r"|Federazione|Garante|Istituto|Organizzazione|Procura|Tribunale|Unione|Università|Ufficio)(?![^\W_])"
)
# Bodies whose name goes on in lower case: Organisation mondiale de la santé.
LOWER = {
    # At least one word in lower case belongs to it: Institut Pasteur is read as other names are.
    "fr": re.compile(
        r"(?:Organisation|Conseil|Parlement|Banque|Société|Commission|Cour|Agence|Institut|Université|Assemblée"
        r"|Fédération|Union|Comité|Fonds|Office|Centre|Académie|Tribunal|Chambre|Caisse|Direction|Délégation|Secrétariat"
        r"|Observatoire|Autorité|Ligue|Coupe|Championnat|Conférence|Haute\s[Aa]utorité|École|[Mm]inistère)(?=\s(?:[a-zà-ÿ]|d['’]))"
        rf"{_FRENCH}(?:{_FRENCH_OF}(?!(?:s[aeo]n?s?|leurs?|notre|nos|votre|cet?t?e?s?|l[ae]s?|une?)(?![^\W_]))"
        rf"[^\W\d_]+{_FRENCH}(?:\set{_FRENCH_OF}[^\W\d_]+{_FRENCH})?)*"
    ),
    "it": re.compile(
        rf"{_ITALIAN_HEAD}{_ITALIAN}(?:(?:{_ITALIAN_OF}|\sper\s(?:la\s|il\s|le\s|l['’]))[^\W\d_]+{_ITALIAN}"
        rf"(?:\se{_ITALIAN_OF}(?!{_ITALIAN_HEAD})[^\W\d_]+{_ITALIAN})?(?:{_ITALIAN_OF}[^\W\d_]+{_ITALIAN})?)?"
    ),
    "es": re.compile(
        r"(?:Organización|Consejo|Parlamento|Banco|Comisión|Universidad|Instituto)\s[a-záéíóúñ]{1,40}(?:al|ales|eo|ea"
        r"|ano|ana|ico|ica)(?![^\W_])"
    ),
}
COMMON_BODIES = frozenset(
    """
    Government Court Ministry Department Company Group University Bank Council Commission Committee Agency Fund
    Union Party Army Navy Police Board Act Law Bill
    Agreement Treaty Region State City County River Province Island Union Office Service Church Society Club League
    Airport Plant Dam Mine Hospital
    Ministerio Ministère Ministero Ministério Gobierno Gouvernement Governo Unión Union União Unione Comisión Consejo
    Conseil Commission Comune Congreso Banco Banque Tribunal Parlamento Parlement Universidad Université Assemblée
    Asociación Ejército Ayuntamiento Junta Facultad Federación Confederación Organización Armada Marina Liga Copa
    Association Associazione Street
    Facultad Estado Agentschap Partido Senado Senato
    """.split()
)
SUBJECTS = frozenset(
    """
    Services Energy Technology Technologies Gas Oil Power Petroleum Steel Mining Mines Metals Minerals Systems Software
    Investment Investments Logistics Industries Capital Administration Government Networks Police Empresa Empresas
    Plant Mine Dam Bridge Road Highway Motorway Pipeline Canal Terminal Station
    """.split()
)
"""What ministries are for, and what tells a body or a site in other names: Health and Human Services."""
INFLECTED_SHORT = re.compile(r"[А-ЯЁ]{2,6}[а-яё]{1,2}")
"""A short form in a case of Russian: МИДа."""
RUSSIAN_ADJECTIVE = re.compile(r"(?:[ыи]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]ми?|[ыи]х|[ую]ю)$")
LABEL = re.compile(r"\s?:(?!\S)")
"""What is after a word that labels a line: FILE PHOTO: The logo of Skarn."""
TRAILING = re.compile(
    r"\s(?:The|An?|He|She|It|They|This|Der|Die|Das|Am|Im|Auf|Er|Es|Het|Hij|Les?|Ils?|Elles?|El|Los|Las|Una?|Il|Gli)\Z"
)
"""What begins the next sentence where a name and it have no full stop between them."""
AGENTS = re.compile(r"[A-Z][a-z]{2,12}(?:ers|ors|ists|ants|ials|ysts)")
"""Several people who begin a sentence in English, before the name of their body: Advisors Goldman Sachs."""
OF_POSSESSIVE = re.compile(
    r"\s?(?:[.,;:)?!”\"]|$|\s(?:said|says|has|had|have|is|was|were|will|would|and|or|also|in|on|at|to|for|from|by|which|that"
    r"|reported|cut|rose|fell)(?![^\W_]))",
    re.MULTILINE,
)
"""What is after a possessive that has nothing: according to Moody’s, it."""
LEGAL = frozenset("ООО ОАО ПАО ЗАО АО ФГУП ТОВ".split())
"""What begins the name of a company in Russian."""
LEGAL_AFTER = frozenset("Inc Ltd Limited LLC Corp Co PLC Plc plc GmbH".split())
"""What ends the name of a company, after a comma as well."""
MONTH = re.compile(rf"{SPACE}(May|March|August)(?=[,.;:]|['’]s|{SPACE}[a-z])")
"""A surname that is the name of a month, after a first name."""
DEFINITE = re.compile(
    r"(?<![^\W_])(?:the|this|that|its|el|la|del|al|le|du|au|il|lo|della|dal|o|a|do|da|no|na|de) $|l['’]$"
)
"""Words before a body that is named elsewhere."""
NO_NAMES = frozenset(
    """
    Internet Web Estado État Etat Homme Paese Paesi País Stato Constitution Muslim Muslims Buddhist Buddhists Hindu
    Hindus Western Eastern Northern Southern Christian Christians Catholic Catholics Protestant Protestants Jew Jews
    Jewish Islamic Arab Arabs Sunni Shia Shiite Democrat Democrats Republican Republicans Juifs Sida Интернет Интернета
    Интернете North South East West
    The PhD God Dieu Dios
    Research Finance Marketing Sales Operations Communications Engineering Compliance Procurement Staff Strategy
    Finanzas Ventas Logística
    Aids Sars Covid Ebola BSE
    Christmas Easter Thanksgiving Ramadan Weihnachten Ostern Pfingsten Noël Pâques Navidad Natale Pasqua Páscoa Kerstmis
    Food Beverages Clothing Housing Transport Healthcare Recreation Utilities Alimentos Bebidas Aceites Prendas Calzado
    Vivienda Transporte Transportes Salud Ocio Alimentação Vestuário Saúde Alimentari Bevande Abbigliamento Trasporti
    Alimentation Habillement Logement Transports Santé Loisirs
    """.split()
)
"""Words with a capital that are not names where they are alone."""
SECTION = re.compile(
    r"(?:(?:Rule|Title|Article|Section|Chapter|Figure|Table|Case|Appendix|Part|Phase|Group|Grade|Class|Type|Schedule|Annex)"
    r"\s)?(?:[IVX]{1,5}|[^\W\d_])"
)
"""A numeral or a letter, and the part of a text that it counts: Title IV."""
PEOPLE = re.compile(r"(?<![^\W_])(?:les|des|aux|ces|leurs|entre|plusieurs|\w{3,12}s\sd['’])\s?$", re.IGNORECASE)
"""What is before several people, who are no entity: les Américains."""
SEVERAL = re.compile(r"[A-Z]{2,6}s")
"""Several things that are called by letters: HDTVs."""
SECTION_BEFORE = re.compile(
    r"Factor|Count|Exhibit|Level|Stage|Category|Rule|Title|Article|Section|Chapter|Figure|Table|Case|Appendix|Phase|Annex|Route|Pad|No"
)
"""What a number after it counts."""
OFFICE = re.compile(
    r"(?:minist(?:er|ro|ra|re|rin)|comisari[oa]|conselleir[oa]|conseller|concejal[a]?|titular|edil|assessore|secretary|secretari[oa]|secrétaire|secretári[oa]|consejer[oa]|commissioner)"
    r"(?: [a-zà-ÿ]{3,20})? (?:(?:of|for|de|del|de la|de las|de los|du|des|da|do|di|della|dello|dei|degli|delle"
    r"|van) |(?:de l|dell)['’])"
    r"(?:the )?"
    r"(?:[^\W\d_]{2,20} and )?$",
    re.IGNORECASE,
)
"""What somebody is, before what for: Minister of."""
OFFICE_AFTER = re.compile(r"\s(?:minister|secretary)(?![^\W_])")
"""What somebody is, after what for: Foreign Affairs minister."""
BELONGING = re.compile(r"(?:People|Children|Women|Men|King|Queen|Farmers|Workers|Veterans|St\.? \w+)(?:['’]s|s['’])$")
"""The possessives inside a name: People’s Hospital."""
DATELINE = re.compile(
    r"(?:\s[A-Z]{2,20}){0,2}(?:[,/][^\n()]{1,60}?)?\s?(?:\([A-Z][\w/ .]{1,30}\)|/[A-Z]\w{1,20}/)\s?\.?\s?[-–—]"
    r"|,\s(?:[^\W\d_]{3,10}\.?\s\d\d?|\d\d?\.?\s[^\W\d_]{3,10}\.?)\s[-–—]{1,2}\s"
)
"""What is after a city in capitals, or a word of it, in a dateline: LONDON, Oct 5 (Reuters) –."""
LETTERS_AFTER = re.compile(r"(?<=[a-z], )[A-Z]{2}(?=[,.])|(?<=[a-z], )[A-Z][a-z]{1,4}(?=\.(?:,|\s[a-z]))")
"""Letters after the name of a person or town: Mark Moss, QC; Baton Rouge, La."""
NUMBERED = frozenset(
    "Route Highway Interstate Flight Autobahn Apollo Sojus Soyuz Radio Channel Windows Formula Airbus Boeing".split()
)
ECONOMIC = frozenset(
    "GDP GNP CPI VAT CEO CFO IPO PIB IVA TVA BIP KPI ВВП НДС ISIN EBIT EBITDA EGT VIH HIV SIDA AIDS DNA ADN RNA ARN"
    " LGBT VIP MMA GPS SUV NGO ONG TV PC IT CD DVD SMS FAQ PDG DT OPA PKW LKW AKW KKW WM EM ÖPNV CO ABM KFZ WC AI UV"
    " GAAP DRH PCR DVD DOB VIN MP IQ DJ MVP GMT UTC ДНК BST CET COVID FC HIV PhD PDF USB GP QC MD"
    " EPS COO CTO CMO CAPEX OPEX AGM EGM ROI ROE ROCE YTD HR PR ESG ATM PIN APR CV FX LNG LPG EV HGV URL PPE PTSD"
    " BMI RPI PMI PPI ETF NAV ICU PPP NDA GHG CCTV GMO MRI LED LCD VHS VCR DRM HD"
    " IPC PYME IRPF ERE ERTE DNI NIF TAE UCI SMIC CDI CDD PME RTT HLM IA IRM TTC KGV KMU KI MWST BSP EDV"
    " PIL IRPEF IMU ISEE TFR IPCA ICMS IPTU IPVA INPC UTI CPF CNPJ BTW BBP MKB CAO ICT"
    " ЕГЭ ЖКХ МРОТ ДТП СМИ ЧП ИИ ВРП НДФЛ ВИЧ ОРВИ СПГ ПДД ОСАГО ПЦР".split()
)
# A word that begins a sentence is a name where an apposition follows, or a verb where nouns have an article.
APPOSITION = re.compile(r",\s(?:the|an?|der|die|das|le|la|les|el|los|las)\s[^.,;]{3,60},")
ROMANCE_VERB = {
    "fr": re.compile(r"\s(?:a|ont|est|sont|était|avait)\s\w"),
    "es": re.compile(r"\s(?:ha|han|ganó|es|fue|era)\s\w"),
    "it": re.compile(r"\s(?:ha|hanno|è|era)\s\w"),
    "pt": re.compile(r"\s(?:tem|têm|é|foi|era)\s\w"),
}
NUMBER_AFTER = re.compile(r"(?<=\d|[A-Z])(?<![a-z][A-Z])[-‐‑]\d+[A-Z]?(?![^\W_])")
NUMERAL_AFTER = re.compile(r"\s[IVX]{1,5}(?![^\W_]|['’.][^\W_])")
"""A numeral after the name of a king, pope or war."""
SYMBOL = re.compile(r"[(\[|,;]\s?[A-Za-z]{2,8}\s?:\s?$")
"""What is before the symbol of a company at an exchange: (NYSE: ABC)."""
POSTNOMINAL = re.compile(r",?\s(?:QC|KC|MP|MEP|TD|PhD|MD|OBE|MBE|CBE|CPA|Esq|Q[1-4])$")
"""What follows the name of somebody, or of a company in a heading, and does not belong to it."""
ABSTRACT = {
    "es": re.compile(r"\w{2,20}(?:[cs]i[óo]n(?:es)?|mientos?|idad(?:es)?|ncia|ismo)"),
    "pt": re.compile(r"\w{2,20}(?:[çs]ão|[çs]ões|mentos?|dades?|ncia|ismo)"),
    "it": re.compile(r"\w{2,20}(?:zion[ei]|ment[oi]|ità|nza|ismo)"),
    "fr": re.compile(r"\w{2,20}(?:[ts]ions?|ités?|ments?|nces?|isme)"),
}
"""Nouns for what bodies deal with, which Romance languages print with a capital: Educación, Salud."""
HYPHEN_AFTER = re.compile(r"(?:-[a-zà-ÿ]{3,20})+(?![^\W_])")
KOREAN = re.compile(r"-(?:un|il|in|hye|moon|bak|jong|sik|soo|ho|hyun|kyu|jin|hee|young)(?![^\W_])")
"""The end of a name after a hyphen in lower case: Cooperativas Agro-alimentarias."""
ACRONYM = re.compile(r"\s\(([^\W\d_][\w.&-]{1,9})\)")
"""A short form in brackets after the name that it stands for."""
LINKED_IN_LOWER = re.compile(
    r"-(?:(?:aux|lès|lez|à|au|devant|près|et|de|du|des|la|le|les|sur|sous|en|l|d|upon|am|an|y|e)[-’'])+"
)
"""Small words with hyphens inside a name: Seine-et-Marne."""
AMOUNT = re.compile(r"[A-Z]{1,3}\d(?:[\d.,]*(?:bn|tn|m|k|million|billion|trillion)|[\d.,]{2,})")
"""An amount of money with the abbreviation of its currency: N127bn."""
