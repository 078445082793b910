import { type LabelDefinition, labelColour } from '../../corpus/configuration.ts';
import type { WrittenFile } from '../format.ts';
import { drawnColour } from './colours.ts';
import type { Usage } from './usage.ts';
import { canBeNamed } from './values.ts';

/** The configurations that show and change the annotations in brat as they are meant. */
export function writeTagset(usage: Usage): WrittenFile[] {
  const labels = usage.labels.filter(({ name }) => canBeNamed(name));
  const shortcuts = labels.flatMap(({ name, key }) =>
    key === undefined ? [] : [`${key.toUpperCase()}\t${name}`],
  );
  const files = [
    { path: 'annotation.conf', content: annotationSource(usage, labels) },
    { path: 'visual.conf', content: visualSource(usage) },
    ...(shortcuts.length > 0 ? [{ path: 'kb_shortcuts.conf', content: lines(shortcuts) }] : []),
  ];
  return files.map((file) => ({ ...file, aside: true }));
}

function annotationSource(usage: Usage, labels: readonly LabelDefinition[]): string {
  const relations = usage.relations.flatMap(({ name, from, to }) => {
    if (!canBeNamed(name)) return [];
    const alike = name === 'Equiv' ? ', <REL-TYPE>:symmetric-transitive' : '';
    return [`${name}\tArg1:${types(from)}, Arg2:${types(to)}${alike}`];
  });
  if (usage.overlap) {
    relations.push('<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>');
  }
  const names = new Set(labels.map(({ name }) => name));
  const attributes = Array.from(usage.attributes, ([name, { labels: owners, values }]) => {
    const named = [...owners].filter((label) => names.has(label));
    const value = values.size > 0 ? `, Value:${[...values].join('|')}` : '';
    return `${name}\tArg:${named.join('|') || '<ENTITY>'}${value}`;
  });
  return sections({ entities: hierarchy(labels), relations, events: [], attributes });
}

function types(labels: readonly string[] | undefined): string {
  const known = labels?.filter(canBeNamed) ?? [];
  return known.length > 0 ? known.join('|') : '<ANY>';
}

/** The labels a line each, those that are kinds of another one under it, a tab deeper. */
function hierarchy(labels: readonly LabelDefinition[]): string[] {
  const ofParent = new Map<string | undefined, LabelDefinition[]>();
  const names = new Set(labels.map(({ name }) => name));
  for (const label of labels) {
    const parent = names.has(label.parent ?? '') ? label.parent : undefined;
    ofParent.set(parent, [...(ofParent.get(parent) ?? []), label]);
  }
  const written = new Set<string>();
  const list = (those: readonly LabelDefinition[], indent: string): string[] =>
    those.flatMap(({ name }) => {
      if (written.has(name)) return [];
      written.add(name);
      return [`${indent}${name}`, ...list(ofParent.get(name) ?? [], `${indent}\t`)];
    });
  // Labels that would be kinds of themselves hang under no root; they come last.
  return [...list(ofParent.get(undefined) ?? [], ''), ...list(labels, '')];
}

function visualSource({ labels, relations }: Usage): string {
  const titles = [...labels, ...relations].flatMap(({ name, title }) => {
    const shown = title?.replace(/[\s\p{Cc}|]+/gu, ' ').trim();
    return shown && canBeNamed(name) ? [`${name} | ${shown}`] : [];
  });
  const drawing = labels.flatMap((label, at) => {
    if (!canBeNamed(label.name)) return [];
    const { background, text } = drawnColour(labelColour(label, at));
    return [`${label.name}\tbgColor:${background}, fgColor:${text}, borderColor:darken`];
  });
  return sections({
    labels: [...new Set(titles)],
    drawing: [
      'SPAN_DEFAULT\tbgColor:lightgreen, fgColor:black, borderColor:darken',
      'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
      ...drawing,
    ],
  });
}

function sections(all: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(all)
    .map(([name, content]) => lines([`[${name}]`, ...content]))
    .join('\n');
}

function lines(list: readonly string[]): string {
  return list.map((line) => `${line}\n`).join('');
}
