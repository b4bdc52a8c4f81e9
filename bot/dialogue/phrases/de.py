"""What the bot says of its own, in German: Sie, warm, short, never pushing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PHRASES: Final[Mapping[str, str]] = {
    # understood at every step
    "are_you_bot": "Ich bin ein automatischer Assistent, kein Mensch. Bei {company} liest ein "
    "Mensch jeden Chat - sagen Sie jederzeit „Mensch“.",
    "why": "So findet {company}, was zu Ihnen passt. Sie können die Frage überspringen.",
    "human_number": "Gern. Unter welcher Nummer erreichen wir Sie am besten? {agent} ruft Sie "
    "an - "
    "meist innerhalb von {sla} Minuten.",
    "human_done": "Danke{comma_name}. {agent} ruft Sie unter {phone} an - meist innerhalb von "
    "{sla} Minuten.",
    "human_off": "Gern. Welche Nummer passt am besten? {agent} ruft Sie {opens} an.",
    "human_done_off": "Danke{comma_name}. Gerade ist niemand im Büro; {agent} ruft Sie {opens} "
    "unter {phone} an.",
    "human_chat": "Danke{comma_name}. {agent} hat diesen Chat und antwortet Ihnen gleich hier.",
    "human_already": "{agent} weiß Bescheid und ruft Sie unter {phone} an.",
    "human_no_number": "Kein Problem - ohne Nummer kann {agent} nicht anrufen, aber ich helfe "
    "Ihnen gleich hier.",
    "stop": "Erledigt - niemand wird sich bei Ihnen melden. Wenn auch Ihre Daten gelöscht werden "
    "sollen, sagen Sie „Daten löschen“.",
    "delete_me": "Ihr Löschauftrag ist vermerkt (Nr. {ref}). Wir bestätigen ihn innerhalb von "
    "{days} Tagen.",
    "change": "Kein Problem - {field}: jetzt {value}.",
    "skip": "In Ordnung, das lassen wir aus.",
    "steering": "Ich beschreibe keine Gegend danach, wer dort wohnt, und nenne sie weder sicher "
    "noch unsicher - das gilt für alle gleich. Fakten finden Sie in der Kriminalstatistik der "
    "Polizei, bei der Schulbehörde und beim Statistikamt. Filtern kann ich nach Preis, Größe, "
    "Weg zur Arbeit und Ausstattung.",
    "advice": "Zu Krediten, Recht und Steuern darf ich nicht beraten. {licensed_person} kann es - "
    "soll ich um einen Anruf bitten?",
    "sensitive": "Bitte schicken Sie hier keine Ausweis-, Karten- oder "
    "Sozialversicherungsnummern - ich habe sie entfernt, gespeichert wurde nichts.",
    "fee": "Provisionen sind verhandelbar und nicht gesetzlich festgelegt; {agent} gibt Ihnen "
    "unsere schriftlich, bevor Sie sich zu etwas verpflichten.",
    "negotiation": "Für die Verkäufer kann ich nicht sprechen, {agent} schon - ich habe Ihre "
    "Frage "
    "weitergegeben.",
    "do_not_sell": "Notiert: Ihre Daten werden weder verkauft noch für Werbung an andere "
    "weitergegeben. Das ist jetzt festgehalten.",
    "no_calls": "Verstanden - keine Anrufe.",
    "rude": "Es tut mir leid, dass das stört. Sagen Sie „Mensch“ für eine Person oder „Stopp“, "
    "und niemand meldet sich.",
    "thanks": "Gern geschehen!",
    "hello": "Guten Tag!",
    "language_switched": "Gern, auf Deutsch.",
    "language_unsupported": "Ich kann bisher nur auf {languages} schreiben, versuche aber zu "
    "lesen, was Sie schreiben; Schaltflächen und Nummern gehen auch. Bei {company} spricht "
    "vielleicht jemand Ihre Sprache - sagen Sie jederzeit „Mensch“.",
    "question_passed_on": "Gute Frage - das weiß ich nicht und habe es an {agent} weitergegeben.",
    "restart": "Gern, wir fangen von vorn an.",
    "back_first": "Das war schon die erste Frage.",
    "minor": "Danke für Ihre Offenheit. Helfen kann ich nur Erwachsenen; von diesem Chat habe ich "
    "nichts behalten. Bitte lassen Sie Ihre Eltern oder Erziehungsberechtigten schreiben.",
    "agent_or_vendor": "Danke für Ihre Nachricht. Dieser Chat ist für Menschen, die eine "
    "Immobilie "
    "suchen - das Büro von {company} freut sich über Post aus der Branche.",
    "not_licensed": "Es tut mir leid, in {value} können wir nicht helfen.",
    # questions about a home
    "listing_available": "Ja, {address} ist noch zu haben.",
    "listing_gone": "Es tut mir leid, {address} ist nicht mehr zu haben.",
    "listing_price": "Der Preis liegt bei {price}.",
    "listing_address": "Die Adresse ist {address}.",
    "listing_beds": "Es gibt {beds} Schlafzimmer.",
    "listing_baths": "Es gibt {baths} Bäder.",
    "listing_size": "Die Größe beträgt {size}.",
    "listing_year": "Das Baujahr ist {year}.",
    "listing_slots": "Freie Termine: {slots}.",
    "listing_no_slots": "{agent} schlägt einen Termin vor.",
    "listing_url": "Mehr dazu unter {url}.",
    # reading an answer
    "noted": "{value}, notiert.",
    "retry": "Entschuldigung, das habe ich nicht verstanden.",
    "retry_choice": "Entschuldigung, das habe ich nicht verstanden - was trifft am ehesten zu?",
    "retry_number": "Entschuldigung, das habe ich nicht verstanden - können Sie mir eine Zahl "
    "nennen?",
    "retry_money": "Können Sie mir eine Zahl nennen, z. B. 450.000? „Weiß ich nicht“ ist auch in "
    "Ordnung.",
    "retry_percent": "Können Sie mir einen Anteil nennen, z. B. 20 %?",
    "retry_yesno": "Entschuldigung, das habe ich nicht verstanden - ja oder nein?",
    "retry_phone": "Die Nummer scheint nicht zu stimmen - schauen Sie bitte noch einmal nach?",
    "retry_email": "Die E-Mail-Adresse scheint nicht zu stimmen - schauen Sie bitte noch einmal "
    "nach?",
    "retry_name": "Entschuldigung, den Namen habe ich nicht verstanden.",
    "retry_area": "Entschuldigung, das habe ich nicht verstanden - welcher Ort oder Stadtteil?",
    "retry_region": "Entschuldigung, das habe ich nicht verstanden - welcher Bundesstaat?",
    "retry_address": "Ich brauche mindestens Straße und Hausnummer.",
    "retry_datetime": "Entschuldigung, das habe ich nicht verstanden - welcher Tag und welche "
    "Uhrzeit?",
    "stuck_options": "Ich verstehe es leider immer noch nicht. Wählen Sie eine Möglichkeit oder "
    "sagen Sie „Mensch“ für eine Person.",
    "stuck": "Ich verstehe es leider immer noch nicht. Sagen Sie „Mensch“ für eine Person oder "
    "„weiter“, dann überspringen wir die Frage.",
    "wait": "Lassen Sie sich Zeit - wählen Sie etwas aus, oder sagen Sie „Mensch“ für eine "
    "Person.",
    "wait_open": "Lassen Sie sich Zeit - oder sagen Sie „Mensch“ für eine Person.",
    # what a reader asks back
    "ask.choice.two": "Was passt besser: {a} oder {b}?",
    "ask.phone.short": "Die Nummer sieht kurz aus - schauen Sie bitte noch einmal nach?",
    "ask.phone.check": "Die Nummer sieht lang aus - schauen Sie bitte noch einmal nach?",
    "ask.email_typo": "Ich habe {typed} - oder meinen Sie {suggest}?",
    "ask.email.broken": "Die E-Mail-Adresse scheint unvollständig - schauen Sie bitte noch einmal "
    "nach?",
    "ask.money.many": "Welcher Betrag gilt: {a} oder {b}?",
    "ask.money.which": "Sind das {a} oder {b}?",
    "ask.money.total": "Ist das im Monat? Ich brauche den Kaufpreis, z. B. 450.000.",
    "ask.money.period": "Ist das am Tag? Ich brauche die Miete im Monat.",
    "ask.money.currency": "Ich notiere das als {value}.",
    "ask.number.beyond": "Welche Zahl von {least} bis {most} ist es?",
    "ask.percent.amount": "Das sieht nach einem Betrag aus - wie viel Prozent sind das ungefähr?",
    "ask.percent.which": "Sind das {a} % oder {b} %?",
    "ask.timeline.event": "Verstehe - und wann könnte das ungefähr sein?",
    "ask.datetime.taken": "Dieser Termin ist nicht frei - wie wäre {a} oder {b}?",
    "ask.datetime.taken_one": "Dieser Termin ist nicht frei - wie wäre {a}?",
    "ask.datetime.which": "Was passt Ihnen besser: {a} oder {b}?",
    "ask.datetime.when": "Welcher Tag und welche Uhrzeit passt Ihnen?",
    "ask.datetime.past": "Dieser Zeitpunkt ist schon vorbei - welcher Tag und welche Uhrzeit ab "
    "jetzt?",
    # a person in the conversation
    "person_here": "{name} ist jetzt im Chat und antwortet Ihnen persönlich.",
    "person_left": "{name} hat den Chat verlassen. Hier ist wieder der automatische Assistent.",
    "claimed": "{name} hat Ihre Anfrage und ruft Sie jetzt an.",
    "claimed_calls": "{name} hat Ihre Anfrage und ruft Sie jetzt an, von einer Nummer mit der "
    "Endung {ending}.",
    "claimed_later": "{name} hat Ihre Anfrage und ruft Sie {opens} an.",
    "claimed_calls_later": "{name} hat Ihre Anfrage und ruft Sie {opens} an, von einer Nummer mit "
    "der Endung {ending}.",
    "claimed_writes": "{name} hat Ihre Anfrage und schreibt Ihnen in Kürze.",
    "unanswered": "Es tut mir leid, gerade sind alle bei anderen Kunden. Ihre Anfrage steht ganz "
    "oben, und es meldet sich jemand, sobald jemand frei ist.",
    "unanswered_off": "Es tut mir leid, es ist niemand mehr erreichbar. Ihre Anfrage steht ganz "
    "oben, und Sie werden {opens} angerufen.",
    "person_quiet": "{name} kann gerade nicht schreiben. Hier ist wieder der automatische "
    "Assistent: Wir können hier weitermachen, oder schreiben Sie „Rufen Sie mich an“.",
    # a viewing that is booked
    "viewing_cancelled": "Ihre Besichtigung am {when} ist abgesagt. Wenn ein anderer Termin "
    "passt, schreiben Sie einfach.",
    "viewing_cancelled_by": "{name} musste Ihre Besichtigung am {when} leider absagen. Wenn ein "
    "anderer Termin passt, schreiben Sie einfach.",
    "viewing_moved": "Ihre Besichtigung ist verlegt: {when}. {agent} bestätigt den Termin.",
    "viewing_moved_by": "{name} hat Ihre Besichtigung verlegt: {when}. Wenn das nicht passt, "
    "schreiben Sie einfach.",
    "viewing_confirmed": "{name} hat Ihre Besichtigung bestätigt: {when}.",
    "viewing_which": "Gern - welcher Tag und welche Uhrzeit wären Ihnen lieber?",
    "viewing_tomorrow": "Zur Erinnerung, Ihre Besichtigung: {when}. Verlegen oder absagen können "
    "Sie gleich hier.",
    "viewing_soon": "Ihre Besichtigung beginnt bald: {when}. Wird es später? Schreiben Sie hier.",
    "viewing_ics": "Für den Kalender: {link}",
    # afterwards
    "after": "Danke, das habe ich für {agent} notiert.",
    "after_disqualified": "Danke. Wenn sich etwas ändert, schreiben Sie gern wieder.",
    "after_partner": "Danke - ich habe das weitergegeben.",
    "after_contact": "Gern. Unter welcher Nummer oder E-Mail sind Sie am besten erreichbar?",
    "hand_over_lost": "Ich hole jemanden dazu - {agent} übernimmt.",
    "turn_limit": "Wir haben schon lange geschrieben! {agent} übernimmt jetzt.",
    "close_hot_off": "Danke{comma_name}! {agent} meldet sich {opens}.",
    "close_complete": "Danke{comma_name}! Mehr brauche ich nicht.",
    "close_disqualified": "Danke für den Hinweis.",
    # buttons and their like
    "button_skip": "Überspringen",
    "button_back": "Zurück",
    "button_edit": "Ändern: {field}",
    "button_yes": "Ja",
    "button_no": "Nein",
    # words for things
    "agent": "unser Team",
    "licensed_person": "Eine zugelassene Fachperson",
    "per.week": "{value} in der Woche",
    "per.year": "{value} im Jahr",
    "this_home": "dieses Objekt",
    "listing_status": "Der Stand bei {address}: {status}.",
    "up_to": "bis {value}",
    "at_least": "ab {value}",
    "range": "{low} bis {high}",
    "count.beds_min": "{value} Schlafzimmer",
    "count.beds": "{value} Schlafzimmer",
    "count.rooms_min": "{value} Zimmer",
    "count.rooms": "{value} Zimmer",
    "count_one.beds_min": "{value} Schlafzimmer",
    "count_one.beds": "{value} Schlafzimmer",
    "count_one.rooms_min": "{value} Zimmer",
    "count_one.rooms": "{value} Zimmer",
    "close_hot_chat": "Danke{comma_name}! {agent} schreibt Ihnen gleich hier, meist innerhalb von "
    "{sla} Minuten.",
    "close_hot_email": "Danke{comma_name}! {agent} schreibt Ihnen in Kürze an {email}.",
    "note_partner": "Bitte an einen Partner weitergeben.",
    "language.en": "Englisch",
    "language.es": "Spanisch",
    "language.de": "Deutsch",
    "language.ar": "Arabisch",
    "opens_today": "heute ab {time} Uhr",
    "opens_day": "am {day} ab {time} Uhr",
    # names of fields, as they stand in “…: jetzt …”
    "field.area": "die Gegend",
    "field.beds_min": "die Zahl der Schlafzimmer",
    "field.beds": "die Zahl der Schlafzimmer",
    "field.rooms_min": "die Zahl der Zimmer",
    "field.rooms": "die Zahl der Zimmer",
    "field.budget_max": "das Budget",
    "field.budget_min": "das untere Ende des Budgets",
    "field.timeline": "der Zeitpunkt",
    "field.financing": "die Finanzierung",
    "field.has_agent": "die Vereinbarung mit einem Makler",
    "field.name": "Ihr Name",
    "field.phone": "Ihre Nummer",
    "field.email": "Ihre E-Mail-Adresse",
    "field.address": "die Adresse",
    "field.appointment": "der Termin",
    "field.viewing_at": "die Besichtigung",
    "field.consent_marketing": "Angebote per SMS",
    "field.contact_pref": "wie wir Sie erreichen",
    "field.lease_term": "die Mietdauer",
    "field.down_payment_pct": "die Anzahlung",
    "field.state": "der Bundesstaat",
    "field.owner_role": "die Eigentümerfrage",
    "field.listing_status": "der Stand des Verkaufs",
    "field.reason": "der Grund",
    "field.meets_criteria": "das Kriterium",
    "field.strategy": "der Plan",
    "field.proof_of_funds": "der Kapitalnachweis",
    "field.deals_done": "die Zahl der Käufe",
    "field.purpose": "der Zweck",
    "field.stage": "der Stand",
    "field.docs_ready": "die Unterlagen",
    "field.other_lender": "die andere Bank",
    # how a volunteered preference is shown
    "value.contact_pref.email": "E-Mail",
    "value.contact_pref.phone": "Telefon",
    "value.contact_pref.text": "Textnachricht",
    # what a text says of something the office gave no value for
    "default.agent_phone": "unserem Büro",
    "default.sla": "wenigen",
    "default.url": "unsere Website",
    "default.showing_service": "unser Büro",
    "default.link": "unsere Website",
    "default.lender": "unsere Partnerbank",
    "default.officer": "eine zugelassene Fachperson",
    "default.nmls": "auf Anfrage",
    "default.product": "unser Produkt",
    "default.rep": "jemand aus dem Team",
    "default.shop": "unser Laden",
    "default.magnet": "Ratgeber",
    "default.firm": "unsere Firma",
    "default.consultant": "eine Beratungsperson",
    "default.ratio": "das veröffentlichte Mehrfache",
    "default.office_email": "unser Büro",
}
