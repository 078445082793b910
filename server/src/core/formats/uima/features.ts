import type { Structure } from './cas.ts';
import { categories } from './types.ts';

/** A text longer than this, or of several lines, is said of an annotation and is no category. */
const LONGEST_CATEGORY = 80;

/**
 * The feature that holds an annotation's category, if any.
 * @param sure whether what stands there is a category, whatever it looks like
 */
export function categoryOf(values: Structure['values'], sure = false): string | undefined {
  return categories.find((name) => {
    const value = values.get(name);
    if (typeof value !== 'string' || value.trim() === '') return false;
    return sure || (value.length <= LONGEST_CATEGORY && !/[\n\r]/.test(value));
  });
}

/** Whether a structure is an array. */
export function isArray({ type, elements }: Structure): boolean {
  return elements !== undefined || /^uima\.cas\.\w*Array$|\[\]$/.test(type);
}

/** Whether an array holds ids of structures; of another one they are mere numbers. */
export function holdsStructures({ type }: Structure): boolean {
  return type === 'uima.cas.FSArray' || /^(?!uima\.cas\.(?!TOP)).*\[\]$/.test(type);
}
