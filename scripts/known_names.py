"""Writes `tui/items/known_names.json`: names whose kind their form does not tell, by kind.

    python -m scripts.known_names          writes it
    python -m scripts.known_names --check  says whether it would differ; then the exit status is 1

Companies are those of the share indices that pytickersymbols lists (the `languages` extra installs it). The rest, and
companies that no such index has, are in `NAMES`, where a person edits them.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

from scripts.generated import write_or_check

FILE = Path(__file__).parent.parent / "tui" / "items" / "known_names.json"

NAMES = {
    "company": """
        Aeroflot, AIG, Alcatel, Alibaba, Alitalia, Amazon.com, AOL, Aramco, AstraZeneca, Avianca, Avtovaz, Baidu,
        Bertelsmann, Bloomberg LP, Bosch, British Telecom, ByteDance, Cathay Pacific, Cemex, Chrysler, Citibank,
        CNOOC, CNPC, Codelco, Compaq, Condor, Credit Suisse, Daimler, DaimlerChrysler, DeepMind, Deloitte, Ecopetrol,
        Electrolux, Embraer, Enron, Ernst & Young, Evonik, Exxon, Facebook, Fannie Mae, Fiat, Foxconn, Freddie Mac,
        Gazprom, Gazprombank, Gerdau, Google, Huawei, Hyundai, Iberia, Ikea, IKEA, Instagram, JBS, JP Morgan,
        JPMorgan, KFC, Kia, KPMG, Lehman Brothers, Lenovo, LinkedIn, LOT, Lukoil, Maersk, McKinsey, Merrill Lynch,
        Michelin, Monsanto, Motorola, Nornickel, OMV, OpenAI, Opel, Orsted, PDVSA, Pemex, Petrobras, Petronas,
        Peugeot, Pirelli, PKN Orlen, PwC, Qantas, Raytheon, Pratt & Whitney, Rosatom, Rosneft, Royal Dutch Shell,
        Ryanair, Sabic, Samsung, Sberbank, SEAT, Sinopec, Skoda, Škoda, SpaceX, Spotify, SQM, Statoil, Equinor, Tata,
        TCS, Telegram, Telekom Austria, Tencent, TikTok, Toshiba, Transneft, Twitter, UniCredit, Vale, Virgin,
        Vodafone, Waymo, WhatsApp, Wirecard, Wizz Air, Xiaomi, Yahoo, YouTube, YPF, Yukos, ZTE, Zoom, Air France, Air
        France-KLM, KLM, ThyssenKrupp, Thyssenkrupp, Telefonica, Nestle, Novatek, Volkswagen, Voestalpine, Verbund,
        ÖBB, SNCF, EDF, Areva, Orano, Alstom, RATP, Renfe, Bankia, Cepsa, Eni, Intesa Sanpaolo, Mediaset, Ferrovie
        dello Stato, Galp, Philips, Renault, Siemens, Ericsson, Roche, Ferrari, Газпром, Роснефть, Лукойл, ЛУКОЙЛ,
        Сбербанк, ВТБ, Аэрофлот, РЖД, АвтоВАЗ, Яндекс, Росатом, Транснефть, Новатэк, НОВАТЭК, Норникель, Русал,
        Ростех, МТС, Мегафон, Нафтогаз, Укрзалізниця, ПриватБанк
        """,
    "organization": """
        EU, E.U., UE, ЕС, ЄС, UN, UNO, ONU, ООН, NATO, Nato, OTAN, НАТО, WHO, OMS, ВОЗ, IMF, FMI, IWF, МВФ, OPEC, Opec,
        OPEP, OPEP+, OPEC+, ОПЕК, OECD, OCDE, OCSE, WTO, OMC, UNESCO, Unesco, UNICEF, Unicef, UNHCR, ACNUR, FBI, CIA,
        NSA, NASA, Nasa, ESA, CERN, FIFA, Fifa, UEFA, Uefa, IOC, CIO, COI, IOK, МОК, IAEA, AIEA, МАГАТЭ, ECB, BCE,
        EZB, ЕЦБ, ASEAN, OSCE, OSZE, ОБСЕ, ICRC, CICR, IKRK, Interpol, Europol, Eurostat, Greenpeace, Oxfam, WWF,
        Caritas, Amnesty International, Human Rights Watch, Médecins Sans Frontières, Ärzte ohne Grenzen, Save the
        Children, Transparency International, G7, G8, G20, BRICS, Mercosur, Frontex, Eurogroup, CDU, CSU, SPD, FDP,
        AfD, ÖVP, SPÖ, FPÖ, BZÖ, NEOS, SVP, PSOE, Podemos, Ciudadanos, Vox, UMP, RPR, UDF, EELV, PCF, Likud, Labour,
        Tories, Lib Dem, Lib Dems, Liberal Democrats, GOP, SNP, DUP, UKIP, Sinn Fein, Sinn Féin, M5S, PMDB, PSDB, PSD,
        VVD, PvdA, CDA, GroenLinks, N-VA, BJP, ANC, КПРФ, ЛДПР, Единая Россия, Hamas, Fatah, Hezbollah, Hizbollah,
        Hisbollah, Taliban, Boko Haram, Al Qaeda, al-Qaida, PLO, IRA, ETA, FARC, PKK, ISIS, Islamic State, Islamischer
        Staat, État islamique, Estado Islámico, ACLU, NAACP, AARP, NHS, TUC, UAW, AFL-CIO, CGT, CFDT, Medef, CCOO,
        UGT, CEOE, DGB, BDI, ÖGB, Verdi, Confindustria, CGIL, CISL, UIL, NYSE, Nasdaq, NASDAQ, NBA, NFL, MLB, NHL,
        NCAA, DFB, FIA, ATP, WTA, MIT, CNRS, Inserm, INSERM, CSIC, Fraunhofer, Max-Planck-Gesellschaft, Fed, Wada,
        WADA
        """,
    "government": """
        FAA, SEC, EPA, FDA, CDC, FCC, FTC, IRS, FEMA, DEA, ATF, BaFin, BKA, BND, Insee, INSEE, INE, Indec, Istat,
        Destatis, Росстат, Роспотребнадзор, ФСБ, ФАС, МВД, МЧС, МИД, ЦБ, Минобороны, HMRC, Defra, Downing Street,
        House of Commons, House of Lords, Moncloa, Élysée, Elysée, Matignon, Quirinale, Riksdag, Sejm, State
        Department, Justice Department, Home Office, Foreign Office
        """,
    "publication": """
        Reuters, Bloomberg, AFP, AP, UPI, APA, DPA, dpa, ANSA, Ansa, EFE, Lusa, Belga, ANP, TASS, ТАСС, Xinhua, Kyodo,
        Yonhap, PTI, IANS, Interfax, Интерфакс, РИА, РИА Новости, РБК, Коммерсант, Коммерсантъ, Kommersant, Известия,
        Izvestia, Ведомости, Медуза, НТВ, PRNewswire, PR Newswire, Business Wire, GlobeNewswire, BBC, BBC One, BBC
        Two, CNN, CNBC, NBC, CBS, MSNBC, NPR, PBS, ITV, ITV1, HBO, Al Jazeera, Al-Jazeera, ARD, ZDF, ORF, SRF, WDR,
        NDR, MDR, RTL, RAI, Rai, TVE, RTVE, RTP, NHK, Globo, Televisa, Guardian, Economist, Financial Times,
        MarketWatch, Politico, Axios, Forbes, Newsweek, Wired, TechCrunch, Spiegel, Standard, STANDARD, Handelsblatt,
        Die Zeit, Die Welt, Le Monde, Figaro, Le Figaro, Libération, Les Echos, Mediapart, France Inter, Europe 1,
        Ouest-France, El País, El Mundo, La Vanguardia, Corriere della Sera, La Repubblica, La Stampa, O Globo,
        Clarín, La Nación, El Universal, Infobae, Trouw, De Telegraaf, de Volkskrant
        """,
}

AMBIGUOUS = frozenset(
    """
    Admiral Alamo Albany Alphabet Amazon American Andersons Arm Berkeley Block Booking Box Buckle Cactus Carnival City
    Compass Continental Deluxe Diploma Disco Employers Enact Everest Evolution FIS GEO Harmonic Hilltop Hub Indus
    Integer Interface Investor LY Lumen M3 Match Minerals Mosaic NOW NN News Next Norma Olympus Oracle Orange Orion
    Partners Persimmon Phoenix Plexus Pool Progressive Prudential Q2 Qt Rational Recruit Resona SCREEN SHIFT Sage
    Southern Stride Tapestry Tidewater Toto Travelers Universal Verve Viad Visa Zebra
    """.split()
)
"""Companies whose names are those of others or words as well."""

LEGAL = re.compile(
    r"(?:,?\s(?:Inc|Incorporated|Corp|Corporation|Company|Companies|Co|plc|PLC|Plc|Ltd|Limited|AG|SE|NV|N\.V|SA|S\.A|AB|A/S|ASA"
    r"|Oyj|Oy|KGaA|GmbH|S\.p\.A|SpA|Group|Holdings?|The|& Co|Class [ABC])\.?|\s\([^)]*\))+$"
)
"""What follows the name of a company in a list."""


def companies() -> Iterator[str]:
    """The names of companies without their legal form; none that people or places have as well."""
    from scripts import places

    # The module of the package asks for others that its list does not need.
    package = find_spec("pytickersymbols")
    assert package is not None and package.origin is not None, "pip install -e '.[languages]'"
    spec = spec_from_file_location("indices", Path(package.origin).parent / "indices_data.py")
    assert spec is not None and spec.loader is not None
    spec.loader.exec_module(module := module_from_spec(spec))
    for index in module.INDICES.values():
        for company in index["companies"]:
            name = LEGAL.sub("", " ".join(company["name"].split()).removeprefix("The "))
            if len(name) > 1 and name not in AMBIGUOUS and name not in places.people():
                yield name


def table() -> dict[str, list[str]]:
    """The names by kind, sorted; one that is listed under several kinds has none."""
    listed = {kind: {" ".join(name.split()) for name in names.split(",")} for kind, names in NAMES.items()}
    known = set().union(*(names for kind, names in listed.items() if kind != "company"))
    listed["company"] |= {*companies()} - known
    return {kind: sorted(names) for kind, names in listed.items()}


def main(*arguments: str) -> int:
    """Writes the table, or compares it; 1 where it differs."""
    return write_or_check(
        FILE, json.dumps(table(), ensure_ascii=False, indent=0) + "\n", "known_names", "--check" in arguments
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
