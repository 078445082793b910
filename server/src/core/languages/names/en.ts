import type { EntityData } from '../entityData.ts';

/** What the names of English texts look like. */
export const entities: EntityData = {
  titles: `president minister secretary general colonel major captain lieutenant sergeant admiral
    commander marshal brigadier corporal private mr mrs ms miss mx dr prof professor sir lady lord dame
    king queen prince princess emperor sultan sheikh shaikh ayatollah imam mullah emir pope cardinal
    bishop archbishop father sister brother rabbi reverend rev saint senator congressman congresswoman
    representative rep sen gov governor mayor judge justice chancellor premier ambassador envoy
    commissioner director chairman chairwoman chair chief head officer spokesman spokeswoman
    spokesperson leader deputy member analyst economist lawyer attorney prosecutor inspector detective
    coach striker captain manager actor actress singer author writer journalist reporter editor
    correspondent gen col maj capt lt sgt adm cmdr hon president-elect vice-president ceo cfo mp
    under-secretary-general secretary-general co-founder founder aunt uncle grandma grandpa tsar tsarina
    czar kaiser shah pharaoh caliph count countess baron baroness viscount earl duke duchess archduke marquis`,
  titleModifiers: `deputy vice prime first foreign acting former interim permanent special assistant
    associate executive defense defence interior finance health education home economy trade justice
    security council state presidential under senior lord high supreme late right chief energy
    environment culture agriculture labour labor transport development office sport sports youth tourism`,
  firstNames: `aaron abdul abdullah abigail abu adam adele adnan adrian agnes ahmad ahmed ahmet aidan aisha
    akbar akira alain alan alastair albert alberto aldo alejandro aleksandr alessandro alex alexander
    alexandra alexei alexey alexis alfonso alfred alfredo ali alice alicia alina alison alistair allan allen
    alma alonso alvaro alyssa amanda amber amelia amina amir amit amjad amy ana anand anas anastasia anatoly
    andre andrea andreas andrei andrew andrey andrzej andy angela angelina angus anil anita anjali ann anna
    anne annette annie annika anselm anthony antoine anton antonia antonio anwar arabella ariel arjun arlene
    armando arnaud arne arnold arthur arturo arun asad ashley ashton asma astrid atif audra audrey aung
    aurelia avery avi ayesha ayman aziz babak bahaa ban barack barbara barbra barry bart bashar beatrice
    beatriz becky ben benedict benito benjamin bennett benny bernard bernd bernice bertha bertrand beth
    betty beverly bilal bill billy bjorn bob bobby bohdan bonnie boris brad bradford bradley brandon brenda
    brent brett brian bridget brigitte bruce bruno bryan burak caitlin caleb calvin cameron camilla candace
    carl carla carlo carlos carlton carmen carol carolina caroline carolyn carrie cassandra catherine cathy
    cecil cecilia cedric celia cesar chandra charlene charles charlie charlotte chelsea cheryl chester
    chiara chloe chris christian christina christine christopher chuck cindy claire clara clarence clark
    claude claudia claudio clayton clifford clint clive cody colin colleen condoleezza connie conrad
    consuelo cora cornelius cory courtney craig curtis cynthia cyril cyrus daisy dale dalia damian damien
    dan daniel daniela danny daphne daria darrell darren daryl dave david davide dawit dawn dean deanna
    debbie deborah debra deepak deirdre delia demetrius denis denise dennis derek desmond devin dexter diana
    diane dick diego dieter dilip dimitri dina dirk dmitri dmitriy dmitry dmytro dolores domenico dominic
    don donald donatella donna donovan doreen doris dorothy doug douglas duncan dwayne dwight dylan ebrahim
    ed eddie edgar edgardo edith edmund edna eduardo edward edwin edwina efraim ehud eileen ekaterina elaine
    eldar eleanor elena eli elias elijah eliot elisa elisabeth elise eliza elizabeth ella ellen elliot
    elliott elmer elon elsa elvira elvis emil emile emilia emilio emily emine emma emmanuel emre enrique
    enzo erdal eric erica erich erik erika erin ernest ernesto erwin esteban esther ethan ethel etienne
    eugene eugenia eunice eva evan evelina evelyn evgeny ezra fabian fabio fadi fahad fahd fahim faisal
    farah fareed farid farouk fathi fatima fatma federica federico felicia felipe felix ferdinand ferhat
    fernando fidel fiona flavia flavio florence florian floyd frances francesca francesco francis francisco
    franco francois frank franklin frants franz fred freddie frederick frieda fritz fuad gabriel gabriela gabriele
    gaetano gamal gareth gary gaston gavin genevieve gennady geoff geoffrey george georges georgina gerald
    gerard gerardo gerhard ghassan gianni gilbert giles gina gino giorgio giovanni giulia giuseppe gladys
    glen glenn gloria gonzalo goran gordon gottfried grace gracie graham greg gregory gretchen guido
    guillermo gunter gunther gus gustav guy gwen gwendolyn habib haider hakan hakim hala hamad hamid hamish
    hamza hanan hani hank hanna hannah hans harish harold harriet harry harvey hasan hashim hassan hatem
    haydar hazel heather hector heidi heinrich heinz helen helena helga helmut henri henrik henrique henry
    herbert herman hermann hernan hilary hilda hillary hiroshi holly horace horst hosni howard howie hubert
    huda hugh hugo husam husni hussein hye ian ibrahim idris ignacio igor ike ilya imad imran ines inga
    inger ingo ingrid inigo iqbal ira irene irina irma isaac isabel isabella isaiah ishaq isidro ismail
    ismet issa ivan ivanka ivar jabbar jacinta jack jackie jackson jacob jacqueline jacques jacqui jafar
    jaime jake jalal jamal james jamie jamil jan jana jane janet janice janine jared jarrod jasmine jason
    jasper javad javier jawad jay jayne jean jeanette jeanne jed jeff jeffrey jenna jennifer jenny jens
    jeremiah jeremy jerome jerry jerzy jesse jessica jill jim jimmy jitendra joachim joan joanna joanne joao
    joaquin jochen jodie joe joel johan johann johannes john johnny jon jonas jonathan joni jordan jorge
    jose josef joseph josephine josh joshua josie joyce jozef juan juanita judah judd judith judy jules
    julia julian juliana julie juliet julio julius june jurgen justin kamal kamil kamran karen karim karin
    karina karl karsten kasim kate katherine kathleen kathrin kathryn kathy katie katrina katya kazuo keira
    keith kelly kelvin ken kenji kenneth kenny kent kerry kerstin kevin khaled khalid khalil kieran kim
    kimberly kirk kirsten klaus kofi konrad konstantin kostas krishna kristen kristin kristina kristine
    kristoffer krzysztof kumar kunal kurt kwame kyle lakshmi lamar lana lara larissa larry lars laszlo latif
    laura laurel lauren laurent laurie lawrence leah lech lee leif leigh leila lena lenny leo leon leonard
    leonid leopold leopoldo leroy leslie lester leticia levi lewis liam lidia lilian lillian lina linda
    lindsay lionel lisa lisbeth liz lloyd logan lois lorenzo loretta lorraine lothar louis louisa louise
    lowell luca lucas lucia luciano lucille lucy luigi luis luisa luiz lukas luke luther lydia lyle lyndon
    lynn lyubov mabel madeleine maggie magnus mahdi mahmoud mahmud majid malcolm mandy manfred manoj mansour
    manuel manuela marat marc marcel marcello marcelo marcia marco marcus marek margaret margot maria mariam
    mariana mariano marie marielle marilyn marin marina mario marion marisa marissa mariusz mark marlene
    marlon marsha marta martha martin martina marvin mary maryam mason masood masoud massimo mateo mathias
    mathilde matilda matt matteo matthew matthias mattias maureen maurice maurizio mauro max maxim maxime
    maxine maya megan mehdi mehmet melanie melissa melvin meredith mervyn mia michael michaela micheal
    michel michelle mickey miguel mihai mikael mike mikhail mildred milos milton minerva miranda miriam
    mirko mitch mitchell mohamad mohamed mohammad mohammed mohamud mohan mohsen molly mona monica monique
    morris mort moses moshe moussa muammar muhammad muhammadu muhammed mukesh munir muqtada murad murat
    murray murtaza musa mustafa myra myrtle nabeel nabil nader nadia nadine nadir naeem nageeb naguib naim
    najib nancy nanette naomi narendra nasir nasser natalia natalie natalya natasha nathan nathaniel naveed
    nayef nechirvan neil nelly nelson neville nicholas nick nicola nicolas nicole nicolo niels nigel nikita
    nikki niko nikolai nikolay nikos nils nina nirmal nizar noah noam noel noor nora norma norman noura
    nouri nuri odette ofer oksana olaf olav oleg oleksandr olga oliver olivia omar omer orhan osama oscar
    osman oswald ottavio otto owen pablo paige pam pamela paolo pascal patrice patricia patrick patrik patsy
    paul paula pauline pavel pedro peggy pekka penelope penny percy pete peter petra petro phil philip
    philippe phillip phoebe phyllis pierre piers pietro piotr polina prakash pranab priscilla priya qasim
    rachael rachel radek rafael raffaele rafi rafiq rahul raif raj rajesh rajiv ralf ralph ramesh rami
    ramiro ramon ramzi rana randall randy rania raoul raphael rashad rasheed rashid rashida rasmus ratko
    raul ravi ray raymond rebecca rebekah recep reginald reinhard reinhold rena renata renato rene reuben
    rex reza rhonda ricardo riccardo richard rick ricky rifaat rima rita riyad rizwan rob robbie robert
    roberta roberto robin rocco roderick rodney rodolfo rodrigo roger rohan rohit roland rolando rolf romain
    roman romano romeo ron rona ronald ronan ronnie rory rosa rosalind rosario rose rosemarie rosemary rosie
    ross rouhollah rowan roxanne roy roza ruben rubin rudi rudolf rudolph rudy rufus rula rupert ruslan
    russell rustam ruth ryan sabine sabrina sachin saddam sadiq saeb saeed saleem saleh salim sally salman
    sam samantha sami samir samuel sandra sanjay sanjeev sara sarah sasha saul scott sean sebastian selim
    selma serge sergei sergey sergio serhiy seth seymour shafiq shahid shane shankar shannon shareef sharif
    sharon shaun shauna shawn shazad sheila shelley sherman sherri shigeru shimon shinzo shirin shirley
    sidney siegfried sigmund sigrid silvia silvio simon simone sinead sivan slobodan sofia sonia sonja
    sophia sophie soraya spencer stacey stacy staffan stan stanislav stanley stavros stefan stefania stefano
    steffen stella stephan stephanie stephen steve steven stewart stuart subhash sue sulaiman suleiman sunil
    suresh susan susana susanna susanne sushma suzanne sven svetlana sylvester sylvia tad taha tahir takeshi
    talal tamar tamara tamer tania tanya tara tariq taro tatiana tatyana tayyip ted teddy telma terence
    teresa teri terrance terry tess tessa thabo thaddeus thea thelma theo theodora theodore theresa thierry
    thomas thorsten tiffany tim timothy timur tina tobias tobin toby todd todor tom tomas tomasz tommaso
    tommy toni tony torsten tracey tracy travis trent trevor trey tricia tristan trudy tyler tyrone ulrich
    ulrike umar umberto uri ursula usama usman uwe vaclav vadim valentina valeria valerie valery vanessa
    vanya vasily velma venkat vera vernon veronica vicente vicki vickie victor victoria vijay vikram viktor
    vince vincent vincenzo viola violet virgil virginia vitaly vito vivek vivian vivien vladimir volker
    volodymyr vyacheslav wadah waheed wahid waleed walid walt walther wanda warren waseem wassim wayne
    wendell wendy werner wesley wilbur wilfred wilhelm will willa willard william willie wilma winifred
    winston wojciech wolfgang woodrow xavier yaakov yael yahya yair yana yasir yasmin yasser yassin yevgeniy
    yevgeny yitzhak yoko yolanda yosef yoshi yousef youssef yulia yuri yuriy yury yusuf yves yvette yvonne
    zachariah zachary zahra zaid zainab zakaria zakir zara zayed zeid zelda zhanna ziad zine zoe zoltan
    zubair adolf august eduard ernst friedrich galileo gottlieb gustave immanuel klemens leonardo ludwig may napoleon niccolo theodor`,
  people: `Putin Medvedev Lavrov Shoigu Peskov Zelensky Zelenskyy Poroshenko Yanukovych Lukashenko Yeltsin
    Gorbachev Brezhnev Khrushchev Stalin Lenin Trotsky Obama Trump Biden Clinton Bush Reagan Nixon Kissinger
    Rumsfeld Cheney Rice Powell Kerry Pence Pompeo Romney McCain Blair Cameron Thatcher Churchill Merkel
    Scholz Hitler Sarkozy Macron Hollande Chirac Berlusconi Erdogan Erdoğan Netanyahu Sharon Arafat Abbas
    Assad al-Assad Asad Gaddafi Gadhafi Qaddafi Mubarak Morsi Sisi Saddam Maliki al-Maliki Abadi al-Abadi
    Barzani Talabani al-Sistani al-Sadr Khamenei Khomeini Rouhani Ahmadinejad Zarqawi al-Zarqawi al-Baghdadi
    bin_Laden Bin_Laden Zawahiri al-Zawahiri Karzai Musharraf Modi Gandhi Mandela Annan Guterres Lula
    Chavez Maduro Castro Mao Einstein Darwin Shakespeare Mozart Beethoven Bach Jesus Christ Napoleon
    Bismarck Metternich Robespierre Martin_Luther_King Alexander_the_Great Peter_the_Great Catherine_the_Great
    Frederick_the_Great Alfred_the_Great Ivan_the_Terrible Vlad_the_Impaler Attila_the_Hun William_the_Conqueror
    Edward_the_Confessor Suleiman_the_Magnificent John_the_Baptist Pliny_the_Elder Pliny_the_Younger`,
  particles: `al el bin ibn abu van von der den de da di du la le dos del ben bint mac mc st ter ten`,
  organisationHeads: `ministry ministries department agency authority commission committee council
    organisation organization association federation confederation union party parliament congress
    senate assembly government administration cabinet bureau office service services institute institution
    university college school academy faculty hospital clinic museum library theatre theater orchestra
    band bank fund foundation trust society club league team corporation company group holdings
    industries enterprises partners associates systems technologies solutions airlines airways motors
    motor pharmaceuticals pharmacy laboratories labs police army navy forces force guard corps brigade
    battalion regiment fleet flotilla command coalition alliance front movement militia resistance
    brotherhood court tribunal church media news press agency times post gazette herald
    tribune journal magazine broadcasting radio television channel network studios records pictures
    entertainment publishing books restaurant cafe hotel grill pizza diner bakery store stores market
    markets shop salon spa dental dentistry chiropractic law firm securities capital financial insurance
    energy electric power oil gas petroleum consulting communications telecom software opposition board
    quartet delegation secretariat centre center red_cross observatory chamber syndicate consortium
    consulate embassy opec monitoring works international gazeta`,
  holdersHeads: `office`,
  joinedAdjectives: `led backed based held controlled born speaking occupied dominated run owned made funded sponsored affiliated linked allied aligned style trained armed brokered supported bound wide`,
  companyForms: `inc ltd llc llp plc corp co gmbh ag sa pc lp pty oy ab as`,
  organisations: `UN EU NATO UNESCO UNICEF UNHCR IMF OSCE OPEC WHO WTO CIA FBI NSA KGB FSB GRU BBC CNN TASS
    Reuters ITAR-TASS Interfax Google Facebook Twitter Microsoft Apple Amazon YouTube Yahoo IBM Intel
    Boeing Airbus Gazprom Rosneft Lukoil Toyota Honda Ford Samsung Sony Nokia Siemens Enron Walmart
    Starbucks McDonalds McDonald's Walgreens Costco Safeway Pepsi PepsiCo Coca-Cola Nestle Nestlé Unilever Disney Netflix Tesla Volkswagen BMW Audi Mercedes-Benz Hyundai Nissan
    Mazda Chevrolet Chrysler Canon Kodak Nikon Bose Dell Lenovo Oracle Cisco HP Hewlett-Packard Adobe PayPal Uber
    Airbnb Expedia Travelocity Verizon AT&T T-Mobile Comcast Vodafone Exxon ExxonMobil Chevron Shell BP Halliburton
    Lockheed Raytheon Pfizer Merck Bayer Novartis Goldman_Sachs Morgan_Stanley JPMorgan Citigroup Citibank HSBC Barclays
    Deutsche_Bank UBS Bear_Stearns Lehman_Brothers Lufthansa Ryanair Air_France British_Airways Taco_Bell Burger_King KFC
    Subway NASA FEMA FDA EPA SEC DHS DEA IRS NYSE NASDAQ NBA NFL NHL MLB FIFA UEFA IOC MIT UCLA NYU Harvard Yale Stanford
    Princeton Al_Jazeera Al-Jazeera Fox_News NBC CBS ABC PBS NPR Bloomberg CNBC AP AFP RT Tribune Sukhoi
    Congress Senate Parliament Supreme_Court IAEA ICRC UNRWA UNDP UNGA UNSC G7 G20 OPCW SCO CSTO CIS ECB IDF IRGC PKK YPG SDF
    FSA PLO FedEx UPS DHL Hamas Hezbollah Hizbollah al-Qaeda al-Qaida Taliban ISIS ISIL Daesh
    Islamic_State Muslim_Brotherhood Fatah Boko_Haram al-Shabaab Mossad Interpol Europol
    European_Union United_Nations Security_Council European_Commission European_Parliament White_House
    Kremlin Pentagon Downing_Street Foreign_Office State_Department Supreme_Court Red_Cross Red_Crescent
    Amnesty_International Human_Rights_Watch World_Bank Federal_Reserve Council_of_Europe Arab_League African_Union
    Global_Coalition Peshmerga White_Helmets Kurdistan_Regional_Government Foreign_Ministry
    House_of_Commons House_of_Lords Home_Office Treasury Bundestag Knesset Duma State_Duma
    Washington_Post New_York_Times Wall_Street_Journal Guardian Associated_Press Agence_France-Presse
    al-Nusra_Front Al_Nusra Republicans Democrats Labour_Party Conservative_Party Wikipedia eBay
    Wehrmacht Luftwaffe Gestapo NKVD Comintern Reichstag Manchester_United Real_Madrid Barcelona_FC General_Assembly UN_Security_Council`,
  placeHeads: `river lake sea ocean bay gulf strait straits channel canal island islands isles peninsula
    coast mountain mountains hill hills valley desert province district region county oblast governorate
    city town village street road avenue boulevard lane drive square park airport port harbour harbor
    bridge station beach forest border plateau basin delta falls creek heights gardens palace castle
    cathedral abbey monastery fortress tower plaza mall republic kingdom territory territories states side metro`,
  placePrefixes: `river mount mt wadi lake cape fort port gulf strait isle san santa saint new los las el rio`,
  places: `Turkey Emirates Europe Asia Africa America Middle_East Far_East Near_East Central_Asia Latin_America
    Southeast_Asia North_Africa Western_Europe Eastern_Europe Caucasus Balkans Scandinavia Siberia Crimea
    Chechnya Dagestan Kurdistan Palestine Gaza West_Bank Golan_Heights Transnistria Abkhazia
    South_Ossetia Donbas England Scotland Wales Britain Great_Britain Northern_Ireland USA US U.S UK U.K
    U.S.A UAE United_States_of_America USSR Soviet_Union Russian_Federation Holland Burma Ivory_Coast
    Moscow St_Petersburg Saint_Petersburg Kiev Kyiv Kharkiv Kharkov Odesa Odessa Donetsk Luhansk Lviv Mariupol Kherson Minsk London Paris Berlin Rome Madrid Lisbon Vienna
    Geneva Brussels Amsterdam Copenhagen Stockholm Oslo Helsinki Tallinn Riga Vilnius Warsaw Prague
    Budapest Bucharest Sofia Belgrade Athens Istanbul Ankara Damascus Aleppo Homs Idlib Raqqa Palmyra
    Latakia Daraa Hama Baghdad Mosul Basra Kirkuk Erbil Fallujah Ramadi Tikrit Najaf Beirut Amman
    Jerusalem Tel_Aviv Cairo Alexandria Tripoli Benghazi Tunis Algiers Rabat Khartoum Riyadh Jeddah Mecca
    Medina Doha Dubai Abu_Dhabi Muscat Sanaa Tehran Kabul Kandahar Islamabad Karachi Lahore Peshawar
    Delhi New_Delhi Mumbai Kolkata Bangalore Chennai Dhaka Kathmandu Colombo Beijing Shanghai Hong_Kong
    Taipei Tokyo Osaka Kyoto Seoul Pyongyang Hanoi Saigon Bangkok Singapore Jakarta Manila
    Kuala_Lumpur Sydney Melbourne Canberra Auckland Wellington Washington New_York New_York_City
    Los_Angeles San_Francisco Chicago Houston Dallas Boston Philadelphia Seattle Atlanta Miami Detroit
    Denver Phoenix Las_Vegas Portland Baltimore Cleveland Pittsburgh New_Orleans Toronto Montreal Ottawa
    Vancouver Havana Mexico_City Caracas Bogota Lima Santiago Buenos_Aires Rio_de_Janeiro Sao_Paulo
    Nairobi Lagos Addis_Ababa Johannesburg Cape_Town Kinshasa Mogadishu Dakar Munich Frankfurt Hamburg
    Cologne Zurich Milan Venice Naples Florence Barcelona Marseille Lyon Nice Sochi Kazan Grozny
    Vladivostok Manchester Liverpool Birmingham Edinburgh Glasgow Dublin Belfast Cardiff Oxford Cambridge
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
    Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico North_Carolina
    North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee
    Texas Utah Vermont Virginia West_Virginia Wisconsin Wyoming WASHINGTON_DC D.C Ontario Quebec
    British_Columbia Alberta Nova_Scotia Queensland New_South_Wales Tasmania Kashmir Punjab Tibet
    Xinjiang Mediterranean Mediterranean_Sea Black_Sea Caspian_Sea Baltic Baltic_Sea Red_Sea Persian_Gulf
    Atlantic Pacific Pacific_Ocean Indian_Ocean Arctic Antarctica Euphrates Tigris Nile Danube Rhine
    Prussia Bavaria Saxony Bohemia Moravia Silesia Livonia Courland Pomerania Transylvania Wallachia Flanders
    Burgundy Normandy Brittany Castile Aragon Catalonia Lombardy Tuscany Sardinia Sicily Constantinople Byzantium
    Persia Mesopotamia Babylon Carthage Sparta Aquitaine Anjou Westphalia Rhineland Danzig Leningrad Stalingrad
    Petrograd Versailles Waterloo Verdun Auschwitz Hiroshima Nagasaki Pearl_Harbor Nuremberg Dresden Potsdam
    Yalta Yugoslavia Czechoslovakia Austria-Hungary East_Germany West_Germany Ottoman_Empire Roman_Empire
    Holy_Roman_Empire Byzantine_Empire British_Empire Russian_Empire Dead_Sea North_Sea Aral_Sea Adriatic Aegean
    Thames Seine Vistula Berlin_Wall Volga Alps Himalayas Earth Mars Moon Anbar Sinjar Samarra Falluja Gaza_Strip`,
  otherHeads: `convention conference charter treaty agreement agreements accord accords pact protocol
    resolution code act bill law war wars battle revolution uprising summit festival olympics games cup
    championship prize award day year century age crisis operation plan programme program project
    declaration constitution bible quran koran`,
  demonyms: `afghan african albanian algerian american americans anglo arab arabs arabic arabian argentine
    argentinian armenian asian australian austrian azerbaijani bahraini baltic bangladeshi belarusian
    belarusians belgian bolivian bosnian brazilian british briton britons bulgarian cambodian canadian
    canadians catholic catholics caucasian chechen chechens chilean chinese christian christians colombian
    croatian cuban cypriot czech danish dutch egyptian egyptians english estonian estonians ethiopian
    european europeans finnish french georgian german germans ghanaian greek greeks hebrew hindu hindus
    hispanic hungarian icelandic indian indians indonesian iranian iranians iraqi iraqis irish islam islamic
    islamist islamists israeli israelis italian italians jamaican japanese jew jewish jews jordanian kazakh
    kenyan korean kosovar kurd kurdish kurds kuwaiti kyrgyz latin latvian lebanese libyan lithuanian
    macedonian malaysian maltese mexican mexicans moldovan mongolian moroccan muslim muslims nepalese
    nigerian norwegian orthodox pakistani pakistanis palestinian palestinians persian peruvian polish
    portuguese protestant qatari romanian russian russians saudi saudis scottish scots senegalese serb
    serbian serbs shia shiite shiites sikh singaporean slavic slovak slovenian somali soviet soviets
    spanish sudanese sunni sunnis swedish swiss syrian syrians taiwanese tajik thai tibetan tunisian
    turk turkish turkmen turks ukrainian ukrainians uzbek venezuelan vietnamese welsh western yazidi
    yazidis prussian prussians ottoman ottomans byzantine byzantines venetian venetians bavarian saxon saxons
    mongol mongols tatar tatars viking vikings yemeni zionist`,
  directions: `north south east west northern southern eastern western central upper lower greater
    north-east north-west south-east south-west northeast northwest southeast southwest inner outer mid`,
  calendar: `january february march april may june july august september october november december jan feb
    mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon
    tue tues wed thu thur thurs fri sat sun christmas easter ramadan eid thanksgiving halloween`,
  ordinary: `a an the this that these those there here it its i we you he she they my our your his her
    their me us him them who whom whose which what when where why how and or but nor so yet if then else
    than as at by for from in into of off on onto out over to under up upon with within without about
    above across after again against all almost along already also although always am among amid any
    anyone anything are around aren't be because been before began behind being below between both can
    cannot can't could did do does doing don't down during each early either enough even ever every
    everyone everything except few first second third fourth last final following forward free full get
    give given go going good got great had has have having hello hi hey dear thanks thank please yes no not
    nothing now never next new news old one two three four five six seven eight nine ten eleven twelve
    hundreds thousands millions dozens half many more most much must neither none nobody often once only
    other others otherwise perhaps several shall should since some someone something soon still such
    sure take than thus till today tomorrow tonight yesterday together too toward towards unless until
    unlike very was wasn't we've we're we'll i'm i've i'll i'd you're it's he's she's they're that's there's
    what's let's didn't doesn't isn't won't wouldn't couldn't well were while will would whether yet
    however therefore moreover meanwhile furthermore nevertheless instead indeed finally recently
    currently according additionally earlier later currently despite due just like maybe rather
    regarding really see read more click accept reply re fw fwd subject date sent cc bcc note notes
    figure table page chapter section part article press release statement report reports update
    breaking video photo photos image images opening remarks popular articles all any people person man
    woman men women child children family families time times day days week weeks month months year years
    world country countries city cities state states government governments police army military forces
    force troops soldiers officials experts scientists researchers authorities militants terrorists
    terrorism terrorist rebels protesters civilians victims refugees citizens residents members ministers
    members leaders employees students teachers workers customers company companies business market
    markets money price prices cost costs work job jobs help home house place places food water service
    services team game games play show film book books music song songs story stories question questions
    answer answers problem problems issue issues example examples information data internet website
    email phone number numbers name names address best better big bad high low long short small large
    little right left wrong true false real nice happy sad beautiful lovely awesome amazing excellent
    fantastic terrible horrible worst cheap expensive friendly professional highly recommended recommend
    love loved hate like liked want wanted need needed know knew think thought feel felt say says said
    tell told ask asked make made come came went seen look looked find found use used try tried keep kept
    let put run set stop start started call called move moved live lived believe hope hopes progress
    certain up-to-date attack attacks war peace fighting support international national local global
    public private foreign federal special general security defense defence health education economic
    political social human rights law community society group groups organization organisation
    emergency message following based given located born died dead killed overall absolutely definitely
    unfortunately fortunately hopefully obviously actually basically seriously honestly personally
    ok okay oh wow ah well yeah yep nope lol congratulations sorry welcome goodbye bye cheers regards
    jr sr sincerely yours respectfully best attached enclosed please fyi btw imo asap mom dad mum god lord
    internet web online mr. successful efficient employees during following popular president presidents affairs interior science education technology case club presidential mass press
    office charter commonwealth dear madame director act rules conduct minister prime king queen spokesman head chairman leader senator governor mayor
    commander director secretary dr doctor professor sir madam madame ladies gentlemen guys everybody
    anybody somebody whoever whatever whenever wherever *ing *ly *tion *sion *tions *ness *ment *ments *ity *ities
    *ism *ship *able *ful *less *ous *ally *wards *hood`,
  ordinaryCapitals: `ok faq tv pc cd dvd id pm am ad bc ceo cfo cto hr it pr vip asap fyi btw ps nb lol omg
    imo imho usb gps sms url www http https pdf html xml rss diy eta rsvp tbd tba aka i ii iii iv v vi vii viii
    ix x xi xii xv xvi xx xxi re fw fwd cc bcc attn dob ssn no yes not and the for of to in on at by a an is
    are was be all new free we you my our your me he she they this that with from or if so but do don't can
    will has have had any more now how what why who when where best great very only never always here up out
    go get see dna rna hiv aids atm gdp adhd b2b mba phd md jr sr gmt utc est pst cet usd eur gbp
    rofl wtf suv cpu ram lcd led mri ngo ngos npc kg km cm mm`,
  placePrepositions: `in at from near to into towards across throughout inside outside around through
    toward via between`,
  personVerbs: `said says told added noted stressed stated explained asked replied wrote thinks believes
    argued claimed announced recalled emphasised emphasized warned continued called met visited insisted
    responded admitted declared commented remarked concluded pointed thanked agreed denied spoke tweeted
    confirmed suggested hopes knows wants loves felt`,
  links: `of for on`,
  conjunctions: `and &`,
  articles: `the`,
  caseEndings: ``,
  localEndings: ``,
  wellKnownAbbreviations: `UN US USA UK EU NATO UNESCO UNICEF WHO IMF OPEC OSCE BBC CNN CIA FBI TV PC USSR
    UAE GDP CEO NGO NGOS DNA HIV AIDS AM PM AD BC TASS RT IT GMT UTC NASA WTO G7 G8 G20 ID OK PDF USB GPS`,
};
