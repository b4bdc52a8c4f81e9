"""What people mean beside or instead of an answer, in English."""

from __future__ import annotations

from typing import Final

INTENTS: Final = {
    "call_now": """
        ^ callback please|pls|asap|now|today
        calll|cal me $
        can|could|may i|we get|have a|an? phone|quick? call|callback
        can|could|will|would an|your|the|one agent|realtor|broker|person|guy|team|officer|one|someone of|on? you|yours? call|ring|phone $
        can|could|will|would an|your|the agent|realtor|broker|person|officer call|ring|phone me|us
        wanna|want|like|prefer|rather to? talk|speak|chat on|over|by the? phone
        ^ please|pls|kindly call $
        call please|pls $
        call|ring|phone|telephone|buzz|dial me|us
        give me|us a|an? quick|short? call|ring|buzz|callback|bell|shout
        have|get|ask|let .. call|ring|phone me|us
        someone|somebody|agent|he|she|they|dana|you to|can|could|should|please|must? call|ring|phone me|us
        can|could|will|would you|someone|somebody|u|anyone please|pls? call|ring|phone
        call back now|please|asap|today
        want|need|like|request a phone? call|callback now|asap|today|please|back
        request|requesting|need|want a callback|call
        ^ call now|asap|please|back|immediately $
        ^ callback|call $
        """,
    "human": """
        ^ humans|agents|people $
        talk|speak|chat 2|to|with a|an|the? person|human|agent|sales|someone|realtor
        someone|anyone|somebody|anybody i|we can|could talk|speak|chat
        talk|speak|chat|connect|transfer|switch|put|pass|hand|write to|with|me|through|us .. human|person|agent|someone|somebody|people|representative|rep|operator|realtor|broker|manager|advisor|consultant|adviser|officer|staff
        ^ human|agent|person|operator|representative|rep|realtor|people|someone $
        ^ human|agent|person|operator|representative|live please|pls|now|agent|person
        ^ ok|okay|k|yes|yeah|no|please|pls|just|hello|hi human|humans|operator $
        ^ a? real|actual|live person|human $
        i|id|we|just want|need|prefer human|humans|operator $
        real|live|actual|human person|human|agent|being|someone|rep|people please|pls|now|instead|here
        i|id|we|just want|need|prefer|like a|an? real|live|actual human|person|agent|someone|being|operator
        want|need|prefer|get|give|find me|a|an? a|an|real|live|human|actual human|person|agent|rep|operator
        live chat|agent|support
        customer service|support
        speak to|with someone|somebody|anyone|anybody|a|an
        talk to|with someone|somebody|anyone|anybody|a|dana
        no bots|bot|robots|robot|machine
        not a bot|robot|machine please
        hate bots|robots|chatbots
        """,
    "stop": """
        ^ s t o p $
        i|we|ive|already said|told|say .. stop|quit $
        for .. sake stop
        leave me the|tf f|eff|fk|bleep alone
        remove|delete|lose my number|email|contact from
        remove my number|contact
        dont|not want .. more|further texts|messages|emails|sms|contact|spam
        ^ stop|stopp|stopall|unsubscribe|unsub|quit|cancel|end|optout|revoke $
        ^ stop|unsubscribe|quit|cancel please|pls|now|it|this|all|messages|everything|thanks|immediately|right|already|that|chat|conversation|bot|idiots|assholes|ffs|jesus|just
        please|just|pls|fucking|effing|ok|okay|to stop $
        please|just|pls|now stop it|this|that|now|already|all
        stop|quit|cease text|txt|message|messag*|texting|txting|sending|contact*|emailing|mailing|bother*|spam*|harass*|annoying|bugging|pestering|writing|bombarding|dming|pinging
        stop|quit calling|phoning|ringing me|us|this|my|now|please
        stop .. messages|texts|emails|spam|calls|notifications
        want|need|like you|this|it|these|them to stop
        unsubscribe|unsubscribed|unsub
        opt|opting|opted me? out
        leave|let me|us alone|be
        leave|let me the|tf hell|fuck alone
        take|remove|delete|drop|cut me|us|my off|from
        take|remove me|us|my number|name|email? off|from|out
        do|dont|did not? ever? contact|message|bother|disturb|harass|spam|pester me|us
        not .. contact|message me|us
        dont ever? text|email|write|mail|call|ring|dm me|us? again|anymore|ever|any
        do not|never text|email|write|mail|call|contact|message me|us again|anymore|ever|any
        never contact|text|message|email|write me|us? again|anymore
        no|not more|further|any|another messages|message|texts|text|emails|contact|spam
        not want|wish to|any be? contacted|hear|messages|texts|contact|receive
        dont|do|didnt want|wish|need|like not? .. messages|texts|contacted|spam|hear from
        lose|forget|erase my number
        go away
        cancel my subscription
        cease and desist
        do not contact|disturb
        not interested .. stop|leave|remove
        """,
    "delete_me": """
        want|need everything|it all|all deleted|erased|removed|wiped
        everything deleted|erased|wiped
        get rid of my|all|everything .. data|info|information|details|everything
        scrub|purge|destroy|delet|delate|dlete my|all|the .. data|info|information|details|records
        my|all|personal data|info|information|details deleted|erased|removed|wiped
        delete|erase|remove|wipe this|the|our conversation|chat|thread|history
        delete|erase|wipe|remove|destroy|purge|clear .. my|all|the|our .. data|info|information|details|account|record|records|history|profile|conversation|chat|file
        delete|erase|remove|wipe|clear my|all|the|personal data|info|information|details|account|record|records|history|everything
        delete|erase|wipe|remove|clear everything|all
        delete|erase me
        forget me
        forget about me
        forget everything about
        right to be
        to be forgotten
        ^ gdpr|ccpa $
        gdpr|ccpa request|deletion|erasure|delete
        under gdpr|ccpa|the gdpr
        data deletion|erasure|removal
        deletion request
        """,
    "why": """
        ^ y do|does|would|are|u|you .. need|want|ask|asking|care|know
        why so many|much|personal|nosy
        ^ why|y $
        ^ and|but|ok|hm|um why $
        what do you|u|ya|they mean
        what does that|this|it even? mean
        ^ i|we dont|do understand|get|follow|not understand|get|follow? it|this|that|the? question? $
        ^ why that|this|is|tho|though|exactly|so $
        why do|does|would|did|should|are you|u|ya|that|it|this|i|they .. need|want|ask|asking|know|care|matter|require|require|collect|have|give|tell|share
        why|whats is|does|do that|this|it|my needed|necessary|required|important|relevant|matter|for
        why is|are .. needed|necessary|required|important|relevant
        why are|r you|u asking|wanting
        why need|ask|my|the
        why you|u need|ask|want|asking
        ^ what for
        what|whats|wat do|is|s|does? you|that|this|it|u need|want|for|use|do
        what do|will|would you|u need|want|do|use .. for|with
        whats that|this|it for
        what is|does that|this|it for
        what does .. matter
        does it matter
        how come
        what business
        is that|this|it necessary|required|needed|relevant
        what will|do you do with
        """,
    "are_you_bot": """
        ^ you|u a? bot|robot|machine|human|ai
        are|r|is|am|you|u you|u|this|that|it|i .. bot|robot|ai|chatbot|machine|computer|automated|chatgpt|gpt|siri|alexa|program|script
        are|r|is you|u|this|there|it a|an|even|actually|really|someone? real|human|person|actual|living|live|man|woman|alive
        are|r you|u real|human|alive
        is there a|an|any real|human|person|anyone|somebody|someone
        is|am this|i|it .. real|human person|human|being|live
        talking|speaking|chatting|texting|writing to|with .. bot|robot|ai|computer|machine|human|real|person
        ^ a? real|actual|live person|human $
        ^ real|human|bot|robot|ai $
        ^ bot|robot
        who am i talking|speaking|chatting
        who are|is you|this
        """,
    "back": """
        undo that|it|this|last|the
        ^ back|previous|undo|return $
        ^ please? go|step|take back|previous
        go|going|step|move|take|get|scroll|jump me? back to? the|a|one|last|previous|that|my? question|step|one|answer|page|screen
        go back please|pls|one
        go back $
        previous|last question|step|answer
        one|a step|question back
        change my|the|that last|previous? answer
        """,
    "restart": """
        start|begin|do it|this? all? over
        start|begin|go|do it|this? again|afresh|anew
        start|begin|back from|at|to? the? beginning|scratch|start|top
        ^ restart|reset|startover $
        ^ restart|reset please|this|the|chat|everything|conversation
        from the beginning|start|top
        new conversation|chat
        clean slate
        """,
    "advice": """
        would you|u buy|sell|rent|recommend|invest
        think .. rates|prices|market|rate|values .. drop|fall|rise|crash|go|increase|up|down
        will|would|do|can|could|am|should i|we|they .. approved|approve|qualify|preapproved|accepted|denied
        get|be|getting|being approved|denied|accepted
        can|could i|we .. afford
        how much .. afford|borrow|qualify|approved
        will .. approve me|us
        chances of|to|for .. approved|approval|qualifying
        is|was|would .. good|smart|wise|bad|sound|safe|solid investment|idea|buy|deal|decision|time
        good|right|best|bad|smart time to
        good investment
        worth investing|buying|it|the
        should|shall i|we buy|sell|wait|rent|invest|refinance|offer|refi|lock|hold|list|get|pay|take|put
        tax advice|implications|consequences|benefits|deduct*|break|breaks|credit|bill|question
        capital gains
        tax|taxes deductible|on
        will|do i|we owe|pay|have .. tax|taxes
        what about taxes|tax
        pay .. tax|taxes
        how much .. tax|taxes
        legal|financial|tax|investment advice
        need|have|recommend|require .. lawyer|attorney|accountant
        will|are|do|is prices|rates|market|values|the|home|interest .. up|down|drop|fall|rise|crash|increase
        what .. interest? rate|rates|apr
        current|todays|mortgage|interest rate|rates $
        whats|what .. my|the monthly? payment|payments
        credit score .. enough|need|good|ok
        bad|poor|low|my credit
        """,
    "fee": """
        do|will|would|must|should i|we have|need|got? to? pay you|u|anything|something
        what|which percent|percentage|pct|cut do|does|would|will you|u|the|your|they .. take|charge|get|keep
        what|whats|wats|how is|are|much? ur|your fee|fees|commission|rate|rates|cut
        what|how does|do|much your|the|ur|do service|services .. cost
        how much does|do your|the service|services cost
        does|will|would it|this|that cost anything|something|money|me|us
        you|u charge|bill
        commission|commissions
        how much|what do|does|will|would you|u|your|an|the agent|service? charge|cost
        how much .. charge|charging|you take|you get
        what .. charge|charging
        what|whats|how|any|are|is .. your|the|agent|agents|agency|broker|brokers|realtor|service|there fee|fees|percentage|cut|charges
        your|agent|agents|agency|broker|realtor|finders|service|hidden|buyers fee|fees|percentage|cut
        what|whats does|is|will this|it|the service|your cost|price|charge me|us|for
        is|are it|this|that|you|your|the|service|valuation|everything|consultation really|actually|for|completely? free|gratis|paid
        is|are .. free of charge
        do|will|would|must i|we have|need|pay .. you|for this|anything|agent|service
        who pays you|the|your|agent|commission|fees|for
        free of charge
        fees $
        """,
    "negotiation": """
        can|could|may|should i|we offer|bid less|lower|under|below|something
        would|will|could|can|do|does|might you|u take|accept|negotiate|consider|go|come lower|less|offers|down|anything|below|under|price|on
        would|will|could|can|do|does|might|think they|seller|sellers|the|owner|owners|he|she|landlord .. take|accept|consider|entertain|go|do|come|drop|lower|negotiate|agree
        take|accept|consider less|lower|under|below|an? offer|offers|anything|asking
        negotiable|negotiate|negotiating|negotiation|nego|obo
        wiggle|any|some|much room
        wiggle room
        room to|for negotiate|negotiation|haggle
        lowest|best|final|rock price|they|you|hed|theyd|offer|bottom
        what if i|we offer|offered|pay|paid
        make|put|submit|send|writing|write an|my|our|a offer|bid
        come|bring|go|get down|off|lower on|the|in|from|to|price
        knock .. off
        discount
        below|under|over asking
        lower|reduce|drop the|their|price|your
        """,
    "negotiation#": """
        i|we|id|wed|ill|well can|could|would|will|want|like|might? to? offer|bid
        my|our|an|the offer of|is|for|at|on
        offer of
        can|could|would|will you|they|the|seller|owner seller|owner? do
        """,
    "agent": """
        represent|representing a|the|my buyer|seller|client|buyers|couple|family
        im|am their|his|her|the|a buyers? agent|realtor|broker
        i|we work for|at|with coldwell|remax|keller|kw|compass|century|exp|redfin|sothebys|re
        im|am|iam|m|being|as|also a|an|also|fellow|licensed|real|local|another|estate|listing|buyers|buyer? a|an|licensed|fellow|local|real|buyers|listing? estate? agent|realtor|broker|realter|brokers|realtors myself|too|also|here|in|with|at|from|and|looking|by|wanting
        im|am|iam|m a|an licensed|fellow|local|real|buyers|buyer|listing|estate|mortgage? estate|agent? agent|realtor|broker|wholesaler|realter $
        im|am a|an licensed? agent|realtor|broker previewing|touring|viewing|scouting|showing|representing|with
        previewing|viewing|touring|scouting this|it|the|house|home|place? for a|my|our client|clients|buyer|buyers
        fellow agent|realtor|broker
        agent|realtor|broker here|myself|too
        im|am|we're|were|are with|from remax|kw|keller|coldwell|compass|century|exp|redfin|another|sothebys
        to network|collaborate|partner
        network with|ing
        cooperate|cobroke|cobroker
        co broke|broker
        refer*|send clients|business to|your|each
        referral partner|partners|partnership|agreement|network|split
        my|our|have|got a? client|clients|buyer|buyers is|are|wants|want|interested|for|who|looking
        on behalf of my client|clients
        looking|want|wanna|like|love|here|interested to|in join|work|working for|with your|at|you
        are you hiring
        job|position|opening|openings|vacancy at|with|your|in your
        """,
    "vendor": """
        get|put|rank|bring|push your|ur|you|agents|realtors .. page one|1|first
        get|put|rank .. on|to page one|1
        we|i do|offer|provide|specialize|specialise .. photography|staging|cleaning|landscaping|videography|drone|virtual
        photography|seo|marketing|leads|staging|websites|crm|videos .. for agents|realtors|brokers|brokerages
        want|need|looking|like for? more|some|quality|free|exclusive seller|buyer|quality|exclusive? leads
        help|helping|helped|work realtors|agents|brokers|agencies|brokerages
        offer|provide|sell|offering|providing|selling|have|generate|deliver|help|specialize|specialise .. for|to|with|in realtors|agents|brokers|agencies|brokerages|realtor|broker
        offer|provide|sell|offering|providing|selling|deliver you|your .. leads|services|seo|marketing|traffic|website
        seo|marketing|advertising|photography|staging|design|development|lead services|service|agency|package|packages|generation for realtors|agents|brokers|you|your|agencies|real
        rank your|you on|website|site|listings|higher
        boost|grow|increase|improve|scale|redesign your website|traffic|rankings|leads|seo|visibility|revenue|sales|listings|online|google|conversion|business
        guest post|posts|posting
        backlinks|backlink
        interested in our|buying leads|seo|services|more
        more|exclusive|qualified|guaranteed seller|buyer|real? leads|listings|appointments for|to|on you|your|agents|realtors
        get you .. leads|clients|traffic|listings|ranked|appointments
        your website|site|listings is|looks|needs|could
        business proposal|loan|funding|opportunity
        are you|your|the|who person|team|decision|responsible|in .. marketing|advertising|software
        partner with you|your
        """,
    "pitch": """
        offer|provide|sell|pitch|introduce|show|present you|your .. services|service|solutions|solution|leads|backlinks|platform|product
        offer|provide|pitch|sell|help|present your company|business|team|agency|firm|brokerage .. our|services
        our .. services|solutions|service to|for you|your
        we|i|our are|am|is .. agency .. offer|offering|help|provide
        """,
    "vendor?": """
        we|i|our company|agency|team? offer|offering|offers|provide|provides|sell|sells seo|backlinks|leads|lead|web|website|digital|photography|staging|marketing|crm|virtual
        offering|selling seo|leads|web|digital|photography|marketing
        """,
    "minor": """
        im|am|i in? 6th|7th|8th|9th|10th|11th|sixth|seventh|eighth|ninth|tenth|eleventh grade|grader
        im|am still? a kid|child|teenager $
        im|am|i|we're|were a|still|just|only|under|not? minor|underage|teenager
        im|am|still|only|being underage|a minor
        under 18|eighteen|age
        not 18|eighteen yet
        im|am not 18|eighteen
        turn|turning 18|eighteen next|in|soon
        """,
    "thanks": """
        ^ ok|okay|great|perfect|cool|alright thx|thanks|ty bye|man|mate|again|all|everyone $
        ^ thanks|thx|ty bye|man|mate|all|everyone|again|dana|anyway|tho|though $
        ^ thanks|thank|thx|ty|tysm|cheers you|u|so|very|a|again|for? much|lot|you|everything|all|the|your|help|info|that|bye|again $
        ^ thanks|thank|thx|ty|cheers you|u? $
        ^ thanks|thank you|u? so|very|a much|lot|kindly $
        ^ much appreciated $
        ^ great|ok|okay|perfect|cool|awesome|nice thanks|thank|thx you|u? $
        ^ bye|goodbye|cya|later|goodnight $
        ^ have a good|great|nice one|day|weekend|evening $
        ^ appreciate it $
        """,
    "greeting": """
        ^ hi|hello|hey|hiya|howdy|yo|heya|heyy|hii|sup|greetings|morning|afternoon|evening there|you|all|guys|team|folks|everyone|bot|again|sir|maam? $
        ^ good morning|afternoon|evening|day $
        ^ hi|hello|hey good|how morning|afternoon|evening|are|day you|u? $
        ^ anyone|anybody there|here|home $
        ^ start|begin $
        """,
    "do_not_sell": """
        do|please|pls? not|dont|never sell|share|trade my|our|any personal? data|info|information|details
        not|dont|never sell or share|trade
        ^ do not sell $
        dont sell my|our data|info|information|details|number
        opt out of sale|sharing|selling
        opt out of the sale|sharing
        opt me out of sale|sharing|selling
        limit the? use of my sensitive? personal? data|information|info
        """,
    "no_calls": """
        dont|not|never ever? call|phone|ring $
        please dont call|phone|ring|calls
        no|without|avoid|hate phone? calls|calling|call|phonecalls
        no .. calls|calling
        dont|never|not ever? call|phone|ring me|us
        dont|never .. calls
        not .. calls
        not be|get called
        dont|not call
        rather|prefer not .. called|call|talk|phone
        """,
    "rude": """
        idiot|idiots|moron|morons|stupid|dumb|dumbass|asshole|assholes|fuck*|wtf|stfu|bullshit|bs|crap|sucks|useless|pathetic|retard*|bastard*|bitch*|shit|shitty
        shut up
        piss off
        screw you|off
        go to hell
        waste of time
        wasting my time
        so|really|very|how|damn|youre annoying
        hate this|you|bots|chatbots
        """,
}

STEERING: Final = """
    how are|is|about|good the? schools|school|schooling
    safe|unsafe|safer|safest area|areas|neighborhood|neighbourhood|neighborhoods|part|place|street|there|to|at|community|location|block|for|town|city|enough|zone
    is|are|how|its|feel|feels|really it|this|the|that|there|area|neighborhood|neighbourhood|they? .. safe|dangerous|unsafe|sketchy|rough|ghetto|secure
    how safe|dangerous|secure
    somewhere|anywhere|someplace|area|neighborhood|neighbourhood|is|really|very|quite safe
    dangerous|sketchy|rough|bad|shady|ghetto|dodgy area|areas|neighborhood|neighbourhood|part|side
    crime|crimes|criminals|burglaries|gangs|gang|shootings|drug|drugs|homeless rate|rates|stats|statistics|there|in|around|level|low|high|bad|problem|free|much|near
    much|any|lot|low|high|little|about|no|less crime|gangs|crimes|drugs|violence|homeless
    crime $
    good|great|best|decent|top|excellent|bad|better|nice|highly|rated schools|school|districts
    how|are|is .. schools|school good|great|any|rated|ok|there|like|decent|bad|quality
    school rating|ratings|quality|scores|rankings|ranking
    schools any good
    what|which kind|sort|type|kinds|types of people|neighbors|neighbours|families|residents|person|crowd|folks|community
    who|whos lives|live|living|are the? there|around|here|neighbors|neighbours|next|in
    what are the? neighbors|neighbours|people like
    many|lot|lots|lots|any|mostly|more|are|full of? families|kids|children|immigrants|foreigners|blacks|whites|hispanics|latinos|asians|muslims|jews|christians|mexicans|indians|chinese|gays|renters|seniors|retirees|singles|students|arabs|african there|around|in|nearby|near|live|here|americans|americas
    many|lot|lots|mostly|full|are|any of|there? families|kids|children|immigrants|foreigners|muslims|jews|christians|hispanics|asians|indians|whites|blacks
    churches|church|mosque|mosques|synagogue|synagogues|temple|temples|gurdwara near|nearby|close|around|within|in|there|walking
    near|nearby|close|any|is|closest|nearest|what|which|to|there a|the|any|to|are|good? church|churches|mosque|synagogue|temple
    what|which|any|about church|churches|mosque|religion|religions|race|races|ethnicity|nationality|nationalities
    race|races|racial|ethnic|ethnicity|demographic|demographics|religion makeup|mix|lives|live|of|there|like|composition|is|are|area
    demographics|demographic
    diverse|diversity area|neighborhood|neighbourhood|there|community|is|it|in
    is .. diverse
    white|black|hispanic|latino|asian|jewish|muslim|christian|indian|chinese|arab|mexican neighborhood|neighbourhood|area|people|families|community|neighbors|part|population
    mostly|predominantly|majority|mainly white|black|hispanic|latino|asian|jewish|muslim|christian|indian|american|americans|families
    family|kid|child|gay|lgbt|senior friendly area|neighborhood|neighbourhood|street|place|there
    good|nice|great|ok|suitable|right|best for|with families|kids|children|a|young|singles|raising
    good place|area|neighborhood|neighbourhood to|for raise|families|kids|children
    people like us|me
    our|my kind of people
    """
