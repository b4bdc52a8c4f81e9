"""What the bot says of its own, in Spanish: neither tú nor usted where it can be avoided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PHRASES: Final[Mapping[str, str]] = {
    # understood at every step
    "are_you_bot": "Soy un asistente automático, no una persona. En {company} una persona lee "
    "todos los chats; basta con escribir «persona» en cualquier momento.",
    "why": "Así {company} encuentra lo que encaja. Se puede saltar la pregunta.",
    "human_number": "Claro. ¿Cuál es el mejor número? {agent} llamará, normalmente en {sla} "
    "minutos.",
    "human_done": "Gracias{comma_name}. {agent} llamará al {phone}, normalmente en {sla} minutos.",
    "human_off": "Claro. ¿Cuál es el mejor número? {agent} llamará {opens}.",
    "human_done_off": "Gracias{comma_name}. Ahora no hay nadie en la oficina; {agent} llamará al "
    "{phone} {opens}.",
    "human_chat": "Gracias{comma_name}. {agent} tiene este chat y contestará aquí mismo.",
    "human_already": "{agent} ya lo sabe y llamará al {phone}.",
    "human_no_number": "Sin problema: sin un número {agent} no puede llamar, pero puedo ayudar "
    "aquí mismo.",
    "stop": "Hecho: nadie se pondrá en contacto. Para borrar también los datos, basta con "
    "escribir "
    "«borrar mis datos».",
    "delete_me": "La solicitud de borrado queda registrada (ref. {ref}). La confirmamos en {days} "
    "días.",
    "change": "Sin problema: {field} es ahora {value}.",
    "skip": "De acuerdo, lo saltamos.",
    "steering": "No puedo describir una zona por quién vive en ella ni decir si es segura o no; "
    "son normas de trato igualitario, iguales para todos. Para datos: el mapa de la policía, la "
    "web de la autoridad escolar y la oficina de estadística. Puedo filtrar por precio, tamaño, "
    "trayecto al trabajo o características.",
    "advice": "No puedo dar consejos de préstamos, legales ni fiscales. {licensed_person} sí "
    "puede; ¿pido que llame?",
    "sensitive": "Por favor, aquí no hay que mandar números de documento, de tarjeta ni de la "
    "seguridad social; lo he quitado y no se ha guardado.",
    "fee": "Los honorarios se negocian y no los fija la ley; {agent} da los nuestros por escrito "
    "antes de cualquier compromiso.",
    "negotiation": "No puedo hablar por el vendedor, pero {agent} sí; ya he pasado la pregunta.",
    "do_not_sell": "Anotado: sus datos no se venden ni se comparten con otros para "
    "publicidad. Queda registrado.",
    "no_calls": "Entendido, sin llamadas.",
    "rude": "Siento la molestia. Basta con escribir «persona» para hablar con alguien, o "
    "«basta» y "
    "nadie se pondrá en contacto.",
    "thanks": "¡De nada!",
    "hello": "¡Hola!",
    "language_switched": "Claro, seguimos en español.",
    "language_unsupported": "De momento solo puedo escribir en {languages}, pero intento leer lo "
    "que llegue; los botones y los números también sirven. En {company} quizá alguien hable ese "
    "idioma: basta con escribir «persona».",
    "question_passed_on": "Buena pregunta; no lo sé, pero se la he pasado a {agent}.",
    "restart": "Claro, empezamos de nuevo.",
    "back_first": "Esa ya era la primera pregunta.",
    "minor": "Gracias por decirlo. Solo puedo ayudar a personas adultas y no he guardado nada de "
    "este chat; lo mejor es que escriba una persona adulta de la familia.",
    "agent_or_vendor": "Gracias por escribir. Este chat es para quienes buscan vivienda; la "
    "oficina de {company} atiende con gusto a colegas y proveedores.",
    "not_licensed": "Lo siento, en {value} no podemos ayudar.",
    # questions about a home
    "listing_available": "Sí, {address} sigue disponible.",
    "listing_gone": "Lo siento, {address} ya no está disponible.",
    "listing_price": "El precio es {price}.",
    "listing_address": "Está en {address}.",
    "listing_beds": "Tiene {beds} habitaciones.",
    "listing_baths": "Tiene {baths} baños.",
    "listing_size": "Tiene {size}.",
    "listing_year": "Es de {year}.",
    "listing_slots": "Horas libres: {slots}.",
    "listing_no_slots": "{agent} propondrá una hora.",
    "listing_url": "Hay más en {url}.",
    # reading an answer
    "noted": "{value}, anotado.",
    "retry": "Perdón, no lo he entendido.",
    "retry_choice": "Perdón, no lo he entendido; ¿cuál de estas encaja mejor?",
    "retry_number": "Perdón, no lo he entendido; ¿qué número sería?",
    "retry_money": "¿Qué cifra sería, por ejemplo 380 mil? También vale «no lo sé».",
    "retry_percent": "¿Qué porcentaje sería, por ejemplo 20 %?",
    "retry_yesno": "Perdón, no lo he entendido; ¿sí o no?",
    "retry_phone": "Ese número no parece correcto; ¿se puede revisar?",
    "retry_email": "Esa dirección de correo no parece correcta; ¿se puede revisar?",
    "retry_name": "Perdón, no he entendido el nombre.",
    "retry_area": "Perdón, no lo he entendido; ¿qué ciudad o barrio?",
    "retry_region": "Perdón, no lo he entendido; ¿qué estado?",
    "retry_address": "Necesito al menos la calle y el número.",
    "retry_datetime": "Perdón, no lo he entendido; ¿qué día y a qué hora?",
    "stuck_options": "Perdón, sigo sin entenderlo. Vale cualquiera de estas, o escribir "
    "«persona» para hablar con alguien.",
    "stuck": "Perdón, sigo sin entenderlo. Con «persona» contesta alguien, y con «saltar» "
    "seguimos.",
    "wait": "Sin prisa: vale cualquiera de estas, o escribir «persona» para hablar con alguien.",
    "wait_open": "Sin prisa; también se puede escribir «persona» para hablar con alguien.",
    # what a reader asks back
    "ask.choice.two": "¿Qué encaja mejor: {a} o {b}?",
    "ask.phone.short": "El número parece corto; ¿lo revisamos?",
    "ask.phone.check": "El número parece largo; ¿lo revisamos?",
    "ask.email_typo": "Tengo {typed}; ¿o quizá {suggest}?",
    "ask.email.broken": "El correo parece incompleto; ¿lo revisamos?",
    "ask.money.many": "¿Cuál cuenta: {a} o {b}?",
    "ask.money.which": "¿Es {a} o {b}?",
    "ask.money.total": "¿Eso es al mes? Necesito el precio de la vivienda, p. ej. 450.000.",
    "ask.money.period": "¿Eso es por día? Necesito el precio al mes.",
    "ask.money.currency": "Lo anoto como {value}.",
    "ask.number.beyond": "¿Qué número sería, entre {least} y {most}?",
    "ask.percent.amount": "Eso parece una cantidad; ¿qué porcentaje sería, más o menos?",
    "ask.percent.which": "¿Es {a} % o {b} %?",
    "ask.timeline.event": "Entiendo; ¿y cuándo podría ser, más o menos?",
    "ask.datetime.taken": "Esa hora no está libre; ¿qué tal {a} o {b}?",
    "ask.datetime.taken_one": "Esa hora no está libre; ¿qué tal {a}?",
    "ask.datetime.which": "¿Cuál va mejor: {a} o {b}?",
    "ask.datetime.when": "¿Qué día y a qué hora va bien?",
    "ask.datetime.past": "Esa hora ya ha pasado; ¿qué día y a qué hora a partir de ahora?",
    # a person in the conversation
    "person_here": "{name} está ahora en el chat y responde en persona.",
    "person_left": "{name} ha salido del chat. Vuelve el asistente automático.",
    "claimed": "{name} tiene su solicitud y le está llamando ahora.",
    "claimed_calls": "{name} tiene su solicitud y le está llamando ahora, desde un número que "
    "termina en {ending}.",
    "claimed_later": "{name} tiene su solicitud y le llamará {opens}.",
    "claimed_calls_later": "{name} tiene su solicitud y le llamará {opens}, desde un número que "
    "termina en {ending}.",
    "claimed_writes": "{name} tiene su solicitud y le escribirá en breve.",
    "unanswered": "Lo siento, ahora mismo todos están con otros clientes. Su solicitud es la "
    "primera de la lista y le contestarán en cuanto alguien esté libre.",
    "unanswered_off": "Lo siento, ya no se ha podido localizar a nadie. Su solicitud es la "
    "primera de la lista y le llamarán {opens}.",
    "person_quiet": "{name} no puede escribir ahora mismo. Vuelve el asistente automático: "
    "podemos seguir aquí, o basta escribir «llámame» para recibir una llamada.",
    # a viewing that is booked
    "viewing_cancelled": "La visita del {when} queda cancelada. Si conviene otra hora, basta "
    "escribirlo.",
    "viewing_cancelled_by": "{name} ha tenido que cancelar la visita del {when}. Si conviene otra "
    "hora, basta escribirlo.",
    "viewing_moved": "La visita pasa a {when}. {agent} la confirmará.",
    "viewing_moved_by": "{name} ha pasado la visita a {when}. Si no conviene, basta escribirlo.",
    "viewing_confirmed": "{name} ha confirmado la visita: {when}.",
    "viewing_which": "Claro: ¿qué día y a qué hora va mejor?",
    "viewing_tomorrow": "Recordatorio de la visita: {when}. Para cambiarla o cancelarla, basta "
    "escribir aquí.",
    "viewing_soon": "La visita es pronto: {when}. ¿Con retraso? Basta escribir aquí.",
    "viewing_ics": "Para el calendario: {link}",
    # afterwards
    "after": "Gracias, lo he anotado para {agent}.",
    "after_disqualified": "Gracias. Si algo cambia, aquí estamos.",
    "after_partner": "Gracias; lo he pasado.",
    "after_contact": "Con gusto. ¿Cuál es el mejor número o correo para contactar?",
    "hand_over_lost": "Paso el chat a una persona: {agent} sigue desde aquí.",
    "turn_limit": "¡Hemos hablado mucho! {agent} sigue desde aquí.",
    "close_hot_off": "¡Gracias{comma_name}! {agent} responderá {opens}.",
    "close_complete": "¡Gracias{comma_name}! No necesito nada más.",
    "close_disqualified": "Gracias por decirlo.",
    # buttons and their like
    "button_skip": "Saltar",
    "button_back": "Atrás",
    "button_edit": "Cambiar: {field}",
    "button_yes": "Sí",
    "button_no": "No",
    # words for things
    "agent": "uno de nuestros agentes",
    "licensed_person": "Un profesional con licencia",
    "per.week": "{value} a la semana",
    "per.year": "{value} al año",
    "this_home": "esta vivienda",
    "listing_status": "El estado actual de {address}: {status}.",
    "up_to": "hasta {value}",
    "at_least": "desde {value}",
    "range": "de {low} a {high}",
    "count.beds_min": "{value} habitaciones",
    "count.beds": "{value} habitaciones",
    "count.rooms_min": "{value} habitaciones",
    "count.rooms": "{value} habitaciones",
    "count_one.beds_min": "{value} habitación",
    "count_one.beds": "{value} habitación",
    "count_one.rooms_min": "{value} habitación",
    "count_one.rooms": "{value} habitación",
    "close_hot_chat": "¡Gracias{comma_name}! {agent} escribirá aquí mismo, normalmente en {sla} "
    "minutos.",
    "close_hot_email": "¡Gracias{comma_name}! {agent} escribirá enseguida a {email}.",
    "note_partner": "Pásenme a un colaborador, por favor.",
    "language.en": "inglés",
    "language.es": "español",
    "language.de": "alemán",
    "language.ar": "árabe",
    "opens_today": "hoy a partir de las {time}",
    "opens_day": "el {day} a partir de las {time}",
    # names of fields, as they stand in «… es ahora …»
    "field.area": "la zona",
    "field.beds_min": "el número de habitaciones",
    "field.beds": "el número de habitaciones",
    "field.rooms_min": "el número de habitaciones",
    "field.rooms": "el número de habitaciones",
    "field.budget_max": "el presupuesto",
    "field.budget_min": "el presupuesto mínimo",
    "field.timeline": "el plazo",
    "field.financing": "la financiación",
    "field.has_agent": "el acuerdo con un agente",
    "field.name": "el nombre",
    "field.phone": "el número",
    "field.email": "el correo",
    "field.address": "la dirección",
    "field.appointment": "la cita",
    "field.viewing_at": "la visita",
    "field.consent_marketing": "los avisos por SMS",
    "field.contact_pref": "la forma de contacto",
    "field.lease_term": "la duración del alquiler",
    "field.down_payment_pct": "la entrada",
    "field.state": "el estado",
    "field.owner_role": "la propiedad",
    "field.listing_status": "la situación de la venta",
    "field.reason": "el motivo",
    "field.meets_criteria": "el criterio",
    "field.strategy": "el plan",
    "field.proof_of_funds": "la prueba de fondos",
    "field.deals_done": "el número de compras",
    "field.purpose": "la finalidad",
    "field.stage": "la fase",
    "field.docs_ready": "los documentos",
    "field.other_lender": "el otro banco",
    # how a volunteered preference is shown
    "value.contact_pref.email": "correo",
    "value.contact_pref.phone": "teléfono",
    "value.contact_pref.text": "mensaje",
    # what a text says of something the office gave no value for
    "default.agent_phone": "nuestra oficina",
    "default.sla": "unos",
    "default.url": "nuestra web",
    "default.showing_service": "nuestra oficina",
    "default.link": "nuestra web",
    "default.lender": "nuestra entidad colaboradora",
    "default.officer": "un profesional con licencia",
    "default.nmls": "a petición",
    "default.product": "nuestro producto",
    "default.rep": "alguien del equipo",
    "default.shop": "nuestra tienda",
    "default.magnet": "la guía",
    "default.firm": "nuestra firma",
    "default.consultant": "un consultor",
    "default.ratio": "las veces publicadas",
    "default.office_email": "nuestra oficina",
}
