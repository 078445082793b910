import type { TextAnalysis } from '../core/analysis/text.ts';
import type { Span } from '../core/span.ts';
import { mentionsIn, nameIdAt } from './references.ts';

/** Every mention in the text of the name at an offset. */
export function documentHighlight(analysis: TextAnalysis, offset: number): Span[] {
  const id = nameIdAt(analysis, offset);
  return id === null ? [] : mentionsIn(analysis, id);
}
