"""Names are whole, and of a kind where their form or the words around them tell it."""

import pytest

from tui.items.name_kinds import nominative
from tui.items.names import words_in_lower_case
from tui.items.whole_names import whole_names
from tui.languages.language import language_of
from tui.text.document import Document

NAMES = [
    # An office, family, an age, or a quotation tells a person; so does a list of people.
    ("en", "They met president Skarn and his wife Orla.", {"Skarn": "person", "Orla": "person"}),
    ("en", "It was Skarn, 34, who knew. It hired Orla, a lawyer.", {"Skarn": "person", "Orla": "person"}),
    ("es", "Lo dijo el ministro de Obras yugoslavo, Dragoljub Skarn.", {"Dragoljub Skarn": "person"}),
    (
        "en",
        "It hired Gaizka Skarn, George Moss and Mark Lee.",
        dict.fromkeys(["Gaizka Skarn", "George Moss", "Mark Lee"], "person"),
    ),
    ("es", "Ayer habló Alfonso Guerra. Vio el Mar Rojo.", {"Alfonso Guerra": "person", "Mar Rojo": "place"}),
    # What it is, or what has it, tells a company, a body or a place.
    ("en", "Shares of Skarn rose. It is in Orla, a small town of 900.", {"Skarn": "company", "Orla": "place"}),
    ("en", "Skarn reported a loss. It was late, as Skarn shares fell.", {"Skarn": "company"}),
    ("es", "El portavoz del SKR vive en la localidad atlántica de Orla.", {"SKR": "organization", "Orla": "place"}),
    ("fr", "Le maire de Skarn a vu la société française Orla.", {"Skarn": "place", "Orla": "company"}),
    ("it", "Il sindaco di Skarn tace.", {"Skarn": "place"}),
    ("en", "It sells to France, Skarn and Alaska.", {"France": "country", "Skarn": "place", "Alaska": "place"}),
    ("es", "Ganó el Madrid en la capital, Quito.", {"Madrid": None, "Quito": "place"}),
    # A month may be a surname, a company’s name may have a comma; placeholders and capitals only tell nothing.
    ("en", "Theresa May met Orla Co., Ltd, said #PRS_ORG#.", {"Theresa May": "person", "Orla Co., Ltd": "company"}),
    ("en", "It is near Skarn.\n\nTHE OTHER ORLA.\n", {"Skarn": "place"}),
    # A part of the name of a ministry is nobody.
    (
        "es",
        "Lo dijo el Ministerio de Agricultura, Bosques y Pesca. La portavoz de Bosques, Pesca y Ana Ruiz callan.",
        {
            "Ministerio de Agricultura, Bosques y Pesca": "government",
            "Bosques": None,
            "Pesca": None,
            "Ana Ruiz": "person",
        },
    ),
    # After “and” is another name where it tells a body itself, or where the first is of a place; else a subject.
    (
        "en",
        "It was the University of Leeds and Moss College London. It paid Bank of Skarn and Orla Banking Group.",
        {
            "University of Leeds": "organization",
            "Moss College London": None,
            "Bank of Skarn": "organization",
            "Orla Banking Group": "company",
        },
    ),
    ("en", "He left the Bank of America and Orla.", {"Bank of America": "company", "Orla": None}),
    (
        "en",
        "He met the Institute of Directors and Ada Moss of the Department of Health and Human Services.",
        {
            "Institute of Directors": "organization",
            "Ada Moss": "person",
            "Department of Health and Human Services": "government",
        },
    ),
    (
        "es",
        "Lo dicen el Instituto de Estadística y Geografía, la Universidad de Chile y Banco Orla.",
        {
            "Instituto de Estadística y Geografía": "organization",
            "Universidad de Chile": "organization",
            "Banco Orla": "organization",
        },
    ),
    ("en", "It is for the Ada and Orla Moss Foundation.", {"Ada and Orla Moss Foundation": "organization"}),
    ("it", "Lo dice la Banca d’Italia.", {"Banca d’Italia": "organization"}),
    # A subject after “and” may repeat small words; in German, another body is another name.
    (
        "it",
        "Ieri il Ministero dell’Economia e delle Finanze ha parlato del Ministero della Salute e della Banca d’Italia.",
        {
            "Ministero dell’Economia e delle Finanze": "government",
            "Ministero della Salute": "government",
            "Banca d’Italia": "organization",
        },
    ),
    (
        "es",
        "Ayer la Organización para la Alimentación y la Agricultura vio al Ministerio de Hacienda y la Moncloa.",
        {
            "Organización para la Alimentación y la Agricultura": "organization",
            "Ministerio de Hacienda": "government",
            "Moncloa": "government",
        },
    ),
    (
        "de",
        "Es klagte das Institut für Physik und Fraunhofer-Institut sowie der Bundesverband der Deutschen Industrie.",
        {"Institut für Physik": "organization", "Bundesverband der Deutschen Industrie": "organization"},
    ),
    # Bodies in the plural, prefixes with a hyphen, and adjectives in lower case belong to a name.
    (
        "en",
        "They are the Centers for Disease Control and the Organisation for Economic Co-operation and Development.",
        {
            "Centers for Disease Control": "organization",
            "Organisation for Economic Co-operation and Development": "organization",
        },
    ),
    (
        "fr",
        "Hier, le Centre national de la recherche scientifique a vu l’École normale supérieure.",
        {"Centre national de la recherche scientifique": "organization", "École normale supérieure": None},
    ),
    # An office, what it is for and what prices are of are no names.
    (
        "en",
        "It hired our Head of Research, Ada Moss, Co-Founder Mark Lee and Managing Partner George Moss.",
        dict.fromkeys(["Ada Moss", "Mark Lee", "George Moss"], "person"),
    ),
    ("it", "Ieri ha parlato la Direttrice Anna Neri.", {"Anna Neri": "person"}),
    ("es", "Ayer subieron Alimentos y bebidas, Salud y ocio. Habló la Gerente Ana Ruiz.", {"Ana Ruiz": "person"}),
    # The city of a dateline in capitals is a place, and no part of what is before; some capitals are common nouns.
    (
        "en",
        "It is late.\n\nBy Ada Moss SKARN (Reuters) - Its EPS rose, the COO of Tesco said in the AGM.",
        {"Ada Moss": "person", "SKARN": "place", "Reuters": "publication", "Tesco": "company"},
    ),
    (
        "en",
        "It was Ada Moss NEW SKARN (AP) — It fell.",
        {"Ada Moss": "person", "NEW SKARN": "place", "AP": "publication"},
    ),
    ("de", "Gestern sank das KGV.", {}),
    # Words that tell two kinds tell none.
    ("en", "They saw president Skarn. It is in Skarn.", {"Skarn": None}),
    # Only the first word of a body in Russian has a capital; people are in any case, and without their country.
    (
        "ru",
        "Вчера президент США Барак Обама был в Белом доме. Его видел глава Всемирной организации здравоохранения.",
        {
            "США": "country",
            "Барак Обама": "person",
            "Белом доме": "government",
            "Всемирной организации здравоохранения": "organization",
        },
    ),
    (
        "ru",
        "Лидеры Германии видели Владимира Путина у Чёрного моря.",
        {"Германия": "country", "Владимира Путина": "person", "Чёрного моря": "place"},
    ),
    ("ru", "«Севермет» растёт.", {"Севермет": None}),
    # A body in German ends with its city; after a possessive is a noun.
    (
        "de",
        "Er kam zu Bayer Leverkusen und in die Neue Galerie Graz.",
        {"Bayer Leverkusen": None, "Neue Galerie Graz": None},
    ),
    ("de", "Die Stadt Köln liegt in den Gebieten Afrikas.", {"Köln": "place", "Afrika": "place"}),
    ("de", "Ich habe in meinem Job zu Problemen geschwiegen.", {}),
    # What is quoted and has small words is whole; so is what has “of the” inside a sentence.
    ("it", "Lo scrive “La Gazzetta dello Sport” oggi.", {"La Gazzetta dello Sport": None}),
    ("en", "They saw the Daughters of the Confederacy.", {"Daughters of the Confederacy": None}),
    (
        "en",
        "The Securities and Exchange Commission Wednesday agreed.",
        {"Securities and Exchange Commission": "organization"},
    ),
    # A German word that is no noun is a name where nothing shows that it may be a noun or the part of a longer name.
    (
        "de",
        "Von Barack Obama stammt der Satz. Dem Bericht zufolge kaufte Orla das Werk.",
        {"Barack Obama": None, "Orla": None},
    ),
    ("de", "Die Beschüsse der Zukunftswege und ein Skarnia halfen den Beteiligten beim Aufnehmen im Familienrat.", {}),
    (
        "de",
        "Der 1. FC Orlatal fuhr nach Freiburg im Breisgau.",
        {"1. FC Orlatal": None, "Freiburg im Breisgau": "place"},
    ),
    ("de", "Es sprach Bürgermeister Mai, und er blieb.", {}),
    ("de", "Er sah die Initiative Women on Twenties.", {"Women on Twenties": None}),
    # A numeral belongs to a king and a war.
    (
        "en",
        "It fell in World War II. King Pedro I then sold the other ships there.",
        {"World War II": "war", "Pedro I": "person"},
    ),
    # Words that open a sentence, adjectives and letters after a name do not belong to it; particles do.
    ("en", "Three Orla ships sank. Entering Skarnia Beach took a day.", {"Orla": None, "Skarnia Beach": "place"}),
    (
        "en",
        "West African and Arab-Israeli firms met Luiz Skarn da Orla and Ada Moss QC in the Jewish West Bank.",
        {"Luiz Skarn da Orla": None, "Ada Moss": "person", "West Bank": "place"},
    ),
    (
        "en",
        "It was handed to the Skarn County District Attorney’s Office.",
        {"Skarn County District Attorney’s Office": "organization"},
    ),
    # A word that the text also has without a capital is a name only if more tells so.
    ("es", "Y subieron Carnes y derivados, y también Educación. Las carnes suben. Come en Orla.", {"Orla": "place"}),
    # Known names have a kind, an exchange shows a company, and initials stand for a name.
    (
        "en",
        "They met Microsoft, Oxfam and Skarn (NYSE: SKN) there.",
        {"Microsoft": "company", "Oxfam": "organization", "Skarn": "company", "NYSE": "organization"},
    ),
    ("en", "It was the Northern Skarn Board. The NSB said no.", {"Northern Skarn Board": "organization"}),
    ("en", "It fled from Hurricane Rosa and Operation Skarn.", {"Hurricane Rosa": None, "Operation Skarn": None}),
    # A surname may be an office; a first name may have a short second part.
    ("en", "It was led by Stephanie Pope.", {"Stephanie Pope": "person"}),
    ("fr", "Elle a vu Marie-Jo Skarn hier.", {"Marie-Jo Skarn": "person"}),
    # A small word with a capital is in the title of a work, which no mark ends.
    ("en", "They saw the film Get Me Out Of Here. It paid Skarn A/S there.", {"Skarn A/S": "company"}),
    # What labels a line, who acts for a body, and the first word of another sentence are no part of a name.
    (
        "en",
        "FILE PHOTO: A house.\n\nAdvisors Goldman Sachs met Ada Moss The deal fell.",
        {"Goldman Sachs": "company", "Ada Moss": "person"},
    ),
    # A possessive is one where a name is never without it, and has nothing in one place.
    (
        "en",
        "Moss's plan fell, by Skarn's chief and Skarn's. Standard & Poor's and Moody's agreed, as Moss left.",
        {"Skarn's": None, "Standard & Poor's": "publication", "Moody's": "company", "Moss": None},
    ),
    ("en", "Sri Lankans and Californian firms met the Campaign for Skarn.", {"Campaign for Skarn": None}),
    (
        "en",
        "It paid Orla Securities, Moss Breweries and Skarn Insurance.",
        dict.fromkeys(["Orla Securities", "Moss Breweries", "Skarn Insurance"], "company"),
    ),
    (
        "nl",
        "Minister Jan de Vries van Financiën sprak. Triatleet Luc Van Lierde won.",
        {"Jan de Vries": "person", "Luc Van Lierde": "person", "Financiën": None},
    ),
    (
        "de",
        "Er verließ deren Tochter Zielpunkt GmbH, das Institut für Höhere Studien und das Institut für Publizistik- und"
        " Medienkunde.",
        {
            "Zielpunkt GmbH": "company",
            "Institut für Höhere Studien": "organization",
            "Institut für Publizistik- und Medienkunde": "organization",
        },
    ),
    (
        "de",
        "Sie bitten ihre Bank zur Kasse. Er ging den Bund der Ehe ein, im Einkaufszentrum.",
        {},
    ),
    (
        "de",
        "In Schwäbisch Gmünd hilft es, solange Italien Flüchtlinge nimmt. Solange Italien Hilfe braucht.",
        {"Schwäbisch Gmünd": "place", "Italien": "country"},
    ),
    ("fr", "Elle vit à Bouxières-aux-Dames.", {"Bouxières-aux-Dames": "place"}),
    (
        "ru",
        "Это было после Второй мировой войны, сообщает Лента.ру. Глава МИДа Сэйдзи Маэхара уехал.",
        {"Второй мировой войны": None, "Лента.ру": None, "МИДа": None, "Сэйдзи Маэхара": "person"},
    ),
    # Initials tell a person, a first word a club or a plan; a city in capitals is one; an office is no name.
    (
        "en",
        "It hired D.K. Moss. They met Magistrate Ada Moss, the Clerk of the Court and the Tax Collector of Skarn.",
        {"D.K. Moss": "person", "Ada Moss": "person", "Skarn": None},
    ),
    (
        "en",
        "KHARTOUM: It was late, U.S. Steel and Save the Children said.",
        {"Khartoum": "place", "U.S. Steel": "company", "Save the Children": "organization"},
    ),
    ("de", "Sie sahen TSG Hoffenheim und Hertha BSC.", dict.fromkeys(["TSG Hoffenheim", "Hertha BSC"], "organization")),
    ("es", "Aplicó el Plan Marina ayer.", {"Plan Marina": "policy"}),
    # What an article is joined to, and a government, are before somebody; a middle initial tells a person.
    ("fr", "Hier, le ministre de l'Éducation Jean-Michel Skarn a parlé.", {"Jean-Michel Skarn": "person"}),
    ("es", "Lo dijo el Gobierno de Pedro Skarn ayer.", {"Pedro Skarn": "person"}),
    ("en", "It hired Irwin D. Skarn, who left (Nasdaq | TSX: SKN).", {"Irwin D. Skarn": "person", "TSX": None}),
    (
        "de",
        "Wie Siemens und Lufthansa schwieg laut Handelsblatt auch Ada Moss. Der Standard ist hoch.",
        {"Siemens": "company", "Lufthansa": "company", "Handelsblatt": "publication", "Ada Moss": "person"},
    ),
    # A noun that begins a sentence in Russian is before what it is of, and a body before its head.
    (
        "ru",
        "Так говорит Сагдеев. Слова Сагдеева ясны. Глава Минфина Антон Скарнов уехал.",
        {"Сагдеев": None, "Минфина": "government", "Антон Скарнов": "person"},
    ),
    (
        "it",
        "Ieri il Ministero dello Sviluppo economico tace, come il ministro dello Sviluppo, Ada Moss.",
        {"Ministero dello Sviluppo economico": "government", "Ada Moss": "person"},
    ),
    (
        "en",
        "Near Los Angeles, Drake Madison Moss entered Skarn Hospital by 4 p.m.",
        {"Los Angeles": "place", "Drake Madison Moss": None, "Skarn Hospital": "facility"},
    ),
    # Whom an analyst works for, what a stake is in, and a unit are companies; letters with an article are a body.
    (
        "en",
        "An economist at Skarn bought a stake in Orlat, rival of winemaker Zentra. It said the KVL was late.",
        {"Skarn": "company", "Orlat": "company", "Zentra": "company", "KVL": "organization"},
    ),
    (
        "en",
        "It left the Skarn Stock Exchange, Skarn United and the new mine at Orlat for a BMW X5.",
        {"Skarn Stock Exchange": "organization", "Skarn United": "organization", "Orlat": "place", "BMW X5": "product"},
    ),
    (
        "de",
        "Die Firma Skarn GmbH zahlt, mit den Tochtergesellschaften Jela GmbH, Stanz- und Lasertechnik Orla GmbH und"
        " J.N. Moss & Cie GmbH, so der SKA Vorstand.",
        {
            **dict.fromkeys(
                ["Skarn GmbH", "Jela GmbH", "Stanz- und Lasertechnik Orla GmbH", "J.N. Moss & Cie GmbH"], "company"
            ),
            "SKA": None,
        },
    ),
    # A title with “of”, demonyms, and a noun before a club; a first name that begins with the first letter.
    (
        "en",
        "They played the Medal of Skarn series. 41 Britons left it. The COO of Tesco was late.",
        {"Medal of Skarn": None, "Tesco": "company"},
    ),
    ("de", "Am Freitag siegte Spitzenreiter Wacker Innsbruck zu etwas Größerem.", {"Wacker Innsbruck": None}),
    (
        "ru",
        "Об этом сказали Александру Скарнову и министру Казахстана Андрею Орлову.",
        {"Казахстан": "country", "Александру Скарнову": "person", "Андрею Орлову": "person"},
    ),
    ("fr", "Grossesse et allaitement Il n'existe pas de Skarn.", {"Skarn": None}),
    ("en", "Model Ada Moss left. It was on BBC Skarn.", {"Ada Moss": "person", "BBC Skarn": "publication"}),
]


@pytest.mark.parametrize(("code", "text", "names"), NAMES)
def test_names_are_whole_and_of_their_kind(code: str, text: str, names: dict[str, str | None]) -> None:
    found = whole_names(Document("a.txt", text), language_of(code), words_in_lower_case([text]))
    assert {name.name: None if name.guessed else name.kind for name in found} == names


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("Нигерии", "Нигерия"),
        ("Нигерию", "Нигерия"),
        ("Нигера", "Нигер"),
        ("Нигере", "Нигер"),
        ("Великобритании", "Великобритания"),
    ],
)
def test_a_case_that_two_countries_may_have_is_of_one(form: str, country: str) -> None:
    assert nominative(form, "ru") == country


def test_no_name_goes_on_without_end() -> None:
    text = f"It is the Department of Skarn{' and Moss Orla' * 400}."
    found = whole_names(Document("a.txt", text), language_of("en"), words_in_lower_case([text]))
    assert max(len(name.name) for name in found) < 250


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("en", "The US paid, and the United States voted.", {"United States": {"US"}}),
        ("en", "The US paid. The US voted. America grew.", {"US": {"America"}}),
        (
            "de",
            "Die USA zahlten. Die Politik der Vereinigten Staaten gilt.",
            {"Vereinigte Staaten": {"USA", "Vereinigten Staaten"}},
        ),
        (
            "de",
            "Das Statistische Bundesamt (Destatis) zählt. Destatis sucht.",
            {"Statistische Bundesamt": {"Destatis"}},
        ),
        ("de", "Die Bundeswettbewerbsbehörde (BWB) prüft, so die BWB.", {"Bundeswettbewerbsbehörde": {"BWB"}}),
        ("de", "Sie verließ Monte dei Paschi di Skarn (MPS).", {"Monte dei Paschi di Skarn": {"MPS"}}),
        (
            "fr",
            "Hier, la Société des amis du vélo (SAV) et la SAV se taisent.",
            {"Société des amis du vélo": {"SAV"}},
        ),
        (
            "es",
            "Ayer habló la Comisión Nacional de los Mercados y la Competencia (CNMC).",
            {"Comisión Nacional de los Mercados y la Competencia": {"CNMC"}},
        ),
        (
            "it",
            "Ieri l’Autorità per le garanzie nelle comunicazioni (AGCOM) tace.",
            {"Autorità per le garanzie nelle comunicazioni": {"AGCOM"}},
        ),
        (
            "ru",
            "Молчит Комитет защиты журналистов (КЗЖ). Скотт Хоровитц (Scott Horowitz) уехал.",
            {"Комитет защиты журналистов": {"КЗЖ"}, "Скотт Хоровитц": {"Scott Horowitz"}},
        ),
        (
            "nl",
            "Zij leidt het Centrum voor Onderzoek in de Agrochemie (COA).",
            {"Centrum voor Onderzoek in de Agrochemie": {"COA"}},
        ),
        ("en", "He cited the Programme for the Arts and Sport (PAS).", {"Programme for the Arts and Sport": {"PAS"}}),
        ("en", "Skarn Brands, Inc. rose. Skarn Brands fell.", {"Skarn Brands": {"Skarn Brands, Inc"}}),
        (
            "es",
            "Le sigue la Empresa Municipal de Transportes de Madrid (EMT).",
            {"Empresa Municipal de Transportes de Madrid": {"EMT"}},
        ),
        (
            "es",
            "Lo dice la Intervención General de la Administración del Estado (IGAE).",
            {"Intervención General de la Administración del Estado": {"IGAE"}},
        ),
        # A place or another body in brackets is no other form, nor is a city one of a body in it.
        ("ru", "Молчит компания Tele2 AB (Швеция).", {"Tele2 AB": set(), "Швеция": set()}),
        (
            "en",
            "He left Orla Steel Corp (Germany). The London Stock Exchange rose in London.",
            {"Orla Steel Corp": set(), "Germany": set(), "London Stock Exchange": set(), "London": set()},
        ),
        ("en", "Julio De Skarn spoke. Mr De Skarn left.", {"Julio De Skarn": {"De Skarn"}}),
        ("en", "It uses machine learning (ML). Gross domestic product (GDP) rose.", {}),
    ],
)
def test_other_forms_of_a_name_are_its_aliases(code: str, text: str, names: dict[str, set[str]]) -> None:
    found = whole_names(Document("a.txt", text), language_of(code), words_in_lower_case([text]))
    assert {name.name: name.aliases for name in found} == names
