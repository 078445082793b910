import { isAttributes, isRecord } from '../../tags/read.ts';
import { Labels } from '../columns/labels.ts';
import type { FileProblem, FormatFile, Read, ReadText } from '../format.ts';
import { jsonOf } from '../jsonFile.ts';
import { Losses } from '../losses.ts';
import { isOurs } from '../ours.ts';
import { TextPaths } from '../paths.ts';
import { readAnnotations } from './annotations.ts';
import { documentKeys } from './names.ts';
import { Configurations } from './readConfig.ts';

type Raw = Readonly<Record<string, unknown>>;

/** A document with the text that it is of. */
type RawDocument = Raw & { readonly text: string };

const annotationKeys = new Set([
  'denotations',
  'blocks',
  'relations',
  'attributes',
  'modifications',
  'typesettings',
]);
/** What is no annotation. */
const otherKeys = new Set([
  'text',
  'tracks',
  'config',
  'namespaces',
  'glossator',
  'entity types',
  'relation types',
  'attribute types',
]);

/** Reads documents, alone or in lists, and configurations for TextAE. */
export function readPubAnnotation(files: readonly FormatFile[]): Read {
  const reader = new Reader();
  for (const file of files.filter((one) => !isOurs(one))) reader.add(file);
  return reader.read();
}

class Reader {
  readonly #texts: ReadText[] = [];
  readonly #problems: FileProblem[] = [];
  readonly #losses = new Losses();
  readonly #paths = new TextPaths();
  readonly #names = new Labels();
  readonly #relationNames = new Labels();
  readonly #configurations = new Configurations(this.#names, this.#relationNames);

  add(file: FormatFile): void {
    const json = jsonOf(file);
    if ('problem' in json) {
      this.#problems.push(json.problem);
      return;
    }
    const items = Array.isArray(json.value) ? (json.value as unknown[]) : [json.value];
    const documents = items.flatMap((item, i) => {
      if (isRecord(item) && hasText(item)) return [item];
      if (isRecord(item) && Configurations.is(item)) this.#configurations.add(item);
      else this.#report(file.path, `${placeOf(items, i)} has no “text”; it is left out.`);
      return [];
    });
    const paths = this.#paths.ofFile(file.path, documents.map(nameOf));
    documents.forEach((document, i) => {
      this.#addDocument(document, file.path, paths[i]);
    });
  }

  #addDocument(document: RawDocument, path: string, file: string): void {
    const { text } = document;
    const own = isRecord(document.glossator) ? document.glossator : {};
    const truths = new Set(
      [document.config, document].flatMap((c) => [...this.#configurations.add(c)]),
    );
    const tracks = Array.isArray(document.tracks) ? document.tracks.filter(isRecord) : [];
    const hasOwn = [...annotationKeys].some((key) => isFilled(document[key]));
    const sets = [...(hasOwn || tracks.length === 0 ? [document] : []), ...tracks];
    const layers = new Set<string>();
    for (const key of [document, ...tracks].flatMap((set) => Object.keys(set))) {
      const known = annotationKeys.has(key) || otherKeys.has(key) || documentKeys.includes(key);
      if (!known) this.#losses.add(file, 'extra');
    }
    sets.forEach((set, i) => {
      const layer =
        sets.length > 1 && set !== document ? layerOf(set.project, i, layers) : undefined;
      const annotations = readAnnotations(set, {
        text,
        truths,
        inCodePoints: own.offsets === 'code points',
        names: this.#names,
        relationNames: this.#relationNames,
        report: (message) => this.#report(path, `${file}: ${message}`),
        lose: (what, count) => this.#losses.add(file, what, count),
      });
      const about = i === 0 ? documentOf(document, own) : undefined;
      this.#texts.push({
        file,
        text,
        ...(layer !== undefined && { layer }),
        ...annotations,
        ...(about && { document: about }),
      });
    });
  }

  read(): Read {
    return {
      texts: this.#texts,
      tagset: this.#configurations.tagset(this.#texts),
      entities: this.#configurations.entities(this.#texts),
      problems: this.#problems,
      losses: this.#losses.list(),
    };
  }

  #report(path: string, message: string): void {
    this.#problems.push({ path, message });
  }
}

function hasText(raw: Raw): raw is RawDocument {
  return typeof raw.text === 'string';
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function placeOf(items: readonly unknown[], at: number): string {
  return items.length === 1 ? 'This document' : `Document ${at + 1} of this list`;
}

/** A document's name in PubAnnotation: its source, its id there, the number of its part. */
function nameOf({ sourcedb, sourceid, divid }: RawDocument): string | null {
  if (typeof sourceid !== 'string' && typeof sourceid !== 'number') return null;
  return [sourcedb, sourceid, divid]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .map((part) => String(part).replace(/[\\/]/g, '_'))
    .join('-');
}

/** The layer of a track: its project's name, each only once. */
function layerOf(project: unknown, at: number, taken: Set<string>): string {
  const name = typeof project === 'string' ? project.replace(/[^A-Za-z0-9_-]+/g, '_') : '';
  const stem = name === '' ? `track-${at}` : name;
  let layer = stem;
  for (let n = 2; taken.has(layer.toLowerCase()); n++) layer = `${stem}-${n}`;
  taken.add(layer.toLowerCase());
  return layer;
}

/** What a file says of the text as a whole. */
function documentOf(document: RawDocument, own: Raw): ReadText['document'] {
  const known = documentKeys.flatMap((key) => {
    const value = document[key];
    return typeof value === 'string' || Number.isSafeInteger(value) ? [[key, value]] : [];
  });
  const attributes: unknown = {
    ...Object.fromEntries(known),
    ...(isAttributes(own.attributes) && own.attributes),
  };
  const labels = Array.isArray(own.labels)
    ? own.labels.filter((label) => typeof label === 'string')
    : [];
  return { labels, attributes: isAttributes(attributes) ? attributes : {} };
}
