"""The words around amounts of money, in four languages. Phrases are parted by commas."""

from __future__ import annotations

from typing import Final

SIGNS: Final = {
    "$": "",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "¥": "JPY",
    "¢": "minor",
    "₽": "RUB",
    "₺": "TRY",
}
CURRENCIES: Final = {
    "USD": "usd us$ dollar dollars dolar dolares dólar dólares dollarn دولار دولارات buck bucks",
    "EUR": "eur euro euros eu eurs يورو",
    "GBP": "gbp pound pounds quid sterling libras pfund جنيه استرليني",
    "AED": "aed dh dhs dirham dirhams dirhem درهم دراهم درهما",
    "INR": "inr rs rupee rupees rupie rupien rupias روبية روبيه",
    "MXN": "mxn mx$ peso pesos mxp",
    "SAR": "sar riyal riyals rial rials ريال ريالات",
    "?": "cad aud chf yen yuan rmb cny jpy won baht myr rm ringgit ringgits dinar dinars "
    "kwd qar egp lbp "
    "bgn ils shekel shekels nzd sgd hkd marks kr sek nok dkk zar 元 rand francs franken دينار",
}
MINOR: Final = (
    "cent cents c pence penny pennies p centavo centavos céntimo céntimos paise sen sens فلس قرش"
)

# Before an amount it is a ceiling / a floor; the amount may follow after a few small words.
CEILING_BEFORE: Final = (
    "up to,upto,under,below,less than,lower than,no more than,not more than,not over,"
    "not above,at most,"
    "max,max.,maximum,maximum of,a max of,capped at,cap of,cap is,limit is,limit of,not to exceed,"
    "no higher than,within,ceiling of,go to,go up to,stretch to,as high as,top out at,<,<=,"
    "hasta,hasta los,máximo,máximo de,como máximo,como mucho,menos de,no más de,"
    "por debajo de,tope,"
    "tope de,sin pasar de,bajo,un máximo de,"
    "bis,bis zu,bis max,bis maximal,maximal,höchstens,unter,nicht mehr als,weniger als,nicht über,"
    "obergrenze,hoechstens,maximum von,"
    "حتى,لحد,لغاية,أقل من,تحت,كحد أقصى,ما يزيد عن,لا يتجاوز,ما يتجاوز,بحد أقصى,أقصى شي,"
    "ماكس,ما تتجاوز"
)
CEILING_AFTER: Final = (
    "max,max.,maximum,tops,at most,or less,or under,or below,and under,and below,limit,top,"
    "is my limit,"
    "is my max,is the max,is our max,is the limit,is tops,no more,cap,ceiling,"
    "máximo,como máximo,como mucho,o menos,tope,a lo sumo,"
    "maximal,höchstens,oder weniger,maximum,obergrenze,"
    "كحد أقصى,بالكثير,أو أقل,ماكس,كحد اقصى"
)
FLOOR_BEFORE: Final = (
    "at least,min,min.,minimum,minimum of,starting at,starting from,above,over,more than,"
    "upwards of,"
    "no less than,not less than,not under,>,>=,from,"
    "desde,al menos,mínimo,como mínimo,por lo menos,a partir de,más de,mas de,un mínimo de,"
    "ab,mindestens,über,mehr als,wenigstens,minimum,"
    "على الأقل,أكثر من,فوق,اكثر من,ابتداء من,لا يقل عن"
)
FLOOR_AFTER: Final = (
    "+,plus,and up,and above,or more,or above,or higher,upwards,at least,minimum,min,and over,"
    "o más,en adelante,para arriba,como mínimo,mínimo,y más,"
    "aufwärts,oder mehr,mindestens,plus,"
    "على الأقل,وأكثر,أو أكثر,وفوق,فما فوق"
)
SOFTENERS: Final = (
    "about,around,roughly,more like,closer to,like,circa,ca,ca.,approx,approx.,approximately,~,say,maybe,"
    "perhaps,a,the,of,is,"
    "como,unos,unas,alrededor de,aproximadamente,quizás,los,etwa,ungefähr,rund,so,knapp,gut,"
    "حوالي,تقريبا,في حدود,بحدود"
)

# What a period is called when it stands right after an amount, or alone as an adverb.
PERIODS: Final = {
    "month": "month,months,mth,mnth,mo,pcm,p.c.m.,p/m,monthly,calendar month,mes,mensual,"
    "mensuales,"
    "mensualmente,monat,monatlich,mtl,mtl.,monats,شهر,شهري,شهريا,الشهر,بالشهر,للشهر",
    "week": "week,wk,pw,p.w.,weekly,semana,semanal,semanales,woche,wöchentlich,أسبوع,"
    "أسبوعي,أسبوعيا,"
    "بالأسبوع,الأسبوع",
    "year": "year,yr,annum,annually,annual,yearly,pa,p.a.,año,anual,anuales,anualmente,"
    "jahr,jährlich,سنة,"
    "سنوي,سنويا,السنة,بالسنة,للسنة,العام,عام",
    "day": "day,night,hour,hr,diem,día,noche,hora,tag,nacht,stunde,يوم,ليلة,اليوم,الليلة",
}
PERIOD_LINKS: Final = (
    "/,a,an,per,each,every,the,p,al,a la,por,la,cada,por la,el,"
    "pro,im,je,die,in der,der,den,jeden,في,كل,ب,لكل,-"
)
ADVERBS: Final = {
    "month": "monthly,per month,a month,pcm,each month,every month,al mes,mensual,"
    "mensuales,por mes,"
    "im monat,pro monat,monatlich,monatsmiete,شهريا,شهري,بالشهر,في الشهر",
    "week": "weekly,per week,a week,pw,a la semana,semanal,por semana,pro woche,wöchentlich,"
    "أسبوعيا,أسبوعي,بالأسبوع,في الأسبوع",
    "year": "yearly,annually,annual,per year,a year,per annum,al año,anual,anuales,por año,"
    "im jahr,pro jahr,jährlich,jahresmiete,سنويا,سنوي,بالسنة,في السنة,السنوي,السنوية",
}
WARM: Final = (
    "warm,warmmiete,warm miete,all in,all inclusive,inkl nk,inkl. nk,inklusive nebenkosten,"
    "inkl nebenkosten,inkl. nebenkosten,mit nebenkosten,bruttowarm"
)
COLD: Final = (
    "kalt,kaltmiete,kalt miete,zzgl nk,zzgl. nk,zzgl nebenkosten,zzgl. nebenkosten,"
    "plus nebenkosten,"
    "ohne nebenkosten,nettokalt,exkl nebenkosten"
)

# A bare number before one of these counts something else.
COUNTED: Final = (
    "score fico points bed beds bedroom bedrooms br brs bd bdr bdrm bdrms bhk room rooms bath baths ba "
    "bathroom bathrooms "
    "zimmer schlafzimmer bad bäder zi habitación habitaciones hab habs recámara recámaras "
    "cuarto cuartos "
    "dormitorio dormitorios baño baños غرفة غرف حمام حمامات غرفتين "
    "sqft sq sf ft feet foot sqm m2 m² ft2 ft² qm quadratmeter metros mts acre acres "
    "hectare hectares متر قدم "
    "minute minutes min mins hour hours hr hrs day days week weeks wk wks month months mo "
    "mos mth mths "
    "year years yr yrs yo día días semana semanas mes meses año años minuto minutos hora horas "
    "tag tage tagen woche wochen monat monate monaten jahr jahre jahren minuten stunde "
    "stunden uhr "
    "يوم أيام أسبوع أسابيع شهر أشهر شهور سنة سنوات سنين دقيقة دقائق ساعة ساعات "
    "people person persons adults adult kids kid children child pets pet dogs dog cats cat "
    "cars car "
    "roommates roommate tenants personas persona niños hijos perros gatos leute personen "
    "kinder hunde "
    "أشخاص شخص أولاد "
    "points point pts percent prozent ciento بالمئة بالمية pct "
    "floor floors story stories storey storeys piso pisos planta plantas stock etage "
    "etagen طابق طوابق "
    "mile miles mi km kms kilometer kilometers am pm oclock h st nd rd th er "
    "cheque cheques check checks cheques payment payments installments شيك شيكات دفعات "
    "home homes house houses property properties listing listings deal deals unit units apartment "
    "apartments condo condos option options times figure figures digits things questions way ways "
    "of street avenue ave road drive lane ln blvd calle avenida straße strasse "
    "garage garages parking spaces plazas stellplätze x"
)
COUNTED_BEFORE: Final = (
    "score fico unit apt apartment suite zip plz room number nr block building lot page option "
    "step level chapter "
    "calle avenida avda av straße strasse str weg platz allee piso puerta paseo hausnummer "
    "postcode cp km "
    "iphone section type phase tower شارع رقم"
)
STREETS: Final = (
    "st street ave avenue rd road dr drive ln lane blvd boulevard way ct court pl place "
    "terrace cir circle "
    "trail hwy highway parkway pkwy loop close crescent gardens"
)
MONTHS: Final = (
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april "
    "june july august "
    "september october november december enero febrero marzo abril mayo junio julio agosto "
    "septiembre "
    "octubre noviembre diciembre januar februar märz mai juni juli oktober dezember "
    "يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
)
YEAR_LINKS: Final = (
    "in by since until till of year early late mid en für ab seit bis anfang ende mitte عام سنة"
)

# Between two amounts: they are one range.
LINKS: Final = (
    "- to or and , / ~ . .. ... till until thru through through but maybe perhaps possibly "
    "could can might go "
    "goes going stretch stretching up we i im us if needed necessary pushed even as high "
    "max maximum tops "
    "absolute absolutely at most about around roughly ideally preferably prefer preferred "
    "like hopefully "
    "between from of the a an range well do was cap limit ( ) just under over is my our be it "
    "o a hasta y e quizá quizás tal vez podría podríamos puedo podemos llegar subir máximo "
    "como mucho "
    "unos los entre de si pero idealmente mejor al "
    "bis und oder vielleicht eventuell notfalls auch höchstens maximal zu gehen kann "
    "können wir ich aber "
    "lieber etwa rund zwischen von "
    "إلى الى ل لـ او أو حتى و ممكن يمكن بين من لحد لغاية بس"
)
TIES: Final = (
    "- to or till until thru through bis oder a hasta o u إلى الى ل او أو حتى / ~ لحد لغاية"
)
ANDS: Final = "and y und و e"
OPENERS: Final = "between from entre zwischen von بين من de desde"
CORRECTIONS: Final = (
    "sorry actually mean meant rather wait correction scratch oops instead no nope now "
    "nein quatsch "
    "sondern besser jetzt doch perdón perdona digo corrijo mejor pon ponga ahora قصدي أقصد عفوا لا"
)
NOT_BEFORE: Final = (
    "not,instead of,rather than,nicht,statt,anstatt,en vez de,no,ni,kein,keinen,ليس,مو,بدل,ولا"
)
# The figure behind these is the one that was said before, if another one follows.
SAID: Final = "he dicho,dije,había dicho,dijimos,i said,we said,said,gesagt,sagte,schrieb,geschrieben,قلت,كتبت,puse,escribí"
NO_FIGURE: Final = (
    "flexible,depends,it depends,whatever it takes,no limit,unlimited,no max,no maximum,no budget,"
    "market price,market rate,varies,tbd,to be decided,open budget,open,undecided,haven't decided,"
    "have not decided,no figure,hard to say,negotiable,money is no object,money no object,"
    "sin límite,depende,lo que haga falta,lo que cueste,no sé,aún no sé,no lo tengo claro,"
    "ni idea,flexible,"
    "kommt drauf an,kommt darauf an,kommt auf,kann ich nicht sagen,"
    "kann ich noch nicht sagen,egal,keine grenze,flexibel,noch offen,offen,weiß nicht,"
    "weiss nicht,"
    "keine ahnung,يعتمد,حسب,مفتوح,ما عندي فكرة,مش عارف,ما أعرف,لا أعرف,غير محدد,ما حددت"
)

# A sentence with one of these speaks of money that is no budget.
NOT_A_BUDGET: Final = (
    "zillow,redfin,realtor.com,trulia,rightmove,zoopla,idealista,immoscout,immobilienscout,"
    "saw it,saw one,"
    "paid,currently paying,paying now,paying rent,i pay,we pay,current rent,my rent,"
    "our rent,rent is,rent now,"
    "pago ahora,pagamos ahora,mi alquiler,zahle,zahlen aktuell,meine miete,ايجاري,إيجاري,"
    "offer,offers,offered,offering,would they take,will they take,would he take,"
    "would she take,accept,"
    "accepts,asking,list price,listed,lowball,lower the price,come down,knock off,discount,"
    "negotiate,"
    "haggle,counter,deposit,down payment,saved,savings,salary,income,earn,earns,earning,"
    "make a year,i make,"
    "we make,gross,net worth,worth,owe,owed,mortgage balance,hoa,tax,taxes,fee,fees,"
    "commission,sold for,"
    "paid for,bought for,bought it for,cost to,costs,how much is,appraised,valued,"
    "zestimate,insurance,"
    "bidding,bid,piden,pide,verlangen,verlangt,oferta,ofrezco,aceptan,aceptaría,aceptarían,"
    "rebaja,descuento,negociable,"
    "entrada,enganche,"
    "ahorros,ahorrado,sueldo,gano,ingresos,ganamos,señal,fianza,depósito,gastos,comunidad,"
    "cuánto cuesta,"
    "precio pedido,angebot,biete,anbieten,verhandeln,verhandelbar,nachlass,rabatt,"
    "akzeptiert,nehmen,"
    "anzahlung,eigenkapital,gespart,gehalt,einkommen,verdiene,kaution,nebenkosten betragen,"
    "provision,"
    "kostet,wert,عرض,يقبل,يقبلون,خصم,تخفيض,تنزل,ينزل,مقدم,دفعة,راتب,راتبي,دخل,دخلي,عمولة,"
    "رسوم,تأمين,كم سعر"
)
# Words that let a bare number be a volunteered budget.
# Behind a second, higher figure: so far it would go at best.
THE_REST: Final = """
for the rest, finance the rest, borrow the rest, rest with a mortgage, rest on a mortgage,
rest financed, the rest mortgage, para el resto, financiar el resto, el resto con hipoteca,
für den rest, den rest finanzieren, rest finanzieren, der rest finanziert, الباقي تمويل,
والباقي تمويل, والباقي قرض, الباقي قرض
"""
STRETCH_BEFORE: Final = (
    "could stretch to,can stretch to,could go to,can go to,could do,can do,maybe,up to,"
    "at a push,tops,podría subir a,podríamos subir a,notfalls,zur not"
)
STRETCH_AFTER: Final = (
    "if,for the right,for something,at a push,at a stretch,absolute max,absolute maximum,"
    "at the very most,si,wenn,falls,اذا,إذا"
)
BUDGET_CUES: Final = (
    "budget,budget is,budget of,budget to,spend,spending,pay,afford,price range,"
    "price range of,go to,go up to,"
    "up to,upto,under,below,max,maximum,max.,at most,no more than,not more than,not over,"
    "not above,less than,make it,"
    "stretch to,raise it to,"
    "raise to,bump it to,increase it to,increase to,for under,for around,for about,price,"
    "rent is,rent of,"
    "presupuesto,presupuesto de,presupuesto es,gastar,pagar,hasta,máximo,subir a,"
    "subir hasta,llegar a,"
    "llegar hasta,precio,menos de,que sean,pon,"
    "budget von,budget liegt bei,budget ist,bis,bis zu,maximal,höchstens,ausgeben,zahlen,"
    "unter,hochgehen auf,"
    "gehen bis,preis,miete,kaltmiete,warmmiete,ميزانية,ميزانيتي,الميزانية,لحد,حتى,حدود,"
    "ادفع,أقصى شي,تحت"
)
# Money that is no price: beside an amount, after it or before it.
ASIDE_AFTER: Final = (
    "down,down payment,downpayment,deposit,saved,saved up,savings,put down,put away,salary,"
    "income,equity,"
    "commission,fee,fees,lpa,entrada,enganche,ahorrados,ahorrado,ahorros,sueldo,fianza,"
    "señal,eigenkapital,"
    "anzahlung,gespart,kaution,gehalt,einkommen,provision,مقدم,دفعة,دفعة أولى,راتب,دخل,تأمين"
)
ASIDE_BEFORE: Final = (
    "down payment,down payment of,down payment is,deposit,deposit of,savings of,have saved,"
    "we saved,i saved,"
    "income,income of,income is,salary,salary of,salary is,i make,we make,making,i earn,"
    "we earn,earning,earn,"
    "put down,emi,hoa,entrada de,entrada,enganche de,enganche,ahorros de,gano,ganamos,"
    "sueldo de,sueldo,"
    "ingresos de,eigenkapital,eigenkapital von,eigenkapital ca,anzahlung,anzahlung von,"
    "gehalt,einkommen,"
    "verdiene,verdienen,kaution,راتبي,دخلي,راتب,دفعة,مقدم"
)
NEGATORS: Final = (
    "not nothing never don't dont can't cant cannot won't wont wouldn't shouldn't nicht "
    "nichts nie niemals kein "
    "keine keinen no nada nunca sin لا ما مو مش ليس"
)

PER_HEAD: Final = (
    "each,each of us,apiece,a piece,per person,per head,a head,a person,por persona,por cabeza,"
    "cada uno,pro person,pro kopf,لكل شخص,لكل واحد"
)
