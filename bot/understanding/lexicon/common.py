"""Words too common to be taken for a misspelt or telling one, in four languages."""

from __future__ import annotations

from typing import Final

from bot.understanding.normalise import plain

_TEXT: Final = """
the a an and or but not no yes yeah of to in on at for from with without by as is are was were be been being am
i me my mine myself we us our ours you your yours he him his she her it its they them their this that these those
there here what which who when where why how all any some every each both either neither more most less least
much many few little lot lots just only very really quite too also still already yet again even then than so
can could may might must shall should will would do does did done doing have has had having get gets got getting
go goes going gone went come comes came coming want wants wanted need needs needed like liked think thought know
knew see saw seen look looks looked looking find found make made take took taken give gave given tell told say
said says ask asked try tried use used help let lets put keep kept feel felt work works worked live lives lived
about above after again against around before below between during into off out over through under until up down
new old good great best better nice big small long short high low first last next same other another own sure
ok okay well maybe perhaps probably please thanks thank hello hey sorry today tomorrow now later soon always never
time times day days week weeks month months year years thing things stuff way people person man woman guy
house home homes place one two three four five six seven eight nine ten half year back right left away since
don't dont can't cant won't wont isn't isnt i'm im i've ive i'll ill that's thats what's whats let's
el la los las un una unos unas y o pero no si de del al en por para con sin sobre entre hasta desde que cual quien
cuando donde como yo tu tú usted él ella nosotros ustedes ellos mi mis su sus nuestro nuestra esto esta este ese
eso esa estos estas ser es soy eres somos son era fue estar estoy está estamos están tener tengo tiene tenemos
hacer hago hace ir voy va vamos ver veo querer quiero quiere poder puedo puede saber creo muy más mas menos mucho
poco algo nada todo todos toda otra otro también tampoco ya aún todavía ahora luego después antes siempre nunca hoy próximo próxima siguiente
casa gracias hola bueno bien mal solo sólo aquí allí
der die das den dem des ein eine einen einem einer und oder aber nicht kein keine ja nein von zu zum zur in im an am
auf für mit ohne bei nach vor aus über unter um durch gegen bis seit als wie wenn weil dass ob ich mich mir du dich
er sie es wir uns ihr euch mein meine unser unsere sein ist bin sind war waren haben habe hat hatte wird werden würde
kann können muss müssen soll will wollen möchte machen gehen geht kommen noch schon auch nur sehr mehr viel etwas
alles nichts hier da dort jetzt dann später heute morgen erst nächste nächsten nächstes nächster kommenden immer nie gut danke bitte haus
من في على الى عن مع هذا هذه ذلك انا انت هو هي نحن هم كان يكون عند عندي عندنا لي لنا ما لا نعم كل بعض او و ثم بس لكن
الان اليوم بكره جدا كثير قليل شوي ابي اريد
"""
WORDS: Final = frozenset(plain(word).replace("'", "") for word in _TEXT.split())

# Everyday words that are no misspelling of an option either, though they may stand in a label.
_MORE: Final = """
name names number email phone address area street city town state school schools kid kids child children dog dogs cat cats
wife husband family mom dad mother father friend friends work job office car garden yard pool kitchen garage room rooms
morning evening night noon weekend monday tuesday wednesday thursday friday saturday sunday january february march april
june july august september october november december spring summer autumn winter fall late early close near far nearby
nice love loves hate happy sad free full empty clean dirty open closed hard easy fast slow quick ready busy sure cheap
please could would should might really maybe hello goodbye question questions answer answers price prices cost costs total
first last next previous other another same different whole half part side top bottom front end start stop begin
nombre numero número correo telefono teléfono calle ciudad barrio zona colonia escuela colegio hijos hijo hija perro gato
mujer marido esposa esposo familia madre padre amigo trabajo oficina coche jardín piscina cocina garaje cuarto mañana tarde
noche lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
octubre noviembre diciembre primavera verano otoño invierno cerca lejos libre precio pregunta primero último
name nummer telefon adresse straße stadt schule kinder kind hund katze frau mann familie mutter vater freund arbeit büro auto
garten küche garage zimmer morgen abend nacht montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar
märz mai juni juli oktober dezember frühling sommer herbst winter nah weit frei preis frage antwort erste letzte nächste
"""
EVERYDAY: Final = WORDS | frozenset(plain(word).replace("'", "") for word in _MORE.split())
