"""How people take back, in the middle of a text, what they have just said.

The readers of every kind of answer build upon these tables and add only what is safe in their own
place. One phrase to a line, without signs, so that each sort of phrase table can hold them.
"""

from __future__ import annotations

from typing import Final

# What stands before one of these counts for nothing, even if what follows cannot be read.
TAKES_BACK: Final = """
    no wait
    wait no
    wait actually
    wait sorry
    actually no
    actually not
    actually wait
    scratch that
    on second thought
    on second thoughts
    no espera
    no espere
    no mejor
    no bueno
    no digo
    espera no
    espera mejor
    espere no
    espere mejor
    bueno no
    bueno mejor
    o sea no
    mejor dicho
    nein warte
    nein doch
    nein moment
    ne warte
    ne doch
    nee warte
    nee doch
    ach ne
    ach nee
    ach nein
    also nein
    moment nein
    quatsch
    لا لحظة
    لا استنى
    """

# What follows one of these is said anew, and replaces what was said before if it can be read.
SAYS_ANEW: Final = """
    no actually
    no perdón
    no perdona
    no perdone
    لا عفوا
    i mean
    i meant
    or rather
    quiero decir
    quise decir
    digo
    ich meine
    ich meinte
    besser gesagt
    vielmehr
    قصدي
    أقصد
    بالأحرى
    بل
    """

# Between two numbers to call, or two addresses, these words say enough by themselves.
REGRETS: Final = """
    sorry
    oops
    correction
    actually
    wait
    rather
    perdón
    quise
    corrijo
    mejor
    moment
    halt
    falsch
    korrektur
    meinte
    nein
    عفوا
    آسف
    لا
    غلط
    """
