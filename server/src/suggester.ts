import type { Language } from './core/languages/language.ts';
import type { SuggestedSpan } from './core/suggest/decode.ts';

/** What a model is asked about. */
export interface SuggestionRequest {
  /** Absolute path of the model's folder on the server's machine. */
  readonly model: string;
  /** URI of the corpus' folder, from which the library that runs models is looked for. */
  readonly corpus: string;
  /** The canonical text. */
  readonly text: string;
  readonly language: Language;
}

/**
 * Asks a token classification model which spans of a text it would tag.
 * Rejects with a `Refusal` that says what is missing.
 */
export type Suggest = (request: SuggestionRequest) => Promise<readonly SuggestedSpan[]>;
