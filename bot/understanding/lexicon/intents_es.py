"""What people mean beside or instead of an answer, in Spanish."""

from __future__ import annotations

from typing import Final

INTENTS: Final = {
    "call_now": """
        me|nos llamas|llaman|llama $
        ^ llamar ahora|ya|hoy $
        llámame|llamame|llámenme|llamenme|llámeme|llameme|llamadme|llámanos|llámennos|márcame|marcame|márquenme|márqueme|telefonéame
        me|nos puede|puedes|pueden|podría|podrían|podéis|podrías llamar|marcar|telefonear
        me|nos llama|llaman|llamas|llamáis|marcas|marcan ya|ahora|hoy|por
        que|quiero|prefiero|necesito que me|nos llame|llamen|llames|llaméis|marquen|marque
        que me|nos llame|llamen|llames|llaméis|marquen|marque
        quiero|necesito|quisiera|prefiero una llamada
        pueden|puede|puedes|podéis|podrían llamarme|llamarnos|marcarme
        ^ llamada|llamar $
        """,
    "human": """
        ^ un|una asesor|asesora|agente|persona|humano por|porfa|favor
        hablar|hable|comunicarme|platicar|hablo|comunicar|comuníqueme|páseme|pásame|pasarme|chatear con un|una|el|la|algún|alguna|su? humano|persona|agente|asesor|asesora|alguien|representante|operador|comercial|ejecutivo
        hablar con alguien
        ^ humano|persona|agente|asesor|operador|alguien $
        ^ un|una humano|persona|agente|asesor $
        quiero|necesito|prefiero|quisiera un|una|a|algún? humano|persona|agente|asesor|alguien
        persona real|humana|por
        agente humano|real
        con|a una? persona|humano real|por
        atención humana|personal|cliente
        """,
    "stop": """
        que|quiero pares|paren|paréis $
        ^ parad|detente|deténganse|deténgase|detenganse|detengase $
        ^ parad|detente|deténganse|deténgase ya|ahora|por|de
        no quiero más|mas mensajes|correos|sms|whatsapps|contacto|avisos
        no quiero que me|nos contacten|contacte|escriban|escriba|molesten|manden|envíen|contactéis|escribáis
        bórrame|borrame|bórrenme|borrenme|quítame|elimíname|sácame de la|tu|su|esta|las|vuestra? lista|listas|base
        ^ stop|alto|basta|baja|cancelar|parar|para|paren|terminar|fin $
        ^ basta|paren|parad|cancela|cancelen ya|por|de
        ^ para por favor
        ^ para de
        no me contacten|contacte|contactes|contactéis|escriban|escriba|escribas|escribáis|molesten|moleste|molestes|manden|mande|mandes|mandéis|envíen|envíe|envíes|enviéis
        no nos contacten|contacte|escriban|molesten|manden|envíen
        no me vuelvan|vuelvas|vuelva|volváis a
        no .. más mensajes|correos|sms|llamadas|whatsapps|publicidad
        dejen|deja|dejad|deje|dejar|para|paren|parad de? escribirme|escribir|molestarme|molestar|mandarme|mandar|enviarme|enviar|contactarme|contactar|llamarme|llamar|acosarme|insistir|fastidiar|joder
        dejen|deja|dejad|deje de .. mensajes|mensaje|correos
        déjame|dejame|déjenme|dejenme|dejadme|déjeme|dejeme en paz|tranquilo|tranquila
        dejar en paz
        en paz $
        darme|dame|denme|dadme|deme|dar|dénme de baja
        quiero|solicito la? baja
        dar de baja
        cancelar|cancela|cancelen|anular .. suscripción|suscripcion|mensajes
        desuscri*|desuscribir
        quítenme|quítame|quitame|quitenme|bórrenme|borrenme|sáquenme|sáqueme|elimínenme de
        no contactar
        """,
    "stop?": """
        ^ para ya
        """,
    "delete_me": """
        ^ bórrenme|borrenme|bórreme|olvídenme|olvidenme|olvídeme|olvidame|elimínenme $
        bórrenme|borrenme|elimínenme|olvídenme de todo|todos|su|sus|por|ya
        borrar|borra|borren|borre|borrad|eliminar|elimina|eliminen|elimine|eliminad|suprimir|suprima|supriman|quitar .. mis|mi|todos|toda|todo|los datos|información|informacion|cuenta|datos|todo|conversación|registro
        borrar|borra|borren|borre|elimina|eliminen|elimine todo|mis|mi
        borrado|eliminación|supresión .. datos|información
        bórrame|borrame|elimíname|olvídame $
        bórrame|borrame|elimíname|olvídame por|ya|de todo|por
        derecho al olvido
        ^ rgpd|lopd|arco $
        derechos arco
        """,
    "why": """
        eso|esto para|por qué|que
        ^ por|y qué|que $
        ^ y? por|para qué|que $
        ^ porqué|porque $
        por qué|que .. necesita*|preguntas|pregunta|preguntan|quieres|quiere|quieren|piden|pide|pides|importa|saber
        para qué|que .. necesita*|quieres|quiere|quieren|piden|pide|pides|sirve|es|lo|mi|saber|esto|eso
        a qué|que viene|viene
        es necesario|obligatorio
        qué|que hacen|harán|haréis|hacéis con
        """,
    "are_you_bot": """
        eres|es|sois|son|es|usted|tú|tu un|una|el|usted|de|solo? robot|bot|máquina|maquina|chatbot|ia|humano|humana|persona|real|verdad|automático|programa
        eres|es|sois usted|tú|tu .. robot|bot|humano|persona|real|máquina
        hablo|hablando|chateo|escribo con un|una robot|bot|máquina|maquina|persona|humano|ia
        hay alguien|una|algún|un persona|ahí|humano|real|detrás
        esto es un|una robot|bot|persona|máquina
        ^ robot|bot|humano
        persona de verdad
        con quién|quien hablo|estoy
        quién|quien eres|es
        """,
    "back": """
        ^ atrás|atras|volver|regresar|anterior|regresa|vuelve|volvamos $
        volver|vuelve|regresar|regresa|ir|ve|volvamos|regresemos|regrese|vuelva atrás|atras
        volver|vuelve|regresar|regresa|ir a la pregunta|anterior
        pregunta|respuesta|paso anterior
        la anterior
        un paso atrás|atras
        cambiar mi|la última? respuesta
        """,
    "restart": """
        empezar|empezamos|empecemos|empieza|comenzar|comencemos|iniciar|volver de|desde|a nuevo|cero|principio|empezar|el
        volver|volvemos|volvamos a empezar|comenzar
        de nuevo desde|todo
        desde el? principio|cero|inicio
        ^ reiniciar|reinicia|reset $
        reiniciar la|el? conversación|chat
        """,
    "advice": """
        me|nos lo|la|los van|va a? aprobar|conceder|dar
        me|nos lo|la aprueban|aprobarían|conceden|dan|darían
        me|nos van|va a? aprobar|aprobarán|dar|conceder|aprueban|aprobaría|darán|concederán|dará
        me|nos aprobarán|aprobarían|concederán|darán|dan .. hipoteca|crédito|préstamo
        puedo|podemos|podría .. permitirme|permitirnos|pagar|hipoteca|crédito
        cuánto .. prestan|prestarían|puedo|podemos|hipoteca|darían
        es|será|sería|son una|un|buena|buen|mala|mal buena|buen|mala|mal? inversión|inversion|momento|idea|negocio|compra
        buena inversión|inversion
        buen momento
        conviene|vale|merece comprar|vender|esperar|alquilar|la|invertir|pena|refinanciar|ahora
        debería|deberia|deberíamos|debo|debemos|tendría comprar|vender|esperar|alquilar|invertir|ofrecer|aceptar|refinanciar
        impuestos|impuesto|iva|itp|plusvalía|isr|hacienda|irpf .. pagar|pago|cuánto|cuanto|cuál|hay|son|es|deducir|desgravar
        cuánto|cuanto|qué|que|cómo|pago|pagar|pagaré|hay .. impuestos|impuesto|itp|plusvalía|isr|irpf
        impuestos $
        asesoría|consejo|asesoramiento legal|fiscal|jurídico|financiero
        subirán|bajarán|van|va .. precios|precio|intereses|tasas|subir|bajar
        qué|que|cuál|cual .. interés|tasa|tipo|intereses|tasas
        necesito|hace .. abogado|notario
        """,
    "fee": """
        comisión|comision|comisiones|honorarios
        cuánto|cuanto|qué|que .. cobra*|cobráis|cobran|cobras|comisión
        cuánto|cuanto cuesta|vale|cuestan|sale .. servicio|servicios|asesoría|valoración|trabajar|ustedes|agente
        es|son|sale|esto|servicio|todo .. gratis|gratuito|gratuita|gratuitos
        tiene|hay algún? coste|costo
        tengo|hay|tendría|tendré que pagar .. servicio|agente|ustedes|algo|comisión|agencia|te|os|les
        gastos de agencia|gestión
        quién|quien paga .. agente|agencia|comisión
        """,
    "negotiation": """
        hay|tiene|tienen|habría|queda .. margen
        aceptaría|aceptaria|aceptarían|aceptarian|aceptan|acepta|aceptáis|tomarían|bajarían|bajaría|bajan|rebajarían|rebajan .. oferta|precio|menos|por|un|algo|si|ofertas|propuesta|una
        aceptarían|aceptan|aceptaría|aceptarian
        negociable|negociar|negociables|regatear|regateo
        es|precio .. negociable
        margen de|para|negociación
        último|ultimo|mejor|menor precio
        rebaja|descuento|rebajar|rebajas
        hacer|haría|haríamos|hago|presentar una|mi|nuestra oferta
        """,
    "negotiation#": """
        ofrezco|ofrecemos|ofrecería|ofreceríamos|ofreciera|pagaría|daría|doy
        si|y ofrezco|ofrecemos|ofreciera|pago|doy
        mi|nuestra|una oferta es|de|sería
        oferta de
        lo|la|las|los? dejan|deja|dejarían|dejas|dejáis|venden|venderían en|por|a
        """,
    "agent": """
        soy un|una|también|tambien|igualmente? agente|asesor|asesora|corredor|corredora|inmobiliario|inmobiliaria|broker|realtor|bróker .. inmobiliario|inmobiliaria|inmuebles|propiedades|bienes|también|igual|colega
        soy un|una|también|tambien? agente|corredor|asesor|asesora|corredora inmobiliario|inmobiliaria|de|también|tambien|igual
        soy un|una|también|tambien? agente|inmobiliario|inmobiliaria|corredor|corredora|broker $
        soy|trabajo|somos|llamo|escribo de|en|una|como|con|desde|otra una|otra|la|agente|mi? inmobiliaria|agencia|agentes|remax|century|tecnocasa
        somos|soy una|otra|la inmobiliaria|agencia
        colaborar|colaboración|colaboramos|compartir|networking .. agente|inmobiliaria|comisión|agencia|cliente|clientes|ustedes|vosotros
        tengo|mi|represento un|una|a? cliente|clientes|comprador|compradores .. para|busca|buscan|interesado|interesados|quiere
        compartir|dividir|repartir comisión|honorarios
        mi cliente
        busco|buscan|tienen|hay trabajo|empleo|vacantes|vacante
        """,
    "vendor": """
        somos|soy una|un|de? empresa|agencia de marketing|publicidad|limpieza|reformas|fotografía|software|seguros|reclutamiento
        ofrecemos|ofrezco|vendemos|vendo|brindamos|prestamos .. para|a inmobiliarias|agentes|agencias|inmobiliarios|ustedes|vosotros|empresas|su|tu
        ofrecemos|ofrezco|vendemos|brindamos servicios|servicio .. seo|marketing|limpieza|fotografía|diseño|web|posicionamiento|publicidad|para
        posicionar|posicionamiento|mejorar|aumentar|rediseñar|generar su|tu|vuestra|sus|en|más|web|clientes? web|página|sitio|ventas|google|leads|clientes|captaciones|propietarios|visibilidad|seo
        su|tu|vuestra página|web|sitio
        propuesta comercial|negocio
        """,
    "pitch": """
        ofrecer*|presentar*|vender* les|le|su|sus|os|vuestra|nuestros|nuestras .. servicios|soluciones|productos
        ofrecerles|ofrecerle|ofreceros|presentarles|presentarle .. servicios|soluciones|productos|nuestro|nuestra
        """,
    "vendor?": """
        ofrecemos|ofrezco|vendemos|vendo|brindamos servicios|seo|leads|marketing|posicionamiento|publicidad|fotografía|software|crm
        """,
    "minor": """
        soy|todavía|aún|aun|somos|siendo menor|menores
        menor de edad
        no|aún|todavía .. cumplo|cumplido|tengo 18|dieciocho
        """,
    "do_not_sell": """
        no vendas|venda|vendan|vender|comparta|compartas|compartan mis datos|información|info
        no quiero que vendan|compartan mis datos|información
        """,
    "no_calls": """
        no|ni|nada|sin|prefiero llamadas|llamada|llamar|llamen|llames|llame|llaméis|llamarme|llamadas
        no me|nos llamen|llame|llames|llaméis|marquen|llamáis|llaméis
        no quiero|queremos|deseo|prefiero .. llamadas|llamen|llamada|llame|llaméis
        nada de llamadas|teléfono
        """,
    "rude": """
        idiota|idiotas|imbécil|imbéciles|pendejo|pendejos|estúpido|estúpidos|estupidez|tonto|tontos|gilipollas|cabrón|cabrones|mierda|joder|coño|chingad*|chinga|inútil|inútiles|basura|puta|putos|puto|huevones|huevón|mamada|mamadas|tontería|tonterías
        qué|que asco|pesado|pesados|pesadez|molesto
        cállate|callate|cállense
        vete|váyanse|vayan|vete|idos al|a
        """,
    "thanks": """
        ^ muchas? gracias .. $
        ^ mil|muchas|muchísimas|ok|vale|perfecto|bien|bueno gracias $
        ^ gracias a|por|muy|igualmente|adiós|mil|todo
        ^ adiós|adios|chao|chau|bye $
        ^ hasta luego|pronto|mañana $
        ^ te|se|os lo agradezco
        """,
    "greeting": """
        ^ hola|holaa|buenas|saludos|ola|buenos|qué|que días|dias|tardes|noches|tal|buenas|a|onda? todos|tardes|noches|días|dias|tal? $
        ^ hola $
        ^ buenos|buenas días|dias|tardes|noches $
        """,
}

STEERING: Final = """
    es|son|está|sea|estar|hay|tan|muy|más|qué|que|cómo|como .. segura|seguro|seguras|seguridad|peligrosa|peligroso|insegura|inseguridad|conflictiva|inseguro
    zona|barrio|colonia|área|lugar|calle|vecindario muy|más|es|sea|tan? segura|seguro|peligrosa|peligroso|insegura|mala|conflictiva|conflictivo|chunga|chungo|problemática|fea|tranquila
    seguridad|inseguridad de|en|del|hay|zona|barrio
    delincuencia|crimen|criminalidad|robos|asaltos|narco|violencia|pandillas|okupas|drogas
    buenas|buenos|mejores|qué|que|hay|cómo|son|calidad|nivel .. colegios|colegio|escuelas|escuela|institutos
    colegios|escuelas buenos|buenas|cerca|son|hay|malos
    qué|que|cuál|tipo|clase|cómo .. gente|vecinos|personas|residentes|vecindario
    qué|que|cómo tipo|clase|es|son de|la|los gente|vecinos|personas|familias
    quién|quien|quiénes|quienes vive|viven|vives
    hay|muchas|muchos|viven|vive|mucha|demasiados|demasiadas .. familias|niños|inmigrantes|extranjeros|gitanos|moros|musulmanes|judíos|latinos|negros|gringos|chinos|jóvenes|ancianos|estudiantes|gente|migrantes
    iglesia|iglesias|mezquita|mezquitas|sinagoga|templo|parroquia cerca|cercana|próxima|hay|cercanas|por
    hay|cerca|alguna|qué|que|cuál .. iglesia|iglesias|mezquita|mezquitas|sinagoga|parroquia
    qué|que|cuál raza|razas|religión|religiones|etnia|nacionalidad|nacionalidades
    barrio|zona|colonia de blancos|latinos|judío|judía|gitanos|inmigrantes|ricos|pobres|familias
    para|con familias|niños
    buena|buen zona|barrio|lugar para familias|niños
    """
