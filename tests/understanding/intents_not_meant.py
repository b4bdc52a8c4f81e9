"""What only sounds like an intent, and answers that mean nothing else."""

from __future__ import annotations

# Rudeness and refused calls are no STOP; a call that is refused is no request for one.
NOT_MEANT = [
    ("stop", "fucking bus stop right outside"),
    ("stop", "schluss mit Miete"),
    ("minor", "the house is 15 years old"),
    ("minor", "my son is in 8th grade"),
    ("human", "our house is for humans"),
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
    ("human", "call me Al"),
    ("human", "call me Will"),
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
