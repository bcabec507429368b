"""Words for what one person is, and other words before the name of somebody: president, Mrs, gobernadora."""

from functools import cache

from tui.items.name_kinds import stem

OFFICES = frozenset(
    """
    president minister ministers secretary chancellor governor mayor senator congressman congresswoman ambassador envoy
    king queen prince princess emperor pope bishop archbishop cardinal rabbi imam sheikh sir dame mr mrs ms miss dr
    doctor
    prof professor judge captain colonel major lieutenant sergeant admiral commander chairman chairwoman director
    manager
    engineer analyst economist spokesman spokeswoman spokesperson lawyer attorney detective inspector coach reporter
    journalist author founder co-founder ceo cfo rector commissioner undersecretary reverend pastor sheriff treasurer
    magistrate collector appraiser supervisor superintendent clerk auditor prosecutor coroner constable brigadier
    marshal registrar solicitor consul speaker mp mep spokesperson advisor adviser strategist
    präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin ministerin sprecher sprecherin
    professorin chef chefin vorstandschef vorstandschefin direktor direktorin bürgermeister bürgermeisterin
    geschäftsführer geschäftsführerin präfekt präfektin staatssekretär staatssekretärin
    président présidente ministre directeur directrice maire professeur docteur monsieur madame mme
    roi reine sénateur sénatrice senador senadora révérend abbé empereur impératrice évêque avocat avocate
    procurador procuradora minister-president porte-parole préfet préfète juge procureur procureure député députée
    entraîneur jefe jefa responsable fundador vicepresidente vicepresidenta consejero consejera concejal edil
    portavoz coordinador coordinadora juez jueza magistrado magistrada
    fiscal comisario comisaria entrenador assessore procuratore giudice allenatore segretario segretaria consigliere
    secretário secretária vereador vereadora juiz juíza treinador diretor diretora
    presidente presidenta ministro ministra directora alcalde alcaldesa profesor profesora señor señora
    doctora rey reina gobernador gobernadora obispo arzobispo abogado abogada diputado diputada periodista
    papa vescovo arcivescovo avvocato ingegnere onorevole professore professoressa dottore dottoressa sindaco deputato
    direttrice amministratore capo amministratrice cheffe gerente analista woordvoerder woordvoerster burgemeester
    wethouder bispo arcebispo advogado advogada deputado deputada prefeito prefeita governador governadora jornalista
    президент министр директор мэр глава профессор генерал премьер канцлер губернатор пресс-секретарь председатель
    гендиректор вице-премьер премьер-министр
    """.split()
)
"""What one person is."""

TITLES = OFFICES | frozenset(
    """
    vice prime general premier representative lord lady justice chief executive officer chair acting deputy former
    head leader administrator partner counsel host nominee champion herr frau m première général père congreslid
    kandidaat
    """.split()
)
"""Words before a person's name that are not part of it, in lower case."""


def is_title(word: str) -> bool:
    """Whether a word is what somebody is called by office: President, Vice-President."""
    folded = word.strip(".,").casefold()
    return folded in TITLES or all(part in TITLES or is_office(part) for part in folded.split("-"))


def is_office(word: str) -> bool:
    """Whether a word is what one person is, in any case of its declension: president, gobernadora, президента."""
    return any(part in OFFICES or part in _office_stems() for part in (word.casefold(), stem(word.casefold(), "ru")))


@cache
def _office_stems() -> frozenset[str]:
    return frozenset(stem(word, "ru") for word in OFFICES if word > "а")
