"""Dates that are relative to another day: last week, a year before."""

import re
from collections.abc import Iterator
from functools import cache

from tui.quantity.language import Language, code_of
from tui.quantity.scales import NEVER
from tui.quantity.words import DAYS, MONTHS
from tui.text.span import Span

_ENGLISH_UNIT = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie)"
_SEASON = r"spring|summer|autumn|fall|winter"
_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|\d{1,4}|several|some|many"
    r"|(?:a\s)?few|(?:a\s)?couple(?:\sof)?|just)"
)
_RELATIVE = {
    "en": (
        r"recently|"
        rf"(?:(?:early|earlier|late|later|mid)[-\s])?(?:last|next|this|past|coming|previous|following|same|that"
        rf"|recent)\s"
        rf"(?:{_COUNT}\s)?(?:{_ENGLISH_UNIT}s?|{_SEASON}|morning|afternoon|evening|{'|'.join([*DAYS, *MONTHS])})"
        rf"|(?:{_COUNT}\s){{0,4}}(?:and\sa\shalf\s)?{_ENGLISH_UNIT}s?\s(?:ago|before|earlier|later|after|prior|from\snow"
        rf"|hence)(?!\s(?:or|all)\b)"
        rf"|the\s(?:{_ENGLISH_UNIT}|{_SEASON})\s(?:before|after)"
        rf"|(?:the\s)?(?:end|beginning|start|middle|turn)\sof\s(?:the|this|last|next)\s{_ENGLISH_UNIT}"
        r"|yesterday|today|tonight|tomorrow|(?:in|over)\srecent\s(?:days|weeks|months|years|decades)"
    ),
    "de": (
        r"(?:(?:Anfang|Mitte|Ende)\s)?(?:(?:letzte|vergangene|vorige|nächste|kommende|diese|folgende"
        r"|gleiche)[nmrs]?)\s"
        r"(?:Tage?n?|Wochen?|Wochenende|Monate?n?|Quartals?|Jahr(?:e[sn]?|es)?|Jahrzehnte?n?|Jahrhunderts?|Nacht"
        r"|Sommer|Winter|Herbst|Frühjahr|Frühling"
        r"|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)"
        r"|vor\s(?:rund\s|etwa\s|gut\s|knapp\s)?[^\W_]{1,12}\s(?:Minuten|Stunden?|Tag(?:en)?|Wochen?|Monat(?:en)?"
        r"|Jahr(?:en)?|Jahrzehnten?)"
        r"|[^\W_]{1,12}\s(?:Tage?|Wochen?|Monate?|Jahre?|Stunden?)\s(?:zuvor|später|danach|davor|vorher)"
        r"|gestern|heute|vorgestern|morgen|übermorgen|am\sVortag|(?:im|zum|am)\sVor(?:jahr|monat)(?:es)?"
        r"|im\sVorjahreszeitraum"
    ),
    "fr": (
        r"(?:la\ssemaine|le\smois|l['’]année|l['’]an|le\sjour|le\strimestre|l['’]été|l['’]hiver|le\sprintemps"
        r"|l['’]automne)\s"
        r"(?:dernière?|prochaine?|passée?|précédente?|suivante?|d['’]avant|d['’]après)"
        r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s(?:dernier|prochain)"
        r"|il\sy\sa\s(?:environ\s)?[^\W_]{1,12}\s(?:minutes?|heures?|jours?|semaines?|mois|ans?|années?|décennies?"
        r"|siècles?)"
        r"|[^\W_]{1,12}\s(?:jours?|semaines?|mois|ans?|années?|heures?)\s(?:plus\s(?:tôt|tard)|auparavant|avant"
        r"|après)"
        r"|cette\s(?:année|semaine|nuit)|ce\smois-ci|hier|aujourd['’]hui|demain|avant-hier|la\sveille|le\slendemain"
    ),
    "es": (
        r"(?:la\ssemana|el\smes|el\saño|el\sdía|el\strimestre|la\snoche|el\sverano|el\sinvierno)\s(?:pasad[oa]"
        r"|próxim[oa]|anterior|siguiente|que\sviene)"
        r"|(?:el\s)?(?:pasado|próximo)\s(?:mes|año|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
        r"|hace\s(?:unos\s|casi\s)?[^\W_]{1,12}\s(?:minutos?|horas?|días?|semanas?|mes(?:es)?|años?|décadas?|siglos?)"
        r"|[^\W_]{1,12}\s(?:días?|semanas?|mes(?:es)?|años?|horas?)\s(?:antes|después|más\starde|atrás)"
        r"|est[ea]\s(?:año|semana|mes|trimestre|noche)|ayer|hoy|anteayer|mañana(?!s)|la\svíspera"
    ),
    "it": (
        r"(?:la\ssettimana|il\smese|l['’]anno|il\sgiorno|l['’]estate|l['’]inverno)\s(?:scors[oa]|prossim[oa]"
        r"|precedente|successiv[oa])"
        r"|(?:lo\sscorso|il\sprossimo)\s(?:mese|anno)|[^\W_]{1,12}\s(?:minuti|or[ae]|giorn[oi]|settiman[ae]"
        r"|mes[ei]|ann[oi]|decenni)\s(?:fa|prima|dopo|più\stardi)"
        r"|quest['’]anno|questa\ssettimana|questo\smese|ieri|oggi|domani"
    ),
    "pt": (
        r"(?:a\ssemana|o\smês|o\sano|o\sdia|o\strimestre)\s(?:passad[oa]|anterior|seguinte|que\svem)|(?:no"
        r"|o)\s(?:último|próximo|passado)\s(?:mês|ano|dia)"
        r"|há\s(?:cerca\sde\s)?[^\W_]{1,12}\s(?:minutos?|horas?|dias?|semanas?|mês|meses|anos?|décadas?)"
        r"|[^\W_]{1,12}\s(?:dias?|semanas?|mês|meses|anos?)\s(?:antes|depois|atrás|mais\starde)|est[ea]\s(?:ano"
        r"|semana|mês)|ontem|hoje|amanhã"
    ),
    "nl": (
        r"(?:vorige?|afgelopen|volgende?|komende?|deze|dit)\s(?:dag|week|weekend|maand|kwartaal|jaar|decennium"
        r"|zomer|winter|nacht"
        r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
        r"|[^\W_]{1,12}\s(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|uur)\s(?:geleden|eerder|later|daarvoor)"
        r"|gisteren|vandaag|morgen|eergisteren"
    ),
    "ru": (
        r"(?:на|в)\s(?:прошл|будущ|следующ|эт|минувш|предыдущ)\w{1,4}\s(?:недел[еюи]|месяц[еа]?|год[уа]?"
        r"|квартал[еа]?|выходн\w+)"
        r"|(?:[^\W_]{1,14}\s){0,2}(?:секунд\w?|минут\w?|час(?:а|ов)?|дн(?:я|ей)|день|недел[июья]|месяц(?:а|ев)?"
        r"|год(?:а)?|лет)\s(?:назад|спустя)"
        r"|(?:годом|днём|днем|неделей|месяцем)\sранее|(?:за\s)?[^\W_]{1,14}\s(?:день|дня|дней|год|года|лет"
        r"|месяц\w*|недел\w+)\sдо\s(?:того|этого)"
        r"|вчера|сегодня|завтра|позавчера|накануне"
    ),
    "uk": (
        r"(?:минул|наступн|ц)\w{1,4}\s(?:тижн[яі]|місяц[яі]|рок[уі]|року)|(?:[^\W_]{1,14}\s){0,2}(?:хвилин\w?"
        r"|годин\w?|дн(?:і|ів)|день|тижн\w+|місяц\w+|рок\w+)\sтому"
        r"|вчора|сьогодні|завтра|напередодні"
    ),
}


@cache
def _pattern(code: str) -> re.Pattern[str]:
    relative = _RELATIVE.get(code, NEVER)
    return re.compile(rf"(?<![^\W_])(?:{relative})(?![^\W_])", re.IGNORECASE)


def relative_dates_in(text: str, language: Language | None) -> Iterator[Span]:
    """The words of a text that tell a date from another day; in English if no language is given."""
    for match in _pattern(code_of(language)).finditer(text):
        yield Span(*match.span())
