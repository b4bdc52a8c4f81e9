"""How people say the options of questions about selling and renting, in English."""

from __future__ import annotations

from typing import Final

MEANINGS: Final[dict[str, dict[str, str]]] = {
    "owner_role": {
        "owner": """
            my|our name|names is|are on
            on the deed|title
            mine
            its|is|it|house|home|yes mine|my
            own|owner|homeowner|owened
            i|we|me|company|llc|business|corp owns
            i|we|yes own
            yes i|we am|do|own
            i|we am|do|are|did $
            sole|only|the owner
            my|our house|home|place|condo|property|flat|apartment|own
            im $
            in my name
            100
            i bought
            belongs to me
        """,
        "co_owner": """
            mine|my|me and|& my|his|her
            and|& my husbands|wifes|brothers|sisters|partners|siblings|moms|dads|exs
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
            not only|just|solely
            not .. alone
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
            handle|manage|run it|that|everything|the|all
            i represent|manage
            trust
        """,
        "co_owner!": "wife|husband|partner|spouse|brother|sister|son|daughter|ex .. with|and me|i|us",
        "owner!": """
            im|were the|a landlord|landlady|landlords
            i|we am|are the|a landlord|landlady|landlords
            """,
        "not_owner!": """
            no|nope .. landlord|landlords|landlady|landladys
            its|is|it|house|home|belongs|for|rent|from to|from? my|our|the landlord|landlords|landlady|landladys
            my|our landlords|landladys
            landlord|landlady owns|has
            """,
        "representative!": """
            husband|wife|mother|father|mom|dad|mum|parents|brother|sister|son|daughter|boyfriend|girlfriend|partner owns|own it|this|the|that
            husband|wife|mother|father|mom|dad|mum|parents|boyfriend|girlfriend|partner is|does|do|owns|are $
            """,
        "not_owner": """
            landlord|landlady is|does|owns $
            my|the landlord|landlady
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
            ^ work|job $
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
            ^ 12|24|18|36 $
            1|one|a|2|two|3|three|4|5|full|whole|at|least|1+|couple|few|several yr|yrs|year|years|y
            yr|year|yearly|annual|annually|years|yrs|long|longterm|longer|longest|indefinite*|permanent*|forever
            long term|time|lease|as|stay
            as long as possible
            standard|regular|normal|usual
            a|half year and half|a
        """,
        "6m": """
            6ish|7ish|8ish|9ish month|months|mo|mos
            6|7|8|9|10|11|six|seven|eight|nine|ten|eleven mo|mos|month|months|m|mon|mth|mths
            6mo|7mo|8mo|9mo|10mo|11mo|6m|7m|8m|9m|10m|11m|6mos|9mos|6mths
            ^ 6|8|9|10 $
            half|1/2 a? year|yr
            school|academic year
            less than|under a? year|12
            under|below|shorter a|one|1 year
            6 to 11|12|9
            6 11|9|10|8|7
        """,
        "short": """
            short|shorter|shortest|temporary|temporarily|temp|monthly|weekly|airbnb
            short term|stay|time|lease|let
            month to month
            mtm|m2m
            1|2|3|4|5|one|two|three|four|five|few|couple|some mo|mos|month|months|m|week|weeks|wks|wk|mth|mths
            ^ a month
            1mo|2mo|3mo|4mo|5mo|1m|2m|3m|4m|5m|3mos|2mos|4mos|5mos
            couple|few of months|weeks
            just|only|for the? summer|semester|winter
            less than|under 6|six
            summer|semester only
            interim
            as short as possible
        """,
    },
    "meets_criteria": {
        "yes": """
            meet|meets|met|qualify|qualified|exceed|works|easily|enough|plenty|fine
            more than|enough
            well above|over
            above|over that
            that works
            i|we meet|qualify
            i|we do|can|should|have|could $
            no problem|issue
            should be fine|ok|okay|good
            with .. voucher|vouchers|benefits|pension|section
            make|makes|earn|earns enough|plenty|more|well|over|double|triple|way
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
            maybe|possibly|perhaps|borderline|probably|depends|almost|nearly|barely
            almost|nearly|about|around|close|roughly to? 3x|double|triple
            1|2|3 2x|3x|4x|5x|6x|7x|8x|9x
            ^ pretty|very|really|its? close $
            might|may|could be? meet|qualify|work|just
            need|have to check|calculate|see|ask
            what|how .. count|counts|counted|include|included
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
}
