/** Currency signs, by the ISO 4217 code they are read as. */
export const currencySigns: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₹', 'INR'],
  ['₪', 'ILS'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₡', 'CRC'],
  ['₾', 'GEL'],
  ['₭', 'LAK'],
  ['₸', 'KZT'],
  ['₫', 'VND'],
  ['₦', 'NGN'],
  ['฿', 'THB'],
  ['₱', 'PHP'],
  ['₮', 'MNT'],
  ['₲', 'PYG'],
  ['₵', 'GHS'],
  ['₼', 'AZN'],
  ['֏', 'AMD'],
  ['元', 'CNY'],
  ['円', 'JPY'],
  ['₿', 'XBT'],
  ['￥', 'JPY'],
  ['＄', 'USD'],
]);

/** Whether a unit that is no letter may be one of the signs; cheap. */
export function mayBeSign(code: number): boolean {
  return code === 0x24 || code >= 0xa2;
}

/** Signs of the hundredth part. */
export const centSigns: ReadonlyMap<string, string> = new Map([['¢', 'USD']]);

/** What stands before a dollar sign, by the code the two make. */
export const dollarPrefixes: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s.', 'USD'],
  ['u.s', 'USD'],
  ['usd', 'USD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['cad', 'CAD'],
  ['can', 'CAD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['aud', 'AUD'],
  ['nz', 'NZD'],
  ['nzd', 'NZD'],
  ['hk', 'HKD'],
  ['hkd', 'HKD'],
  ['s', 'SGD'],
  ['sg', 'SGD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
  ['mx', 'MXN'],
  ['mxn', 'MXN'],
]);

/** ISO 4217 codes read as money beside a number. */
export const currencyCodes: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY CNY RUB RUR INR CHF SEK NOK DKK ISK EEK LVL LTL PLN CZK HUF RON BGN HRK RSD UAH BYN BYR MDL GEL AMD AZN KZT UZS KGS TJS TMT TRY ILS IRR IQD SYP LBP JOD EGP SAR QAR AED KWD BHD OMR YER LYD TND DZD MAD AUD CAD NZD HKD SGD TWD KRW KPW THB VND MYR IDR PHP PKR BDT LKR NPR AFN MNT BRL MXN ARS CLP COP PEN VEF ZAR NGN GHS KES ETB SDG FIM DEM FRF ITL ESP NLG ATS BEF PTE IEP GRD'.split(
    ' ',
  ),
);

/** Codes that are read as money in lower case too; other codes are words of some language. */
export const lowerCodes: ReadonlySet<string> = new Set(
  'usd eur gbp jpy cny rub inr chf sek nok dkk eek aud cad nzd hkd'.split(' '),
);

/**
 * Currencies that share a word with another: what stands before the word, and
 * the code the word has alone, by the code the two make.
 */
export const nationalCurrencies: ReadonlyMap<string, string> = new Map(
  Object.entries({
    USD: 'us american u.s united-states usa ameerika американских',
    'USD>CAD': 'canadian kanada канадских',
    'USD>AUD': 'australian austraalia австралийских',
    'USD>HKD': 'kong',
    'USD>SGD': 'singapore singapuri',
    'USD>NZD': 'zealand',
    'USD>TWD': 'taiwan taiwanese',
    GBP: 'british briti inglise английских',
    'GBP>EGP': 'egyptian egiptuse египетских',
    'GBP>SYP': 'syrian süüria сирийских',
    'GBP>LBP': 'lebanese',
    'GBP>SDG': 'sudanese',
    TRY: 'turkish türgi турецких',
    'TRY>ITL': 'italian',
    'TRY>SYP': 'syrian süüria',
    CHF: 'swiss šveitsi швейцарских',
    'CHF>FRF': 'french prantsuse',
    'CHF>BEF': 'belgian belgia',
    SEK: 'swedish',
    'SEK>ISK': 'icelandic',
    'NOK>DKK': 'danish',
    NOK: 'norwegian',
    DKK: 'danish',
    EEK: 'estonian eesti',
    'EEK>SEK': 'rootsi',
    'EEK>NOK': 'norra',
    'EEK>DKK': 'taani',
    'EEK>ISK': 'islandi',
    'EEK>CZK': 'tšehhi',
    IQD: 'iraqi iraagi',
    'IQD>JOD': 'jordanian',
    'IQD>KWD': 'kuwaiti',
    'IQD>RSD': 'serbian',
    'IQD>LYD': 'libyan',
    'IQD>BHD': 'bahraini',
    'IQD>DZD': 'algerian',
    'IQD>TND': 'tunisian',
    SAR: 'saudi',
    'SAR>QAR': 'qatari',
    IRR: 'iranian iraani',
    'IRR>OMR': 'omani',
    'IRR>YER': 'yemeni',
    INR: 'indian india',
    'INR>PKR': 'pakistani',
    MXN: 'mexican mehhiko',
    'MXN>PHP': 'philippine',
    'MXN>ARS': 'argentine argentinian',
    'MXN>CLP': 'chilean',
    'MXN>COP': 'colombian',
    FIM: 'finnish soome',
    NLG: 'dutch',
    CNY: 'chinese hiina китайских',
    JPY: 'japanese jaapani японских',
    KRW: 'korean korea',
    MYR: 'malaysian malaysia',
    RUB: 'russian vene российских',
    'RUB>BYN': 'belarusian valgevene белорусских',
    DEM: 'german saksa',
    UAH: 'ukrainian ukraina',
    PLN: 'polish poola',
    AED: 'emirati',
    'AED>MAD': 'moroccan',
  }).flatMap(([codes, nations]) => {
    const [base = '', code = base] = codes.split('>');
    return nations.split(' ').map((nation): [string, string] => [`${nation} ${base}`, code]);
  }),
);
