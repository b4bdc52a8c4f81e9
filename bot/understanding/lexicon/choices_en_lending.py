"""How people say the options of questions about investing and borrowing, in English."""

from __future__ import annotations

from typing import Final

MEANINGS: Final[dict[str, dict[str, str]]] = {
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
            looking|need for? .. cash? buyers|buyer for
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
            in|next|few|couple|two|three .. month|months
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
            shopping|comparing|compare|quotes|quote|multiple|several|others
            ^ a? few|couple|two|three|one|2|3 $
            few|couple|two|three|2|3|4|four|my|other|another .. bank|banks|lenders|lender|quotes|offers|brokers|places|others
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
}
