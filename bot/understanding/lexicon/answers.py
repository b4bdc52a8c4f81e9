"""Yes, no, "I don't know" and "I'd rather not", as people type them in four languages."""

from __future__ import annotations

from typing import Final

FILLERS: Final = frozenset(
    "then oops whoops sry sorry oh um uh uhm hm hmm hmmm well so ah aw lol haha hehe ok okay k and but actually honestly hi hey "
    "entonces ups perdón perdon pues bueno este mmm eh ay hola y pero la verdad "
    "dann also naja ach na hallo und aber tja hm ehrlich gesagt "
    "طيب والله يعني اه هلا مرحبا بس و".split()
)
POLITE: Final = frozenset(
    "please pls plz thanks thank you thx ty cheers mate sir maam dear "
    "gracias por favor porfa porfis amigo señor señora senor senora "
    "bitte danke dankeschoen gern gerne schoen schön "
    "شكرا شكراً فضلك لو سمحت مشكور حبيبي اخي اختي".split()
)

# Agreement to an offer; as an answer to a question of fact it says nothing.
AGREES: Final = frozenset(
    "ok okay okey k kk alright aight fine cool great nice good perfect awesome sounds works for me that deal "
    "vale dale bueno perfecto genial sale okas orale de acuerdo bien esta "
    "passt gut alles klar in ordnung meinetwegen "
    "تمام اوكي ماشي اوك زين طيب حاضر ممتاز".split()
)

# What the text means when it begins (after fillers) with one of these.
BEGINS: Final = {
    "both": """
        yes|yeah|yep and no
        si|sí y no
        ja und nein
        jein
        نعم ولا
        """,
    "yes": """
        yes|yess|yesss|yep|yup|yeah|yea|yah|ya|yeh|ye|yas|aye|def|mhm|uhhuh
        uh huh
        go on then|alright $
        go on $
        please $
        mach|macht|machen|mache sie? ruhig|mal|nur $
        yes i|we do|am|have|would|can
        have|got em|them|it|everything all? here|right|ready|handy
        last time i|we checked|looked yes|yeah|yep
        y|j $
        sure|surely|absolutely|definitely|certainly|indeed|totally|ofc|affirmative
        of course
        for sure
        ok|okay|okey|k|kk|okie|oki|alright|alrite|aight|fine
        sounds good|great|fine|perfect
        works for me
        that works
        thats fine|ok|okay|right|correct|good|great|me|mine
        that is fine|ok|okay|right|correct|good|great
        why not
        go ahead|for
        do it
        lets do it|that
        i|we do $
        i|we do have|own
        i|we have $
        i|we have one|some|that|them|it
        i|we am|are $
        i|we would|could|can $
        id|wed love to|that
        i|we would love|like to|that
        yes|of please
        please do
        no problem|worries|prob|probs
        not a problem
        i dont mind
        happy to
        with pleasure
        correct|perfect|gladly|exactly|awesome
        right|true|great|cool|nice|good $
        cool|great|good|nice thanks|thank|yes|lets|do|sure
        great idea
        it does|is|works|can $
        they are $
        si|sii|siii|sip|simon|claro|vale|dale|venga|sale|okas|perfecto|correcto|exacto|genial|bueno|afirmativo|órale
        si claro|señor|por
        por supuesto
        claro que si
        como no
        cómo no
        desde luego
        de acuerdo
        esta|está bien
        me parece bien
        por que no $
        con gusto
        con mucho gusto
        encantado|encantada
        me encantaria|gustaria
        asi es
        eso es
        ya lo|la creo
        sin problema
        no hay problema
        tengo $
        va $
        va que va
        todo listo|lista|preparado
        los|las tengo|tenemos
        tengo uno|una|algo
        si tengo|tenemos|la|lo
        ja|jaa|jo|jau|jawohl|jep|jup|jap|jupp|jawoll|doch|klar|sicher|natürlich|selbstverständlich|gerne|gern|logisch|einverstanden|genau|stimmt|richtig|freilich|passt
        na klar|gut|sicher|gerne|logo
        aber ja|klar|sicher|gerne|natürlich|natuerlich
        sehr gerne|gern
        von mir aus
        meinetwegen
        warum nicht
        kein problem
        kein thema
        in ordnung
        alles klar
        das passt|stimmt|geht|ginge
        auf jeden fall
        unbedingt
        habe|hab ich|wir $
        haben wir $
        alles da|vorhanden|bereit|beisammen|griffbereit|parat|zusammen
        ist|liegt|liegen|sind alles|alle? da|bereit|vor|vorhanden
        bin ich $
        نعم|اي|ايه|ايوه|ايوا|ايوة|اه|آه|اها|أجل|بلى|اكيد|أكيد|طبعا|تمام|ماشي|اوكي|أوكي|اوك|موافق|موافقه|حاضر|صح|صحيح|زين|يب|بالتاكيد|بالتأكيد|تفضل|ان|ممتاز|يس|ياريت|اوكيه
        ان شاء الله
        مافي مشكله
        ما في مشكله
        ما عندي مانع|مشكله
        لا مانع
        ليش لا
        لم لا
        ليه لا
        على راسي
        يا ريت
        عندي $
        نعم عندي|لدي
        كله|كلها|كلهم|كل جاهز|جاهزه|موجود|موجوده|عندي|شي
        """,
    "no": """
        no|nope|nop|nah|naw|nay|noo|nooo|non|negative|never|nein|false
        please dont|do|no not?
        id|we|would|wed rather you|u|they? dont|didnt|not
        sicher|gewiss|bestimmt|sicherlich|ganz sicher|bestimmt? nicht
        bitte nicht|nein
        طبعا|اكيد|بالتاكيد لا|مو|مش
        god|hell|heck|lord no|nah
        also no
        n $
        no no
        no i|we dont|do|havent|have|am|wouldnt|cant
        no thanks|thank|thx|ty
        not really|yet|now|rn|atm|tbh|today|interested|anymore|currently|presently|right|currently|particularly|necessarily|for|at|me|us|that|so|sure
        not at all
        not all|everything|both|quite
        not at the|this moment|time
        not for now|me|us
        no way
        none|neither|nothing|zero
        nada
        i|we dont $
        i|we do not $
        i|we dont have|want|need|own|think|wish|plan
        i|we do not have|want|need|own|think
        i|we have not|none|no|nothing
        i|we havent
        i|we am|are not $
        im|were not $
        were good
        im|we|were|am good|fine|ok thanks $
        havent|dont|doesnt|didnt|wont|isnt|arent
        it doesnt|isnt|does not|is not
        they arent|are not
        id rather not get|receive|have
        maybe|perhaps later|not
        another|some other time
        later
        hard pass
        absolutely|definitely|certainly|probably not
        of course not
        no gracias|señor|por|para|tengo|tenemos|lo|la|es|esta|estoy|hay|todavia|aun|quiero
        nop|nel|nanai|tampoco|jamas|jamás|nunca|negativo|ninguno|ninguna|nadie
        para nada
        de ninguna manera
        todavia|todavía|aun|aún no
        por ahora no
        por el momento no
        por lo pronto no
        ahora|ahorita no
        ahora mismo no
        de momento no
        mejor no
        claro que no
        por supuesto que no
        que va
        creo que no
        ni hablar
        nee|neee|nö|noe|ne|nix|niemals|nie|keine|keiner|keinen|kein|keins|noch
        nein danke
        noch nicht|keine|keinen|kein
        nicht wirklich|unbedingt|jetzt|mehr|nötig|noetig|im|der|die|das
        eher nicht|nein
        leider nein|nicht
        auf keinen fall
        auf gar keinen fall
        gar nicht|keine
        lieber nicht
        im moment nicht
        momentan|derzeit|jetzt|aktuell nicht
        zur zeit|zeit nicht
        habe|hab ich nicht|keine|keinen
        haben wir nicht|keine|keinen
        ich|wir habe|haben keine|keinen|nicht
        bin ich nicht
        natürlich nicht
        lass mal
        nicht|net $
        لا|لأ|لاء|كلا|ابدا|أبدا|مو|مش|مب|ما|ليس|لسه|لسا|ابد|ماعندي|مافي|مابي|مابغي
        لا شكرا|ما
        ما عندي|ابي|أبي|ابغي|ابغى|اريد|أريد|في|عندنا|بدي
        ليس لدي|عندي|بعد
        لا يوجد
        مو|مش الحين|الان|الآن|دلوقتي|لازم|بعد
        بعدين
        """,
}

# These begin as a yes does and change something said before.
TURNS: Final = """
    doch lieber|eher|besser|nicht|noch
"""

# Declining to answer, wherever it stands in a short text.
REFUSES: Final = """
    ^ skip
    skip it|this|that|please
    skip the|that|this question|rest|part|one
    ^ pass $
    ^ pass on|please|thanks
    ill|i|lets pass $
    ill|i|lets skip
    ^ next $
    ^ next question
    ^ nächste|naechste frage $
    ^ nächste|naechste frage bitte
    ^ السؤال التالي|التاني|الجاي|اللي
    rather not
    rather skip|keep|wait
    prefer not
    prefer to not
    dont want to say|tell|answer|give|share|disclose|provide
    do not want to say|tell|answer|give|share|disclose|provide
    dont feel like sharing|saying|answering|telling
    dont wanna say|tell|answer|give|share
    wont say|tell|share|give
    not telling|saying|sharing|giving
    not going to say|tell|share|give|answer
    not comfortable
    none of ur|your business|beeswax|concern
    not your business
    mind your own business
    thats private|personal|confidential
    ^ private|personal|confidential|anonymous $
    why should i
    no comment
    keep that|it private|to myself
    stay|remain anonymous
    that is private|personal|confidential
    its private|personal|confidential
    no answer
    n a $
    ^ na $
    prefiero no
    no quiero decir*|dar*|contestar|responder|compartir
    no lo|la|te voy|pienso
    no te importa
    no es asunto
    eso|es cosa mía|nuestra|mia
    eso me lo guardo
    no viene al caso
    no aplica|procede|corresponde
    a ti que
    ^ paso $
    ^ siguiente $
    sáltate|saltar|sáltalo|omitir|omite|saltemos|sáltatela|saltate|saltalo
    es privado|personal|confidencial
    sin comentarios
    no digo
    no contesto
    ^ weiter $
    überspringen|ueberspring*|überspringe
    keine angabe|angaben|auskunft
    möchte|moechte|will|mag .. nicht sagen|angeben|beantworten|verraten|nennen|mitteilen
    sag|sage ich nicht|lieber
    geht sie|dich|euch nichts|nix an
    meine sache
    trifft nicht zu
    nicht zutreffend|relevant
    ^ entfällt $
    das ist meine sache
    ist privat|persönlich
    privat $
    keine antwort
    تخطي|تخطى|تجاوز|تجاوزي|اسكب|سكيب|سكب
    افضل|أفضل|بفضل عدم
    افضل|أفضل|بفضل ما|ان لا|ألا
    ما ابي|أبي|ابغى|اريد|أريد|بدي|حاب|احب|ودي اقول|أقول|اعطي|اعطيك|اجاوب|احكي|ذكر
    لا اريد|أريد|ارغب|أرغب|احب|أود|اود .. الاجابه|القول|الافصاح|ذكر|الرد|الكشف
    مو شغلك
    مش شغلك
    مالك شغل
    ما يخصك
    خصوصي|خاص|شخصي $
    بدون ذكر
    لا|ما ينطبق
    """

# Not knowing, wherever it stands.
UNSURE: Final = """
    dont know
    do not know
    dunno|idk|unsure|undecided|unknown|unclear|tbd|tba
    no|any|not idea|clue|ideas
    no idea|clue
    havent|have a clue
    not sure|certain|decided|settled|thought
    not really sure|certain
    not quite|too|so|100|entirely|exactly sure|certain
    not yet sure|decided|clear
    not 100 sure
    im|am|still not sure|unsure|undecided
    havent decided|thought|figured|made|worked|looked
    have not decided|thought|figured
    cant say|tell|decide
    cannot say|tell
    hard|tough|difficult to say|tell
    still deciding|thinking|figuring
    who knows
    it depends
    ^ depends $
    to be determined|decided
    open to anything|whatever|either
    beats me
    couldnt say|tell
    ni idea
    no se
    no sé
    no lo se|sé|sabemos|sabría
    no lo tengo|tenemos claro|decidido
    no sabemos|sabria|sabría|sabría
    no estoy|estamos segur*
    no tengo|tenemos idea|claro|ni|decidido
    ni la mas
    quien sabe
    quién sabe
    depende $
    aun|todavia no se|lo|sé
    sin decidir
    sabe dios
    por definir|decidir|ver
    no lo he|hemos pensado|decidido
    weiß|weiss|weis ich|wir noch? nicht
    weiß|weiss|weis nicht|net|ned|noch
    wissen wir noch? nicht
    wissen wir noch
    keine ahnung
    kp $
    kein plan
    keinen plan
    noch unsicher|unklar|offen|unentschieden|unentschlossen
    nicht sicher
    bin|sind mir|uns? noch? nicht? sicher|unsicher
    unsicher|unentschlossen|ungewiss
    noch nicht sicher|entschieden|klar|überlegt|ueberlegt
    kommt darauf|drauf an
    mal sehen|schauen
    schwer zu sagen
    مدري|مادري|ماادري|مدريش
    ما ادري|أدري|اعرف|أعرف|بعرف|عارف
    ما عندي فكره|علم
    ما عندي فكره
    لا ادري|أدري|اعرف|أعرف|اعلم|أعلم
    مش|مو|مب عارف|متاكد|متأكد|اكيد|أكيد|واثق|محدد
    غير متاكد|متأكد|محدد
    لست متاكد*|متأكد*|ادري|أعرف|واثقا
    لم اقرر|أقرر|احدد|أحدد
    ما قررت|حددت
    لسه|لسا ما قررت|مقررتش|محددتش
    على حسب
    حسب الظروف
    """
