"""A yes or a no that is hedged, or comes behind something else."""

from __future__ import annotations

from typing import Final

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

TURNED_ROUND: Final = """
    wait|actually
    i mean
    scratch that
    on second thought|thoughts
    espera|espere
    mejor dicho
    digo
    quiero decir
    moment|warte|quatsch
    ich meine
    قصدي|اقصد|أقصد|لحظه|لحظة
"""
