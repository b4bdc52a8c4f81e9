"""Well-known places, so that a clear place name outside the office's list is recognised as one.

One name a line or between semicolons, as an office would write it; other spellings follow after ``=``.
"""

from __future__ import annotations

from typing import Final

PLACES: Final = """
Dallas=dfw; Houston=htx; San Antonio=san antone|satx; Fort Worth=ft worth; El Paso; Arlington; Plano; Frisco; Irving;
McKinney; Denton; Waco; Killeen; Temple; Corpus Christi; Laredo; Lubbock; Amarillo; Galveston; The Woodlands=woodlands;
Katy; Sugar Land; Pearland; College Station; Bryan TX; Midland; Odessa; McAllen; Brownsville; Beaumont; Tyler;
San Marcos; New Braunfels; Kyle TX; Buda TX; Hutto; Leander; Bastrop; Dripping Springs; Marble Falls; Fredericksburg;
Wimberley; Lockhart; Taylor TX; Elgin TX; Manor TX; Liberty Hill; Bee Cave=bee caves; Boerne; Seguin; Lago Vista;
New York City=new york|nyc|manhattan; Brooklyn; Queens; The Bronx=bronx; Staten Island; Long Island; Buffalo;
Los Angeles=los angeles ca; San Francisco=san fran|frisco ca; San Diego; San Jose; Sacramento; Oakland; Fresno;
Long Beach; Santa Monica; Malibu; Irvine; Anaheim; Bakersfield; Palo Alto; Berkeley; Pasadena; Orange County;
Chicago; Philadelphia=philly; Phoenix=phx; Scottsdale; Tucson; Mesa AZ; Tempe; Las Vegas=vegas; Reno; Henderson NV;
Denver; Boulder; Colorado Springs; Fort Collins; Seattle; Tacoma; Bellevue; Spokane; Portland; Eugene OR; Boise;
Salt Lake City=slc; Provo; Albuquerque; Santa Fe; Miami; Fort Lauderdale; Orlando; Tampa; Jacksonville; Tallahassee;
Naples FL; Sarasota; St. Petersburg=st petersburg|saint petersburg; West Palm Beach=palm beach; Key West;
Atlanta=atl; Savannah; Charlotte; Raleigh; Durham; Asheville; Charleston; Greenville; Columbia SC; Nashville;
Memphis; Knoxville; Chattanooga; New Orleans=nola; Baton Rouge; Birmingham; Montgomery AL; Huntsville; Mobile AL;
Louisville; Lexington; Cincinnati; Cleveland; Columbus; Dayton; Toledo; Akron; Detroit; Ann Arbor; Grand Rapids;
Indianapolis=indy; Milwaukee; Madison; Minneapolis; St. Paul=saint paul|st paul; Des Moines; Omaha; Lincoln NE;
Kansas City; Wichita; St. Louis=saint louis|st louis; Springfield; Little Rock; Oklahoma City=okc; Tulsa; Boston;
Worcester; Providence; Hartford; New Haven; Newark; Jersey City; Hoboken; Pittsburgh; Baltimore; Washington DC=washington dc|dc;
Alexandria VA; Richmond; Norfolk; Virginia Beach; Anchorage; Honolulu; Maui; Oahu; Toronto; Vancouver; Montreal; Calgary; Ottawa;
London; Manchester; Birmingham UK; Liverpool; Sheffield; Bradford; York; Harrogate; Wakefield; Huddersfield; Halifax;
Hull; Newcastle; Bristol; Nottingham; Leicester; Edinburgh; Glasgow; Cardiff; Belfast; Oxford; Cambridge; Brighton;
Southampton; Portsmouth; Plymouth; Wetherby; Otley; Ilkley; Skipton; Barnsley; Doncaster; Dublin;
Barcelona=bcn; Valencia; Sevilla=seville; Zaragoza; Málaga; Marbella; Murcia; Palma=palma de mallorca|mallorca|majorca;
Bilbao; Alicante; Córdoba; Valladolid; Vigo; Gijón; Granada; Ibiza; San Sebastián=donosti; Toledo ES; Segovia; Ávila;
Guadalajara; Alcalá de Henares; Móstoles; Getafe; Leganés; Alcorcón; Fuenlabrada; Pozuelo=pozuelo de alarcon;
Majadahonda; Alcobendas; Tarragona; Girona; Cádiz; Almería; Santander; Salamanca ES; Tenerife; Gran Canaria; Lisboa=lisbon;
Monterrey; Puebla; Querétaro; Tijuana; Cancún; Mérida; Playa del Carmen; Tulum; León; Toluca; Cuernavaca; Acapulco;
San Luis Potosí; Veracruz; Puerto Vallarta; Oaxaca; Chihuahua; Hermosillo; Saltillo; Torreón; Morelia; Aguascalientes;
San Miguel de Allende; Los Cabos=cabo|cabo san lucas; Mazatlán; Ecatepec; Naucalpan; Tlalnepantla; Buenos Aires; Bogotá; Lima;
Hamburg; München=munich|muenchen; Köln=cologne|koeln; Frankfurt=frankfurt am main|ffm; Stuttgart; Düsseldorf; Leipzig;
Dresden; Dortmund; Essen DE; Bremen; Hannover=hanover; Nürnberg=nuremberg; Potsdam; Magdeburg; Rostock; Kiel; Mainz;
Freiburg; Heidelberg; Karlsruhe; Mannheim; Augsburg; Bonn; Münster; Wiesbaden; Aachen; Regensburg; Erfurt; Lübeck;
Halle; Kassel; Cottbus; Frankfurt Oder; Brandenburg; Oranienburg; Bernau; Falkensee; Teltow; Wien=vienna; Zürich=zurich; Basel; Salzburg; Graz;
Abu Dhabi=أبوظبي|أبو ظبي|ابوظبي; Sharjah=الشارقة|شارقة; Ajman=عجمان; Ras Al Khaimah=رأس الخيمة|راس الخيمه|rak; Fujairah=الفجيرة;
Al Ain=العين; Umm Al Quwain=أم القيوين; Riyadh=الرياض; Jeddah=جدة; Doha=الدوحة; Muscat=مسقط; Manama=المنامة; Kuwait City=الكويت;
Cairo=القاهرة; Amman=عمان الاردن; Beirut=بيروت;
Pune; Delhi=new delhi; Gurgaon=gurugram; Noida; Bangalore=bengaluru|blr; Hyderabad; Chennai; Kolkata; Ahmedabad; Jaipur;
Surat; Nagpur; Nashik; Goa; Navi Mumbai; Thane; Lonavala; Kochi; Indore; Chandigarh; Lucknow;
Paris; Rome; Milan; Amsterdam; Brussels; Madrid; Berlin; Leeds; Austin; Dubai=دبي; Mexico City=ciudad de mexico|cdmx|df|distrito federal;
Mumbai=bombay; Singapore; Hong Kong; Sydney; Melbourne; Tokyo; Istanbul; Moscow; Lagos; Nairobi; Cape Town; Johannesburg;
Florida; California; Hawaii; Colorado; Arizona; Nevada; Oklahoma; Louisiana; New Mexico; Tennessee; North Carolina;
South Carolina; Oregon; Virginia; New Jersey; Illinois; Ohio; Michigan; Massachusetts; Pennsylvania; Maryland; Utah;
Alaska; Idaho; Montana; Wyoming; Kansas; Nebraska; Iowa; Minnesota; Wisconsin; Kentucky; Alabama; Mississippi; Arkansas;
Missouri; Connecticut; Vermont; New Hampshire; Rhode Island; Delaware; North Dakota; South Dakota; West Virginia; Indiana;
Mexico; Spain=españa; Germany=deutschland; France; Italy; Portugal; Canada; Scotland; Wales; Ireland; India; Japan; Brazil;
Bayern=bavaria; Sachsen; Hessen; Andalucía=andalusia; Cataluña=catalonia|catalunya; Galicia; Euskadi
"""
# A city whose districts the office may list without listing the city: told by one of its districts.
CITY_OF: Final = {
    "Dubai": ("Dubai Marina", "Downtown Dubai", "Business Bay", "Dubai Hills"),
    "Mexico City": ("Roma Norte", "Coyoacán", "Condesa", "Del Valle"),
    "Mumbai": ("Andheri West", "Powai", "Borivali"),
    "Austin": ("Mueller", "Zilker", "East Austin", "South Austin", "Domain"),
    "Leeds": ("Headingley", "Horsforth", "Roundhay", "Chapel Allerton"),
    "Madrid": ("Chamberí", "Retiro", "Tetuán", "Carabanchel"),
    "Berlin": ("Pankow", "Kreuzberg", "Neukölln", "Charlottenburg", "Prenzlauer Berg"),
}
CITY_AS_WRITTEN: Final = {"Mexico City": "Ciudad de México"}
# Parts of those cities that an office may not have on its list. Where the city itself is on it, they
# are covered; where only some of its parts are, they are not.
DISTRICTS: Final = {
    "Austin": "Hyde Park; Tarrytown; Barton Hills; Travis Heights; Clarksville; "
    "North Loop; Crestview; Allandale; Westlake=west lake hills|westlake hills; Oak Hill; Riverside; North Austin=n austin; "
    "West Austin; Rosedale; Bouldin Creek=bouldin; Circle C; Steiner Ranch; Avery Ranch; Windsor Park; University Hills",
    "Leeds": "Kirkstall; Morley; Pudsey; Meanwood; Moortown; Hyde Park; Armley; Beeston; Garforth; Alwoodley; Bramley; "
    "Seacroft; Burley; Holbeck; Oakwood; Adel; Rothwell; Cookridge",
    "Madrid": "Salamanca=barrio de salamanca; Chamartín; Malasaña; Lavapiés; La Latina=latina; Moncloa; Arganzuela; "
    "Vallecas; Hortaleza; Usera; Barajas; Ciudad Lineal; Moratalaz; Villaverde; Sanchinarro; Las Tablas; Aravaca; "
    "Centro=el centro; Chueca; Fuencarral; Mirasierra; Argüelles; Legazpi; Embajadores",
    "Berlin": "Mitte=berlin mitte|zentrum|innenstadt; Friedrichshain=fhain; Schöneberg; Steglitz; Zehlendorf; Wedding; "
    "Moabit; Tempelhof; Spandau; Reinickendorf; Lichtenberg; Marzahn; Köpenick; Treptow; Wilmersdorf; Weißensee; "
    "Hellersdorf; Dahlem; Grunewald; Friedenau; Tegel; Adlershof; Rudow; Britz; Karlshorst",
    "Dubai": "Palm Jumeirah=the palm|palm|النخلة|نخلة جميرا; Jumeirah=جميرا|جميراء; Deira=ديرة; Bur Dubai=بر دبي; "
    "Al Barsha=البرشاء|barsha; Arabian Ranches; Mirdif=مردف; Creek Harbour=dubai creek; JLT; JBR; City Walk; Meydan=ميدان; "
    "Silicon Oasis; Sports City; Al Nahda=النهدة; Dubailand; Al Quoz=القوز; Jumeirah Beach; Motor City; Damac Hills; "
    "Emirates Hills; Al Furjan=الفرجان; International City; Discovery Gardens",
    "Mexico City": "Polanco; Santa Fe; Roma Sur; Nápoles; San Ángel; Tlalpan; Xochimilco; Iztapalapa; Juárez; "
    "Cuauhtémoc; Escandón; Lomas de Chapultepec=las lomas|lomas; Interlomas; Portales; Centro Histórico=centro; "
    "Álvaro Obregón; Azcapotzalco; Pedregal; San Rafael; Doctores; Anzures; Satélite",
    "Mumbai": "Bandra=bandra west|bandra east; Juhu; Worli; Dadar; Malad; Kandivali; Mulund; Colaba; Chembur; "
    "Andheri East; Vashi; Khar; Santacruz; Lower Parel; Ghatkopar; Vile Parle; Kurla; Dahisar; Mira Road; BKC",
}
# Words of a listed name that do not point to it alone.
GENERIC: Final = frozenset(
    "east west north south norte sur este oeste park rock hills bay city town old new valle village centre center "
    "berg marina round business cedar chapel las los del la roads road the".split()
)
# Postcodes of those cities, and of some areas inside and around them.
POSTCODES: Final = {
    "Austin": ("787",), "Leeds": ("ls",), "Madrid": ("28",), "Berlin": ("10", "12", "13", "14"),
    "Mumbai": ("400",), "Mexico City": ("0", "11", "14", "15", "16"),
}  # fmt: skip
POSTCODES_OF_AREAS: Final = {
    "78664": "Round Rock", "78665": "Round Rock", "78681": "Round Rock", "78680": "Round Rock", "78613": "Cedar Park",
    "78660": "Pflugerville", "78691": "Pflugerville", "78626": "Georgetown", "78627": "Georgetown", "78628": "Georgetown",
    "78633": "Georgetown", "78734": "Lakeway", "78738": "Lakeway", "78723": "Mueller", "78702": "East Austin",
    "78721": "East Austin", "78745": "South Austin", "78748": "South Austin", "78704": "South Austin",
    "10435": "Prenzlauer Berg", "10437": "Prenzlauer Berg", "10405": "Prenzlauer Berg", "10407": "Prenzlauer Berg",
    "10409": "Prenzlauer Berg", "10439": "Prenzlauer Berg", "13187": "Pankow", "13189": "Pankow", "10961": "Kreuzberg",
    "10963": "Kreuzberg", "10965": "Kreuzberg", "10967": "Kreuzberg", "10969": "Kreuzberg", "10997": "Kreuzberg",
    "10999": "Kreuzberg", "12043": "Neukölln", "12045": "Neukölln", "12047": "Neukölln", "12049": "Neukölln",
    "12051": "Neukölln", "12053": "Neukölln", "12055": "Neukölln", "12059": "Neukölln", "10585": "Charlottenburg",
    "10587": "Charlottenburg", "10623": "Charlottenburg", "10625": "Charlottenburg", "10627": "Charlottenburg",
    "10629": "Charlottenburg", "14057": "Charlottenburg", "14059": "Charlottenburg",
    "28010": "Chamberí", "28003": "Chamberí", "28015": "Chamberí", "28009": "Retiro", "28007": "Retiro", "28014": "Retiro",
    "28020": "Tetuán", "28039": "Tetuán", "28029": "Tetuán", "28025": "Carabanchel", "28044": "Carabanchel",
    "28047": "Carabanchel", "28231": "Las Rozas", "28232": "Las Rozas", "28290": "Las Rozas",
    "06700": "Roma Norte", "03100": "Del Valle", "03104": "Del Valle", "04000": "Coyoacán", "06140": "Condesa",
    "06170": "Condesa", "03020": "Narvarte", "400053": "Andheri West", "400058": "Andheri West", "400076": "Powai",
    "400062": "Goregaon", "400063": "Goregaon", "400104": "Goregaon", "400066": "Borivali", "400092": "Borivali",
    "400091": "Borivali", "400103": "Borivali",
}  # fmt: skip
ANYWHERE: Final = """
    downtown
    city|town center|centre
    anywhere|everywhere|wherever|whichever|flexible
    anything|everything|all but|except
    any|all area|areas|neighborhood|neighbourhood|part|of
    no preference|preferences
    dont|doesnt|not care|mind|matter|picky
    open to
    not picky
    cualquier zona|parte|barrio|lugar|colonia
    donde sea
    me da igual
    en cualquier
    da igual
    egal
    überall
    irgendwo
    flexibel
    اي|أي مكان|منطقه|منطقة
    وين ما
    ما يفرق
    في كل
    """
LEADS: Final = frozenset(
    "in near around at by towards to within inside en cerca por zona barrio colonia bei nahe um nach "
    "في قرب حول بـ بالقرب".split()
)
# Behind these a place is where somebody comes from or is now, not where they are looking.
ELSEWHERE: Final = """
    my|the|full name is
    call me|him|her
    im|soy|mr|mrs|ms|dr|señor|señora|herr|frau
    me llamo
    ich heiße|heisse
    from|leaving|left|selling|sell|own|live|lives|living|based|located|currently|work|works|working|job|am|born|raised|office|renting|visiting|family|parents in|at|near|around|a|my|our|house|home|place|condo|now|currently|right|here
    from
    out of
    back|still|stuck in
    my|our house|home|place|condo|apartment|flat|job|work|family|parents|office in
    vivo|vivimos|trabajo|soy|vengo|estoy|vengo|mi|nuestra en|de|casa|piso|ahora
    desde
    wohne|wohnen|arbeite|komme|lebe|leben|bin .. in|aus|bei
    aus
    ساكن|ساكنين|اسكن|اعمل|من|مقيم .. في
    """

WITHIN: Final = frozenset(("in", "en", "im", "في"))
EXCEPT: Final = frozenset(
    "but except besides excepto menos salvo außer ausser الا إلا غير عدا ماعدا".split()
)
