import type { CorpusConfiguration } from '../corpus/configuration.ts';
import type { Entity } from '../corpus/registry.ts';
import type { Language } from '../languages/language.ts';
import type { Sidecar, Tag } from '../tags/model.ts';
import type { Feature, Loss } from './losses.ts';

/** One file of a format, its content decoded. */
export interface FormatFile {
  /** Path below the folder that is read or written, with `/`. */
  readonly path: string;
  readonly content: string;
}

/** The labels and relations of a corpus. */
export type Tagset = Pick<CorpusConfiguration, 'labels' | 'relations'>;

/** A text with its tags, for a format to write. */
export interface TaggedText {
  /** Path below the corpus' folder, with `/`; it ends in `.txt`. */
  readonly file: string;
  /** The canonical text. */
  readonly text: string;
  readonly language: Language;
  /** Its offsets belong to the text, and it has only what the format holds. */
  readonly sidecar: Sidecar;
}

/** What the texts of a corpus share. */
export interface CorpusFacts {
  readonly tagset: Tagset;
  /** The registry's records by id. */
  readonly entities: ReadonlyMap<string, Entity>;
}

/** A file that a format writes. */
export interface WrittenFile extends FormatFile {
  /** Only there beside the annotations: a copy of the text, a configuration. */
  readonly aside?: boolean;
}

/** What writing gave, and what could not be written. */
export interface Written {
  readonly files: readonly WrittenFile[];
  /** Besides what the format does not hold at all. */
  readonly losses: readonly Loss[];
}

/** A tag that a format's file holds. */
export interface ReadTag extends Pick<Tag, 'start' | 'end' | 'label'> {
  /** What the file calls it; relations name it so. One text has each only once. */
  readonly ref: string;
  readonly fragments?: Tag['fragments'];
  readonly entity?: string;
  readonly attributes?: Tag['attributes'];
  readonly note?: string;
  readonly by?: string;
  readonly at?: string;
  readonly status?: Tag['status'];
}

/** A relation that a format's file holds, between tags of one text. */
export interface ReadRelation {
  readonly label: string;
  /** `ref` of a tag. */
  readonly from: string;
  /** `ref` of a tag. */
  readonly to: string;
  readonly id?: string;
}

/** A text with its tags, as a format's files hold it. */
export interface ReadText {
  /** Path below the folder that is read, with `/`; it ends in `.txt`. */
  readonly file: string;
  /** The annotator whose tags these are, where the files hold several people's: letters, digits, `_` and `-`. Absent: the text's own tags. */
  readonly layer?: string;
  /** The text as it is there; a byte-order mark and any line ends will do. */
  readonly text: string;
  /** Offsets are UTF-16 code units of this `text`, byte-order mark and `\r` counted. */
  readonly tags: readonly ReadTag[];
  readonly relations: readonly ReadRelation[];
  readonly document?: Pick<Sidecar['document'], 'labels' | 'attributes'>;
}

/** What is wrong with a file, in one sentence. */
export interface FileProblem {
  readonly path: string;
  /** Line, counted from 1. */
  readonly line?: number;
  readonly message: string;
}

/** What reading gave, what could not be read, and what has no place in a sidecar. */
export interface Read {
  readonly texts: readonly ReadText[];
  /** What the files say of labels and relations beyond their names. */
  readonly tagset?: Partial<Tagset>;
  /** Records for the registry. */
  readonly entities?: readonly Entity[];
  readonly problems: readonly FileProblem[];
  readonly losses: readonly Loss[];
}

/** One interchange format. */
export interface Format {
  /** The name that the command line takes. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** Ends of the names of the files that it is read from, such as `.ann`. */
  readonly extensions: readonly string[];
  /** What of a sidecar it can hold. The rest never reaches `write` and is reported as lost. */
  readonly holds: ReadonlySet<Feature>;
  /** Reads files; those that belong together (`a.txt`, `a.ann`) come together. */
  readonly read?: (files: readonly FormatFile[]) => Read;
  readonly write?: (texts: readonly TaggedText[], corpus: CorpusFacts) => Written;
}
