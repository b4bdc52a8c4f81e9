"""One table of what people mean beside an answer, and of answers that must not be eaten."""

from __future__ import annotations

import pytest

from bot.understanding.intents import detect

MEANT = {
    "human": """
        can u call me
        just call me pls
        call me at 512 555 0143
        phone me
        have an agent call me
        please call
        i'd like someone to call me
        can i speak to a person
        real human please
        get me an agent
        let me talk to dana's manager
        I want to speak with somebody
        is there someone i can talk to?
        llámame al 612 345 678
        me puedes llamar?
        prefiero que me llamen
        pásame con una persona
        quiero hablar con alguien
        necesito hablar con un agente
        rufen Sie mich an unter 0151 12345678
        bitte zurückrufen
        ich will mit einem Mitarbeiter sprechen
        gibt es hier einen echten Ansprechpartner?
        Mensch bitte
        كلمني على الواتس
        دقوا علي
        أبغى أتكلم مع موظف
        حولني لشخص حقيقي
        ممكن أحد يتصل فيني
        call me now
        call me
        please call me asap
        can someone call me today?
        give me a call
        ring me please
        someone call me at 512-555-0143
        can you have dana call me
        i want a call back
        agent
        human
        human please
        i need a human
        can i talk to a real person
        let me speak to someone
        speak to an agent
        connect me with an agent
        i'd rather talk to a person
        llámame ya
        llámenme por favor
        ¿me pueden llamar?
        que me llamen hoy
        quiero hablar con una persona
        páseme con un asesor
        hablar con alguien
        ruf mich an
        rufen Sie mich bitte an
        bitte um Rückruf
        können Sie mich anrufen?
        ich möchte mit einem Menschen sprechen
        kann ich mit einem Mitarbeiter reden
        اتصل فيني الحين
        اتصلوا علي
        ممكن تتصلون فيني
        أبي أكلم موظف
        أريد التحدث مع شخص
        """,
    "stop": """
        STOP!!!
        stop please
        stop sending me messages
        stop spamming me
        please leave me alone
        take me off this list
        remove my number
        i don't want any more texts
        don't message me again
        you suck, stop
        unsubscribe me
        end
        no more texts
        fuck off and stop texting me
        parad ya
        deja de mandarme mensajes
        no me escribas más
        bórrame de la lista
        denme de baja por favor
        no quiero que me contacten
        hör auf mir zu schreiben
        lass mich in Ruhe
        ich will keine Nachrichten mehr
        aufhören
        meldet euch nicht mehr bei mir
        nehmt mich aus der Liste
        لا ترسلون لي شي
        لا عاد تراسلوني
        ستوب
        فكوني
        لا أريد رسائل منكم
        الغوا اشتراكي
        stop
        STOP
        Stop!
        stop texting me you idiots
        stop messaging me
        please stop
        just stop it
        unsubscribe
        leave me alone
        you people are morons, leave me alone
        quit
        quit bothering me
        take me off your list
        remove me from this list
        don't contact me again
        do not text me anymore
        never contact me again
        no more messages please
        opt out
        cancel
        i said stop texting me
        no me contacten
        no me contactes más
        déjenme en paz
        dejen de molestarme, pendejos
        deja de escribirme
        quiero darme de baja
        basta ya
        no quiero más mensajes
        abmelden
        bitte abmelden
        lasst mich in ruhe
        lassen Sie mich in Ruhe!
        hört auf mir zu schreiben
        keine Nachrichten mehr
        schreibt mir nicht mehr ihr Idioten
        kontaktieren Sie mich nicht mehr
        stopp
        توقف
        أوقفوا الرسائل
        لا تراسلوني
        لا تتواصلوا معي
        إلغاء الاشتراك
        اتركوني بحالي
        خلوني بحالي
        """,
    "delete_me": """
        erase everything you have on me
        please delete my info
        remove all my data
        i want my data deleted
        delete this conversation
        elimina mis datos por favor
        quiero borrar mi información
        löschen bitte alles was Sie über mich haben
        ich möchte dass meine Daten gelöscht werden
        امسحوا معلوماتي
        أريد حذف بياناتي
        delete my data
        please delete all my information
        erase my data
        remove my personal data
        i want you to delete everything
        forget me
        gdpr
        gdpr deletion request
        borrar mis datos
        borren mis datos
        quiero que eliminen toda mi información
        bórrame
        daten löschen
        löschen Sie meine Daten
        bitte alle meine Daten löschen
        احذفوا بياناتي
        امسح بياناتي
        حذف بياناتي
        """,
    "why": """
        why would you need my phone
        y do u need that
        whats it for
        why so many questions
        how come you need my email
        por qué lo preguntas
        para qué quieres mi teléfono
        y eso para qué?
        wozu das?
        warum fragen Sie das
        wieso wollt ihr meine Nummer
        ليش تسأل
        لماذا تحتاج رقمي
        وليش؟
        why?
        why
        why do you need that?
        why do you need my number
        what do you need it for?
        what for
        why does that matter
        why are you asking
        ¿por qué?
        por qué necesitan eso
        ¿para qué lo quieren?
        para qué
        warum?
        wozu brauchen Sie das?
        wofür wird das gebraucht
        warum wollen Sie das wissen
        ليش؟
        ليش تحتاجون رقمي
        لماذا تسأل
        """,
    "are_you_bot": """
        r u a bot
        am i chatting with a machine?
        is this automated?
        are u real
        is there a human there?
        am i speaking with a human?
        ¿eres un bot?
        hablo con una máquina?
        esto es un robot?
        Bin ich hier bei einem Bot?
        bist du echt?
        schreibe ich mit einer Maschine?
        هل هذا بوت؟
        انت إنسان ولا روبوت
        are you a bot
        are you a bot?
        is this a robot
        are you human?
        am i talking to a real person
        real person?
        are you real
        eres un robot
        ¿eres una persona real?
        estoy hablando con un bot?
        ist das ein bot
        sind Sie ein Mensch?
        bist du ein Roboter
        spreche ich mit einem Computer?
        هل أنت روبوت
        هل أتحدث مع إنسان؟
        انت بوت؟
        """,
    "back": """
        go back please
        can i go back
        previous
        take me back to the last question
        undo that
        vuelve atrás
        regresar
        zurück bitte
        eine Frage zurück bitte
        ارجع
        go back
        back
        previous question
        can we go back
        atrás
        volver a la pregunta anterior
        zurück
        eine Frage zurück
        رجوع
        ارجع للسؤال السابق
        """,
    "restart": """
        start over please
        can we start again
        begin again
        i want to start over
        empecemos de nuevo
        quiero empezar de cero
        nochmal von vorne
        alles auf Anfang
        نبدأ من جديد
        start over
        start again
        let's start from the beginning
        restart
        empezar de nuevo
        volver a empezar
        von vorne
        nochmal von vorn bitte
        neu starten
        من جديد
        نبدأ من البداية
        """,
    "skip": """
        skip
        skip this one
        rather not
        i'd rather not say
        prefer not to say
        pass
        none of your business
        prefiero no decirlo
        saltar
        möchte ich nicht sagen
        keine Angabe
        überspringen
        تخطي
        ما أبي أقول
        """,
    "language": """
        hablas español
        en español por favor
        puedes hablar español?
        spanish
        can you speak spanish?
        in german please
        sprechen Sie Deutsch?
        Deutsch bitte
        parla italiano?
        عربي لو سمحت
        ممكن بالعربي
        speak arabic?
        can i write in spanish?
        english
        auf Englisch bitte
        español?
        hablan español?
        in spanish please
        can we do this in german
        do you speak French?
        english please
        auf deutsch bitte
        sprechen Sie Englisch?
        بالعربي
        تتكلم عربي؟
        parlez-vous français?
        """,
    "steering": """
        is that area safe?
        is it safe at night
        whats the crime rate
        how are the schools
        best schools around?
        what are the neighbors like
        mostly families or young people?
        any churches nearby?
        is it diverse
        are there a lot of immigrants
        es un barrio seguro?
        qué tal la seguridad
        hay buenas escuelas cerca?
        qué tipo de vecinos hay
        ist es dort sicher
        wie ist die Kriminalität
        was für Nachbarn hat man da
        gibt es eine Moschee in der Nähe?
        sind die Schulen gut
        المنطقة أمان؟
        كيف المدارس هناك
        في مسجد قريب؟
        كلهم عرب هناك؟
        is it a safe area?
        how safe is it there
        safe neighborhood?
        good schools?
        are the schools good
        what about crime
        what kind of people live there
        are there many families?
        who lives there
        is there a church nearby
        which race lives there
        is it a white neighborhood
        somewhere safe
        ¿es segura la zona?
        hay buenos colegios?
        qué tipo de gente vive ahí
        ¿hay mucha delincuencia?
        ist die Gegend sicher?
        gibt es dort gute Schulen?
        was für Leute wohnen da
        viele Ausländer dort?
        هل المنطقة آمنة؟
        فيه مدارس زينة؟
        من يسكن هناك
        """,
    "advice": """
        can i get approved with bad credit?
        is this a good deal?
        would you buy it?
        should we sell now or wait?
        do you think rates will drop?
        what's a good interest rate?
        how much house can i afford?
        do i pay capital gains tax?
        es buen momento para vender?
        qué impuestos pago?
        me darán la hipoteca?
        ist jetzt ein guter Zeitpunkt?
        welche Steuern fallen an?
        bekommen wir die Finanzierung?
        هل السعر بينزل؟
        هل هو استثمار جيد
        بيوافق البنك؟
        will i be approved?
        do you think we get approved
        can we afford that?
        is it a good investment?
        is now a good time to buy?
        should i wait?
        what about taxes?
        what are the rates right now?
        will prices go down
        ¿es buena inversión?
        ¿me van a aprobar?
        conviene comprar ahora?
        bekomme ich einen Kredit?
        lohnt sich das?
        ist das eine gute Kapitalanlage?
        soll ich jetzt kaufen
        هل استثمار زين؟
        تنصحني أشتري الحين؟
        """,
    "fee": """
        whats ur fee
        do you take commission?
        how much commission
        what does your service cost
        does it cost anything?
        do you charge buyers?
        cuánto cuesta el servicio?
        cobran comisión?
        qué comisión cobráis
        nehmen Sie Provision?
        fällt eine Provision an?
        كم العمولة
        هل في رسوم
        how much do you charge?
        what's your commission
        what are your fees
        is this free?
        do i have to pay you anything
        ¿cuánto cobran?
        cuál es la comisión
        es gratis?
        wie hoch ist die Provision?
        ist das kostenlos?
        was kostet mich der Makler
        كم عمولتكم
        هل الخدمة مجانية
        """,
    "negotiation": """
        would they accept 430k
        can i offer less
        do they take offers?
        will they come down on price
        is there room to negotiate
        aceptan 400?
        bajan el precio?
        hay margen?
        nehmen die auch 400?
        geht beim Preis noch was?
        kann man verhandeln?
        ممكن خصم؟
        آخر سعر؟
        يقبلون 900 ألف؟
        would they take 430?
        would the seller accept less
        is the price negotiable?
        any wiggle room?
        i'd offer 430
        what if i offer 430k
        what's their lowest price
        ¿aceptarían 400 mil?
        ¿es negociable?
        ofrezco 380
        ist der Preis verhandelbar?
        ich biete 400.000
        هل السعر قابل للتفاوض
        كم آخر سعر
        """,
    "agent_or_vendor": """
        im a realtor in dallas
        agent here, want to collab
        i work for coldwell banker
        i'm a broker
        we do real estate photography for agents
        want more seller leads?
        we help realtors get leads
        are you hiring agents?
        soy corredor de bienes raíces
        somos una inmobiliaria y queremos colaborar
        ofrecemos marketing digital para agencias
        ich bin Immobilienmakler
        wir verkaufen Leads an Makler
        أنا سمسار
        أنا مسوق عقاري
        I'm an agent too, want to network
        i'm a realtor with remax
        im a real estate agent
        fellow realtor here
        i have a buyer for this listing
        my client is interested in it
        we offer SEO services for realtors
        we can get you more leads
        we can rank your website on google
        soy agente inmobiliario
        trabajo en una inmobiliaria
        ofrecemos servicios de SEO para inmobiliarias
        ich bin selbst Makler
        wir sind auch ein Maklerbüro
        wir bieten Leads für Makler an
        أنا وسيط عقاري
        نقدم خدمات تسويق للمكاتب العقارية
        """,
    "minor": """
        i am 16
        im 17 yrs old
        i'm sixteen
        im still a minor
        I'm 13 lol
        tengo 15 años
        soy menor
        ich bin 15 Jahre alt
        bin 17
        عمري 15
        عمري ١٧ سنة
        I'm 15
        im 16 years old
        i am 17 and want my own place
        i'm fifteen
        i'm only 14 lol
        im a minor
        i'm under 18
        tengo 16 años
        soy menor de edad
        ich bin 14
        ich bin erst 16 Jahre alt
        bin noch minderjährig
        عمري ١٥
        عمري ١٦ سنة
        """,
    "sensitive": """
        my ssn is 123-45-6789
        4111 1111 1111 1111
        passport number X1234567
        mi pasaporte es AAB123456
        DE89 3704 0044 0532 0130 00
        """,
    "no_calls": """
        no phone calls
        i don't want calls
        please don't phone
        sin llamadas
        que no me llamen
        keine Telefonate bitte
        rufen Sie mich nicht an
        لا تتصل
        no calls please
        don't call me
        please do not call me
        no me llaméis
        no me llamen
        bitte nicht anrufen
        keine Anrufe
        لا تتصلوا
        """,
    "rude": """
        you idiots
        this is bullshit
        shut up
        wtf
        what a waste of time
        imbéciles
        qué mierda
        so ein Scheiß
        ihr nervt
        اغبياء
        this is stupid
        you guys are useless
        fuck this
        qué pesados
        so ein Mist
        """,
    "thanks": """
        thx
        thank you
        thanks a lot
        cheers
        ok thx bye
        mil gracias
        gracias por todo
        dankeschön
        danke sehr
        شكرا جزيلا
        مشكورين
        thanks
        thank you so much
        ok thanks
        gracias
        muchas gracias
        danke
        vielen Dank
        شكرا
        شكراً جزيلاً
        """,
    "greeting": """
        hey
        hello!
        hi there
        good evening
        buenos días
        hola buenas
        moin
        guten Abend
        هلا
        السلام عليكم ورحمة الله
        hi
        hello there
        good morning
        hola
        buenas tardes
        hallo
        guten Tag
        مرحبا
        السلام عليكم
        """,
}
MEANT_ROWS = [
    (intent, text.strip())
    for intent, texts in MEANT.items()
    for text in texts.strip().splitlines()
]


@pytest.mark.parametrize(("intent", "text"), MEANT_ROWS)
def test_what_is_meant_beside_an_answer_is_heard(intent: str, text: str) -> None:
    assert intent in {found.id for found in detect(text)}


# Rudeness and refused calls are no STOP; a call that is refused is no request for one.
NOT_MEANT = [
    ("stop", "no quiero mensajes"),
    ("stop", "keine Nachrichten bitte"),
    ("stop", "i don't want texts"),
    ("stop", "لا أريد رسائل"),
    ("language", "we get messages in spanish from our customers"),
    ("steering", "ruhige Lage"),
    ("stop", "no calls please"),
    ("stop", "no me llaméis"),
    ("stop", "don't call me"),
    ("stop", "this is stupid"),
    ("stop", "fuck off"),
    ("stop", "i want to stop by the house"),
    ("stop", "can we stop by on sunday"),
    ("stop", "near the bus stop"),
    ("stop", "non-stop traffic"),
    ("stop", "i want to stop renting"),
    ("stop", "i can't stop looking at it"),
    ("stop", "i had to cancel my lease"),
    ("stop", "the lease is up end of april"),
    ("stop", "remove the word cash"),
    ("stop", "para mi familia"),
    ("stop", "planta baja"),
    ("stop", "Ende April"),
    ("stop", "Bushaltestelle in der Nähe"),
    ("stop", "die Ruhe ist mir wichtig"),
    ("stop", "lassen Sie uns einen Termin machen"),
    ("stop", "dejen un mensaje"),
    ("human", "don't call me"),
    ("human", "no need to call me"),
    ("human", "call me Dani"),
    ("human", "when will you call me?"),
    ("human", "call me if the price drops"),
    ("human", "talking to an agent, not signed"),
    ("human", "talking to a lender now"),
    ("human", "i should talk to my agent first"),
    ("human", "human resources manager"),
    ("human", "my cousin's an agent but nothing signed"),
    ("human", "we signed with an agent"),
    ("human", "no me llamen"),
    ("human", "ruf mich nicht an"),
    ("human", "لا تتصلوا علي"),
    ("why", "why not"),
    ("why", "sure why not"),
    ("why", "that's why we're moving"),
    ("why", "porque nos mudamos por trabajo"),
    ("why", "warum nicht"),
    ("back", "call me back"),
    ("back", "we're moving back to texas"),
    ("back", "a big back yard"),
    ("back", "get back to me"),
    ("back", "zurück nach Berlin ziehen"),
    ("back", "quiero volver a Madrid"),
    ("delete_me", "is this gdpr compliant?"),
    ("delete_me", "erase the budget"),
    ("minor", "my son is 15"),
    ("minor", "i'm 15 minutes away"),
    ("minor", "i'm 45"),
    ("minor", "im 12 weeks pregnant"),
    ("minor", "we need 15 desks"),
    ("minor", "tengo 2 hijos de 10 y 12 años"),
    ("minor", "tengo 16 habitaciones"),
    ("minor", "ich bin 10 Minuten entfernt"),
    ("minor", "عندي 15 غرفة"),
    ("agent_or_vendor", "my wife is an agent"),
    ("agent_or_vendor", "i'm working with an agent"),
    ("agent_or_vendor", "we sell software and our leads dried up"),
    ("agent_or_vendor", "our website is slow, we need help"),
    ("agent_or_vendor", "im an investor"),
    ("agent_or_vendor", "i sell insurance and want a condo"),
    ("agent_or_vendor", "soy el dueño"),
    ("agent_or_vendor", "ich bin der Eigentümer"),
    ("agent_or_vendor", "we lose leads because nobody answers"),
    ("fee", "what are the hoa fees?"),
    ("fee", "how much is the rent?"),
    ("fee", "is there a pet fee"),
    ("steering", "12 Church St"),
    ("steering", "near church street"),
    ("steering", "3 bed in round rock"),
    ("steering", "my kids start school in august"),
    ("advice", "get preapproved"),
    ("advice", "should be approved soon"),
    ("advice", "i was approved last week"),
    ("negotiation", "we can go up to 430"),
    ("negotiation", "400-450k"),
    ("negotiation", "offer accepted"),
    ("negotiation", "making an offer soon"),
    ("are_you_bot", "i can be a real person about this"),
    ("are_you_bot", "a real bargain"),
    ("rude", "no thanks"),
    ("language", "old english style house"),
    ("language", "spanish colonial"),
    ("language", "no hablo inglés"),
    ("thanks", "no thanks just call"),
    ("thanks", "cash, thanks"),
    ("greeting", "hi im looking 4 a 3 bed in round rok"),
    ("restart", "we start a new job again in may"),
    ("skip", "i'll pass by tomorrow"),
    ("sensitive", "512-555-0143"),
    ("sensitive", "my budget is 450000 to 500000"),
]


@pytest.mark.parametrize(("intent", "text"), NOT_MEANT)
def test_what_only_sounds_like_an_intent_is_none(intent: str, text: str) -> None:
    assert intent not in {found.id for found in detect(text)}


# Typical answers mean nothing else.
ANSWERS = """
    i'd like to buy
    my agent is dana
    my broker is on it
    we want to stop paying rent
    dont know
    3 beds 2 baths
    i teach at a school
    church hill area
    we have 2 kids
    my husband is an agent
    i work in real estate
    im a broker's client
    fair enough
    no rush
    i live with my parents
    back in austin by june
    we were renting
    close to downtown
    about 15
    15
    17
    im 35
    my daughter turns 16
    i'm 5 minutes from there
    around 400k but can stretch
    offer accepted last week
    the seller accepted our offer
    we need a tool to call leads back faster
    our customers stop replying
    calls go unanswered
    customers ask for a human and nobody is there
    we get messages in spanish
    we are an agency with 12 people
    we sell handmade soap
    i want to be called next week
    not my number
    it's free now
    parking is important
    safe
    garage
    no tengo agente
    ya no quiero esperar
    nos mudamos por la escuela de los niños
    la baja por maternidad
    planta baja con jardín
    para dos personas
    para mí
    para mi hijo de 15 años
    bis Ende April
    wir ziehen zurück nach Berlin
    ruhige Lage
    sichere Einkünfte
    mein Makler heißt Weber
    wir haben 2 Kinder
    Ich bin 35
    15 Minuten zur Arbeit
    شقة قريبة من المسجد
    عمري 35
    ابنتي عمرها 15
    عندي وسيط
    توقف العقد السابق
    Bastian
    Ana Stopp
    Will Call
    Mr. Human
    got preapproved last week w chase
    talking to a lender now
    no we dont
    nope
    12 mo fine
    2 bed round rock under 1800 need it by april 1
    like 400-450k
    lease is up end of april so before then
    can we see something saturday?
    yes its mine
    not selling, just curious
    yes can i see it sat 11am
    asap
    water bottles w our logo
    need them next week
    200
    ok
    yes call me maybe
    tengo que vender la mía primero
    3 recámaras
    como 380 mil
    en un mes y medio
    no tengo
    por ahora no
    busco casa en Georgetown
    ich suche eine Wohnung in Pankow
    drei Zimmer, Küche, Bad
    bis 1200 warm
    Finanzierungsbestätigung liegt vor
    nächsten Monat
    Kastanienallee 12, 10435 Berlin
    أبحث عن شقة في المارينا
    غرفة وصالة
    كاش
    خلال شهرين
    أم سلطان
    we need a demo for our sales team
    our follow-up is too slow, we lose a third of our leads
    nobody replies to our customers at night
    it costs us about 20 hours a week
    me and my partner
    O'Brien & Sons <Ltd>
    1808 Juniper Hill Dr, Round Rock
    moving for work
    we bought another house
    my mother passed away and i handle the estate
    """
ANSWER_ROWS = [text.strip() for text in ANSWERS.strip().splitlines() if "call me" not in text]


@pytest.mark.parametrize("text", ANSWER_ROWS)
def test_a_typical_answer_is_not_eaten_by_an_intent(text: str) -> None:
    assert [found.id for found in detect(text)] == []


def test_a_language_request_names_the_language() -> None:
    asked = {
        "hablan español?": "es",
        "auf deutsch bitte": "de",
        "بالعربي": "ar",
        "do you speak French?": "fr",
        "in english please": "en",
    }
    assert {
        text: next(found.data["lang"] for found in detect(text) if found.id == "language")
        for text in asked
    } == asked


def test_an_offer_covers_its_sum_so_that_it_becomes_no_budget() -> None:
    text = "ok. would they take 430? i like it"
    (offer,) = [found for found in detect(text) if found.id == "negotiation"]
    assert text[slice(*offer.span)] == "would they take 430"


def test_a_call_is_told_from_a_talk() -> None:
    assert [found.data for found in detect("call me now")] == [{"how": "call"}]
    assert [found.data for found in detect("i want a human")] == [{"how": "talk"}]


def test_a_colleague_is_told_from_a_vendor() -> None:
    assert [found.data["who"] for found in detect("im a realtor")] == ["agent"]
    assert [found.data["who"] for found in detect("we offer seo for realtors")] == ["vendor"]
