"""Yes, no and declining, as people type them in four languages."""

from __future__ import annotations

import pytest

from bot.understanding import answers, yesno
from bot.understanding.types import Slot
from tests.understanding.places import around

SLOT = Slot("consent_marketing", "consent_marketing", "yesno", optional=True)

YES = """
    yes|y|yep|yup|yeah|ya|sure|ok|okay|k|sure why not|why not|of course|absolutely|no problem|fine|sounds good
    no actually yes|actually yes|i mean sure|yes wait
    yes please|yes i do|go ahead|ok thanks|alright|yess|yea sure|please do|i do|we do|that works|👍|well ok|oh sure|1
    sí|si|sí claro|claro|claro que sí|vale|dale|por supuesto|bueno|de acuerdo|está bien|cómo no|simón|sin problema|ok
    ja|ja gerne|jo|klar|na klar|doch|gerne|natürlich|selbstverständlich|ok|in Ordnung|kein Problem|von mir aus|passt|jawohl
    نعم|اي|ايه|أيوه|ايوا|تمام|أكيد|طبعا|اوكي|ماشي|موافق|إن شاء الله|ما عندي مانع|حاضر|اه
    """
NO = """
    no|n|nope|nah|no thanks|no thx just call|not now|not yet|not really|never|no way|i don't|we don't|none|nooo|👎|2
    yes please no wait no|yes i mean no|si espera no|ja quatsch nein
    no thank you|not interested|no i don't want texts|not at all|maybe later
    no gracias|no|nop|para nada|por ahora no|todavía no|claro que no|mejor no|no quiero|ahora no
    nein|nee|nö|nein danke|noch nicht|lieber nicht|auf keinen Fall|gar nicht|ne
    لا|لا شكرا|كلا|أبدا|مو الحين|ليس الآن|ما أبي|لأ
    """
DECLINED = """
    rather not say|skip|prefer not to say|none of your business|not sure|no idea|idk|pass|i'd rather not say
    prefiero no decirlo|no sé|ni idea|saltar
    keine Angabe|weiß nicht|keine Ahnung|möchte ich nicht sagen
    ما أدري|تخطي|مش عارف|لست متأكد
    """
NEITHER = """
    450k|Dani|what is that?|in April|512-555-0143|Round Rock|Calle Mayor 5|morgen um drei|شقة في المارينا
    """


def rows(table: str) -> list[str]:
    return [text.strip() for line in table.strip().splitlines() for text in line.split("|")]


def outcome(text: str) -> object:
    reading = yesno.read(text, SLOT, around())
    if reading is None:
        return None
    return "declined" if reading.refused else reading.value


@pytest.mark.parametrize("text", rows(YES))
def test_a_yes_is_true(text: str) -> None:
    assert outcome(text) is True


@pytest.mark.parametrize("text", rows(NO))
def test_a_no_is_false(text: str) -> None:
    assert outcome(text) is False


@pytest.mark.parametrize("text", rows(DECLINED))
def test_not_knowing_and_not_telling_decline(text: str) -> None:
    assert outcome(text) == "declined"


@pytest.mark.parametrize("text", rows(NEITHER))
def test_anything_else_is_no_answer(text: str) -> None:
    assert outcome(text) is None


def test_a_long_story_is_no_answer() -> None:
    assert outcome("yes " + "and then we went there " * 8) is None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("no problem", "yes"),
        ("no worries", "yes"),
        ("no idea", "unsure"),
        ("not a problem", "yes"),
        ("I don't mind", "yes"),
        ("none of ur business", "refuse"),
        ("kein Problem", "yes"),
        ("kein Plan", "unsure"),
        ("no hay problema", "yes"),
        ("ما عندي مانع", "yes"),
        ("ما عندي", "no"),
        ("", ""),
        ("🏠", ""),
    ],
)
def test_the_longer_phrase_tells(text: str, stance: str) -> None:
    assert answers.stance(text) == stance


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("los talones sí, lo del banco todavía no", False),
        ("alles da", True),
        ("todo listo", True),
        ("va", True),
        ("كله جاهز", True),
    ],
)
def test_papers_at_hand_are_a_yes_and_half_of_them_a_no(text: str, *, expected: bool) -> None:
    reading = yesno.read(text, SLOT, around())
    assert reading is not None
    assert reading.value is expected
