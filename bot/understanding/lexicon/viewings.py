"""Words for times of day and appointments, in four languages. Phrases are parted by commas."""

from __future__ import annotations

from typing import Final

# Parts of the day; the key is from-to in hours.
PARTS: Final = {
    "6-12": "morning,in the morning,mornings,this morning,por la mañana,de la mañana,"
    "en la mañana,la mañana,"
    "a la mañana,vormittag,vormittags,am vormittag,morgens,am morgen,früh,in der früh,"
    "صباحا,الصبح,صباح,الصباح,في الصباح",
    "11.5-14": "lunch,lunchtime,lunch time,at lunch,midday,around noon,mediodía,a mediodía,"
    "al mediodía,mittag,"
    "mittags,am mittag,الظهر,ظهرا,وقت الظهر",
    "12-21": "la tarde,por la tarde,de la tarde,en la tarde,esta tarde,a la tarde,por las tardes",
    "12-18": "afternoon,in the afternoon,afternoons,this afternoon,nachmittag,nachmittags,am nachmittag,العصر,عصرا,بعد الظهر",
    "17-22": "evening,in the evening,evenings,night,at night,tonight,this evening,"
    "after work,la noche,"
    "por la noche,de la noche,en la noche,esta noche,abend,abends,am abend,nach der arbeit,nachts,"
    "المساء,مساء,بالليل,الليل,ليلا,العشاء,المغرب,الليلة,بعد الدوام,في المساء",
}
NOON: Final = "noon,12 noon,high noon,las doce,zwölf uhr mittags,الثانية عشرة"
HALF_DAYS: Final = {  # behind a figure
    "am": "am,a.m.,a.m,a m,morning,in the morning,de la mañana,de la manana,morgens,früh,"
    "vormittags,صباحا,الصبح,ص,"
    "صباح,الفجر",
    "pm": "pm,p.m.,p.m,p m,in the afternoon,in the evening,at night,de la tarde,"
    "de la noche,nachmittags,abends,"
    "mittags,مساء,العصر,الظهر,المساء,المغرب,العشاء,بالليل,م,ظهرا,عصرا",
    "24": "uhr,h,hs,hrs,hours,horas,hora",
    "clock": "o'clock,oclock,o clock,en punto,sharp,ish,الساعة",
}
AT: Final = (
    "at,@,at around,at about,around,about,approx,approximately,by,let's say,say,um,gegen,"
    "so um,ca,ca.,"
    "a las,a la,las,sobre las,hacia las,tipo,como a las,"
    "الساعة,على الساعة,ع الساعة,في الساعة,حوالي,على,الساعه"
)
BOUNDS: Final = {
    "after": "after,from,past,later than,not before,any time after,anytime after,"
    "after around,starting at,"
    "ab,nach,nicht vor,später als,frühestens,no antes de las,no antes de la,no antes de,"
    "más tarde de las,mas tarde de las,مو قبل,مش قبل,مب قبل,ليس قبل,مو قبل الساعة,después de las,después de la,despues de las,"
    "a partir de las,desde las,"
    "a partir de la,بعد,بعد الساعة,من الساعة,من بعد",
    "before": "before,until,till,earlier than,no later than,not after,vor,bis,spätestens,"
    "nicht nach,nicht später als,früher als,no después de las,no despues de las,"
    "no más tarde de las,no mas tarde de las,مو بعد,مش بعد,ليس بعد,"
    "antes de las,"
    "antes de la,hasta las,hasta la,قبل,قبل الساعة,لحد,حتى",
}
HALF_PAST: Final = "half past,half-past,half after,half pas"
QUARTER_PAST: Final = "quarter past,a quarter past,quarter after,viertel nach"
QUARTER_TO: Final = "quarter to,a quarter to,quarter till,quarter of,viertel vor,dreiviertel"
GERMAN_HALF: Final = "halb"
PAST_BEHIND: Final = {
    "30": "y media,ونص,ونصف,والنصف,و نص,و نصف,thirty",
    "15": "y cuarto,وربع,و ربع,والربع,fifteen",
    "-15": "menos cuarto,الا ربع,إلا ربع",
    "45": "forty five,forty-five",
    "20": "وثلث,و ثلث,y veinte",
}
# Against the free times.
FLEXIBLE: Final = (
    "any time,anytime,whenever,any,any of them,any of those,either,either one,flexible,"
    "don't mind,dont mind,"
    "doesn't matter,doesnt matter,earliest,the earliest,soonest,first available,first free,"
    "first slot,asap,"
    "as soon as possible,next available,whatever works,whatever is first,whichever,you choose,"
    "cuando sea,cualquiera,cualquier hora,me da igual,da igual,cuanto antes,"
    "lo antes posible,a cualquier hora,"
    "egal,jederzeit,so bald wie möglich,so schnell wie möglich,der früheste,den frühesten,"
    "frühestmöglich,"
    "den nächsten freien,nächster freier,ganz egal,"
    "اي وقت,أي وقت,في اقرب وقت,في أقرب وقت,اول موعد,أول موعد,اقرب موعد,أقرب موعد,ما يفرق,عادي"
)
ORDINALS: Final = {
    "1": "earlier one,the earlier,earlier,former,the former,frühere,früheren,der frühere,"
    "más temprano,la más temprana,el más temprano,la de antes,الأبكر,first,1st,first one,the first,primera,primero,primer,la primera,el primero,"
    "ersten,erste,erster,"
    "erstes,الأول,الأولى,اول واحد,أول واحد,الاول",
    "2": "second,2nd,second one,the second,segunda,segundo,zweiten,zweite,zweiter,الثاني,"
    "الثانية,ثاني واحد",
    "3": "third,3rd,third one,tercera,tercero,tercer,dritten,dritte,dritter,الثالث,الثالثة",
    "4": "fourth,4th,fourth one,cuarta,cuarto,vierten,vierte,vierter,الرابع,الرابعة",
    "5": "fifth,5th,quinta,quinto,fünften,fünfte,fünfter,الخامس,الخامسة",
    "-1": "later one,the later one,the later,latter,the latter,spätere,späteren,der spätere,"
    "el de más tarde,la de más tarde,el más tarde,la más tarde,المتأخر,last,last one,the last,última,último,letzten,letzte,letzter,الأخير,الأخيرة,اخر واحد",
}
NUMBERED: Final = "option,number,nr,no,#,choice,slot,opción,opcion,número,nummer,termin,خيار,رقم"
FILLERS: Final = (
    "the one ones please pls thanks thank you works work for me that this time slot would "
    "be is i'd like take "
    "i'll ill want can do let's lets go with fine good great ok okay perfect just maybe "
    "yes yeah appointment "
    "el la los las por favor gracias esa ese hora cita mejor perfecto vale quiero prefiero sí si "
    "der die das den dem bitte danke termin passt gut gerne ja nehme ich nehmen wir mir würde "
    "من فضلك شكرا الموعد موعد ال نعم تمام واحد one"
)
WORKS: Final = (
    "yes yeah yep yup ok okay sure perfect great fine good works si vale perfecto claro "
    "bien ja gut passt prima "
    "gern gerne super klar نعم ايه تمام ماشي اوكي زين طيب"
)
MINE: Final = (
    "my time,my local time,my timezone,my time zone,hora mía,mi hora,hora de aquí,"
    "meiner zeit,meine zeit,"
    "بتوقيتي,توقيتي"
)
ZONES: Final = {
    "America/New_York": "eastern,eastern time,est,edt,et,new york time,ny time",
    "America/Chicago": "central,central time,cst,cdt,ct,chicago time,texas time",
    "America/Denver": "mountain time,mst,mdt",
    "America/Los_Angeles": "pacific,pacific time,pst,pdt,pt,california time,la time",
    "Europe/London": "gmt,bst,uk time,london time,hora de londres,london zeit",
    "Europe/Berlin": "cet,cest,german time,berlin time,central european time,mez,mesz,"
    "deutscher zeit,"
    "hora de madrid,hora española,spanish time,paris time",
    "Asia/Dubai": "gst,dubai time,uae time,بتوقيت دبي,توقيت دبي,بتوقيت الامارات",
    "Asia/Kolkata": "india time,indian time",
    "Asia/Riyadh": "saudi time,بتوقيت السعودية,توقيت السعودية",
}
# A day named after one of these is not wanted.
EXCEPT: Final = (
    "not,not on,can't do,cant do,cannot do,can't,cannot,can't make,except,anything but,"
    "but not,busy,busy on,"
    "busy all,unavailable,don't do,doesn't work on,no good on,"
    "no puedo,no puedo el,no el,no por,no este,no ese,menos,menos el,excepto,excepto el,el no,"
    "nicht,nicht am,außer,außer am,kann nicht am,am nicht,nicht den,kein,"
    "غير,مو,مش,مب,ليس,ما عدا,الا,إلا,ما اقدر,ما أقدر,ما يناسبني"
)
EXCEPT_BEHIND: Final = (
    "doesn't work,does not work,doesnt work,is bad,is no good,no good,won't work,wont work,"
    "is out,not possible,"
    "no puedo,no me va,no me viene,geht nicht,passt nicht,geht doch nicht,"
    "passt doch nicht,geht leider nicht,passt leider nicht,klappt nicht,klappt doch nicht,kann ich nicht,"
    "kann ich doch nicht,kann ich leider nicht,ما يناسبني,"
    "ما اقدر,ما ينفع,ما يصير"
)
RATHER: Final = "no sorry wait actually instead rather nein doch lieber besser mejor perdón لا بل"
RATHER_THAN_BOOKED: Final = "eher احسن أحسن entschuldigung"  # and this, where a time is booked
PREFERS: Final = "rather better mejor solo sólo lieber doch eher besser nur erst احسن بس"
# All that stands beside a time wished for instead of what is refused: "no, mejor el miércoles".
INSTEAD: Final = (
    "make sondern sino but wait moment warte entschuldigung espera disculpa "
    "oh ah ok okay sorry rather better instead only just actually maybe on at the in for after "
    "before later earlier than works work would be is it please could i we do can yes then "
    "id i'd im i'm ill i'll lets let's let us how about what prefer free good great fine pls "
    "ay ah bueno perdón mejor solo sólo el la los las a al por para en de del antes después "
    "más tarde sí puedo podemos podría quizá quizás sería va bien me nos favor "
    "ach äh oh halt sorry doch lieber eher besser nur erst am um ab gegen vor nach im den der die "
    "das später früher als ich wir kann können wäre wär geht ginge passt es mir uns bitte ja dann vielleicht so mal "
    "احسن أحسن افضل أفضل بس خليها خليه يوم في على عند بعد قبل ممكن يناسبني نعم ايه ياريت لو"
)
NOT_NOW: Final = "now jetzt gerade ahora ahorita hoy heute today الحين الان الآن اليوم"
REFUSES: Final = "no not nope nah nein nee ne nicht لا مو مش مب"
AMBIGUOUS_NO: Final = "no not nicht لا مو مش مب"  # denies what follows, unless a pause parts them
SIGHS: Final = "oh ah ay ach äh bueno ok okay"  # before a "no"
NOT_BEFORE: Final = "before vor antes قبل"
# Where a day is when somebody moves, not when a home is seen.
MOVES: Final = (
    "move moving lease rent by until till before since mudarme mudarnos mudar contrato "
    "alquiler antes hasta "
    "umziehen umzug einzug einziehen mietvertrag bis انتقل الانتقال العقد عقدي عقدنا قبل "
    "born closing need"
)
SEES: Final = (
    "see tour visit view viewing viewings show showing look come stop swing book booking "
    "meet visita visitar ver "
    "verla verlo cita reservar pasar besichtigen besichtigung termin ansehen anschauen "
    "sehen vorbeikommen "
    "اشوفها أشوفها اشوفه أشوفه نشوفها نشوفه اعاين أعاين نعاين ازور أزور "
    "اشوف أشوف نشوف معاينة معاينه زيارة زياره موعد احجز call ring llamar llamame anrufen "
    "اتصل free available "
    "works passt"
)
GERMAN_DAYS: Final = (
    "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend morgen heute"
)
GERMAN_PARTS: Final = "abend vormittag nachmittag mittag früh morgen nacht"
ARABIC_HOURS: Final = (  # from two on
    "ثانية الثانية",
    "ثالثة الثالثة",
    "رابعة الرابعة",
    "خامسة الخامسة",
    "سادسة السادسة",
    "سابعة السابعة",
    "ثامنة الثامنة",
    "تاسعة التاسعة",
    "عاشرة العاشرة",
)
