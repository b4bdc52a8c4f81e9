"""Words that streets are named with, in the languages of our markets."""

from __future__ import annotations

from typing import Final

from bot.understanding.normalise import plain

_AFTER = """
street st avenue ave av road rd drive dr lane ln boulevard blvd court ct circle cir place pl terrace ter trail trl
way parkway pkwy highway hwy loop cove cv square sq crescent cres close row mews gardens grove hill walk pass path bend
run broadway main ridge view crossing xing trace plaza alley park point pt rise mount green croft drove garth wynd yard
straße strasse str allee weg platz gasse ring damm ufer chaussee promenade steig stieg zeile
building bldg tower apartments residences
"""
_BEFORE = """
calle c avenida av avda paseo pso plaza pza pl camino cno carretera ctra ronda travesía travesia callejón callejon
glorieta pasaje privada priv cerrada calzada calz prolongación boulevard bulevar blvd andador retorno circuito
via rua rue
شارع طريق بناية بنايه برج فيلا عمارة
am im an der auf dem unter den
"""
AFTER: Final = frozenset(plain(word) for word in _AFTER.split())
BEFORE: Final = frozenset(plain(word) for word in _BEFORE.split())
# German streets grow together: Kastanienallee, Hauptstr.
GROWN_TOGETHER: Final = (
    "strasse",
    "straße",
    "str",
    "allee",
    "weg",
    "platz",
    "gasse",
    "damm",
    "ufer",
    "ring",
    "chaussee",
    "promenade",
    "steig",
    "zeile",
    "graben",
    "markt",
    "berg",
)
CAPITALS: Final = frozenset(
    "ne nw se sw n s e w tx ok nm ca hi fl us usa uk nsw fm rm ii iii iv".split()
)
SMALL: Final = frozenset(
    "de des del la el las los y of the and am im an der den dem zum zur van von".split()
)
UNITS: Final = frozenset(
    "apt unit suite ste apartment flat piso puerta depto departamento wohnung etage no num numero nr".split()
)
LEADS: Final = """
    its|it is at|on|in?
    its|it at|on
    its
    zip|zipcode|postcode|plz code? is|ist
    zip|zipcode|postcode|plz|cp
    the? address is|would
    address
    my|our address|house|home|place|property|condo is at|on|in?
    the|my|our house|home|property|place|condo at|on
    the? house|home|property|place is at|on|in?
    i|we live at|on|in
    live at|on
    located at|on
    at|on
    i|we own
    own
    for
    hi|hello|hey|sure|ok|okay|yes
    es|está|esta en|la|el
    la dirección|direccion es
    dirección|direccion
    mi|la|nuestra casa|piso|vivienda está|esta|es en?
    en la
    en
    vivo|vivimos en
    vendo|vendemos|vender|venta un|una|mi|el|la|nuestro|nuestra|de? piso|casa|vivienda|apartamento|departamento|chalet en?
    está|esta en
    die adresse ist|lautet
    adresse
    meine|unsere adresse ist
    das|mein|unser haus|wohnung|objekt ist|liegt|steht in?
    die|meine|unsere wohnung|immobilie ist|liegt in? der|dem?
    in|an der|dem
    ich wohne|wohnen in
    verkaufe|verkaufen|verkauf ein|eine|einen|mein|meine|unser|unsere|der|von? haus|wohnung|immobilie|reihenhaus|eigentumswohnung in|an|am?
    mein|meine|unser|unsere haus|wohnung|immobilie verkaufen
    العنوان|عنواني هو
    العنوان|عنواني
    البيت|بيتي|الشقة|شقتي|الفيلا في
    """

# The last word before a house number of what only leads up to it: "selling my mom's house at 14 …".
BEFORE_NUMBER: Final = frozenset(
    "at on is its are was sell selling value valuing what about of for um uh hi hey hello".split()
)
