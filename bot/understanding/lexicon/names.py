"""The words around a person's name: lead-ins, titles, tails, and what is no name."""

from __future__ import annotations

from typing import Final

# What may stand before the name; read again and again until none is left.
LEADS: Final = """
    hi|hello|hey|hiya|howdy|hallo|hola|moin|servus|yo|ok|okay|sure|yes|yeah|yep|oh|well|um|uh|so|alright|certainly
    good morning|afternoon|evening|day
    of course
    no problem
    its|im|ive
    just|only
    its me
    it|this is
    i am
    were|we are
    were
    i go by
    my|the|full|first|complete name is|s|=|would
    the names
    uh|um|erm|eh|hmm
    de parte de
    my names
    names|name
    name is|s
    my name
    you can|may just? call me
    myself
    just? call me
    people|friends|everyone call|calls me
    they call me
    youre talking|speaking|chatting|dealing|texting to|with
    you are talking|speaking|chatting to|with
    i already|just told|said|gave you?
    put me down|in as|for
    you are|re helping
    youre helping
    helping|help
    with
    guten tag|morgen|abend
    grüß gott
    somos|soy|si|sí|claro|buenas|buenos|pues
    buenas tardes|noches|dias|días
    buenos días|dias
    yo soy
    me llamo
    me dicen|llaman
    mi nombre es
    mi nombre
    nombre es
    el nombre es
    nombre
    a nombre de
    le saluda
    habla|hablas|hablo
    habla|hablas con
    soy|es|habla la|el
    te escribe
    ja|klar|gerne|natürlich|also|na
    ich bin der|die
    ich bin
    ich heiße|heisse|heiss
    ich heiß
    mein name ist|wäre|lautet
    mein name
    name ist
    hier ist|spricht|schreibt
    hier
    ich bins
    bin|heiße|heisse
    نعم|اهلا|أهلا|مرحبا|هلا|طيب|اكيد|تمام|السلام|سلام
    السلام عليكم
    اسمي هو|هي
    اسمي
    اخوك|أخوك|اختك|أختك|اخوكم|محدثك
    انا|أنا اسمي
    انا|أنا|اني
    معك|معاك|معكم|وياك
    الاسم|إسمي
    ناديني|نادني|نادوني
    """

STRONG_LEADS: Final = """
    my name is
    my names
    me llamo
    mi nombre es
    ich heiße|heisse
    mein name ist
    اسمي
    ناديني|نادني|نادوني
    اخوك|اختك
    """
WEAK_LEADS: Final = """
    im
    i am
    this is
    its
    soy
    somos
    were
    we are
    انا
    """

TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam mister doctor rev capt captain col sgt hon "
    "herr frau hr fr familie fam eheleute familia ehepaar fräulein dipl ing med jur "
    "sr sra srta señor señora señorita senor senora senorita lic licenciado licenciada doctora arq dña dna "
    "السيد السيده سيد استاذ استاذه دكتور دكتوره مهندس مهندسه د م أ ا".split()
)
TITLES_IN_SPANISH: Final = frozenset(("don", "dona", "d"))
ADVERBS: Final = frozenset(
    "actually really just simply spelled en realidad eigentlich wirklich".split()
)
# Before the name somebody would rather go by.
RATHERS: Final = frozenset("rather preferably mejor lieber eher besser".split())
AFTER_NAME: Final = frozenset(("phd", "md", "esq", "mba", "jd", "rn", "dds", "cpa"))
# "Ana, perdón, Anna"
APOLOGIES: Final = frozenset(
    "sorry oops no nope perdon perdona perdone disculpa entschuldigung verzeihung nein nee عفوا اسف لا".split()
)
# "Anna Schmidt, Tel. 030 1234567"
BEFORE_CONTACT: Final = frozenset(
    "and y und tel telefon telefonnummer nummer handy mobil tlf tfno telefono movil celular cel "
    "numero phone cell mobile number email mail correo tlfn رقم رقمي جوال موبايل هاتف تلفون ايميل".split()
)

# Where the name ends although the text goes on.
TAILS: Final = """
    i guess|think|suppose $
    is my name
    is|ist der|my|mein name
    mein name
    es mi nombre
    هو? اسمي
    buying|selling|renting|moving|and|with my|our|a|with
    from|with|aus
    al habla
    and|but|so|also|plus|because|cause|cuz|btw|or i|im|ive|id|my|we|were|can|is|are|the|it|its|you|u|please|pls|just|what|how|when|this|that|also|could|do|need|want|looking|phone|email|number|wife|budget
    here
    speaking
    by the way
    nice to|meeting
    pleased to
    my number|phone|email|cell|mobile|wife|husband|budget
    phone|email|tel|cell|mobile|number|contact is|no|nr|number|me
    i can|am|want|need|would|have|think|will|also|could
    im looking|from|in|interested|a|the|just|not|also
    looking|interested for|in|to
    thanks|thank|thx
    please|pls
    we are|were|want|need|have|can
    can|could|would i|you|we|u
    what|whats|when|how|why|where
    lol|haha
    in apartment|unit|apt
    the|your neighbor|neighbour|owner|tenant|seller|buyer|agent
    but
    y quiero|mi|tengo|busco|necesito|somos|puedo|estoy|me|soy|vivo|el|la|un|una
    encantado|encantada
    para servirle|servirte|servir
    a sus|tus|su|tu órdenes|ordenes|servicio|disposición
    mucho gusto
    aquí|aqui
    gracias
    mi número|numero|teléfono|telefono|correo|celular|email|móvil
    de al lado
    el|la vecino|vecina|dueño|dueña
    pero
    und ich|wir|mein|meine|suche|möchte|bin|kann|die|das
    von nebenan|gegenüber
    freut mich
    angenehm|halt|sehr $
    sehr angenehm|erfreut
    danke
    hier
    meine nummer|email|mail
    aus dem|der
    der|die nachbar|nachbarin|eigentümer|eigentümerin
    aber
    ورقمي|وابي|وأبي|وابحث|واريد|وأريد|ورقم|وعندي
    من
    معك|معاك
    شكرا
    رقمي|جوالي|ايميلي
    """

REFUSES: Final = """
    ^ no|nope|nah|naw|nop|nee|nein|لا|لأ|na|noo|nooo|non $
    ^ no thanks|thank|thx|ty|way|need|name
    ^ not now|yet|needed|necessary|important|today|really|telling
    ^ no gracias|quiero|hace|te|es|lo
    ^ nein danke
    ^ lieber|besser|eher nicht
    ^ mejor no
    ^ por ahora no
    ^ لا شكرا|داعي|اريد|ابي
    ^ ما ابي|ابغي|اريد|ودي
    ^ anonymous|anonymus|anonym|anónimo|anónima|anonimo|nobody|noone|nadie|niemand|مجهول $
    ^ stay|remain|rather|prefer anonymous
    ^ egal|unwichtig $
    doesnt|does|not matter
    not important|relevant|necessary
    dont need|have to know
    you dont need
    no name
    tut nichts zur
    spielt keine
    ^ ما يهم|يفرق|لازم
    ^ مو|مش مهم|ضروري|لازم
    """

# A text that is, or begins with, one of these (after a lead-in) is no name.
NO_NAMES: Final = frozenset(
    "wrong incorrect misspelled misspelt mistaken falsch incorrecto equivocado غلط خطا خطأ "
    "actually wait oops whoops scratch change instead hold correction well hmm espera perdón perdon "
    "realidad moment halt entschuldigung eigentlich doch korrektur قصدي عفوا اسف آسف لحظه لحظة "
    "yes yep yeah sure ok okay yup fine maybe hello hi hey hola hallo thanks thank please what why who how when where "
    "looking interested trying wanting hoping thinking calling writing asking wondering selling buying renting moving "
    "searching planning working living going still now soon later tomorrow today asap available ready busy not just only "
    "really very good great happy glad sorry afraid sure unsure certain okay alright back done tired new here there about "
    "a an the my your our their his her some any this that these those it they you we he she i me "
    "cash mortgage preapproved prequalified loan lender bank budget call tour visit video agent realtor broker owner "
    "seller buyer renter tenant landlord investor homeowner wholesaler student vendor human person robot bot customer "
    "american mexican german spanish british canadian indian english chinese french italian pre first yesterday monday tuesday wednesday thursday friday saturday sunday skip pass none-of-your stop help back "
    "claro vale bueno gracias quiero busco necesito tengo estoy esta buscando interesado interesada dueño propietario "
    "perdona perdone perdonen disculpa disculpe perdon moment momento entschuldigung verzeihung warte warten espera espere digo قصدي عفوا "
    "propietaria comprador vendedor inquilino agente qué que por cómo cuándo un una el los las mi tu su de del para "
    "ja nein klar danke bitte suche suchen möchte brauche habe interessiert interessent eigentümer käufer verkäufer "
    "mieter makler ein eine der die das mein meine ich wir nicht noch auf an am im in warum wieso wozu was wie "
    "house houses home homes apartment condo studio flat bedroom bedrooms bed beds bath room rooms garden kitchen pool parking "
    "lake quiet modern beautiful spacious sell buy rent refinance relocating flip price payment million thousand months weeks "
    "years lol lmao english spanish arabic hoodies bottles down near with downtown anywhere flexible nothing everything "
    "casa piso departamento apartamento habitaciones recamaras contado efectivo hipoteca vender comprar alquilar meses años "
    "español ingles wohnung haus zimmer kaufen mieten verkaufen sofort bar kredit finanzierung monate jahre deutsch englisch "
    "شقة شقه بيت فيلا غرفة غرفه غرفتين كاش تمويل شهر شهرين سنه الحين بعدين شراء بيع ايجار "
    "نعم شكرا اريد ابي ابغي ابحث ادور مهتم مالك مشتري بائع مستاجر وسيط ليش لماذا كيف هل من في ما مو عندي".split()
)
# Words of the list of common words that are people's names as well.
NAMES_TOO: Final = frozenset(
    "will may mark bill rob art sue pat rich frank gene drew dale grace hope joy faith sol luz mar paz "
    "ana eva ira ida guy van al ed jo su mi ya man will tu nie max see seen may ver art sein cruz rosa haus "
    "نور علي".split()
)
# Lower case on purpose: these are kept as typed, and one of them is somebody's surname.
KEPT_LOWER: Final = frozenset(
    "null none nil nan undefined constructor true false void admin root con prn aux nul test".split()
)
PARTICLES: Final = frozenset(
    "de la del los las y e da dos das do di van von der den dem zu zur vom ter ten te bin ibn bint al el abu le du".split()
)
