"""The words of each language that say what is measured, and where the clause of a number has a subject."""

MEASURES = {
    "en": r"lending|shortfall|number\sof\s(?:[^\W\d_]{3,20}\s)?[^\W\d_]{2,20}s|mortality|prevalence|incidence"
    r"|results?|stocks?|index|bonus(?:es)?|payouts?|equity|dividends?|donat\w{1,5}|loans?|funding|bail|prizes?"
    r"|compensation|subsid(?:y|ies)|pensions?|premiums?|benefits?|GDP|traffic|fees?|rent|settlement|contracts?"
    r"|orders?|bids?|deals?|savings|layoffs|membership|circulation|audience|earned|pledged|cost\w{0,20}|price[sd]?"
    r"|revenue\w{0,20}|turnover|sales|profit\w{0,20}|loss\w{0,20}|output|produc\w{1,20}|capacity|export\w{0,20}"
    r"|import\w{0,20}|employ\w{0,20}|population|area|length|height|depth|weigh\w{0,20}|speed|shares?|growth"
    r"|emission\w{0,20}|wage\w{0,20}|salar\w{1,20}|reserve\w{0,20}|deposit\w{0,20}|debt\w{0,20}|budget\w{0,20}"
    r"|invest\w{1,20}|deficit\w{0,20}|surplus\w{0,20}|unemployment|inflation|demand|supply|consum\w{1,20}"
    r"|inventor(?:y|ies)|stockpiles?|earnings|income|votes?|rates?|tax\w{0,20}|tariff\w{0,20}|fine[sd]?|storage"
    r"|volume|temperature\w{0,20}|rainfall|effective|efficacy|turnout|yield\w{0,20}|stake\w{0,3}|(?:death\s)?toll"
    r"|damage|spend\w{0,20}|worth|valu\w{1,20}|vaccinat\w{1,20}|displac\w{1,20}",
    "de": r"Betrag|Summe|Wert|Leistung|Ergebnis\w{0,4}|Erlöse?n?|Einnahmen|Ausgaben|Strafe|Bußgeld|Aktien?|Kurs"
    r"|Zahl\sder\s\w{2,30}|Temperatur\w{0,2}|Durchmesser|Tiefe|Gehalt|Gehälter|Bevölkerung|Steuern|Investition\w{0,2}"
    r"|Auftrag\w{0,4}|Kosten|kostet\w{0,20}|\w{0,30}[Pp]reis(?:e[ns]?)?|Umsatz\w{0,20}|Gewinn\w{0,20}|Verlust\w{0,20}"
    r"|Produktion\w{0,20}|\w{1,30}(?:umsatz|verbrauch|absatz|quote|rate|produktion|kosten|mieten)|Verbrauch|Absatz"
    r"|Quote|Rate|Mieten|Teuerung|produzier\w{1,20}|erzeug\w{0,20}|Kapazität\w{0,20}|Export\w{0,20}|Import\w{0,20}"
    r"|arbeite\w{0,20}|beschäftig\w{0,20}|Einwohner\w{0,20}|Fläche\w{0,20}|Länge|Höhe(?!\svon)|Pegel\w{0,20}"
    r"|Anteil\w{0,20}|Wachstum|Emission\w{0,20}|Lohn\w{0,20}|Löhne|Schulden|Haushalt\w{0,20}|Invest\w{1,20}"
    r"|Defizit\w{0,20}|Arbeitslos\w{1,20}|Inflation\w{0,20}|Schäden|Schaden|Nachfrage|evakuiert",
    "fr": r"montant|somme|valeur|résultats?|frais|cours|températures?|subvention\w{0,1}|dons?|primes?|loyers?"
    r"|commandes?|recettes?|dépenses?|capitalisation|taux|coût\w{0,20}|prix|revenus?|participation|amende\w{0,20}"
    r"|taille|poids|caution|chiffre\sd['’]affaires|ventes|bénéfice\w{0,20}|perte\w{0,20}|production|produi\w{1,20}"
    r"|extrait\w{0,20}|capacité|exportation\w{0,20}|importation\w{0,20}|emploi\w{0,20}|population|superficie|longueur"
    r"|(?<!à\s)hauteur|part|croissance|émission\w{0,20}|salaire\w{0,20}|dette\w{0,20}|budget\w{0,20}|investi\w{1,20}"
    r"|déficit\w{0,20}|(?:taux\sde\s)?chômage|inflation|récolte\w{0,20}|rendement\w{0,20}|enveloppe|effectif\w{0,20}"
    r"|surface\w{0,20}|touche|fréquentation|hospitalisés|nombre\sde\s(?!ses|leurs|la|les)\w{2,20}|achètent",
    "es": r"monto|importe|valor|suma|resultados?|gastos?|acciones|temperaturas?|deudas?|presupuestos?"
    r"|subvenci\w{1,6}|impuestos?|préstamos?|recaudaci\w{1,5}|facturaci\w{1,4}|número\sde\s\w{3,20}"
    r"|cost(?:e|es|o|ó|ará|arán|aron|aba)|precio\w{0,20}|participación|estatura|peso|multa\w{0,20}|ingresos|ventas"
    r"|beneficio\w{0,20}|pérdida\w{0,20}|producción|produ\w{1,20}|capacidad|exportaci\w{1,20}|importaci\w{1,20}"
    r"|empleo\w{0,20}|población|superficie|altura|crecimiento|emisi\w{1,20}|salario\w{0,20}|deuda\w{0,20}"
    r"|presupuesto\w{0,20}|inversi\w{1,20}|déficit\w{0,20}|(?:tasa\sde\s)?(?:desempleo|paro)|inflación"
    r"|cosecha\w{0,20}|rendimiento\w{0,20}|movió|perdió|compró|afecta\w{0,20}",
    "it": r"risultat[oi]|spes[ae]|stipendi\w{0,2}|temperatur[ae]|tass[oaei]|numero\sdi\s\w{3,20}"
    r"|cost(?:o|i|a|ano|erà|erebbe|eranno|at[oa])|prezz\w{0,20}|fatturato|ricavi|vendite|utile|perdit\w{0,20}"
    r"|produzione|produ(?:rre|ce|tt)\w{0,20}|capacità|esportazion\w{0,20}|importazion\w{0,20}|popolazione|superficie"
    r"|crescita|emission\w{0,20}|debito|esborso|investi\w{1,20}|disoccupazione|inflazione|raccolto",
    "pt": r"resultados?|facturação|faturamento|capital|despesas?|salários?|temperaturas?|taxas?"
    r"|número\sde\s\w{3,20}|apoio|cust\w{0,20}|preço\w{0,20}|receita\w{0,20}|vendas|lucro\w{0,20}|prejuízo\w{0,20}"
    r"|produção|produz\w{0,20}|capacidade|exporta\w{1,20}|importa\w{1,20}|população|área|crescimento|emiss\w{1,20}"
    r"|dívida\w{0,20}|investi\w{1,20}|desemprego|inflação|safra",
    "ru": r"температур\w{0,3}|число\s\w{3,20}|количеств\w{1,2}\s\w{3,20}|ставк\w{1,3}|курс\w{0,2}|цен[аыеуй]{1,2}"
    r"|тариф\w{0,3}|расход\w{0,20}|стоимост\w{0,20}|цен[аы]|выручк\w{0,20}|прибыл\w{0,20}|убыт\w{0,20}|добы\w{0,20}"
    r"|произв\w{1,20}|мощност\w{0,20}|экспорт\w{0,20}|импорт\w{0,20}|работают|населени\w{0,20}|площад\w{0,20}|доля"
    r"|доли|рост\w{0,20}|зарплат\w{0,20}|долг\w{0,20}|бюджет\w{0,20}|инвестиц\w{0,20}|дефицит\w{0,20}"
    r"|безработиц\w{0,20}|инфляци\w{0,20}|построил\w{0,20}|выделил\w{0,20}|купил\w{0,20}|погибл\w{0,20}",
}

NOT_COUNTED = frozenset(
    """
    and or but of in on at to for by from with than that which who when while after before as per more less was were
    is are had has have will would said says others years months weeks days hours times following contos
    escudos pesetas liras schillings guilders marks
    reads shows indicates means suggests
    mehr weniger nur pro je prozent als ein eine einen einem einer eines seine ihre diese dieser
    prochains prochaines mêmes autres other first last next draw
    dernières derniers premières premiers próximos últimos primeras primeros los las dos tres
    und oder aber von in am auf zu für bei mit als das der die wurde wurden war waren ist sind hat haben sagte
    et ou mais de dans sur au aux pour par avec que qui était sont ont est y o pero en con por para que fue son ha han
    и или но из в на до для по с со от к что который были был была есть
    """.split()
)

FINITE = {
    "en": r"(?:has|have|had|will|would|can|could|should|must|may|might|is|are|was|were|[a-z]{3,15}ed|costs?"
    r"|h[eo]lds?|r[io]se|rises|fell|falls?|gr[eo]ws?|cuts?|sent|sends?|sold|sells?|bought|buys?|spen[dt]s?|earns?"
    r"|owns?|made|makes?|ma[dk]e|produces?|employs?|reach(?:es)?|increases?|imports?|exports?|reports?|st(?:oo|an)ds?"
    r"|amounts?|totals?|accounts?|contains?|carr(?:y|ies)|uses?|raises?|lo(?:st|ses?)|pa(?:id|ys?)|gains?|covers?"
    r"|measures?|weighs?|kills?|joins?|operates?|needs?|plans?|invests?|won|wins?|hit|hits|took|takes?|gave|gives?"
    r"|got|gets?|slid|shrank|met|provides?|receives?|serves?|runs?|ran|spans?|stretch(?:es)?|houses?|remains?"
    r"|represents?|includes?)",
    "de": r"(?:hat|haben|hatten?|ist|sind|war|waren|wird|werden|wurden?|will|wollen|soll|sollen|kann|können"
    r"|könnten?|[a-zäöüß]{3,20}ten?|kostet|steigt|stieg|stiegen|fiel|fielen|sinkt|sank|sanken|wächst|wuchs|liegt|lag"
    r"|lagen|lägen|liegen|beträgt|betrug|erzielt|erreicht|verzeichnet|produziert|erzeugt|beschäftigt|arbeiten"
    r"|investiert|verkauft|verlor|verliert|gewann|gewinnt|zahlt|erhält|erhielt|plant|umfasst|zählt|verbraucht"
    r"|exportiert|importiert|kauft|gibt|gab|kommt|kam|kamen|bietet|braucht|stößt|steht|stand|besitzt|hält|hielt"
    r"|fordert|meldet|schließt)",
    "fr": r"(?:a|ont|avait|avaient|aura|est|sont|était|étaient|sera|seront|s['’]élève(?:nt)?|coûte(?:nt|ra)?"
    r"|emploi(?:e|ent)|touche(?:nt)?|compte(?:nt)?|attei(?:nt|gnent)|représente(?:nt)?|produi(?:t|sent)|perd(?:ent)?"
    r"|gagne(?:nt)?|vend(?:ent)?|achètent?|recule(?:nt)?|baisse(?:nt)?|progresse(?:nt)?|augmente(?:nt)?|grimpe(?:nt)?"
    r"|chute(?:nt)?|bondit|dépasse(?:nt)?|affiche(?:nt)?|enregistre(?:nt)?|réalise(?:nt)?|investi(?:t|ra)"
    r"|déti(?:ent|ennent)|dispose(?:nt)?|cède(?:nt)?|versera|pèse(?:nt)?|mesure(?:nt)?|accueille(?:nt)?"
    r"|possède(?:nt)?|regroupe(?:nt)?)",
    "es": r"(?:ha|han|había|es|son|era|eran|fue|fueron|está|están|será|serán|tiene|tienen|tenía"
    r"|[a-zñ]{2,15}(?:ó|aron|ieron)|cuestan?|costará|afectan?|emplean?|producen?|produjo|vend(?:e|en|erá)|crecerá"
    r"|aumentará|subirá|rondará|alcanzaría|suman?|cuentan?|pierden?|gananan?|ganan?|exportan?|representan?|superan?"
    r"|alcanzan?|recibirá)",
    "it": r"(?:ha|hanno|aveva|è|sono|era|erano|sarà|saranno|costa(?:no|va)?|vale|valgono|produc(?:e|ono)"
    r"|vend(?:e|ono)|perd(?:e|ono)|raggiung(?:e|ono)|supera(?:no)?|impiega(?:no)?|conta(?:no)?|registra(?:no)?"
    r"|guadagna(?:no)?)",
    "pt": r"(?:tem|têm|teve|tinha|é|são|foi|foram|era|será|vai|custa|custará|produz|vende|emprega|representa"
    r"|[a-zç]{3,15}(?:ou|aram|eram|iram)|produziu|vendeu|subiu|caiu|cresceu|perdeu|recebeu|investiu|atingiu)",
    "ru": r"(?:(?!канал|материал|капитал|квартал|персонал|потенциал|сигнал|журнал|отдел)[а-яё]{3,20}л[аои]?(?:с[ья])?"
    r"|составля\w{1,4}|состав[ия]т|будет|работа[ею]т|стоит|имеет|достигнет|вырастет|снизится|производит)",
}
"""Verbs that follow the subject of a clause."""

YEARS_OLD = {
    "en": (r",\s(?:aged\s|who\sis\s)?", r"(?:[\s-]years?[\s-]olds?)?(?=,|\.|\sfrom\s|\swho\s|$)"),
    "de": (r"(?:,\s|\s\()", r"(?:\sJahre(?:\salt)?)?(?=,|\)|\.|$)"),
    "fr": (r"(?:,\s(?:âgée?\sde\s)?|\s\()", r"(?=,|\)|\.|$)"),
    "es": (r"(?:,\s(?:de\s)?|\s\()", r"(?:\sde\sedad)?(?=,|\)|\.|$)"),
    "it": (r"(?:,\s(?:di\s)?|\s\()", r"(?=,|\)|\.|$)"),
    "pt": (r"(?:,\s(?:de\s)?|\s\()", r"(?=,|\)|\.|$)"),
}
"""What is between a person's name and the number of years that is the age, and after that number."""

OF_AGE = {
    "en": (r"(?<![^\W_])(?:[Aa]ged\s|age\sof\s)$", r"[\s-]years?[\s-]old(?![^\W_])"),
    "de": (r"(?<![^\W_])(?:[Ii]m\sAlter\svon|Mit)\s$", r"\s(?:alt(?:e[rnsm]?)?)(?![^\W_])"),
    "fr": (r"(?<![^\W_])(?:homme|femme|enfant|garçon|fille|fillette|adolescente?|âgée?s?)\sde\s$", r"(?!)"),
    "es": (r"(?<![^\W_])(?:(?:hombre|mujer|niñ[oa]|joven|chic[oa])\sde|[Aa]\s(?:sus|los))\s$", r"\sde\sedad(?![^\W_])"),
    "it": (r"(?<![^\W_])(?:uomo|donna|bambin[oa]|ragazz[oa]|giovane)\sdi\s$", r"\sdi\setà(?![^\W_])"),
    "pt": (r"(?<![^\W_])(?:homem|mulher|menin[oa]|jovem|rapaz)\sde\s$", r"\sde\sidade(?![^\W_])"),
}
"""What is before and after a number of years that is somebody’s age, whoever it is."""

AGE = {"en": "age", "de": "Alter", "fr": "âge", "es": "edad", "it": "età", "pt": "idade"}

CHANGE = {
    "en": "change",
    "de": "Veränderung",
    "fr": "variation",
    "es": "variación",
    "it": "variazione",
    "pt": "variação",
    "nl": "verandering",
    "ru": "изменение",
    "uk": "зміна",
}
"""What a measure is called that a number tells the change of."""

SHARE = {
    "en": "share",
    "de": "Anteil",
    "fr": "part",
    "es": "proporción",
    "it": "quota",
    "pt": "proporção",
    "nl": "aandeel",
    "ru": "доля",
    "uk": "частка",
}
"""What a measure is called that a number tells the share of."""
