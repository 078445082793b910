import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  addSuggestions,
  LEAST_SCORE,
  type SuggestionOptions,
} from '../../core/suggest/suggestions.ts';
import { isLayerName, sidecarName } from '../../core/tags/files.ts';
import { fingerprintOf } from '../../core/tags/fingerprint.ts';
import { rewriteSidecar } from '../../core/tags/rewrite.ts';
import { emptySidecar } from '../../core/tags/sidecar.ts';
import { ChunkedText } from '../../core/text/document.ts';
import { TokenClassifier } from '../../node/model/tokenClassifier.ts';
import { updateFile } from '../../node/write.ts';
import {
  type Command,
  Exit,
  expectOperands,
  Failures,
  textOf,
  UsageError,
  type Values,
} from '../command.ts';
import type { Io } from '../io.ts';
import { fitted, readableSidecar } from '../sidecars.ts';
import { readText, type TextFile, textFiles } from '../texts.ts';

/** Adds a model's suggestions to texts' sidecars. */
export const suggest: Command = {
  name: 'suggest',
  usage: '--model FOLDER PATH…',
  about:
    'Add the tags that a token classification model of your own suggests, for a person to accept or\nreject. The model is read from FOLDER (config.json, tokenizer.json, onnx/model.onnx) and run by the\npackage @huggingface/transformers, which you install; nothing is downloaded.',
  options: {
    model: { type: 'string', value: 'FOLDER', about: 'The folder of the model.' },
    min: {
      type: 'string',
      value: 'SCORE',
      about: `Leave out what is less sure than this, 0 to 1 (${LEAST_SCORE}).`,
    },
    layer: { type: 'string', value: 'LAYER', about: 'Write to this annotator’s own sidecar.' },
  },
  async run(operands, values, io) {
    expectOperands(operands, 'PATH…', 1);
    const wanted = readOptions(values, io);
    const failures = new Failures(io, values);
    const own = dirname(realpathSync(process.argv[1]));
    const model = await TokenClassifier.open(wanted.folder, [io.cwd, own], join(own, 'model.js'));
    try {
      for await (const file of textFiles(operands, io, failures)) {
        await failures.guard(async () => {
          const added = await suggestFor(file, model, wanted, io);
          await io.write(`${file.shown}: ${added} suggested\n`);
        });
      }
    } finally {
      await model.close();
    }
    return failures.exit(Exit.done);
  },
};

interface Wanted {
  readonly folder: string;
  readonly least: number;
  readonly layer: string | undefined;
}

function readOptions(values: Values, io: Io): Wanted {
  const model = textOf(values, 'model');
  if (model === undefined) throw new UsageError('Give --model FOLDER, the folder of the model.');
  const layer = textOf(values, 'layer');
  if (layer !== undefined && !isLayerName(layer)) {
    throw new UsageError(`--layer: “${layer}” may hold only letters, digits, “_” and “-”.`);
  }
  const min = textOf(values, 'min') ?? String(LEAST_SCORE);
  const least = Number(min);
  if (min.trim() === '' || !(least >= 0 && least <= 1)) {
    throw new UsageError(`--min must be a number from 0 to 1, not “${min}”.`);
  }
  return { folder: resolve(io.cwd, model), least, layer };
}

/** Answers how many tags were added to the text's sidecar. */
async function suggestFor(
  { path, shown, corpus }: TextFile,
  model: TokenClassifier,
  { folder, least, layer }: Wanted,
  io: Io,
): Promise<number> {
  const text = await readText(path, shown);
  const { labels } = corpus.configuration;
  const all = await model.spans(text, await corpus.languageOf(new ChunkedText(text)));
  const spans = all.filter(({ score }) => score >= least);
  const options: SuggestionOptions = {
    labels: labels.map(({ name }) => name),
    by: `model ${basename(folder)}`,
    at: io.now().toISOString(),
  };
  let added = 0;
  const sidecar = join(dirname(path), sidecarName(basename(path), layer));
  await updateFile(sidecar, (source) => {
    const before =
      source === null ? emptySidecar(fingerprintOf(text)) : readableSidecar(source, sidecar);
    const after = addSuggestions(fitted(before, text), spans, text, options);
    added = after.added.length;
    return added === 0 ? source : rewriteSidecar(source ?? '', after.sidecar);
  });
  return added;
}
