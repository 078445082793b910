import { surroundings } from '../../tags/context.ts';
import type { Relation, Sidecar, Tag } from '../../tags/model.ts';
import { jsonLine } from '../../tags/serialise.ts';
import { CodePoints } from '../codePoints.ts';
import type { CorpusFacts, TaggedText, Written, WrittenFile } from '../format.ts';
import { iriOf } from '../linked.ts';
import { pathStem } from '../paths.ts';
import { ATTRIBUTES, context, ENTITY, iriOfEntity, iriOfId, STATUS } from './names.ts';

type Entities = CorpusFacts['entities'];

/** Writes `a.jsonld` for `a.txt`, an annotation a line, and a copy of the text. */
export function writeW3c(texts: readonly TaggedText[], { entities }: CorpusFacts): Written {
  const files = texts.flatMap((text): WrittenFile[] => [
    { path: `${pathStem(text.file)}.jsonld`, content: pageOf(text, entities) },
    { path: text.file, content: text.text, aside: true },
  ]);
  return { files, losses: [] };
}

function pageOf({ file, text, sidecar }: TaggedText, entities: Entities): string {
  const source = encodeURIComponent(file.slice(file.lastIndexOf('/') + 1));
  const points = new CodePoints(text);
  const targetOf = (tag: Tag) => {
    const { fragments } = tag;
    const pieces = fragments && fragments.length > 1 ? fragments : [[tag.start, tag.end] as const];
    const targets = pieces.map(([start, end]) => piece(source, text, points, start, end));
    return targets.length === 1 ? targets[0] : targets;
  };
  const annotations = [
    ...documentOf(sidecar.document, file, source),
    ...sidecar.tags.map((tag) => annotationOf(tag, targetOf(tag), entities)),
    ...sidecar.relations.flatMap(linksOf),
  ];
  const items = annotations.map((annotation) => `\n    ${jsonLine(annotation)}`).join(',');
  return `{
  "@context": ${jsonLine(context)},
  "id": ${JSON.stringify(`urn:glossator:page:${encodeURIComponent(file)}`)},
  "type": "AnnotationPage",
  "items": [${items}${items === '' ? '' : '\n  '}]
}
`;
}

/** A stretch of the text, by its quote and by its position; the model counts code points. */
function piece(source: string, text: string, points: CodePoints, start: number, end: number) {
  const { prefix, suffix } = surroundings(text, { start, end });
  const position = { start: points.fromUnits(start), end: points.fromUnits(end) };
  return {
    source,
    selector: [
      { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix, suffix },
      { type: 'TextPositionSelector', ...position },
    ],
  };
}

function annotationOf(tag: Tag, target: unknown, entities: Entities) {
  const { id, label, entity, note, by, at, attributes, status } = tag;
  return {
    id: iriOfId(id),
    type: 'Annotation',
    motivation: entity === undefined ? 'tagging' : ['tagging', 'identifying'],
    ...(by !== undefined && { creator: { name: by } }),
    ...(at !== undefined && { created: at }),
    body: [
      textual(label, 'tagging'),
      ...(entity === undefined ? [] : [identifying(entity, entities)]),
      ...(note === undefined ? [] : [textual(note, 'commenting')]),
    ],
    target,
    ...(attributes && { [ATTRIBUTES]: attributes }),
    ...(status !== undefined && { [STATUS]: status }),
  };
}

function textual(value: string, purpose: string) {
  return { type: 'TextualBody', value, format: 'text/plain', purpose };
}

function identifying(id: string, entities: Entities) {
  const entity = entities.get(id);
  const source = iriOf(entity) ?? iriOfEntity(id);
  const name = entity && { name: entity.name };
  return { type: 'SpecificResource', source, purpose: 'identifying', [ENTITY]: id, ...name };
}

/** What is said of the whole text: an annotation of the file. */
function documentOf({ labels, attributes }: Sidecar['document'], file: string, source: string) {
  const some = Object.keys(attributes).length > 0;
  if (labels.length === 0 && !some) return [];
  return [
    {
      id: `urn:glossator:document:${encodeURIComponent(file)}`,
      type: 'Annotation',
      motivation: 'classifying',
      body: labels.map((label) => textual(label, 'classifying')),
      target: source,
      ...(some && { [ATTRIBUTES]: attributes }),
    },
  ];
}

/** A relation as Recogito has it: a link from its target to its body, and an annotation of the link that names it. */
function linksOf({ id, label, from, to }: Relation) {
  const iri = iriOfId(id);
  const link = { motivation: 'linking', body: iriOfId(to), target: iriOfId(from) };
  return [
    { id: iri, type: 'Annotation', ...link },
    {
      id: `${iri}:label`,
      type: 'Annotation',
      motivation: 'tagging',
      body: textual(label, 'tagging'),
      target: iri,
    },
  ];
}
