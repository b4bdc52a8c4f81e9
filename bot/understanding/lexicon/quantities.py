"""What is counted, by unit of the question, and answers that are numbers without a numeral."""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon import second_thoughts

# The nouns that follow a number of this unit.
NOUNS: Final = {
    "bedrooms": (
        "bed,beds,bedroom,bedrooms,bed room,bed rooms,bedrom,bedroms,br,brs,b r,bd,bds,bdr,"
        "bdrs,bdrm,"
        "bdrms,bedrm,bhk,bhks,b h k,recámara,recámaras,recamaras,rec,habitación,"
        "habitaciones,hab,habs,"
        "dormitorio,dormitorios,dorm,cuarto,cuartos,alcobas,schlafzimmer,schlafräume,"
        "غرفة,غرف,غرف نوم,غرفة نوم,غرفتين نوم,غ"
    ),
    "rooms": (
        "zimmer,zimmern,zi,zi.,raum,räume,räumen,zkb,room,rooms,zimmerwohnung,zimmer wohnung,"
        "raumwohnung,habitaciones,غرف"
    ),
    "people": (
        "people,person,persons,ppl,user,users,seat,seats,employee,employees,staff,members,"
        "folks,heads,"
        "colleagues,reps,agents,developers,of us,licenses,persona,personas,empleado,"
        "empleados,usuario,"
        "usuarios,trabajadores,colaboradores,compañeros,leute,personen,mitarbeiter,"
        "mitarbeitende,nutzer,"
        "benutzer,kollegen,mann,شخص,أشخاص,موظف,موظفين,مستخدم,مستخدمين"
    ),
    "pieces": (
        "piece,pieces,pcs,pc,unit,units,item,items,copies,sets,boxes,pack,packs,bottles,"
        "stück,stueck,stk,"
        "exemplare,unidad,unidades,pieza,piezas,uds,قطعة,قطع,حبة,حبات,وحدة"
    ),
    "stars": "star,stars,point,points,out of 5,out of five,of 5,sterne,stern,punkte,von 5,"
    "estrellas,de 5,"
    "نجوم,نجمة,من 5",
    "deals": (
        "deal,deals,property,properties,house,houses,home,homes,flip,flips,door,doors,"
        "rental,rentals,unit,"
        "units,so far,objekt,objekte,immobilien,wohnungen,häuser,propiedad,propiedades,"
        "casas,pisos,"
        "inmuebles,operaciones,عقار,عقارات,صفقة,صفقات,شقق"
    ),
}
# A number before one of these counts something else, whatever the question.
OTHER_NOUNS: Final = (
    "bath,baths,bathroom,bathrooms,ba,baño,baños,bäder,bad,badezimmer,حمام,حمامات,sqft,sq,"
    "sf,ft,feet,m2,m²,qm,"
    "sqm,metros,quadratmeter,متر,month,months,mo,mos,year,years,yr,yrs,week,weeks,day,days,"
    "mes,meses,año,años,"
    "monat,monate,monaten,jahr,jahre,jahren,woche,wochen,tage,شهر,أشهر,شهور,سنة,سنوات,"
    "floor,floors,story,"
    "stories,kids,kid,children,child,dogs,dog,cats,cat,pets,pet,niños,hijos,kinder,hunde,"
    "car,cars,garage,%,"
    "percent,prozent,por ciento,k,am,pm,uhr,st,nd,rd,th,usd,dollars,euro,euros,€,$,£,₹,cr,"
    "lakh,aed,درهم,pm,"
    ". og,og,. stock,. etage,. obergeschoss,etage,obergeschoss,planta,. planta,. og.,"
    "thumb,thumbs,minutes,min,mins,hours,miles,km,acres,acre,cheques,شيكات"
)
# Whole phrases that are a number, by unit.
PHRASES: Final = {
    "bedrooms": {
        "0": "studio,a studio,efficiency,bedsit,bachelor,estudio,monoambiente,"
        "einzimmerwohnung,استوديو,ستوديو,"
        "استديو,ستديو,1 rk",
        "1": "غرفة وصالة,غرفه وصاله,غرفة و صالة,غرفة,غرفة نوم,one bed,single room",
        "2": "غرفتين,غرفتين وصالة,غرفتان,غرفتين نوم",
        "3": "ثلاث غرف,تلات غرف",
    },
    "rooms": {
        "1": "studio,einzimmerwohnung,einraumwohnung,ein-zimmer,einzimmer,"
        "apartment mit einem zimmer"
    },
    "people": {
        "1": "just me,only me,just myself,myself,me only,only myself,me alone,just for me,"
        "just one,solo,"
        "solo yo,sólo yo,yo solo,yo sola,para mí,nur ich,nur für mich,ich allein,allein,alleine,"
        "انا بس,بس انا,أنا فقط,فقط أنا,لحالي,لوحدي,لي فقط,انا لوحدي",
        "2": "me and my wife,me and my husband,me and my partner,"
        "me and my business partner,both of us,"
        "the two of us,two of us,nosotros dos,los dos,zu zweit,wir beide,wir zwei,اثنين,"
        "أنا وشريكي",
    },
    "pieces": {
        "1": "just me,just for me,only me,for me,for myself,just one,one for me,"
        "just myself,solo para mí,"
        "para mí,solo uno,nur für mich,für mich,nur eins,nur ich,solo yo,لي,لنفسي,واحدة بس,"
        "واحد فقط,انا بس"
    },
    "stars": {"5": "love it,loved it,perfect,amazing"},
    "deals": {
        "0": "none,none yet,not yet,no deals,no deals yet,nothing yet,never,zero so far,"
        "nope,no,nada,"
        "first one,my first,the first,first deal,first time,first timer,first-timer,"
        "1st one,my 1st,"
        "this is my first,would be my first,newbie,new to this,just starting,beginner,haven't yet,"
        "have not yet,haven't bought any,i haven't,"
        "ninguno,ninguna,ninguno todavía,todavía ninguno,aún ninguno,el primero,la primera,"
        "mi primera,"
        "sería el primero,sería la primera,primera vez,es el primero,es la primera,empiezo ahora,"
        "noch keine,noch keins,noch keines,keine,keins,das erste,mein erstes,die erste,"
        "erstes objekt,"
        "wäre das erste,anfänger,noch nie,bisher keine,"
        "لا شيء,ولا واحدة,ولا وحدة,ولا وحده,ولا صفقه,ولا واحد,ولا شي,أول مرة,أول واحد,"
        "أول صفقة,الأولى,هذه الأولى,"
        "ما اشتريت,لسه,"
        "مبتدئ,لا يوجد,ولا صفقة",
        "1": "second one,my second,the second,2nd one,my 2nd,el segundo,mi segunda,"
        "das zweite,mein zweites,"
        "just one,just the one,only one,ثاني واحد,الثانية",
        "2": "third one,my third,the third,3rd one,my 3rd,el tercero,mi tercera,das dritte,"
        "mein drittes,"
        "الثالثة",
        "3": "fourth one,my fourth,4th one,my 4th,cuarta vez",
        "4": "fifth one,my fifth,5th one,my 5th",
    },
}
# A range, and "at least", "more than", "at most".
TIES: Final = (
    "- to or till through / ~ bis oder a o u hasta maybe possibly vielleicht quizás , "
    "إلى الى ل او أو"
)
MIN_WORDS: Final = "between,from,entre,zwischen,von,بين,من,de"
MORE_THAN: Final = "more than,over,above,>,más de,mas de,mehr als,über,أكثر من,اكثر من,فوق"
AT_MOST: Final = (
    "up to,max,maximum,at most,no more than,not more than,not over,not above,no más de,nicht mehr als,"
    "nicht über,no mas de,مو أكثر من,مو اكثر من,مش أكثر من,مش اكثر من,ليس أكثر من,ليس اكثر من,لا أكثر من,لا اكثر من,"
    "less than,under,fewer than,hasta,máximo,"
    "como mucho,menos de,"
    "bis zu,höchstens,maximal,weniger als,unter,حتى,أقل من,كحد أقصى"
)
# Chat-speak: "looking 4 a 3 bed", "want 2 buy".
FOR: Final = "a an my me us u the sale rent our your some any free now ur him her them this that"
TO: Final = (
    "buy see move live get have find rent be go do look view sell start talk book know visit"
)
ANY: Final = (
    "any,anything,any number,doesn't matter,does not matter,don't care,dont care,"
    "no preference,flexible,"
    "whatever,open,not important,da igual,me da igual,cualquiera,lo que sea,no importa,"
    "egal,ist egal,"
    "spielt keine rolle,beliebig,أي عدد,أي شي,ما يهم,مش مهم,لا يهم,غير مهم,عادي"
)
# Which of several numbers is meant: the one called the least, the one that is concluded.
LEAST_BEFORE: Final = (
    "at least,minimum,min,need,needs,we need,i need,need at least,"
    "mínimo,como mínimo,al menos,por lo menos,necesitamos,necesito,"
    "mindestens,wenigstens,brauchen,brauche,على الأقل,الأقل,نحتاج,محتاجين"
)
LEAST_AFTER: Final = (
    "minimum,min,at least,at the least,minimum please,"
    "mínimo,como mínimo,por lo menos,al menos,mindestens,mind,mind.,wenigstens,على الأقل"
)
SO_BEFORE: Final = (
    "so,so like,so about,so maybe,so say,so ideally,so at least,so i guess,so we need,so total,"
    "makes,thats,that's,total,in total,altogether,=,"
    "así que,o sea,en total,total,osea,entonces,also,insgesamt,macht,zusammen,also mindestens,"
    "يعني,المجموع,فا,عشان كذا"
)
SO_AFTER: Final = "i guess,i think,total,in total,altogether,all together,i suppose,all in all"
# Behind or before these it is no answer: a condition, the people who come along, ages, years.
CONDITIONS: Final = "more than,if,if you,if we,when you,wenn,si,اذا,لو"
COMPANIONS: Final = (
    "people,persons,ppl,of us,adults,adult,boys,boy,girls,girl,sons,daughters,couple,couples,"
    "teens,teenagers,roommates,flatmates,coaches,guests,friends,y o,yo,"
    "personas,adultos,hijas,chicos,amigos,personen,leute,erwachsene,erw,erw.,köpfe,"
    "أشخاص,اشخاص,أطفال,عيال,أولاد,بنات"
)
CORRECTS: Final = f"""{second_thoughts.TAKES_BACK}{second_thoughts.SAYS_ANEW}
    actually, correction, sorry, perdón, o mejor
    nein, nee, moment, لا لا, عفوا
    """
NOTHING_ELSE: Final = (
    "nada más,nada mas,no más,no mas,nicht mehr,no more,nothing more,nothing else"
)
HEADS_BEFORE: Final = (
    "family of,household of,party of,we are,we're,somos,seremos,vamos a ser,estamos,"
    "wir sind,sind wir,sind zu,wir zu,احنا,إحنا,نحن,حنا,نحنا,"
    "عيالي,أولادي,اولادي,عدد العيال,عائلة من,عايلة من"
)
SINCE: Final = "since,built in,in,from,of,aged,age,ages,year"
# Without a unit of the question: what is a number whatever is counted.
ANY_PHRASES: Final = {
    "0": "none yet,first one,my first,first time,zero so far,noch keine,ninguno todavía,"
    "sería el primero,none,ninguno,ninguna,keine,keiner,ولا واحد,لا شيء"
}
OR_MORE: Final = "or more,or so,plus,o más,oder mehr,أو أكثر"

# Right before a number, these say that it is not the one that is meant: "not 10, 12".
DENIED: Final = (
    "not,not a,not an,not the,instead of,rather than,nicht,nicht ein,nicht eine,kein,keine,statt,"
    "anstatt,en vez de,en lugar de,مو,مش,ليس,بدل"
)
# Before "more than" these make it the most: "don't need more than 2".
NOT: Final = "not no don't dont doesn't doesnt won't wont can't cant cannot never nicht kein keine nie nunca لا ما مو"
# What a count is narrowed to: "500 employees but only 10 would use it".
BUT_ONLY: Final = "but only,but just,aber nur,pero solo,pero sólo,لكن فقط,بس"
# A number before one of these counts no people.
NO_HEADS: Final = (
    "office,offices,location,locations,site,sites,branch,branches,team,teams,department,departments,"
    "company,companies,brand,brands,country,countries,account,accounts,building,buildings,listing,"
    "listings,computer,computers,laptop,laptops,phone,phones,line,lines,now,next,if,or,and,to,in,at,"
    "for,on,of,but,maybe,max,more,would,will,by,this,last,"
    "oficina,oficinas,sede,sedes,ahora,si,o,y,en,büro,büros,standort,standorte,filialen,jetzt,wenn,"
    "oder,und,in,مكتب,مكاتب,فروع,الان"
)
TOTAL: Final = "total,in total,altogether,all together,en total,insgesamt,المجموع"

# Between two figures, and nothing else there: the first one is taken back, "20, no, 15".
TAKES_BACK: Final = (
    "no nope nein nee ne لا sorry wait warte quatsch espera perdon perdón digo عفوا قصدي"
)
AROUND_TAKING_BACK: Final = ", . - % ach oh ay doch"
