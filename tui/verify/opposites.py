"""Words that exclude each other: what is exported is not what is produced, and who is injured is not killed."""

import re
from collections.abc import Iterable
from functools import cache

from tui.text.lazy_pattern import in_any_case

# Words that mean much the same are not set apart; those on the other sides of a slash exclude them. A star is any
# ending.
_LINES = """
    produc* output mine mines mined mining extract* yield* generat* manufactur*
        / export* ship shipped shipment* / import* / consum* demand* use used uses / process* refin* smelt*
        / sold sell* sales / bought buy* purchas* / reserve* deposit* resource*
        / lost lose loses losing
    kill* dead death* die died dies fatal* lives / injur* wounded hurt / missing / homeless displaced evacuat* / infect*
        / hospitali* / arrest* detain* / surviv* rescue*
    build built building constructed / demoli* destroy* razed bulldoz* pulled / damag* / evacuat*
        / save saves saved spare spares spared preserv*
    flood* inundat* / burn* burnt fire fires blaze* wildfire*
    creat* add adds added provid* hire* hired recruit* / cut cuts lose loses lost destroy* shed axe axed fired eliminat*
    open opens opened opening reopen* / closed closes closing closure* shut*
        / flood* damag* destroy*
    favour favor backed voted_for approved supported passed ayes / against reject* opposed noes blocked
    upheld uphold* allow* / dismiss* reject* threw thrown overturn* quash* struck
    won win wins winning winner* victor* / lost lose loses losing loser* defeat*
    profit* surplus* / loss losses deficit* shortfall*
    revenue* turnover receipt* / net_income profit* / cost* spend* spent expens* expenditure* outlay*
    benefit* boost* saving* / cost* spend* spent
    bought buy* purchas* acquir* / sold sell* sale sales
    borrow* / lent lend* / repaid repay*
    start* begin* began launch* / end ended ends finish* complet* stop*
    arriv* / depart* left leave*
    appoint* elect* hired / resign* ousted sacked
    seiz* confiscat* / hand handed transfer* return*
    male men boys / female women girls
    adult* / children minors
    long-haul long-term long-distance / short-haul short-term short-distance
    insured / uninsured
    appl* request* / receiv* got granted / denied refused rejected
    rain* / snow* / hail*
    urban / rural
    public / private
    domestic / foreign overseas abroad
    gross / net
    nominal / real
    petrol gasoline / diesel
    width wide / length / depth deep / height
    peak* maximum highest record / average* normal typical* / minimum lowest
"""

Senses = dict[int, dict[str, str]]
"""By the number of a line, the groups of it that a text has words of, each with the first one."""


@cache
def _patterns() -> list[re.Pattern[str]]:
    lines = re.split(r"\n(?=    \S)(?!    {5})", _LINES.strip("\n"))
    return [_pattern(line.split("/")) for line in lines]


def _pattern(groups: Iterable[str]) -> re.Pattern[str]:
    forms = ("|".join(map(_form, group.split())) for group in groups)
    named = "|".join(f"(?P<g{number}>{words})" for number, words in enumerate(forms))
    return in_any_case(rf"(?<![^\W_])(?:{named})(?![^\W_])")


def _form(word: str) -> str:
    return word.replace("*", r"[^\W\d_]*").replace("_", r"\s+")


def senses(text: str) -> Senses:
    """The groups that a text has words of."""
    found: dict[int, dict[str, str]] = {}
    for number, pattern in enumerate(_patterns()):
        for match in pattern.finditer(text):
            found.setdefault(number, {}).setdefault(match.lastgroup or "", match[0])
    return found


def opposite(ours: Senses, theirs: Senses) -> str | None:
    """A word of ours that excludes what theirs say on its line; None if there is none."""
    for number, groups in ours.items():
        if number in theirs and not groups.keys() & theirs[number].keys():
            return next(iter(groups.values()))
    return None


def is_meant(word: str, theirs: Senses) -> bool:
    """Whether theirs have a word of the same group as a word."""
    ours = senses(word)
    return any(groups.keys() & theirs.get(number, {}).keys() for number, groups in ours.items())
