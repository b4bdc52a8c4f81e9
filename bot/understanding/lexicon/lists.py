"""Words of messages that tell many things at once, in four languages."""

from __future__ import annotations

from typing import Final

# What may stand between values that are told as a list, and says nothing by itself.
BETWEEN: Final = """
a an the and but so in at for to of on with plus and around about approx roughly up under max least i we im my our me us
want wants need would like love looking look searching buy buying buyers house home place condo please pls thanks
hi hello hey yes yeah sure ok is budget price area number call text phone tel cell mobile email mail
un una el la los las en de por para con y pero hasta unos unas sobre quiero queremos busco buscamos necesito necesitamos
comprar casa piso departamento mi nuestro es hola gracias favor sí vale presupuesto teléfono móvil celular correo número
in für bis um mit und aber ca etwa circa suche suchen wir ich möchte möchten brauche brauchen kaufen haus wohnung ein
eine einen mein meine unser ist hallo bitte danke ja budget preis telefon handy nummer
في من الى و ابي اريد بيت شقة رقمي
"""

# An amount behind one of these is what somebody has.
OWNED: Final = "have got has tengo tenemos habe haben عندي معي"

# Beside one of these a value is denied.
NOTHING: Final = "nothing none nada ninguno ninguna nichts keiner nein شيء"

# Seeing a home, as a wish when a day or a time stands beside it.
VISITS: Final = """
    tour|viewing|showing|walkthrough
    see|view|tour|visit it|one|something|some|them|this|that
    see|view|tour|visit the|a|some|your house|houses|home|homes|place|places|flat|apartment|property|condo
    visita|recorrido
    ver|visitar una|la|un|el|alguna|algún|algunas|algunos|casa|casas|piso|pisos
    verla|verlo|visitarla|visitarlo
    besichtigung|besichtigungstermin|besichtigen
    معاينه|معاينة
    """

# Beside these it is no wish: it was, it is somebody else's, or something comes after it.
NO_VISITS: Final = """
    had|have|has|got|did|was|were|been|already|since|cancel|cancelled|canceled|missed|toured|booked|scheduled
    after|before|until the|a|an|our|my? tour|viewing|showing|walkthrough
    another|other|their|his|her|if|unless
    me|nos|te|le|les visita
    tuve|tuvimos|tengo|tenemos|tenía|teníamos|hice|hicimos|ya|cancelar|después|antes|si|otra|otro
    hatte|hatten|habe|haben|war|waren|schon|nach|vor|absagen|wenn|falls|andere|anderen
    عندي|عندنا|كان|بعد|قبل|اذا
    """
