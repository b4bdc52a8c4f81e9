"""How people say the options of the questions we know, in German."""

from __future__ import annotations

from typing import Final

MEANINGS: Final[dict[str, dict[str, str]]] = {
    "goal": {
        "buy": "kaufen|kauf|kaufe|käufer|erwerben|kaufinteressent|käuferin",
        "rent": "mieten|miete|mieter|mietwohnung|anmieten|zur|mieterin",
        "sell": "verkaufen|verkauf|verkaufe|verkäufer|veräußern",
        "invest": "investieren|investition|investor|kapitalanlage|anlage|anleger",
    },
    "financing": {
        "cash": """
            bar|cash|barzahlung|barzahler|eigenkapital|eigenmittel|ersparnisse|ersparnissen|erspartes|barkauf|vollfinanziert
            aus|mit|komplett|ganz|100|nur eigenkapital|eigenmitteln|ersparnissen|erspartem|bar
            ohne bank|kredit|finanzierung|darlehen|hypothek
            keinen|keine|brauche|benötige .. kredit|finanzierung|bank|darlehen
            geld ist da|vorhanden|bereit
            geld .. auf dem|meinem|unserem konto
            """,
        "preapproved": """
            baufinanzierung|bankfinanzierung|immobilienkredit .. steht|genehmigt|bewilligt|zugesagt|geklärt|fertig|da
            finanzierungsbestätigung|finanzierungszusage|finanzierungsbescheinigung|kreditzusage|bankzusage|finanzierungsnachweis|darlehenszusage|vorabgenehmigt|vorabzusage|finanzierungszertifikat
            zusage .. bank|liegt|habe|haben|vor|da
            finanzierung|kredit|darlehen|hypothek .. steht|genehmigt|bewilligt|bestätigt|zugesagt|gesichert|geklärt|durch|fertig
            genehmigt|bewilligt|bestätigt|zugesagt|vorgenehmigt
            bank .. zugesagt|bestätigt|genehmigt|grünes|zusage
            zusage
            """,
        "in_progress": """
            bank|sparkasse|volksbank|berater .. prüft|bearbeitet|rechnet|schaut|dran
            wird|werden gerade? geprüft|bearbeitet
            spreche|sprechen|rede|reden|verhandle|verhandeln|gespräch|gespräche|gesprächen|kontakt .. bank|banken|berater|vermittler|finanzierer|sparkasse|volksbank|interhyp|finanzberater
            im|in gespräch|gesprächen|bearbeitung|arbeit|prozess|verhandlung|verhandlungen|klärung
            bank|banken gespräch|gespräche|termin
            banktermin|bankgespräch|bankgespräche
            läuft noch?|gerade
            bin|sind dabei|dran
            beantragt|angefragt|eingereicht
            warte|warten .. bank|zusage|antwort|rückmeldung
            vergleiche|vergleichen .. banken|angebote|zinsen
            fast .. genehmigt|fertig|durch
            """,
        "needs_to_sell": """
            erst|zuerst|vorher|zunächst|noch .. verkaufen|verkauf|verkauft|loswerden
            muss|müssen|will|wollen|möchte .. verkaufen
            verkauf meiner|unserer|des|der|unseres|meines|vom
            wenn|sobald|nachdem|bis .. verkauft|verkaufen|verkauf
            aus dem verkauf
            verkaufen
            """,
        "not_started": """
            nicht|nie|keiner|keinem .. bank|sparkasse|volksbank|berater .. gesprochen|geredet
            nicht|nichts .. gekümmert|drum|darum|damit|befasst|beschäftigt
            noch nicht|nichts|keine|kein|gar begonnen|angefangen|gekümmert|gesprochen|beantragt|unternommen|gestartet|finanzierung|bank|geklärt|angefragt
            nicht begonnen|angefangen|gestartet
            noch nicht|nichts $
            noch gar nicht|nichts|keine
            brauche|brauchen|benötige|benötigen|suche|möchte|will|wollen|nehme|über|mit|per|durch .. kredit|finanzierung|darlehen|hypothek|bank|baufinanzierung
            über die bank
            als anzahlung
            für die anzahlung|nebenkosten|kaufnebenkosten
            """,
        "not_started~": "finanzierung|kredit|darlehen|hypothek|bankkredit|finanzieren|baufinanzierung|bankfinanzierung|finanziert|immobilienkredit|bank",
        "private": "privatdarlehen|privatkredit|privater|privates|private kreditgeber|geldgeber|darlehen|geld|investoren|investor?",
        "raising": "sammle|suche|suchen|sammeln .. investoren|kapital|geldgeber|partner",
        "unsure": "",
    },
    "has_agent": {
        "no": "kein|keinen|keine|ohne|nicht .. makler|maklerin|vertrag|agent|maklervertrag\nniemand|keiner|keinen|keine\nalleine|selbst|allein\nhabe|haben|hab|wurde|wurden .. nicht|nichts|kein|keine|keinen|nie .. unterschrieben|unterzeichnet\nnein|nee|nö .. nicht|nichts|kein|keine|keinen|nie .. unterschrieben|unterzeichnet",
        "informal": """
            mit einem|einer|zwei|paar|mehreren|nem|jemandem gesprochen|geredet|telefoniert|kontakt|gespräch
            gesprochen|geredet
            nicht|nichts|noch|ohne|kein|keine|keinen .. unterschrieben|unterzeichnet|schriftlich|vertrag|offiziell|fest|fix
            habe|haben|mit .. makler|maklerin|einen|einem .. nicht|nichts|kein|keinen|ohne .. unterschrieben|unterzeichnet|vertrag|schriftlich
            spreche|sprechen|rede|kontakt|gespräch|gesprächen .. makler|maklern|maklerin|einem|einer|jemandem
            freund|bekannter|cousin|schwester|bruder|onkel|tante|schwager|nachbar|bekannte .. makler|maklerin
            nur|locker|lose mündlich|gesprochen
            mündlich|informell|unverbindlich
            """,
        "signed": "unterschrieben|unterzeichnet\nhabe|haben|mit|ja .. makler|maklerin|vertrag|maklervertrag\nvertrag|alleinauftrag .. mit|makler",
    },
    "appointment": {
        "call": """
            anruf|anrufen|anrufe|telefonat|telefonieren|telefonisch|telefon|rückruf|zurückrufen|durchklingeln|telefongespräch
            ruf|rufen|ruft sie|mich|uns|bitte
            ruf|rufen sie? mich|uns an
            per telefon
            ^ jetzt|sofort|gleich|jederzeit|heute bitte? $
            telefonisch bitte
            kurz|lieber|gerne|erst|nur|bitte sprechen|telefonieren|anrufen|anruf|telefonat
            gespräch
            """,
        "tour": """
            besichtigung|besichtigen|besichtigungstermin|anschauen|ansehen|termin|rundgang|vorort|angucken|besuchen|besichtige|begehung
            wohnung|haus|objekt|sie|es|die|das anschauen|ansehen|besichtigen|sehen
            vor ort
            persönlich
            termin vereinbaren|ausmachen|buchen|machen|bitte
            kann|können|könnte|könnten|möchte|möchten|würde|würden|will .. sehen|anschauen|ansehen|besichtigen|angucken|vorbeikommen
            vorbeikommen
            zweite|nochmal|zweiter besichtigung|ansehen|anschauen|blick|termin
            """,
        "video!": "online|virtuelle|video|digitale besichtigung|rundgang|tour\nvideo|videocall|videoanruf|videobesichtigung|virtuell|virtuelle|online|facetime|zoom|videorundgang|videotour|remote\nper video|zoom|skype|facetime",
        "visit": "besuch|vorbeikommen|kommen|besuchen|termin|besichtigung|vorort|besichtigen|begutachten\nvor ort\nkommen sie|gerne|bitte|vorbei\nkommt vorbei|gerne|bitte\npersönlich",
        "demo": "demo|vorführung|präsentation|termin|call|vorstellung\ntermin|zeit|uhrzeit wählen|aussuchen|vereinbaren|buchen|finden",
        "none": """
            noch|jetzt|momentan|derzeit|aktuell|gerade|lieber|im|erstmal|eher|heute nicht
            nicht jetzt|nötig|heute|unbedingt|notwendig
            im moment|augenblick nicht|nein
            nein danke|erstmal|noch|lieber
            keine|kein|keinen besichtigung|termin|anruf|anrufe|bedarf|telefonat|gespräch|besuch
            später|vielleicht später
            später
            nur|erst|erstmal|zuerst .. frage|preisspanne|wertspanne|preisrahmen|zahl|exposé|expose|unterlagen|infos|information|informationen|preis|mail|email|fotos|schätzung|angebote|optionen|spanne|schriftlich|schauen|gucken|daten
            eine? frage
            frage
            schicken|senden|schick|schickt|sende|mailen .. sie|mir|uns|erst|bitte|unterlagen|exposé|infos|angebote|per
            per|via|lieber|nur email|mail|whatsapp|post
            exposé|expose|unterlagen|aufzeichnung
            melde|melden mich|uns
            nein .. erst|zuerst unterlagen|exposé|expose|infos|fotos
            überlege|überlegen es|mir|uns|noch
            """,
    },
    "owner_role": {
        "owner": "eigentümer|eigentümerin|besitzer|besitzerin|alleineigentümer|meins|meine|meines|alleinige|alleiniger|inhaber\nmein|meine|unser haus|wohnung|eigentum|immobilie\ngehört mir\nich bin|bins der|die|es",
        "co_owner": """
            meiner|meinem mann|frau|bruder|schwester|partner|partnerin und mir|ich
            gehört .. und mir
            miteigentümer*|mitbesitzer*|gemeinsam|zusammen|eigentümergemeinschaft|erbengemeinschaft|beide|hälfte|anteil
            mit|und meiner|meinem|meine|mein|meinen frau|mann|bruder|schwester|partner|partnerin|ehefrau|ehemann|geschwistern|ex|eltern|mutter|vater|ich
            meine|mein frau|mann|bruder|schwester|partner|partnerin und
            gehört uns
            uns beiden|beide|zweien
            nicht nur|allein|alleine|bloß
            nicht .. allein|alleine
            wir beide|zwei|sind
            zur hälfte
            """,
        "representative": """
            vertrete*|bevollmächtig*|vollmacht|testamentsvollstrecker*|nachlass*|erbe|erben|erbin|betreuer*|vormund|verwalter*|auftrag|namen|geerbt
            für|von meine|meinen|meiner|meinem|die mutter|vater|eltern|oma|opa|großmutter|großvater|tante|onkel|schwiegermutter|familie|eigentümer|eigentümerin|erben
            im namen|auftrag
            meiner mutter|oma|eltern|tante|großmutter|großeltern|schwiegermutter
            meinem vater|opa|onkel|großvater|schwiegervater
            """,
        "not_owner!": "gehört|haus|wohnung|ist vom|meinem|unserem|dem|von|meines|unseres? meinem|unserem|dem? vermieter|vermieters|vermieterin\nvom vermieter|vermieterin",
        "not_owner": "nicht|kein|keine .. eigentümer*|besitzer*|mir|meins|meine\nmieter|mieterin|miete|wohne .. miete\nmieter|mieterin|nachbar|nachbarin|interessent\ngehört nicht|jemand|einem|meinem|meiner|dem vermieter|anderem|nachbarn|freund",
    },
    "listing_status": {
        "not_listed": "nicht|noch|kein .. markt|inseriert|angeboten|online|verkauf|inserat\nnoch nicht|nirgends\nnicht",
        "expired": "nicht mehr\nwar|waren|hatte|hatten|wurde .. inseriert|angeboten|markt|online|makler|inserat\nausgelaufen|abgelaufen|beendet|zurückgezogen|zurückgenommen|gekündigt|rausgenommen|offline\nvertrag ausgelaufen|abgelaufen|beendet\nletztes jahr|sommer|frühjahr|herbst",
        "fsbo": "privat|selbst|selber|privatverkauf|eigenregie|kleinanzeigen|ohne\nvon privat\nohne makler\nverkaufe|verkaufen|biete|inseriere .. selbst|selber|privat|alleine\nprivat",
        "listed_agent": "makler|maklerin|maklerbüro|maklervertrag|immobilienmakler|alleinauftrag|agentur\nmit|über|bei|durch|hat einem|einer|einen|unserem|dem? makler|maklerin|agentur\nja .. makler|inseriert|online|immoscout",
    },
    "reason": {
        "relocating": "umzug|umziehen|ziehen|ziehe|job|arbeit|beruflich|versetzung|stelle|jobwechsel|berufswechsel|ausland|versetzt|wegziehen|auswandern\nneuer|neue|neuen job|stelle|arbeit|stadt|arbeitsplatz",
        "bought_next": "gekauft|kaufen|kauf|gebaut|bauen|neubau .. neues|neue|anderes|haus|wohnung|größeres|eigenheim\nneues|anderes|nächstes haus|heim|objekt\nneue|andere|nächste wohnung|immobilie\nschon gekauft|gefunden|was",
        "size": "nicht|kein mehr? so viel|groß\nplatz|größer*|kleiner*|groß|klein|eng|verkleiner*|vergrößer*|treppen|barrierefrei|nachwuchs|treppe\nzu groß|klein|eng|viel|wenig|groß\nmehr|weniger platz|raum|zimmer\nkinder aus|sind|ausgezogen",
        "inherited": "geerbt|erbe|erbschaft|nachlass|erbfall|erbengemeinschaft\nverstorben|gestorben|tod|todesfall",
        "money": "geld|finanziell|finanzielle|schulden|teuer|kredit|liquidität|kosten|gewinn|kapital\nzu teuer\nguter|hoher|gute preis|preise|markt|zeitpunkt",
        "curious": "neugier|neugierig|interesse|interessehalber|wert|informieren\nnur|bloß|einfach .. neugier|neugierig|so|wissen|informieren|interesse|mal|schauen|gucken|interessiert\nmal schauen|sehen|wissen\nkein verkauf\nnicht verkaufen",
        "other": "andere|anderer|anderes|sonstiges|sonstige|scheidung|trennung|rente|ruhestand|persönlich|privat|kompliziert|verschiedenes|diverses\netwas anderes",
    },
    "lease_term": {
        "12m": "12|zwölf|18|24|36 monate|monat\nein|1|zwei|2|drei|3|mehrere|paar|mindestens|fünf jahr|jahre|jahren|einem\njahr|jahre|unbefristet|langfristig|dauerhaft|länger|lange|unbegrenzt|langzeit\nauf dauer\nso lange wie",
        "6m": "6|7|8|9|10|11|sechs|sieben|acht|neun|zehn|elf monate\nhalbes jahr\nhalb jahr\nunter|weniger|kürzer als? ein|einem|1 jahr\nsemester",
        "short": "1|2|3|4|5|ein|einen|zwei|drei|vier|fünf|paar|wenige|einige monat|monate|wochen\nkurz|kürzer|kurzfristig|befristet|vorübergehend|zwischenmiete|übergangsweise|kurzzeit\nauf zeit\nsommer",
    },
    "meets_criteria": {
        "yes": "passt|erfülle|erfüllen|verdiene|verdienen .. mehr|genug|gut|locker|problemlos|das\npasst|klappt|erfülle|reicht|genug\nkein problem",
        "no": "nicht|kaum .. erfülle|reicht|verdiene|genug|schaffe|ganz\nzu wenig\nreicht nicht",
        "unsure": "mehr oder weniger\nvielleicht|knapp|eventuell|grenzwertig|möglicherweise\nkönnte knapp|passen|klappen",
        "undisclosed": "privat|persönlich\nkeine angabe|auskunft\nmöchte .. nicht sagen",
    },
    "strategy": {
        "buy_hold": "halten|vermieten|vermietung|bestand|bestandshalter|langfristig|mieteinnahmen|kapitalanlage|buy\nkaufen und|zum vermieten|halten\nlangfristig halten",
        "flip": "flip|fix|sanieren|renovieren|weiterverkaufen|weiterverkauf|fixen|flippen\nsanieren|renovieren|kaufen .. verkaufen|weiterverkaufen",
        "brrrr": "brrrr|brrr",
        "str": "airbnb|ferienwohnung|ferienwohnungen|kurzzeitvermietung|kurzzeit|möbliert|ferienvermietung|kurzfristig",
        "commercial": "gewerbe|gewerbeimmobilie|gewerblich|mehrfamilienhaus|mehrfamilienhäuser|mfh|büro|büros|laden|hotel|zinshaus|halle|wohnhaus|gewerbeobjekt",
        "wholesale": "abzugeben|abgeben\nsuche|suchen|finden .. käufer|abnehmer\nhabe|biete|vermittle .. objekte|deals|immobilien|grundstücke|angebote\nobjekte anzubieten|abzugeben|verkaufen",
        "unsure": "offen|egal|alles|noch\nlerne|informiere\nnoch offen|unklar",
    },
    "proof_of_funds": {
        "yes": "sofort|jetzt|liegt|heute|vorhanden\nkann ich|sofort|gleich|schicken|zeigen\nhabe ich|da|kontoauszug|nachweis",
        "soon": "woche|bald|tagen|tage|demnächst|kurzfristig|morgen|montag|dienstag|mittwoch|donnerstag|freitag\nin|innerhalb|binnen|diese|nächste einer|paar|den|woche|tagen|wenigen",
        "no": "noch nicht|nichts\nspäter\nnachreichen|nachliefern\nderzeit|aktuell nicht",
    },
    "purpose": {
        "purchase": "kauf|kaufen|erwerb|hauskauf|wohnungskauf|bauen|neubau|immobilienkauf",
        "refinance": "umschuld*|anschlussfinanzierung|refinanzier*|prolongation|ablösen|umfinanzier*",
        "cash_out": "kapital|auszahlung|beleihung|beleihen|geld|liquidität|modernisierung|renovierung|sanierung|umbau|auszahlen|aufstocken",
    },
    "stage": {
        "offer_accepted": "angenommen|akzeptiert|reserviert|zusage|notar|notartermin|kaufvertrag|zugesagt|reservierung\nangebot .. angenommen|akzeptiert",
        "touring": "besichtig*|suche|bieten|bereit|schaue|schauen|angebot\nbereit zu|zum|für\naktiv suche|suchend|auf",
        "planning": "plane|planen|geplant|planung|monaten|nächsten|sparen|spare\nin|nächste|nächsten 3|4|5|6|drei|vier|fünf|sechs|paar|einigen|halben monaten|monate|jahr\ndieses|nächstes|ende jahr|jahres",
        "researching": "schaue|schauen|schau|gucke|gucken mich|uns? .. um\ninformiere|informieren|recherche|recherchiere|schaue|neugierig|anfang|orientierung|umschauen|überlegung|erkundige\nnur|erst|erstmal|noch informieren|umschauen|schauen|am|ganz|orientieren\nam anfang",
    },
    "other_lender": {
        "no": "keine|keinen|kein|niemand|niemandem|erste|ersten|erster|nur\nnur mit|bei ihnen|euch|dir\nsie sind|seid|ihr die|erste|ersten",
        "shopping": "vergleiche|vergleichen wir|ich? noch|gerade?\nwir|ich vergleichen|vergleiche\nam vergleichen\nvergleiche|vergleichen|vergleich|mehrere|mehreren|andere|anderen|hausbank|paar|verschiedene|weiteren .. banken|bank|angebote|angeboten|anbieter|anbietern|banken?\nvergleiche|vergleichen|vergleich|hausbank",
        "committed": "fest|festgelegt|unterschrieben|entschieden|zugesagt|gesichert|zinsbindung|abgeschlossen|fixiert|vertrag",
    },
    "authority": {
        "decision_maker": "^ ich|selbst $\nselber|geschäftsführer|geschäftsführerin|inhaber|inhaberin|chef|chefin|gründer|gründerin|ceo|vorstand|leiter|leiterin|entscheider|entscheiderin|geschäftsführung|alleine\nich entscheide|selbst|allein|bin\nentscheide ich|selbst|allein",
        "team": "^ wir $\nteam|gemeinsam|zusammen|gremium|mehrere|komitee|partner|gesellschafter\nich und|mit mein|meine|andere|meinem|meiner|anderen|dem\nmit meinem|meiner|meinen|dem partner|chef|team|kollegen|geschäftspartner|partnern\nwir alle|gemeinsam|zusammen|beide\nmehrere|zwei|drei personen|leute",
        "influencer": "empfehle|empfehlung|berate|bewerte|vorschlag|schlage|mitspracherecht|evaluiere|recherchiere\nmein|meine|der|die chef|chefin|vorgesetzter|vorgesetzte|geschäftsführer|boss|leitung|geschäftsführung\nchef entscheidet",
        "user": "nutzer|anwender|nutzen|anwenderin|nutze|verwenden|benutzen|mitarbeiter|nutzerin\nwürde|werde es|damit? nutzen|verwenden|arbeiten",
        "student": "student|studentin|studium|uni|universität|bachelorarbeit|masterarbeit|hausarbeit|studie|forschung|schule|doktorarbeit|abschlussarbeit|hochschule|seminararbeit",
        "competitor": "wettbewerber|konkurrenz|konkurrent|anbieter|mitbewerber|reseller",
        "vendor": "anbieter|dienstleister|freelancer|berater|biete|bieten|verkaufe|verkaufen|lieferant .. dienstleistung|dienstleistungen|leistungen|services|an|seo|marketing\nbiete|bieten .. an\ndienstleister|lieferant|freelancer|anbieter",
    },
    "money": {
        "approved": "genehmigt|freigegeben|bewilligt|vorhanden|eingeplant|da|verfügbar|bereitgestellt\nbudget|geld ist|steht|vorhanden|da|genehmigt|freigegeben\nhaben budget|geld",
        "planned": "geplant|vorgesehen|nächstes|nächsten|beantragt|planung .. jahr|quartal|budget|budgetrunde\ngeplant|vorgesehen|beantragt|eingeplant\nnächstes jahr|quartal",
        "exploring": "sondieren|schauen|prüfen|unklar|offen|abhängig|kommt|erkunden|evaluieren|sondierung",
        "obtainable": "beschaffen|bekommen|möglich|auftreiben|organisieren|freimachen|besorgen|machbar\nkann|können|könnte|könnten|lässt|ließe .. bekommen|beschaffen|organisieren|auftreiben|besorgen|freigeben|machen",
        "needs_case": "business|nutzen|roi|rechtfertigen|begründung|begründen|überzeugen|wirtschaftlichkeit|businesscase|nachweis\nbusiness case|plan\nmuss|müssen|brauche|brauchen|braucht .. begründen|rechtfertigen|case|überzeugen|nachweisen|roi|belegen",
        "none": "kein|keine|ohne|keins .. budget|geld|mittel\nkein|keine|keins|null|nichts|kostenlos",
    },
    "priority": {
        "top_now": "dringend|sofort|höchste|hohe|hoch|wichtigste|oberste|top|jetzt|eilig|priorität|akut|brennt|erste\ndieses|aktuelles|nächstes quartal\nso schnell|bald wie\nsehr|äußerst wichtig|dringend|hoch\nganz oben\ndiesen|nächsten monat",
        "this_year": "jahr|jahresende|mittel|mittlere\ndieses|im|bis jahr|jahresende|laufe\nende des jahres",
        "someday": "irgendwann|später|niedrig|niedrige|unten\nnicht dringend|eilig|wichtig|so\nkeine eile\nnächstes jahr\nwenn zeit",
    },
}
