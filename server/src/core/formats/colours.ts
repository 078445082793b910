import type { LabelDefinition } from '../corpus/configuration.ts';
import { labelColour } from '../corpus/configuration.ts';

/** The palette's colours as programs of one light background want them: pale, behind black text. */
export const paleColours: Readonly<Record<string, string>> = {
  blue: '#a6c8ff',
  orange: '#ffc38a',
  green: '#a5dba8',
  purple: '#d4bcf7',
  red: '#ffb0ab',
  teal: '#96e0dc',
  pink: '#fbb9dc',
  yellow: '#f2e27a',
};

/**
 * A label's colour as `#rrggbb`.
 * @param at the label's place in the tagset, from 0
 */
export function hexColour(label: LabelDefinition, at: number): string {
  const colour = labelColour(label, at);
  return paleColours[colour] ?? colour;
}
