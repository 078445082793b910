/**
 * Builds a token classification model of a few hundred bytes, in the layout
 * that @huggingface/transformers reads: a word-level tokeniser, and a network
 * that is one table from a token's id to its logits.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the model says of each word it knows; every other word is `O`. */
export type WordLabels = Readonly<Record<string, string>>;

const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];

/** Writes the model into a folder. */
export async function writeTinyModel(folder: string, words: WordLabels): Promise<void> {
  const labels = ['O', ...new Set(Object.values(words))];
  const vocabulary = [...special, ...Object.keys(words)];
  const rows = vocabulary.map((word) => {
    const wanted = labels.indexOf(words[word] ?? 'O');
    return labels.map((_, id) => (id === wanted ? 4 : 0));
  });
  await mkdir(join(folder, 'onnx'), { recursive: true });
  await writeFile(join(folder, 'onnx/model.onnx'), onnxTable(rows));
  await writeFile(join(folder, 'config.json'), JSON.stringify(config(labels, vocabulary.length)));
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer(vocabulary)));
  await writeFile(
    join(folder, 'tokenizer_config.json'),
    JSON.stringify({ tokenizer_class: 'PreTrainedTokenizerFast', unk_token: '[UNK]' }),
  );
}

function config(labels: readonly string[], size: number): object {
  return {
    model_type: 'bert',
    architectures: ['BertForTokenClassification'],
    vocab_size: size,
    max_position_embeddings: 16,
    id2label: Object.fromEntries(labels.entries()),
    label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
  };
}

function tokenizer(vocabulary: readonly string[]): object {
  const added = special.map((content, id) => {
    const plain = { single_word: false, lstrip: false, rstrip: false, normalized: false };
    return { id, content, special: true, ...plain };
  });
  const frame = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const sequence = (id: string) => ({ Sequence: { id, type_id: 0 } });
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: added,
    normalizer: null,
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [frame('[CLS]'), sequence('A'), frame('[SEP]')],
      pair: [frame('[CLS]'), sequence('A'), frame('[SEP]'), sequence('B'), frame('[SEP]')],
      special_tokens: Object.fromEntries(
        ['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [vocabulary.indexOf(id)], tokens: [id] }]),
      ),
    },
    decoder: null,
    model: {
      type: 'WordLevel',
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
      unk_token: '[UNK]',
    },
  };
}

/**
 * An ONNX file whose graph is `logits = Gather(table, input_ids)`. Field
 * numbers are those of onnx.proto (ModelProto, GraphProto, NodeProto,
 * TensorProto, ValueInfoProto).
 */
function onnxTable(rows: readonly (readonly number[])[]): Uint8Array {
  const raw = Buffer.from(Float32Array.from(rows.flat()).buffer);
  const table = message(
    [1, rows.length],
    [1, rows[0].length],
    [2, 1], // float
    [8, 'table'],
    [9, raw],
  );
  const gather = message([1, 'table'], [1, 'input_ids'], [2, 'logits'], [4, 'Gather']);
  const graph = message(
    [1, gather],
    [2, 'table'],
    [5, table],
    [11, tensorInfo('input_ids', 7, ['batch', 'length'])],
    [12, tensorInfo('logits', 1, ['batch', 'length', 'labels'])],
  );
  return message([1, 8], [7, graph], [8, message([1, ''], [2, 13])]);
}

function tensorInfo(name: string, type: number, dims: readonly string[]): Uint8Array {
  const shape = message(...dims.map((dim): [number, Uint8Array] => [1, message([2, dim])]));
  return message([1, name], [2, message([1, message([1, type], [2, shape])])]);
}

/** A protocol buffers message: numbers as varints, everything else with its length. */
function message(...fields: readonly [number, number | string | Uint8Array][]): Uint8Array {
  const parts = fields.map(([field, value]) => {
    if (typeof value === 'number') return Buffer.from([...varint(field << 3), ...varint(value)]);
    const bytes = Buffer.from(value);
    return Buffer.concat([
      Buffer.from([...varint((field << 3) | 2), ...varint(bytes.length)]),
      bytes,
    ]);
  });
  return Buffer.concat(parts);
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}
