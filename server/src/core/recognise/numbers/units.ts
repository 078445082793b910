/**
 * Symbols of units as they stand behind a number in any language, with the
 * symbol they are normalised to. Upper and lower case count.
 */
export const unitSymbols: ReadonlyMap<string, string> = new Map(
  [
    'km',
    'm',
    'cm',
    'mm',
    'nm',
    'mi',
    'ft',
    'yd',
    'kg',
    'g',
    'mg',
    'µg',
    't',
    'lb',
    'oz',
    'mL',
    'dL',
    'L',
    'ha',
    's',
    'ms',
    'min',
    'h',
    'kW',
    'MW',
    'GW',
    'W',
    'kWh',
    'MWh',
    'GWh',
    'TWh',
    'V',
    'kV',
    'Hz',
    'kHz',
    'MHz',
    'GHz',
    'kB',
    'KB',
    'MB',
    'GB',
    'TB',
    'bit',
    'Mbit',
    'Gbit',
    'kPa',
    'hPa',
    'Pa',
    'bar',
    'dB',
    'mol',
    'cal',
    'kcal',
    'kJ',
    'J',
    'N',
    'kN',
    'Nm',
    'mph',
    'kph',
    'km/h',
    'kmh',
    'm/s',
    'kn',
    'rpm',
    'ppm',
    'bbl',
    'px',
    'm²',
    'm³',
    'km²',
    'cm²',
    'cm³',
    'mm²',
    '°',
    '°C',
    '°F',
    'Mt',
    'kt',
    'hl',
    'dl',
    'cl',
  ]
    .map((symbol): readonly [string, string] => [symbol, symbol])
    .concat([
      ['ml', 'mL'],
      ['l', 'L'],
      ['lbs', 'lb'],
      ['μg', 'µg'],
      ['mcg', 'µg'],
      ['mcgs', 'µg'],
      ['m2', 'm²'],
      ['m3', 'm³'],
      ['km2', 'km²'],
      ['cm2', 'cm²'],
      ['cm3', 'cm³'],
      ['sqm', 'm²'],
      ['hrs', 'h'],
      ['hr', 'h'],
      ['tk', 'tk'],
      ['KB', 'kB'],
      ['Kg', 'kg'],
      ['KG', 'kg'],
      ['gb', 'GB'],
      ['mb', 'MB'],
      ['℃', '°C'],
      ['℉', '°F'],
      ['°С', '°C'],
      ['км/ч', 'km/h'],
      ['м/с', 'm/s'],
      ['кВт', 'kW'],
      ['МВт', 'MW'],
      ['км²', 'km²'],
      ['м²', 'm²'],
    ]),
);

/** More letters than these begin no symbol. */
export const longestSymbol = 5;

/** Symbols by the letters that they begin with, the longest first. */
export const symbolsByLetters = new Map<string, string[]>();
for (const symbol of [...unitSymbols.keys()].sort((a, b) => b.length - a.length)) {
  const [letters = ''] = /^\p{L}*/u.exec(symbol) ?? [];
  symbolsByLetters.set(letters, [...(symbolsByLetters.get(letters) ?? []), symbol]);
}

/** Symbols too common as words to be units behind a space (`in`, `a`, `t`). */
export const attachedOnly: ReadonlySet<string> = new Set([
  't',
  's',
  'N',
  'V',
  'J',
  'W',
  'L',
  'pt',
  'bar',
  'yd',
  'ha',
  'tk',
  'mi',
]);

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

/** Unicode's signs for fractions, with their values. */
const fractions: readonly (readonly [string, number])[] = [
  ['¼', 1 / 4],
  ['½', 1 / 2],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
];

const byCode = new Map(fractions.map(([sign, value]) => [sign.charCodeAt(0), value]));

/** Every sign for a fraction. */
export const fractionSigns: readonly string[] = fractions.map(([sign]) => sign);

/** The value of a sign for a fraction (`½`), undefined for any other unit. */
export function fractionSign(code: number): number | undefined {
  return code < 0xbc ? undefined : byCode.get(code);
}
