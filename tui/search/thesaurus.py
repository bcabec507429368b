"""English words with nearly the same meaning: what people ask with is often not what a text prints."""

from collections.abc import Iterator

_GROUPS = """
    aboard onboard; abroad overseas foreign; accident crash collision; accommodation lodging; accurate correct exact;
    accuse blame allege; afghan afghanistan; afraid fear frightened scared; age old; agreement accord deal pact treaty;
    aid assistance help; aim purpose intend plan; aircraft airplane plane jet; airline carrier; albania albanian;
    algeria algerian; america american usa; analyst expert specialist; announce declare proclaim; approve accept
    endorse; argentina argentinian argentine; armenia armenian; army military troops; arrest detain; assess evaluate;
    attack raid strike; australia australian; austria austrian; authorise authorize approve; authority government
    official; average mean; award prize; azerbaijan azerbaijani; background history; ballot poll; ban forbid outlaw
    prohibit; bangladesh bangladeshi; bank lender; bankrupt insolvent; begin start launch; belarus belarusian; belgium
    belgian; bigger larger; bill invoice; birth born; blackout outage; blast explosion; boat ship vessel; bolivia
    bolivian; bomb explosive; bonus premium; book volume; border frontier; boss charge chief director govern head lead
    manage run; brazil brazilian; breach violate; breakthrough advance; bring carry deliver; britain british briton uk;
    budget spending; build construct erect; bulgaria bulgarian; buy acquire purchase; cambodia cambodian; canada
    canadian; cancel scrap; car automobile vehicle; carbon co2; caretaker interim; cash money; casualty victim;
    catastrophe disaster; cattle livestock; cause reason; chair chairman head preside; cheat deceive defraud; chief
    executive ceo; child kid; chile chilean; china chinese; choose select pick elect; citizen national; city capital;
    civilian noncombatant; clash conflict; clean purify; client customer; close shut; coal lignite; collapse crumble
    demolish destroy topple wreck; colleague coworker; colombia colombian; comment remark; commerce trade; commission
    complete inaugurate; company business corporation firm; compensation reparation; competitor rival; complaint
    grievance; complete finish; comply obey; compulsory mandatory obligatory required; concentration level; concern
    worry; conference meeting summit; confess admit; congo congolese; connect link; consent permission; contamination
    pollution; contract agreement; cooperation collaboration; cop police policeman; corrupt bribe; cost expense price;
    country nation state; court judge tribunal; cover insure; coverage insurance; crew staff; criticise criticize
    condemn; croatia croatian; crop harvest; crowd audience spectator; cuba cuban; cure remedy; customs border; cut
    reduce slash; cyclone hurricane typhoon storm; czech czechia; dam barrage; damage destruction harm; data statistics;
    dead deadly death died fatal fatality killed lethal; debris rubble ruins; decline decrease drop fall shrink sink;
    defeat beat; defer delay; deficit shortfall; delay postpone; demand need require; demonstration protest rally;
    denmark danish dane; density thickness; deny dismiss refuse reject; deport expel; deputy vice; design plan; detect
    notice; device gadget; dig excavate; disappoint frustrate; discover invent; disease illness sickness; dispute
    disagree contest; divide split; doctor physician; donate contribute; donor sponsor; drop plunge plummet; drought
    dryness; dry arid; duty tariff levy; dwelling house; earnings income revenue; education schooling; effect impact
    consequence; egypt egyptian; election vote ballot; electricity energy power; embargo sanction; emit discharge;
    employ hire recruit; employee staff worker; encounter meet; end cease finish stop; engine motor; england english;
    enough sufficient; enterprise company; epicenter epicentre; error mistake; escape flee; estimate reckon; estonia
    estonian; ethiopia ethiopian; europe european; evacuate relocate displace; evidence proof; examine test; exceed
    surpass; execute implement; exile banish; expand enlarge extend widen; expect anticipate; expert adviser; export
    shipment; factory mill plant; fake forge counterfeit; fame reputation; famine hunger; famous known; farmer grower;
    fast rapid quick; father dad; fertiliser fertilizer; fight battle combat; finance fund; fine penalty; finland
    finnish finn; fire blaze flame burn wildfire; fire dismiss sack; fish fishery; fisherman angler; flat apartment;
    flight plane; flood inundate; footage video; forecast predict project; forest woodland; fortune wealth; found
    establish; france french; freight cargo; freighter cargo; fuel kerosene petrol diesel; gap shortfall; garbage
    rubbish trash waste; gasoline gas petrol fuel; georgia georgian; germany german; ghana ghanaian; give grant provide;
    glacier ice; govern rule; grain cereal wheat; greece greek; grow climb increase jump rise; guard protect; guess
    estimate; gun weapon firearm; habitat environment; halt stop stall suspend; harvest yield; head headteacher
    principal; help rescue; hide conceal; home house; hospital clinic; house home building; huge massive vast; hungary
    hungarian; hunt poach; hurt injure wound; iceland icelandic; idea proposal; immigrant migrant; immunize inoculate
    vaccinate jab; import purchase; incident accident; income salary; india indian; indonesia indonesian; infect
    contaminate; inform notify tell; inhabitant population resident live reside; injured wounded hurt; inmate prisoner;
    inquiry investigation probe; insist maintain; inspect check; insult offend; invite summon; iran iranian; iraq iraqi;
    ireland irish; island isle; israel israeli; italy italian; jail prison; japan japanese; jobless unemployment; jordan
    jordanian; journalist reporter; judgment ruling verdict decision; kazakhstan kazakh; kenya kenyan; key important
    crucial; kidnap abduct; kill murder; kilometre kilometer; korea korean; kurdistan kurdish kurd; kyrgyzstan kyrgyz;
    lack scarcity shortage; lake reservoir; landing touchdown; landslide mudslide; language tongue; laos laotian; latvia
    latvian; law act legislation; lawful legal legitimate; lawsuit sue; lawyer attorney; leave quit resign; lebanon
    lebanese; legislator lawmaker; length distance; lengthen extend prolong; lethal fatal; letter mail; libya libyan;
    licence license permit; limit curb restrict; lithuania lithuanian; loan credit; loan lend; lose forfeit; loss
    damage; machine equipment; make manufacture produce generate output; malaysia malaysian; man male; marriage wedding;
    mayor councillor; medicine drug; meet convene; member participant; message statement; method way; mexico mexican;
    migrant refugee; mild slight; mine pit quarry; minor small; missing unaccounted; mistake fault; mix blend; moldova
    moldovan; monarch king queen; money fund; mongolia mongolian; morocco moroccan; movie film; murder homicide; myanmar
    burma burmese; needy poor; negotiate discuss talk; neighbour neighbor; nepal nepali nepalese; netherlands dutch;
    newspaper publication daily magazine; nigeria nigerian; nominate appoint; norway norwegian; nurse caregiver; nurse
    medic; object oppose resist; obstacle hurdle barrier; obtain get acquire; occur happen; ocean sea; offence crime;
    offer propose; officer official; opponent critic; opposition resistance; origin source; outage failure; outbreak
    epidemic; oversee supervise monitor; overshoot overrun; owe borrow debt; own belong possess; owner proprietor; pact
    alliance; pakistan pakistani; palestine palestinian; parent mother father; parliament congress; partner ally;
    passenger traveller traveler; pay compensate; payment fee; permit allow; peru peruvian; philippines filipino
    philippine; phone telephone call; photo photograph picture image; pickup collection; pilot captain; pledge promise
    vow; poison toxin; poland polish pole; politician lawmaker; pollute contaminate; pollution emission; port harbour
    harbor; portugal portuguese; possession ownership; postpone defer; poverty hardship; praise laud; predict expect;
    pregnant expectant; preserve conserve; pressure coerce; prevent avert; prevent stop avoid; price rate fare; priest
    clergy; product goods; profit gain; prohibit bar; proportion share percentage; prosecutor attorney; protect defend;
    publish release issue; punish penalise penalize; pupil student; quake earthquake; quantity amount volume; quarrel
    dispute; quota limit; railroad railway train; rain rainfall precipitation downpour; rank place; rate level; rebel
    insurgent; rebuild reconstruct restore; recession slump; region area province; regulation rule; reject oppose;
    remove oust; repair fix; repair restore; replace substitute; reply answer respond; researcher scientist; reserve
    stockpile; restrict constrain; retire pension; revenue turnover sale; reward prize; rich wealthy; riot unrest; risk
    danger threat; river stream; rocket missile; romania romanian; runway airstrip; russia russian; sack dismiss; safe
    secure; salary wage pay; satellite spacecraft; save spare avoid; scientist scholar; scotland scottish; seal close;
    search seek; secret hidden; seize confiscate; sell export; sentence convict; serbia serbian; settle resolve; shake
    tremor; shareholder investor; shares stock; shelter refuge; ship tanker; shoot fire gunman; shooting gunfire;
    shortage deficit; show display; sick ill infect; size area; slide decline; slovakia slovak; slovenia slovenian; slow
    delay; slum shantytown; smelt refine process; smuggle traffic; snow blizzard; soldier troops trooper serviceman;
    somalia somali; source supplier; spain spanish; specialist consultant; speech address; speed velocity; spokesman
    representative; stadium arena; stake shareholding; start open commence; steal theft rob; storey floor; storm gale;
    strategy policy; street road highway motorway; strong powerful; student pupil schoolchild; study survey report;
    submit file; subsidy aid grant; suburb district; succeed follow; sudan sudanese; supplier vendor; supply provide
    deliver; supporter backer advocate; survive outlive; suspect accused; sweden swedish swede; swindle fraud;
    switzerland swiss; syria syrian; taiwan taiwanese; tajikistan tajik; takeover merger; talk negotiate speak; tanzania
    tanzanian; target goal aim; tariff duty; tax duty levy; teach educate; teacher educator; temperature heat; terrorist
    militant; test check sample; testify witness; thailand thai; threaten menace; timber wood; toll casualties; tourist
    visitor; town city; toxic poisonous; transfer hand; transport ship; treaty accord; tremor quake earthquake temblor;
    trial lawsuit; triumph win victory; truce ceasefire; truck lorry; tunisia tunisian; turkey turkish turk; uganda
    ugandan; ukraine ukrainian; unharmed safe; unite merge; university college; unlawful illegal illicit; urge call;
    uruguay uruguayan; use utilize; uzbekistan uzbek; vanish disappear; vehicle truck; venezuela venezuelan; vessel
    boat; veto block; vietnam vietnamese; village town; visit trip; volcano eruption; volunteer helper; wait delay;
    wales welsh; walkout strike; war conflict invasion; warehouse depot; warn caution; wave surge; weapon arms; wildlife
    animal; wind breeze gust; withdraw retreat; woman female; worker labourer laborer; world global worldwide; worry
    fear; worth value; wounded casualty; yearly annual; yemen yemeni
"""


def groups() -> Iterator[list[str]]:
    """The groups of words."""
    return map(str.split, _GROUPS.split(";"))
