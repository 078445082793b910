/**
 * Everything client and server must agree on beyond standard LSP: command
 * ids, custom messages and their shapes. Plain data; imports types only.
 */
import type { Range } from 'vscode-languageserver-protocol';

/** Commands for `workspace/executeCommand`; each takes one argument object. */
export const ServerCommand = {
  tag: 'glossator.tag',
  untag: 'glossator.untag',
  relabel: 'glossator.relabel',
  link: 'glossator.link',
  tagAll: 'glossator.tagAll',
  accept: 'glossator.accept',
  reject: 'glossator.reject',
  /** Put a tag's span where `range` says; clears moved/changed/lost. */
  replace: 'glossator.replace',
  /** Write a tag's note; an empty note removes it. */
  note: 'glossator.note',
  /** Take back the last change that a command made to the text's tags. */
  undo: 'glossator.undo',
} as const;
export type ServerCommand = (typeof ServerCommand)[keyof typeof ServerCommand];

interface OnText {
  /** The text's URI (not the sidecar's). */
  uri: string;
}
interface OnTag extends OnText {
  id: string;
}

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
  'glossator.untag': OnTag;
  'glossator.relabel': OnTag & { label: string };
  'glossator.link': OnTag & { entity: string };
  'glossator.tagAll': OnTag;
  'glossator.accept': OnTag;
  'glossator.reject': OnTag;
  'glossator.replace': OnTag & { range: Range };
  'glossator.note': OnTag & { note: string };
  'glossator.undo': OnText;
}

/** What every command answers: the ids of the tags it made or changed. */
export interface CommandResult {
  ids: string[];
  /** URIs of the sidecars that were edited; the client saves them. */
  sidecars: string[];
}

/** Request: the tags of an open text as they lie in it now. */
export const tagsRequest = 'glossator/tags';
export interface TagsParams {
  textDocument: { uri: string };
}
export interface TagsResult {
  version: number;
  tags: TagItem[];
}
export interface TagItem {
  id: string;
  label: string;
  range: Range;
  status: 'exact' | 'moved' | 'changed' | 'lost';
  /** 0 to 1. */
  confidence: number;
  /** The text as it was tagged. */
  quote: string;
  /** Up to 32 units of the text before and behind the quote as it was tagged; only of tags that are not `exact`. */
  prefix?: string;
  suffix?: string;
  entity?: string;
  layer?: string;
  by?: string;
  note?: string;
  /** Absent means accepted. */
  review?: 'suggested' | 'accepted' | 'rejected';
  /** Pieces of a discontinuous tag. */
  fragments?: Range[];
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
  labels: { name: string; title: string; colour: string; key?: string; description?: string }[];
  entities: CorpusEntity[];
  /** URI of `glossator.json` / `entities.json`, whether or not it exists. */
  configurationUri: string;
  registryUri: string;
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

/** Notification to the client: the server edited these sidecars by itself (a text was saved); the client saves them. */
export const sidecarsEditedNotification = 'glossator/sidecarsEdited';
export interface SidecarsEditedParams {
  uris: string[];
}

/** Requests to a client whose files the server cannot reach itself (web worker). */
export const readFileRequest = 'glossator/fs/readFile';
export interface ReadFileParams {
  uri: string;
}
export interface ReadFileResult {
  /** The file's bytes as base64; null where there is no such file. */
  base64: string | null;
}
export const readFolderRequest = 'glossator/fs/readFolder';
export interface ReadFolderParams {
  uri: string;
}
export interface ReadFolderResult {
  /** Names in the folder, and whether each is a folder itself; empty where there is no such folder. */
  entries: [name: string, folder: boolean][];
}

/** `initializationOptions` of the VS Code client. */
export interface InitializationOptions {
  /** `client`: read files through the requests above; absent: the server reads them itself. */
  files?: 'client';
  /** Whether the workspace is trusted: retext plugins run only then. */
  trusted?: boolean;
  /** The user's name for `by`. */
  by?: string;
  /** URI of the folder with the rules' pages, ending in a slash. */
  docs?: string;
}
