"""The words of each language that say what is measured, and where the clause of a number has a subject."""

MEASURES = {
    "en": r"cost\w{0,20}|price[sd]?|revenue\w{0,20}|turnover|sales|profit\w{0,20}|loss\w{0,20}|output"
    r"|produc\w{1,20}|capacity|export\w{0,20}"
    r"|import\w{0,20}|employ\w{0,20}|population|area|length|height|depth|weigh\w{0,20}"
    r"|speed|shares?|growth|emission\w{0,20}|wage\w{0,20}|salar\w{1,20}|reserve\w{0,20}"
    r"|deposit\w{0,20}|debt\w{0,20}|budget\w{0,20}"
    r"|invest\w{1,20}|deficit\w{0,20}|surplus\w{0,20}|unemployment|inflation|demand|supply|consum\w{1,20}"
    r"|inventor(?:y|ies)|stockpiles?|earnings|income|votes?|rates?|tax\w{0,20}|tariff\w{0,20}|fine[sd]?|storage"
    r"|volume|temperature\w{0,20}|rainfall|effective"
    r"|efficacy|turnout"
    r"|yield\w{0,20}|stake\w{0,3}|(?:death\s)?toll|damage|spend\w{0,20}|worth|valu\w{1,20}"
    r"|vaccinat\w{1,20}|displac\w{1,20}",
    "de": r"Kosten|kostet\w{0,20}|\w{0,30}[Pp]reis(?:e[ns]?)?|Umsatz\w{0,20}|Gewinn\w{0,20}|Verlust\w{0,20}"
    r"|Produktion\w{0,20}"
    r"|\w{1,30}(?:umsatz|verbrauch|absatz|quote|rate|produktion|kosten|mieten)|Verbrauch|Absatz|Quote|Rate|Mieten"
    r"|Teuerung"
    r"|produzier\w{1,20}|erzeug\w{0,20}"
    r"|Kapazität\w{0,20}|Export\w{0,20}|Import\w{0,20}|arbeite\w{0,20}|beschäftig\w{0,20}|Einwohner\w{0,20}"
    r"|Fläche\w{0,20}|Länge|Höhe(?!\svon)"
    r"|Pegel\w{0,20}|Anteil\w{0,20}|Wachstum|Emission\w{0,20}|Lohn\w{0,20}|Löhne|Schulden|Haushalt\w{0,20}"
    r"|Invest\w{1,20}|Defizit\w{0,20}"
    r"|Arbeitslos\w{1,20}|Inflation\w{0,20}|Schäden|Schaden|Nachfrage|evakuiert",
    "fr": r"coût\w{0,20}|prix|revenus?|participation|amende\w{0,20}|taille|poids|caution|chiffre\sd['’]affaires"
    r"|ventes|bénéfice\w{0,20}|perte\w{0,20}|production"
    r"|produi\w{1,20}|extrait\w{0,20}"
    r"|capacité|exportation\w{0,20}|importation\w{0,20}|emploi\w{0,20}|population|superficie|longueur|(?<!à\s)hauteur"
    r"|part"
    r"|croissance|émission\w{0,20}|salaire\w{0,20}|dette\w{0,20}|budget\w{0,20}|investi\w{1,20}|déficit\w{0,20}"
    r"|(?:taux\sde\s)?chômage|inflation"
    r"|récolte\w{0,20}|rendement\w{0,20}|enveloppe|effectif\w{0,20}|surface\w{0,20}|touche|fréquentation|hospitalisés"
    r"|nombre\sde\s(?!ses|leurs|la|les)\w{2,20}|achètent",
    "es": r"cost(?:e|es|o|ó|ará|arán|aron|aba)|precio\w{0,20}|participación|estatura|peso|multa\w{0,20}|ingresos"
    r"|ventas|beneficio\w{0,20}"
    r"|pérdida\w{0,20}|producción|produ\w{1,20}"
    r"|capacidad|exportaci\w{1,20}"
    r"|importaci\w{1,20}|empleo\w{0,20}|población|superficie|altura|crecimiento|emisi\w{1,20}|salario\w{0,20}"
    r"|deuda\w{0,20}|presupuesto\w{0,20}|inversi\w{1,20}|déficit\w{0,20}|(?:tasa\sde\s)?(?:desempleo|paro)|inflación"
    r"|cosecha\w{0,20}"
    r"|rendimiento\w{0,20}|movió|perdió|compró"
    r"|afecta\w{0,20}",
    "it": r"cost(?:o|i|a|ano|erà|erebbe|eranno|at[oa])|prezz\w{0,20}|fatturato|ricavi|vendite|utile|perdit\w{0,20}"
    r"|produzione"
    r"|produ(?:rre|ce|tt)\w{0,20}|capacità|esportazion\w{0,20}|importazion\w{0,20}|popolazione|superficie|crescita"
    r"|emission\w{0,20}|debito|esborso"
    r"|investi\w{1,20}|disoccupazione|inflazione|raccolto",
    "pt": r"cust\w{0,20}|preço\w{0,20}|receita\w{0,20}|vendas|lucro\w{0,20}|prejuízo\w{0,20}|produção|produz\w{0,20}"
    r"|capacidade|exporta\w{1,20}|importa\w{1,20}|população|área|crescimento|emiss\w{1,20}|dívida\w{0,20}"
    r"|investi\w{1,20}"
    r"|desemprego|inflação|safra",
    "ru": r"расход\w{0,20}|стоимост\w{0,20}|цен[аы]|выручк\w{0,20}|прибыл\w{0,20}|убыт\w{0,20}|добы\w{0,20}"
    r"|произв\w{1,20}|мощност\w{0,20}|экспорт\w{0,20}"
    r"|импорт\w{0,20}|работают|населени\w{0,20}|площад\w{0,20}|доля|доли|рост\w{0,20}|зарплат\w{0,20}|долг\w{0,20}"
    r"|бюджет\w{0,20}"
    r"|инвестиц\w{0,20}|дефицит\w{0,20}|безработиц\w{0,20}|инфляци\w{0,20}|построил\w{0,20}|выделил\w{0,20}"
    r"|купил\w{0,20}|погибл\w{0,20}",
}

NOT_COUNTED = frozenset(
    """
    and or but of in on at to for by from with than that which who when while after before as per more less was were
    is are had has have will would said says others years months weeks days hours times following
    mehr weniger nur pro je prozent als ein eine einen einem einer eines seine ihre diese dieser
    prochains prochaines mêmes autres other first last next draw
    dernières derniers premières premiers próximos últimos primeras primeros los las dos tres
    und oder aber von in am auf zu für bei mit als das der die wurde wurden war waren ist sind hat haben sagte
    et ou mais de dans sur au aux pour par avec que qui était sont ont est y o pero en con por para que fue son ha han
    и или но из в на до для по с со от к что который были был была есть
    """.split()
)

AUXILIARY = {
    "en": r"(?:has|have|had|will|would|can|could|may|might|is|are|was|were|to|also|now|already|currently|only"
    r"|still|about|just|nearly|reportedly)",
    "de": r"(?:hat|haben|wird|werden|ist|sind|wurde|wurden)",
    "fr": r"(?:a|ont|est|sont|avait|sera|s['’])",
    "es": r"(?:ha|han|es|está|fue|se)",
    "ru": r"(?:был\w{0,20}|будет|уже)",
}

FINITE = {
    "en": r"(?:cost|costs|produc\w{1,20}|h[eo]lds?|employ\w{0,20}|reach\w{0,20}|r[io]ses?|fell|falls?|grew|grows?"
    r"|gr[eo]w\w{0,20}"
    r"|increas\w{1,20}|decreas\w{1,20}|cut|cuts|sent|sold|sells?|bought|buys?|spen[dt]s?"
    r"|earn\w{0,20}|own\w{0,20}|ha[sd]|ha?ve|made|makes?|import\w{0,20}|export\w{0,20}|releas\w{1,20}|tested"
    r"|treated|report\w{1,20}|stood"
    r"|stands?|amount\w{0,20}|total\w{0,20}|account\w{0,20}|contain\w{0,20}|carr\w{1,20}|was|were|is|are"
    r"|will|would|can|could|use[sd]?|waited|raised?|lost|loses?|paid|pays?|gain\w{0,20}|recover\w{0,20}"
    r"|search\w{0,20}|cover\w{0,20}"
    r"|measures?|weigh\w{0,20}|kill\w{0,20}|join\w{0,20}|operat\w{1,20}|process\w{0,20}|accounts|need\w{0,20}"
    r"|plans?|planned|invest\w{1,20})",
    "de": r"(?:hat|hatte|kommt|kam|meldete|verzeichnete|kostet\w{0,20}|stieg\w{0,20}|fiel\w{0,20}|liegt|lag|lägen"
    r"|liegen|beträgt|betrug|arbeiten"
    r"|erzeugt\w{0,20}"
    r"|produzier\w{1,20}|fordert|verkauf\w{1,20}|wird|wurden?|erreicht\w{0,20}|wuchs|sank)",
    "fr": r"(?:a|ont|est|sont|coûte|emploie|touche|achètent|compte|atteint|représente|produit|a\s\w{1,20})",
    "es": r"(?:costó|costará|cuesta|movió|perdió|compró|afecta|llegó|está|emplea|produce|produjo|alcanzó|vendió"
    r"|creció|crecerá|aumentó|aumentará|subió|subirá|bajó|cayó|ascendió|superó|rondará|alcanzaría|es"
    r"|fue|tiene|ha|suma)",
    "ru": r"(?:добыл\w{0,20}|вырос\w{0,20}|составля\w{1,20}|состав\w{1,20}|купил\w{0,20}|выделил\w{0,20}"
    r"|снизил\w{1,20}|достиг\w{0,20}|произв\w{1,20}|продал\w{0,20}"
    r"|упал\w{0,20}|работа\w{1,20})",
}

PHRASE = {
    "en": r"(?P<np>(?:(?:The|Its|This|Their|His|Her|Our|These|Those|the|its|their|his"
    r"|her)\s)?(?:[^\W\d_][\w’'-]{0,40}\s){0,3}?[^\W\d_][\w’'-]{0,40})",
    "de": r"(?P<np>(?:(?:Der|Die|Das|Ein|Eine|der|die|das)\s)?(?:[^\W\d_][\w-]{0,40}\s){0,3}?[^\W\d_][\w-]{0,40})",
    "fr": r"(?P<np>(?:(?:Le|La|Les|L['’]|le|la|les|l['’])\s?)?(?:[^\W\d_][\w’'-]{0,40}\s){0,4}?[^\W\d_][\w’'-]{0,40})",
    "es": r"(?P<np>(?:(?:El|La|Los|Las|el|la|los|las)\s)?(?:[^\W\d_][\w-]{0,40}\s){0,3}?[^\W\d_][\w-]{0,40})",
    "ru": r"(?P<np>(?:[^\W\d_][\w-]{0,40}\s){0,2}?[^\W\d_][\w«»-]{0,40})",
}

YEARS_OLD = {
    "en": (r",\s(?:aged\s|who\sis\s)?", r"(?:[\s-]years?[\s-]olds?)?(?=,|\.|\sfrom\s|\swho\s|$)"),
    "de": (r"(?:,\s|\s\()", r"(?:\sJahre(?:\salt)?)?(?=,|\)|\.|$)"),
    "fr": (r"(?:,\s(?:âgée?\sde\s)?|\s\()", r"(?=,|\)|\.|$)"),
    "es": (r"(?:,\s(?:de\s)?|\s\()", r"(?:\sde\sedad)?(?=,|\)|\.|$)"),
    "it": (r"(?:,\s(?:di\s)?|\s\()", r"(?=,|\)|\.|$)"),
    "pt": (r"(?:,\s(?:de\s)?|\s\()", r"(?=,|\)|\.|$)"),
}
"""What is between a person's name and the number of years that is the age, and after that number."""

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
