"""How visitors ask to give an earlier answer anew, without the new answer: "change my budget"."""

from __future__ import annotations

from typing import Final

CHANGE: Final = {
    "change": """
        change|edit|correct|fix|update|redo my|our|the
        change|edit|correct|fix|update
        cambiar|corregir|editar|modificar|cambio|cambie|cambien mi|mis|nuestro|nuestra|el|la|los|las?
        me|nos equivoqué|equivoque|equivocamos|confundí|confundi con|en|de mi|mis|el|la|los|las?
        cambia|corrige|quiero cambiar|corregir mi|mis|el|la|los|las
        ändern|aendern|ändere|aendere|korrigieren|korrigiere|korrigiert|anpassen mein|meine|meinen|das|die|den|unser|unsere|unseren
        ändern|aendern|korrigieren|anpassen|berichtigen $
        ändern|ändere|korrigieren $
        تغيير|اغير|أغير|نغير|غير|غيروا|غيري|تعديل|اعدل|أعدل|عدل|عدلوا|تصحيح|اصحح|أصحح|صحح
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
        stimmt|passt nicht
        no es|era|está|esta correcto|correcta|cierto|bien
        غلط|خطا|خطأ
        مو|مش|مب|ليس|ليست|غير صح|صحيح|صحيحه|صحيحة
        """,
}
# Words around it that say nothing more.
BESIDES: Final = frozenset(
    "i we id wed need want have like to can could may let me my our the that this one wait no nope "
    "sorry is it now quiero puedo necesito mi mis el la un espera perdon kann muss möchte moechte "
    "ich mein meine meinen das die den bitte wir unser unsere unseren doch mal noch nochmal los las nuestro nuestra queremos podemos "
    "ابي ابغي ابغى اريد بدي عايز عاوز ممكن لو سمحت لازم محتاج اقدر هي هو هذا هذه عدد anzahl der".split()
)
# What answers of a kind are called besides their field's own name.
NAMES: Final = {
    "phone": "number phone mobile cell telephone numero número telefono teléfono nummer telefon "
    "handynummer rufnummer celular movil رقم رقمي هاتف جوال موبايل تلفون",
    "email": "email mail e-mail correo mailadresse emailadresse ايميل ايميلي بريد بريدي",
    "money": "budget price range maximum presupuesto precio preis budgets preisrahmen miete "
    "kaufpreis renta ميزانيه ميزانيتي سعر مبلغ",
    "name": "name nombre namen nachname apellido اسم اسمي",
    "area": "area town city neighborhood location place zona ciudad barrio colonia gegend ort "
    "stadt viertel stadtteil منطقه مدينه مكان",
    "timeline": "timing timeline date when fecha fechas plazo termin zeitpunkt zeitraum zeit موعد وقت تاريخ",
    "beds": "beds bedrooms rooms recamaras habitaciones dormitorios cuartos zimmer zimmerzahl schlafzimmer zimmeranzahl غرف غرفه",
}
