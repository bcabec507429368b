"""Words that belong to a number beside it, in many languages: scale words, currencies, units.

lode does not read these. It has to know them, so that a number is never taken without them: the 44 of "44 Millionen".
"""

from tui.quantity.spellings import all_spellings

SCALE_WORDS = frozenset(
    all_spellings(
        """
    hundreds thousands dozens cr bil mill tril grand lakh lakhs lac lacs crore crores kharab myriad myriads gross
    zillion zillions gazillion quadrillion quadrillions quintillion quintillions sextillion sextillions septillion
    octillion nonillion decillion hundert tausend tsd million millionen mio milliarde milliarden mrd billion
    billionen billiarde billiarden dutzend cent cents mille millier milliers millions milliard milliards md mds
    billions centaine centaines douzaine douzaines dizaine dizaines vingtaine trentaine cinquantaine mil millar
    millares millón millon millones millardo millardos billón billon billones trillón cientos decenas docenas cento
    mila migliaia milione milioni miliardo miliardi mln mld bilione bilioni centinaia decine milhar milhares milhão
    milhao milhões milhoes mi bi bilhão bilhões biliao bilião biliões trilhão trilhões centenas duizend miljoen
    miljoenen miljard miljarden biljoen biljoenen honderd тысяча тысячи тысяч тысячам тысячами тысячах тыс миллион
    миллиона миллионов миллионам миллионами миллионах млн миллиард миллиарда миллиардов миллиардам миллиардами
    миллиардах млрд триллион триллиона триллионов трлн сотня сотни сотен десяток десятка десятков тисяча тисячі
    тисяч тисячам тисячами тисячах тис мільйон мільйона мільйони мільйонів мільйонам мільйонами мільярд мільярда
    мільярди мільярдів мільярдам трильйон трильйона трильйони трильйонів сотні сотень десятки десятків хиляда хиляди
    хил милион милиона милиони милиард милиарда милиарди milijuna milijun milijarda milijardi hiljada tisuća tisuca
    bin tri tys tysiąc tysiące tysięcy milion miliony milionów miliona miliard miliardy miliardów miliarda bilion
    biliony tis tisíc tisíce tisíců tisic milióny miliónov milionu milionů miliardu miliardů tusen tusind miljon
    miljoner milj miljarder millioner milliarder mia mn tuhat tuhatta miljoona miljoonaa miljardi miljardia ezer
    millió milliárd mii milioane miliarde milyon milyar trilyon ribu juta miliar triliun jt nghìn ngàn triệu tỷ tỉ
    elfu milioni bilioni χιλιάδα χιλιάδες χιλ εκατομμύριο εκατομμύρια εκατ δισεκατομμύριο δισεκατομμύρια δισ
    τρισεκατομμύρια हज़ार हजार लाख करोड़ करोड अरब खरब सौ হাজার লাখ লক্ষ কোটি ہزار لاکھ کروڑ ارب ألف آلاف الف ألفا
    مئة مئات مائة مليون مليونا ملايين مليار مليارات مليارا تريليون تريليونات ترليون هزار میلیون میلیارد تریلیون אלף
    אלפים אלפי מיליון מיליוני מיליארד מיליארדי טריליון מאה מאות พัน หมื่น แสน ล้าน
    googol googols сот
    """.split()
    )
)
"""Words that multiply the number before them."""

SHORT_SCALE_WORDS = frozenset("cr mil mi bi bil md mds mia mn jt tri tril mill tis hil".split())
"""Those that are also the beginning or the capitals of other words (bi-weekly, 12 MDs)."""

SCALE_CHARACTERS = "十百千万萬亿億兆京垓만억조천백십拾佰仟割成분할"
"""Characters that multiply the number before them, and touch it."""

CURRENCY_CODES = frozenset(
    """
    AED AFN AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK
    HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RMB
    RON RSD RUB RUR RWF SAR SBD SCR SDG SEK SGD SHP SLE SRD SSP STN SVC SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH
    UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL
    """.split()
)

CURRENCY_ABBREVIATIONS = frozenset(
    "Rs Rs. Rp Re Tk RM Fr Fr. SFr Sfr Kč Ksh KSh USh TSh Shs Bs Rbl DM kr kr. Kr Kr. zł lei lv Ft MDP MDD mdd".split()
)
"""How currencies are abbreviated in Latin letters, beside their codes."""

CURRENCY_SIGNS = "$¢£¤¥֏؋৲৳৻૱௹฿៛₠-⃀﷼﹩＄￠￡￥￦"
"""All characters that Unicode calls currency signs, as a set in a pattern."""

DOLLAR_COUNTRIES = frozenset(
    (
        "Canadian|Australian|Singapore|Singaporean|Hong Kong|New Zealand|Taiwan|Taiwanese|Jamaican|Namibian|Liberian"
        "|Zimbabwean|Cdn|CDN|CAN|AUS|AU|NZ|HK|Mexican|Argentine|Chilean|Colombian|Bahamian|Barbadian|Fijian|Brunei|Aussie"
    ).split("|")
)
"""Whose dollars or pesos are meant, after an amount: $5 million Canadian."""

CURRENCY_WORDS = frozenset(
    all_spellings(
        """
    dollar dollars euro euros pound pounds sterling yen yuan renminbi rupee rupees ruble rubles rouble roubles franc
    francs peso pesos reais rand dirham dirhams dinar dinars riyal riyals rial rials lira liras krona kronor krone
    kroner zloty zlotys forint forints hryvnia hryvnias shekel shekels baht ringgit rupiah naira cedi cedis shilling
    shillings taka kwacha tenge lev leva leu lei birr dong pence penny pennies cent cents bitcoin bitcoins guilder
    guilders deutschmark deutschmarks koruna korunas bolivar bolivars afghani afghanis manat manats kyat kyats
    peseta pesetas drachma drachmas soles tugrik tugriks pula quid Dollar Dollars Euro Euros Pfund Rubel Rubeln
    Franken Yen Yuan Kronen dólar dólares libras rublos francos dollari sterline rubli franchi dollars livres
    roubles dólares reais rublo доллар доллара долларов евро рубль рубля рублей руб фунтов юаней долар долара
    доларів гривня гривні гривень грн डॉलर रुपये रुपया रुपए पाउंड यूरो येन युआन रूबल
    دولار دولارا دولارات يورو ريال ريالات روبل جنيه جنيها جنيهات ليرة درهم دراهم دينار دنانير يوان فرنك روبية روبيات ين
    卢布 盧布 卢比 盧比 法郎 克朗 里拉 兹罗提 ルーブル ルピー フラン クローナ クローネ リラ फ्रैंक लीरा
    """.split()
    )
)

UNIT_WORDS = frozenset(
    all_spellings(
        """
    mbd bopd kbopd kboe mboe mmboe koz moz dmt wmt
    ton tons tonne tonnes tonner kiloton kilotons kilotonne kilotonnes megaton megatons megatonne megatonnes gram
    grams gramme grammes kilogram kilograms kilogramme kilogrammes kilo kilos kg mg mt kt gt milligram milligrams
    microgram micrograms pound pounds lb lbs ounce ounces oz stone hundredweight carat carats quintal quintals metre
    metres meter meters km cm mm nm kilometre kilometres kilometer kilometers centimetre centimetres centimeter
    centimeters millimetre millimetres millimeter millimeters micron microns nanometre nanometres nanometer
    nanometers mile miles yard yards foot feet ft inch inches fathom fathoms furlong furlongs league leagues hectare
    hectares ha acre acres sqm sqft square cubic litre litres liter liters millilitre millilitres milliliter
    milliliters gallon gallons pint pints quart quarts barrel barrels bbl bbls bushel bushels boe toe bcm mcm watt
    watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts terawatt terawatts kw mw gw tw kwh mwh gwh twh
    kilowatt-hour kilowatt-hours megawatt-hours joule joules kilojoule kilojoules megajoule megajoules gigajoules
    btu calorie calories kilocalorie kilocalories horsepower volt volts ampere amperes amps ohm ohms hertz kilohertz
    megahertz gigahertz newton newtons pascal pascals decibel decibels lumen lumens becquerel becquerels sievert
    sieverts byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte terabytes bit bits second
    seconds minute minutes hour hours day days week weeks fortnight fortnights month months year years decade
    decades century centuries mph kph km/h knot knots degree degrees celsius fahrenheit kelvin ppm ppb time times
    fold won real mark marks crown crowns sol dram drams ETH short long metric nautical troy sq square cubic tola
    tolas catty catties TEU teu hrs hr mins min secs sec l light-year light-years g point points percentile
    percentiles p.p buck bucks tonnen tonnes toneladas tonelada tonnellate tonnellata ton toneladas kilogramm gramm
    kilometer meter zentimeter stunden tage wochen monate jahre hektar liter kilomètres kilomètre mètres mètre
    heures jours kilómetros metros chilometri metri litri ettari horas días тонн тонны тонна тонну килограммов
    килограмм километров метров литров часов лет кілограмів кілометрів метрів टन किलो किलोग्राम मीटर किलोमीटर
    फुट फीट इंच साल वर्ष महीने दिन
    mega giga tera zentner metrische metrischen métriques métricas metriche
    cu mol mmol nmol pmol µmol μmol mmhg iu meq ng pg dl gbit mbit kbit gbps mbps kbps
    gulden schilling schillinge schillingen lire marchi marcos escudo escudos cruzeiro cruzeiros florin florins florines
    roebel roebels ponden roepies rupien lires yens yenes ienes марок марки марка тенге лир вон рупий рупии злотых
    злотих гульденов миль милях милям милями футов футах футам дюймов дюймах ярдов ярдах верст вёрст версты верстах
    миля милі футів фути фунтів дюймів кв куб квадратных квадратные квадратного кубических кубические квадратних
    квадратні кубічних кубометров кубометрів vierkante kubieke वर्ग घन
    घंटे मिनट डिग्री किमी एकड़ हेक्टेयर लीटर बैरल क्विंटल طن طنا
    أطنان كيلومتر كيلومترات متر أمتار كيلوغرام قدم أقدام بوصة بوصات رطل أرطال ميل أميال درجة
    درجات عام عاما أعوام سنة سنوات يوم أيام شهر أشهر ساعة ساعات دقيقة دقائق لتر برميل هكتار فدان
    """.split()
    )
)
"""Names of units, and currencies that are also other words. A number that needs a unit is not taken without them."""

UNIT_SYMBOLS = frozenset(
    """
    m² m2 m³ m3
    cu sq mmol nmol pmol µmol μmol mmHg
    km km² km2 kg kt mg μg MW kW GW TW kWh MWh GWh TWh ha hectares cm mm nm ft lb lbs oz bbl bcm ppm ppb kPa MPa
    """.split()
)
"""Units that are never the things that a count is of."""

UNIT_CHARACTERS = "吨噸トンキロ公斤斤克米里升桶年月日時時间分秒度元円圆角톤원킬년월일시도"
"""Characters with which units begin that touch their number."""
