"""Codes: digits that measure nothing."""

import pytest

from tests.pattern_growth import samples
from tui.items.codes import _LIST_NUMBER, _MAIL, _RULES, codes_in
from tui.text.sorted_spans import Disjoint
from tui.text.span import Span
from tui.text.structure import ADDRESS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 Main Street and 12 rue de la Paix", ["5 Main Street", "12 rue de la Paix"]),
        ("10 Uhr, 9:30 a.m. and 1400 GMT", ["10 Uhr", "9:30 a.m.", "1400 GMT"]),
        ("flight QZ8501, Boeing 747, 日本F16, 5G", ["QZ8501", "Boeing 747", "F16", "5G"]),
        ("write to a@b.org or @moss, call +49 30 1234567", ["a@b.org", "@moss", "call +49 30 1234567"]),
        ("1. see p. 5 [12], (Moss 2020) and Moss et al. (2021)", ["1.", "p. 5", "[12]", "(Moss 2020)", " (2021)"]),
        ("it grew by 5 tons in 2020.", []),
        ("2.1 Mining\n\n2.1. the mine\n\n3.8 million tons\n\n5.5 GW\n\n1.5 Million\n\n2.5 लाख टन", ["2.1", "2.1."]),
        ("they paid N45 billion on N45", ["N45"]),
        ("from 192.168.1.10 with 1.2.3, 1.068.473 tons and 1.048.152.300 m", ["192.168.1.10", "1.2.3"]),
        ("R113 764 million and 30 kg/m2 on R113", ["R113"]),
    ],
)
def test_codes_are_found(text: str, expected: list[str]) -> None:
    assert [text[code.span.start : code.span.end] for code in codes_in(text)] == expected


@pytest.mark.slow
def test_a_code_is_found_wherever_it_begins() -> None:
    rules = [("address", ADDRESS), ("address", _MAIL), *((kind, rule) for kind, _, rule in _RULES)]
    rules.append(("list number", _LIST_NUMBER))
    text = "; 7\n".join(sample for _, rule in rules for sample in sorted(samples(rule)))
    # The number of a section needs a title, which no sample has.
    text += "\n2.1 Mining"
    taken = Disjoint()
    found = [
        (span, kind) for kind, rule in rules for match in rule.finditer(text) if taken.add(span := Span(*match.span()))
    ]
    assert {kind for _, kind in found} == {kind for kind, _ in rules}
    assert codes_in(text) == sorted(found)
