/**
 * The colours of labels. A label's colour is a palette name, which themes can
 * restyle (`glossator.label.blue` and so on in the manifest), or `#rrggbb`.
 */
export const palette: Readonly<Record<string, { readonly dark: string; readonly light: string }>> =
  {
    blue: { dark: '#4fa3ff', light: '#0b63c5' },
    orange: { dark: '#f0a04b', light: '#b85c00' },
    green: { dark: '#6cc070', light: '#2b7a31' },
    purple: { dark: '#b68cf0', light: '#7a3fc0' },
    red: { dark: '#f27a7a', light: '#c4302b' },
    teal: { dark: '#4dc4c4', light: '#0b7a7a' },
    pink: { dark: '#f08cc0', light: '#b8327f' },
    yellow: { dark: '#d7c64a', light: '#8a7400' },
  };

/** How one label is coloured. */
export type LabelColour =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'fixed'; readonly hex: string };

/** Reads a label's colour; a colour that is neither name nor `#rrggbb` becomes the palette's first. */
export function labelColour(colour: string | undefined): LabelColour {
  if (colour !== undefined && /^#[0-9a-f]{6}$/i.test(colour)) return { kind: 'fixed', hex: colour };
  const named = colour !== undefined && Object.hasOwn(palette, colour);
  return { kind: 'named', name: named ? colour : 'blue' };
}

/** The colour as `#rrggbb` for a light or a dark background. */
export function hexColour(colour: LabelColour, background: 'light' | 'dark'): string {
  if (colour.kind === 'fixed') return colour.hex;
  return palette[colour.name]?.[background] ?? '#808080';
}

/** A filled circle as an SVG data URI, for lists whose icons take no theme colour. */
export function dotIcon(hex: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="5" fill="${hex}"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
