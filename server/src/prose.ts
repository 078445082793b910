import type { CorpusConfiguration } from './core/corpus/configuration.ts';
import type { ProseMessage } from './core/prose/processor.ts';
import type { TokenisedText } from './core/text/nlcst.ts';

/** Runs the retext plugins of one corpus where they can do the server no harm. */
export interface ProseRunner {
  /** The plugins that are out of work, by name, and a sentence each that says why. */
  readonly failures: ReadonlyMap<string, string>;
  /** What the plugins say about a text; a plugin that fails is left out from then on. Never rejects. */
  check(text: TokenisedText): Promise<readonly ProseMessage[]>;
  dispose(): void;
}

/** Starts a runner for the plugins of the corpus in a folder (its URI), where code from there may run; null where the folder is none of the file system. */
export type StartProse = (
  folder: string,
  plugins: CorpusConfiguration['retext'],
) => ProseRunner | null;
