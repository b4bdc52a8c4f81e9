"""How people say the options of questions about buying for a company, in English."""

from __future__ import annotations

from typing import Final

MEANINGS: Final[dict[str, dict[str, str]]] = {
    "authority": {
        "decision_maker": """
            i|its|thats|it|just|only|decision|me|my|myself|owner decide|decides|me|mine|owner|call|up|do|maker
            ^ me|mine $
            ^ me i|alone|only|myself|as|im|the|of
            just|only|its|thats|it|mostly me $
            ^ i do $
            myself|owner|founder|cofounder|ceo|cto|cfo|coo|cio|president|director|proprietor|principal|vp|chief|solo|boss|md|gm
            co founder
            decide|decider|decisionmaker|decides
            decision maker|is mine|maker|makers
            my|final call|decision|say|company|business|firm|shop|budget
            i sign|own|run|approve|hold|pay
            i make|have|am|call|take .. decision|decisions|call|say|final|budget|owner|shots|ceo
            im|am the? owner|founder|ceo|boss|director|president|manager|head|cto|cfo|coo|only|one|sole
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
            board|committee|partners|partner|cofounder|boss|wife|husband|team|cto|cfo|ceo|manager and|& me|i|myself
            me|i|myself my|our? co|business partner|founder|cofounder|boss|wife|husband|team
            me|i|myself my|our partner|cofounder|boss|wife|husband|team|co
            me|i|myself|us|we|my|both and|n|with|plus|& .. others|team|partner|boss|wife|husband|cofounder|board|colleagues|others|ceo|cfo|cto|partners|director|brother|manager|it
            team|together|committee|board|jointly|group|both|partners|consensus
            ^ we|us|both $
            we decide|all|do|both|as
            several|few|two|three|multiple|2|3 of us|people
            several|multiple people|of|stakeholders
            leadership|management team
            all of us
            with my .. partner|partners|cofounder|board|team
            shared decision
        """,
        "influencer!": """
            boss|manager|ceo|director|cfo|owner signs|decides|approves
        """,
        "influencer": """
            for my|our|the boss|manager|ceo|director|company|team
            evaluate|evaluating|comparing|researching|collecting|looking .. for
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
            no|without|isnt|not a|an|any? limit|cap|ceiling|issue|concern
            have|got|theres|there|is|yes .. budget|money|funds|funding
            we|i do|have $
            we|i have it|one|some|that|approval|a
            budget approved|allocated|is|of|for|set
            signed off
            put aside|away
            money|budget is there|approved|available|set|ready|not|in
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
            have|need|must|gotta|got|would|should .. justify|convince|prove|show
            justify it|this|the|cost|spend
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
            this|current|next quarter|month|week
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
            low|lower|bottom|later|eventually|whenever|maybe
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
