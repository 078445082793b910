import type { AttributeValue } from '../../tags/model.ts';
import { elementsIn, nameOf, type XmlElement } from './parse.ts';
import { wordsOf } from './words.ts';

/** What a feature structure says. */
export interface Features {
  readonly values: readonly (readonly [name: string, value: AttributeValue])[];
  /** Features that are more than one value. */
  readonly lost: number;
}

/** The features of an `fs`, with the types that they have there. */
export function featuresOf(structure: XmlElement): Features {
  const values: [string, AttributeValue][] = [];
  let lost = 0;
  for (const feature of elementsIn(structure)) {
    const { name } = feature.attributes;
    const value = nameOf(feature) === 'f' ? valueIn(feature) : null;
    if (name === undefined || value === null) lost++;
    else values.push([name, value]);
  }
  return { values, lost };
}

function valueIn(feature: XmlElement): AttributeValue | null {
  const inside = elementsIn(feature);
  const [first] = inside;
  if (inside.length > 1 || feature.attributes.fVal !== undefined) return null;
  if (first === undefined) return wordsOf(feature);
  const { value } = first.attributes;
  switch (nameOf(first)) {
    case 'string':
      return wordsOf(first);
    case 'symbol':
      return value ?? null;
    case 'binary':
      return value === 'true' || value === '1';
    case 'numeric': {
      const number =
        value === undefined || first.attributes.max !== undefined ? Number.NaN : Number(value);
      // A larger one is not kept exactly.
      return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : null;
    }
    default:
      return null;
  }
}
