import type { EntityData } from '../entityData.ts';

/** What the names of Estonian texts look like. */
export const entities: EntityData = {
  titles: `president presidendi presidendile presidendiga minister ministri ministrile ministriga kindral
    kindrali *kindral *kindrali *polkovnik *kolonel *kapten *leitnant *seersant *admiral *major major
    *minister *ministri *ministriga *ministrile härra proua preili hr pr prl dr doktor prof professor
    professori dotsent akadeemik rektor rektori *rektor *direktor *direktori *direktoril direktor
    direktori juhataja *juhataja esimees esimehe *esimees *esimehe *esimehega sekretär *sekretär
    *sekretäri kantsler *kantsler *kantsleri nõunik *nõunik linnapea *linnapea *linnapeaga maavanem
    *maavanem *maavanema vallavanem *vallavanem *vallavanema vanem vanema kuningas kuninganna prints
    printsess keiser paavst piiskop *piiskop isa ema õde vend poeg tütar poja tütre onu tädi abikaasa
    naine mees kirjanik kirjaniku luuletaja kunstnik kunstniku helilooja laulja näitleja *näitleja
    lavastaja *lavastaja režissöör rezhissöör dirigent ajakirjanik treener *treener *treeneri mängija
    *mängija *vaht kaitsja ründaja sportlane teadlane *teadlane uurija arst psühholoog *psühholoog
    *spetsialist *spetsialisti insener *insener ökonomist jurist advokaat *prokurör prokurör kohtunik
    politseinik inspektor *inspektor komissar komissari *komissar saadik *saadik suursaadik saadiku
    *saadiku liige liikme *liige omanik peremees pidaja *pidaja talunik taluniku *esindaja esindaja
    pressiesindaja kõneisik juht juhi *juht *juhi *meister õpetaja *õpetaja üliõpilane doktorant
    magistrant tudeng *töötaja *korrespondent toimetaja *toimetaja fotograaf sm seltsimees hertsog krahv
    parun vürst`,
  titleModifiers: `ase abi pea endine eks kt`,
  firstNames: `lennart ludwig adolf gustaf napoleon wilhelm wolfgang martin richard georg marie aadu aare aarne aavo aet agnes ago agu ahti ahto aigar aili aimar aime ain aino airi aita
    aivar aivo alar alari aldo aleksander aleksandr aleksandra aleksei alfons alfred allan alma alo alvar
    amanda anatoli ando andra andre andrea andreas andrei andres andri andrus ane anete anita ann anna
    annabel anne anneli anneliis annely annemari annette annika annus anti anton ants anu anžela ardi ardo
    argo arkadi armin arne arno arnold artjom artur arvi arvid arvo asko astra astrid august aune aurora ave
    avely avo barack bashar bill birgit björn boris boriss brigitta carl charles danel daniel david deniss
    diana dimitri dmitri donald eda edgar edgars edith eduard eeri eerik eero eeva eevi egert eha eili einar
    eino eivo elen eleri eliis eliise elina elis elisabet elisabeth elizabeth ella elle ellen elli elmar
    elmo elna elo elsa elve elvi elviira elvira emil emilia emma endel endla ene enel enn enno epp erich
    erik erika erki erkki erlend ermo erna ernst ervin ester eugen eugenia eva evald eve evelin evi ewald
    felix ferdinand frank fred fredi friedrich gea gennadi georg george gerda gerli germo gert getter grete
    grigori gunnar gustav haide halliki hanna hannes hanno hannu hans harald hardi hardo harli harri harry
    hedi hedvig heidi heidit heidy heigo heiki heikki heiko heili heinar heino heinrich heldur helen helena
    helerin helga helgi heli heljo helju hella helle helmi helmut helve helvi hendrik henn henno henri
    herbert herman hermann herta hilda hilja hilje hillar hillary hille hugo hulda ida igor ilja ilmar ilme
    ilmi ilona imbi imre inara indrek ines inga inge ingmar ingrid inna irene irina iris irja irma isabel
    ivan ivar ivi ivika ivo jaagup jaak jaan jaana jaanika jaanis jaanus jacob jacques jakob jakov james
    jana janar jane janek janika janne janno jarmo jarno jasper jean jekaterina jelena jelizaveta jevgeni
    joel johan johann johannes john jonas joonas joosep josef juhan juhani julius juri juta jutta jüri
    kaarel kadi kadri kai kaia kaidi kaido kaie kaire kairi kairit kaisa kaiti kaja kalev kalju kalle kalmar
    kalmer kalmo karin karina karita karl karl-erik karmen karmo karoliina karri kaspar katariina katarina
    kati katre katri katrin katrina kaur kauri keiti kenno kerli kersti kerstin kert kerttu kertu kirill
    kirsi kirsten kirsti klaudia krista kristel kristen kristi kristiina kristiine kristin kristina kristjan
    kristjan-erik kristo krõõt ksenia kuldar kuno kusta külli külliki küllo lagle laine laivi larissa laura
    lauri lea leelo leena leho leida leili leini lembi lembit lenna leo leonhard leonid lia liana lidia liia
    liidia liilia liina liis liisa liisbeth liisi liivi liivia liivika lilian lilli linda lisette ljudmila
    loone ludvig luise luule ly maaja maali maara maarika maarit maarja madis madli magda magnus maia maie
    maimu maire maksim mall malle manivald mare maret margareeta margaret margareta margarita marge marget
    margit margo margot margus mari maria mariann marianna marianne marika marin marina maris marit marjaana
    marje marju markko markku marko markus marlen mart marta marten martin martti mary mati matthias matti
    mattias maxim meeli meelika meelis meeri melissa merike merili meriliis merit merje merle merli michael
    mihail mihhail mihkel miina mikael mikk milana milvi minna mirjam moona moonika märt nadežda natali
    natalja neeme nele niina nikita nikolai nikolas nora oksana olaf olav olavi oleg olev olga oliver olivia
    oskar ossip ott otti otto paavo paul paula pavel peep peet peeter pelle peter pierre piia pille piret
    polina priidik priidu priit pärt ragnar raigo raiko raili raimo raimond rain raina rait raivo ralf ramon
    rasmus raul rauno recep reeli reelika reena reet regina reimar reimo rein reinhold reino rene riho riia
    riin riina riine ristjan risto rita rivo robert roberto roland roman romek rosa rosalie rosita rudolf
    ruslan ruth rutt ruuben ruuta rünno saddam salme sander sandra sanna sergei signe sigrid siim siimon
    siiri silja silva silver silvi silvia simo siret sirje sirli sofia sofja sohvi sonja stanislav stefan
    stella sten sulev svea svetlana taavet taavi taavo taimar taimi taisi taivo tamara tambet tanel tarmo
    tatiana tatjana tauno tauri teet teodor terje tiia tiina tiit tiiu timo timur toivo tony toomas triin
    triinu tuudur tõnis tõnn tõnu udo uku ulla ulvi uno urho urmas urmet urmo ursula urve vadim vahur vaike
    vaiko vaino valdek valdo valdur valentin valentina valeri valev valju vallo valmar valter valve vambola
    vassili veera veiko velda vello verner verni viia viio viive viktor viljar viljo villem villi villu
    vilma virge virgo virko virve vitali vjatšeslav vladimir voldemar vootele vsevolod väino william õie
    õilme õnne ülar ülari ülev üllar üllas ülle ülo`,
  people: `Putin Medvedev Lavrov Šoigu Zelenskõi Lukašenko Lukašenka Jeltsin Gorbatšov Brežnev Hruštšov Stalin
    Lenin Obama Trump Biden Clinton Bush Reagan Blair Cameron Thatcher Churchill Merkel Kohl Scholz Hitler
    Sarkozy Macron Hollande Berlusconi Erdoğan Erdogan Netanyahu Arafat Assad Gaddafi Saddam Einstein Darwin
    Shakespeare Mozart Beethoven Bach Jeesus Kristus Savisaar Siimann Ansip Arnold_Rüütel Lennart_Meri`,
  particles: `al el bin ibn abu van von der den de da di du la le of`,
  organisationHeads: `selts seltsi* liit liidu* ühing ühingu* instituu* muuseum* teater teatri* haigla*
    raamatukogu* ansambel ansambli* orkester orkestri* *kapital* *liiga *börs *börsi*
    kirjastus* fond* keskkool* gümnaasium* *ministeerium* *ülikool* ülikool* *valitsus valitsus *valitsuse* *valitsust *volikogu*
    *nõukogu* *erakond *erakonna* *erakonnale *liit *liidu *liidus *liidule *liidust *selts *seltsi*
    *ühing *ühingu* ühistu* *ühistu* *pank *panga* pank panga* pangas pangast *kohus kohus *kohtu
    *kohtus *kohtusse *amet *ameti* amet ameti* *inspektsioon* *keskus keskus *keskuse* *keskuses
    *instituut *instituudi* instituut instituudi* *akadeemia* akadeemia* *gümnaasium* gümnaasium*
    *keskkool* *põhikool* *kool *kooli koolis *koolis *koolist *teater *teatri* teater teatri* *muuseum*
    *raamatukogu* *haigla* *kliinik* *fond *fondi* *komisjon* komisjon* *komitee* komitee* *kirjastus*
    *kirjastuse* *klubi* klubi* *fraktsioon* fraktsioon* *osakond *osakonna* *teaduskond *teaduskonna*
    *büroo* *politsei* politsei* *parlament parlament* *kogu *assotsiatsioon* *föderatsioon*
    *organisatsioon* *agentuur* *teenistus* *kaitseliit* *vägi *väe *väed *vägede *laevastik* *polk
    *brigaad* *pataljon* *orkester *orkestri* *koor *ansambel *ansambli* *toimetus *ringhääling*
    *televisioon* *raadio *raadiole *raadios *televisiooni *firma *firmas *tehas *tehase *tehases
    *vabrik* *kombinaat* *kauplus* *restoran* *hotell* *kohvik* *kirik *kiriku kogudus* *kogudus*
    *koondis* *esindus* *saatkond *saatkonna* saatkond saatkonna*
    *konsulaat* *delegatsioon* *sihtasutus* *nõukogu *direktoraat* *toimkond* *rinne rinne rindele
    kaubamaja* *kaubamaja* *sadam *sadama *jaam *jaama *juhatus *juhatuse *juhatusel *ühisus* *ühendus
    *ühenduse* *peakorter* *staap *staabi* *kantselei* kantselei* *arhiiv* *observatoorium*
    *kontsern* *korporatsioon* *maja majas majale`,
  holdersHeads: ``,
  joinedAdjectives: ``,
  companyForms: `as a/s aktsiaselts aktsiaseltsi osaühing oü tü ou mtü fie ras ras-i ras. sa inc ltd gmbh oy ab
    korporatsioon firma firmad fc bc kk jk sk`,
  organisations: `Ül ÜRO NATO EL Rahvusvaheline_Valuutafond Postimees Postimehe Päevaleht Päevalehe Eesti_Päevaleht Eesti_Päevalehe
    Äripäev Maaleht Maalehe Õhtuleht Õhtulehe Eesti_Ekspress Delfi ERR ETV IMF OSCE WHO WTO CIA FBI KGB FSB GRU BBC CNN BNS ETA
    Reuters ITAR-TASS TASS Interfax Google Facebook Twitter Microsoft Apple Amazon IBM Intel Nokia
    Riigikogu Riigikohus Riigikontroll Valimiskomisjon Kaitsepolitsei Kaitsevägi Kaitseliit
    Keskerakond Reformierakond Isamaaliit Mõõdukad Koonderakond Rahvaliit Maarahva_Erakond Hansapank Hansapanga
    Ühispank Ühispanga Hoiupank Hoiupanga Tallinna_Pank Eesti_Pank Maapank Swedbank SEB Euroopa_Liit Euroopa_Komisjon
    Euroopa_Parlament Euroopa_Nõukogu Islamiriik al-Qaeda al-Qaida Hamas Hezbollah Taliban
    al-Nusra al-Nusra_Rinne Estonia_Teater Vanemuine Ugala Ülemnõukogu Rahvarinne Kreml Pentagon
    Tartu_Ülikool TÜ TPÜ TTÜ Eesti_Raudtee Eesti_Energia Eesti_Telekom Eesti_Post Eesti_Televisioon`,
  placeHeads: `maakond maakonna* maakonnas vald valla vallas vallast linn linna linnas linnast linnaosa* jõgi
    jõe jõel järv järve järvel laht lahe lahel meri mere merel saar saare saarel saared saarte* mägi mäe
    mäel mäed tänav tänava tänaval puiestee* maantee* väljak* park pargis mets metsas raba rabas soo
    looduskaitseala* rahvuspark rahvuspargi* küla külas küla alev alevis alevik* mõis mõisa mõisas talu
    talus talust kihelkond kihelkonna* poolsaar* org orus neem rand rannas kanal kanali kanalil oblast*
    osariik osariigi* provints* rajoon* vabariik* vabariigi* föderatsioon* kuningrii*
    lennujaam* väin väina väinas kõrb kõrbes ookean* kirikukihelkond ristmik*`,
  placePrefixes: `püha san santa saint new los las el rio sankt suur väike vana uus`,
  places: `Euroopa Aasia Aafrika Ameerika Lähis-Ida Kesk-Aasia Ladina-Ameerika Baltikum Baltimaad Skandinaavia
    Põhjamaad Kaukaasia Balkan Siber Krimm Tšetšeenia Kurdistan Palestiina Gaza Inglismaa Šotimaa Wales
    Suurbritannia Briti USA Ühendriigid NSVL NSV_Liit Nõukogude_Liit Venemaa Vene_Föderatsioon Vene Saksa
    Rootsi Taani Läti Leedu Soome Eesti Inglise Prantsuse Itaalia Hispaania Poola Türgi Türk Iraagi Iraan
    Moskva Peterburi Sankt-Peterburi Leningrad Harkiv Donetsk Luhansk Mariupol Herson Kiiev Minsk London Pariis Berliin Bonn Rooma Madrid
    Lissabon Viin Genf Brüssel Haag Amsterdam Kopenhaagen Stockholm Oslo Helsingi Helsing Turu Tampere
    Riia Vilnius Kaunas Varssavi Praha Budapest Bukarest Sofia Belgrad Ateena Istanbul Ankara Damaskus
    Aleppo Bagdad Mosul Beirut Jeruusalemm Tel_Aviv Kairo Tripoli Teheran Kabul Islamabad Delhi Peking
    Shanghai Hongkong Tokyo Soul Hanoi Bangkok New_York Washington Los_Angeles Chicago Boston Toronto
    München Frankfurt Hamburg Zürich Milano Veneetsia Barcelona Edinburgh Dublin Odessa Lvov Pihkva
    Novgorod Petseri Narva Tallinn Tallinna Tartu Pärnu Viljandi Valga Võru Põlva Rakvere Paide Haapsalu
    Kuressaare Kärdla Rapla Jõgeva Jõhvi Sillamäe Kohtla-Järve Kunda Tapa Türi Elva Otepää Antsla
    Tõrva Mustvee Põltsamaa Keila Maardu Paldiski Sindi Kiviõli Püssi Loksa Saue Karksi-Nuia Mõisaküla
    Võhma Suure-Jaani Abja-Paluoja Räpina Kallaste Tamsalu Kehra Harjumaa Virumaa Lääne-Virumaa
    Ida-Virumaa Järvamaa Jõgevamaa Läänemaa Raplamaa Pärnumaa Viljandimaa Tartumaa Põlvamaa Võrumaa
    Valgamaa Saaremaa Hiiumaa Setumaa Muhumaa Mulgimaa Kihnu Muhu Ruhnu Vormsi Naissaar Läänemeri
    Peipsi Peipsi_Järv Võrtsjärv Emajõgi Soome_Laht Liivi_Laht Toompea Nõmme Lasnamäe Mustamäe Kadriorg
    Pirita Kopli Annelinn Karlova Liivimaa Eestimaa Kuramaa Ingerimaa Virtsu Puhja Tõravere`,
  otherHeads: `*konverents* *seadus seadus seaduse* *seaduse* *leping *lepingu* *sõda *sõja* *festival*
    *päevad *päevade *mängud *mängude *auhind *auhinna* *preemia* *kriis* *plaan* *programm* *meistrivõistlus*
    *karikas* *liiga* *lahing* *rahu *deklaratsioon*`,
  demonyms: `eestlane eestlased venelane venelased`,
  directions: `põhja lõuna ida lääne kesk kirde kagu loode edela ülem alam suur väike`,
  calendar: `jaanuar* veebruar* märts* aprill* mai mais maist juuni* juuli* august* septemb* oktoob* novemb*
    detsemb* esmaspäev* teisipäev* kolmapäev* neljapäev* reede reedel laupäev* pühapäev* jõulud jõulude*
    jaanipäev* jaanilaupäev* tänavu`,
  ordinary: `ja ning või ega ehk aga kuid vaid ent sest et kui kuna nagu siis ka ei jah on oli olid ole olen
    oleme olete oleks olla olnud ma mina sa sina ta tema me meie te teie nad nemad see selle seda
    sellest sellel sellele selles sellega sellisel selline sellised selliste need nende neid neil
    neile nendel nendes too tolle oma ise enda mul mulle minu mind mu sul sulle sinu temal temale teda
    meil meile meid teil teile teid kes kelle keda kellel mis mille mida millest millal kus kust kuhu
    miks kuidas milline missugune kas kõik kõigi kõiki kõige iga mõni mõne mõned mitu palju vähe rohkem
    vähem enam mitte pole polnud üks ühe ühes ühel kaks kahe kolm kolme neli viis kuus seitse kaheksa
    üheksa kümme sada tuhat miljon esimene esimese teine teise kolmas viimane viimase järgmine muu muud
    muide teised uus uue uued vana suur väike hea hästi halb eile täna homme nüüd praegu varem hiljem
    juba veel alles just isegi ainult umbes ligi üle alla enne pärast peale järel ajal kuni alates
    koos ilma vastu poolt pool kohta kohal juures all ees taga vahel läbi mööda seal siin sinna siia
    sealt siit niisugune niisiis seega siiski samas sama samal samuti seejuures seetõttu seevastu
    selleks seni sageli tihti alati mitte kunagi vahest võib võiks võimalik võivad võime peab pean peame
    peaks tuleb tuli tulid läks läheb saab sai saime saaks sain teeb tegi teha ütles ütleb lisas rääkis
    küsis vastas arvas arvab leiab leidis usub teab tean teame tahan tahab nii näiteks nimelt muidugi
    kahjuks õnneks loomulikult ilmselt tegelikult üldse lisaks kokku kogu terve igal igas inimesed
    inimene inimeste mees mehed naine naised laps lapsed lapse aasta aastal aastad päev päeva päeval aeg
    aega elu töö tööd maa riik riigi riigis linn linna valitsus raha hind hinnad pilt foto toim allikas
    vaata loe vt jah oh no noh tere aitäh palun tänan mina-sina esiteks teiseks kolmandaks eelkõige
    peamiselt vähemalt üksnes pigem ometi hoopis ehkki kuigi olgu las las’ ilmub ilmus algab algas
    selgus selgub eesmärk probleem küsimus vastus põhjus tulemus tulemused tänavu mullu möödunud eelmisel
    eelmine sel sellal tollal toona niipea kohe varsti ootamatult äkki peagi mõlemad mõlema paljud
    paljude enamik osa osalt rahva rahvas meeste naiste teose raamat raamatu raamatus autor autori
    näitus näitusel kontsert etendus etenduse film filmi filmis uudis uudised artikkel kiri arvamus
    kommentaar intervjuu sport kultuur majandus poliitika ilm kuulutus telefon tel faks info hinna
    otsus otsuse seadus seaduse eelnõu leping kohus politsei kool kooli koolis õpilased õpetajad
    ettevõte firma pank talu põllumajandus kaitse välis sise üleval all-uks kell jumal issand *mine
    *mise *des *misel *takse *nud *tud *likult *sti *vad *sime *ksid *sid *ksin`,
  ordinaryCapitals: `ok pc cd dvd id hr pr nr tel lk vt nt jne st s.t km cm mm kg i ii iii iv v vi vii viii ix x
    xi xii xiii xv xvi xix xx xxi ja on ei ning või et kui see mis kes ka aga eile täna homme www http
    hiv aids dna skp mm em sms tv uus vana hea dok`,
  placePrepositions: ``,
  personVerbs: `ütles ütleb lisas rääkis selgitas märkis teatas kinnitas rõhutas hoiatas küsis vastas kirjutas
    arvas arvab leidis usub tunnistas nentis kommenteeris meenutas väitis sõnas lausus kirjutab räägib
    selgitab märgib kinnitab tõdes sõnul hinnangul arvates`,
  links: ``,
  conjunctions: `ja &`,
  articles: ``,
  caseEndings: `desse desta destes tesse dest dele delt dega deks deni test tele telt tega teks teni desse sse st
    lt le ks ni ga del des tes tel de te s l t d`,
  localEndings: `desse dest des sse st s lt`,
  wellKnownAbbreviations: `ÜRO EL USA NATO NSVL SRÜ TV PC DNA HIV AIDS ID OK SKP SMS IT AS OÜ MTÜ`,
};
