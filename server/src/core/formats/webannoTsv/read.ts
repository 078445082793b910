import type { Entity } from '../../corpus/registry.ts';
import { Labels } from '../columns/labels.ts';
import type { FileProblem, FormatFile, Read, ReadRelation, ReadTag, ReadText } from '../format.ts';
import { Losses } from '../losses.ts';
import { type Annotation, Annotations } from './annotations.ts';
import { documentFrom, type TsvDocument } from './document.ts';
import { Faults } from './faults.ts';
import { mainFeature } from './header.ts';
import { Places } from './places.ts';
import { chainName, linksOf } from './relations.ts';
import { ENTITY, NOTE, valueFrom } from './values.ts';

/** What the files of one import share. */
interface Shared {
  readonly labels: Labels;
  readonly relations: Labels;
  readonly entities: Map<string, Entity>;
  readonly losses: Losses;
}

/**
 * Reads WebAnno TSV 3, a text a file. Annotations of every span layer become
 * tags; relations, links of slots and steps of chains become relations.
 */
export function readWebannoTsv(files: readonly FormatFile[]): Read {
  const [labels, relations] = [new Labels(), new Labels()];
  const shared: Shared = { labels, relations, entities: new Map(), losses: new Losses() };
  const problems: FileProblem[] = [];
  const texts: ReadText[] = [];
  const places = new Places();
  for (const { path, content } of files) {
    const faults = new Faults(path);
    const document = documentFrom(content, faults);
    if (document) {
      const place = places.of(path);
      texts.push({ ...place, ...contentOf(document, place.file, shared, faults) });
    }
    problems.push(...faults.list());
  }
  return {
    texts,
    tagset: { labels: labels.list(), relations: relations.list() },
    entities: [...shared.entities.values()],
    problems,
    losses: shared.losses.list(),
  };
}

function contentOf(
  document: TsvDocument,
  file: string,
  { labels, relations, entities, losses }: Shared,
  faults: Faults,
): Pick<ReadText, 'text' | 'tags' | 'relations'> {
  const annotations = new Annotations(document, faults);
  const { links, attributes, unfilled } = linksOf(document, annotations, faults);
  losses.add(file, 'attributes', attributes);
  losses.add(file, 'other', unfilled + document.sentenceIds);
  const refs = new Map(annotations.list.map((annotation, i) => [annotation, `t${i + 1}`]));
  const tags = annotations.list.map((annotation): ReadTag => {
    const { start, end } = annotation;
    const tag = { ref: refs.get(annotation) ?? '', start, end, ...meaningOf(annotation, labels) };
    if (tag.entity !== undefined && !entities.has(tag.entity)) {
      const name = document.text.slice(start, end).replace(/\s+/gu, ' ').trim();
      entities.set(tag.entity, recordOf(tag.entity, tag.label, name));
    }
    return tag;
  });
  const between = links.map(
    ({ label, from, to }): ReadRelation => ({
      label: relations.named(label),
      from: refs.get(from) ?? '',
      to: refs.get(to) ?? '',
    }),
  );
  return { text: document.text, tags, relations: between };
}

/** What an annotation's features say. */
function meaningOf({ layer, features }: Annotation, labels: Labels) {
  const main = mainFeature(layer);
  const name = layer.kind === 'chain' ? chainName(layer) : layer.short;
  const said = main === undefined ? undefined : features.get(main);
  const more = [...features].filter(
    ([feature]) => feature !== main && feature !== ENTITY && feature !== NOTE,
  );
  const [entity, note] = [features.get(ENTITY), features.get(NOTE)];
  return {
    label: labels.named(said || name),
    ...(entity && { entity }),
    ...(more.length > 0 && {
      attributes: Object.fromEntries(more.map(([feature, value]) => [feature, valueFrom(value)])),
    }),
    ...(note && { note }),
  };
}

/** A record for the registry; identifiers are mostly pages of a knowledge base. */
function recordOf(id: string, type: string, name: string): Entity {
  const page = /^https?:\/\/./i.test(id);
  return { id, type, name: name || id, aliases: [], ...(page && { sameAs: [id] }) };
}
