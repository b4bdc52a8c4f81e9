"""How people say the options of the questions we know, in English: field -> value -> phrases."""

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
            cash
            cash buyer|offer|purchase|deal
            in cash
            all|pay|paying|full|mostly|have cash
            out of pocket
            from|own|my|our savings
            no mortgage|loan|financing|lender|bank
            dont|do not|wont|not need|needing|have a|any? mortgage|loan|financing|lender
            without a? mortgage|loan|financing
            pay outright|upfront
            paying outright|upfront
            buy|buying|purchase outright
            wire transfer
            inheritance|inherited money
            money|funds is|are|sitting|ready|in|available
        """,
        "preapproved": """
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
            loan sanctioned
            sanction letter
        """,
        "in_progress": """
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
            getting preapproved|prequalified|approved|pre
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
            sell|sale|selling .. first|before|beforehand
            first|before .. sell|sells|sale|selling
            have|need|must|got|gotta|needs|has|want|going|gonna to? sell|unload
            selling my|our|mine|ours|the|current|this
            sale of my|our|mine|the|current|existing
            until|once|after|when|unless|if .. sell|sells|sold|sale|selling
            house|home|place|condo|flat|one to sell
            sell mine|ours|my|our|current|existing
            house|home|mine|ours|place|condo|flat|one .. sells|sell|sold|on
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
            not|havent|hasnt|didnt|nothing|never started|begun|begin|start
            not started|begun|yet|applied|there
            have not|nt started|begun|talked|spoken|applied|looked|done|contacted
            havent .. talked|spoken|applied|looked|done|gone|contacted|gotten|got|asked|checked|met|found|seen|thought
            not .. talked|spoken|applied|contacted .. lender|bank|yet
            not .. preapproved|approved yet
            no lender|preapproval|mortgage|approval|bank yet
            dont|do|not have a lender|mortgage|preapproval|bank|broker
            need|needs|want|wanna|looking|have|will|would|gonna|going|plan|planning|must|hoping to? get|find|apply|talk|speak|see|start|arrange|have .. mortgage|loan|lender|bank|preapproved|approved|financing|broker|approval|preapproval|finance
            need|needs|want|require a|some|the|help|your? mortgage|loan|lender|financing|finance
            need help|advice .. mortgage|loan|lender|financing
            will|would|gonna|ill|well finance|need|get|take|use|apply|be
            mortgage
            a|with|by|through|via|get|take|bank|home mortgage|loan|financing
            finance|financing|financed
            loan
            on finance
            nothing yet|started|done
            starting soon|from|to|out
            just starting
            first steps
            at the very beginning
            very beginning
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
            no|dont|not|havent|without|havnt|never|zero|any .. agent|realtor|one|agents|realtors|representation|agreement|contract|broker
            not|aint|isnt|arent working|represented|with
            unrepresented
            no signed|agreement|contract|representation
            on my|our own
            by myself|ourselves
            just me|us
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
            not|nothing|never|havent|havnt|hasnt|didnt|no|nt|yet|without|wasnt|isnt .. signed|sign|signing|official|formal|formally|exclusive|committed|binding|paper|papers|writing|paperwork|contract
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
            just talking|met|chatting|looking|started
            in talks
            not exclusive*
            showing|showed|shown us|me
        """,
        "signed": """
            signed
            yes .. signed
            have signed|an? agreement|contract
            signed .. with|agreement|contract|exclusive|up|papers|buyer|form
            under|in contract|agreement
            exclusive agreement|contract|with|buyer
            have|has|got|with|using|use|working|work|represented|rep with|by|an|our|my|a|the|already .. agent|realtor|broker|redfin|remax|zillow|compass|kw|century
            my|our agent|realtor|broker
            represented by|already
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
            in person|the
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
        "video": """
            video|facetime|virtual|virtually|remote|remotely|online|skype|livestream|whatsapp|zoom|360|3d
            video tour|call|walkthrough|visit|chat|viewing|walk
            virtual tour|viewing|visit|showing|walkthrough
            facetime|zoom|whatsapp|skype tour|call|viewing|video
            out of state|town
            over video|zoom|facetime|skype
        """,
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
    "owner_role": {
        "owner": """
            mine
            its|is|it|house|home|yes mine|my
            own|owner|homeowner|owns|owened
            i|we|yes own|do|am
            sole|only|the owner
            my|our house|home|place|condo|property|flat|apartment|own|name|parents
            i am|m
            im $
            in my name
            100
            i bought
            belongs to me
        """,
        "co_owner": """
            co own*|owner*
            coown*
            together|jointly|joint
            jointly own*
            both|shared|half|share|shares
            with|and my|me|her|his|our .. wife|husband|spouse|brother|sister|siblings|partner|ex|mother|father|mom|dad|parents|family|son|daughter|girlfriend|boyfriend|friend|cousin|sibling|brothers|sisters|fiance|i
            my|me .. wife|husband|spouse|brother|sister|partner|ex|siblings and i|me|myself
            me and|n|plus|& my|wife|husband|the|her|him|someone
            both names
            both of us
            we own|both|are|do
            50|fifty 50|fifty|percent
            one of the? owners|two|three|heirs|several
            part owner
            tenants in common
            wife|husband|partner and i|me
        """,
        "representative": """
            executor|executrix|representative|trustee|attorney|administrator|guardian|conservator|poa|probate|caretaker
            on behalf
            behalf of
            act|acting|act for|as
            power of attorney
            for my|the|our|his|her|a .. mother|father|mom|dad|parents|parent|grandmother|grandfather|grandma|grandpa|aunt|uncle|estate|owner|family|client|brother|sister|friend|mum|gran
            my|our|her|his mother|father|moms|dads|mums|parents|grandmother|grandfather|grandmothers|grandmas|grandma|grandpas|mom|mum|dad|aunt|aunts|uncle|uncles|late|mothers|fathers|gran|grans|nan|nans
            estate
            of|the|my|family|an? estate
            inherited|inheriting|heir|heirs
            handling|helping|selling|managing|represent|representing for|it|the|my|owner
            i represent|manage
            trust
        """,
        "not_owner": """
            not|isnt|dont|aint .. owner|mine|own|my|ours
            tenant|renter|renting|rent|neighbor|neighbour|buyer|lodger
            i|we just? rent|lease
            landlord|landlords|someone|somebody|friends|neighbors|neighbours|others else|elses|owns|house|home|place|has
            belongs to my? landlord|someone|a|friend|neighbor
            just curious|looking|asking|interested|wondering
            want|wanna|like|looking|interested to|in buy|buying
            nosy|nosey
        """,
    },
    "listing_status": {
        "not_listed": """
            not|isnt|wasnt|never|hasnt|havent|aint|no .. listed|market|sale|yet|list
            off market|the
            no not|its|it
            unlisted
            pre market
            not yet
            nope
        """,
        "expired": """
            expired|withdrawn|withdrew|cancelled|canceled|terminated|lapsed
            was|were .. listed|market|sale|but|last
            used to be
            not .. any more|longer
            not anymore
            no longer
            took|pulled|taken|take|came|went it? off|down
            fell|falling through
            didnt|did|wouldnt|never not? sell|sold
            failed to? sell
            tried .. sell|selling|last|before|it|once
            had it listed|on
            had .. listed
            off market|the now
            last year|summer|spring|fall|winter
            contract|listing ended|expired|ran|over|up|is
            delisted
            previously|formerly listed|on
        """,
        "fsbo": """
            fsbo|fisbo
            for|4 sale by owner
            by owner
            selling|sell|listed|list|doing|advertise|advertising|marketing|posted it|them|this|the|house|myself|ourselves|on|our .. myself|ourselves|own|selves|zillow|craigslist|facebook|fb|zoopla|gumtree|rightmove|marketplace
            myself|ourselves
            on my|our own
            by myself|ourselves
            private sale
            privately
            without .. agent|realtor
            zillow|craigslist|facebook|marketplace
            owner sale
            yard sign
        """,
        "listed_agent": """
            with|by|through|has|have|using|got|via|our|my .. agent|realtor|broker|agency|remax|redfin|kw|century|compass|brokerage|coldwell|agents|purplebricks|foxtons
            listed with
            agent
            realtor
            yes .. listed|market|agent|realtor|it|mls
            currently|already|its|is|it listed|on|active|under
            listed|active|mls
            on the? mls|market
            under contract
        """,
    },
    "reason": {
        "relocating": """
            relocat*|transfer|transferred|transfering|transferring|transfered
            mov*|going|move for|to|away|out|abroad|back|across .. work|job|city|state|country|abroad|career|office
            new|got|work|my|his|her|wifes|husbands|a job|work|position|posting|jobs
            work|job|office|company|employer .. moving|move|moved|relocat*|transfer*
            job change|offer|transfer|relocation|move
            leaving town|state|the|country|austin|texas
            for work|job
            work $
            out of state|town
            moving to|away|abroad|back|out|overseas
            closer to
            army|military|pcs|deployed
        """,
        "bought_next": """
            bought|purchased|found|closed|closing .. another|new|next|house|home|place|one
            buying|purchasing|building|getting|looking|want|buy .. another|new|next|one|place|house|home|elsewhere
            already bought|purchased|found|closed
            new house|home|build|place|construction
            bought
            next one|home|house|place
            two houses|mortgages
            under contract on|for
            second home
        """,
        "size": """
            downsiz*|upsiz*|rightsiz*
            more|need|extra|less|bigger|larger|smaller|outgrow*|outgrew|additional space|room|rooms|bedrooms|house|home|place|yard|garden
            too big|small|large|much|little|tiny|many
            need|want something? more|less|bigger|larger|smaller
            space
            bigger|larger|smaller|cramped|crowded
            outgrown|outgrew|outgrowing
            kids|children moved|left|gone|out|coming
            empty nest*
            baby|babies|twins
            family is? growing|grew|bigger
            growing family
            stairs
            maintenance|upkeep
        """,
        "inherited": """
            inherit*|inheritance
            estate|probate
            passed away|on
            left to|it|us|me
            died|death|deceased
            my|our late
            was my|our mothers|fathers|parents|grandmothers|grandfathers|moms|dads|grandmas|grandpas|aunts|uncles
        """,
        "money": """
            money|cash|profit|equity|debt|debts|financial|financially|finances|bills|payments|foreclosure|afford|expensive
            cash|cashing out
            need|want|could .. money|cash|funds
            pay off
            cant|cannot|hard|dont to? afford|pay|keep
            behind on
            too expensive
            market is? high|hot|good|up|right
            prices are? high|good|up
            taxes
            mortgage payments|payment|rate
            lost my? job
            take .. profit|equity|gains
            make .. money|profit
        """,
        "curious": """
            curious|curiosity|wondering|wonder|browsing|nosy|nosey
            just|only|mostly curious|wondering|looking|checking|asking|want|wanted|see|thinking|exploring|seeing|know|interested|for
            see|know|find|check|seeing|checking .. worth|value|market
            whats|what .. worth
            not|wasnt|arent really|actually|yet|sure|even|looking? selling|sell
            no reason|plans|plan
            testing the? waters|market
            for fun
            thinking about
            no particular
        """,
        "other": """
            other|another reason
            other
            something|someting else
            else
            personal
            long story
            complicated
            divorce*|divorcing|separat*|breakup|split
            retir*
            neighbors|neighbours|noise|noisy|crime
            health
            life
            family reasons|matters
            various
            it depends
        """,
    },
    "lease_term": {
        "12m": """
            12|twelve|13|14|15|16|18|24|36 mo|mos|month|months|m|mon|mth|mths
            12mo|12m|12mos|12mths|18mo|18m|24mo|24m|36m|1yr|1y|2yr|2yrs|2y|3yr|3yrs|1year|2years|3years
            12|24|18|36 $
            1|one|a|2|two|3|three|4|5|full|whole|at|least|1+|couple|few|several yr|yrs|year|years|y
            yr|year|yearly|annual|annually|years|yrs|long|longterm|longer|longest|indefinite*|permanent*|forever
            long term|time|lease|as|stay
            as long as possible
            standard|regular|normal|usual
            a|half year and half|a
        """,
        "6m": """
            6|7|8|9|10|11|six|seven|eight|nine|ten|eleven mo|mos|month|months|m|mon|mth|mths
            6mo|7mo|8mo|9mo|10mo|11mo|6m|7m|8m|9m|10m|11m|6mos|9mos|6mths
            6|8|9|10 $
            half|1/2 a? year|yr
            school|academic year
            less than|under a? year|12
            6 to 11|12|9
            6 11|9|10|8|7
        """,
        "short": """
            short|shorter|shortest|temporary|temporarily|temp|monthly|weekly|flexible|airbnb
            short term|stay|time|lease|let
            month to month
            mtm|m2m
            1|2|3|4|5|one|two|three|four|five|few|couple|a|some mo|mos|month|months|m|week|weeks|wks|wk|mth|mths
            1mo|2mo|3mo|4mo|5mo|1m|2m|3m|4m|5m|3mos|2mos|4mos|5mos
            couple|few of months|weeks
            2|3|4 $
            just|only|for the? summer|semester|winter
            less than|under 6|six
            summer|semester only
            interim
            as short as possible
        """,
    },
    "meets_criteria": {
        "yes": """
            meet|meets|met|qualify|qualified|exceed|works|easily|earn|earns|make|makes|enough|plenty|fine
            more than|enough
            well above|over
            above|over that
            that works
            i|we do|make|earn|can|should|have|meet|qualify
            no problem|issue
            should be fine|ok|okay|good
            with .. voucher|vouchers|benefits|pension|section
            we make|earn
            4x|5x|3x|double|triple
        """,
        "no": """
            not|dont|doesnt|wont|cant|isnt|wouldnt|didnt .. meet|qualify|enough|make|earn|work|works|that|much|reach|quite|really
            not enough|quite|really|anywhere
            less than|
            too high|much|strict
            below|under|short that|it|of
            bit|little short|below|under|less
            unemployed
            no income
            falls|fall short
        """,
        "unsure": """
            maybe|possibly|perhaps|borderline|close|probably|depends|almost|nearly|barely
            might|may|could be? meet|qualify|work|just
            need|have to check|calculate|see|ask
            what|how .. count|counts|counted|mean|include|included|about
            does .. count
            i think so|
            think so
        """,
        "undisclosed": """
            private|personal|confidential
            rather|prefer not
            none of your
            dont|do|not want to say|share|disclose|tell
            not say*|shar*|tell*|disclos*
            skip
        """,
    },
    "strategy": {
        "buy_hold": """
            buy|buying|acquire|purchase and|n|to|&|then|hold? hold|rent|keep|let|lease
            buy hold
            hold|holding|buyhold|rentals|rental|rent|cashflow|landlord|btl|passive|yield
            long|longer term|run rental|rentals|hold|let|lets
            long term
            cash flow
            buy to let
            rental income|property|properties|portfolio|units
            turnkey
            rent it|them out
            keep it|them
        """,
        "flip": """
            flip|flips|flipping|fixer|rehab|rehabs|reno|renovate|rehabbing|fixers|flipper|resale|resell|fixnflip
            fix and|n|&|then|up flip|sell|resell
            fix up|flip
            buy .. renovate .. sell
            renovate .. sell
            rehab and sell
        """,
        "brrrr": """
            brrrr|brrr|brrrrr|brrrrrr|brr|burr
            buy rehab rent
            refinance .. repeat
            rehab .. rent .. refi*
        """,
        "str": """
            str|strs|airbnb|airbnbs|vrbo|vacation|holiday|booking|abnb|nightly
            short term|run|stay|let|lets|rental|rentals
            vacation rental|rentals|home|homes
            holiday let|lets|home|rental|rentals
            mid term
            furnished rental|rentals
        """,
        "commercial": """
            commercial|multifamily|multi|apartments|apartment|retail|office|offices|industrial|warehouse|warehouses|storage|plex|plexes|units|hotel|hotels
            multi family|families|unit
            apartment building|complex|buildings|block
            duplex|triplex|fourplex|quadplex|quad|4plex|duplexes
            mixed use
            strip mall
            self storage
            mobile home park
            rv park
        """,
        "wholesale": """
            wholesale*|wholesaler|wholesaling|assign|assignment|assignments|assigning
            have|got|sell|selling|send|bring|source .. deals|deal|contracts|contract|properties
            off market deals|deal|properties
            deals to|for sell|sale
            double close
            dispo|disposition|dispos
            under contract
        """,
        "unsure": """
            open|whatever|anything|any|everything|all|flexible|learning|exploring|beginner|newbie
            not sure
            mix|combination of|
            both
        """,
    },
    "proof_of_funds": {
        "yes": """
            now|today|already|immediately|ready|anytime|attached|asap
            have it|one|that|the|pof|proof|letter|bank|statement|statements
            can send|show|provide|do|share|email|forward
            right now|away
            got it|one
            bank statement|statements|letter
            on request|file|hand
            yes now
        """,
        "soon": """
            soon|week|tomorrow|days|friday|monday|tuesday|wednesday|thursday|weekend|shortly|few
            within|in|by|next|this a|the|next|few|couple? week|days|day|monday|tuesday|wednesday|thursday|friday
            next week
            give me|us
            few|couple|some|2|3|4|5|two|three of? days
            working on
            need|have|got to ask|get|call
            getting it
            as soon as
        """,
        "no": """
            not yet|now|currently|at|right|really
            cant|cannot|dont|havent|unable
            no proof|pof|funds|yet
            later
            when|once|if .. deal|offer|find
            if|when needed|necessary
            month|months
        """,
    },
    "purpose": {
        "purchase": """
            buy|buying|purchase|purchasing|bying|buyin|purch
            new home|house|mortgage|build|construction
            first home|house|time
            get|getting a? house|home|place
            investment property
            second home
        """,
        "refinance": """
            refi|refis|refinanc*|refinanse|refinace|remortgage|refy|remortgaging
            re finance|financing|mortgage
            lower|better|cheaper|reduce|change .. rate|payment|payments|interest|monthly
            lower rate|payment|my|our
            rate and|&|n term
            shorten .. term
            get rid|remove .. pmi
        """,
        "cash_out": """
            cashout|cashouts|heloc|heloan
            cash out|from|outs
            equity
            home equity
            take|taking|pull|pulling|get|tap|use|access|borrow|draw .. equity|cash|money
            money|cash out of|from
            line of credit
            second mortgage
            pay off .. debt|debts|cards
            renovation|remodel|improvement|improvements loan|money
        """,
    },
    "stage": {
        "offer_accepted": """
            accepted
            offer .. accepted|approved|in
            under|in contract|escrow
            have|got|signed a|an? contract|purchase|accepted
            seller said|agreed|accepted
            they accepted|took
            closing on|in|date|soon|next
            found .. accepted
            offer went through
            sale agreed
            we got it|the
            executed contract
        """,
        "touring": """
            tour|touring|tours|viewing|viewings|showing|showings|visiting|seeing|offers
            looking at|for? homes|houses|places|properties|listings|actively|now|apartments|condos
            house|home hunting
            hunting
            ready to offer|buy|make|go|bid|put|move
            ready
            actively|currently looking|searching|shopping|house
            making|make|made|putting|put|submit|submitting|writing .. offer|offers|bid|bids
            about to .. offer
            seen|saw .. houses|homes|places|few|couple|one
            open houses
            going to .. showings|viewings|houses
            found .. house|home|one|place|condo
            bidding
        """,
        "planning": """
            planning|plan|plans
            next 3|3-6|few|6|couple|several|year|spring|summer|fall|winter|4|5|quarter
            3|4|5|6|three|four|five|six|few|couple .. months|mo|mos|month
            3|in 6
            3 6
            in a few
            few months
            later this year
            this|next year|spring|summer|fall|winter|autumn
            end of year|the
            saving
            getting ready|prepared
            soon
            preparing
        """,
        "researching": """
            research*|learning|exploring|browsing|curious|looking|thinking|info|information
            just|only|still|early looking|researching|browsing|curious|starting|started|thinking|learning|exploring|shopping|checking|seeing|stages|stage
            early|beginning stage|stages|days|on
            not|nowhere .. ready|far|close|started|near|yet
            gathering|collecting
            someday|eventually
            beginning
            start|started|starting
            getting .. idea|feel
            what .. afford
            how much .. afford|borrow|get|qualify
        """,
    },
    "other_lender": {
        "no": """
            just|only you|u
            youre|you are|would|will|were? the|my|our? first|only
            first call|one|stop|contact|time
            not|havent|nobody|noone|none|nope|never talked|spoken|yet|else|contacted|applied
            no one|other|others
            nobody|none
            not talking|yet|at
            dont|do not have
        """,
        "shopping": """
            shopping|comparing|compare|quotes|quote|multiple|several|few|couple|two|three|2|3|bank|others
            shopping around
            yes .. few|couple|two|three|several|one|some|bank|other|others
            talking|talked|spoke|speaking|spoken to|with .. bank|lender|lenders|one|union|chase|wells|another|other|few|couple|rocket|broker
            my|our|a|another bank|credit|broker|lender
            looking|checking around|at
            have|got|getting .. quotes|quote|estimate|estimates|offers
            credit union
            rocket|chase
            second opinion
            not|nothing|havent .. locked|committed|signed|final|decided
            see who|what
            best rate|rates
        """,
        "committed": """
            locked|lock|committed|chosen|signed|decided|commited|set
            already|have|we|rate|is|am|yes|i .. locked|committed|chosen|decided|picked
            locked in|rate|with
            rate lock|locked
            going|staying|sticking|gone with .. lender|bank|chase|union|rocket|them
            happy with
            have|got a|my|our lender|loan|broker already
            already have|got|approved|working
            closing with
            underwriting
        """,
    },
    "authority": {
        "decision_maker": """
            i|its|thats|it|just|only|decision|me|my|myself|owner decide|decides|me|mine|owner|call|up|do|maker
            me $
            ^ me
            ^ i do
            ^ mine
            myself|owner|founder|cofounder|ceo|cto|cfo|coo|cio|president|director|proprietor|principal|vp|chief|solo|boss|md|gm
            co founder
            decide|decider|decisionmaker|decides
            decision maker|is mine|maker|makers
            my|final call|decision|say|company|business|firm|shop|budget
            i sign|own|run|approve|am|make|have|hold|call|pay
            im the
            sign off
            up to me
            final say
            head of
            vice president
            managing director|partner
            one man
        """,
        "team": """
            me|i|myself|us|we|my|both and|n|with|plus|& .. others|team|partner|boss|wife|husband|cofounder|board|colleagues|others|ceo|cfo|cto|partners|director|brother|manager|it
            team|together|committee|board|jointly|us|we|group|both|partners|consensus
            we decide|all|do|both|as
            several|few|two|three|multiple|2|3 of us|people
            several|multiple people|of|stakeholders
            leadership|management team
            all of us
            with my .. partner|partners|cofounder|board|team
            shared decision
        """,
        "influencer": """
            recommend*|influenc*|advise|advising|suggest|suggesting|evaluat*|propose|shortlist|advisor|research
            my|our|the boss|manager|ceo|director|cfo|cto|owner|management|board|supervisor|head|vp|president|coo|founder|boss's|superior
            boss|manager|management|ceo
            not me|my
            someone|somebody else
            report|reports|reporting to
            i|to give|make .. recommendation|recommendations
            have a say
            some say|input
            not the .. decision
            dont|do not decide
            need .. approval|boss|sign
            evaluate|assess
            researching for
            gather|gathering|collecting
            assistant
            procurement
            higher ups
            he|she|they decides|decide
        """,
        "user": """
            user|users|use|using
            id|i|would|will|ill|just|end|only|be use|using|user|users
            use it|the|this
            end user
            daily|everyday
            employee
            work with it
            operator|staff
        """,
        "student": """
            student|students|thesis|university|college|school|class|homework|study|studies|dissertation|phd|academic|academia|assignment|coursework|uni|masters|mba|professor|paper|essay
            for a? class|school|study|research|my|university|college|thesis|paper
            research project|paper|purposes
            student project
            case study for
        """,
        "competitor": """
            competitor|competitors|vendor|compete|competing|reseller|agency|consultant|consultancy|rival
            competing product
            we sell|offer|build|make|provide|also|have|are .. similar|same|software|product|tool|services|vendor|competitor|competing
            from a? competitor|vendor
            similar product|tool|company
            sell to you
            market research
        """,
        "vendor": """
            vendor|vendors|freelancer|supplier|recruiter|consultant|seller|salesperson|agency|outsourcing|reseller
            offer|offering|provide|providing|sell|selling|pitch|pitching .. services|service|seo|software|leads|you|marketing|products|solutions|staff|development|consulting
            i|we offer|sell|provide
            partner|partnership with you|
            partnership
            looking|want to sell|pitch|partner
            our services
        """,
    },
    "money": {
        "approved": """
            approved|allocated|signed|secured|available|ready|set|budgeted|earmarked|committed|funded|reserved
            set aside
            have|got|there|is|yes .. budget|money|funds|funding|it
            we|i do|have
            budget approved|allocated|is|of|for|set
            signed off
            put aside|away
            money|budget is there|approved|available|set|ready|not|in
            about|around|up|roughly
            in the budget
            greenlit|greenlighted
            green light
        """,
        "planned": """
            planned|planning|plan|plans|budgeting|requested|pending|expected|awaiting
            next quarter|year|fiscal|month|budget|cycle|fy
            in|for .. planning|plan|roadmap|q1|q2|q3|q4|cycle
            will|should|expect|going|gonna be|have|get|to
            waiting for|on
            not .. approved|final|signed yet
            almost|nearly
            soon
            fiscal year
            coming
            penciled|pencilled
            q1|q2|q3|q4
        """,
        "exploring": """
            explor*|evaluating|looking|depends|researching|checking|comparing|early|maybe|flexible|possibly
            depends|depending on
            just|still looking|exploring|checking|researching|comparing|starting
            not .. sure|decided|defined|yet|fixed|determined
            no .. fixed|set|specific|exact|defined|formal
            if .. price|worth|good|right|fits|value
            tbd
            unsure
            undefined|undecided
            what .. cost|costs
            how much
            seeing|see what
        """,
        "obtainable": """
            can|could|able|might|will|should|would .. get|find|obtain|free|raise|arrange|make|ask|request
            get it|some|approval
            if needed|necessary|required|it|worth
            obtainable|available
            find the? money|budget|it
            free up
            can be|
            could be
            possible|possibly|probably
            find it
            ask for
        """,
        "needs_case": """
            case|justify|justification|roi|convince|prove|proof|persuade|numbers
            business case|plan
            need|needs|have|has|must|depends|depending|require|requires|want to? .. case|justify|convince|show|prove|make|roi|approval|return|numbers|build
            return on
            show .. value|roi|return|numbers
            depends on
            make|build|write|need a|the case
        """,
        "none": """
            no|zero|none|without|not|dont|nothing|isnt|havent .. budget|money|funds|funding|cash|any|much|set|aside
            no budget|money|funds
            nothing|none|zero|broke
            free|gratis
            not yet|now|currently|this|at|really
            frozen|cut
            tight|
            cant afford
        """,
    },
    "priority": {
        "top_now": """
            top|first|urgent|urgently|critical|highest|asap|immediately|immediate|now|burning|number|important|no1|crucial|essential|bleeding
            top 3|three|priority|of|now|one|1|5
            number|no|nr 1|one
            this|current|next? quarter|month|week
            high|very|really|most|super|extremely priority|high|important|urgent|on
            right now|away
            as soon as
            at the top
            q1|q2|q3|q4
            cant|cannot|can't wait
            yesterday
            today
            within .. weeks|month|months|quarter
            first thing
        """,
        "this_year": """
            this|within|by|before|end|later .. year|years
            year
            medium|mid|middle|moderate
            second|next half|quarter
            next 6|six|few|12|couple months
            6|12|six|twelve months
            important .. not urgent
            summer|autumn|fall|winter|spring
            h2
            soonish
        """,
        "someday": """
            someday|some day|time|point
            low|lower|bottom|later|eventually|whenever|nice|maybe
            nice to have
            not urgent|a|important|now|yet|soon|high|pressing|this|really
            no rush|hurry|priority
            next year
            when .. time|can
            one day
            back burner
            down the
            far
            exploring
        """,
    },
}
