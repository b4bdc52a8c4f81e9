"""What is asked or told beside the matter: intent -> texts."""

from __future__ import annotations

MEANT = {
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
