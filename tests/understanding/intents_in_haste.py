"""What is meant, said shortly, rudely or misspelt, in four languages: intent -> texts."""

from __future__ import annotations

MEANT = {
    "stop": """
        fuck off and STOP
        STOP you morons
        S T O P
        st0p
        🛑
        i said stop
        for gods sake stop
        leave me the f alone
        parad
        STOP idiotas
        vete a la mierda, para ya
        para ya
        que pares
        deténganse
        ich will nichts mehr von euch hören
        Arschloch, hör auf
        اتركني
        خلاص بس
        يا حمار توقف
        """,
    "delete_me": """
        i want everything deleted
        get rid of my data
        scrub my info
        delet my data
        bórrenme
        olvídenme
        vergessen Sie mich
        bitte löschen Sie alle meine persönlichen Daten
        ابي تمسحون بياناتي
        """,
    "human": """
        callback please
        can an agent call
        can one of your agents ring me
        humans?
        talk to sales
        i wanna talk 2 a person
        calll me
        can i get a call
        wanna talk on the phone
        un asesor por favor
        llamar ahora
        me llamas?
        einen Menschen
        jemand soll mich anrufen
        mich bitte zurückrufen
        verbinden Sie mich
        sofort anrufen
        كلمني
        عاوز حد يكلمني دلوقتي
        """,
    "minor": """
        15 years old
        16yo
        only 15 years old
        im in 8th grade
        I'm still a kid
        """,
    "are_you_bot": """
        you a bot?
        """,
    "fee": """
        do i have to pay you
        what percentage do you take
        """,
    "advice": """
        me lo van a aprobar?
        """,
    "skip": """
        nächste Frage
        السؤال التالي
        """,
    "agent_or_vendor": """
        we can get your website on page one of google
        we do professional real estate photography
        somos una empresa de marketing
        i represent a buyer, im their agent
        wir bieten Reinigungsservice an
        """,
}
