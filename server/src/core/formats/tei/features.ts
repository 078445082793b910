import type { AttributeValue } from '../../tags/model.ts';
import { jsonLine } from '../../tags/serialise.ts';
import { element, textElement } from './xml.ts';

/** A feature structure: names with values that keep their types. */
export function featureStructure(
  id: string,
  type: string,
  features: readonly (readonly [name: string, value: AttributeValue])[],
): string {
  const inside = features.map(([name, value]) => element('f', { name }, valueElement(value)));
  return element('fs', { 'xml:id': id, type }, inside.join(''));
}

function valueElement(value: AttributeValue): string {
  if (typeof value === 'number') return element('numeric', { value: jsonLine(value) });
  if (typeof value === 'boolean') return element('binary', { value: String(value) });
  return textElement('string', {}, value);
}

/** Whether a feature may be called so: TEI wants a word. */
export function isFeatureName(name: string): boolean {
  return /^[^\p{Z}\p{C}]+$/u.test(name);
}
