/**
 * Everything client and server must agree on beyond standard LSP: command
 * ids, custom messages and their shapes. Plain data; imports types only.
 */
import type { Position, Range } from 'vscode-languageserver-protocol';
import type { TagItem } from './tagItem.ts';

export * from './disagreementRequest.ts';
export * from './fileRequests.ts';
export * from './tagItem.ts';

/** Commands for `workspace/executeCommand`; each takes one argument object. */
export const ServerCommand = {
  tag: 'glossator.tag',
  untag: 'glossator.untag',
  relabel: 'glossator.relabel',
  link: 'glossator.link',
  tagAll: 'glossator.tagAll',
  accept: 'glossator.accept',
  reject: 'glossator.reject',
  /** Say of all moved and changed tags of a text that they stand rightly where they stand now. */
  acceptPlaces: 'glossator.acceptPlaces',
  /** Put a tag's span where `range` says; clears moved/changed/lost. */
  replace: 'glossator.replace',
  /** Write a tag's note; an empty note removes it. */
  note: 'glossator.note',
  /** Give an attribute of a tag a value, or take it away. */
  attribute: 'glossator.attribute',
  /** Relate a tag to another one of its layer. */
  relate: 'glossator.relate',
  /** Take a relation away. */
  unrelate: 'glossator.unrelate',
  /** Take back the last change of the text's tags: what one command made, or all commands of one step. */
  undo: 'glossator.undo',
  /** Decide between the versions of a tag that could not be merged. */
  resolve: 'glossator.resolve',
  /** Take tags of layers over into the main sidecar, or turn them down there. */
  adopt: 'glossator.adopt',
  /** Write a record for the entity mentioned at a range or by a tag; a tag is linked to it. */
  createEntity: 'glossator.createEntity',
  /** Add the words at a range to an entity's aliases. */
  addAlias: 'glossator.addAlias',
  /** Add what a model of the person's own would tag, for a person to accept or reject. */
  suggest: 'glossator.suggest',
} as const;
export type ServerCommand = (typeof ServerCommand)[keyof typeof ServerCommand];

/** What every command is told. */
export interface OnText {
  /** The text's URI (not the sidecar's). */
  uri: string;
  /** Commands of one step, whatever its name, are taken back by one undo. */
  step?: string;
}
interface OnTag extends OnText {
  id: string;
  /** The tag's layer, where the same id stands in several. */
  layer?: string;
}
/** One tag, or several of one text, which one undo takes back together. */
type OnTags = OnText & { layer?: string } & ({ id: string } | { ids: string[] });

/** The one argument of each command. */
export interface CommandArguments {
  'glossator.tag': OnText & {
    range: Range;
    label: string;
    entity?: string;
    by?: string;
    layer?: string;
    /** Tag exactly the range instead of growing it to token boundaries. */
    exact?: boolean;
  };
  'glossator.untag': OnTags;
  'glossator.relabel': OnTags & { label: string };
  /** An empty `entity` unlinks the tag. */
  'glossator.link': OnTags & { entity: string };
  'glossator.tagAll': OnTag;
  /** Also says that a moved or changed tag stands rightly where it stands now. */
  'glossator.accept': OnTags;
  'glossator.reject': OnTags;
  'glossator.acceptPlaces': OnText;
  'glossator.replace': OnTag & { range: Range };
  'glossator.note': OnTag & { note: string };
  /** A `value` of null takes the attribute away. */
  'glossator.attribute': OnTags & { name: string; value: string | number | boolean | null };
  /** `id` is the tag that the relation leads from, `to` the other one. */
  'glossator.relate': OnTag & { to: string; label: string };
  /** `id` is the relation's. */
  'glossator.unrelate': OnTag;
  'glossator.undo': OnText;
  /**
   * `id` is that of the tag or relation, or `ROOM/KEY` of a field; `keep` is the
   * index of the version to keep (0 is the one in force), or all of them as tags of their own.
   */
  'glossator.resolve': OnTag & { keep: number | 'all' };
  /**
   * Either the tags that the layers named in `agreed` all have, or `tags` of some; `rejected` ones
   * stand in the main sidecar as turned down. Its own tags whose ids are in `instead` give way.
   */
  'glossator.adopt': OnText & {
    agreed?: string[];
    tags?: { layer: string; ids: string[] }[];
    rejected?: boolean;
    instead?: string[];
  };
  /** `range` or `id` says which mention; name, type and entity id are read off the mention where they are not given. */
  'glossator.createEntity': OnText & {
    range?: Range;
    id?: string;
    layer?: string;
    name?: string;
    type?: string;
    entityId?: string;
  };
  'glossator.addAlias': OnText & { range: Range; entity: string };
  /** `model` is the absolute path of the model's folder on the server's machine. */
  'glossator.suggest': OnText & { model: string; layer?: string };
}

/** What every command answers: the ids of the tags it made or changed. */
export interface CommandResult {
  ids: string[];
  /** URIs of the sidecars (and of the registry) that were edited; the client saves them. */
  sidecars: string[];
  /** Those of them that somebody else wrote meanwhile: the editor holds both sides now, so the file may be written over. */
  merged?: string[];
  /** Registry id of the entity that `glossator.createEntity` made or `glossator.addAlias` changed. */
  entity?: string;
}

/** Request: the tags of an open text as they lie in it now. */
export const tagsRequest = 'glossator/tags';
export interface TagsParams {
  textDocument: { uri: string };
  /** Only the tags that touch this range; lost ones by the point where they were. */
  range?: Range;
  /** No more than so many of them: the first in the text; at a point, which an empty range is, the shortest. */
  most?: number;
  /** Only a part of one list of the text's tags. */
  part?: TagPart;
  /** Only the tag that begins next behind a position (`step` 1) or before it (-1), round the end of the text to the other end. */
  beside?: { position: Position; step: 1 | -1 };
}
export interface TagsResult {
  version: number;
  tags: TagItem[];
  /** How many tags the text has, whatever was asked for. */
  total: number;
  /** The layers that the text has besides the main sidecar. */
  layers: string[];
}
/** A list of a text's tags in text order: those whose place is in doubt, those that lie somewhere, or of these the ones with a label. */
export type TagList = 'review' | 'placed' | { label: string };
/** `count` tags of a list behind the first `from`. */
export interface TagPart {
  list: TagList;
  from: number;
  count: number;
}

/** Request: how long the lists of an open text's tags are. */
export const tagCountsRequest = 'glossator/tagCounts';
export interface TagCountsParams {
  textDocument: { uri: string };
}
export interface TagCountsResult {
  version: number;
  review: number;
  placed: number;
  /** Every label that has a tag in `placed`, the first met first. */
  labels: { label: string; count: number }[];
}
/** Notification to the client: the tags of a text changed. */
export const tagsChangedNotification = 'glossator/tagsChanged';
export interface TagsChangedParams {
  uri: string;
}

/** Request: the tagset and registry that hold for a text (or the workspace). */
export const corpusRequest = 'glossator/corpus';
export interface CorpusParams {
  uri?: string;
}
export interface CorpusResult {
  /** Whether the folder is a corpus (has a glossator.json or a sidecar), so that diagnostics are on. */
  active: boolean;
  labels: CorpusLabel[];
  relations: CorpusRelation[];
  entities: CorpusEntity[];
  /** URI of `glossator.json` / `entities.json`, whether or not it exists. */
  configurationUri: string;
  registryUri: string;
}
export interface CorpusLabel {
  name: string;
  title: string;
  colour: string;
  key?: string;
  description?: string;
  /** What its tags may carry, the attributes of the labels that it is a kind of included. */
  attributes: CorpusAttribute[];
}
export interface CorpusAttribute {
  name: string;
  type: 'string' | 'number' | 'boolean' | 'choice';
  /** The values allowed, for `choice`. */
  values?: readonly string[];
  required?: boolean;
  description?: string;
}
export interface CorpusRelation {
  name: string;
  title: string;
  /** The labels of the tags that it may lead from and to, with those that are kinds of them; absent: any. */
  from?: string[];
  to?: string[];
}
export interface CorpusEntity {
  /** Registry id; absent for a name that only the texts know. */
  id?: string;
  name: string;
  type: string;
  /** Mentions in the whole corpus. */
  mentions: number;
  /** Texts with at least one mention. */
  texts: number;
  description?: string;
}

/** Notification to the client: tagset, registry or mention counts changed. */
export const corpusChangedNotification = 'glossator/corpusChanged';

/** Request: the places where an entity or a name is mentioned in the corpus. */
export const mentionsRequest = 'glossator/mentions';
export interface MentionsParams {
  /** Registry id, or the name where there is none. */
  entity: string;
}
export interface MentionsResult {
  locations: { uri: string; range: Range; line: string }[];
}

/** Notification to the client: the server edited these sidecars by itself (a text was saved, a sidecar was changed elsewhere); the client saves them. */
export const sidecarsEditedNotification = 'glossator/sidecarsEdited';
export interface SidecarsEditedParams {
  uris: string[];
  /** As in `CommandResult`. */
  merged?: string[];
}

/** `initializationOptions` of the VS Code client. */
export interface InitializationOptions {
  /** `client`: read files through the requests above; absent: the server reads them itself. */
  files?: 'client';
  /** URI of the folder with the languages' files, ending in a slash; for a server that reads files through the client. */
  languages?: string;
  /** Whether the workspace is trusted: retext plugins run only then. */
  trusted?: boolean;
  /** The user's name for `by`. */
  by?: string;
  /** URI of the folder with the rules' pages, ending in a slash. */
  docs?: string;
}
