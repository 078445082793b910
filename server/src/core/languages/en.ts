import { functionWords } from './functionWords.ts';
import type { Language } from './language.ts';
import { entities } from './names/en.ts';

export const en: Language = {
  code: 'en',
  text: {
    functionWords: functionWords.en,
    abbreviations:
      `U.S U.K U.N E.U U.S.A D.C U.S.S.R Inc Ltd Corp Co Bros Jr Sr Ph.D M.D B.A M.A Esq
      LLC L.P Ave Blvd Rd St Mt Ft Jan Feb Apr Jun Jul Aug Sep Sept Oct Nov Dec Tues Thurs
      approx est dept univ assn bldg tel ext hr hrs yr yrs cf al pop i.v`.split(/\s+/),
    leadingAbbreviations:
      `Mr Mrs Ms Messrs Dr Prof Gen Lt Col Maj Capt Cmdr Sgt Cpl Pvt Adm Brig Rev Hon Pres
      Gov Sen Rep Supt Insp Det Amb vs v viz e.g i.e c ca nos vol vols p pp fig figs eq
      sect eds cit resp Wm Geo Nr P.S P.P.S P.O`.split(/\s+/),
    trailingAbbreviations: 'etc a.m p.m A.M P.M B.C A.D B.C.E C.E'.split(' '),
    numericAbbreviations: 'no sec ch art pt op bk cap'.split(' '),
    joiningPrefixes:
      `e a u x agro ante anti arch be bi bio co counter cross cyber de eco ex extra inter
      intra macro mega micro mid mini mis mono multi neo non over pan para peri post pre
      pro pseudo quasi re semi sub super tri ultra un uni vice`.split(/\s+/),
    ordinalStop: false,
  },
  numbers: {
    decimal: '.',
    endings: {},
    cardinals: `
      0 zero nought naught nil; 1 one; 2 two; 3 three; 4 four; 5 five; 6 six; 7 seven; 8 eight;
      9 nine; 10 ten; 11 eleven; 12 twelve; 13 thirteen; 14 fourteen; 15 fifteen; 16 sixteen;
      17 seventeen; 18 eighteen; 19 nineteen; 20 twenty; 30 thirty; 40 forty fourty; 50 fifty;
      60 sixty; 70 seventy; 80 eighty; 90 ninety`,
    scales: `
      12 dozen dozens; 20 score; 100 hundred hundreds; 1000 thousand thousands; 100000 lakh lakhs lac lacs lkh;
      10000000 crore crores cr koti; 1000000 million millions mln; 1000000000 billion billions bn;
      1000000000000 trillion trillions`,
    ordinals: `
      1 first; 2 second; 3 third; 4 fourth; 5 fifth; 6 sixth; 7 seventh; 8 eighth; 9 ninth;
      10 tenth; 11 eleventh; 12 twelfth; 13 thirteenth; 14 fourteenth; 15 fifteenth; 16 sixteenth;
      17 seventeenth; 18 eighteenth; 19 nineteenth; 20 twentieth; 30 thirtieth; 40 fortieth;
      50 fiftieth; 60 sixtieth; 70 seventieth; 80 eightieth; 90 ninetieth; 100 hundredth;
      1000 thousandth; 1000000 millionth; 1000000000 billionth; 1000000000000 trillionth`,
    tensJoinOnes: true,
    pairs: true,
    denominatorEnding: 's',
    fractions: '0.5 half halves; 0.25 quarter',
    denominators: '2 halves; 4 quarters',
    partsOfUnits: '',
    vague: `
      20-99 tens; 24-99 dozens; 200-999 hundreds; 2000-999000 thousands;
      2000000-999000000 millions; 2000000000-999000000000 billions;
      2000000000000-999000000000000 trillions; 40-99 scores`,
    few: '2 couple; 3 few several',
    suffixes: {
      k: 1e3,
      K: 1e3,
      m: 1e6,
      M: 1e6,
      mil: 1e6,
      mln: 1e6,
      mn: 1e6,
      b: 1e9,
      B: 1e9,
      G: 1e9,
      bn: 1e9,
      tn: 1e12,
    },
    ordinalSuffixes: 'st nd rd th',
    articles: 'a an',
    and: 'and',
    join: 'and',
    minus: 'minus negative',
    point: 'point',
    percent: 'percent percents percentage pct',
    percentPoints: 'point points',
    points: 'pp ppt',
    hedges: [
      'more than',
      'over',
      'up to',
      'about',
      'around',
      'nearly',
      'almost',
      'at least',
      'at most',
      'less than',
      'fewer than',
      'under',
      'approximately',
      'roughly',
      'some',
      'an estimated',
      'estimated',
      'as many as',
      'as much as',
      'as few as',
      'no more than',
      'not more than',
      'no less than',
      'no fewer than',
      'close to',
      'well over',
      'just over',
      'just under',
      'circa',
      'c',
      'ca',
      'below',
      'above',
      'in excess of',
      'upwards of',
      'more like',
      'only about',
    ],
    hedgesBehind: ['or more', 'or less', 'or so', 'or fewer', 'at least', 'at most', 'plus'],
    between: 'between',
    from: 'from',
    to: 'to through till until',
    of: 'of',
    counted: {
      stops:
        'of in on at to for from by with without into near as than that which who whom whose when where while because if and or but nor not no the a an this these those its his her their our my your is are was were be been being has have had do does did will would can could may might must should said says goes includes remains them us it they he she we you i there here about over under between among across during after before since until against per each every all more most less least other such so very too also only just now then already still both either neither',
      notEndings: 'ing ly',
      plural: 's',
      notPlural: 'ss us is as',
      irregular:
        'people men women children aircraft personnel troops policemen servicemen police fish sheep feet teeth mice media data criteria phenomena cattle spacecraft helicopters businessmen spokesmen fishermen gunmen infantrymen',
    },
    labels:
      'article art section chapter ch chap bk fol part volume paragraph para clause resolution no number nr page p pp vol version flight route highway figure fig table appendix annex item exit channel type model windows line room gate psalm isbn issn boeing airbus apollo soyuz falcon iphone formula',
    pluralLabels:
      'articles sections chapters parts volumes paragraphs paras clauses resolutions pages figures tables lines flights ff fols chs nos',
    names: '9/11 7/7 24/7',
    pronounBefore:
      'this that which the each every any another no some other little loved only last first next same right wrong new old big good',
    pronounBehind: 'another',
    units: `
      km kilometre kilometres kilometer kilometers kms; m metre metres meter meters;
      cm centimetre centimetres centimeter centimeters;
      mm millimetre millimetres millimeter millimeters; pm_length picometer picometre;
      mi mile miles; ft foot feet; in inch inches; yd yard yards; nmi nautical-mile;
      kg kilogram kilograms kilo kilos kgs; g gram grams gramme grammes; mg milligram milligrams;
      µg microgram micrograms; t tonne tonnes ton tons; lb pound-weight lbs; oz ounce ounces;
      L litre litres liter liters; mL millilitre millilitres milliliter milliliters;
      gal gallon gallons; bbl barrel barrels; tbsp tablespoon tablespoons; tsp teaspoon teaspoons;
      cup cup cups; pt pint pints; ha hectare hectares; acre acre acres;
      league league leagues; fathom fathom fathoms; furlong furlong furlongs; verst verst versts;
      bushel bushel bushels; cwt cwt hundredweight hundredweights; pood pood poods;
      s second seconds sec secs; min minute minutes mins; h hour hours hrs; d day days;
      wk week weeks; mo month months; a year years; decade decade decades; century centuries;
      kn knot knots; W watt watts; kW kilowatt kilowatts; MW megawatt megawatts;
      GW gigawatt gigawatts; V volt volts; Hz hertz; bit bit bits; B byte bytes;
      kB kilobyte kilobytes; MB megabyte megabytes; GB gigabyte gigabytes; TB terabyte terabytes;
      ° degree degrees deg; °C celsius celcius centigrade centigrate; °F fahrenheit farenheit`,
    joinedUnits: '',
    hemispheres: '1 north_latitude south_latitude; 2 east_longitude west_longitude',
    age: ['old', 'of age', 'yo'],
    ageBefore: 'age aged',
    currencies: `
      USD dollar dollars buck bucks; EUR euro euros; GBP pound pounds sterling quid; JPY yen;
      CNY yuan renminbi rmb; RUB rouble roubles ruble rubles rub; INR rupee rupees rs;
      CHF franc francs; SEK krona kronor; NOK kroner; DKK krone; EEK kroon kroons; TRY lira liras;
      UAH hryvnia hryvnias; PLN zloty zlotys; ESP peseta pesetas; FIM markka markkaa;
      DEM deutschmark deutschmarks; NLG guilder guilders; SYP lirah; IQD dinar dinars;
      SAR riyal riyals saudiriyal; IRR rial rials; MYR ringgit ringgits rm; MNT tugrik tugriks;
      EGP egyptianpound le; ILS shekel shekels; ZAR rand; MXN peso pesos; AED dirham dirhams;
      KZT tenge; THB baht`,
    nationalCurrencies: `
      USD us american u.s united-states usa; USD>CAD canadian; USD>AUD australian; USD>HKD kong;
      USD>SGD singapore; USD>NZD zealand; USD>TWD taiwan taiwanese; GBP british; GBP>EGP egyptian;
      GBP>SYP syrian; GBP>LBP lebanese; GBP>SDG sudanese; TRY turkish; TRY>ITL italian;
      TRY>SYP syrian; CHF swiss; CHF>FRF french; CHF>BEF belgian; SEK swedish; SEK>ISK icelandic;
      NOK>DKK danish; NOK norwegian; DKK danish; EEK estonian; IQD iraqi; IQD>JOD jordanian;
      IQD>KWD kuwaiti; IQD>RSD serbian; IQD>LYD libyan; IQD>BHD bahraini; IQD>DZD algerian;
      IQD>TND tunisian; SAR saudi; SAR>QAR qatari; IRR iranian; IRR>OMR omani; IRR>YER yemeni;
      INR indian india; INR>PKR pakistani; MXN mexican; MXN>PHP philippine;
      MXN>ARS argentine argentinian; MXN>CLP chilean; MXN>COP colombian; FIM finnish; NLG dutch;
      CNY chinese; JPY japanese; KRW korean korea; MYR malaysian malaysia; RUB russian;
      RUB>BYN belarusian; DEM german; UAH ukrainian; PLN polish; AED emirati; AED>MAD moroccan`,
    cents:
      'USD cent cents c; GBP penny pence p; RUB kopek kopeks kopeck kopecks; UAH kopiyka kopiykas',
    phone: 'phone tel telephone fax mobile call',
  },
  dates: {
    order: 'mdy',
    months: [
      'january jan',
      'february feb',
      'march mar',
      'april apr',
      'may',
      'june jun',
      'july jul',
      'august aug',
      'september sep sept',
      'october oct',
      'november nov',
      'december dec',
    ],
    weekdays: [
      'monday mondays mon',
      'tuesday tuesdays tue tues',
      'wednesday wednesdays wed',
      'thursday thursdays thu thurs',
      'friday fridays fri',
      'saturday saturdays sat',
      'sunday sundays sun',
    ],
    capitalised: true,
    yearBefore:
      'in since until till by from during before after of through early late mid year circa c ca around spring summer autumn fall winter to and copyright b d fl born died domini',
    yearBehind: '',
    decade: 's',
    decadeBehind: '',
    decades:
      '1920 twenties; 1930 thirties; 1940 forties; 1950 fifties; 1960 sixties; 1970 seventies; 1980 eighties; 1990 nineties',
    century: 'century',
    centuryShort: 'c cc cent',
    seasons: '21 spring; 22 summer; 23 autumn fall; 24 winter',
    quarter: 'quarter quarters',
    beforeChrist: 'bc bce',
    afterChrist: 'ad ce',
    eras: '-1 before_christ before_the_common_era',
    at: 'at',
    clock: '',
    hours: '12 noon midday; 0 midnight',
    halves: '0 am a.m; 12 pm p.m',
    oclock: "1 o'clock o’clock",
    partsOfDay: '0 in_the_morning; 12 in_the_afternoon; 13 in_the_evening; 18 at_night',
    minutes: 'past past; to to',
    partsOfHour: '',
    partHours: '',
    days: '0 today tonight; -1 yesterday; 1 tomorrow',
    years: '',
    periods: 'week week; month month; year year',
    which: '-1 last past previous; 0 this current; 1 next coming',
    ago: '-1 ago earlier; 1 later hence',
    of: 'of',
  },
  entities,
};
