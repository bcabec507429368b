"""The words by which each language says who says something."""

from dataclasses import dataclass

from tui.quantity.word_patterns import NEVER


@dataclass(frozen=True, kw_only=True)
class SpeechWords:
    """The patterns of one language; those that it does not have match nothing."""

    verb: str = NEVER
    """Verbs that claim a number."""
    also: str = NEVER
    """What may claim a number, where nothing better is found."""
    quoting: str = NEVER
    """Verbs that introduce a quotation, and hardly ever a number."""
    according: str = NEVER
    """What comes before a source."""
    after: str = NEVER
    """What follows a source: dem USGS zufolge."""
    topic: str = NEVER
    """What follows whoever is spoken of, and perhaps speaks."""
    by: str = NEVER
    """What comes before whoever made a document."""
    documents: str = NEVER
    """What holds the numbers of whoever made it: a study by the USGS."""
    bodies: str = NEVER
    """Those who say something without a name."""
    spokesman: str = NEVER
    """Somebody who speaks for somebody else."""
    pronoun: str = NEVER
    """What stands for somebody who was named before."""


WORDS = {
    "en": SpeechWords(
        verb=r"(?:sa(?:id|ys?)|told|tells?|estimate[sd]?|report(?:s|ed)?|announce[sd]?|claim(?:s|ed)?"
        r"|expect(?:s|ed)?|forecasts?|puts?|state[sd]?|add(?:s|ed)|not(?:es|ed)|warn(?:s|ed)?|calculate[sd]?"
        r"|explain(?:s|ed)|insist(?:s|ed)?|argue[sd]?|predict(?:s|ed)?|counts?|counted|confirm(?:s|ed)"
        r"|(?:is|are|was|were)\s(?:expect|forecast|predict)ing)",
        also=r"promis(?:es?|ed)|spoke|speaks?|declar(?:es?|ed)",
        quoting=r"remark(?:s|ed)?|accus(?:es?|ed)|put\s+it|thinks?|thought|sees|saw|hopes?|wrote|writes|call(?:s|ed)"
        r"|order(?:s|ed)|reiterat(?:es?|ed)",
        according=r"(?:[Aa]ccording\sto|[Aa]s\s(?:estimated|reported|stated)\sby|[Ee]stimates?\s(?:by|from|of)"
        r"|[Ff]igures\sfrom|[Dd]ata\sfrom)",
        by="by",
        documents=r"(?:stud(?:y|ies)|reports?|data|estimates?|figures|statistics|survey|poll|statement|analysis"
        r"|(?:press|news)\srelease)",
        bodies=r"(?:ministry|company|government|agency|bank|court|police|union|report|study|commission|army|authorities"
        r"|officials|analysts|experts|opponents|researchers|scientists|university|institute|council|regulator"
        r"|operator|firm|manufacturer|bureau|department|organi[sz]ation|association|prosecutors|campaigners|critics"
        r"|survey|economists|carmaker|airline|group|retailer|watchdog|doctors|organi[sz]ers|rescuers|investigators|judges)",
        spokesman=r"spokes(?:man|woman|person)",
        pronoun="he|she|his|her|they|their",
    ),
    "de": SpeechWords(
        verb=r"(?:sag(?:t|te|ten|en)|erklär(?:t|te|ten)|teil(?:t|te|ten)|schätz(?:t|te|en|ten)|berichtet(?:e|en)?"
        r"|meldet(?:e|en)?|bilanzier(?:t|te)|bestätig(?:t|te|ten)|erwarte(?:t|n)|rechne(?:t|n)|kündigten?|betonten?|beziffert(?:e|en)?|nannten?|gab(?:en)?)",
        quoting=r"schreibt|schrieb|nennt|nannte|spricht|sprach|beziffert|bezifferte",
        according=r"(?:[Ll]aut|[Nn]ach\sAngaben|[Nn]ach\sSchätzung(?:en)?|[Zz]ufolge|[Nn]ach\sBerechnungen)",
        after="zufolge",
        documents=r"(?:Studie|Umfrage|Bericht|Daten|Angaben|Zahlen|Erhebung|Mitteilung|Prognose|Statistik)",
        spokesman=r"Sprecher(?:in)?",
        pronoun="er|sie|sein|seine|ihr|ihre",
    ),
    "fr": SpeechWords(
        verb=r"(?:(?:a|ont|avait|avaient)\s(?:dit|déclaré|affirmé|annoncé|indiqué|précisé|estimé|expliqué|rapporté|révélé"
        r"|confirmé|reconnu|fait\ssavoir)|prévoi(?:t|ent)"
        r"|(?:affirm|annonc|déclar|estim|évalu|expliqu|indiqu|précis|rapport)e(?:nt)?)",
        quoting=r"dit|écrit|parle|chiffre|avance",
        according=r"(?:[Ss]elon|[Dd]['’]après)",
        by="par",
        documents=r"(?:étude|rapport|enquête|sondage|baromètre|communiqué|chiffres|données|estimations?|bilan)",
        bodies=r"(?:autorités|police|gouvernement|ministère|entreprise|experts|analystes|chercheurs|économistes|étude"
        r"|rapport|enquête|groupe|constructeur|secouristes|médias|juges|enquêteurs|médecins|syndicats|organisateurs|pompiers)",
        spokesman=r"porte-parole",
        pronoun="il|elle|ils|elles|son|sa",
    ),
    "es": SpeechWords(
        verb=r"(?:dij(?:o|eron)|(?:calcul|estim)an?|prevén?"
        r"|(?:inform|anunci|afirm|declar|señal|indic|explic|asegur|calcul|estim|report|confirm|apunt|comunic|detall)"
        r"(?:ó|aron))",
        quoting=r"dice|escribe|habla|cifra",
        according=r"(?:[Ss]egún|[Dd]e\sacuerdo\scon)",
        by="por",
        documents=r"(?:encuesta|estudio|informe|datos|cifras|nota\sde\sprensa|comunicado|sondeo|estimaciones)",
        bodies=r"(?:autoridades|policía|gobierno|ministerio|empresa|compañía|expertos|analistas|investigadores|estudio"
        r"|informe|encuesta|fiscalía|organización)",
        spokesman=r"portavoz",
        pronoun="él|ella|ellos|su",
    ),
    "it": SpeechWords(
        verb=r"(?:(?:ha|hanno)\s(?:detto|dichiarato|affermato|annunciato|comunicato|spiegato|riferito)|stima|afferma|prevede"
        r"|sostiene)",
        quoting=r"dice|scrive|parla|secondo",
        according=r"(?:[Ss]econdo)",
        documents=r"(?:studio|rapporto|dati|sondaggio|stime|comunicato)",
        bodies=r"(?:autorità|polizia|governo|ministero|azienda|società|esperti|analisti|ricercatori|studio|rapporto)",
        spokesman=r"portavoce",
        pronoun="lui|lei|suo|sua",
    ),
    "pt": SpeechWords(
        verb=r"(?:sustentam?|garantem?|diss(?:e|eram)|(?:estim|calcul)am?|(?:afirm|anunci|inform|declar|indic|apur|relat)(?:ou|aram)"
        r"|referi(?:u|ram))",
        quoting=r"diz|escreve|fala",
        according=r"(?:[Ss]egundo|[Dd]e\sacordo\scom)",
        by="por",
        documents=r"(?:estudo|relatório|dados|sondagem|pesquisa|estimativas|comunicado)",
        bodies=r"(?:autoridades|polícia|governo|ministério|empresa|companhia|especialistas|analistas|estudo|relatório)",
        spokesman=r"porta-voz",
        pronoun="ele|ela|seu|sua",
    ),
    "nl": SpeechWords(
        verb=r"(?:zei|zegt|meldt|schat|verwacht|verklaarde)",
        quoting=r"schrijft|noemt|spreekt",
        according=r"(?:[Vv]olgens)",
        by="door",
        pronoun="hij|zij|ze|zijn|haar",
    ),
    "ru": SpeechWords(
        verb=r"(?:сказал[аои]?|сообщил[аои]?|заявил[аои]?|оценивает|оценил[аои]?|объявил[аои]?|отметил[аои]?|ожидает"
        r"|считает|сообщает|обещает)",
        quoting=r"говорит|пишет|называет",
        according=r"(?:[Пп]о\s(?:данным|словам|оценк[еам]{1,2}|информации|подсчетам)|[Сс]огласно)",
        bodies=r"(?:власти|полици[яи]|правительств[оа]|министерств[оа]|компани[яи]|эксперт(?:ы|ов)|аналитик(?:и|ов)"
        r"|исследовани[ею])",
        pronoun="он|она|они|его|её",
    ),
    "uk": SpeechWords(
        verb=r"(?:сказа(?:в|ла|ло)|повідоми(?:в|ла|ло)|заяви(?:в|ла|ло)|оцінює|очікує)",
        quoting=r"каже|пише|називає",
        according=r"(?:[Зз]а\s(?:даними|словами|оцінк\w{2,3}))",
        pronoun="він|вона|вони|його|її",
    ),
    "zh": SpeechWords(quoting=r"表示|称|说|指出|报道", according=r"(?:据|根据|按照)"),
    "ja": SpeechWords(quoting=r"述べた|発表した|語った|としている", after=r"によると|によれば", topic="は"),
    "hi": SpeechWords(after="के अनुसार"),
}
