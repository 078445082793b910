import assert from 'node:assert/strict';
import { exported } from '../../../../server/src/core/formats/exported.ts';
import type {
  CorpusFacts,
  Format,
  FormatFile,
  Read,
} from '../../../../server/src/core/formats/format.ts';
import { imported } from '../../../../server/src/core/formats/imported.ts';
import { lossText } from '../../../../server/src/core/formats/losses.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { anchorTags } from '../../../../server/src/core/tags/anchor.ts';
import { makeTag, type TagDraft } from '../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import type { Relation, Sidecar } from '../../../../server/src/core/tags/model.ts';

/** A text with its tags, for `writtenIn`. */
export interface Given {
  readonly file: string;
  readonly text: string;
  readonly tags?: readonly TagDraft[];
  readonly relations?: readonly Relation[];
  readonly document?: Sidecar['document'];
}

const noTagset: CorpusFacts = { tagset: { labels: [], relations: [] }, entities: new Map() };

/** The files of these texts by their names, and what was lost as a person is told. */
export function writtenIn(
  format: Format,
  given: readonly Given[],
  corpus: CorpusFacts = noTagset,
): { readonly files: Map<string, string>; readonly lost: string } {
  const texts = given.map(({ file, text, tags = [], relations = [], document }) => {
    const sidecar = {
      text: fingerprintOf(text),
      document: document ?? { labels: [], attributes: {} },
      tags: tags.map((draft) => makeTag(draft, text)),
      relations,
    };
    return { file, text, language: en, sidecar, placed: anchorTags(sidecar, text) };
  });
  const { files, losses } = exported(format, texts, corpus);
  return {
    files: new Map(files.map(({ path, content }) => [path, content])),
    lost: lossText(losses),
  };
}

/** What a format reads in files, or in one file `data.jsonl` of these lines. */
export function readWith(format: Format, files: readonly unknown[]): Read {
  const given = files.filter(isFile);
  const lines = files.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const read = format.read?.(
    given.length > 0 ? given : [{ path: 'data.jsonl', content: lines.join('\n') }],
  );
  assert.ok(read);
  return read;
}

function isFile(value: unknown): value is FormatFile {
  return typeof value === 'object' && value !== null && 'path' in value && 'content' in value;
}

/** Each text's file (and layer), and each tag as its label, its text in the sidecar and what else it has. */
export function shown(read: Read): unknown[] {
  return read.texts.map((text) => {
    const { sidecar, problems } = imported(text);
    const names = new Map(sidecar.tags.map(({ id, quote }) => [id, quote]));
    return [
      text.layer === undefined ? text.file : `${text.file} ${text.layer}`,
      ...sidecar.tags.map(
        ({ id: _i, start: _s, end: _e, label, quote, prefix: _p, suffix: _x, ...rest }) =>
          Object.keys(rest).length > 0 ? [label, quote, rest] : [label, quote],
      ),
      ...sidecar.relations.map(
        ({ label, from, to }) => `${names.get(from)} ${label} ${names.get(to)}`,
      ),
      ...problems,
    ];
  });
}

/** The problems with their lines, and what was lost as a person is told. */
export function complaints({ problems, losses }: Read): string[] {
  return [
    ...problems.map(({ line, message }) => (line === undefined ? message : `${line}: ${message}`)),
    ...(losses.length > 0 ? [lossText(losses)] : []),
  ];
}
