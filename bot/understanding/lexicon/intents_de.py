"""What people mean beside or instead of an answer, in German."""

from __future__ import annotations

from typing import Final

INTENTS: Final = {
    "call_now": """
        jemand|einer|wer soll|sollte|kann|muss|möge|könnte mich|uns bitte|mal|jetzt|sofort|gleich|heute|kurz? anrufen|zurückrufen
        mich|uns bitte|sofort|gleich|jetzt|heute? bitte|sofort|gleich|jetzt? anrufen|zurückrufen $
        ^ zurückrufen|rückrufen $
        ^ bitte? sofort|gleich|jetzt|heute|umgehend bitte? anrufen|zurückrufen|rückruf
        ^ bitte zurückrufen|anrufen|rückruf
        zurückrufen bitte|lassen
        ruf|rufen|ruft|rufe sie? mich|uns bitte|jetzt|sofort|gleich|heute|doch|einfach|mal|kurz|lieber|morgen? bitte? an|zurück
        ruf|rufen|ruft mich|uns .. an|zurück
        rufen sie mich|uns .. an|zurück
        bitte um? rückruf|anruf|anrufen
        um rückruf|anruf
        rückruf bitte|erbeten|gewünscht|erwünscht
        können|könnten|kann|könnte|würden|kannst|könnt .. anrufen|zurückrufen|durchklingeln
        will|möchte|wünsche|hätte|brauche .. rückruf|anruf|angerufen
        ^ anruf|rückruf|anrufen $
        anrufen bitte
        """,
    "human": """
        verbinden|verbinde|verbindet sie? mich bitte? $
        verbinden|verbinde|verbindet sie? mich bitte? mit
        ^ einen|einem menschen|mitarbeiter|makler|berater $
        gibt|ist|haben .. echten|echter|echte|richtigen|menschlichen ansprechpartner|ansprechpartnerin|mitarbeiter|menschen|mensch|berater
        mit|zu einem|einer|nem|ner|jemandem|jemanden echten|echter|richtigen|realen? menschen|mensch|mitarbeiter|mitarbeiterin|person|makler|maklerin|berater|beraterin|sachbearbeiter|ansprechpartner sprechen|reden|verbunden|verbinden|chatten|schreiben|telefonieren|sprech|bitte
        sprechen|reden|verbinden|verbunden|sprech .. menschen|mensch|mitarbeiter|mitarbeiterin|jemandem|jemanden|person|makler|maklerin|berater
        jemandem|jemanden|jemand sprechen|reden|verbinden|echtem|echten|echtes|richtigem
        ^ mensch|mitarbeiter|makler|berater|person|menschen $
        ^ mensch|mitarbeiter|makler|berater bitte
        echter|echten|echte|richtiger|richtigen|richtige|realer mensch|menschen|person|mitarbeiter
        will|möchte|brauche|lieber|bitte|gib|geben einen|einem|ein|eine|sie|mir? menschen|mensch|mitarbeiter|person|ansprechpartner
        keinen|kein bot|roboter|chatbot
        """,
    "stop": """
        nichts|nix mehr von|mit euch|ihnen|dir|ihnen hören|wissen|zu
        will|möchte nichts|nix mehr hören|wissen|lesen
        nehmen|nehmt|nimm|streichen|streicht|löschen|entfernen sie? mich .. liste|verteiler
        ^ stop|stopp|stoppen|abmelden|abbrechen|abbestellen|ende|aufhören|schluss|beenden|austragen|kündigen $
        ^ stop|stopp|schluss|aufhören|abmelden|abbestellen|stoppt|stoppen bitte|jetzt|sofort|endlich|das|damit|alle|alles|sie|ihr|newsletter
        ^ stop|stopp|schluss mit dem|den|diesen|dieser|euch|euren|ihren|ihnen|nachrichten|sms|mails|werbung
        bitte abmelden|abbestellen|austragen|aufhören|stoppen
        möchte|will|bitte mich|uns abmelden|austragen
        melden|melde|meldet|tragen|trag|tragt|nehmen|nimm sie? mich .. ab|aus|raus|runter
        lass|lasst|lassen|laßt|lasse sie? mich|uns .. ruhe|frieden
        in ruhe|frieden lassen|gelassen
        ruhe lassen
        hör|hört|hören|hoer sie? .. auf
        auf|aufhören zu|mir|mich|mit .. schreiben|nerven|belästigen|schicken|texten|kontaktieren|spammen|nachrichten
        keine|keinerlei|nie|nicht|niemals weitere|weiteren|mehr? nachrichten|nachricht|mails|sms|werbung|kontaktaufnahme|kontakt mehr
        keine .. mehr nachrichten|mails|schicken|senden
        kein|keinen kontakt
        nicht|nie|niemals mehr|wieder|weiter|länger? kontaktieren|kontaktiert|anschreiben|schreiben|belästigen|belästigt|stören|melden
        kontaktieren|kontaktiert|schreiben|schreibt|schreib|belästigen|belästigt|nerven|nervt|melden|meldet sie? mich|mir|uns|euch|sich .. nicht|nie .. mehr|wieder|weiter
        kontaktieren|kontaktiert|belästigen|belästigt|kontaktiere sie? mich|uns nicht
        schreib|schreibt|schreiben sie? mir|uns nicht|nie
        newsletter abbestellen|abmelden
        """,
    "delete_me": """
        vergessen|vergesst sie? mich $
        löschen|löscht|lösch|lösche sie? bitte? alle|all|alles meine|meiner persönlichen|personenbezogenen|gespeicherten daten|angaben|informationen
        lösch|lösche|löscht|löschen|entfernen|entferne|entfernt|vernichten .. daten|alles|konto|angaben|informationen|mich|nummer|chat
        daten|alles|konto|angaben|informationen|mich .. löschen|löscht|gelöscht|entfernen|löschung|vernichten
        löschung|datenlöschung|löschantrag
        recht auf löschung|vergessen|vergessenwerden
        ^ dsgvo $
        dsgvo antrag|anfrage|löschung
        nach|gemäß|laut dsgvo
        vergiss|vergessen mich|alles
        """,
    "why": """
        ^ und|aber? warum|wieso|weshalb|wozu|wofür|wofuer $
        warum|wieso|weshalb|wozu|wofür|wofuer .. brauch*|benötig*|wissen|frag*|will|wollen|wollt|willst|nötig|wichtig|notwendig|angeben|angabe
        warum|wieso|weshalb|wozu|wofür|wofuer das|denn|ist|sollte|soll|muss|brauchen|fragen
        was|wie geht|wollen|machen|macht|passiert|wollt .. damit|an|dich|sie|euch|meiner|meinen
        was soll das|die
        warum|wieso|wozu|wofür|wofuer wird|werden das|die|es? .. gebraucht|benötigt|gefragt
        ist das nötig|notwendig|wichtig|pflicht|erforderlich|relevant
        tut .. zur sache
        """,
    "are_you_bot": """
        bin ich .. bot|roboter|maschine|computer|ki
        bist|sind|seid|ist|bin|hier|das|du|sie du|sie|ihr|das|dies|ein|eine|hier|wirklich|überhaupt|eigentlich|echt|etwa .. bot|roboter|mensch|menschen|maschine|ki|chatbot|computer|automat|echt|echter|programm|real
        bist du|sie .. echt|real|mensch
        sprech|spreche|schreib|schreibe|rede|chatte|spricht ich? .. bot|roboter|mensch|menschen|maschine|ki|computer|person
        ist|gibt da|es|hier|dort jemand|ein|einen echter|echten|echtes|mensch|menschen|jemand
        ^ bot|roboter|mensch|maschine|ki
        echter mensch
        mit wem spreche|schreibe|rede|chatte
        wer bist|sind|ist|schreibt du|sie|da|hier
        """,
    "back": """
        ^ zurück|zurueck|vorherige|rückgängig $
        ^ zurück|zurueck bitte|zur|gehen|einen
        geh|gehen|geht|gehe|gehn|springen|spring sie|wir|bitte|noch|mal|einen|eine|schritt|frage .. zurück|zurueck
        einen|ein|eine schritt|frage zurück|zurueck
        zur|die|eine|letzte|vorherige|vorigen|vorherigen|letzten vorherigen|vorigen|letzten|vorherige? frage|antwort zurück|zurueck|ändern|korrigieren|nochmal
        vorherige|vorige|letzte frage|antwort
        antwort ändern
        """,
    "restart": """
        alles|zurück|nochmal auf|zum anfang|null
        von vorn|vorne|anfang|neuem|beginn
        nochmal|noch|nochmals|wieder|ganz|mal|alles von|neu vorn|vorne|anfang|beginnen|anfangen|starten
        neu starten|anfangen|beginnen|start
        ^ neustart|reset|neubeginn $
        neustart bitte
        """,
    "advice": """
        bekomme|bekommen|kriege|kriegen|bekäme|erhalte|erhalten ich|wir .. kredit|finanzierung|darlehen|hypothek|zusage
        werde|werden|wird .. genehmigt|bewilligt|finanziert|kredit
        wie viel|hoch|wieviel .. leisten|kredit|finanzierung|darlehen|bekommen|kriegen
        kann|können|könnte ich|wir .. leisten
        ist|wäre|sind .. gute|guter|gutes|schlechte|sinnvoll|sinnvolle|lohnende|sichere investition|anlage|kapitalanlage|geldanlage|zeitpunkt|investment|idee|zeit
        gute investition|geldanlage|kapitalanlage|anlage
        guter zeitpunkt
        lohnt|lohnen|rentiert sich|es|der|das
        soll|sollte|sollten|sollen ich|wir|man .. kaufen|verkaufen|warten|mieten|investieren|bieten|finanzieren|umschulden|vermieten
        steuer|steuern|grunderwerbsteuer|spekulationssteuer|steuerlich|steuervorteil|abschreiben|abschreibung|absetzen
        wie|was|welche|zahle|fallen .. steuer|steuern|grunderwerbsteuer
        rechtlich|rechtliche|rechtsberatung|steuerberatung|juristisch
        steigen|fallen|sinken .. preise|zinsen|preis|immobilienpreise
        wie|welche|welchen|was .. zinsen|zinssatz|zins|rate|monatsrate
        brauche .. anwalt|notar
        """,
    "fee": """
        provision|provisionsfrei|maklerprovision|maklercourtage|courtage|maklergebühr|maklergebühren|honorar|maklerkosten|vermittlungsgebühr|käuferprovision
        was|wie|wieviel kostet|kosten|nehmen|verlangen|viel|berechnen|nimmt .. mich|uns|service|dienst|makler|sie|ihr|maklers|bewertung|beratung|ihre|für|leistung
        was nehmen|verlangen|berechnen
        ist|das|wäre|alles|bewertung .. kostenlos|gratis|umsonst|kostenfrei|unverbindlich
        muss|müssen|müsste .. zahlen|bezahlen .. dafür|ihnen|makler|etwas|service|euch
        gebühren $
        fallen .. gebühren|kosten
        """,
    "negotiation": """
        würde|würden|wäre|wären|kann|können|könnte|könnten|nimmt|nehmen .. akzeptieren|annehmen|runtergehen|nachlassen|verhandeln|einverstanden|entgegenkommen|heruntergehen|nachgeben
        verhandelbar|verhandlungsspielraum|verhandlungsbasis|verhandeln|vhb|preisverhandlung
        preis .. verhandelbar|verhandeln|fest|drücken|machen|spielraum
        letzter|letzte|bester|niedrigster preis
        geht .. preis|noch
        am preis
        nachlass|rabatt|preisnachlass
        spielraum
        angebot machen|abgeben|unterbreiten
        """,
    "negotiation#": """
        nehmen|nehmt|nimmt|akzeptieren|akzeptiert die|sie|er|der|ihr|auch|es
        ich|wir biete|bieten|zahle|zahlen|gebe|geben
        biete|bieten|würde|würden ich|wir .. bieten|zahlen|geben
        was|und wenn ich|wir
        mein|unser gebot|angebot
        angebot von|über|wäre
        gebot
        für .. haben|bekommen|kriegen
        """,
    "agent": """
        bin|ich|als selbst|auch|ebenfalls|selber|ein|eine|von|kollege|immobilienmakler? makler|maklerin|immobilienmakler|immobilienmaklerin|immobilienberater|maklerkollege
        sind auch|ein|selbst|ebenfalls auch|ein|selbst? maklerbüro|maklerunternehmen|immobilienbüro|makler
        maklerkollege|maklerkollegin|kollegin|kollege .. makler|von|hier
        habe|haben einen|eine|mehrere|vorgemerkte kunden|kundin|käufer|interessenten|interessent .. für|der|die|sucht
        mein|meine|unser|unsere kunde|kundin|kunden|mandant|mandantin
        gemeinschaftsgeschäft|provisionsteilung|provision teilen
        zusammenarbeit|kooperation|kooperieren|vernetzen|netzwerken
        bewerbe|bewerben|bewerbung|stelle|praktikum|job .. bei|als|frei|ihnen|euch
        """,
    "vendor": """
        biete|bieten wir|ihnen? reinigung|reinigungsservice|reinigungsdienst|fotografie|hausmeisterservice|umzüge|umzugsservice|versicherungen|seo|leads .. an
        biete|bieten|verkaufe|verkaufen|liefern .. für|an makler|maklerbüros|immobilienmakler|sie|ihre|ihr|unternehmen|ihnen
        biete|bieten|wir .. seo|marketing|fotografie|leads|webdesign|dienstleistungen|reinigung|software .. an|für
        ihre|ihr|eure website|webseite|homepage|seite|sichtbarkeit|ranking
        mehr|exklusive|qualifizierte leads|kunden|eigentümerleads|anfragen für|zu|ihr
        google ranking|ranking|platz
        suchmaschinenoptimierung|backlinks|gastbeitrag
        """,
    "pitch": """
        ihnen|euch .. unsere|unser|unseren .. dienstleistungen|dienste|leistungen|service|services|lösung|lösungen|software .. anbieten|vorstellen|präsentieren
        ihnen|euch .. dienstleistungen|leistungen|services|lösungen anbieten|vorstellen
        """,
    "vendor?": """
        biete|bieten|verkaufe|verkaufen seo|leads|marketing|webdesign|suchmaschinenoptimierung|fotografie|dienstleistungen
        """,
    "minor": """
        bin|noch|ich minderjährig|minderjaehrig
        minderjährig
        noch nicht|keine 18|achtzehn|volljährig
        nicht volljährig
        """,
    "do_not_sell": """
        meine daten nicht verkaufen|weitergeben|weiterverkaufen|teilen
        verkauft|verkaufen|verkaufe|gebt|geben sie? meine daten nicht
        nicht verkaufen|weitergeben meine daten
        """,
    "no_calls": """
        keine|kein|keinen|ohne anrufe|anruf|telefonate|telefonanrufe|telefon
        nicht anrufen|angerufen|telefonieren
        ruf|rufen|ruft sie? mich|uns .. nicht
        nicht .. anrufen|angerufen
        """,
    "rude": """
        nervt|nerven|nervst|nervig
        idiot|idioten|arschloch|arschlöcher|scheiße|scheisse|scheiß|scheiss|blöd|blöder|blödes|blöde|dumm|dummer|dummes|dumme|deppen|depp|mist|bullshit|fick|verpiss|verarsche|verarscht|penner|wichser|nutzlos|schwachsinn|quatsch
        halt|haltet die|den|dein klappe|mund|fresse|maul
        geht|gehst|nervt|nerven|nervst mir|mich|du|ihr auf|total|gewaltig|die
        so|wie nervig|lästig
        zeitverschwendung
        """,
    "thanks": """
        ^ danke|dankeschön|dankeschoen|merci $
        ^ danke|vielen|herzlichen|besten|ok|super|prima schön|sehr|danke|dank|ihnen|dir|euch|für $
        ^ vielen|herzlichen|besten|tausend dank .. $
        ^ danke für|ihnen|dir|schön|sehr|nochmal|und
        ^ tschüss|tschüs|tschau|ciao|wiedersehen $
        ^ auf wiedersehen
        ^ schönen tag|abend|feierabend
        """,
    "greeting": """
        ^ hallo|hallöchen|moin|servus|hi|hey|grüezi|tach|guten zusammen|tag|morgen|abend|moin|da? $
        ^ hallo|guten guten? tag|morgen|abend $
        ^ grüß gott|dich $
        """,
}

STEERING: Final = """
    ist|wie|sind|es|die|das|der|gegend|viertel|wohngegend|umgebung|dort|hier|ecke|nachts .. sicher|sichere|sicherer|sicheres|gefährlich|gefährliche|unsicher|unsichere
    sichere|sicheren|sicheres|gefährliche|schlechte|soziale gegend|viertel|wohngegend|nachbarschaft|kiez|ecke|lage|brennpunkt
    sozialer brennpunkt
    brennpunkt|brennpunktviertel|problemviertel|problembezirk
    kriminalität|kriminell|einbrüche|einbruch|diebstahl|drogen|clans|kriminalitätsrate|überfälle|gangs
    gute|guten|welche|gibt|wie|beste|sind .. schulen|schule|grundschule|gymnasium|kitas|kita|kindergärten .. gut|gute|hier|dort|umgebung|es|da|in
    gute|guten|beste|besten|schlechte schulen|schule|kitas|grundschulen|gymnasien
    schulen gut|in|dort|hier|schlecht
    was|welche|wie für|art|sind .. leute|menschen|nachbarn|bewohner|publikum|mieter|nachbarschaft|familien
    wer wohnt|lebt
    wohnen|leben|viele|viel|gibt|sind|hoher .. ausländer|migranten|familien|kinder|flüchtlinge|türken|araber|deutsche|muslime|juden|rentner|studenten|ausländeranteil|migrantenanteil|senioren|zigeuner|roma|asylanten
    ausländeranteil|migrationshintergrund|migrantenanteil
    kirche|kirchen|moschee|moscheen|synagoge|synagogen|tempel in|nähe|nahe|um|dort|der|erreichbar|gibt
    gibt|welche|eine|ist|nächste|wo .. kirche|moschee|synagoge|tempel|kirchen|moscheen
    welche|was religion|nationalität|nationalitäten|herkunft|kultur
    familienfreundlich|kinderfreundlich|familienfreundliche|kinderfreundliche
    gut|geeignet|ideal für familien|kinder
    """
