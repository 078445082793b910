import type { TaggedText, Written } from '../format.ts';
import { jsonLines } from '../jsonLines.ts';
import { Losses } from '../losses.ts';
import { FILE_KEY, freeAttributes } from '../recordValues.ts';
import { COUNT_KEY, recordKeys, WRITTEN_COUNT } from './keys.ts';

/** Writes `doccano.jsonl`, a text a line, as doccano exports entities with relations. */
export function writeDoccano(texts: readonly TaggedText[]): Written {
  const losses = new Losses();
  let entities = 0;
  let links = 0;
  const records = texts.map(({ file, text, sidecar }) => {
    const { attributes, left } = freeAttributes(sidecar.document, recordKeys);
    losses.add(file, 'document', left);
    const numbers = new Map(sidecar.tags.map(({ id }) => [id, ++entities]));
    const { labels } = sidecar.document;
    return {
      text,
      entities: sidecar.tags.map(({ id, label, start, end }) => ({
        id: numbers.get(id),
        label,
        start_offset: start,
        end_offset: end,
      })),
      relations: sidecar.relations.map(({ label, from, to }) => ({
        id: ++links,
        from_id: numbers.get(from),
        to_id: numbers.get(to),
        type: label,
      })),
      ...(labels.length > 0 && { cats: labels }),
      [FILE_KEY]: file,
      ...attributes,
      [COUNT_KEY]: WRITTEN_COUNT,
    };
  });
  return {
    files: [{ path: 'doccano.jsonl', content: jsonLines(records) }],
    losses: losses.list(),
  };
}
