import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readPassage } from '../../core/analysis/passage.ts';
import type { Language } from '../../core/languages/language.ts';
import { type SuggestedSpan, spansOf } from '../../core/suggest/decode.ts';
import { TokenFlag } from '../../core/text/table.ts';
import { Refusal } from '../../state/refusal.ts';
import type { ModelWord, WordLabel } from './classify.ts';
import { findLibrary, MODEL_LIBRARY, weightsIn } from './library.ts';

/** What the worker is started with. */
export interface WorkerData {
  /** Path of the library's entry. */
  readonly library: string;
  /** The model's folder. */
  readonly folder: string;
  readonly dtype: string;
}

/** What the worker answers, one answer a message; the first says that the model is loaded. */
export type Answer = { readonly labels: WordLabel[][] } | { readonly error: string };

/** Sentences that go to the worker in one message. */
const BATCH = 64;

/**
 * A token classification model of the person's own, read from a folder on this
 * machine and run in a worker; nothing is ever downloaded. The folder is as
 * the library's exporter leaves it: `config.json`, `tokenizer.json` and
 * `onnx/model.onnx` (or a quantised one).
 */
export class TokenClassifier {
  readonly #worker: Worker;
  #take: (answer: Answer) => void = () => {};

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: Answer) => this.#take(answer));
    worker.on('error', (error) => this.#take({ error: error.message }));
    worker.on('exit', () => this.#take({ error: 'its worker ended' }));
  }

  /**
   * @param folder absolute path of the model
   * @param lookIn folders from which the library is looked for, besides the model's own
   * @param script the worker's script, `worker.ts` or its bundle
   * @throws {Refusal} one sentence that says what is missing
   */
  static async open(
    folder: string,
    lookIn: readonly string[],
    script: string | URL,
  ): Promise<TokenClassifier> {
    for (const name of ['config.json', 'tokenizer.json']) {
      if (!existsSync(join(folder, name))) {
        throw new Refusal(`${folder} is no model: it has no ${name}.`);
      }
    }
    const weights = weightsIn(folder);
    if (!weights) throw new Refusal(`${folder} is no model: it has no onnx/model.onnx.`);
    const library = findLibrary([folder, ...lookIn]);
    if (!library) {
      throw new Refusal(
        `A model needs the package ${MODEL_LIBRARY}. Install it in the folder of your corpus: npm install ${MODEL_LIBRARY}`,
      );
    }
    const workerData: WorkerData = { library, folder, dtype: weights.dtype };
    const classifier = new TokenClassifier(new Worker(script, { workerData }));
    try {
      await classifier.#answer();
    } catch (error) {
      await classifier.close();
      const reason = error instanceof Error ? error.message : String(error);
      throw new Refusal(`The model in ${folder} cannot be loaded: ${reason}`);
    }
    return classifier;
  }

  /** The spans that the model would tag in a canonical text, in text order. */
  async spans(text: string, language: Language): Promise<SuggestedSpan[]> {
    const { tokens, layout } = readPassage(text, language);
    const spans: SuggestedSpan[] = [];
    for (let from = 0; from < layout.sentences.length; from += BATCH) {
      const rows = layout.sentences.slice(from, from + BATCH).map((first, i) => {
        const end = layout.sentences[from + i + 1] ?? tokens.length;
        return Array.from({ length: end - first }, (_, word) => first + word);
      });
      const labels = await this.#label(
        rows.map((row) =>
          row.map((token) => ({
            text: text.slice(tokens.start[token], tokens.end[token]),
            spaceBefore: (tokens.flags[token] & TokenFlag.spaceBefore) !== 0,
          })),
        ),
      );
      for (const [i, row] of rows.entries()) {
        const words = row.map((token, at) => {
          return { start: tokens.start[token], end: tokens.end[token], ...labels[i][at] };
        });
        spans.push(...spansOf(words));
      }
    }
    return spans;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #label(sentences: readonly (readonly ModelWord[])[]): Promise<WordLabel[][]> {
    const answer = this.#answer();
    this.#worker.postMessage(sentences);
    return answer;
  }

  /** The worker's next answer; rejects if it fails or ends instead. */
  #answer(): Promise<WordLabel[][]> {
    return new Promise((resolve, reject) => {
      this.#take = (answer) => {
        if ('error' in answer) reject(new Error(answer.error));
        else resolve(answer.labels);
      };
    });
  }
}
