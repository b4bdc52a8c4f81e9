"""Small words that steer the reading of others: negation, contrast, counting, asking."""

from __future__ import annotations

from typing import Final

NEGATES: Final = frozenset(
    "no not dont doesnt didnt isnt arent aint wasnt werent wont cant cannot wouldnt shouldnt couldnt havent havnt hasnt hadnt never without nor neither "
    "non instead rather "
    "ni sin nunca tampoco jamas "
    "nicht kein keine keinen keiner keinem ohne nie weder statt net ned nix "
    "مو مش مب ليس ليست لست لا غير بدون ما بلا مهوب موب ماب لن لم".split()
)
NEGATES_BEHIND: Final = frozenset(("nicht", "net", "ned", "nein"))
CONTRASTS: Final = frozenset(
    "but just only rather yes instead maybe perhaps probably possibly "
    "sino pero solo solamente si mejor quiza quizas talvez "
    "sondern aber nur doch lieber ja vielleicht wahrscheinlich eventuell "
    "بل بس لكن فقط انما الا يمكن ممكن ربما".split()
)
# "rather" and "instead" turn against what follows only as "rather than", "instead of".
TURNS_WITH: Final = {"rather": "than", "instead": "of", "statt": ""}
OR: Final = frozenset(("or", "o", "u", "oder", "او", "ولا", "ام", "vs", "versus"))
WEIGHS: Final = OR | frozenset(
    "half part partly mitad parte halb halbe teils teil نص نصف جزء".split()
)
AND: Final = frozenset(("and", "n", "y", "e", "und", "و"))
CORRECTS: Final = """
    no wait
    wait no|actually|sorry
    actually
    scratch that
    i mean|meant
    correction
    or rather|no|wait
    sorry i|no
    no espera|perdon
    bueno no|mejor
    no bueno
    espera|espere no|mejor
    o sea no
    no digo
    mejor dicho
    digo
    perdon|perdón no|es|quise
    quiero|quise decir
    nein|ne warte|doch
    ach ne|quatsch|doch
    besser gesagt
    also nein
    ach nein
    quatsch
    ich meine|meinte
    vielmehr|beziehungsweise
    لا استني|استنى|لحظه|قصدي|اقصد
    قصدي|اقصد
    لا لا|عفوا|لحظه
    عفوا
    بالاحري
    """
OPENS_QUESTION: Final = """
    ^ what|whats|why|how|hows|when|whens|where|wheres|who|whos|which|whose
    ^ and|but|so|oh|ok|also|hey|hi|um|well what|whats|why|how|when|where|who|which|do|does|is|are|can|could|should|would
    ^ do|does|did|is|are|am|was|were|has|have|will|should|would|could|can|may|isnt|arent|doesnt|dont i|you|u|it|we|they|this|that|the|there|he|she|your|my|a|an|any|these|those
    ^ que|qué|cual|cuál|como|cómo|cuando|cuándo|donde|dónde|quien|quién|cuanto|cuánto|cuanta|cuánta|cuantos|cuantas
    ^ por|para que|qué
    ^ y|pero|oye|hola que|qué|cual|cómo|como|cuando|cuanto|hay|tiene|es|está|se
    ^ hay|tiene|tienen|puedo|puede|podemos|pueden|debo|se|está|es|son|necesito|hablan|incluye|acepta|aceptan
    ^ was|warum|wieso|weshalb|wie|wann|wo|wer|welche|welcher|welches|wieviel|wofür|wozu
    ^ und|aber|ok was|warum|wie|wann|wo|wer|welche|ist|gibt|hat|kann|muss|sind
    ^ ist|sind|gibt|hat|haben|kann|können|könnte|muss|müssen|darf|soll|wird|braucht|brauche|geht
    ^ هل|ليش|ليه|لماذا|كيف|كم|متى|متي|وين|اين|أين|من|مين|شو|ايش|وش|ماذا|ما|اي|شلون|ازاي|ايه|بكم|فيه|في
    """

# Questions that want to know something, unlike "can we see it?".
OPENS_INQUIRY: Final = """
    ^ and|but|so|oh|ok? what|whats|why|where|who|whos
    ^ and|but|so|oh|ok? how much|long|many|far|big|old|does|is|do|often|would|are
    ^ y|pero? qué|que|por|cuánto|cuanto|cuántos|cómo|dónde|quién|cuál
    ^ und|aber? was|warum|wieso|wie|wo|wer|wozu|welche|welcher
    ^ ليش|ليه|لماذا|كيف|كم|وين|من|شو|ايش|وش|ماذا|ما|بكم
    """

ORDINALS: Final = {
    1: "1 1st one first primero primera primer uno una erste ersten erster erstes eins eine "
    "اول اولي واحد واحده ١ الاول الاولي",
    2: "2 2nd two second segundo segunda dos zweite zweiten zweiter zweites zwei ثاني ثانيه اثنين اتنين تاني تانيه الثاني",
    3: "3 3rd three third tercero tercera tercer tres dritte dritten dritter drittes drei ثالث ثالثه ثلاثه تلاته تالت",
    4: "4 4th four fourth cuarto cuarta cuatro vierte vierten vierter viertes vier رابع رابعه اربعه",
    5: "5 5th five fifth quinto quinta cinco fünfte fünften fünfter fünftes fünf خامس خامسه خمسه",
    6: "6 6th six sixth sexto sexta seis sechste sechsten sechster sechstes sechs سادس سادسه سته",
    7: "7 7th seven seventh séptimo séptima siete siebte siebten siebter siebtes sieben سابع سابعه سبعه",
    -1: "last latter bottom ultimo ultima letzte letzten letzter letztes اخير اخيره اخر",
}
AROUND_ORDINALS: Final = frozenset(
    "the a option options number no nr num answer choice pick choose one id take ill i go with for say please "
    "button reply "
    "la el lo opcion numero respuesta elijo quiero me quedo con "
    "die der das option nummer antwort ich nehme wahle bitte "
    "المتاح الموعد الوقت الخيار "
    "خيار رقم اختيار اختار ابي ابغي اريد اخذ".split()
)
