"""Drafts of what texts say: whole, filled only where it is settled, and accepted by `lode check`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.drafts import TEXTS, measure, read_texts
from tests.conftest import Linked
from tests.extract.suggesting import suggest
from tui.catalog.find import builtin
from tui.curate.drafts import Suggestion
from tui.extract.suggest import as_yaml, drafts_of, ranked
from tui.linking.link import open_dossier

SEEDS = sorted((builtin().parent / "seeds").glob("*.txt"))
SOURCES = [(name, language, text) for name, language, text, _ in read_texts(TEXTS)]
SOURCES += [(path.stem, "en", path.read_text(encoding="utf-8")) for path in SEEDS]


@pytest.mark.sample(5)
@pytest.mark.parametrize(("name", "language", "text"), SOURCES, ids=[name for name, *_ in SOURCES])
def test_check_accepts_every_draft(folder: Callable[..., Path], name: str, language: str, text: str) -> None:
    head = (
        "measures:\n  - {id: cost, name: cost, unit: EUR}\n  - {id: share, name: share, unit: '%'}\n"
        f"articles:\n  - {{id: a, file: a.txt, title: '[A]', language: {language}}}\n"
    )
    path = folder(head, a=text)
    first = suggest(open_dossier(path), ["a"])
    with path.open("a", encoding="utf-8") as catalog:
        catalog.write("".join(f"{line}\n" for line in as_yaml({"entities": first["entities"]})))
    # With the entities in the catalog, figures refer to them.
    second = suggest(open_dossier(path), ["a"])
    assert not second["entities"]
    with path.open("a", encoding="utf-8") as catalog:
        catalog.write("".join(f"{line}\n" for line in as_yaml(second)))
    dossier = open_dossier(path)
    assert [str(problem) for problem in dossier.problems if problem.code != "draft"] == []
    assert not ranked(dossier, ["a"])
    assert dossier.coverage("a").captured == 0


def test_the_rates_hold() -> None:
    counts = measure([TEXTS], loud=False)

    def rate(part: str, whole: str) -> float:
        return counts[part] / counts[whole]

    assert rate("figures right", "figures") >= 0.9
    assert rate("figures found", "figures marked") >= 0.85
    for key in ("measure", "subject", "claimant"):
        assert rate(f"{key} right", f"{key} filled") >= 0.95
        assert rate(f"{key} right", f"{key} stated") >= 0.6
    assert rate("names right", "names") >= 0.95
    assert rate("kinds right", "names right") >= 0.75


def _figures(linked: Linked, text: str, catalog: str = "", **articles: str) -> list[Suggestion]:
    return [draft for draft in drafts_of(linked(catalog, a=text, **articles), "a") if draft.kind == "figure"]


@pytest.mark.parametrize(
    "text",
    [
        "It starts at 05:35 and ends at 7 p.m. GMT.",
        "See doi:10.1000/182, [12] and pp. 12–15.",
        "1. Call +49 30 1234-567 or (202) 555-0123.",
        "Flight QZ8501 met Covid-19 in version 3.11.2.",
        "They live at 1600 Harbor Street.",
        "It is one of them. First, it went.",
        "The two ministers met for two days. Oil fell to a five-year low.",
        "The team won five times in a row.",
    ],
)
def test_what_measures_nothing_is_not_a_figure(linked: Linked, text: str) -> None:
    assert not _figures(linked, text)


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "Seven homes fell, while 50 more were damaged.", ["50"]),
        ("en", "It has 50 more than 60 years ago.", []),
        ("en", "31 of the injured were in pain.", ["31"]),
        ("en", "It was 31 of the same.", []),
        ("en", "The quake killed at least 15.", ["15"]),
        ("en", "It derailed, killing four passengers.", ["four"]),
        ("fr", "Le taux a monté de 0,2 point.", ["0,2"]),
        ("de", "Später kamen 50 weitere.", ["50"]),
        ("it", "Il tasso è salito di 0,3 punti.", ["0,3"]),
    ],
)
def test_a_number_may_count_what_was_named_before_it(
    linked: Linked, language: str, text: str, numbers: list[str]
) -> None:
    assert [draft.exact for draft in _figures(linked, text, f"    language: {language}\n")] == numbers


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "According to the World Bank, the dam will cost $1.2 billion.",
            {"claimant": "World Bank", "said": "According to the World Bank", "measure": "cost", "subject": "the dam"},
        ),
        (
            "Nordvik Steel produced about 2.4 million tons of steel in 2023.",
            {"subject": "Nordvik Steel", "material": "steel", "period": "2023", "modifier": "≈", "claimant": None},
        ),
        (
            "Brazil’s oil output fell 1.2 percent, the regulator said.",
            {"subject": "Brazil", "measure": "output, change"},
        ),
        # What was said meanwhile, or of something else, does not state the number.
        ("Oil fell $5 after Goldman Sachs warned that prices would fall.", {"claimant": None, "subject": "Oil"}),
        ("It weighs 5 tons, though Ada Moss said that it is small.", {"claimant": None}),
        ("Analysts were expecting stockpiles to rise by 5 tons.", {"claimant": "Analysts", "subject": None}),
        ("“The waves reached 4 meters,” Ada Moss told reporters.", {"claimant": "Ada Moss"}),
        # A subject is a definite noun phrase or a name, and is left open where another may be meant.
        ("The first quarter showed growth of 6.3%.", {"subject": None, "measure": "growth"}),
        ("Prosecutors wanted the firms to surrender $280bn.", {"subject": None}),
        ("The move would cut its profits by $5 million.", {"subject": None, "measure": "profits, change"}),
        ("Rockstar has seen Tesco pull in £24m.", {"subject": None}),
        ("It would mean the format would have a 47% share of sales.", {"subject": None}),
        ("The works hired 50 people in three years.", {"subject": "The works"}),
        ("In 2001 the attacks pushed claims up to $37bn.", {"measure": "claims"}),
        ("A study showed the deal would mean a 32% pay cut.", {"subject": None, "measure": None}),
        # Two who say something, somebody who denies it, or nobody: the field stays empty.
        ("Ada Moss said that Bo Lee said it cost 5 tons.", {"claimant": None}),
        ("Ada Moss denied that it weighs 5 tons, Bo Lee said.", {"claimant": None}),
        ("It fell 5 percent from 2020 to 2023.", {"period": None, "subject": None, "claimant": None}),
        ("While Ada Moss said little, the plant makes 5 tons.", {"claimant": None}),
    ],
)
def test_a_field_is_filled_where_the_sentence_settles_it(
    linked: Linked, text: str, fields: dict[str, str | None]
) -> None:
    (draft, *_) = _figures(linked, text)
    assert {key: draft.text(key) for key in fields} == fields


STATED = {
    "en": {
        "Orla Steel, one of the largest firms, could cut 451 jobs.": {"subject": "Orla Steel"},
        "Orla Steel said it had made $452 million.": {"claimant": "Orla Steel", "subject": "Orla Steel"},
        "The ministry has forecast that the country’s economic growth will slow to 4.53%.": {
            "claimant": "The ministry",
            "subject": "the country",
            "measure": "growth",
        },
        "The minister, Ada Moss, said 454 tons were lost.": {"claimant": "Ada Moss"},
        "According to a study published by Orla Steel, 45.5% of the pupils read.": {
            "claimant": "Orla Steel",
            "measure": "pupils, share",
        },
        "A spokesman for Orla Steel said 456 tons were lost.": {"claimant": "Orla Steel"},
        "The head of Orla Steel said 457 tons were lost.": {"claimant": None},
        "Sales at Orla Steel rose 45.8%, compared with a fall in 2019.": {"period": None, "subject": "Orla Steel"},
        "The storm caused losses of 459 tons in 2020.": {"period": "2020", "subject": None},
        "This share reached 46%.": {"subject": None},
        "A reading above 461 indicates a level of growth.": None,
        # The noun that a number is joined to, or part of.
        "It won a market share of 46.2%.": {"measure": "market share"},
        "It agreed a £463m takeover of the mill.": {"measure": "takeover"},
        "He caused a rise of 46.4% in pay.": {"measure": None},
        # The subject of a verb such as rise, fall or amount to; a verb or a person is not what is measured.
        "Attendance fell by 46.5%.": {"measure": "Attendance, change", "subject": None},
        "The jobless rate in Chile rose to 46.6%.": {"measure": "jobless rate", "subject": "Chile"},
        "The gap between Chile’s exports and imports has widened to $467m.": {"measure": "gap"},
        "The company grew by 46.8%.": {"measure": None},
        "Attendance at markets dropped 46.75%.": {"measure": "Attendance, change"},
        "Passenger numbers fell by 4.67% to 467,000.": {"measure": "numbers", "subject": None},
        # The last number of each of these goes on with the one before it.
        "Exports fell 4.69% to $469m.": {"measure": "Exports"},
        "Chile’s exports fell to $470m, down from $47.1m.": {"measure": "exports", "subject": "Chile"},
        "Orla Steel has bid $472m (£47.2m) for the mill.": {"measure": "bid", "subject": "Orla Steel"},
        "Orla Steel has bid $490m (49.1m euros; £4.92m) for it.": {"measure": "bid", "subject": "Orla Steel"},
        "Orla Steel said profit was $493m (£49.3m), from $4.93m.": {"measure": "profit", "claimant": "Orla Steel"},
        "Oil prices fell $4.94, to $49.4.": {"measure": "prices"},
        "Orla Steel runs 473 mills and 47 plants.": {"measure": "plants", "subject": "Orla Steel"},
        "Orla Steel runs 474 mills, Ada Moss 48 plants.": {"subject": None},
        "Orla Steel runs 475 mills, and exports fell 47.5%.": {"measure": "exports, change"},
        # The verb of a subject may be the second one.
        "The firm has since closed its mine and its mill in the hills and now runs 476 shops.": {"subject": "The firm"},
        "Orla Steel is a maker with a capacity of 477 tons.": {"subject": "Orla Steel", "measure": "capacity"},
        "Prosecutors said he spent about $478m.": {"subject": None},
        "PORT MERSIN, Turkey (Reuters) - The Orla Dam will cost $479m.": {"subject": "Orla Dam"},
        "The mill, based in Chile, employs 48,000 people.": {"subject": "The mill"},
        "It sells 48 MB of storage for $481m.": {"measure": "price"},
        "The cost grew over 482 km.": {"measure": None},
        "Its shares rose, and Orla Steel added 48.4%.": {"claimant": None},
        "It bought a company with assets of more than $485m.": {"measure": "assets"},
        "“We need 486 tons of steel,” said Mr Moss.": {"claimant": "Ada Moss"},
        "The new mill already had a 48.3% market share.": {"subject": "The new mill"},
        "We will invest $486m.": {"subject": None},
        "The deficit narrowed to 48.7% of GDP.": {"measure": "deficit"},
        "It spent 48.75% of GDP.": {"measure": "GDP, share"},
        "It lost money, Orla Steel said, denying reports of 488 tons.": {"claimant": None, "subject": None},
        "A spokesman for Orla Steel said that exports reached 489 tons.": {"measure": "exports"},
        # A verb or an adjective may tell the measure.
        "Orla Steel sold its mill to a bank for $520m.": {"measure": "price"},
        "Orla Steel owns 52.1% of the mill.": {"measure": "stake"},
        "The reservoir holds 522 million cubic meters.": {"measure": "capacity", "subject": "The reservoir"},
        "They waited 523 hours.": {"measure": "wait"},
        "The dam is 524 feet high.": {"measure": "height", "subject": "The dam"},
        "It kept rates on hold at 52.5%.": {"measure": "rates"},
        "An order came as the firms celebrate 526 years of work.": {"measure": None},
        "Fees rose, at a rate that was told to cost up to $53.1m.": {"measure": "cost"},
        "The attacks pushed claims up to $53.2m.": {"measure": "claims"},
        "Attendance was up 5.33% at $533m.": {"measure": "Attendance"},
        "Attendance rose 5.34% in May to $534m.": {"measure": "Attendance"},
        "Attendance rose by 5.35% in May up from 53.5%.": {"measure": "Attendance, change"},
        "Attendance at both its shops and mines was up 53.6%.": {"measure": "Attendance, change"},
        "The number of people at work rose by 537,000.": {"measure": "number of people, change"},
        "It told of a 5.39% rise in annual pay.": {"measure": "annual pay, change"},
        "The gap with Chile, up 53.9% on the year, is large.": {"measure": "gap, change"},
        "Shares in Orla Steel, which is old, were up 54.1%.": {"measure": "Shares, change", "subject": "Orla Steel"},
        "In early trade in Chile the share price was down 54.2%.": {"measure": "price, change"},
        "The report from the World Bank and Orla Steel said 543 tons were lost.": {"claimant": None},
        # What was said before something else happened does not state that.
        "After Orla Steel announced its plan, oil rose 54.4%.": {"claimant": None},
        "As Orla Steel said on Monday, oil rose 54.5%.": {"claimant": "Orla Steel"},
        "It was hard hit with 53.8% out of work.": {"measure": None},
        # Neither a record nor a low is what is measured, and what people lost is not what is counted.
        "Attendance fell to a record low of 52.7%.": {"measure": "Attendance"},
        "In all, 528 people lost their homes.": {"measure": "people"},
        # A company that reports a profit reports its own; whose a measure is may be a noun, or be told after it.
        "Last week, rival Orla Steel reported an annual profit of $501m.": {"subject": "Orla Steel"},
        "Nordvik Steel AG, which is old, said annual profit fell to $502m.": {"subject": "Nordvik Steel AG"},
        "The ministry said profit fell to $503m.": {"subject": None},
        "The move caused the firm’s fourth-quarter earnings to fall to $504m.": {"subject": "the firm"},
        "Shares in the engineering group Orla Steel rose to $505.": {"subject": "Orla Steel"},
        "On a monthly basis the Chile trade gap narrowed to $506m.": {"subject": "Chile"},
        "It helped Orla Steel, which has 507 mills.": {"subject": "Orla Steel"},
        "Chinese exports rose to $508m.": {"subject": None},
        "The Orla Dam collapsed in the night, killing 509 people.": {"subject": "Orla Dam"},
        "Orla Steel, with 2024 sales of $510m, is old.": {"subject": "Orla Steel"},
        "Nordvik Mills AG, a Selinus (NYSE: SEL) firm, has 511 mills.": {"subject": "Nordvik Mills AG"},
        "Ada Moss of Orla Steel AG sold 512 cars.": {"subject": "Ada Moss"},
        "The move was odd, data showed, as the economy grew to $513m.": {"subject": None},
        # “And” joins nouns where no verb is before it, and a verb may say what any unit but one of length measures.
        "Attendance at fairs and markets fell 57.1%.": {"measure": "Attendance, change"},
        "Attendance reached 57.2 tons.": {"measure": "Attendance"},
        "The jet fell 57.3 km.": {"measure": None},
        "The budget includes $574m for the mill.": {"measure": None},
        "It struck at a depth of 57.5 km (35.7 miles).": {"measure": "depth"},
        "The 576 children have been reported killed.": {"measure": "children killed"},
        "The rain followed the deaths of 577 people.": {"measure": "people killed"},
        "The mills reached a rise of 57.8%.": {"measure": None},
        "It amounted to £5m for wheat and £4m for oats out of a total of £57.9m.": {"measure": None},
        "It derailed, killing 5,791 passengers.": {"measure": "passengers killed"},
        "Orla Steel made 51 tons in 2023, up 5.14% from a year ago.": {"subject": "Orla Steel"},
        # What is between a subject, its verb and its number: asides, infinitives, other currencies, a second verb.
        "Ada Moss said the scheme aimed to lift output to $551m.": {"subject": "the scheme"},
        "The firm, which the agency once measured at 5 tons, has 552 mills.": {"subject": "The firm"},
        "The mill, which the agency measured at 553 tons, is old.": {"subject": "The mill"},
        "The Orla Dam is old, and has now stored 554 tons.": {"subject": "Orla Dam"},
        "The gap between Chile’s exports and imports hit a high of $555m.": {"subject": "Chile"},
        "Chile, the world’s 56th producer, has 5 mills and 556 mines.": {"subject": "Chile"},
        "It lifts Orla Steel’s order book to 557 mills.": {"subject": "Orla Steel"},
        "Orla Steel rose to $55.6m and Selinus to $558m.": {"subject": "Selinus"},
        "Chile’s exports rose 5.5%, but imports rose to $559m.": {"subject": "Chile"},
        "Orla Steel and Selinus have 560 mills.": {"subject": None},
        "Last year Orla Steel saw output jump to $564m.": {"subject": "Orla Steel"},
        "Orla Steel reported a loss of $6m on sales of $565m, against a loss of $566m.": {"subject": "Orla Steel"},
        "A train slid off the tracks in Chile, killing 567 people.": {"subject": "A train"},
        "It brings the Chile/Peru order book to 568 mills.": {"subject": None},
        "The general fund tax rate will be 56.9%.": {"subject": None},
        "The company share price was down 57.1%.": {"subject": "The company"},
        "Ada Moss said she expected to pay $572m.": {"subject": "Ada Moss"},
        "The club cut its losses to $57.3m.": {"subject": "The club"},
        "It struck a deal valued at $574m.": {"subject": None},
        "Orla Steel has welcomed the court’s ruling on the bank’s $561m claim.": {"subject": None},
        "Orla Steel has rejected an offer worth $562m.": {"subject": None},
        "The trade gap was helped by Chile as it sold $563m of gas.": {"subject": None},
    },
    "de": {
        "Auch die Summe der Gewichte stieg um 46,4 Prozent.": {"measure": "Summe der Gewichte, Veränderung"},
        "Das Ergebnis nach Steuern lag bei 465 Millionen Euro.": {"measure": "Ergebnis"},
        "Dort wurden 466 Menschen bei Unwettern verletzt.": {"measure": "Menschen verletzt"},
        "Die Förderung von Kohle, Erz und Öl sank auf 467 Tonnen.": {"measure": "Förderung"},
        "Die Auflage ist um 44,5 Prozent gestiegen.": {"measure": "Auflage, Veränderung"},
        "Die Auflage ist auf 446 Millionen Euro gestiegen.": {"measure": "Auflage"},
        "Die Orla AG hat 447 Tonnen Stahl erzeugt.": {"measure": "Produktion"},
        "In Polen beschäftigt der Konzern 448 Menschen.": {"subject": "der Konzern"},
        "Die Chefin der Orla AG sagte, es seien 451 Tonnen.": {"claimant": None},
        "Insgesamt verkaufte die Orla AG 452 Tonnen.": {"subject": "Orla AG"},
        "Es fehlen 453 Tonnen, sagte ein Sprecher der Orla AG.": {"claimant": None},
        "Die Orla AG teilte mit, sie habe 454 Tonnen verkauft.": {"claimant": "Orla AG", "subject": "Orla AG"},
        "Dem Institut IFO GmbH sagte die Chefin, es seien 455 Tonnen.": {"claimant": None},
        "Dem IFO sagte die Chefin, es seien 456 Tonnen.": {"claimant": None},
        "Dem IFO zufolge sind es 457 Tonnen.": {"claimant": "IFO"},
        "Der aktuelle Beitragssatz liegt bei 45,8 Prozent.": {"measure": "Beitragssatz", "subject": None},
        "Die Orla AG rechnete mit einem Wachstum von 46,1 Prozent.": {"claimant": "Orla AG", "measure": "Wachstum"},
        "Sie machte 459 Millionen Euro Defizit.": {"measure": "Defizit"},
        "Die 14 alten Werke verkauften insgesamt 460 Tonnen.": {"subject": "Die 14 alten Werke"},
        "Der Nettoverlust betrug noch 46,2 Prozent.": {"subject": None},
        # Only one part of a clause is before its verb: the subject follows if it is another one.
        "Davon habe Wien Energie bereits 461 Tonnen verkauft.": {"subject": "Wien Energie"},
        "Im Zuge der neuen Regel kamen 462 Menschen.": {"subject": None},
        "Es kamen Menschen, die Arbeit suchten, 463 Menschen davon in Wien.": {"subject": None},
    },
    "fr": {
        "Le Maroc a importé 459 tonnes de blé.": {"measure": "importations"},
        "Le PC a présenté 461 femmes, tandis que le PS s’est contenté de 462 femmes.": {"subject": "le PS"},
        "Le prix du gaz a doublé pour atteindre 44,1 euros.": {"measure": "prix"},
        "Selon une étude de la Banque mondiale, 45,1 % des enfants lisent.": {
            "claimant": "Banque mondiale",
            "measure": "enfants, part",
        },
        "Les autorités sanitaires ont annoncé 452 cas.": {"claimant": "Les autorités sanitaires"},
        "Cette proportion a atteint 45,3 %.": {"subject": None},
        "La pandémie a provoqué des pertes de 454 tonnes.": {"subject": None},
        "En blé dur, la récolte grimperait à 455 tonnes (+4,5 %).": {"measure": "récolte, variation"},
        "Il y a 457 cas, selon les calculs du ministère.": {"claimant": "ministère"},
        "Il y a 458 cas, souligne la Banque mondiale.": {"claimant": "Banque mondiale"},
        "Les rendements devraient ainsi reculer de 45,6 %.": {"measure": "rendements, variation"},
    },
    "es": {
        "La empresa ganó 459 millones de euros.": {"measure": "beneficio"},
        "Las autoridades dijeron que hay 451 casos.": {"claimant": "Las autoridades"},
        "Según datos del Banco de Chile, la deuda subió a 452 toneladas.": {"claimant": "Banco de Chile"},
        "La producción de café de Chile en agosto fue de 453.000 sacos.": {"measure": "producción", "subject": "Chile"},
        "Exportó 456.000 sacos de 60 kilos.": {"measure": "sacos"},
        "También en Chile se contaron afectaciones en 458 casas.": {"subject": None},
        "La empresa invertirá 457 millones de euros.": {"subject": "La empresa"},
        "Hay 455 casos, informó este lunes la policía.": {"claimant": "la policía"},
        "Las ventas cayeron a 454 millones, frente a los 45 millones de 2021.": {"measure": "ventas"},
    },
    "it": {
        "Negli alberghi le presenze toccano 451 milioni.": {"measure": "presenze"},
        "Le presenze toccano 453 milioni e gli arrivi 45 milioni.": {"measure": None},
        "Si contano 452 milioni di arrivi (+4,5%).": {"measure": "arrivi, variazione"},
        "Il risultato registra una crescita del 45,4 per cento.": {"measure": "risultato, variazione"},
        "Erano 455 milioni del primo semestre.": {"measure": None},
    },
    "pt": {
        "A safra de soja foi estimada em 451 milhões de toneladas, contra 45 milhões.": {
            "measure": "safra",
            "subject": "soja",
        },
    },
    "ru": {
        "Это 41 российское судно.": {"measure": "российское судно"},
        "Завод добыл 454 тонны руды.": {"measure": "добыча", "subject": "Завод"},
        # The subject agrees with its verb, and no preposition is before it.
        "За время работы группа очистила 455 га.": {"subject": "группа"},
        "Производство мяса и молока в Чили выросло на 45,8%.": {"subject": "Чили"},
        "На бирже NASDAQ подешевели 459 акций.": {"subject": None},
        "К вечеру были найдены 456 тонн.": {"subject": None},
        "После обмена акционеры продали 457 тонн.": {"subject": None},
        "Было 455 разрушенных паводком домов.": {"measure": "разрушенных паводком домов"},
        "Общее число пассажиров превысило 452 миллиона.": {"subject": None},
        "Средняя зарплата составила 453 тыс. рублей.": {"measure": "зарплата", "subject": None},
        "Пассажиропоток в метро вырос на 45,1%.": {"measure": "Пассажиропоток, изменение"},
    },
}
"""Sentences with what drafts of their last numbers hold; None for no draft."""


@pytest.mark.parametrize(
    ("language", "text", "claimant", "said"),
    [
        # A pronoun means the only one who speaks in the sentence before, and the words quoted for it have the name.
        ("en", "Ada Moss said little. She added that it weighs 5 tons.", "Ada Moss", "Ada Moss said"),
        ("en", "Ada Moss runs Orla Steel. She said it sold 5 tons.", "Ada Moss", "Ada Moss runs Orla Steel. She said"),
        ("en", "Ada Moss said so. Ada Moss said little. She told of 5 tons.", "Ada Moss", "Ada Moss said little"),
        ("en", "Orla Steel said little.\n\nIt expects 5 tons.", "Orla Steel", "Orla Steel said"),
        ("en", "Orla Steel said little. It was late. It expects 5 tons.", None, None),
        ("en", "Ada Moss told Bo Lee little. She said it weighs 5 tons.", None, None),
        ("en", "Ada Moss said little. It expects 5 tons.", None, None),
        ("fr", "Ada Moss a dit peu. Elle a ajouté qu’il y a 5 tonnes.", "Ada Moss", "Ada Moss a dit"),
        ("es", "Ada Moss dijo poco. También informó que son 5 toneladas.", "Ada Moss", "Ada Moss dijo"),
        # The form of a German verb says the same.
        ("de", "Wenig, sagte Ada Moss. Bisher habe man 5 Tonnen verkauft.", "Ada Moss", "sagte Ada Moss"),
        ("de", "Wenig, sagte Ada Moss. Bisher hat man 5 Tonnen verkauft.", None, None),
        # Every German noun has a capital: the words around tell who speaks.
        (
            "de",
            "Es sind 5 Tonnen, wie die Polizei am Montag mitteilte.",
            "Polizei",
            "wie die Polizei am Montag mitteilte",
        ),
        (
            "de",
            "Laut einem neuen Bericht der Polizei sind es 5 Tonnen.",
            "Polizei",
            "Laut einem neuen Bericht der Polizei",
        ),
        ("de", "Die Polizei berichtet von 5 Tonnen Stahl.", "Polizei", "Die Polizei berichtet"),
        ("de", "Nun erwartet das Ministerium 5 Tonnen.", "Ministerium", "erwartet das Ministerium"),
        ("de", "Der Chef der Polizei berichtet von 5 Tonnen.", None, None),
        ("de", "Die Polizei gab 5 Euro aus.", None, None),
        ("de", "Es sind 5 Tonnen, teilte der Konzern Mittwochabend mit.", "Konzern", "teilte der Konzern"),
        ("de", "Laut amtlichem Ergebnis sind es 5 Tonnen.", None, None),
        ("de", "Dem Bericht zufolge suchen jeden Monat 5 Autos den Weg.", None, None),
        ("de", "5 Tonnen, so bezifferte Österreichs große Hoffnung es.", None, None),
        ("de", "Laut dem Leiter der Polizei sind es 5 Tonnen.", None, None),
        ("de", "Es sind 5 Tonnen, meldete die Zeitung unter Berufung auf die Polizei.", None, None),
        # A document says what those say who made it.
        ("en", "A survey published by Orla Steel shows 5 tons.", "Orla Steel", "survey published by Orla Steel shows"),
        ("ru", "По данным газеты «Орла», это 5 тонн.", "Орла", "По данным газеты «Орла"),
        ("ru", "Это 5 тонн, сообщили в военном ведомстве.", "военном ведомстве", "сообщили в военном ведомстве"),
        ("es", "Añadió que son 5 toneladas.", None, None),
        ("es", "Ada Moss dijo poco. Añadió que son 5 toneladas.", "Ada Moss", "Ada Moss dijo"),
        # Who is named after a quotation says it, whoever else speaks near it, and whether or not that is known.
        ("en", "“Yes,” said Bo Lee. “It weighs 5 tons,” said Ada Moss.", "Ada Moss", "said Ada Moss"),
        ("en", "“It weighs 5 tons,” said Chief Executive Ada Moss.", "Ada Moss", "said Chief Executive Ada Moss"),
        ("en", "“Yes,” said Bo Lee. “It weighs 5 tons,” somebody said.", None, None),
        # Names in an aside do not speak, nor does what an adjective ends with, and what is in it is said in it only.
        (
            "en",
            "Orla Steel, which has mines in Chile, said it has 5 tons.",
            "Orla Steel",
            "Orla Steel, which has mines in Chile, said",
        ),
        ("en", "Chile state-owned Orla Steel AG said it has 5 tons.", "Orla Steel AG", "Orla Steel AG said"),
        ("en", "A Chile report issued by nobody said it has 5 tons.", None, None),
        ("en", "The steel, which Orla Steel measured, weighs 5 tons.", None, None),
        ("en", "Orla Steel said that the mine has much; the mill, 5 tons.", "Orla Steel", "Orla Steel said"),
        # Neither what it led to, nor what it is compared with, is said.
        ("en", "Orla Steel reported a profit, sending its shares up 5%.", None, None),
        ("en", "It earned 5 euros, more than analysts were expecting according to Orla Steel.", None, None),
        ("en", "It was more than the Orla Steel forecast of 5 tons.", None, None),
        ("en", "Sales fell, according to Orla Steel. It earned 5 euros, it said.", None, None),
        # A headline may begin with who says it; a list has no verbs.
        ("en", "Orla Steel AG: sales will reach 5 tons.", "Orla Steel AG", "Orla Steel AG:"),
        ("en", "Orla Steel AG: sales of 5 tons.", None, None),
        # Two are named as the source.
        ("en", "According to the report, he said, it weighs 5 tons.", None, None),
        ("en", "The agency reported, citing officials, that it weighs 5 tons.", None, None),
    ],
)
def test_a_claimant_may_be_named_in_an_earlier_sentence(
    linked: Linked, language: str, text: str, claimant: str | None, said: str | None
) -> None:
    (draft,) = _figures(linked, text, f"    language: {language}\n")
    assert (draft.text("claimant"), draft.text("said")) == (claimant, said)


@pytest.mark.parametrize("language", STATED)
def test_sentences_tell_the_fields_of_their_numbers(linked: Linked, language: str) -> None:
    expected = STATED[language]
    documents = linked("    language: " + language + "\n", a="\n\n".join(expected))
    text = documents.documents["a"].text
    drafts = {
        text[documents.documents["a"].sentence_around(each.span).start :]: each
        for each in sorted(drafts_of(documents, "a"), key=lambda draft: draft.span)
        if each.kind == "figure"
    }
    found = {}
    for sentence, fields in expected.items():
        draft = next((each for rest, each in drafts.items() if rest.startswith(sentence)), None)
        found[sentence] = {key: draft.text(key) for key in fields or ()} if draft else None
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("de", "Die Auflage stieg um 4 Prozent auf 6 Millionen.", "Auflage, Veränderung"),
        ("fr", "Les ventes ont reculé de 4 % à 6 millions d’euros.", "ventes, variation"),
        ("fr", "Le taux a reculé de 4 % à 3 %.", "taux"),
        ("it", "I ricavi sono aumentati del 4% a 6 milioni di euro.", "ricavi, variazione"),
    ],
)
def test_a_change_before_its_result_is_one(linked: Linked, language: str, text: str, measure: str) -> None:
    drafts = _figures(linked, f"{text}\n", f"    language: {language}\n")
    assert {draft.exact[:1]: draft.text("measure") for draft in drafts}["4"] == measure


@pytest.mark.parametrize(
    ("text", "drafted"),
    [
        ("Exports rose by 1% to 12.1%.", ["1%: Exports, change", "12.1%: Exports"]),
        ("Exports fell $2.86 to $41.32 a barrel.", ["$2.86: Exports, change", "$41.32 a barrel: Exports"]),
        ("Exports fell €2.86 to €41.32 a barrel.", ["€2.86: Exports, change", "€41.32 a barrel: Exports"]),
        ("Exports rose by 2 to 4 percent.", []),
    ],
)
def test_a_change_and_its_result_are_drafted_apart(linked: Linked, text: str, drafted: list[str]) -> None:
    drafts = sorted(_figures(linked, text), key=lambda draft: draft.span)
    assert [f"{draft.exact}: {draft.text('measure')}" for draft in drafts] == drafted


PARAGRAPHS = """\
Ada Moss runs the mine. It lost 401 tons, she said. Orla Steel made 402 tons.

Ada Moss met Ben Hall. It lost 403 tons, he said.

“It lost 404 tons. The mill made 405 tons more,” said Ada Moss. “We sold 406 tons.” The mine made 407 tons.

Orla Steel said: "It lost 420 tons. "We made 421 tons. Ada Moss said: "Yes." Ben Hall said so.

“It lost 408 tons,” said Ada Moss. “It was 409 tons,” said Ben Hall. “We sold 410 tons.”

According to the ministry’s own figures, 411 tons were lost. Orla Steel revealed it made 412 tons.
"""
SPEAKERS = {
    "401": "Ada Moss",
    "402": None,
    "403": None,
    "404": "Ada Moss",
    "405": "Ada Moss",
    "406": "Ada Moss",
    "407": None,
    "408": "Ada Moss",
    "409": "Ben Hall",
    "410": None,
    "412": "Orla Steel",
    "420": "Orla Steel",
    "421": "Orla Steel",
}
"""Who says each number of the paragraphs; nobody where two people could have said it."""


def test_who_speaks_is_the_only_one_who_can(linked: Linked) -> None:
    told = {draft.exact.split()[0]: draft.text("claimant") for draft in _figures(linked, PARAGRAPHS)}
    assert {number: told[number] for number in SPEAKERS} == SPEAKERS


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Orla Steel AG is old. The company said it sold 5 tons.", "Orla Steel AG"),
        ("The World Bank pays. Ada Moss met the bank. It lost 5 tons, the bank said.", "World Bank"),
        ("The World Bank and the Bank of Chile pay. It lost 5 tons, the bank said.", "the bank"),
        ("Orla Steel AG and Selinus Ltd are old. The company said it sold 5 tons.", "The company"),
        ("Orla Steel AG is old. Later, Zentra has a new mill. The company said it sold 5 tons.", "The company"),
        ("Orla Steel AG is old. The mining company said it sold 5 tons.", "The mining company"),
        ("The company said it sold 5 tons. Orla Steel AG is old.", "The company"),
    ],
)
def test_a_noun_means_the_only_body_that_was_named(linked: Linked, text: str, claimant: str) -> None:
    [draft] = _figures(linked, text)
    assert draft.text("claimant") == claimant


_PLACES = {"US": "country", "UK": "country", "Chile": "country", "Россия": "country", "Texas": "place"}
_LISTED = "entities:\n" + "".join(
    f"  - {{id: e{i}, name: {n}, kind: {k}}}\n" for i, (n, k) in enumerate(_PLACES.items())
)


@pytest.mark.parametrize(
    ("language", "text", "claimant"),
    [
        ("en", "It was 5 miles away, according to the US Geological Survey.", "US Geological Survey"),
        ("en", "It sold 5 tons, the UK Statistics Authority said.", "UK Statistics Authority"),
        ("en", "It flew 5 tons, US Airways said.", "US Airways"),
        ("en", "It is 5 tons, according to Chile’s Ministry of Health.", "Ministry of Health"),
        ("en", "It is 5 tons, Texas Governor Ada Moss said.", "Ada Moss"),
        ("en", "It is 5 tons, the US said.", "US"),
        ("en", "It is 5 tons, according to the US.", "US"),
        ("es", "Son 5 toneladas, según el Banco de Chile.", "Banco de Chile"),
        ("fr", "C’est 5 tonnes, selon Chile Travail.", "Chile Travail"),
        ("de", "Es sind 5 Tonnen, so Bauernverband Chile.", "Bauernverband Chile"),
        ("ru", "По данным агентства «Россия сегодня», продано 5 тонн.", None),
    ],
)
def test_a_listed_place_is_not_whoever_has_a_longer_name(
    linked: Linked, language: str, text: str, claimant: str | None
) -> None:
    catalog = f"    language: {language}\n{_LISTED}"
    [draft] = _figures(linked, text, catalog)
    assert draft.text("claimant") == claimant


def test_a_listed_place_is_the_subject_only_without_a_longer_name(linked: Linked) -> None:
    drafts = _figures(linked, "US Airways made 5 tons. The US made 6 tons.", _LISTED)
    assert {draft.exact: draft.text("subject") for draft in drafts} == {"5 tons": "US Airways", "6 tons": "US"}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Orla Steel AG is old. It has 5 mills.", "Orla Steel AG"),
        ("Orla Steel AG, of Chile, is old. Its sales fell to $5 million.", "Orla Steel AG"),
        ("Orla Steel AG is old. Sales fell to $5 million.", "Orla Steel AG"),
        ("Orla Steel AG sued Selinus Ltd. It has 5 mills.", None),
        ("Orla Steel AG is old. It has 5 mills, according to Orla Steel AG.", None),
        ("Ada Moss runs it. She has 5 mills.", "Ada Moss"),
        ("Ada Moss met Ben Hall. He has 5 mills.", None),
        ("Peru helped in Chile. The economy grew 5%.", None),
        ("Work in Chile is hard. The economy grew 5%.", "Chile"),
        ("Orla Steel AG said it lost $5 million.", "Orla Steel AG"),
        ("Selinus AG, which Orla Steel owns, said its mills made 5 tons.", "Selinus AG"),
        ("Orla Steel AG is old. It takes 5 days.", None),
        ("Orla Steel AG is old. The business grew, and last year it made 5 tons.", None),
        ("Orla Steel AG is old. “It has 5 mills,” Ada Moss said.", None),
        ("Ada Moss met them. “She has 5 mills,” he said.", None),
        ("Orla Steel AG is old. Shares fell to $5 in Chile.", "Orla Steel AG"),
    ],
)
def test_a_subject_of_an_earlier_sentence_is_the_only_one_that_fits(
    linked: Linked, text: str, subject: str | None
) -> None:
    drafts = _figures(linked, text)
    assert [draft.text("subject") for draft in drafts] == [subject]


def test_a_subject_that_the_paragraph_does_not_name_is_only_offered(linked: Linked) -> None:
    catalog = "entities:\n  - {id: orla, name: Orla Steel AG, kind: company}\n"
    (draft,) = _figures(linked, "Orla Steel AG is old\n\nSales fell to $5 million.\n", catalog)
    assert (draft.text("subject"), draft.record("subject"), draft.among("subject")) == (
        "Orla Steel AG",
        None,
        ("orla",),
    )


def test_a_measure_in_percent_is_not_that_of_other_percents(linked: Linked) -> None:
    text = "Orla’s exports rose 12.3%. Its deficit grew 4%. Turnout was 63%."
    catalog = "measures: [{id: deficit-change, name: 'deficit, change', unit: '%', changes: true}]\n"
    exports, deficit, turnout = sorted(_figures(linked, text, catalog), key=lambda draft: draft.span.start)
    assert exports.fields["measure"].record is None
    assert deficit.fields["measure"].record == "deficit-change"
    assert turnout.fields["measure"].record is None


def test_a_figure_with_unit_and_claimant_comes_first(linked: Linked) -> None:
    text = "It had 7 lamps.\nIt weighs 5 tons.\nThe mine makes 9 tons, Ada Moss said.\n"
    assert [draft.exact for draft in _figures(linked, text)] == ["9 tons", "5 tons", "7"]


def test_an_article_may_say_whom_its_numbers_are_about(linked: Linked) -> None:
    catalog = "    about: it\nentities:\n  - {id: it, name: Arkania, kind: country}\n"
    (draft,) = _figures(linked, "It holds 5 tons, they say of Arkania.", catalog)
    assert draft.record("subject") == "it"


def test_a_number_that_several_articles_print_is_one_draft(linked: Linked) -> None:
    text = "Nordvik Steel produced 2.4 million tons in 2023."
    drafts = [draft for draft in ranked(linked("", a=text, b=f"As known, {text}"), "ab") if draft.kind == "figure"]
    assert [[article for article, _ in draft.places] for draft in drafts] == [["a", "b"]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "He flew to New York with the Indonesian Air Force.",
            {"New York": "place", "Indonesian Air Force": "organization"},
        ),
        ("They recall Malaysia Airlines Flight MH17 well.", {"Malaysia Airlines Flight MH17": "product"}),
        ("So did Russian President Vladimir Putin of Russia.", {"Vladimir Putin": "person", "Russia": "country"}),
        (
            "It was the Ministry of Energy and Natural Resources.",
            {"Ministry of Energy and Natural Resources": "government"},
        ),
        ("Construction began. Opponents sued. Rain fell.", {}),
    ],
)
def test_entities_are_whole_and_of_a_kind(linked: Linked, text: str, names: dict[str, str]) -> None:
    drafts = [draft for draft in drafts_of(linked("", a=text), "a") if draft.kind == "entity"]
    assert {draft.exact: draft.text("type") for draft in drafts} == names


def test_an_entity_has_its_other_forms_and_a_count(linked: Linked) -> None:
    text = "Ingrid Halvorsen said so. Later, Halvorsen left, and Ingrid Halvorsen returned."
    (draft,) = [draft for draft in drafts_of(linked("", a=text), "a") if draft.kind == "entity"]
    assert (draft.aliases, len(draft.places)) == (("Halvorsen",), 3)


def test_an_event_has_a_date_and_a_verb(linked: Linked) -> None:
    text = "Notes\n4 March 2021\n\nThe work began on 5 March 2021, they said. The 2019 report.\n"
    drafts: list[Any] = [draft for draft in drafts_of(linked("", a=text), "a") if draft.kind == "event"]
    assert [draft.text("date") for draft in drafts] == ["2021-03-05"]


@pytest.mark.parametrize(
    ("words", "date", "resolved"),
    [
        ("on Nov. 30", "XXXX-11-30", "2023-11-30"),
        ("on Jan. 12", "XXXX-01-12", "2024-01-12"),
        ("on Wednesday, Nov. 29", "XXXX-11-29", "2023-11-29"),
        # It is half a year away, another day of the week, or printed.
        ("on June 18", "XXXX-06-18", None),
        ("on Friday, Nov. 29", "XXXX-11-29", None),
        ("on Nov. 30, 2023", "2023-11-30", None),
    ],
)
def test_the_year_of_an_event_is_inferred_from_its_article(
    folder: Callable[..., Path], words: str, date: str, resolved: str | None
) -> None:
    article = "articles:\n  - {id: a, file: a.txt, title: '[A]', language: en, resolved: 2023-12-20}\n"
    dossier = open_dossier(folder(article, a=f"Ada Moss was arrested in Skarn {words} by the police."))
    (event,) = [draft for draft in drafts_of(dossier, "a") if draft.kind == "event"]
    assert (event.text("date"), event.text("resolved")) == (date, resolved)
    # Without the day of the article, no year is.
    dossier = open_dossier(folder(article.replace(", resolved: 2023-12-20", ""), a=dossier.documents["a"].text))
    assert [draft.text("resolved") for draft in drafts_of(dossier, "a") if draft.kind == "event"] == [None]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Ada Moss was arrested in Skarn on 18 October 2023.", "Ada Moss"),
        ("en", "On 3 May 2024, Prime Minister Ada Moss opened the dam of Skarn.", "Ada Moss"),
        ("en", "Ada Moss, DOB: 11-29-76, of Skarn, pleaded guilty on 3 May 2024 to theft.", "Ada Moss"),
        ("en", "The agency says that 4,500 people were killed in March 2020 by Orla Steel.", None),
        ("en", "The dam is old, the Energy Agency said on 3 May 2024.", "Energy Agency"),
        ("en", "Orla Steel (OS) sacked Mr Moss and Ms Lee in November 2003 after a quarrel.", "Orla Steel"),
        ("de", "Am 12. Januar 2021 hat die Orla Steel AG den Ofen stillgelegt.", "Orla Steel AG"),
        ("fr", "Le 14 juillet 2019, le Conseil constitutionnel a annulé le décret.", "Conseil constitutionnel"),
        ("ru", "21 сентября 2013 года президент Владимир Путин открыл новый завод.", "Владимир Путин"),
        # The subject is somebody else, or what is dated is not what the name does.
        ("en", "Members of the Energy Agency met in Paris on 3 May 2024.", None),
        ("en", "Ada Moss has been in custody in Skarn since her arrest on 3 May 2024.", None),
        ("en", "Shares in Orla Steel rose on 3 May 2024 for a second day.", None),
        ("fr", "Les obsèques de Denise Jacquin seront célébrées le 10 janvier 2003 à Metz.", None),
        ("de", "Am 5. November 2015 wurde in Bayern ein Mann mit einer Waffe festgenommen.", None),
        ("ru", "В ноябре 2010 года власти Таиланда открыли новый завод.", None),
    ],
)
def test_who_takes_part_in_an_event_is_the_subject_of_its_clause(
    folder: Callable[..., Path], language: str, text: str, who: str | None
) -> None:
    catalog = folder(f"articles:\n  - {{id: a, file: a.txt, title: '[A]', language: {language}}}\n", a=text)
    drafts = suggest(open_dossier(catalog), ["a"])
    names = {entry["id"]: getattr(entry["name"], "text", None) for entry in drafts["entities"]}
    (event,) = drafts["events"]
    assert [names[id] for id in event.get("entities", [])] == ([who] if who else [])


def test_the_id_of_an_event_tells_what_happens(linked: Linked) -> None:
    text = (
        "On 3 May 2024, Ada Moss opened the dam. The dam broke on 7 July 2024. "
        "The court halted the work for weeks in June 2023."
    )
    events = suggest(linked("", a=text), ["a"])["events"]
    assert [event["id"] for event in events] == [
        "ada-moss-opened-the-dam",
        "the-dam-broke",
        "the-court-halted-the-work-for",
    ]


# Names, or figures with their measures and subjects, of a text in a language.
NAMES = [
    ("en", "Rain fell on Tuesday's march. Monday was dry, the Ada Moss Fund said.", {"Ada Moss Fund": "organization"}),
    ("en", "Big Dam Deal Signed and Sealed\n\nThe dam is near Skarn.", {"Skarn": "place"}),
    ("en", "It paid EUR 79 million, N127bn and 15.2 Mt to Selinus Energy A/S.", {"Selinus Energy A/S": "company"}),
    ("en", "The 50 MW Selinus plant (MWh) belongs to it.", {"Selinus": "facility"}),
    ("en", "The Minister of Works, Ada Moss, met the Housing Minister.", {"Ada Moss": "person"}),
    ("en", "Pakistani and Nigerian soldiers took Yongguang county.", {"Yongguang": "place"}),
    ("en", "Injured people went to Skarn People's Hospital.", {"Skarn People's Hospital": "facility"}),
    (
        "en",
        "A unit of the group Vattenfall is called Vattenfall Green.",
        {"Vattenfall": "company", "Vattenfall Green": None},
    ),
    ("fr", "Le site de Seine-et-Marne est grand. Elle est là.", {"Seine-et-Marne": "place"}),
    (
        "de",
        "Der Plan von EU-Kommissionspräsident Jean-Claude Juncker hilft.",
        {"Jean-Claude Juncker": "person"},
    ),
    (
        "en",
        "Ursula von der Leyen met the Department of Health, Education, and Welfare and the CEO of Gazprom. Secretary of"
        " State John Kerry saw American Ada Moss, QC, under Title IV. Space Shuttle Orla is the last Space Shuttle. The"
        " sea surface salinity (SSS) rose, and SSS is low. NASA Administrator Bo Lee and the National Air and Space"
        " Museum met Kim Jong-un, says The Sunday Times.",
        {
            "Ursula von der Leyen": "person",
            "Department of Health, Education, and Welfare": "government",
            "Gazprom": "company",
            "John Kerry": "person",
            "Ada Moss": "person",
            "Space Shuttle Orla": None,
            "Space Shuttle": None,
            "Bo Lee": "person",
            "National Air and Space Museum": "facility",
            "Kim Jong-un": "person",
            "The Sunday Times": "publication",
        },
    ),
    (
        "es",
        "La Asociación de Corresponsales de Prensa Extranjera (ACPE) y el ministro de Asuntos Exteriores ven a Luis de"
        " la Serna. Eso es todo. El Tribunal Supremo Ana Moss calla.",
        {
            "Asociación de Corresponsales de Prensa Extranjera": "organization",
            "Luis de la Serna": "person",
            "Tribunal Supremo": "government",
            "Ana Moss": "person",
        },
    ),
    (
        "fr",
        "L’Institut Pasteur et le ministère français des Affaires étrangères aident la Côte d'Ivoire. Pour les Noirs,"
        " la Cour suprême est loin.",
        {
            "Institut Pasteur": "organization",
            "ministère français des Affaires étrangères": "government",
            "Côte d’Ivoire": "country",
            "Cour suprême": "organization",
        },
    ),
    (
        "de",
        "Das Bundesministerium für Wirtschaft und Klimaschutz lobt Chinas Plan, Siemens-Chef Joe Kaeser und die Stadt"
        " Palu. An der Grenze kosten sie 5 Mio Euro. Jörgen Moss (NOR) sah Grant Andersons Versuch im"
        " Saal des Bundestags.",
        {
            "Bundesministerium für Wirtschaft und Klimaschutz": "government",
            "China": "country",
            "Joe Kaeser": "person",
            "Palu": "place",
            "Jörgen Moss": "person",
            "Grant Anderson": "person",
            "Bundestag": "government",
        },
    ),
    (
        "pt",
        "A senadora do Massachusetts Elizabeth Warren falou.",
        {"Massachusetts": "place", "Elizabeth Warren": "person"},
    ),
    ("it", "Lo ha detto da Lauren Laverne. Ciò ha aiutato.", {"Lauren Laverne": "person"}),
    ("nl", "De Belgische minister ziet Els van den Berg.", {"Els van den Berg": "person"}),
    ("ru", "Мы ждем в Каталонии, как ждет Каталония.", {"Каталония": "place"}),
]


@pytest.mark.parametrize(("language", "text", "names"), NAMES)
def test_names_are_whole_and_have_kinds_that_their_words_tell(
    linked: Linked, language: str, text: str, names: dict[str, str | None]
) -> None:
    drafts = drafts_of(linked(f"language: {language}\n", a=text), "a")
    assert {draft.exact: draft.text("type") for draft in drafts if draft.kind == "entity"} == names


def test_short_forms_are_not_names_of_their_own(linked: Linked) -> None:
    text = "The Northland National Petroleum Company (NNPC) pays.\n\nNNPC is big. OSLO heard it. Oslo knew it."
    [company, city] = [draft for draft in drafts_of(linked("", a=text), "a") if draft.kind == "entity"]
    assert (company.aliases, len(company.places)) == (("NNPC",), 3)
    assert (city.exact, city.aliases) == ("Oslo", ("OSLO",))


def test_names_of_several_articles_are_one_draft(folder: Callable[..., Path]) -> None:
    articles = "".join(
        f"  - {{id: {id}, file: {id}.txt, title: '[A]', language: {language}}}\n"
        for id, language in {"a": "en", "b": "de", "c": "en"}.items()
    )
    dossier = open_dossier(
        folder(
            f"articles:\n{articles}",
            a="The US paid. The United States fined Berlin and the Securities and Exchange Commission (SEC).",
            b="Die USA und Deutschland zahlten. Die SEC schwieg.",
            c="The SEC agreed. Germany paid. Mr Bello left.",
        )
    )
    drafts = {draft.exact: (draft.aliases, len(draft.places)) for draft in ranked(dossier, "abc")}
    assert drafts["United States"] == (("US", "USA"), 3)
    assert drafts["Securities and Exchange Commission"] == (("SEC",), 4)
    assert drafts["Deutschland"] == (("Germany",), 2)
    assert not {"SEC", "USA", "Germany"} & drafts.keys()


COUNTED = [
    ("More than 1,200 homes were destroyed in the flood.", "homes destroyed", None),
    ("In all, 42,397 were injured.", "injured", None),
    ("It runs 900 wind power turbines.", "wind power turbines", None),
    ("Almost 300 police officers came.", "police officers", None),
    ("It helped 40 injured people.", "injured people", None),
    ("It was a magnitude 7.6 quake.", "magnitude", None),
    ("A 6.6-magnitude quake hit.", "magnitude", None),
    ("They have 24 new European projects.", "new European projects", None),
    # A word directly before another number is that number's.
    ("It pays $1.6 million for a capacity of 600 megawatts.", "payment", None),
    # The number is not told of the first words.
    ("The toll has risen, with more than 7,000 people injured.", "people injured", None),
    ("The centre of the rescuers, experts and residents were 4,000 aftershocks.", "aftershocks", None),
    ("The road will cost ₦45 billion.", "cost", "The road"),
    ("Certain builders intentionally raised ₦200 million.", None, "Certain builders"),
    ("Oil prices fell to $18.84 last night.", "prices", "Oil"),
    ("Net profit rose to $20 million.", "profit", None),
    # An adjective, a fall that is no verb, another measure, and the owner of what is named.
    ("It rose, less than Wall Street’s expectations of $24 billion.", None, None),
    ("The latest figures pushed the total to 5,800 passengers.", "passengers", None),
    ("Commercial revenues rose to $20 million.", "revenues", None),
    ("Orla Steel, which is for sale, reported a sharp fall of 8% in net profit.", "profit, change", "Orla Steel"),
    ("The cost of sales grew to $20 million.", "cost", None),
    ("Profits at Chile's Orla Freight grew to $20 million.", "Profits", None),
    ("The quake killed more than 200 people.", "people killed", "The quake"),
    ("Stocks fell steadily as prices rose to 500 dollars.", "prices", None),
]

ABROAD = [
    ("de", "Wie Eurostat am Mittwoch mitteilte, betrug die Rate 11,1 Prozent.", "claimant", "Eurostat"),
    ("de", "Laut Innenministerium kamen 200.000 Menschen.", "claimant", "Innenministerium"),
    ("de", "Die Inflationsrate in Österreich hat 0,7 Prozent betragen.", "subject", "Österreich"),
    ("de", "Die höchsten Quoten hatten Griechenland (25,4 Prozent) und andere.", "subject", "Griechenland"),
    ("de", "Der Verkauf lief in Höhe von 500 Euro.", "measure", None),
    ("de", "Die Rate gab das RKI am Mittwoch mit 1,47 an.", "measure", "Rate"),
    ("de", "Vollständig geimpft sind inzwischen 49 Millionen Menschen.", "measure", "Menschen geimpft"),
    ("de", "Eine Woche zuvor lag sie bei 1,19.", "measure", None),
    ("ru", "На линиях обслужено 1,3 млн человек.", "measure", "человек обслужено"),
    ("fr", "Ce chiffre est supérieur de 28 points.", "measure", None),
    ("de", "Juve hat 33 Punkte.", "measure", "Punkte"),
    ("fr", "Et 83 % d’entre eux sont inquiets.", "measure", None),
    ("en", "Compared with 15.95 million bags, it was high.", "measure", None),
    ("en", "Employees are 38% more likely to stay.", "measure", None),
    ("fr", "L’utilisation par les consommateurs de la carte a augmenté de 90 %.", "measure", "utilisation, variation"),
    ("en", "It sold 15,000 bags of rice.", "measure", "bags"),
    ("es", "Dyteon Simpson, de 20 años, fue detenido.", "measure", "edad"),
    ("fr", "C’est notre place, a déclaré Olivera Georgijevska, 79 ans, à Skopje.", "claimant", None),
    ("fr", "L’appui porte à 26 milliards de francs CFA (53 millions de dollars) le prêt.", "subject", None),
    ("fr", "Bolloré Group est fier: ses ventes au Togo ont atteint 5 millions d’euros.", "subject", None),
    ("it", "Le vendite sia verso i mercati extra UE (+44 per cento) sono in aumento.", "subject", None),
    ("it", "L’indice del fatturato in volume ha registrato un aumento del 2%.", "subject", None),
    ("es", "Este incremento en el ingreso de viajeros representó 2 millones de euros.", "subject", None),
    ("ru", "Международными авиалиниями воспользовались на 15% больше пассажиров.", "subject", None),
    ("ru", "Магнит вырос, при этом общее количество магазинов составило 9933.", "subject", None),
    ("es", "El crecimiento en Portugal y Francia fue superior al 20%.", "subject", None),
    ("it", "Il gruppo dell’ingegnere Giuseppe Bono ha 5 mulini.", "subject", "Il gruppo dell’ingegnere Giuseppe Bono"),
    ("it", "Sul mercato domestico il peso è pari al 34%.", "subject", None),
    ("ru", "Казахстан растет. Производство молока выросло на 6%.", "subject", None),
    ("fr", "Les ventes de boissons ont augmenté de 6,6 % en juillet.", "subject", "boissons"),
    ("pt", "Em seguida vem a CBS com 3,1 milhões de espetadores, referiu a Nielsen.", "subject", "CBS"),
]


@pytest.mark.parametrize(("language", "text", "key", "words"), ABROAD)
def test_a_field_in_other_languages(linked: Linked, language: str, text: str, key: str, words: str | None) -> None:
    first = min(_figures(linked, text, f"language: {language}\n"), key=lambda draft: draft.span)
    assert first.text(key) == words


@pytest.mark.parametrize(("text", "measure", "subject"), COUNTED)
def test_measure_and_subject_are_those_of_the_number(
    linked: Linked, text: str, measure: str | None, subject: str | None
) -> None:
    first = min(_figures(linked, text), key=lambda draft: draft.span)
    assert (first.text("measure"), first.text("subject")) == (measure, subject)


@pytest.mark.parametrize(
    "text",
    [
        "It grew by 5 percent compared to 2010.",
        "The harvests of 2006-2010 were good.",
        "The church was founded in the 16th century.",
        "BEIJING, July 23 (UPI) -- Fear of more aftershocks gripped residents.",
        "Production was high last year.",
        "Because the report for 2013 gave no figures, the senate fined the party.",
        "If it leaves the union on 29 March 2019, there will be delays.",
        "She has not held a briefing in the house since 10 September. It will open from March to October at the most.\n"
        "The talks are to end before the deadline of the union, after 6 November. She could stand for office in 2020.\n"
        "About 40,000 new cases were found in the second quarter of 2018.\n"
        "He noted that the May 20 accord was fair. He met Bo Lee, 1992 champion, and Ada Moss.",
        "SEATTLE, Jan. 7, 2026 /PRNewswire/ -- Orla and Skarn today announced the largest order of all.",
        "Supplies of gas were seen at 11 sites in the week ended March 12, 2024, the agency said.",
        "It marks the longest losing streak for the index since February 2020, they said.",
        # What records or a comparison begin with.
        "This is the highest figure for the trade of Skarn since records began in 1947. Only two are British, compared"
        " to 16 of the 21 principals in 1985.",
        # A month, or months, of an amount; a quarter of what is before it; the day on which any year begins.
        "Orla lost $465m between April and June 2002. It sold 6 million tickets in May 2018 to all of them.\n"
        "The rate is back at the level of the first quarter of 2013. They plan for the next fiscal year, which begins"
        " Oct. 1.",
        "Prices of metals and grains fell sharply in the final quarter of 1991. In 1986 alone, prices fell as well.\n"
        "They expected margins to be lower in 2005. The gap is to widen in 2006. 2004 was a good year for them.\n"
        "In 1999, the women made up 40.2% of those who were elected there.",
    ],
)
def test_a_date_that_is_only_compared_or_vague_is_not_an_event(linked: Linked, text: str) -> None:
    assert not [draft for draft in drafts_of(linked("", a=text), "a") if draft.kind == "event"]
