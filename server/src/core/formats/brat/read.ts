import type { Entity } from '../../corpus/registry.ts';
import type { FileProblem, FormatFile, Read, ReadText } from '../format.ts';
import type { Loss } from '../losses.ts';
import { pathStem } from '../paths.ts';
import { readSections, type Sections } from './configuration.ts';
import { readTagset, roleName, sectionOf } from './readTagset.ts';
import { type Known, readText } from './readText.ts';

/** Ends of the names of files that hold annotations: brat's own, then those of the BioNLP shared tasks. */
const annotationEnds = ['.ann', '.a1', '.a2', '.rel', '.co'];

/** A text and what lies beside it, by the ends of their names. */
type Group = Map<string, FormatFile>;

/** The configurations of one kind with their folders. */
type Configurations = readonly { readonly folder: string; readonly sections: Sections }[];

/** Reads texts with their annotations, and the configurations of their folders. */
export function readBrat(files: readonly FormatFile[]): Read {
  const problems: FileProblem[] = [];
  const configurations = (name: string): Configurations =>
    files
      .filter(({ path }) => fileName(path) === name)
      .map((file) => {
        const read = readSections(file);
        if (name === 'annotation.conf') problems.push(...read.problems);
        return { folder: folderOf(file.path), sections: read.sections };
      });
  const annotation = configurations('annotation.conf');
  const visual = configurations('visual.conf');
  const tools = configurations('tools.conf');
  const texts: ReadText[] = [];
  const entities = new Map<string, Entity>();
  const losses: Loss[] = [];
  for (const [stem, group] of groupsOf(files, problems)) {
    const text = group.get('.txt');
    const annotations = annotationsIn(stem, group, problems);
    if (!text) {
      for (const { path } of annotations) {
        const message = `The text ${stem}.txt is not there; put it beside its annotations.`;
        problems.push({ path, message });
      }
      continue;
    }
    const source = { file: `${stem}.txt`, text: text.content, annotations };
    const read = readText(source, knownIn(folderOf(stem), annotation, tools));
    texts.push(read.text);
    for (const problem of read.problems) problems.push(problem);
    losses.push(...read.losses);
    for (const entity of read.entities) {
      if (!entities.has(entity.id)) entities.set(entity.id, entity);
    }
  }
  const tagset = readTagset(
    annotation.map(({ sections }) => sections),
    visual.map(({ sections }) => sections),
    keysIn(files),
    texts,
  );
  return { texts, tagset, entities: [...entities.values()], problems, losses };
}

/** The texts with what lies beside them, by their paths without the end, in the order of the files. */
function groupsOf(files: readonly FormatFile[], problems: FileProblem[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const file of files) {
    const stem = pathStem(file.path);
    const end = file.path.slice(stem.length).toLowerCase();
    if (end !== '.txt' && !annotationEnds.includes(end)) continue;
    const group: Group = groups.get(stem) ?? new Map();
    groups.set(stem, group);
    const other = group.get(end);
    if (other) {
      const message = `${other.path} is the same file for brat; this one is not read.`;
      problems.push({ path: file.path, message });
    } else {
      group.set(end, file);
    }
  }
  return groups;
}

/** The files that count for a text: its `.ann`, or else all of the others. */
function annotationsIn(stem: string, group: Group, problems: FileProblem[]): FormatFile[] {
  const there = annotationEnds.flatMap((end) => group.get(end) ?? []);
  const [first, ...others] = there;
  if (first === undefined || first !== group.get('.ann')) return there;
  for (const { path } of others) {
    const message = `This file is not read, since brat reads ${stem}.ann instead where both are there.`;
    problems.push({ path, message });
  }
  return [first];
}

/** What is known of the texts in a folder from the nearest configurations at or above it. */
function knownIn(folder: string, annotation: Configurations, tools: Configurations): Known {
  const about = nearest(folder, annotation);
  const listed = new Map<string, Set<string>>();
  for (const { names, args } of sectionOf(about, 'attributes')) {
    const values = args.flatMap(({ key, values: list }) => (key === 'Value' ? list : []));
    listed.set(names[0], new Set([...(listed.get(names[0]) ?? []), ...values]));
  }
  const roles = sectionOf(about, 'events').flatMap(({ args }) =>
    args.map(({ key }) => roleName(key)),
  );
  const pages = sectionOf(nearest(folder, tools), 'normalization').flatMap(({ names, args }) => {
    const page = args.find(({ key }) => key === '<URLBASE>')?.values.join('|');
    return page === undefined ? [] : [[names[0], page] as const];
  });
  return { listed, roles: new Set(roles), pages: new Map(pages) };
}

function nearest(folder: string, configurations: Configurations): Sections[] {
  const above = configurations.filter((configuration) => folder.startsWith(configuration.folder));
  const [found] = above.sort((a, b) => b.folder.length - a.folder.length);
  return found ? [found.sections] : [];
}

/** The keys that `kb_shortcuts.conf` gives, by their labels; each key goes to its first label. */
function keysIn(files: readonly FormatFile[]): Map<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const { path, content } of files) {
    if (fileName(path) !== 'kb_shortcuts.conf') continue;
    for (const [, source, label] of content.matchAll(/^[ \t]*([a-z\d])[ \t]+(\S+)[ \t]*\r?$/gim)) {
      const key = source.toLowerCase();
      if (taken.has(key) || keys.has(label)) continue;
      taken.add(key);
      keys.set(label, key);
    }
  }
  return keys;
}

/** The folder of a path with a `/` behind it; empty at the root. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
