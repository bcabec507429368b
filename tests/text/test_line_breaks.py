"""Where a line may break: by Unicode's rules, and in scripts without spaces at least never inside a syllable."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.line_breaks import clusters, unbreakable

tricky = st.text(st.sampled_from("ab. 3-–—/()。、「」湖ー«»“”\u00a0\u00ad\u202f\u2060\u200b\u0301\ud800ไทยะចក្ខ"))


@pytest.mark.parametrize(
    "parts",
    [
        "The |lake |(dry) |is, |he |said, |“3.5 |%”",
        "rare-|earth |3–|4 |now|—|here |−5 |-5 |and/|or |2024-05-06 |well‑known",
        "5\u202f000 |t\u00a0of |a\u2060-\u2060b",
        "Il |dit |« oui », |« non » ! |Et |«\u202fpeut-|être\u202f»",
        "Er |sagt |»ja« |und |„nein“",
        "塩|の|湖|は|「広|い」。|そ|し|て、|キャッ|チャー|ズ|（二）|ab。|は",
        "俄|罗|斯|的|储|量|（2025|年）|达|到：|很|多！",
        "한|국|은, |크|다",
        "self\u00adless",
        "a\u200b|b",
        "مرحبا، |كيف |(حالك)؟",
        "แร่หา|ยาก |ในประ|เทศ|ไทย |ต่างๆ |กัน",
        # Neither ชาติ nor a cluster such as กล is divided; น้ำ, ที่ and มี begin or end a syllable.
        "นายกรัฐมนตรีกล่าวว่าสถานการณ์น้ำ|ท่วมมี|นาคม|แห่งชาติ",
        "ที่|นี่|ภา|ษา|อังกฤษมี|สี|ดำ",
        "ປະ|ເທດລາວ |ມີ|ແຮ່",
        "မြန်|မာ|နိုင်|ငံ",
        "ប្រទេស\u200b|កម្ពុជា",
        "👩\u200d👩\u200d👧|👍🏽|☺\ufe0f |x",
    ],
)
def test_parts(parts: str) -> None:
    assert list(unbreakable(parts.replace("|", ""))) == parts.split("|")


@pytest.mark.parametrize(
    "characters",
    ["e\u0301|a", "ប្រ|ទេ|ស", "क्षि|य", "เข้า|ไป", "ເຂົ້າ", "👩\u200d👩\u200d👧|👍🏽", "န္တာ", "ทำๆ"],
)
def test_characters(characters: str) -> None:
    assert list(clusters(characters.replace("|", ""))) == characters.split("|")


@given(tricky | st.text(max_size=40))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(unbreakable(text)) == text
    assert "".join(clusters(text)) == text


@given(tricky)
def test_no_part_begins_with_what_belongs_to_the_one_before(text: str) -> None:
    for before, part in pairwise(unbreakable(text)):
        assert part[0] not in "\u00a0\u202f\u2060"
        assert part[0] not in "。、」)\u0301" or before[-1] in "\u200b "
        assert before[-1] not in "\u00a0\u00ad\u202f\u2060"
