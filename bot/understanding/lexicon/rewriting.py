"""How visitors ask to give an earlier answer anew, without the new answer: "change my budget"."""

from __future__ import annotations

from typing import Final

CHANGE: Final = {
    "change": """
        change|edit|correct|fix|update|redo my|our|the
        change|edit|correct|fix|update
        cambiar|corregir|editar|cambio mi|mis|nuestro|el|la|los
        cambia|corrige|quiero cambiar|corregir mi|mis|el|la
        ändern|aendern|ändere|korrigieren|korrigiere|korrigiert mein|meine|meinen|das|die|den|unser
        ändern|aendern|korrigieren $
        """,
}
# Of an answer that is to be changed.
WRONG: Final = {
    "wrong": """
        is|was|were|are wrong|incorrect
        isnt|wasnt right|correct
        is|was not right|correct
        esta|está mal
        es|era incorrecto|incorrecta
        ist|war falsch
        stimmt nicht
        """,
}
# Words around it that say nothing more.
BESIDES: Final = frozenset(
    "i we id wed need want have like to can could may let me my our the that this one wait no nope "
    "sorry is it now quiero puedo necesito mi mis el la un espera perdon kann muss möchte moechte "
    "ich mein meine meinen das die den bitte".split()
)
# What answers of a kind are called besides their field's own name.
NAMES: Final = {
    "phone": "number phone mobile cell telephone numero número telefono teléfono nummer telefon handynummer",
    "email": "email mail e-mail correo mailadresse",
    "money": "budget price range maximum presupuesto precio preis",
    "name": "name nombre",
    "area": "area town city neighborhood location place zona ciudad gegend ort stadt",
    "timeline": "timing timeline date when fecha plazo termin zeitpunkt",
    "beds": "beds bedrooms rooms recamaras habitaciones dormitorios zimmer schlafzimmer",
}
