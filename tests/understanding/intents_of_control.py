"""What steers the conversation: intent -> texts."""

from __future__ import annotations

MEANT = {
    "human": """
        can u call me
        just call me pls
        call me at 512 555 0143
        phone me
        have an agent call me
        please call
        i'd like someone to call me
        can i speak to a person
        real human please
        ok human
        a real human
        i want human
        get me an agent
        let me talk to dana's manager
        I want to speak with somebody
        is there someone i can talk to?
        llámame al 612 345 678
        me puedes llamar?
        prefiero que me llamen
        pásame con una persona
        quiero hablar con alguien
        necesito hablar con un agente
        rufen Sie mich an unter 0151 12345678
        bitte zurückrufen
        ich will mit einem Mitarbeiter sprechen
        gibt es hier einen echten Ansprechpartner?
        Mensch bitte
        كلمني على الواتس
        دقوا علي
        أبغى أتكلم مع موظف
        حولني لشخص حقيقي
        ممكن أحد يتصل فيني
        call me now
        call me
        please call me asap
        can someone call me today?
        give me a call
        ring me please
        someone call me at 512-555-0143
        can you have dana call me
        i want a call back
        agent
        human
        human please
        i need a human
        can i talk to a real person
        let me speak to someone
        speak to an agent
        connect me with an agent
        i'd rather talk to a person
        llámame ya
        llámenme por favor
        ¿me pueden llamar?
        que me llamen hoy
        quiero hablar con una persona
        páseme con un asesor
        hablar con alguien
        ruf mich an
        rufen Sie mich bitte an
        bitte um Rückruf
        können Sie mich anrufen?
        ich möchte mit einem Menschen sprechen
        kann ich mit einem Mitarbeiter reden
        اتصل فيني الحين
        اتصلوا علي
        ممكن تتصلون فيني
        أبي أكلم موظف
        أريد التحدث مع شخص
        """,
    "stop": """
        STOP!!!
        stop please
        stop sending me messages
        stop spamming me
        please leave me alone
        take me off this list
        remove my number
        i don't want any more texts
        don't message me again
        you suck, stop
        unsubscribe me
        end
        no more texts
        fuck off and stop texting me
        parad ya
        deja de mandarme mensajes
        no me escribas más
        bórrame de la lista
        denme de baja por favor
        no quiero que me contacten
        hör auf mir zu schreiben
        lass mich in Ruhe
        ich will keine Nachrichten mehr
        aufhören
        meldet euch nicht mehr bei mir
        nehmt mich aus der Liste
        لا ترسلون لي شي
        لا عاد تراسلوني
        ستوب
        فكوني
        لا أريد رسائل منكم
        الغوا اشتراكي
        stop
        STOP
        Stop!
        stop texting me you idiots
        stop messaging me
        please stop
        just stop it
        unsubscribe
        leave me alone
        you people are morons, leave me alone
        quit
        quit bothering me
        take me off your list
        remove me from this list
        don't contact me again
        do not text me anymore
        never contact me again
        no more messages please
        opt out
        cancel
        i said stop texting me
        no me contacten
        no me contactes más
        déjenme en paz
        dejen de molestarme, pendejos
        deja de escribirme
        quiero darme de baja
        basta ya
        no quiero más mensajes
        abmelden
        bitte abmelden
        lasst mich in ruhe
        lassen Sie mich in Ruhe!
        hört auf mir zu schreiben
        keine Nachrichten mehr
        schreibt mir nicht mehr ihr Idioten
        kontaktieren Sie mich nicht mehr
        stopp
        توقف
        أوقفوا الرسائل
        لا تراسلوني
        لا تتواصلوا معي
        إلغاء الاشتراك
        اتركوني بحالي
        خلوني بحالي
        """,
    "delete_me": """
        erase everything you have on me
        please delete my info
        remove all my data
        i want my data deleted
        delete this conversation
        elimina mis datos por favor
        quiero borrar mi información
        löschen bitte alles was Sie über mich haben
        ich möchte dass meine Daten gelöscht werden
        امسحوا معلوماتي
        أريد حذف بياناتي
        delete my data
        please delete all my information
        erase my data
        remove my personal data
        i want you to delete everything
        forget me
        gdpr
        gdpr deletion request
        borrar mis datos
        borren mis datos
        quiero que eliminen toda mi información
        bórrame
        daten löschen
        löschen Sie meine Daten
        bitte alle meine Daten löschen
        احذفوا بياناتي
        امسح بياناتي
        حذف بياناتي
        """,
    "why": """
        why would you need my phone
        what do you mean
        what do you mean by signed
        what does that mean
        i don't understand the question
        y do u need that
        whats it for
        why so many questions
        how come you need my email
        por qué lo preguntas
        para qué quieres mi teléfono
        y eso para qué?
        wozu das?
        warum fragen Sie das
        wieso wollt ihr meine Nummer
        ليش تسأل
        لماذا تحتاج رقمي
        وليش؟
        why?
        why
        why do you need that?
        why do you need my number
        what do you need it for?
        what for
        why does that matter
        why are you asking
        ¿por qué?
        por qué necesitan eso
        ¿para qué lo quieren?
        para qué
        warum?
        wozu brauchen Sie das?
        wofür wird das gebraucht
        warum wollen Sie das wissen
        ليش؟
        ليش تحتاجون رقمي
        لماذا تسأل
        """,
    "are_you_bot": """
        r u a bot
        am i chatting with a machine?
        is this automated?
        are u real
        is there a human there?
        am i speaking with a human?
        ¿eres un bot?
        hablo con una máquina?
        esto es un robot?
        Bin ich hier bei einem Bot?
        bist du echt?
        schreibe ich mit einer Maschine?
        هل هذا بوت؟
        انت إنسان ولا روبوت
        are you a bot
        are you a bot?
        is this a robot
        are you human?
        am i talking to a real person
        real person?
        are you real
        eres un robot
        ¿eres una persona real?
        estoy hablando con un bot?
        ist das ein bot
        sind Sie ein Mensch?
        bist du ein Roboter
        spreche ich mit einem Computer?
        هل أنت روبوت
        هل أتحدث مع إنسان؟
        انت بوت؟
        """,
    "back": """
        go back please
        can i go back
        previous
        take me back to the last question
        undo that
        vuelve atrás
        regresar
        zurück bitte
        eine Frage zurück bitte
        ارجع
        go back
        back
        previous question
        can we go back
        atrás
        volver a la pregunta anterior
        zurück
        eine Frage zurück
        رجوع
        ارجع للسؤال السابق
        """,
    "restart": """
        start over please
        can we start again
        begin again
        i want to start over
        empecemos de nuevo
        quiero empezar de cero
        nochmal von vorne
        alles auf Anfang
        نبدأ من جديد
        start over
        start again
        let's start from the beginning
        restart
        empezar de nuevo
        volver a empezar
        von vorne
        nochmal von vorn bitte
        neu starten
        من جديد
        نبدأ من البداية
        """,
    "skip": """
        skip
        skip this one
        rather not
        i'd rather not say
        prefer not to say
        pass
        none of your business
        prefiero no decirlo
        saltar
        möchte ich nicht sagen
        keine Angabe
        überspringen
        تخطي
        ما أبي أقول
        """,
    "language": """
        hablas español
        en español por favor
        puedes hablar español?
        spanish
        can you speak spanish?
        in german please
        sprechen Sie Deutsch?
        Deutsch bitte
        parla italiano?
        عربي لو سمحت
        ممكن بالعربي
        speak arabic?
        can i write in spanish?
        english
        auf Englisch bitte
        español?
        hablan español?
        in spanish please
        can we do this in german
        do you speak French?
        english please
        auf deutsch bitte
        sprechen Sie Englisch?
        بالعربي
        تتكلم عربي؟
        parlez-vous français?
        """,
}
