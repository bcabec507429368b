"""English words with nearly the same meaning: what people ask with is often not what a text prints."""

from tui.search.families import family

_GROUPS = """
    accident crash collision; accuse blame allege; age old; agreement accord deal pact treaty; aid assistance help;
    aircraft airplane plane jet; analyst expert specialist; approve accept endorse; army military troops; arrest detain;
    attack raid strike; ban forbid outlaw prohibit; begin start launch; birth born; boat ship vessel;
    border frontier; boss chief director head lead manage run; budget spending; build construct; buy acquire purchase;
    car automobile vehicle; catastrophe disaster; cause reason; child kid; client customer; close shut;
    company business corporation firm; conference meeting summit; contamination pollution; cost expense price; country
    nation state; court judge tribunal; crop harvest; decline decrease drop fall shrink sink; deficit shortfall;
    demonstration protest rally; deny dismiss refuse reject; dead deadly death died fatal fatality killed lethal;
    discover invent; disease illness sickness; doctor physician; earnings income revenue; election vote ballot;
    electricity power; employee staff worker;
    end cease finish stop; error mistake; examine test; factory mill plant; famous known; fire blaze; flat apartment;
    fund finance; garbage rubbish trash waste; gasoline petrol fuel; give grant provide; grow climb increase jump rise;
    headteacher principal; home house; hurt injure wound; immunize vaccinate jab; inhabitant population resident; jail
    prison; jobless unemployment; judgment ruling verdict decision; key important; lack scarcity shortage; law act
    legislation; lawful legal legitimate; lawsuit sue; leave quit resign; licence license permit; limit curb restrict;
    live reside; loan credit; make manufacture produce; man male; marriage wedding; migrant refugee; mine pit quarry;
    money fund; negotiate discuss talk; object oppose resist; offence crime; owe borrow debt; own belong possess; phone
    telephone call; pupil student; quake earthquake; railroad railway train; rain rainfall precipitation; regulation
    rule; researcher scientist; risk danger threat; salary wage pay; search seek; secret hidden; sell export; shares
    stock; show display; speech address; spokesman spokesperson spokeswoman; steal theft rob; street road; study survey
    report; takeover merger; tax duty levy; teach educate; town city; use utilize; visit trip; walkout strike; war
    conflict invasion; warn caution; woman female; world global worldwide
"""


def others(word: str) -> list[str]:
    """The words that mean nearly what a word, or another one of its family, means."""
    its_family = family(word)
    groups = (group.split() for group in _GROUPS.split(";"))
    found = (group for group in groups if its_family in map(family, group))
    return [other for group in found for other in group if family(other) != its_family]
