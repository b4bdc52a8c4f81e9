"""How a "no" begins that takes back what was said before, and what says that something is wrong."""

from __future__ import annotations

from typing import Final

NOES: Final = frozenset("no nope nah nop noo nono nein nee ne لا".split())

# Behind a "no" without a pause, one of these goes on with something else than the question.
OPENS: Final = frozenset(
    "no wait it its thats that i my actually make sorry oops "
    "espera es son eran mi dije quise perdon perdón perdona "
    "warte es das sind ich mein meine doch lieber eher sondern stopp "
    "مو مش قصدي رقمي".split()
)

# Behind a "no", one of these says that the question is answered and more follows.
GOES_ON: Final = frozenset(
    "and but also plus thanks thank thx ty "
    "y pero además ademas gracias "
    "und aber auch danke "
    "و بس شكرا".split()
)

WRONG: Final = {
    "wrong": """
        wrong|incorrect|mistaken|mistake
        not right|correct|true
        isnt right|correct|true
        equivocado|equivocada|incorrecto|incorrecta|mal
        no es correcto|correcta|cierto
        falsch|verkehrt
        stimmt nicht
        nicht richtig
        غلط|خطا|خطأ
        """,
}

# Between the new value and the old one: "460 not 450".
NOT_BUT: Final = frozenset("not no nicht statt مو مش ليس".split())
