"""A yes or a no that is hedged, or comes behind something else."""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon.second_thoughts import SAYS_ANEW, TAKES_BACK

# One part of what was asked is there and another is not: all told, no.
PARTLY: Final = """
    ich|wir glaube|denke|glauben|denken nicht|eher
    ^ glaube|denke|glaub|denk nicht|eher|kaum
    ^ wahrscheinlich|vermutlich|wohl nicht|kaum
    ^ لا|ما اظن|أظن|اعتقد|أعتقد|احسب
    todavía|aún|aun no $
    todavia no $
    noch nicht|keine $
    not yet $
    لسه|لسا|ليس|مش|مو|مب بعد? $
"""
# The yes that comes behind something else: "… if you need it, and yes got the papers".
YES_LATE: Final = """
    ^ i|we think|guess|believe|suppose|reckon so|yes|yeah
    ^ think|guess|believe|suppose|hope|reckon so $
    ^ probably|likely|presumably|i|we|most guess|suppose|likely? $
    ^ creo|supongo|pienso|diría|imagino que sí|si
    ^ probablemente|seguramente $
    ^ ich|wir glaube|denke|glauben|denken|vermute|nehme schon|ja|an
    ^ glaube|denke|glaub|denk schon|ja
    ^ wahrscheinlich|vermutlich|wohl schon|ja? $
    ^ اظن|أظن|اعتقد|أعتقد|احسب|أتوقع نعم|ايه|ايوه|كذا
    and yes|yeah|yep got|have|i|we|its|theyre|all|they
    and yes|yeah|yep $
"""

# What takes a yes half back: "yes, but not all of them", "yes, but only by email".
HALVED: Final = """
    but|though|except .. no|not|none|dont|never|without|only|just|by|via
    only|just by|via|per|through|with|email|mail|phone|calls
    email|mail|phone|call|calls only
    pero|aunque .. no|ninguno|ninguna|todavía|todavia|aún|sin|solo|por
    solo por|correo|email|teléfono|llamadas
    aber .. nicht|kein|keine|keinen|nur|per|ohne
    nur per|email|telefonisch
    بس|لكن مو|مش|ليس|لسه|لسا|بدون
"""

# In a text that chooses an option.
THOUGHT_AGAIN: Final = {"takes_back": TAKES_BACK, "says_anew": SAYS_ANEW}

# In one that answers with yes or no, which may also be the last word of these.
TURNED_ROUND: Final = {
    "takes_back": TAKES_BACK,
    "says_anew": f"""{SAYS_ANEW}
    wait|actually
    espera|espere
    moment|warte
    لحظة
    """,
    "answers": """
    sorry|oops yes|yeah|yep|no|nope
    perdón|perdona|perdone sí|si|no
    sorry|ach ja|doch|nein
    عفوا|آسف نعم|ايه|لا
    """,
}

# Behind a "no", a yes that begins with one of these contradicts it; "no, that's fine" does not.
SPEAKS_OF_SELF: Final = frozenset(
    "i we ive weve yes tengo tenemos sí ich wir habe haben عندي".split()
)
