"""What visitors ask about a home, topic by topic."""

from __future__ import annotations

from typing import Final

# Topics every listing has, whatever its facts.
TOPICS: Final = {
    "available": """
        available|availability
        still on the? market|sale
        still for sale
        still there|open|active|listed
        been|is sold
        under contract|offer
        off the market
        taken already?
        disponible
        sigue .. disponible|venta
        está vendida|vendido|vendidas
        noch verfügbar|verfuegbar|frei|zu haben|da
        schon verkauft|weg|reserviert
        متاح|متاحه|متوفر|متوفره
        """,
    "price": """
        how much is|does|are|for|do
        whats|what is|are the? asking? price
        the price
        price
        asking price
        what does it cost
        cost
        cuánto|cuanto cuesta|vale|es|piden|sale
        precio
        was kostet|kosten
        wie teuer|viel
        kaufpreis|preis
        كم|بكم السعر|سعر|سعره|سعرها
        بكم
        السعر
        """,
    "address": """
        whats|what is|are the? exact|full? address
        address
        where is|exactly|abouts
        whereabouts
        located
        location
        dirección|direccion|dónde|donde está|queda|es
        dirección|direccion|ubicación|ubicacion
        wo ist|liegt|genau
        adresse
        وين|اين|أين الموقع|العنوان
        العنوان|الموقع
        """,
    "beds": """
        how many bedrooms|beds|bed|rooms|br
        number of bedrooms|beds|rooms
        cuántas|cuantas habitaciones|recámaras|recamaras|dormitorios
        wie viele|wieviele|wieviel zimmer|schlafzimmer
        كم غرفه|غرف
        """,
    "baths": """
        how many bathrooms|baths|bath|toilets
        number of bathrooms|baths
        cuántos|cuantos baños|banos
        wie viele|wieviele bäder|baeder|badezimmer
        كم حمام
        """,
    "size": """
        how big|large
        square feet|foot|footage|metres|meters|metre|meter
        sq ft|feet|m
        sqft|sqm|m2
        what size
        whats|what is the size
        metros cuadrados
        cuántos|cuantos metros|m2
        wie groß|gross
        wohnfläche|quadratmeter|qm
        المساحه|مساحه
        كم متر
        """,
    "year": """
        how old is|are
        what year
        year built
        when was it|the|this built
        was it built
        qué|que año|antigüedad
        baujahr
        wann gebaut
        سنه البناء
        """,
    "slots": """
        when can i|we see|view|visit|come
        when could i|we see|view|visit|come
        what times|days|slots
        which times|days
        free times|slots
        viewing times
        cuándo|cuando puedo|podemos verla|verlo|ver|visitar|visitarla
        wann kann|können ich|wir .. ansehen|besichtigen|sehen
        متى ممكن|اقدر .. اشوف|شوف|نشوف
        """,
    "photos": """
        pictures|photos|pics|images|brochure|floorplan|floor plan|video
        fotos
        exposé|expose|grundriss|bilder
        صور|مخطط
        """,
}

# Words for facts an office may have written down, by the names such facts usually have; each
# word (or choice of words) calls the fact by itself.
FACT_WORDS: Final = {
    "stove": "stove|cooker|hob|range|oven|cooktop cocina|estufa|fogón herd|ofen فرن|موقد",
    "heating": "heating|heat|furnace|boiler|hvac|ac|aircon|conditioning|cooling calefacción|aire heizung|klima تدفئه|تكييف",
    "parking": "parking|garage|driveway|carport|park aparcamiento|estacionamiento|cochera|garaje|parking stellplatz|garage|parken|parkplatz موقف|مواقف|كراج",
    "yard": "yard|garden|backyard|lawn|fence|fenced|patio|outdoor jardín|patio|terraza garten|terrasse|balkon حديقه|حوش",
    "garden": "garden|yard|backyard|outdoor|patio jardín garten حديقه",
    "hoa": "hoa|association|dues comunidad|mantenimiento hausgeld|nebenkosten رسوم|خدمات",
    "taxes": "tax|taxes impuestos|ibi|predial grundsteuer|steuer|steuern ضريبه",
    "council tax": "council|tax",
    "roof": "roof|shingles tejado|techo dach سقف",
    "pets": "pet|pets|dog|dogs|cat|cats mascota|mascotas|perro|gato haustier|haustiere|hund|katze حيوانات",
    "internet": "internet|fibre|fiber|wifi|broadband|cable internet|fibra glasfaser انترنت|نت",
    "floors": "floors|floor|stairs|steps|storey|story|stories|storeys|upstairs|accessible|elevator pisos|escaleras|planta stockwerk|treppe|etage طابق|درج",
    "pool": "pool|swimming piscina|alberca pool|schwimmbad مسبح",
    "tenure": "freehold|leasehold|tenure",
    "furnished": "furnished|furniture|unfurnished amueblado|amoblado|muebles möbliert|moebliert مفروش",
    "laundry": "laundry|washer|dryer lavadora waschmaschine غساله",
    "utilities": "utilities|electric|electricity|water luz|agua strom|wasser كهرباء|ماء",
    "lift": "lift|elevator ascensor|elevador aufzug|fahrstuhl مصعد",
    "ascensor": "ascensor|elevador|lift|elevator",
    "calefacción": "calefacción|heating",
    "comunidad": "comunidad|gastos|community",
    "view": "view|views vistas aussicht اطلاله",
    "basement": "basement|cellar sótano keller قبو",
}
