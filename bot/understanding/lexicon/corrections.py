"""Signs that something said before is being changed, and what volunteered facts sound like."""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon.second_thoughts import SAYS_ANEW

# Any of these lets a value in the same sentence replace an earlier one.
SIGNS: Final = f"""{SAYS_ANEW}
    sorry
    oops|whoops|correction|typo|scratch
    no i|we said|told|meant|wrote
    not 1|2|3|4|5|6|7|8 $
    actually
    wait
    hold on
    no no
    i|we meant|mean
    meant to say|put|write|type
    i|we misspoke|mistyped
    my mistake|bad
    make it|that
    change|update|switch|correct .. to
    change|update|correct my|the|our
    should be|say|read
    instead
    rather than
    on second thought
    changed my|our mind
    let|lets me? change|correct|fix|make|go
    not .. but
    budget|price|max|limit|number|phone|email|name|area is|was|should|will more? like?
    more like
    wrong|incorrect number|phone|email|name|area|budget|one
    that was|is|isnt wrong
    its|is now
    new number|phone|email|budget|address
    in fact
    better make|say
    perdón|perdon|perdona|perdone|perdonen|disculpa|disculpe|disculpen
    me he equivocado|confundido|liado|colado
    he dicho
    rectifico|corrijo
    bueno no
    pon|ponga|ponle .. mejor
    en realidad
    quise|quería|queria decir
    quiero|queria|quería cambiar|corregir
    me equivoqué|equivoque
    me he equivocado|confundido
    ^ mejor
    en lugar|vez de
    mejor dicho
    cambia|cambiar|corrige|corregir|cámbialo
    espera
    de hecho
    es que .. no
    no .. sino
    doch lieber|nur
    doch eher
    ^ lieber
    ^ upps|ups|hoppla
    das|es war|ist falsch|verkehrt
    entschuldigung|sorry|verzeihung|moment|halt
    ich|wir meinte|meinten|meine
    korrektur|korrigiere|ändern|aendern|geändert
    eigentlich
    stimmt nicht
    nicht .. sondern
    vertippt|verschrieben|vertan|versprochen|verlesen
    ach nein
    quatsch
    nein warte
    statt|anstatt
    ach nein|ne|nee
    عفوا|اسف|آسف|تصحيح|غلط|غيرت|غلطت|معليش|سوري
    لا لا
    ^ خليها|خليه|خلها|خله
    في الحقيقه|الواقع
    لا .. بل
    """

# A sign that ends with one of these names the old value, not the new one.
BEFORE_THE_OLD: Final = frozenset("statt anstatt than de".split())

# A budget may grow or shrink without any other sign.
MONEY_SIGNS: Final = """
    raise|increase|bump|up|lower|drop|cut|make my|the|our? budget|max|limit? to
    can|could|might|would|will|willing|able|happy|ok|okay|prepared to? go|stretch|do|push|manage|spend|pay|afford up? to
    can|could|might|would|will go|stretch|push|do up? to|as|for
    can|could go higher|lower|over|above
    willing|able|happy|prepared|ready to go|stretch|spend|pay|do
    say|says .. can|could go|do|spend|afford
    stretch to
    budget is|was now
    raise|increase|lower|reduce|bump|up|drop|cut .. budget|max|limit|it
    bump it
    go up|down|higher|lower to
    max|maximum is now
    podemos|puedo|podríamos|podria|podría llegar|subir|estirar|pagar hasta|a
    subir|bajar .. presupuesto
    sube|suba|súbele|súbale|súbanle|subo|subimos|baja|bájale|bájele|baje a
    presupuesto .. a|en|hasta
    tope|máximo|límite|presupuesto es|son|sería|serían
    budget|preis|preisrahmen|limit|maximum|obergrenze|höchstpreis ist|sind|wäre|liegt|beträgt|jetzt
    ميزانيه|ميزانيتي|حدي صارت|صار|الان|الحين|هي
    können|kann|könnte|könnten .. gehen|ausgeben|zahlen
    bis .. hochgehen|gehen
    ممكن|اقدر|نقدر|نزيد|ازيد|ارفع .. الي|لحد|حتي
    """

# Facts told in passing that are plain enough to be taken without being asked.
VOLUNTEERED: Final = {
    "financing": {
        "cash": """
            cash buyer|buyers|purchase|offer
            paying|pay|buy|buying cash
            paying|pay|buy|buying cash|in|with|all cash
            pay|paying|buy|buying in|with|all cash
            all cash
            al contado
            barzahler
            كاش|نقدا
            """,
        "preapproved": """
            preapproved|prequalified
            pre approved|qualified
            preapproval
            pre approval
            crédito|credito preaprobado|autorizado
            hipoteca preconcedida|preaprobada|concedida|aprobada|autorizada
            hipoteca|crédito|credito ya? concedid*|aprobad*|autorizad*
            home? loan|mortgage is? approved|sanctioned
            finanzierung steht
            finanzierungsbestätigung|finanzierungszusage
            """,
        "needs_to_sell": """
            need|have|must|got to sell our|my|the? house|home|place|condo|flat|first
            need|have|must|got to sell mine|ours
            sell our|my house|home|place|condo|flat first
            vender .. primero
            erst .. verkaufen
            """,
        "in_progress": """
            talking|speaking to|with a|my|our|the lender|bank|broker
            """,
    },
    "owner_role": {
        "co_owner": """
            me and my|the? wife|husband|ex|brother|sister|partner|spouse own
            own it with|together
            """,
        "representative": """
            have|got|with? power of attorney
            """,
    },
    "stage": {
        "offer_accepted": """
            offer got|was|is|has? been? accepted
            accepted my|our offer
            under contract
            """,
    },
    "has_agent": {
        "no": """
            no agent|realtor
            dont|do not have an|a agent|realtor
            not working with an|a|any agent|realtor
            without an? agent|realtor
            no realtor yet
            """,
        "signed": """
            signed with an|a|our|my agent|realtor
            have signed .. agent|realtor
            under contract with an|a agent|realtor
            """,
    },
    "reason": {
        "curious": """
            just|only curious
            solo|sólo curiosidad
            nur neugierig
            """,
        "relocating": """
            relocating|relocation
            moving|transferred|transfer for work|a|my|the new? job|work
            new job in
            """,
        "inherited": """
            inherited|inheritance|estate of|from
            inherited
            heredé|heredamos
            herencia de
            es|una|por|de herencia
            geerbt
            ورث|ورثة|ورثناها|ورثتها|ميراث
            """,
        "size": """
            downsizing|downsize|upsizing
            outgrown|outgrew
            need|want more|less|a bigger|smaller space|place|house|room
            """,
        "bought_next": """
            bought|buying .. already|next|another|new house|home|place|one
            """,
    },
    "appointment": {
        "tour": """
            book|schedule|arrange|want|like|get a tour|viewing|showing|visit
            to see|view|tour|visit it|the|one|some|this|that house|home|place|flat|apartment|property
            can|could|may i|we see|view|tour|visit it|the|this|one|something
            """,
    },
}
