"""The direction of a change: what the sign and the words beside a number say."""

import pytest

from tests.quantity.test_forms import UNITS
from tests.quantity.test_whole import marked
from tui.languages.language import language_of
from tui.printed.whole import read_printed
from tui.quantity.quantity import QuantityError, value_of

PERCENT = UNITS.by_id["%"]


def change(text: str, tag: str = "en") -> str:
    """The modifier, value and interval of a change, as text."""
    whole, span = marked(text)
    printed = read_printed(whole, span, UNITS, PERCENT, language_of(tag), changes=True)
    modifier, words = printed.hedge or ("=", None)
    value = value_of(printed.quantity, modifier, PERCENT, hedge=words)
    if value.value is None:
        return f"{value.interval.low} to {value.interval.high}"
    return f"{value.modifier} {value.value}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Output rose by ‹4.5 percent› in June.", "= 4.5"),
        ("Output fell by ‹4.5 percent› in June.", "= -4.5"),
        ("Output fell ‹4.5 percent›.", "= -4.5"),
        ("Output was down ‹4.5%› in June.", "= -4.5"),
        ("Output was ‹4.5%› lower.", "= -4.5"),
        ("a ‹4.5 percent› drop", "= -4.5"),
        ("a ‹4.5 percent› annual decline", "= -4.5"),
        ("a decline of ‹4.5 percent›", "= -4.5"),
        ("Output fell in June 2024 by ‹4.5 percent›.", "= -4.5"),
        ("Output fell after a ‹4.5 percent› rise.", "= 4.5"),
        ("As wages fell, prices were up ‹4.5 percent›.", "= 4.5"),
        ("Growth of ‹-4.5%› is seen.", "= -4.5"),
        ("The change was ‹-4.5%›.", "= -4.5"),
        ("The change was ‹+4.5%›.", "= 4.5"),
        ("Output fell by more than ‹4.5 percent›.", "< -4.5"),
        ("Output fell by at least ‹4.5 percent›.", "≤ -4.5"),
        ("Output rose by more than ‹4.5 percent›.", "> 4.5"),
        ("Output fell up to ‹4.5 percent›.", "≥ -4.5"),
        ("Output fell ‹4 to 5 percent›.", "-5 to -4"),
        ("The drop was ‹-4%›.", "= -4"),
        ("Output sank by ‹a third›.", "= -33.33333333333333333333333333"),
    ],
)
def test_the_words_or_the_sign_give_the_direction(text: str, said: str) -> None:
    assert change(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "The share was ‹4.5 percent›.",
        "Output fell to ‹4.5 percent›.",
        "Output rose from ‹4.5 percent› to 5.",
        "Output closed 3 percent lower at ‹4.5 percent›.",
        "Output fell in ‹4.5 percent› of the towns.",
        "Output did not fall by ‹4.5 percent›.",
        "Output failed to rise by ‹4.5 percent›.",
        "Output rose ‹-4.5%›.",
        "Output fell 3 percent and prices ‹4.5 percent›.",
        "It is made up more than ‹4.5 percent› of sand.",
        "They took up ‹4.5 percent› of it.",
        "Output fell. The rate was ‹4.5 percent›.",
        "More than ‹4.5 percent› came.",
    ],
)
def test_a_change_without_a_direction_is_refused(text: str) -> None:
    with pytest.raises(QuantityError):
        change(text)


def test_in_another_language_its_words_or_the_sign_give_it() -> None:
    assert change("Die Veränderung war ‹-4,5 %›.", "de") == "= -4.5"
    assert change("Der Umsatz fiel um ‹4,5 %›.", "de") == "= -4.5"
    assert change("Die Einnahmen wuchsen 2024 um ‹3,4 Prozent›.", "de") == "= 3.4"
    assert change("Die Einnahmen stiegen um ‹3,4 Prozent› auf 6 Millionen.", "de") == "= 3.4"
    assert change("Los ingresos crecieron en 2024 un ‹3,4 %›.", "es") == "= 3.4"
    assert change("una crescita del ‹41,9 per cento›", "it") == "= 41.9"
    assert change("una crescita delle esportazioni su base annua del ‹41,9 per cento›", "it") == "= 41.9"
    assert change("un calo dell’occupazione del ‹2 per cento›", "it") == "= -2"
    assert change("une baisse des ventes sur un an de ‹2 %›", "fr") == "= -2"
    assert change("un aumento interanual del ‹2 %›", "es") == "= 2"
    with pytest.raises(QuantityError):
        change("Der Umsatz fiel auf ‹4,5 %›.", "de")
    with pytest.raises(QuantityError):
        change("La riduzione dei costi ha portato un utile del ‹4,5 %›.", "it")
