"""How people say the options of questions about homes and agents, in Spanish (Spain and Mexico)."""

from __future__ import annotations

from typing import Final

MEANINGS: Final[dict[str, dict[str, str]]] = {
    "goal": {
        "buy": "comprar|compra|comprarme|compro|comprando|adquirir|comprador|compradora",
        "rent": "alquilar|alquiler|alquilo|rentar|renta|rento|arrendar|arriendo|alquilando|rentando",
        "sell": "vender|venta|vendo|vendemos|vendiendo|vendedor|vendedora",
        "invest": "invertir|inversión|inversor|inversionista|inversora",
    },
    "financing": {
        "cash": """
            efectivo|contado|cash
            al|de contado
            en efectivo
            sin hipoteca|crédito|préstamo|financiación|financiamiento|banco
            no necesito|necesitamos|quiero hipoteca|crédito|préstamo|financiación|financiamiento
            recursos|fondos|dinero|capital|ahorros propios|propio
            mis|nuestros ahorros
            dinero|plata|ahorros está|están? en el banco|cuenta
            tengo|tenemos|con el? dinero|efectivo|capital
            ahorros
            a tocateja
            todo en una
            """,
        "preapproved": """
            banco .. sí|si|aprobado|aprobó|autorizó|visto|ok
            dio|dado|dieron el|la sí|visto|ok|aprobación
            visto bueno
            preaprobad*|preconcedid*|preautorizad*|precalific*|pre-aprobado
            pre aprobad*|concedid*|autorizad*|calificad*
            hipoteca|crédito|credito|préstamo|financiación|banco .. aprobad*|concedid*|autorizad*|lista|listo
            aprobada|aprobado|autorizado|autorizada|concedida|concedido
            ya .. aprobad*|concedid*|autorizad*
            ya tengo|tenemos el|la|mi|un|una crédito|hipoteca|financiación|financiamiento|infonavit|préstamo
            me|nos dieron|aprobaron|autorizaron|concedieron|han .. crédito|hipoteca|aprobado|concedido|autorizado|préstamo
            me|nos aprobaron|autorizaron|concedieron|preaprobaron
            me|nos lo|la|han|ha aprobado|concedido|aprobaron|autorizaron|preaprobado
            carta de aprobación|preaprobación|preautorización
            tengo|tenemos .. infonavit|fovissste|cofinavit .. puntos|autorizado|listo|aprobado|precalificado
            puntos de|del|infonavit
            """,
        "in_progress": """
            preguntando|consultando|averiguando|checando|cotizando .. banco|bancos|hipoteca|hipotecas|crédito
            banco lo|la|me|nos|está .. estudiando|mirando|revisando|analizando
            lo|la está|estoy|estamos estudiando|mirando|revisando|viendo|tramitando
            hablando|negociando|tratando|viéndolo|viendo|mirando|gestionando con|el|la|lo un|una|el|la|mi|mis|varios? banco|bancos|banca|hipoteca|crédito|broker|asesor|bróker
            hablando con
            mirando|viendo|mirándolo|viéndolo con
            en trámite|proceso|tramites|trámites|gestión|ello|eso|curso
            estoy|estamos en|con ello|eso|proceso|trámites|tramites|trámite|el|la
            tramitando|gestionando|solicitando|negociando
            solicité|solicitado|pedí|pedido|metí .. crédito|hipoteca|préstamo|infonavit|papeles
            esperando|espero|pendiente .. respuesta|banco|aprobación|confirmación|crédito|hipoteca
            comparando .. bancos|hipotecas|créditos|ofertas
            casi .. aprobad*|lista|listo
            en eso
            con mi|el|un|la banco|asesor|broker
            metiendo papeles
            """,
        "needs_to_sell": """
            que venda|vendamos|se
            vender|venda|vendamos .. departamento|depa|casa|piso|terreno|vivienda
            vender|venda|vendamos|vende|venta|vendo .. primero|antes|mía|mío|mi|nuestra|nuestro|casa|piso|actual|otra|otro|depto|departamento
            tengo|tenemos|necesito|necesitamos|debo|debemos|hay|quiero que? vender
            primero .. vender|vendo|venda|venta
            cuando|hasta|si|después|despues|una .. venda|vendamos|vender|vendo|venta
            vendiendo mi|la|nuestra|el|nuestro
            depende|dependo .. venta|vender
            con la venta
            de la venta
            """,
        "not_started": """
            todavía|aún|aun|momento nada
            nada todavía|aún|de
            no|aún|aun|todavía|todavia|nada .. empezado|mirado|visto|iniciado|solicitado|hablado|preguntado|consultado|pedido|preaprobado|aprobado
            sin empezar|iniciar|mirar
            no he|hemos empezado|mirado|visto|hablado|ido|pedido|preguntado|solicitado|hecho
            ni he|hemos empezado|mirado
            necesito|necesitamos|necesitaría|quiero|queremos|pediré|pediría|pediremos|busco|tendré|tendría|tendríamos|pienso|pediríamos .. hipoteca|crédito|préstamo|financiación|financiamiento|infonavit|fovissste
            con|por hipoteca|crédito|préstamo|financiación|financiamiento|infonavit|fovissste|issste
            infonavit|fovissste|cofinavit
            a crédito|plazos
            para|de la|el? entrada|enganche|pie
            todavía|aún|aun sin hipoteca|crédito|préstamo|financiación|financiamiento|banco
            pedir al banco
            por empezar
            """,
        "not_started~": "hipoteca|crédito|credito|préstamo|prestamo|financiación|financiamiento|financiado|hipotecario|hipotecaria|banco",
        "private": "inversor|inversores|inversionista|privado|privados|prestamista|socio|socios privado|privados|particular|particulares?\ndinero|capital|préstamo privado",
        "raising": "buscando|busco|reuniendo|levantando|consiguiendo .. capital|inversores|socios|fondos|dinero|inversionistas",
        "unsure": "",
    },
    "has_agent": {
        "no": """
            no|ningún|ningun|sin .. agente|agentes|contrato|exclusiva|asesor|corredor|inmobiliaria
            no|nunca|jamás .. firmado|firmada|firmé|firmamos|firmar|firme
            no tengo|tenemos|hay .. contrato|acuerdo|exclusiva .. firmado|firmada
            no tengo|tenemos|hay|trabajo|estoy|con|la|he
            ninguno|ninguna|nadie
            por mi|nuestra cuenta
            yo solo|sola|mismo|misma
            sin agente|asesor|nadie
            """,
        "informal": """
            nada|sin|ni|aun|aún|todavía .. firmado|firmada|firmé|firmamos|firmar|firma
            no|nada|sin|ni|aun|aún|todavía .. formal|contrato|papel|oficial|exclusiva
            sí|si|pero|aunque .. no|nada|sin|ni .. firmado|firmada|firmé|firmamos|firmar|firma
            tengo|tenemos|hay|con .. agente|asesor|asesora|inmobiliaria|corredor|uno|alguien .. no|nada|sin|ni .. firmado|firmada|firmé|firmamos|firmar|firma|contrato
            sin firmar|firma|contrato|compromiso
            hablando|hablé|hablado|hablo|hablamos|platico|platicamos|platicando|platiqué|viendo|contacto con un|una|el|la|varios|mi? agente|asesor|inmobiliaria|inmobiliarias|asesora|agentes|corredor|alguien|uno
            primo|prima|hermano|hermana|amigo|amiga|tío|tía|cuñado|cuñada|conocido|conocida|sobrino|vecino .. agente|inmobiliario|inmobiliaria|asesor|asesora|vende|corredor
            mi|un amigo|conocido .. inmobiliaria
            informal|informalmente
            de palabra
            nada firmado|formal|oficial
            """,
        "signed": """
            firmado|firmamos|firmé|firmada|firme
            tengo|tenemos|con|hay un|una|mi|ya? agente|asesor|contrato|exclusiva|inmobiliaria|asesora|corredor
            ya tengo|tenemos|trabajo|estoy|firmé|firmamos
            trabajo|trabajamos|estoy|estamos con un|una agente|inmobiliaria|asesor|asesora
            exclusiva con
            contrato firmado
            """,
    },
    "appointment": {
        "call": """
            llamada|llámame|llamame|llámenme|llamenme|llámeme|llameme|llamadme|llamar|llamen|llame|llames|telefonazo|llamáis
            una? llamada|llamadita
            ^ ahora|ya|hoy|ahorita mismo? $
            ^ ahora|ahorita por|si|sí favor|puede|pueden?
            cuando sea|gusten|quieran|puedan|guste
            por teléfono|telefono
            que me|nos llame|llamen|llames|marquen|marque
            me|nos puede|puedes|pueden|podría|podrían llamar|marcar
            márcame|marcame|márquenme|marquenme
            hablar|hablamos|platicar|platicamos
            hablar por|con
            me llama|llaman|llamas|marca|marcan
            videollamada|zoom
            """,
        "tour": """
            visita|visitar|visitarla|visitarlo|visitas|recorrido|verla|verlo|verlas|verlos|conocerla|conocerlo|visitarlas|cita|ver
            ver|conocer|visitar la|el|las|los|una|un|algo|alguna|casa|piso|depa|departamento
            agendar|programar|reservar|concertar|apartar una|la|el? visita|cita|recorrido|día|hora
            quiero|quisiera|queremos|podemos|puedo|podría|podríamos|gustaría|se puede ver|verla|verlo|visitar|visitarla|visitarlo|ir|conocer|conocerla
            en persona
            presencial
            ir a ver|verla|verlo|visitar
            segunda visita
            elegir hora|día
            """,
        "video!": """
            video|vídeo|videollamada|virtual|facetime|videovisita|online
            visita|recorrido|tour virtual|online|por|en video|vídeo|videollamada|línea
            por video|vídeo|videollamada
            a distancia
            """,
        "visit": """
            visita|visítenme|vengan|venga|ven|venid|pasen|pase|pasad|visitar|visiten|cita|vente
            que vengan|venga|pasen|pase|vengáis
            pueden|puede|podéis|puedes venir|pasar|visitar
            en persona
            presencial
            """,
        "demo": "demo|demostración|reunión|cita|videollamada|llamada\nelegir|agendar|reservar|escoger hora|horario|cita|demo|fecha",
        "none": """
            ver|mirar|revisar opciones|fotos|más|mas|otras primero|antes
            primero ver|mirar opciones|fotos|más
            por ahora no|nada
            por el momento no
            por lo pronto no
            ahora|ahorita|todavía|aún|aun|mejor|de|hoy no
            no gracias|hace|quiero|por|ahora|ahorita|necesito|me|nos|todavía|estoy
            nada
            más adelante|tarde
            luego|después $
            quizás|quizá|vez luego|después $
            solo|sólo|solamente una|la|el|es|tengo|quiero|quería|información|info|por|pregunta|preguntar|saber|correo|email|mirar|rango|precio|mándame|envíame|ver
            una pregunta|duda
            mándame|mandame|mándenme|mandenme|envíame|enviame|envíenme|envienme|pásame|pasame|envíeme|mándeme|mandadme|enviadme
            primero .. opciones|información|info|fotos|correo
            opciones primero
            por correo|email|mail|escrito|whatsapp|mensaje
            lo pienso|pensaré|pensamos
            ya le|te|les llamo|llamaré|aviso|avisaré
            sin llamadas|visita|visitas
            grabación
            """,
    },
    "owner_role": {
        "owner": """
            mía|mia|mío|mio|propietario|propietaria|dueño|dueña|dueno|duena|titular
            es mía|mía|mi|mío
            soy|si|sí la? el|propietario|propietaria|dueño|dueña|titular|único|única
            mi casa|piso|vivienda|departamento|propiedad|nombre
            a mi nombre
            """,
        "co_owner": """
            entre|con mis|mi hermanos|hermanas|hermano|hermana|primos|socios
            mis hermanos y
            hermanos y yo
            copropietari*|cotitular*|condueñ*|codueñ*
            con|y mi|mis esposa|esposo|marido|mujer|hermano|hermana|hermanos|pareja|madre|padre|ex|socio|hijo|hija|familia
            mi esposa|esposo|marido|mujer|hermano|hermana|pareja|ex y
            somos dos|varios|tres|los|copropietarios|dueños|propietarios
            de los dos
            entre varios|dos|hermanos
            mía|mío|mio|mia y de
            no es|soy|somos? solo|sólo|solamente|únicamente
            a medias
            la mitad
            nuestra|nuestro
            ambos
            compartid*
            juntos
            """,
        "representative": """
            soy el|la hijo|hija|nieto|nieta|sobrino|sobrina|yerno
            poderes|poder
            represent*|apoderad*|albacea|administrador|administradora|tutor|tutora|testamentaria|heredero|heredera|herederos|herencia|poder|sucesión
            en nombre|representación
            de mi|mis|su madre|padre|padres|abuela|abuelo|abuelos|tía|tío|mamá|papá|suegra|suegro|familia|difunto|difunta
            era de mi|mis
            en nombre de
            con poder
            heredad*|heredamos|heredé
            mi madre|padre|abuela|abuelo|mamá|papá|tía|tío
            """,
        "not_owner!": """
            de|del|a mi|el|la? casero|casera|arrendador|arrendadora
            soy|somos un|el|la? inquilino|inquilina|inquilinos|arrendatario|arrendataria
            """,
        "not_owner": """
            no .. dueñ*|propietari*|mía|mío|mia|mio|titular
            inquilin*|arrendatari*|alquilad*|vecin*|rento
            vivo de|en alquiler|renta
            es|de del|otro|otra|un|mi casero|vecino|amigo|alguien|propietario|dueño|persona
            solo|sólo pregunto|curiosidad|quiero comprar
            """,
    },
    "listing_status": {
        "not_listed": """
            no .. venta|publicad*|anunciad*|mercado|puest*
            todavía|aún|aun no
            sin anunciar|publicar
            no está|esta|la
            """,
        "expired": """
            ya no
            estuvo|estaba|estuve|tuve|teníamos|tenía|tuvimos|hubo .. venta|anunciad*|publicad*|mercado|inmobiliaria|agencia|agente
            la|lo quité|quitamos|retiramos|retiré|retirada|bajé
            venció|vencido|caducó|caducado|expiró|expirado|terminó|retirad*
            se acabó|venció|terminó|retiró el|la? contrato|exclusiva
            no se vendió
            antes sí|si|estuvo|estaba
            """,
        "fsbo": """
            particular|yo mismo|misma
            por mi|nuestra cuenta
            la|lo vendo|vendemos|estoy|anuncio yo|nosotros|vendiendo|particular|directamente|solo|sola
            vendo|vendemos|vendiendo|vendiéndola yo|directo|directamente|particular|solo|sola|sin|por
            sin agencia|inmobiliaria|agente|intermediarios
            trato directo
            dueño directo
            en|por idealista|wallapop|fotocasa|facebook|milanuncios|marketplace
            """,
        "listed_agent": """
            con|por|tiene|tenemos|en un|una|la|mi|el|otra? agencia|inmobiliaria|agente|asesor|remax|century|asesora|corredor
            agencia|inmobiliaria
            sí|si .. venta|anunciad*|publicad*|agencia|inmobiliaria|exclusiva
            en exclusiva
            está|esta publicada|anunciada|en venta|mercado
            """,
    },
    "reason": {
        "relocating": """
            trabajo|traslad*|mudanza|empleo|laboral|transfieren|destino
            me|nos mudo|mudamos|voy|vamos|traslado|trasladan|trasladamos|cambian|transfieren|destinan
            cambio de ciudad|trabajo|país|residencia
            por trabajo
            nuevo|otro trabajo|empleo|puesto
            mudarme|mudarnos|irme|irnos
            """,
        "bought_next": """
            compramos|compré|comprado|comprando|comprar .. otra|otro|nueva|nuevo|casa|piso|una|uno
            ya compr*|tengo|tenemos otra|otro|nueva|la|una? casa|piso
            otra|nueva casa|vivienda
            otro|nuevo piso|departamento
            """,
        "size": """
            hijos|niños .. fueron|mayores|independizaron|marcharon
            nido vacío
            más|mas|menos|mayor|falta|poco|tanto|tanta|necesit* espacio|metros|habitaciones|sitio|cuartos|recámaras
            no necesit* tanto|tanta|tantas|tantos|más|mas
            ya no nos? hace falta
            grande|pequeñ*|chic*|enorme
            demasiado|muy|queda|quedó|se grande|pequeñ*|chic*
            espacio|escaleras
            se fueron los
            """,
        "inherited": "hered*|herencia\nfalleció|murió|falleci*|difunt*\nera de mi|mis|los",
        "money": """
            dinero|deuda|deudas|económic*|efectivo|liquidez|hipoteca|plusvalía|lana
            necesito|necesitamos .. dinero|efectivo
            no .. pagar|puedo|podemos
            muy caro|cara
            precios|mercado están|está|esta alto|altos|bien|bueno
            """,
        "curious": """
            curiosidad|curios*|curioseando
            solo|sólo|por|nomás|nada saber|curiosidad|mirar|preguntar|mirando|informarme
            saber cuánto|cuanto|el
            no .. vender|vendo
            por saber
            """,
        "other": "otro|otra|otros motivo|motivos|razón|cosa|razones?\ndivorci*|separa*|jubil*\npersonal|personales|complicado\nvarias|varios",
    },
    "lease_term": {
        "12m": """
            12|doce|18|24|36|dieciocho|veinticuatro meses|mes
            un|1|dos|2|tres|3|cinco|5|varios|uno|más|mínimo|al año|años|anos|ano
            año|anual|años
            largo|larga plazo|estancia|duración|temporada
            indefinid*|permanente
            largo
            """,
        "6m": "6|7|8|9|10|11|seis|siete|ocho|nueve|diez|once meses\nmedio año\nmenos de un año\ncurso|año académico|escolar|universitario?\nsemestre",
        "short": """
            1|2|3|4|5|un|uno|dos|tres|cuatro|cinco|unos|pocos mes|meses|semanas|semana
            corto|corta|cortito plazo|estancia|temporada|periodo?
            temporal|temporada|vacacional
            mes a mes
            verano
            lo más corto
            """,
    },
    "meets_criteria": {
        "yes": "cumpl*|gano|ganamos|ingres* .. más|bien|suficiente|doble|triple\ncumplo|cumplimos\nsin problema",
        "no": "no .. llego|llegamos|cumplo|cumplimos|gano|alcanza|ingresos\nno llego|llegamos|alcanzo\nmenos",
        "unsure": "más|mas o menos\ncasi|justo|quizá|quizás|depende|creo|posiblemente\ntal vez\na lo mejor",
        "undisclosed": "privado|personal\nprefiero no\nno quiero decir*",
    },
}
