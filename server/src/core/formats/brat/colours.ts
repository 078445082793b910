import { paletteNames } from '../../corpus/configuration.ts';

/** The palette as backgrounds that black text reads well on. */
const backgrounds: Readonly<Record<(typeof paletteNames)[number], string>> = {
  blue: '#9ecbff',
  orange: '#ffc27a',
  green: '#a5dba7',
  purple: '#d3b8ff',
  red: '#ffaaa5',
  teal: '#8fdcdc',
  pink: '#f7b4d8',
  yellow: '#f2e26b',
};

/** Colours of HTML that configurations of brat use by their names. */
const named: Readonly<Record<string, string>> = {
  aqua: '#00ffff',
  aquamarine: '#7fffd4',
  beige: '#f5f5dc',
  black: '#000000',
  brown: '#a52a2a',
  coral: '#ff7f50',
  cyan: '#00ffff',
  gold: '#ffd700',
  gray: '#808080',
  grey: '#808080',
  khaki: '#f0e68c',
  lavender: '#e6e6fa',
  lightblue: '#add8e6',
  lightgray: '#d3d3d3',
  lightgreen: '#90ee90',
  lightgrey: '#d3d3d3',
  lightpink: '#ffb6c1',
  lightsalmon: '#ffa07a',
  lightskyblue: '#87cefa',
  lightyellow: '#ffffe0',
  lime: '#00ff00',
  magenta: '#ff00ff',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  plum: '#dda0dd',
  salmon: '#fa8072',
  silver: '#c0c0c0',
  skyblue: '#87ceeb',
  tan: '#d2b48c',
  tomato: '#ff6347',
  turquoise: '#40e0d0',
  violet: '#ee82ee',
  wheat: '#f5deb3',
  white: '#ffffff',
};

/** A label's colour as the background of its tags and the colour of text that reads well on it. */
export function drawnColour(colour: string): { background: string; text: 'black' | 'white' } {
  const name = paletteNames.find((known) => known === colour);
  const background = name ? backgrounds[name] : colour;
  return { background, text: luminance(background) > 0.179 ? 'black' : 'white' };
}

/** A label's colour from a background: a palette name, `#rrggbb`, or undefined where it is neither. */
export function colourFrom(background: string): string | undefined {
  const colour = background.toLowerCase();
  const name = paletteNames.find((known) => known === colour || backgrounds[known] === colour);
  if (name) return name;
  if (Object.hasOwn(named, colour)) return named[colour];
  if (/^#[0-9a-f]{3}$/.test(colour)) return colour.replace(/[0-9a-f]/g, '$&$&');
  return /^#[0-9a-f]{6}$/.test(colour) ? colour : undefined;
}

/** Relative luminance of `#rrggbb` by WCAG 2, 0 to 1. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
