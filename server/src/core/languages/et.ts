import { functionWords } from './functionWords.ts';
import type { Language } from './language.ts';
import { entities } from './names/et.ts';

export const et: Language = {
  code: 'et',
  text: {
    functionWords: functionWords.et,
    abbreviations:
      `aa õ.a saj sünd snd surn tn mnt pst krt k.a s.a v.a p.Kr e.Kr m.a.j e.m.a m.a.e kr
      sek tk tuh mln mlj mld skp apr aug jaan veebr sept okt nov dets jr ingl sks rts
      relig lp a t l k`.split(/\s+/),
    leadingAbbreviations:
      `nr lk vt n.ö s.o s.t dr prof hr pr prl lp kpt kol ltn mjr ins dots akad tel sh sealh ca u
      nn ptk pts ap mrs mr min.pres vrd toim P.S P.P.S`.split(/\s+/),
    trailingAbbreviations: 'jne jms jm jt jpt jpm vms mh jmt'.split(' '),
    numericAbbreviations: 's p par art pt lg st'.split(' '),
    joiningPrefixes: null,
    ordinalStop: true,
  },
  numbers: {
    decimal: ',',
    endings: {
      '*': 's st sse le l lt ks ni na ta ga',
      '~': 'ne se st sesse ses sest sele sel selt seks sega sed seid sete setes setest setele setel ste stes stest stesse stele stel stelt steks stega',
    },
    cardinals: `
      0 null nulli*; 1 üks ühe* üht ühte; 1.5 poolteist pooleteise* pooltteist;
      2 kaks kahe* kaht kahte paar paari* mõlemad mõlema*; 3 kolm kolme*; 4 neli nelja*;
      5 viis viie* viit; 6 kuus kuue* kuut; 7 seitse seitsme* seitset;
      8 kaheksa kaheksa* kaheksat; 9 üheksa üheksa* üheksat; 10 kümme kümne* kümmet;
      25 veerandsada veerandsaja*; 50 poolsada poolesaja*`,
    scales: `
      12 tosin tosina* tosinat; 100 sada saja* sadat; 1000 tuhat tuhande* tuhandet;
      1000000 miljon miljoni* miljonit mln; 1000000000 miljard miljardi* miljardit mld;
      1000000000000 triljon triljoni* triljonit`,
    ordinals: `
      1 esimene esimese* esimest esimesed esimesi esimeste*; 2 teine teise* teist;
      3 kolmas kolmanda* kolmandat kolmandad kolmandate*; 4 neljas neljanda* neljandat neljandad;
      5 viies viienda* viiendat; 6 kuues kuuenda* kuuendat; 7 seitsmes seitsmenda* seitsmendat;
      8 kaheksas kaheksanda* kaheksandat; 9 üheksas üheksanda* üheksandat;
      10 kümnes kümnenda* kümnendat; 100 sajas sajanda* sajandat;
      1000 tuhandes tuhandenda* tuhandendat`,
    joined: {
      stems: [
        [1, 'üks', 'ühe', 'üht'],
        [2, 'kaks', 'kahe', 'kaht'],
        [3, 'kolm', 'kolme', 'kolme'],
        [4, 'neli', 'nelja', 'nelja'],
        [5, 'viis', 'viie', 'viit'],
        [6, 'kuus', 'kuue', 'kuut'],
        [7, 'seitse', 'seitsme', 'seitset'],
        [8, 'kaheksa', 'kaheksa', 'kaheksat'],
        [9, 'üheksa', 'üheksa', 'üheksat'],
      ],
      numbers: [
        {
          plus: 10,
          tails: [
            'teist',
            'teistkümne* teist',
            'teistkümmend teistkümmet teist',
            'teistkümnes teistkümnenda* teistkümnendat',
          ],
        },
        {
          times: 10,
          tails: ['kümmend', 'kümne*', 'kümmend kümmet', 'kümnes kümnenda* kümnendat kümnendate*'],
        },
        { times: 100, tails: ['sada', 'saja*', 'sadat', 'sajas sajanda* sajandat'] },
      ],
    },
    fractions: `
      0.5 pool; 0.25 veerand veerandi* veerandit; 0.75 kolmveerand kolmveerandi*;
      1/3 kolmandik kolmandiku* kolmandikku; 0.25 neljandik neljandiku* neljandikku;
      0.2 viiendik viiendiku* viiendikku; 1/6 kuuendik kuuendiku* kuuendikku;
      0.125 kaheksandik kaheksandiku*; 0.1 kümnendik kümnendiku* kümnendikku;
      0.01 sajandik sajandiku* sajandikku; 2/3 kakskolmandik kakskolmandiku* kakskolmandikku`,
    denominators: `
      3 kolmandikku kolmandiku*; 4 neljandikku neljandiku* veerandit; 5 viiendikku viiendiku*;
      6 kuuendikku; 7 seitsmendikku; 8 kaheksandikku; 9 üheksandikku; 10 kümnendikku kümnendiku*;
      100 sajandikku; 1000 tuhandikku`,
    partsOfUnits: '0.5 poole poolt poolest',
    vague: `
      20-99 kümned kümneid kümnete*; 200-999 sajad sadu sadade*;
      2000-999000 tuhanded tuhandeid tuhandete*; 2000000-999000000 miljonid miljoneid miljonite*;
      2000000000-999000000000 miljardid miljardeid miljardite*;
      20-99 mitukümmend mitmekümne* mõnikümmend mõnekümne*;
      200-999 mitusada mitmesaja* mõnisada mõnesaja*; 2000-9999 mitutuhat`,
    few: `
      10 kümmekond kümmekonna*; 12 tosinkond; 100 sadakond sadakonna*; 200 paarsada paarisaja*;
      20 paarkümmend paarikümne*; 1000 tuhatkond`,
    suffixes: { k: 1e3, K: 1e3, M: 1e6, G: 1e9 },
    ordinalSuffixes:
      '-s -nda -ndal -ndat -ndas -ndast -ndale -ndad -ndate -ndatel -ndatest nda ndal ndad ndate ndatel ndatest ndat ndaks ndas ndast ndale ndaga .ndal .nda -ndale -ndaks',
    caseEndings:
      'st sse le l lt ks ni na ta ga s t i d te ne se line lise list liseks lisel lised liste',
    ordinalDot: true,
    romanOrdinals: true,
    articles: '',
    and: '',
    join: 'ja ning',
    minus: 'miinus',
    point: 'koma',
    percent: 'protsent protsendi* protsenti protsendi~ protsendili~',
    percentPoints: '',
    points: 'protsendipunkt protsendipunkti*',
    hedges: [
      'rohkem kui',
      'enam kui',
      'vähem kui',
      'üle',
      'alla',
      'umbes',
      'ligi',
      'ligikaudu',
      'peaaegu',
      'kuni',
      'vähemalt',
      'vähemasti',
      'maksimaalselt',
      'hinnanguliselt',
      'orienteeruvalt',
      'mitte rohkem kui',
      'mitte vähem kui',
      'pea',
      'ca',
      'u',
    ],
    hedgesBehind: ['või rohkem', 'või enam', 'või vähem'],
    between: '',
    from: '',
    to: 'kuni',
    of: '',
    counted: {
      stops:
        'ja ning või ehk aga kuid vaid ega et kui siis sest kes mis mida keda kelle mille kus kuhu on oli olid pole ei ka veel juba on see need tema nende oma iga seda selle sellest neist meist ütles teatas lisas kell eest pärast enne üle alla kuni ehk jne a paiku ajal vahel umbes rohkem vähem ligi korda võrra',
      notEndings: '',
    },
    labels:
      'artikkel artikli paragrahv paragrahvi § lk nr number peatükk versioon resolutsioon lend joonis tabel lisa lg lõige lõike punkt punkti mnt maantee tn tänav tänava pst puiestee korter isbn',
    pluralLabels:
      'artiklid artiklite artiklites paragrahvid paragrahvide leheküljed resolutsioonid',
    names: '',
    pronounBefore:
      'igal mõlemal teisel ühel kummal kummalgi mitmel vasakul paremal siin seal teiselt ühelt',
    pronounBehind: '',
    units: `
      km² ruutkilomeeter ruutkilomeetri* ruutkilomeetrit ruutkilomeetri~; m² ruutmeeter ruutmeetri* ruutmeetrit ruutmeetri~;
      m³ kuupmeeter kuupmeetri* kuupmeetrit;
      km kilomeeter kilomeetri* kilomeetrit kilomeetri~; m meeter meetri* meetrit meetri~;
      cm sentimeeter sentimeetri* sentimeetrit; mm millimeeter millimeetri* millimeetrit;
      mi miil miili*; kg kilogramm kilogrammi* kilo kilo* kilo~; g gramm grammi*; t tonn tonni* tonni~; verst verst versta*;
      L liiter liitri* liitrit liitri~; ha ha hektar hektari* hektarit hektari~; s sekund sekundi* sekundit;
      min minut minuti* minutit minuti~; h tund tunni* tundi tunni~; d päev päeva* päeva~ ööpäev ööpäeva*;
      wk nädal nädala* nädalat nädala~;
      mo kuu kuu* kuud kuu~; a aasta aasta* aastat aasta~; ° kraad kraadi* kraadi~; MW megavatt megavati* megavatti;
      kW kilovatt kilovati* kilovatti; bbl barrel barreli* barrelit`,
    joinedUnits: '',
    hemispheres: `
      1 põhjalaiust põhjalaiusel lõunalaiust lõunalaiusel;
      2 idapikkust idapikkusel läänepikkust läänepikkusel`,
    age: ['vana', 'vanune', 'vanuse'],
    ageBefore: '',
    currencies: `
      EUR euro euro* eurot euro~; EEK kroon krooni* krooni~ kr; USD dollar dollari* dollarit dollari~; GBP nael naela* naelsterling naelsterlingi* naelsterlingit sterlingut;
      RUB rubla rubla*; JPY jeen jeeni*; CHF frank franki*; DEM mark marga* marka`,
    nationalCurrencies: `
      USD usa ameerika; USD>CAD kanada; USD>AUD austraalia; USD>SGD singapuri; GBP briti inglise;
      GBP>EGP egiptuse; GBP>SYP süüria; TRY türgi; TRY>SYP süüria; CHF šveitsi; CHF>FRF prantsuse;
      CHF>BEF belgia; EEK eesti; EEK>SEK rootsi; EEK>NOK norra; EEK>DKK taani; EEK>ISK islandi;
      EEK>CZK tšehhi; IQD iraagi; IRR iraani; INR india; MXN mehhiko; FIM soome; CNY hiina;
      JPY jaapani; KRW korea; MYR malaysia; RUB vene; RUB>BYN valgevene; DEM saksa; UAH ukraina;
      PLN poola`,
    cents: 'EUR sent sendi* senti eurosent eurosenti; RUB kopikas kopika* kopikat',
    phone: 'tel telefon telefoni telefonil faks mobiil',
  },
  dates: {
    order: 'dmy',
    months: [
      'jaanuar jaanuari* jaan',
      'veebruar veebruari* veebr',
      'märts märtsi*',
      'aprill aprilli* apr',
      'mai mai*',
      'juuni juuni*',
      'juuli juuli*',
      'august augusti* aug',
      'september septembri* septembrit sept',
      'oktoober oktoobri* oktoobrit okt',
      'november novembri* novembrit nov',
      'detsember detsembri* detsembrit dets',
    ],
    weekdays: [
      'esmaspäev esmaspäeva* esmaspäeviti',
      'teisipäev teisipäeva* teisipäeviti',
      'kolmapäev kolmapäeva* kolmapäeviti',
      'neljapäev neljapäeva* neljapäeviti',
      'reede reede* reedet reedeti',
      'laupäev laupäeva* laupäeviti',
      'pühapäev pühapäeva* pühapäeviti',
    ],
    capitalised: false,
    yearBefore:
      'u ca aastal aasta aastast aastani aastaks aastatel aastail aastatest sünd sündinud surnud alates kuni kevadel suvel sügisel talvel',
    yearBehind: 'aasta aasta* aastat aastail aastate* a aastatel',
    decade: 'ndad ndate ndatel ndatest -ndad -ndate -ndatel -ndatest',
    decadeBehind: 'aastate* aastail aastaid',
    decades: `
      1920 kahekümnendatel kahekümnendate; 1930 kolmekümnendatel kolmekümnendate;
      1940 neljakümnendatel neljakümnendate; 1950 viiekümnendatel viiekümnendate;
      1960 kuuekümnendatel kuuekümnendate; 1970 seitsmekümnendatel seitsmekümnendate;
      1980 kaheksakümnendatel kaheksakümnendate; 1990 üheksakümnendatel üheksakümnendate`,
    century: 'sajand sajandi* sajandit saj',
    centuryShort: 'saj',
    seasons: '21 kevad kevade* kevadel; 22 suvi suve*; 23 sügis sügise*; 24 talv talve*',
    quarter: 'kvartal kvartali* kvartalit',
    beforeChrist: 'ekr ema',
    afterChrist: 'pkr maj',
    eras: '-1 e._m._a enne_kristust enne_meie_aega enne_meie_ajaarvamist; 1 m._a._j pärast_kristust',
    at: 'kell kella kl',
    clock: 'kell kella kl',
    hours: '12 keskpäeval keskpäev; 0 keskööl kesköö',
    halves: '',
    oclock: '',
    partsOfDay: `
      0 hommikul varahommikul ennelõunal; 10 päeval; 12 pärastlõunal pärast_lõunat;
      13 õhtul hilisõhtul õhtupoolikul; 18 öösel`,
    minutes: '',
    partsOfHour: '0.25 veerand; 0.5 pool poole; 0.75 kolmveerand',
    partHours: `
      1 üks üheks ühest üheni; 2 kaks kaheks kahest kaheni; 3 kolm kolmeks kolmest kolmeni;
      4 neli neljaks neljast neljani; 5 viis viieks viiest viieni; 6 kuus kuueks kuuest kuueni;
      7 seitse seitsmeks seitsmest seitsmeni; 8 kaheksa kaheksaks kaheksast kaheksani;
      9 üheksa üheksaks üheksast üheksani; 10 kümme kümneks kümnest kümneni;
      11 üksteist üheteistkümneks üheteistkümnest üheteistkümneni;
      12 kaksteist kaheteistkümneks kaheteistkümnest kaheteistkümneni`,
    days: '0 täna tänase* tänane; -1 eile eilse* eilne; 1 homme homse* homne; -2 üleeile; 2 ülehomme',
    years: '0 tänavu; -1 mullu; -2 tunamullu',
    periods: 'week nädal nädala* nädalat; month kuu kuu*; year aasta aasta* aastat',
    which: `
      -1 möödunud eelmine eelmise eelmisel eelmises eelmisest mullune mulluse mullusel läinud;
      0 see sel sellel selle käesolev käesoleva käesoleval;
      1 järgmine järgmise järgmisel järgmises tulev tuleval tuleva`,
    ago: '-1 tagasi; 1 pärast',
    of: '',
  },
  entities,
};
