"""Small words that steer the reading of others: negation, contrast, counting, asking."""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon.second_thoughts import SAYS_ANEW, TAKES_BACK

NEGATES: Final = frozenset(
    "no not dont doesnt didnt isnt arent aint wasnt werent wont cant cannot wouldnt shouldnt couldnt havent havnt hasnt hadnt never without nor neither "
    "non instead rather nobody noone nothing none hvnt neednt werent didn "
    "ni sin nunca tampoco jamas ningun ninguna ninguno nadie nada "
    "nicht kein keine keinen keiner keinem keins niemand nichts niemals keinesfalls keineswegs ohne nie weder statt net ned nix "
    "مو مش مب ليس ليست لست لا غير بدون ما بلا مهوب موب ماب لن لم".split()
)
# A phrase that begins with one of these is not turned by another "no" before it.
AGREE_IN_NO: Final = NEGATES - frozenset(
    "without instead rather ohne statt sin non بدون بلا غير".split()
)
# Before one of these a "no" is an answer of its own.
BEHIND_A_NO: Final = frozenset(
    "i im ive id ill we were weve it its that thats not nothing never my our she shes they theyre theres there".split()
)
NEGATES_BEHIND: Final = frozenset(("nicht", "net", "ned", "nein"))
# A "not" may be the last word of what it denies, behind these: "die Zusage haben wir noch nicht".
LAST_NOTS: Final = frozenset(("nicht", "net", "ned", "no", "لا"))
BEFORE_LAST_NOT: Final = frozenset(
    "noch leider gerade derzeit momentan bisher bislang aktuell ich wir es das uns mir habe haben hab ist sind "
    "todavia aun tampoco por ahora لسه لسا".split()
)
# "Not only mine" and "not mine alone" do not deny that it is mine.
ONLY: Final = frozenset(
    "only just solely merely alone nur bloss allein alleine ausschliesslich solo solamente unicamente فقط بس".split()
)
ALONE: Final = frozenset("alone allein alleine لحالي لوحدي".split())
CONTRASTS: Final = frozenset(
    "but just only rather yes instead maybe perhaps probably possibly "
    "sino pero solo solamente si mejor quiza quizas talvez "
    "sondern aber nur doch lieber ja vielleicht wahrscheinlich eventuell "
    "بل بس لكن فقط انما الا يمكن ممكن ربما".split()
)
# Words that a negation passes over on its way to what it denies: "haven't talked to any lender".
LIGHT: Final = frozenset(
    "a an the any some my our your to with of by have has had got get been be being am is are was were ever even really actually currently yet single one "
    "un una unos unas el la los las mi mis nuestro nuestra con de a al he hemos ha han tengo tenemos hay ningun ninguna aun todavia ya "
    "ein eine einen einem einer der die das den dem mit zu bei von mein meine meinen unser unsere habe haben hab bin sind noch".split()
)
# A phrase that ends with one of these is denied by the "no" behind it: "we have no …", "ich habe keinen".
AUXILIARIES: Final = frozenset(
    "have has had do does did am is are was were be will would can could got "
    "tengo tenemos hay estoy estamos he hemos habe haben hab bin sind ist".split()
)
# Words that a negation does not reach beyond: "not sure but signed", "no problem paying cash".
BUTS: Final = frozenset("but pero sino aber sondern لكن بس".split())
UNDOES: Final = frozenset(
    "problem problems issue issues trouble doubt worries objection problema probleme zweifel مشكله".split()
)
# What answers somebody's own question: "signed? no".
NOES: Final = frozenset("no nope nah nop not never nein ne nee noch nicht لا".split())
# Parts of a whole: "half cash, half mortgage".
SHARES: Final = frozenset(
    "half part partly rest remainder mitad resto parte halb halbe haelfte teils teil نص نصف جزء باقي ونص ونصف وباقي والباقي".split()
)
# "rather" and "instead" turn against what follows only as "rather than", "instead of".
TURNS_WITH: Final = {"rather": "than", "instead": "of", "statt": ""}
OR: Final = frozenset(("or", "o", "u", "oder", "او", "ولا", "ام", "vs", "versus"))
# What is left of it: "30% savings, rest mortgage" makes the other one a part as well.
RESTS: Final = frozenset("rest remainder resto باقي وباقي والباقي".split())
WEIGHS: Final = OR | SHARES
AND: Final = frozenset(("and", "n", "y", "e", "und", "و"))
# Between two options, or two names, in one text: the later one counts.
CORRECTS: Final = f"""{TAKES_BACK}{SAYS_ANEW}
    actually
    correction
    or no|wait
    sorry i
    perdón no|es|quise
    beziehungsweise
    لا لا
    عفوا
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

# What asks without a question mark too: "when we sell" tells something, "when do we sell" does not.
ASKS_UNMARKED: Final = """
    ^ and|but|so|oh|ok|um|well? what|whats|how|why|who|where do|does|did|is|are|will|would|can|could|should
    ^ and|but|so|oh|ok|um|well? what counts|happens|kind|sort|time
    ^ and|but|so|oh|ok|um|well? when|whens do|does|did|will|would|should
    ^ and|but|so|oh|ok|um|well? how long|often|much|many is|are|do|does|will|would|can
    ^ y|pero|oye? que|qué significa|quiere|pasa
    ^ y|pero|oye? como|cómo funciona|consigo|obtengo
    ^ y|pero|oye? quien|quién es|me|va
    ^ und|aber? was ist|heißt|bedeutet|passiert|zählt|meinen|meint
    ^ und|aber? wie geht|läuft|funktioniert|bekomme|kriege|lange
    ^ und|aber? wer ist|ruft|macht|zeigt
    """

# The words of a question after what an option means.
MEANS: Final = frozenset("mean means count counts significa heißt bedeutet zahlt".split())

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

# A text that begins with one of these tells of oneself.
STATES: Final = frozenset(
    (who, verb) for who in ("i", "we") for verb in ("do", "have", "am", "are", "did", "own")
)

# "Anything but month to month" is any other.
ALL_BUT: Final = frozenset((what, "but") for what in ("anything", "everything", "anywhere", "all"))
