import { type Diagnosis, foldFloods } from '../core/analysis/diagnose.ts';
import { readPassage } from '../core/analysis/passage.ts';
import type { Problem } from '../core/problem.ts';
import type { ProseMessage } from '../core/prose/processor.ts';
import type { Span } from '../core/span.ts';
import type { Chunk } from '../core/text/document.ts';
import type { ProseRunner, StartProse } from '../prose.ts';
import type { Corpus } from './corpus.ts';
import type { OpenText } from './openText.ts';

/** So often, in milliseconds, a long check shows what it has found so far. */
const SHOW_EVERY = 500;

/** A corpus' runner and what it has said about each chunk. */
interface Checked {
  readonly plugins: string;
  readonly generation: number;
  readonly runner: ProseRunner;
  readonly found: WeakMap<Chunk, readonly ProseMessage[]>;
}

/** What `Prose` answers, also where no code from the workspace may run. */
export type ProseChecks = Pick<Prose, keyof Prose>;

/**
 * What retext plugins say about the open texts. Every chunk is checked once,
 * behind everything else; an edit has its own chunk checked again.
 */
export class Prose {
  #start: StartProse | undefined;
  readonly #checked = new Map<Corpus, Checked>();
  readonly #busy = new Set<OpenText>();

  constructor(start: StartProse) {
    this.#start = start;
  }

  /** Whether a part of the text has not been checked. */
  isBehind(text: OpenText): boolean {
    const checked = this.#of(text.corpus);
    return checked !== null && text.live.text.chunks.some((chunk) => !checked.found.has(chunk));
  }

  /**
   * Checks what has not been checked of a text, for as long as that is wanted;
   * `show` is called when there is something new.
   */
  async check(text: OpenText, wanted: () => boolean, show: () => void): Promise<void> {
    if (this.#busy.has(text)) return;
    this.#busy.add(text);
    let shown = performance.now();
    for (let checked = this.#of(text.corpus); checked && wanted() && this.isBehind(text); ) {
      for (const chunk of [...text.live.text.chunks]) {
        if (checked.found.has(chunk)) continue;
        if (!wanted()) break;
        const passage = readPassage(chunk.text, text.analysis.language);
        checked.found.set(chunk, await checked.runner.check(passage));
        if (performance.now() - shown > SHOW_EVERY) {
          show();
          shown = performance.now();
        }
      }
      checked = this.#of(text.corpus);
    }
    this.#busy.delete(text);
    show();
  }

  /** Everything that is known of a text, moved to where it stands now. */
  diagnoses(text: OpenText): Diagnosis<string>[] {
    const checked = this.#of(text.corpus);
    if (!checked) return [];
    return foldFloods(
      text.live.text.chunks.flatMap((chunk) =>
        (checked.found.get(chunk) ?? []).map((message) => toDiagnosis(message, chunk.start)),
      ),
    );
  }

  /** The plugins that are out of work, as findings in the source of `glossator.json`. */
  problems(corpus: Corpus, source: string): Problem[] {
    return [...(this.#of(corpus)?.runner.failures ?? [])].map(([name, message]) => ({
      ...placeOf(name, source),
      message,
    }));
  }

  /** Ends every runner; none is started any more. */
  dispose(): void {
    this.#start = undefined;
    for (const { runner } of this.#checked.values()) runner.dispose();
    this.#checked.clear();
  }

  /** The corpus' runner, a new one when its plugins changed or its configuration was read again after one failed. */
  #of(corpus: Corpus): Checked | null {
    const { retext } = corpus.configuration;
    const plugins = JSON.stringify(retext);
    const known = this.#checked.get(corpus);
    if (known?.plugins === plugins) {
      const { generation, runner } = known;
      if (generation === corpus.generation || runner.failures.size === 0) return known;
    }
    known?.runner.dispose();
    this.#checked.delete(corpus);
    const runner = retext.length > 0 && this.#start?.(corpus.root, retext);
    if (!runner) return null;
    const { generation } = corpus;
    const checked: Checked = { plugins, generation, runner, found: new WeakMap() };
    this.#checked.set(corpus, checked);
    return checked;
  }
}

/** Where the configuration names a plugin. */
function placeOf(name: string, source: string): Span {
  const quoted = JSON.stringify(name);
  const start = Math.max(0, source.indexOf(quoted, source.indexOf('"retext"')));
  return { start, end: start + quoted.length };
}

function toDiagnosis(found: ProseMessage, offset: number): Diagnosis<string> {
  const span = { start: found.start + offset, end: found.end + offset };
  return {
    ...span,
    code: found.rule,
    severity: found.severity,
    message: found.message,
    href: found.url ?? null,
    fixes: found.expected.map((text) => ({
      kind: 'replace',
      title: text === '' ? 'Remove it' : `Replace it with “${text}”`,
      edits: [{ ...span, text }],
    })),
  };
}
