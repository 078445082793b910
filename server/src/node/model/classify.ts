import type { Model, ModelLibrary, Tensor, Tokenizer } from './library.ts';

/** One word of a sentence, as the model's tokeniser is to see it. */
export interface ModelWord {
  readonly text: string;
  /** Whether white space stands before it. */
  readonly spaceBefore: boolean;
}

/** What the model says of one word. */
export interface WordLabel {
  readonly label: string;
  readonly score: number;
}

/** Most tokens that go into the model at once; the limit of the BERT family. */
const MOST_TOKENS = 512;

/**
 * Labels the words of sentences. Each word is cut into the model's own tokens
 * by itself, and its first token speaks for it, so that labels come back for
 * our words whatever the model's tokeniser does. A sentence longer than the
 * model takes is cut between words.
 */
export class Classifier {
  readonly #library: ModelLibrary;
  readonly #tokenizer: Tokenizer;
  readonly #model: Model;
  readonly #labels: readonly string[];
  readonly #before: readonly number[];
  readonly #behind: readonly number[];

  constructor(library: ModelLibrary, tokenizer: Tokenizer, model: Model) {
    this.#library = library;
    this.#tokenizer = tokenizer;
    this.#model = model;
    const labels: string[] = [];
    for (const [id, label] of Object.entries(model.config.id2label ?? {})) {
      labels[Number(id)] = label;
    }
    this.#labels = labels;
    [this.#before, this.#behind] = frame(tokenizer);
  }

  async label(sentence: readonly ModelWord[]): Promise<WordLabel[]> {
    const labels: WordLabel[] = [];
    let ids: number[] = [];
    let firsts: number[] = [];
    const most =
      Math.min(this.#model.config.max_position_embeddings ?? MOST_TOKENS, MOST_TOKENS) -
      this.#before.length -
      this.#behind.length;
    for (const { text, spaceBefore } of sentence) {
      const word = this.#tokenizer
        .encode(spaceBefore ? ` ${text}` : text, { add_special_tokens: false })
        .slice(0, most);
      if (ids.length + word.length > most) {
        labels.push(...(await this.#run(ids, firsts)));
        [ids, firsts] = [[], []];
      }
      firsts.push(word.length > 0 ? ids.length : -1);
      ids.push(...word);
    }
    labels.push(...(await this.#run(ids, firsts)));
    return labels;
  }

  /** One run of the model; `firsts` are the places of the words' first tokens, −1 for a word without any. */
  async #run(ids: readonly number[], firsts: readonly number[]): Promise<WordLabel[]> {
    if (ids.length === 0) return firsts.map(() => nothing);
    const all = [...this.#before, ...ids, ...this.#behind];
    const { logits } = await this.#model({
      input_ids: this.#tensor(all),
      attention_mask: this.#tensor(all.map(() => 1)),
      token_type_ids: this.#tensor(all.map(() => 0)),
    });
    return firsts.map((first) => (first < 0 ? nothing : this.#best(logits, first)));
  }

  #best(logits: Tensor, token: number): WordLabel {
    const width = logits.dims[2];
    const from = (this.#before.length + token) * width;
    let best = 0;
    for (let id = 1; id < width; id++) {
      if (logits.data[from + id] > logits.data[from + best]) best = id;
    }
    // Softmax of the best label, shifted by it so that nothing overflows.
    let sum = 0;
    for (let id = 0; id < width; id++) {
      sum += Math.exp(logits.data[from + id] - logits.data[from + best]);
    }
    return { label: this.#labels[best] ?? 'O', score: 1 / sum };
  }

  #tensor(values: readonly number[]): Tensor {
    const { Tensor } = this.#library;
    return new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  }
}

const nothing: WordLabel = { label: 'O', score: 1 };

/** The special tokens that the model expects before and behind a sentence. */
function frame(tokenizer: Tokenizer): [before: number[], behind: number[]] {
  const bare = tokenizer.encode('a', { add_special_tokens: false });
  const framed = tokenizer.encode('a', { add_special_tokens: true });
  const at = framed.indexOf(bare[0]);
  return at < 0 ? [[], []] : [framed.slice(0, at), framed.slice(at + bare.length)];
}
