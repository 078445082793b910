/** CLDR regions that are no places with a name: the world, groupings, placeholders. */
const noPlaces = new Set(['ZZ', 'XA', 'XB', 'EU', 'EZ', 'UN', 'QO']);
/** UN M.49 codes of continents and parts of them that CLDR names. */
const continents = `002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143
  145 150 151 154 155 202 419`;

/**
 * The names of all countries, territories and continents that CLDR has in the
 * language and in English. A name in brackets is a name of its own; `&` is
 * written out.
 */
export function countryNames(language: string): string[] {
  const names = new Set<string>();
  for (const code of new Set([language, 'en'])) {
    const display = new Intl.DisplayNames([code], { type: 'region', fallback: 'none' });
    for (const region of regionCodes()) {
      const name = nameOf(display, region);
      if (name !== undefined) for (const variant of variants(name)) names.add(variant);
    }
  }
  return [...names];
}

/** Names of time zones that are ordinary words, or persons' names, too. */
const noCities = new Set(
  'Christmas Darwin Easter Midway Oral Regina Resolute Reunion Stanley Swift_Current Wake'.split(
    ' ',
  ),
);
const continentOfZone =
  /^(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/([^/]+)$/;

/** The cities and islands that time zones are named after, in English. */
export function zoneNames(): string[] {
  return Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const name = continentOfZone.exec(zone)?.[1];
    return name === undefined || noCities.has(name) ? [] : [name.replaceAll('_', ' ')];
  });
}

function nameOf(display: Intl.DisplayNames, region: string): string | undefined {
  try {
    return display.of(region);
  } catch {
    return undefined;
  }
}

function* regionCodes(): Iterable<string> {
  yield* continents.split(/\s+/);
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      if (!noPlaces.has(code)) yield code;
    }
  }
}

function variants(name: string): string[] {
  const [, outside, inside] = /^(.*?)\s*\((.*)\)$/.exec(name) ?? [undefined, name, undefined];
  const bare = outside.replace(/ SAR China$/, '').replace(/^Congo - /, 'Congo-');
  return [
    bare,
    ...(inside === undefined ? [] : [inside]),
    ...(bare.includes('&') ? [bare.replace('&', 'and')] : []),
  ];
}
