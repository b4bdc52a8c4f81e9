"""What the bot says of its own, in English: warm, short, never pushing.

``{names}`` are filled in by the book; a visitor's words are only ever put in, never read as text
to be filled. ``field.*`` and ``ask.*`` are looked up by name and have a general form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PHRASES: Final[Mapping[str, str]] = {
    # understood at every step
    "are_you_bot": "I'm an automated assistant, not a person. A human from {company} reads every "
    "chat - say 'human' any time.",
    "why": "It helps {company} find what fits. You can skip it.",
    "human_number": "Sure. What's the best number? {agent} will ring you - usually within {sla} "
    "minutes.",
    "human_done": "Thanks{comma_name}. {agent} will ring you on {phone} - usually within {sla} "
    "minutes.",
    "human_off": "Sure. What's the best number? {agent} will ring you {opens}.",
    "human_done_off": "Thanks{comma_name}. Nobody is in the office right now; {agent} will ring "
    "you on {phone} {opens}.",
    "human_chat": "Thanks{comma_name}. {agent} has this chat and will answer you right here.",
    "human_already": "{agent} has been told and will ring you on {phone}.",
    "human_no_number": "No problem - without a number {agent} can't ring you, but I can help "
    "right here.",
    "stop": "Done - nobody will contact you. If you also want your data deleted, say 'delete my "
    "data'.",
    "delete_me": "I've logged your deletion request (ref {ref}). We confirm within {days} days.",
    "change": "No problem - {field} is now {value}.",
    "skip": "Fine, we'll skip that.",
    "steering": "I can't describe an area by who lives there or call it safe or unsafe - "
    "fair-housing rules, and the same for everyone. For facts: the police department's crime "
    "map, the school district's site, census.gov. I can filter by price, size, commute or "
    "listing features.",
    "advice": "I can't give loan, legal or tax advice. {licensed_person} can - shall I ask them "
    "to call?",
    "sensitive": "Please don't send ID, card or social-security numbers here - I've removed it "
    "and it wasn't saved.",
    "fee": "Fees are negotiable and not set by law; {agent} will put ours in writing before you "
    "commit to anything.",
    "negotiation": "I can't speak for the seller, but {agent} can - I've passed your question on.",
    "do_not_sell": "Noted: your data is neither sold nor shared with others for "
    "advertising. That is on record now.",
    "no_calls": "Understood - no calls.",
    "rude": "Sorry this is annoying. Say 'human' for a person, or 'stop' and nobody will contact "
    "you.",
    "thanks": "You're welcome!",
    "hello": "Hello!",
    "language.en": "English",
    "language.es": "Spanish",
    "language.de": "German",
    "language.ar": "Arabic",
    "language_switched": "Sure, in English.",
    "language_unsupported": "I can only chat in {languages} so far, but I try to read what you "
    "write, and the buttons and numbers work as well. {company} also has people who may speak "
    "your language - say 'human' any time.",
    "question_passed_on": "Good question - I don't know that one, so I've passed it on to "
    "{agent}.",
    "restart": "Sure, let's start again.",
    "back_first": "That was the first question already.",
    "minor": "Thanks for being straight with me. I can only help adults, so I've kept nothing of "
    "this chat - please ask a parent or guardian to write to us.",
    "agent_or_vendor": "Thanks for writing. This chat is for our customers - "
    "{company}'s office is glad to hear from colleagues and suppliers.",
    "not_licensed": "I'm sorry, we can't help in {value}.",
    # questions about a home
    "listing_available": "Yes, {address} is still available.",
    "this_home": "this home",
    "listing_status": "{address} is {status} at the moment.",
    "listing_gone": "I'm sorry, {address} is {status}.",
    "listing_price": "The asking price is {price}.",
    "listing_address": "It's at {address}.",
    "listing_beds": "It has {beds} bedrooms.",
    "listing_baths": "It has {baths} bathrooms.",
    "listing_size": "It has {size}.",
    "listing_year": "It was built in {year}.",
    "listing_slots": "Free times are {slots}.",
    "listing_no_slots": "{agent} will suggest a time.",
    "listing_url": "There is more about it at {url}.",
    # reading an answer
    "noted": "{value}, noted.",
    "up_to": "up to {value}",
    "at_least": "from {value}",
    "range": "{low} to {high}",
    "count.beds_min": "{value} bedrooms",
    "count.beds": "{value} bedrooms",
    "count.rooms_min": "{value} rooms",
    "count.rooms": "{value} rooms",
    "count_one.beds_min": "{value} bedroom",
    "count_one.beds": "{value} bedroom",
    "count_one.rooms_min": "{value} room",
    "count_one.rooms": "{value} room",
    "retry": "Sorry, I didn't get that.",
    "retry_choice": "Sorry, I didn't get that - which of these fits best?",
    "retry_number": "Sorry, I didn't get that - could you give me a number?",
    "retry_money": "Could you give me a number, e.g. 450k? 'Not sure' is fine too.",
    "retry_percent": "Could you give me a percentage, e.g. 20%?",
    "retry_yesno": "Sorry, I didn't get that - yes or no?",
    "retry_phone": "That number doesn't look right - could you check it?",
    "retry_email": "That e-mail address doesn't look right - could you check it?",
    "retry_name": "Sorry, I didn't get the name.",
    "retry_area": "Sorry, I didn't get that - which town or part of town?",
    "retry_region": "Sorry, I didn't get that - which state?",
    "retry_address": "I need at least the street and number.",
    "retry_datetime": "Sorry, I didn't get that - which day and time?",
    "stuck_options": "I'm still not getting it, sorry. Pick one of these, or say 'human' for a "
    "person.",
    "stuck": "I'm still not getting it, sorry. Say 'human' for a person, or 'skip' and we'll go "
    "on.",
    "wait": "Take your time - pick one, or say 'human' for a person.",
    "wait_open": "Take your time - or say 'human' for a person.",
    # what a reader asks back; ``{…}`` comes with the reading
    "ask.choice.two": "Which fits better: {a} or {b}?",
    "ask.phone.short": "That number looks short - could you check it?",
    "ask.phone.check": "That number looks long - could you check it?",
    "ask.email_typo": "I have {typed} - or did you mean {suggest}?",
    "ask.email.broken": "That e-mail address doesn't look complete - could you check it?",
    "ask.money.many": "Which one counts: {a} or {b}?",
    "ask.money.which": "Is that {a} or {b}?",
    "ask.money.total": "Is that per month? I need the price of the home, e.g. 450k.",
    "ask.money.period": "Is that per day? I need the price per month.",
    "ask.money.currency": "I've put that down as {value}.",
    "ask.number.beyond": "Could you give me a number from {least} to {most}?",
    "ask.percent.amount": "That looks like an amount - roughly how many percent is it?",
    "ask.percent.which": "Is that {a}% or {b}%?",
    "ask.timeline.event": "I see - and roughly when might that be?",
    "ask.datetime.taken": "That time isn't free - how about {a} or {b}?",
    "ask.datetime.taken_one": "That time isn't free - how about {a}?",
    "ask.datetime.which": "Which one suits you: {a} or {b}?",
    "ask.datetime.when": "Which day and what time would suit you?",
    "ask.datetime.past": "That time has passed already - which day and time from now on?",
    # a person in the conversation
    "person_here": "{name} is in the chat now and answers you personally.",
    "person_left": "{name} has left the chat. It's the automated assistant again.",
    "claimed": "{name} has your request and is calling you now.",
    "claimed_calls": "{name} has your request and is calling you now, from a number that ends in "
    "{ending}.",
    "claimed_later": "{name} has your request and will call you {opens}.",
    "claimed_calls_later": "{name} has your request and will call you {opens}, from a number that "
    "ends in {ending}.",
    "claimed_writes": "{name} has your request and will write to you shortly.",
    "unanswered": "I'm sorry - everybody is with other clients just now. Your request is at the "
    "top of the list, and somebody will get back to you as soon as they are free.",
    "unanswered_off": "I'm sorry - nobody could be reached any more. Your request is at the top "
    "of the list, and somebody will call you {opens}.",
    "person_quiet": "{name} can't write just now. It's the automated assistant again: we can go "
    "on here, or write “call me” and you'll be called.",
    # a viewing that is booked
    "viewing_cancelled": "Your viewing on {when} is cancelled. If another time suits you, just "
    "say so.",
    "viewing_cancelled_by": "{name} had to cancel your viewing on {when}, sorry. If another time "
    "suits you, just say so.",
    "viewing_moved": "Your viewing is moved to {when}. {agent} will confirm it.",
    "viewing_moved_by": "{name} moved your viewing to {when}. If that doesn't suit you, just "
    "write here.",
    "viewing_confirmed": "{name} confirmed your viewing: {when}.",
    "viewing_which": "Sure - which day and time would you prefer?",
    "viewing_tomorrow": "A reminder of your viewing: {when}. To move or cancel it, just write "
    "here.",
    "viewing_soon": "Your viewing is soon: {when}. Running late? Just write here.",
    "viewing_ics": "Add it to your calendar: {link}",
    # afterwards
    "after": "Thanks, I've noted that for {agent}.",
    "after_disqualified": "Thanks. If anything changes, you are welcome to write again.",
    "note_partner": "Please pass me to a partner.",
    "after_partner": "Thanks - I've passed that on.",
    "after_contact": "Gladly. What's the best number or e-mail to reach you on?",
    "hand_over_lost": "Let me get you a person - {agent} takes it from here.",
    "turn_limit": "We've talked for a long time! {agent} takes it from here.",
    "close_hot_chat": "Thanks{comma_name}! {agent} will write to you right here, usually within "
    "{sla} minutes.",
    "close_hot_email": "Thanks{comma_name}! {agent} will write to {email} shortly.",
    "close_hot_off": "Thanks{comma_name}! {agent} will get back to you {opens}.",
    "close_complete": "Thanks{comma_name}! That's all I need.",
    "close_disqualified": "Thanks for telling me.",
    # buttons and their like
    "button_skip": "Skip",
    "button_back": "Back",
    "button_edit": "Change: {field}",
    "button_yes": "Yes",
    "button_no": "No",
    # words for things
    "agent": "one of our agents",
    "licensed_person": "A licensed professional",
    "per.week": "{value} a week",
    "per.year": "{value} a year",
    "opens_today": "today from {time}",
    "opens_day": "on {day} from {time}",
    # names of fields, as they stand in "… is now …"
    "field.area": "the area",
    "field.beds_min": "the number of bedrooms",
    "field.beds": "the number of bedrooms",
    "field.rooms_min": "the number of rooms",
    "field.rooms": "the number of rooms",
    "field.budget_max": "budget",
    "field.budget_min": "the lower end of the budget",
    "field.timeline": "the timing",
    "field.financing": "the financing",
    "field.has_agent": "the agreement with an agent",
    "field.name": "your name",
    "field.phone": "your number",
    "field.email": "your e-mail",
    "field.address": "the address",
    "field.appointment": "the appointment",
    "field.viewing_at": "the viewing",
    "field.consent_marketing": "listings by text",
    "field.contact_pref": "how we reach you",
    "field.lease_term": "the lease",
    "field.down_payment_pct": "the down payment",
    "field.state": "the state",
    "field.owner_role": "the ownership",
    "field.listing_status": "the listing",
    "field.reason": "the reason",
    "field.meets_criteria": "the criterion",
    "field.strategy": "the plan",
    "field.proof_of_funds": "the proof of funds",
    "field.deals_done": "the number of deals",
    "field.purpose": "the purpose",
    "field.stage": "the stage",
    "field.docs_ready": "the documents",
    "field.other_lender": "the other lender",
    # how a volunteered preference is shown
    "value.contact_pref.email": "e-mail",
    "value.contact_pref.phone": "phone",
    "value.contact_pref.text": "text message",
}
