import * as vscode from 'vscode';
import type { CorpusAttribute, TagItem } from '../../../server/src/protocol.ts';
import type { Session } from '../session.ts';

type Value = string | number | boolean;

interface AttributeItem extends vscode.QuickPickItem {
  /** Absent: one that nobody has defined. */
  readonly attribute?: CorpusAttribute;
}

/**
 * Asks which attribute: one of those that the tags' labels define, or that the
 * tags have; where no label defines any, a new one too. With one to choose
 * from there is no question.
 */
export async function pickAttribute(
  session: Session,
  tags: readonly TagItem[],
  title: string,
): Promise<CorpusAttribute | undefined> {
  await session.corpus.get();
  const defined = tags.flatMap(({ label }) => session.corpus.label(label)?.attributes ?? []);
  const known = new Map(defined.map((attribute) => [attribute.name, attribute]));
  for (const name of tags.flatMap(({ attributes }) => Object.keys(attributes ?? {}))) {
    if (!known.has(name)) known.set(name, { name, type: 'string' });
  }
  const [only] = known.values();
  if (only && known.size === 1 && defined.length > 0) return only;
  if (known.size === 0) return newAttribute(title);
  const items: AttributeItem[] = [...known.values()].map((attribute) => itemOf(attribute, tags));
  if (defined.length === 0) {
    items.push({
      label: vscode.l10n.t('New Attribute…'),
      iconPath: new vscode.ThemeIcon('add'),
      alwaysShow: true,
    });
  }
  const placeHolder = vscode.l10n.t('Which attribute?');
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder });
  return chosen && (chosen.attribute ?? newAttribute(title));
}

function itemOf(attribute: CorpusAttribute, tags: readonly TagItem[]): AttributeItem {
  const { name, required, description } = attribute;
  const values = new Set(tags.map(({ attributes }) => attributes?.[name]));
  const missing = required && values.has(undefined) ? vscode.l10n.t('needed') : '';
  values.delete(undefined);
  return {
    label: name,
    description: [...values, missing].filter((part) => part !== '').join('  ·  '),
    ...(description !== undefined && { detail: description }),
    attribute,
  };
}

async function newAttribute(title: string): Promise<CorpusAttribute | undefined> {
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Name of the attribute'),
    validateInput: (value) =>
      value.trim() === '' ? vscode.l10n.t('An attribute needs a name.') : undefined,
  });
  return name === undefined ? undefined : { name: name.trim(), type: 'string' };
}

interface ValueItem extends vscode.QuickPickItem {
  readonly value: Value | null;
}

/** Asks for the attribute's value: null takes it away, undefined means that the person backs out. */
export async function askValue(
  { name, type, values = [], description }: CorpusAttribute,
  current: Value | undefined,
  title: string,
): Promise<Value | null | undefined> {
  const choices = type === 'boolean' ? [true, false] : values;
  const placeHolder = description ? `${name}: ${description}` : name;
  if (choices.length === 0) return typedValue(type, current, { title, prompt: placeHolder });
  const items = choices.map((value): ValueItem => {
    const now = value === current ? { description: vscode.l10n.t('as it is now') } : {};
    return { label: String(value), value, ...now };
  });
  if (current !== undefined) {
    items.push({
      label: vscode.l10n.t('No Value'),
      iconPath: new vscode.ThemeIcon('circle-slash'),
      value: null,
    });
  }
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder });
  return chosen?.value;
}

async function typedValue(
  type: CorpusAttribute['type'],
  current: Value | undefined,
  options: vscode.InputBoxOptions,
): Promise<Value | null | undefined> {
  const typed = await vscode.window.showInputBox({
    ...options,
    value: current === undefined ? '' : String(current),
    placeHolder: vscode.l10n.t('An empty value removes it'),
    validateInput: (value) =>
      type === 'number' && !Number.isFinite(Number(value))
        ? vscode.l10n.t('Type a number, such as 3 or 0.5.')
        : undefined,
  });
  if (typed === undefined) return undefined;
  const value = typed.trim();
  if (value === '') return null;
  return type === 'number' ? Number(value) : value;
}
