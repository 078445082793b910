import { join } from 'node:path';
import type { Span } from '../../core/span.ts';
import { addTag } from '../../core/tags/edits.ts';
import { isLayerName, sidecarName } from '../../core/tags/files.ts';
import { fingerprintOf } from '../../core/tags/fingerprint.ts';
import { quotesWith, tooLong } from '../../core/tags/quoteLimit.ts';
import { rewriteSidecar } from '../../core/tags/rewrite.ts';
import { emptySidecar, newId } from '../../core/tags/sidecar.ts';
import { isGraphemeBoundary } from '../../core/text/graphemes.ts';
import { FileRefused, updateFile } from '../../node/write.ts';
import type { Corpus } from '../../state/corpus.ts';
import { type Command, Exit, expectOperands, textOf, UsageError } from '../command.ts';
import type { Io } from '../io.ts';
import { fitted, readableSidecar } from '../sidecars.ts';
import { Corpora, readText, shownLike, textOperand } from '../texts.ts';

/** Adds one tag to a text's sidecar. */
export const tag: Command = {
  name: 'tag',
  usage: 'FILE LABEL START END',
  about: 'Tag the text from offset START to END, and print the id of the tag.',
  options: {
    entity: { type: 'string', value: 'ID', about: 'Link the tag to an entity of the registry.' },
    by: { type: 'string', value: 'NAME', about: 'Who tags.' },
    layer: { type: 'string', value: 'LAYER', about: 'Write to this annotator’s own sidecar.' },
  },
  async run(operands, values, io) {
    expectOperands(operands, 'FILE LABEL START END', 4, 4);
    const [file, label, start, end] = operands;
    const layer = textOf(values, 'layer');
    if (layer !== undefined && !isLayerName(layer)) {
      throw new UsageError(`--layer: “${layer}” may hold only letters, digits, “_” and “-”.`);
    }
    if (label === '') throw new UsageError('LABEL must not be empty.');
    const { path, name, folder } = textOperand(file, io);
    const text = await readText(path, file);
    const span = spanOf(start, end, text);
    const entity = textOf(values, 'entity');
    warn(await new Corpora().of(path), label, entity, io);

    const draft = {
      ...span,
      id: newId(),
      label,
      entity,
      by: textOf(values, 'by'),
      at: io.now().toISOString(),
    };
    const sidecar = join(folder, sidecarName(name, layer));
    const shown = shownLike(file, sidecar, io);
    await updateFile(sidecar, (source) => {
      const before =
        source === null ? emptySidecar(fingerprintOf(text)) : readableSidecar(source, shown);
      const length = quotesWith(before, [span]);
      if (!length.fits) throw new FileRefused(sidecar, tooLong(length, 'The sidecar'));
      return rewriteSidecar(source ?? '', addTag(fitted(before, text), draft, text).sidecar);
    });
    await io.write(`${draft.id}\n`);
    return Exit.done;
  },
};

/** The stretch of text that two operands mean. */
function spanOf(from: string, to: string, text: string): Span {
  const [start, end] = [from, to].map((operand) => {
    if (!/^\d{1,15}$/.test(operand)) {
      throw new UsageError(`START and END must be whole numbers, not “${operand}”.`);
    }
    return Number(operand);
  });
  if (start >= end) throw new UsageError(`START (${start}) must be less than END (${end}).`);
  if (end > text.length) {
    throw new UsageError(`END (${end}) lies past the end of the text, which is ${text.length}.`);
  }
  for (const offset of [start, end]) {
    if (!isGraphemeBoundary(text, offset)) {
      throw new UsageError(`The offset ${offset} lies within a character.`);
    }
  }
  return { start, end };
}

/** Says what `check` will find fault with; the tag is written all the same. */
function warn(corpus: Corpus, label: string, entity: string | undefined, io: Io): void {
  if (!corpus.configuration.labels.some(({ name }) => name === label)) {
    io.error(`glossator: warning: the tagset has no label “${label}”.`);
  }
  if (entity !== undefined && !corpus.registry.entities.has(entity)) {
    io.error(`glossator: warning: the registry has no entity “${entity}”.`);
  }
}
