import * as vscode from 'vscode';
import type { DisagreementPlace, TagItem } from '../../../server/src/protocol.ts';
import type { CorpusStore } from '../corpusStore.ts';
import { asRange } from '../documents.ts';
import { oneLine } from '../oneLine.ts';
import { labelDot } from '../views/icons.ts';

/** What a person can do about a place where layers differ. */
export interface Choice extends vscode.QuickPickItem {
  /** Take tags over, turn them down, or go elsewhere. */
  readonly does: 'take' | 'reject' | 'skip' | 'back';
  readonly tags: readonly TagItem[];
  /** What chooses it when it is typed. */
  readonly key?: string;
}

/** Tags that one row names. */
const mostNamed = 4;
const longestText = 40;

/** The versions of a place, then what else can be done about it. */
export function choicesOf(
  place: DisagreementPlace,
  document: vscode.TextDocument,
  corpus: CorpusStore,
): Choice[] {
  const { versions, decided } = place;
  const named = (tags: readonly TagItem[]) => said(tags, document, corpus);
  const taken = versions.filter(({ tags }) => tags.length > 0);
  const all = taken.flatMap(({ tags }) => tags);
  const down = vscode.l10n.t('turns the others down');
  const items = versions.map(({ layers, tags }, index): Choice => {
    const key = index < 9 ? String(index + 1) : undefined;
    const row = {
      label: `${layers.join(', ')}: ${named(tags)}`,
      key,
      iconPath: icon(tags, corpus),
    };
    return tags.length > 0
      ? { ...row, description: hint(key), detail: facts(tags), does: 'take', tags }
      : { ...row, description: `${hint(key)}  ·  ${down}`, does: 'reject', tags: all };
  });
  const others: Choice[] = [];
  if (taken.length > 1) {
    const label = vscode.l10n.t('All of These');
    others.push({ label, ...keyed('a', 'check-all'), does: 'take', tags: all });
  }
  if (taken.length === versions.length) {
    const label = vscode.l10n.t('None of These');
    others.push({ label, ...keyed('n', 'circle-slash'), does: 'reject', tags: all });
  }
  const line = separator();
  const kept: Choice = {
    ...keyed('s', decided.length > 0 ? 'check' : 'arrow-right'),
    label:
      decided.length > 0
        ? vscode.l10n.t(
            'As It Is Now: {0}',
            named(decided.filter(({ review }) => review !== 'rejected')),
          )
        : vscode.l10n.t('Skip'),
    does: 'skip',
    tags: decided.filter(({ review }) => review !== 'rejected'),
  };
  const back: Choice = {
    label: vscode.l10n.t('Back'),
    ...keyed('b', 'arrow-left'),
    does: 'back',
    tags: [],
  };
  const ways = place.at > 0 ? [back] : [];
  return decided.length > 0
    ? [kept, line, ...items, ...others, ...(ways.length > 0 ? [separator(), ...ways] : [])]
    : [...items, ...others, line, kept, ...ways];
}

function separator(): Choice {
  return { label: '', kind: vscode.QuickPickItemKind.Separator, does: 'skip', tags: [] };
}

function keyed(key: string, symbol: string) {
  return { key, description: hint(key), iconPath: new vscode.ThemeIcon(symbol) };
}

function hint(key: string | undefined): string {
  return key === undefined ? '' : `[${key}]`;
}

function icon([first]: readonly TagItem[], corpus: CorpusStore) {
  return first ? labelDot(corpus.colour(first.label)) : new vscode.ThemeIcon('circle-slash');
}

/** `Person “Ann Smith” → ann-smith`. */
function said(
  tags: readonly TagItem[],
  document: vscode.TextDocument,
  corpus: CorpusStore,
): string {
  if (tags.length === 0) return vscode.l10n.t('nothing');
  const named = tags.slice(0, mostNamed).map((tag) => {
    const entity = tag.entity ? ` → ${tag.entity}` : '';
    return `${corpus.title(tag.label)} “${oneLine(textOf(tag, document), longestText)}”${entity}`;
  });
  const more = tags.length - named.length;
  return [...named, ...(more > 0 ? [vscode.l10n.t('{0} more', more)] : [])].join(' + ');
}

function textOf({ range, fragments = [range] }: TagItem, document: vscode.TextDocument): string {
  return fragments.map((piece) => document.getText(asRange(piece))).join(' … ');
}

/** What else the tags say. */
function facts(tags: readonly TagItem[]): string | undefined {
  const all = tags
    .slice(0, mostNamed)
    .flatMap(({ attributes = {}, note }) => [
      ...Object.entries(attributes).map(([name, value]) => `${name}: ${value}`),
      ...(note ? [vscode.l10n.t('Note: {0}', oneLine(note))] : []),
    ]);
  return all.length > 0 ? all.join('  ·  ') : undefined;
}
