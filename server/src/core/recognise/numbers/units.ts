import { addTo } from '../../lists.ts';
import { number, valuesByWord } from './wordTable.ts';

/**
 * Symbols of units as they stand behind a number in any language, with the
 * symbol they are normalised to. Upper and lower case count.
 */
export const unitSymbols: ReadonlyMap<string, string> = new Map([
  ...`
    km m cm mm nm mi ft yd kg g mg µg t lb oz mL dL L ha s ms min h kW MW GW W kWh MWh GWh TWh
    V kV Hz kHz MHz GHz kB MB GB TB bit Mbit Gbit kPa hPa Pa bar dB mol cal kcal kJ J N kN Nm
    mph kph km/h kmh m/s kn rpm ppm bbl px m² m³ km² cm² cm³ mm² ° °C °F Mt kt hl dl cl tk`
    .trim()
    .split(/\s+/)
    .map((symbol) => [symbol, symbol] as const),
  ...valuesByWord(`
    mL ml; L l; lb lbs; µg μg mcg mcgs; m² m2 sqm м²; m³ m3; km² km2 км²; cm² cm2; cm³ cm3;
    h hrs hr; kB KB; kg Kg KG; GB gb; MB mb; ° ˚; °C ℃ °С ˚C; °F ℉ ˚F; km/h км/ч; m/s м/с; kW кВт; MW МВт`),
]);

/** More letters than these begin no symbol. */
export const longestSymbol = 5;

/** Symbols by the letters that they begin with, the longest first. */
export const symbolsByLetters = new Map<string, string[]>();
for (const symbol of [...unitSymbols.keys()].sort((a, b) => b.length - a.length)) {
  const [letters = ''] = /^\p{L}*/u.exec(symbol) ?? [];
  addTo(symbolsByLetters, letters, symbol);
}

/** Symbols too common as words to be units behind a space (`in`, `a`, `t`). */
export const attachedOnly: ReadonlySet<string> = new Set(
  't s N V J W L pt bar yd ha tk mi'.split(' '),
);

/** What a word before a unit makes of it: a sign to put behind its symbol, or another kind of mile. */
export const powers: ReadonlyMap<string, string> = new Map([
  ['metric', ''],
  ['nautical', 'nautical'],
  ['square', '²'],
  ['sq', '²'],
  ['cubic', '³'],
  ['cu', '³'],
  ['квадратных', '²'],
  ['кубических', '³'],
]);

/** Every sign for a fraction. */
export const fractionSigns: readonly string[] = [...'¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞'];

/** Their values: Unicode writes `½` out as `1⁄2`. */
const byCode = new Map(
  fractionSigns.map((sign) => [
    sign.charCodeAt(0),
    number(sign.normalize('NFKD').replace('⁄', '/')),
  ]),
);

/** The value of a sign for a fraction (`½`), undefined for any other unit. */
export function fractionSign(code: number): number | undefined {
  return code < 0xbc ? undefined : byCode.get(code);
}
