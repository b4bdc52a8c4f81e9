"""How people say the options of questions about money, loans and companies, in Spanish."""

from __future__ import annotations

from typing import Final

MEANINGS: Final[dict[str, dict[str, str]]] = {
    "strategy": {
        "buy_hold": """
            mantener|alquilar|rentar|alquiler|rentas|patrimonial|rentabilidad
            comprar y|para mantener|alquilar|rentar|alquilarlo|rentarlo|conservar
            para alquilar|rentar|alquiler|renta
            largo plazo
            ingresos pasivos
            """,
        "flip": "reformar|remodelar|flip|flipping|reventa|revender|arreglar|rehabilitar\nreformar y vender\ncomprar .. reformar|remodelar|arreglar .. vender",
        "brrrr": "brrrr|brrr",
        "str": "turística|turístico|turistico|vacacional|vacacionales|turísticas|turisticas\nairbnb|turístico|turistico|vacacional|booking|corta|temporal\nalquiler|renta vacacional|turístico|turistica|corta|temporal|por\ncorto plazo\ncorta estancia",
        "commercial": "comercial|local|locales|oficina|oficinas|edificio|edificios|nave|naves|multifamiliar|bodega|bodegas|industrial|plaza",
        "wholesale": "busco|buscamos .. comprador|compradores|inversor|inversores\ntengo|vendo|ofrezco|traigo .. oportunidades|inmuebles|propiedades|activos|ofertas|contratos|deals\nmayorista\nceder|cesión contrato|contratos|arras?",
        "unsure": "cualquiera|todo|abierto|aprendiendo|explorando\nde todo",
    },
    "proof_of_funds": {
        "yes": "ahora|ya|inmediatamente|hoy\nlo|la tengo|mando|envío\ntengo .. extracto|comprobante|certificado|estado\nsin problema",
        "soon": "semana|pronto|días|dias|mañana|lunes|martes|miércoles|jueves|viernes\nen una|unos|esta|la|el|próxima|próximos semana|días|lunes",
        "no": "todavía|aún|aun|ahora no\nmás adelante",
    },
    "purpose": {
        "purchase": "comprar|compra|comprarme|adquirir|adquisición\npara|primera comprar|casa|vivienda",
        "refinance": "refinanci*|subrogar|subrogación|mejorar\nmejorar|bajar|cambiar .. hipoteca|interés|cuota|condiciones|tasa\nsustitución",
        "cash_out": "sacar|obtener|retirar|liquidez|capital|patrimonio .. dinero|efectivo|capital|casa|líquido\nliquidez\nreforma|reformar|remodelar",
    },
    "stage": {
        "offer_accepted": "acept* .. oferta\noferta .. acept*\naceptaron|aceptada|arras|contrato|firmado|reservad*|apartad*",
        "touring": "rechaz* .. oferta\noferta .. rechaz*|denegad*\nvisit*|viendo|buscando|ofertar|listo|listos|lista\nviendo casas|pisos|departamentos|propiedades\nlisto|listos|lista para",
        "planning": "en unos|unas|como 2|3|4|5|6|tres|cuatro|cinco|seis meses\nmeses\nplaneando|planificando|pensando|próximos|proximos|ahorrando\nen|próximos 3|4|5|6|tres|cuatro|cinco|seis|unos|pocos meses\neste|próximo año|otoño|verano|invierno|primavera",
        "researching": "investigando|informándome|informandome|mirando|curioseando|explorando|curiosidad|aprendiendo\nsolo|sólo mirando|informándome|viendo|quiero|investigando\nempezando|comienzo|principio",
    },
    "other_lender": {
        "no": "ninguno|ningún|nadie|primera|primeros|primero\nson|eres|sois|es los|el|la? primer*\nno .. otro|nadie|ningún\nsolo|sólo con|ustedes|vosotros|tú",
        "shopping": "estoy|estamos|ando comparando\ncomparando|comparo|comparamos|mirando|viendo|varios|otros|otro|mi|dos|tres .. banco|bancos|ofertas|opciones\ncomparando\nhablando con otro|mi|varios|un\nmi banco",
        "committed": "cerrad*|comprometid*|decidid*|elegid*|fijad*|bloquead*|firmad*|apartad*\nya .. cerrado|decidido|elegido|firmado|fijado|comprometido|banco|tengo",
    },
    "authority": {
        "decision_maker": """
            ^ yo $
            dueño|dueña|director|directora|gerente|ceo|fundador|fundadora|jefe|jefa|propietario|presidente|presidenta|socio
            soy el|la|yo dueño|dueña|director|directora|gerente|jefe|jefa|que|responsable
            yo decido|mismo|misma|solo
            decido|decisión
            director|gerente general
            """,
        "team": "equipo|comité|nosotros|juntos|socios|consejo|junta\nyo y|con|junto mi|mis|otros|el\nmi socio|socia|equipo y\nentre varios|todos|dos|nosotros\ncon mi|mis|el socio|socios|equipo|jefe",
        "influencer": "recomiendo|recomendar|asesoro|evalúo|propongo|sugiero|influyo|investigo\nmi|el jefe|jefa|director|directora|gerente|superior\ndirección|gerencia decide?\nno .. decido",
        "user": "usuario|usuaria|usar|usaría|usarlo|uso|empleado|empleada\nlo|la usaría|uso|usaré|usar",
        "student": "estudiante|tesis|universidad|estudio|estudios|trabajo de|investigación|tfg|tfm|alumno|alumna|clase|maestría\npara la|una|mi tesis|universidad|clase|investigación|estudio",
        "competitor": "competencia|competidor|proveedor|vendemos|ofrecemos algo|similar|lo\nproveedor|competidor|competencia|revendedor",
        "vendor": "ofrezco|ofrecemos|vendo|vendemos|proveedor|freelance|autónomo|consultor servicios|nuestros|mis?\nproveedor\nservicios de",
    },
    "money": {
        "approved": "aprobad*|asignad*|autorizad*|disponible|reservad*|apartad*\nhay presupuesto|dinero|fondos\ntenemos|tengo presupuesto|dinero|fondos\npartida",
        "planned": "previsto|planeado|planificado|planeamos|pendiente|próximo|previsión\nel|para|próximo trimestre|año|ejercicio\nestá previsto",
        "exploring": "explorando|mirando|evaluando|viendo|depende|según|comparando\nno .. definido|decidido|cerrado",
        "obtainable": "conseguir*|consigo|obtener|podemos|puedo|podría|posible\nse puede conseguir|pedir|buscar",
        "needs_case": "caso|justific*|demostrar|roi|retorno|convencer\ncaso de negocio\nnecesito|necesitamos|hay|tengo que? justificar|demostrar|convencer|presentar\nplan de negocio",
        "none": "ningún|ningun|sin|no .. presupuesto|dinero|fondos|hay|tenemos\nsin presupuesto|dinero\nnada|gratis\ntodavía|aún no",
    },
    "priority": {
        "top_now": "urgente|primero|primera|prioridad|crítico|ya|inmediato|inmediatamente|ahora|máxima|alta|top|cuanto\neste|trimestre|mes\nlo antes posible\nmuy|bastante|súper importante|alta|urgente\nlo más importante",
        "this_year": "año\neste año|semestre\nantes de fin|final|diciembre\nimportante .. no .. urgente\nmedia|medio",
        "someday": "algún|algun día|dia|momento\nbaja|luego|después\nmás adelante\nsin prisa\nno .. urgente|prisa|corre\ncuando se pueda",
    },
}
