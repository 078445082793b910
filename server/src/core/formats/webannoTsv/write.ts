import type { Relation, Sidecar, Tag } from '../../tags/model.ts';
import type { TaggedText, Written, WrittenFile } from '../format.ts';
import { Losses } from '../losses.ts';
import { pathStem } from '../paths.ts';
import { escapeText, escapeValue } from './escapes.ts';
import { sentencesIn } from './layout.ts';
import { type Units, type UnitToWrite, unitsOf } from './units.ts';
import { ENTITY, LABEL, NOTE, RELATIONS, SPANS, valueFrom } from './values.ts';

/** Writes each text into a file of its own: tags as named entities, relations between these. */
export function writeWebannoTsv(texts: readonly TaggedText[]): Written {
  const losses = new Losses();
  const files = texts.map((text): WrittenFile => {
    return { path: `${pathStem(text.file)}.tsv`, content: contentOf(text, losses) };
  });
  return { files, losses: losses.list() };
}

/** A feature of the layer: its name, and what a tag has for it, if anything. */
interface FeatureToWrite {
  readonly name: string;
  readonly of: (tag: Tag) => string | undefined;
}

function contentOf(text: TaggedText, losses: Losses): string {
  const { sidecar } = text;
  countLosses(text, losses);
  const features = featuresOf(sidecar);
  const sentences = sentencesIn(text);
  const units = unitsOf(sentences, sidecar.tags);
  const towards = relationsByUnit(sidecar, units);
  const head = [
    '#FORMAT=WebAnno TSV 3.3',
    `#T_SP=${[SPANS, ...features.map(({ name }) => name)].join('|')}`,
    ...(towards ? [`#T_RL=${RELATIONS}|${LABEL}|BT_${SPANS}`] : []),
    '',
  ];
  const bodies = sentences.map(({ start, end }, i) => [
    '',
    ...text.text
      .slice(start, end)
      .split('\n')
      .map((line) => `#Text=${escapeText(line)}`),
    ...units.lines[i].map((unit) => {
      const spans = features.map((feature) => stackOf(unit.tags, feature, units));
      const columns = [...spans, ...(towards ? relationsOf(unit, towards, units) : [])];
      const word = escapeText(text.text.slice(unit.start, unit.end));
      return `${unit.key}\t${unit.start}-${unit.end}\t${word}\t${columns.join('\t')}\t`;
    }),
  ]);
  return `${[...head, ...bodies.flat()].join('\n')}\n`;
}

/** The features of the layer: the two that it always has, then those that this text uses. */
function featuresOf({ tags }: Sidecar): FeatureToWrite[] {
  const names = new Set(tags.flatMap(({ attributes }) => Object.keys(attributes ?? {})));
  const attributes = [...names].filter(canBeFeature).sort();
  const features: FeatureToWrite[] = [
    { name: ENTITY, of: ({ entity }) => entity },
    { name: LABEL, of: ({ label }) => label },
    ...attributes.map((name) => ({
      name,
      of: (tag: Tag) => {
        const said = tag.attributes;
        return said && Object.hasOwn(said, name) ? String(said[name]) : undefined;
      },
    })),
  ];
  if (tags.some(({ note }) => note)) features.push({ name: NOTE, of: ({ note }) => note });
  return features;
}

/** Whether an attribute can have a column: the name must not be another feature's or part the head. */
function canBeFeature(name: string): boolean {
  return (
    name !== ENTITY &&
    name !== LABEL &&
    name !== NOTE &&
    !name.startsWith('ROLE_') &&
    /^[^|\t\n\r]+$/.test(name)
  );
}

/** Counts what has no column, and texts that come back as numbers or truth values. */
function countLosses({ file, sidecar }: TaggedText, losses: Losses): void {
  for (const { attributes, entity, note } of sidecar.tags) {
    if (entity === '') losses.add(file, 'entity');
    if (note === '') losses.add(file, 'note');
    for (const [name, value] of Object.entries(attributes ?? {})) {
      const changed = typeof value === 'string' && valueFrom(value) !== value;
      if (!canBeFeature(name) || value === '' || changed) losses.add(file, 'attributes');
    }
  }
}

/** One column of a unit: a value of every tag that lies there. */
function stackOf(tags: readonly Tag[], { of }: FeatureToWrite, { numbers }: Units): string {
  if (tags.length === 0) return '_';
  const items = tags.map((tag) => {
    const value = of(tag);
    const number = numbers.get(tag.id);
    // Where nothing is said there is a `*`; one that is meant has a backslash.
    return (value ? escapeValue(value) : '*') + (number === undefined ? '' : `[${number}]`);
  });
  return items.join('|');
}

/** Relations by the unit that the tag they lead to begins in; null where there are none. */
function relationsByUnit({ relations }: Sidecar, { keys }: Units) {
  if (relations.length === 0) return null;
  const towards = new Map<string, Relation[]>();
  for (const relation of relations) {
    const key = keys.get(relation.to) ?? '';
    const known = towards.get(key);
    if (known) known.push(relation);
    else towards.set(key, [relation]);
  }
  return towards;
}

/** The two columns of relations of a unit: what they are, and what they come from. */
function relationsOf(
  { key }: UnitToWrite,
  towards: ReadonlyMap<string, readonly Relation[]>,
  { keys, numbers }: Units,
): [string, string] {
  const relations = towards.get(key) ?? [];
  if (relations.length === 0) return ['_', '_'];
  const sources = relations.map(({ from, to }) => {
    const [source, target] = [numbers.get(from) ?? 0, numbers.get(to) ?? 0];
    return `${keys.get(from)}${source + target > 0 ? `[${source}_${target}]` : ''}`;
  });
  const labels = relations.map(({ label }) => (label ? escapeValue(label) : '*'));
  return [labels.join('|'), sources.join('|')];
}
