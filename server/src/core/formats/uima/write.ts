import type { Span } from '../../span.ts';
import { jsonLine } from '../../tags/serialise.ts';
import type { CorpusFacts, TaggedText, Written } from '../format.ts';
import { conceptIri, iriOf } from '../linked.ts';
import { pathStem } from '../paths.ts';
import { sentencesOf } from '../sentences.ts';
import { documentFields, RELATION_KEY, relationField, TAG_KEY, tagField } from './own.ts';
import {
  DOCUMENT_META_DATA,
  declared,
  FIELD,
  INITIAL_VIEW,
  NAMED_ENTITY,
  RELATION,
  SENTENCE,
  SOFA,
  TOKEN,
} from './types.ts';

/** The feature structures of one file, numbered from 1 as they come. */
class Structures {
  readonly list: Readonly<Record<string, unknown>>[] = [];

  /** @returns the structure's id */
  add(type: string, features: Readonly<Record<string, unknown>>): number {
    const id = this.list.length + 1;
    this.list.push({ '%ID': id, '%TYPE': type, ...features });
    return id;
  }

  /** Adds one that lies over a stretch of the text. */
  over({ start, end }: Span, type: string, features: Readonly<Record<string, unknown>> = {}) {
    return this.add(type, { '@sofa': 1, begin: start, end, ...features });
  }
}

/** Writes `a.json` for `a.txt`; offsets are UTF-16 units. */
export function writeUimaJson(texts: readonly TaggedText[], corpus: CorpusFacts): Written {
  const files = texts.map((text) => ({
    path: `${pathStem(text.file)}.json`,
    content: sourceOf(text, corpus),
  }));
  return { files, losses: [] };
}

function sourceOf(tagged: TaggedText, corpus: CorpusFacts): string {
  const structures = new Structures();
  const { list } = structures;
  addText(structures, tagged);
  addTags(structures, tagged, corpus);
  const types = declared(list.some((structure) => structure['%TYPE'] === RELATION));
  const view = { '%SOFA': 1, '%MEMBERS': list.slice(1).map((structure) => structure['%ID']) };
  const lines = (items: readonly string[]) => items.map((item) => `    ${item}`).join(',\n');
  const declarations = Object.entries(types).map(
    ([name, type]) => `${JSON.stringify(name)}: ${jsonLine(type)}`,
  );
  return `{
  "%TYPES": {
${lines(declarations)}
  },
  "%FEATURE_STRUCTURES": [
${lines(list.map(jsonLine))}
  ],
  "%VIEWS": ${jsonLine({ [INITIAL_VIEW]: view })}
}
`;
}

/** The text itself, which must come first, what it is called, its sentences and tokens. */
function addText(structures: Structures, tagged: TaggedText): void {
  const { file, text, language, sidecar } = tagged;
  const whole = { start: 0, end: text.length };
  const name = file.slice(file.lastIndexOf('/') + 1);
  structures.add(SOFA, {
    sofaNum: 1,
    sofaID: INITIAL_VIEW,
    mimeType: 'text',
    sofaString: text,
  });
  structures.over(whole, DOCUMENT_META_DATA, {
    language: language.code,
    documentTitle: name,
    documentId: name,
    isLastSegment: false,
  });
  for (const [key, value] of documentFields(sidecar.document)) {
    structures.over(whole, FIELD, { key, value });
  }
  for (const { tokens, ...sentence } of sentencesOf(tagged)) {
    structures.over(sentence, SENTENCE);
    for (const token of tokens) structures.over(token, TOKEN);
  }
}

/**
 * A named entity for each tag, and beside it a field for what has no feature
 * there. Features or types of our own are none: INCEpTION refuses a file whose
 * types its project does not know. A rejected tag would be shown as a tag like
 * any other, so it and its relations are fields only.
 */
function addTags(structures: Structures, { sidecar }: TaggedText, { entities }: CorpusFacts): void {
  const places = new Map<string, Span>();
  const named = new Map<string, number>();
  for (const tag of sidecar.tags) {
    const iri = iriOf(tag.entity === undefined ? undefined : entities.get(tag.entity));
    const identifier = iri === null ? tag.entity : conceptIri(iri);
    places.set(tag.id, tag);
    if (tag.status !== 'rejected') {
      const features = { value: tag.label, ...(identifier !== undefined && { identifier }) };
      named.set(tag.id, structures.over(tag, NAMED_ENTITY, features));
    }
    structures.over(tag, FIELD, { key: TAG_KEY, value: tagField(tag, identifier) });
  }
  for (const relation of sidecar.relations) {
    const { label, from, to } = relation;
    const place = places.get(to);
    if (!place) continue;
    const [governor, dependent] = [named.get(from), named.get(to)];
    if (governor === undefined || dependent === undefined) {
      structures.over(place, FIELD, { key: RELATION_KEY, value: relationField(relation) });
    } else {
      structures.over(place, RELATION, { '@Governor': governor, '@Dependent': dependent, label });
    }
  }
}
