import type { Language } from '../languages/language.ts';
import type { Layout, TokenTable } from '../text/tokens.ts';

/**
 * What a recogniser sees: a run of whole blocks with its tokens. All offsets
 * are relative to `text`, which is a chunk of the document, not the document.
 */
export interface Passage {
  readonly text: string;
  readonly tokens: TokenTable;
  readonly layout: Layout;
  readonly language: Language;
}
