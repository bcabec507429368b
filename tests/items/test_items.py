"""What the items of a text are, and that none is lost."""

import pytest

from tui.items.items import items_of
from tui.languages.language import language_of
from tui.quantity.builtin import builtin_ids, builtin_units
from tui.quantity.unit import Units


@pytest.mark.parametrize(
    ("tag", "text", "items"),
    [
        ("de", "im Finanzjahr 2018 rund 5", [("date", "2018"), ("quantity", "5")]),
        ("de", "des Rekordsommers 2019 mit", [("date", "2019")]),
        ("nl", "in S1 2012 een", [("identifier", "S1"), ("date", "2012")]),
        ("uk", "у 2023 році було", [("date", "2023")]),
        ("en", "the 1900-plus homes", [("quantity", "1900")]),
        ("nl", "omzet 1.068.473 1.048.152", [("quantity", "1.068.473"), ("quantity", "1.048.152")]),
        ("en", "a BMI of 30 kg/m2", [("quantity", "30 kg/m2")]),
        ("ru", "с периодом 2016 года на 2% и", [("date", "2016"), ("quantity", "2%")]),
        ("uk", "6,0 тис. грн.\n– 917 тис. грн", [("quantity", "6,0 тис. грн."), ("quantity", "917 тис. грн")]),
        ("pt", "com 3 quartos", [("quantity", "3")]),
        ("en", "fined Rs. 2000 on 9.2.1973", [("quantity", "2000"), ("date", "9.2.1973")]),
        ("fr", "IC 95 % [0,67 ; 0,91]", [("quantity", "95 %"), ("quantity", "0,67"), ("quantity", "0,91")]),
        ("it", "notte, 8° C", [("quantity", "8")]),
        ("de", "§ 28 Abs. 4 Satz 3", [("identifier", "§ 28"), ("citation", "Abs. 4"), ("citation", "Satz 3")]),
        ("en", "$5m in 2020 to $8m", [("quantity", "$5m"), ("date", "2020"), ("quantity", "$8m")]),
        ("fr", "46 milliards l’an dernier", [("quantity", "46 milliards")]),
        ("en", "paid CHF 4 million and KSh 3.2bn", [("quantity", "CHF 4 million"), ("quantity", "KSh 3.2bn")]),
    ],
)
def test_numbers_and_dates_are_whole(tag: str, text: str, items: list[tuple[str, str]]) -> None:
    units = Units(builtin_units(builtin_ids(), {"en", tag}))
    found = items_of(text, units, language_of(tag))
    assert [(each.kind, text[slice(*each.span)]) for each in found] == items


def test_a_row_of_a_table_does_not_give_its_rate_to_the_one_above() -> None:
    units = Units(builtin_units(["EUR"], ["de"]))
    above, below = items_of("Umsatz 1.048 Euro\nGewinn je Aktie 0,40 Euro", units, language_of("de"))
    assert above.quantity and above.quantity.per is None
    assert below.quantity
