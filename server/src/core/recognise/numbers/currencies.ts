import type { Language } from '../../languages/language.ts';
import { rowsOf, valuesByWord } from './wordTable.ts';

/** Currency signs, by the ISO 4217 code they are read as. */
export const currencySigns = valuesByWord(`
  USD $ ＄; EUR €; GBP £; JPY ¥ 円 ￥; RUB ₽; UAH ₴; INR ₹; ILS ₪; KRW ₩; TRY ₺; CRC ₡; GEL ₾;
  LAK ₭; KZT ₸; VND ₫; NGN ₦; THB ฿; PHP ₱; MNT ₮; PYG ₲; GHS ₵; AZN ₼; AMD ֏; CNY 元; XBT ₿`);

/** Whether a unit that is no letter may be one of the signs; cheap. */
export function mayBeSign(code: number): boolean {
  return code === 0x24 || code >= 0xa2;
}

/** Signs of the hundredth part. */
export const centSigns: ReadonlyMap<string, string> = new Map([['¢', 'USD']]);

/** What stands before a dollar sign, by the code the two make. */
export const dollarPrefixes = valuesByWord(`
  USD us u.s. u.s usd; CAD c ca cad can; AUD a au aud; NZD nz nzd; HKD hk hkd; SGD s sg; TWD nt;
  BRL r; MXN mx mxn`);

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

const national = new WeakMap<Language, ReadonlyMap<string, string>>();

/** The code of a nation's currency (`canadian`) where its word alone means the one with the code `base`. */
export function nationalCurrency(
  language: Language,
  nation: string,
  base: string,
): string | undefined {
  let codes = national.get(language);
  if (!codes) {
    codes = new Map(
      rowsOf(language.numbers.nationalCurrencies).flatMap(([codes, nations]) => {
        const [first, code = first] = codes.split('>');
        return nations.map((word) => [`${first} ${word}`, code] as const);
      }),
    );
    national.set(language, codes);
  }
  return codes.get(`${base} ${nation}`);
}
