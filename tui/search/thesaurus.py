"""English words with nearly the same meaning: what people ask with is often not what a text prints."""

from tui.search.families import family

_GROUPS = """
    afraid fear frightened scared; carbon co2; aboard onboard; abroad overseas foreign; accident crash collision;
    accommodation lodging; accurate correct exact; accuse blame allege; age old; agreement accord deal pact treaty;
    aid assistance help; aircraft airplane plane jet; analyst expert specialist; approve accept endorse; army
    military troops; arrest detain; assess evaluate; attack raid strike; average mean; award prize; ballot poll; ban
    forbid outlaw prohibit; bankrupt insolvent; begin start launch; bill invoice; birth born; blast explosion; boat
    ship vessel; bomb explosive; bonus premium; border frontier; boss chief director head lead manage run; breach
    violate; budget spending; build construct; buy acquire purchase; cancel scrap; car automobile vehicle; casualty
    victim; catastrophe disaster; cattle livestock; cause reason; chair chairman chairwoman; child kid; choose
    select pick; clash conflict; client customer; close shut; coal lignite; collapse topple; colleague coworker;
    commerce trade; company business corporation firm; compensation reparation; competitor rival; complaint
    grievance; concentration level; concern worry; conference meeting summit; confess admit; connect link; consent
    permission; contamination pollution; contract agreement; cooperation collaboration; corrupt bribe; cost expense
    price; country nation state; court judge tribunal; cover insure; coverage insurance; criticise criticize
    condemn; crop harvest; crowd audience spectator; cure remedy; cut reduce slash; cyclone hurricane typhoon storm;
    damage destruction harm; data statistics; dead deadly death died fatal fatality killed lethal; debris rubble
    ruins; decline decrease drop fall shrink sink; deficit shortfall; delay postpone; demolish destroy wreck;
    demonstration protest rally; deny dismiss refuse reject; deport expel; deposit reserve; design plan; detect
    notice; device gadget; discover invent; disease illness sickness; dispute disagree contest; divide split; doctor
    physician; donate contribute; drought dryness; dry arid; dwelling house; earnings income revenue; education
    schooling; election vote ballot; electricity power; embargo sanction; emit discharge; employ hire recruit;
    employee staff worker; end cease finish stop; engine motor; enterprise company; error mistake; escape flee;
    evacuate relocate displace; examine test; exceed surpass; execute implement; exile banish; expand enlarge;
    expect anticipate; expert adviser; exports shipments; factory mill plant; famine hunger; famous known; farmer
    grower; father dad; fertiliser fertilizer; finance fund; fine penalty; fire blaze; fisherman angler; flat
    apartment; flood inundate; forecast predict project; fortune wealth; freight cargo; freighter cargo; fuel
    kerosene petrol diesel; garbage rubbish trash waste; gasoline petrol fuel; give grant provide; glacier ice;
    govern rule; grain cereal wheat; grow climb increase jump rise; guess estimate; gun weapon firearm; halt stop
    suspend; harvest yield; headteacher principal; help rescue; hide conceal; home house; hospital clinic; huge
    massive vast; hurt injure wound; idea proposal; immigrant migrant; immunize vaccinate jab; import purchase;
    income salary; infect contaminate; inform notify tell; inhabitant population resident; injured wounded hurt;
    inmate prisoner; inquiry investigation probe; inspect check; insult offend; invite summon; island isle; jail
    prison; jobless unemployment; journalist reporter; judgment ruling verdict decision; key important; kill murder;
    kilometre kilometer; lack scarcity shortage; landing touchdown; landslide mudslide; law act legislation; lawful
    legal legitimate; lawsuit sue; lawyer attorney; leave quit resign; legislator lawmaker; licence license permit;
    limit curb restrict; live reside; loan credit; loss damage; machine equipment; make manufacture produce; man
    male; marriage wedding; medicine drug; meet convene; member participant; message statement; method way; migrant
    refugee; mine pit quarry; mistake fault; mix blend; monarch king queen; money fund; movie film; murder homicide;
    needy poor; negotiate discuss talk; neighbour neighbor; nominate appoint; nurse caregiver; object oppose resist;
    obstacle hurdle barrier; occur happen; ocean sea; offence crime; officer official; opponent critic; opposition
    resistance; origin source; outbreak epidemic; oversee supervise monitor; overshoot overrun; owe borrow debt; own
    belong possess; owner proprietor; pact alliance; parliament congress; partner ally; passenger traveller
    traveler; payment fee; permit allow; phone telephone call; pledge promise vow; pollute contaminate; port harbour
    harbor; possession ownership; postpone defer; poverty hardship; praise laud; pregnant expectant; preserve
    conserve; pressure coerce; prevent avert; priest clergy; product goods; profit gain; prosecutor attorney;
    protect defend; publish release issue; punish penalise penalize; pupil student; quake earthquake; quantity
    amount volume; quota limit; railroad railway train; rain rainfall precipitation; rainfall downpour; rebel
    insurgent; rebuild reconstruct restore; recession slump; region area province; regulation rule; reject oppose;
    repair fix; replace substitute; reply answer respond; researcher scientist; reserve stockpile; resident
    inhabitant; retire pension; revenue turnover sales; reward prize; riot unrest; risk danger threat; river stream;
    rocket missile; sack dismiss; safe secure; salary wage pay; satellite spacecraft; scientist scholar; search
    seek; secret hidden; seize confiscate; sell export; sentence convict; shareholder investor; shares stock;
    shelter refuge; ship tanker; shooting gunfire; shortage deficit; show display; sick ill; slide decline; smuggle
    traffic; snow blizzard; soldier troops trooper serviceman; specialist consultant; speech address; speed
    velocity; spokesman representative; spokesman spokesperson spokeswoman; stadium arena; steal theft rob; storm
    gale; strategy policy; street road; study survey report; subsidy aid grant; suburb district; supplier vendor;
    supporter backer advocate; survive outlive; suspect accused; swindle fraud; takeover merger; talks negotiations;
    target goal aim; tariff duty; tax duty levy; teach educate; temperature heat; terrorist militant; testify
    witness; threaten menace; timber wood; toll casualties; tourist visitor; town city; transport ship; treaty
    accord; tremor quake earthquake temblor; trial lawsuit; triumph win victory; truce ceasefire; truck lorry; unite
    merge; university college; urge call; use utilize; vanish disappear; vehicle truck; vessel boat; veto block;
    village town; visit trip; volcano eruption; volunteer helper; walkout strike; war conflict invasion; warn
    caution; wave surge; weapon arms; wind breeze; withdraw retreat; woman female; worker labourer laborer; world
    global worldwide; worth value; yearly annual
"""


def others(word: str) -> list[str]:
    """The words that mean nearly what a word, or another one of its family, means."""
    its_family = family(word)
    groups = (group.split() for group in _GROUPS.split(";"))
    found = (group for group in groups if its_family in map(family, group))
    return [other for group in found for other in group if family(other) != its_family]
