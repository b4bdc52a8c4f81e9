"""Where Spanish in Mexico and the Latin United States has other words than es.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PHRASES: Final[Mapping[str, str]] = {
    "minor": "Gracias por decirlo. Solo puedo ayudar a personas adultas y no guardé nada de este "
    "chat; lo mejor es que escriba su mamá, su papá o su tutor.",
    "listing_beds": "Tiene {beds} recámaras.",
    "retry": "Perdón, no entendí.",
    "retry_choice": "Perdón, no entendí; ¿cuál de estas opciones queda mejor?",
    "retry_number": "Perdón, no entendí; ¿qué número sería?",
    "retry_yesno": "Perdón, no entendí; ¿sí o no?",
    "retry_name": "Perdón, no entendí el nombre.",
    "retry_area": "Perdón, no entendí; ¿qué ciudad o colonia?",
    "retry_region": "Perdón, no entendí; ¿qué estado?",
    "retry_datetime": "Perdón, no entendí; ¿qué día y a qué hora?",
    "retry_phone": "Ese número no parece correcto; ¿lo podría revisar?",
    "retry_email": "Ese correo no parece correcto; ¿lo podría revisar?",
    "this_home": "esta propiedad",
    "count.beds_min": "{value} recámaras",
    "count.beds": "{value} recámaras",
    "count_one.beds_min": "{value} recámara",
    "count_one.beds": "{value} recámara",
    "field.beds_min": "el número de recámaras",
    "field.beds": "el número de recámaras",
    "field.financing": "el financiamiento",
    "field.down_payment_pct": "el enganche",
    "default.lender": "nuestra institución aliada",
}
