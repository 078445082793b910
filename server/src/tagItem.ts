import type { Range } from 'vscode-languageserver-protocol';

/** A tag as it lies in an open text. */
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
  attributes?: Readonly<Record<string, string | number | boolean>>;
  /** Absent means accepted. */
  review?: 'suggested' | 'accepted' | 'rejected';
  /** Pieces of a discontinuous tag. */
  fragments?: Range[];
  /** What the tag is related to; absent where that is nothing. */
  relations?: RelationItem[];
}
/** A relation as one of its two tags sees it. */
export interface RelationItem {
  id: string;
  label: string;
  /** Whether it leads from this tag to the other one. */
  out: boolean;
  /** The other tag. */
  other: { id: string; label: string; quote: string; range: Range };
}
