"""How people say the options of questions about buying a home and seeing it, in English."""

from __future__ import annotations

from typing import Final

MEANINGS: Final[dict[str, dict[str, str]]] = {
    "goal": {
        "buy": """
            buy|buying|purchase|purchasing|buyer|bying|buyin
            get|own a? home|house|place of my own
        """,
        "rent": """
            rent|renting|rental|rentals|lease|leasing|renter|tenant|rentin
            to let
        """,
        "sell": """
            sell|selling|sale|seller|sellin
            list my|our
            get rid of
        """,
        "invest": "invest|investing|investor|investment",
    },
    "financing": {
        "cash": """
            parents|family|dad|mom|mum|father|mother|inlaws .. paying|pay|pays|buying|funding
            have|got|had .. funds|capital
            money|funds|savings is|are|sitting? already? in|at the|my|our bank|account
            cash
            cash buyer|offer|purchase|deal
            in cash
            all|pay|paying|full|mostly|have cash
            out of pocket
            from|own|my|our savings
            no mortgage|loan|financing|lender|bank
            no need for|of a? mortgage|loan|financing|lender|bank
            dont|wont|not need|needing|require|want a|any? mortgage|loan|financing|lender
            dont|do not|wont|not need|needing|have|require a|any? mortgage|loan|financing|lender
            inheritance|inherited $
            wont need|require a|any? mortgage|loan|financing
            without a? mortgage|loan|financing
            pay outright|upfront
            paying outright|upfront
            buy|buying|purchase outright
            wire transfer
            inheritance|inherited money
            money|funds is|are|sitting|ready|in|available
        """,
        "preapproved": """
            bank|lender|broker|union .. yes|approved|approves|ok|okayed|cleared|good
            letter from
            letter in hand|already|ready
            pre approv*|aprov*|qualif*
            preapprov*|preaprov*|prequal*|preapp*
            approved
            got|get|been|am|were|already approved|preapproved
            approval|preapproval letter
            have|got|with a|an|our|my|the? approval|preapproval
            mortgage|loan|financing|lender|bank is? approved|ready|in place|lined|secured|sorted|agreed|done|set|good|arranged
            agreement|decision|mortgage in principle
            aip|dip|mip
            approved|cleared by|with|through|from|at|for
            commitment letter
            lender letter
            letter from my|our|the|a bank|lender
            financing is? secured|approved|sorted|arranged|in|ready
            underwritten
            qualified for
            va|fha loan approved|ready
            home loan sanctioned
            sanctioned by|from
            loan|mortgage already|is|was sanctioned
            loan sanctioned
            sanction letter
        """,
        "in_progress": """
            applied|applying|apply for|to a|the|my|our? preapproval|preapproved|pre|approval|mortgage|loan approval|approved|approval?
            applied|applying for preapproval|pre|mortgage|a|the|loan
            talked|spoke|talking|speaking|started|working|applied|met to|with chase|wells|rocket|boa|bofa|citi|usaa|navy|amex|ally|sofi|them
            to|with chase|wells|rocket|bofa|usaa|sofi
            bank|lender|broker|union .. on it|checking|working|looking|reviewing|processing
            broker|lender is|has|are
            talking|speaking|spoke|talked|chatting|working|meeting|met|dealing to|with .. lender|lenders|bank|banks|broker|loan|mortgage|credit|officer
            talk|speak|meeting|meet|appointment|call to|with .. lender|bank|broker|officer
            in progress|process|the|talks|discussions|motion
            in the process|works|middle
            process of getting|applying
            working on it|that|preapproval|pre|financing|approval|a|my|our|the|getting
            waiting on|for .. lender|bank|approval|broker|preapproval|letter|underwriting|credit
            waiting to hear|get
            applied for|with|to|last|this|yesterday|already
            applying|applyed
            application in|is|submitted|pending|sent
            submitted .. application|paperwork|docs
            loan|mortgage app|application|paperwork .. in|submitted|pending|sent|filed
            getting pre? preapproved|prequalified|approved|qualified
            shopping .. lenders|rates|lender|mortgage|mortgages
            comparing .. lenders|rates|lender|mortgage|mortgages
            almost|nearly|about|soon preapproved|approved|pre
            soon to be approved|preapproved
            half way
            halfway
            started .. process|application|paperwork|talking|with
            just started
            have|got|found a? lender|broker|loan
            with a|my|our lender|broker|loan|mortgage
            pending
            under way
            underway
            ongoing
            still talking|waiting|working
        """,
        "needs_to_sell": """
            offload|unload|get|have .. house|home|condo|place|flat|apartment|property first|sold
            money|cash|funds|equity|deposit from|out|in of? my|our|the|current|old house|home|condo|place|flat|current|old|sale
            sold first
            sell|sale|selling .. first|before|beforehand
            first|before .. sell|sells|sale|selling
            have|need|must|got|gotta|needs|has|want|going|gonna to? sell|unload
            selling my|our|mine|ours|the|current|this
            sale of my|our|mine|the|current|existing
            until|once|after|when|unless|if .. sell|sells|sold|sale|selling
            house|home|place|condo|flat|one to sell
            sell mine|ours|my|our|current|existing
            house|home|mine|ours|place|condo|flat|one .. sells|sell|on
            depends|contingent|depending on .. sale|selling|sell
            sale contingent|contingency
            contingent
            contingency
            equity from|in|of .. house|home|sale|place|condo
            proceeds
            use|using .. equity|proceeds|sale
            bridge loan
            chain
        """,
        "not_started": """
            no loan|financing|finance|mortgage yet
            ^ not|isnt|never approved $
            fha|va|usda|conventional|arm|fixed
            30|15|20 yr|year|years
            not|havent|hasnt|didnt|nothing|never started|begun|begin|start
            not started|begun|yet|applied|there
            have not|nt started|begun|talked|spoken|applied|looked|done|contacted
            havent .. talked|spoken|applied|looked|done|gone|contacted|gotten|got|asked|checked|met|found|seen|thought
            not .. talked|spoken|applied|contacted .. lender|bank|yet
            didnt|havent|havnt|never|wont|not .. apply|applied
            preapproval|approval|letter|preapproved|loan|mortgage|application|financing .. expired|lapsed|ran|fell|denied|declined|rejected|refused|cancelled|canceled|withdrawn
            lender|bank|broker|union|underwriter|they .. denied|declined|rejected|refused
            lender|bank|broker|union|underwriter|they .. said|says no
            lender|bank|broker|union|underwriter|they .. turned|turn us|me|it|them|him|her? down
            got|get|was|were|been|im turned down
            denied|declined|rejected
            not .. preapproved|approved yet
            no lender|preapproval|mortgage|approval|bank yet
            dont|do|not have a lender|mortgage|preapproval|bank|broker
            need|needs|want|wanna|looking|have|will|would|gonna|going|plan|planning|must|hoping to? get|find|apply|talk|speak|see|start|arrange|have .. mortgage|loan|lender|bank|preapproved|approved|financing|broker|approval|preapproval|finance
            need|needs|want|require a|some|the|help|your? mortgage|loan|lender|financing|finance
            need help|advice .. mortgage|loan|lender|financing
            will|would|gonna|ill|well finance|need|get|take|use|apply|be
            a|with|by|through|via|get|take|bank|home mortgage|loan|financing
            on finance
            nothing yet|started|done
            starting soon|from|to|out
            just starting
            first steps
            at the very beginning
            very beginning
        """,
        "not_started!": """
            preapproval|approval|letter|preapproved|approved .. expired|lapsed
        """,
        "not_started~": """
            mortgage|loan|finance|financing|financed|bank
            not|isnt|arent|wasnt|werent|havent|hasnt|never|dont|didnt|aint|nobody .. preapprov*|prequal*
            no|without a|any? preapprov*|prequal*
            not|isnt|arent|wasnt|werent|havent|hasnt|never|dont|didnt|aint|nobody .. pre approv*|qualif*
            no|without a|any? pre approv*|qualif*
            not|arent|havent|havnt|hasnt|never|dont|didnt|aint|nobody .. talk*|spok*|speak*|work*|contact*|met|meet*|seen|with .. lender|lenders|bank|banks|broker|loan|officer
        """,
        "private": """
            hard|private money|lender|loan|funds|financing|investor|investors|capital|equity
            hml
            private|hard
            bridging
            money partner
            self directed ira
        """,
        "raising": """
            raising|raise|syndicat*|gp|lps
            looking|seeking for? investors|partners|funding|capital
            need|finding|find investors|partners|a|partner|funding
            crowdfund*
        """,
        "unsure": "",
    },
    "has_agent": {
        "no": """
            signed nothing|none|nada
            havent|not|never|didnt|nor signed|sign with anyone|anybody|any|somebody
            havent|havnt|hvnt|hasnt|didnt|never|aint|arent|wont|wouldnt .. signed|sign|signing
            have|has|did|am|are|were|im|will not|never .. signed|sign|signing
            no|without|any|zero .. agent|realtor|broker|agreement|contract signed
            nobody .. signed
            do|did|have not .. signed agreement|contract
            im|am|are|were|is not under|in a|any? contract|agreement
            used to be signed|represented
            used to have|work with? one|an?|someone agent|realtor?
            fired|dropped|left|ditched ours|our|my|him|her|them
            no longer
            no|dont|not|havent|without|havnt|never|zero|any .. agent|realtor|one|agents|realtors|representation|agreement|contract|broker
            not|aint|isnt|arent working|represented|with
            unrepresented
            no signed|agreement|contract|representation
            on my|our own
            by myself|ourselves
            just me|us
            just you|u guys|folks|lot|people? $
            myself $
            first call|time|contact
            looking for one|an|a
            need|want one|an agent|a realtor
            you are|would|could|can be? the|my first|agent
            not anymore
            fired|dropped|left
            nobody|none
            expired|ended|terminated|cancelled
        """,
        "informal": """
            working with someone|somebody|anyone
            met|know|knew one|someone|somebody|an|a
            not|nothing|never|havent|havnt|hasnt|didnt|no|nt|yet|without|wasnt|isnt .. official|formal|formally|exclusive|committed|binding|paper|papers|writing|paperwork|contract
            yes|yeah|yep|yup|but|though|just|only .. not|nothing|never|havent|havnt|hvnt|hasnt|didnt|no|without .. signed|sign|signing
            have|has|had|got|with|using|working|there .. agent|realtor|broker|one|someone|somebody .. not|nothing|never|havent|havnt|hvnt|hasnt|didnt|no|without .. signed|sign|signing|agreement|contract|official|paper|exclusive
            friend|cousin|brother|sister|uncle|aunt|mom|mother|dad|father|agent|realtor|broker|someone|somebody .. helping|helps|helped|showed|advising
            unsigned
            talking|talked|spoke|spoken|speaking|chatting|chatted|met|meeting|texting|emailing|looking to|with|at .. agent|realtor|one|someone|somebody|agents|realtors|few|couple|several|broker
            friend|cousin|brother|sister|uncle|aunt|mom|mother|dad|father|inlaw|law|neighbor|neighbour|wife|husband|colleague|coworker|buddy|friends is|who|s|has|an|a agent|realtor|license|broker
            cousins|friends|brothers|sisters|uncles|aunts|moms|dads|neighbors|wifes|husbands|buddys|coworkers an|a|our|my agent|realtor
            agent|realtor friend|cousin|buddy
            friend|cousin|relative in real
            informal*
            casual*
            sort|kind of
            kinda|sorta
            verbal*
            handshake
            working with .. but not|nothing|havent|no
            have|has|know|got|interviewing|considering .. agent|realtor|agents|realtors|one but|though
            interviewing
            considering
            just talking|met|chatting|started
            in talks
            not exclusive*
            showing|showed|shown us|me
        """,
        "informal~": """
            not|nothing|no|nt|yet|without|wasnt|isnt .. signed|sign|signing
        """,
        "signed": """
            i did $
            we did $
            already did
            signed
            yes .. signed
            have signed|an? agreement|contract
            signed .. with|agreement|contract|exclusive|up|papers|buyer|form
            under|in contract|agreement
            exclusive agreement|contract|with|buyer
            have|has|got|with|using|use|working|work|represented|rep with|by|an|our|my|a|the|already .. agent|realtor|broker|redfin|remax|zillow|compass|kw|century
            my|our agent|realtor|broker
            represented by|already
            im|am|are|were|is|already represented
            already have|got|working|represented|with|an|one
            have one|an|my
            buyer|buyers agreement|rep|representation
            bra|bba
            we have|do
        """,
    },
    "appointment": {
        "call": """
            call|calls|calling|ring|phone|phonecall|telephone|callback|tel
            call|ring|phone|buzz me|us|back|first|pls|please|now|today|tomorrow
            give me|us .. call|ring|buzz|bell
            by|on|over the? phone
            just|a|the|quick|short call|phone|chat
            ^ now|asap|anytime|immediately|today $
            ^ now|asap|anytime|immediately please|pls|plz|works|ok|fine|good|thanks
            ^ right now|away please|pls $
            any time|whenever works|is|you|suits
            talk|speak|chat
            10|ten|quick|30|15 min|mins|minutes|minute
            lets|can|could|like|want to? talk|chat|speak
            phone call
            voice
            zoom
            a chat
            teams|meet|zoom|google call|meeting
        """,
        "tour": """
            tour|tours|touring|visit|visiting|viewing|viewings|showing|showings|walkthrough|turs
            walk through|thru
            book|schedule|arrange|set a|the|up|in|viewing|tour|visit|showing|an? viewing|tour|visit|showing|time|appointment|appt|look
            see|view|tour|show|check it|them|some|something|house|houses|home|homes|place|places|property|properties|one|the|a|few|this|that|in|out|inside|me|us
            look|looking|peek at|around|inside|see
            have|take|get a|another look|peek|tour|second
            second|another|closer look|visit|viewing
            in person
            come see|by|look|over|around|view|visit|to
            stop by
            swing by
            drop by
            can|could|may i|we .. see|view|visit|tour|come|look|visit
            want|wanna|like|love to see|view|visit|tour
            show me|us
            pick a? time|slot|day
            face to
            physical*
            open house
        """,
        "video!": """
            video|facetime|virtual|virtually|remote|remotely|online|skype|livestream|whatsapp|zoom|360|3d
            video tour|call|walkthrough|visit|chat|viewing|walk
            virtual tour|viewing|visit|showing|walkthrough
            facetime|zoom|whatsapp|skype tour|call|viewing|video
            over video|zoom|facetime|skype
        """,
        "video~": "out of state|town",
        "visit": """
            visit|come|appointment|inspect|inspection|site
            come|stop|swing|drop by|over|round|around|out|see|and|to|on|in
            visit me|us|please|is|the
            on site
            in person
            see|look|view|take .. house|home|place|it
            pop in|over|by|round
            you can|could|may come
            walk through
            yes come
            send someone|somebody|him|her|them|an
            evaluate|appraise|measure
        """,
        "demo": """
            demo|demonstration|slot|meeting|walkthrough|presentation
            pick|choose|book|schedule|find|set|take a|the|in|up|us? time|slot|demo|meeting|call
            show me|us
            call
            zoom|teams|meet
            live
        """,
        "none": """
            pass $
            pass for|on|this
            not until|before|unless i|we|ive|weve
            just|only|was wondering|curious|asking
            see|look|view|check options|pictures|photos|pics|listings|more|details first|before|online
            first see|look .. options|pictures|photos|listings
            not now|yet|today|right|interested|ready|for|at|this|just|really
            no thanks|thank|need|call|calls|tour|visit|visits|viewing|demo|meeting
            nothing|neither|none
            maybe|perhaps|some other|later|another time|later|day
            later
            not at this
            just|only a|the|one|my|have|asking|some? question|questions|asking|range|figure|number|estimate|price|value|info|information|details|looking|browsing|send|email|mail|text|texting|curious
            a question
            question|questions
            send|email|mail|text|share|forward .. first|options|listings|info|details|link|links|deals|deal|recording|list|brochure|range|it|them|photos|pics|pictures|materials|sheet|sheets|matches|homes|numbers|report|everything|something|some|over|only
            recording|recorded
            email|mail|message|whatsapp|text|sms only|first|me|us|is|please|instead|pls|works|would|will|better
            by|via|per|over|through email|mail|text|message|sms
            just by? email|text
            options|deals|info|listings first|only
            think about|it
            hold off
            im|were|am good
            no rush
            not necessary|needed|required
            let me think|look|see|check
            ill|we|well|i will? call|contact|reach|get|let you
            dont|do|not call|ring|phone|contact|visit|come
        """,
    },
}
