import type { Range } from 'vscode-languageserver-protocol';
import { isLayerName } from '../core/tags/files.ts';
import type { CommandArguments, ServerCommand } from '../protocol.ts';
import { Refusal } from './refusal.ts';

/** A command with its own argument. */
export type Call = {
  [C in ServerCommand]: { command: C; argument: CommandArguments[C] };
}[ServerCommand];

type Check = { readonly test: (value: unknown) => boolean; readonly is: string };

/** The longest name, label or id that a command takes, in UTF-16 units. */
const LONGEST_NAME = 1000;
const control = /\p{Cc}/u;

const name: Check = {
  test: (value) =>
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= LONGEST_NAME &&
    !control.test(value),
  is: `a text on one line, not empty and of at most ${LONGEST_NAME} characters`,
};
const optionalName: Check = {
  test: (value) => value === '' || value === null || name.test(value),
  is: 'a text on one line',
};
const range: Check = { test: isRange, is: 'a range with whole line and character numbers' };

const names: Check = {
  test: (value) => Array.isArray(value) && value.every(name.test),
  is: 'a list of ids, or of layers’ names',
};
const flag: Check = { test: (value) => typeof value === 'boolean', is: 'true or false' };

const checks: Readonly<Record<string, Check>> = {
  uri: { test: (value) => typeof value === 'string', is: 'the text’s URI' },
  range,
  step: name,
  id: name,
  ids: {
    test: (value) => names.test(value) && Array.isArray(value) && value.length > 0,
    is: names.is,
  },
  to: name,
  label: name,
  model: name,
  type: name,
  name,
  entityId: name,
  entity: optionalName,
  by: optionalName,
  layer: {
    test: (value) => typeof value === 'string' && (value === '' || isLayerName(value)),
    is: 'a layer’s name, which may hold only letters, digits, “_” and “-”',
  },
  exact: flag,
  agreed: names,
  rejected: flag,
  instead: names,
  tags: {
    test: (value) => Array.isArray(value) && value.length > 0 && value.every(isOfLayer),
    is: 'a list of objects with “layer” and “ids”',
  },
  note: { test: (value) => typeof value === 'string', is: 'a text' },
  value: {
    test: (value) =>
      value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value),
    is: 'a text, a number, true, false or null',
  },
  keep: {
    test: (value) => value === 'all' || (Number.isInteger(value) && Number(value) >= 0),
    is: 'the number of a version, or “all”',
  },
};

/** What each command cannot do without; `id|ids` is either of them. */
const required: Readonly<Record<ServerCommand, readonly string[]>> = {
  'glossator.tag': ['range', 'label'],
  'glossator.untag': ['id|ids'],
  'glossator.relabel': ['id|ids', 'label'],
  'glossator.link': ['id|ids', 'entity'],
  'glossator.tagAll': ['id'],
  'glossator.accept': ['id|ids'],
  'glossator.reject': ['id|ids'],
  'glossator.acceptPlaces': [],
  'glossator.replace': ['id', 'range'],
  'glossator.note': ['id', 'note'],
  'glossator.attribute': ['id|ids', 'name', 'value'],
  'glossator.relate': ['id', 'to', 'label'],
  'glossator.unrelate': ['id'],
  'glossator.undo': [],
  'glossator.resolve': ['id', 'keep'],
  'glossator.adopt': ['tags|agreed'],
  'glossator.createEntity': ['range|id'],
  'glossator.addAlias': ['range', 'entity'],
  'glossator.suggest': ['model'],
};

/**
 * Reads a command's argument as a client sent it. Throws a `Refusal` that names
 * what is missing or is not what it should be; keys that no command knows are
 * left out of account.
 */
export function readCall(command: ServerCommand, argument: unknown): Call {
  if (typeof argument !== 'object' || argument === null) {
    throw new Refusal(`${command} takes one argument object with the text’s uri.`);
  }
  const given = argument as Readonly<Record<string, unknown>>;
  for (const wanted of ['uri', ...required[command]]) {
    const keys = wanted.split('|');
    if (keys.some((key) => given[key] !== undefined)) continue;
    const names = keys.map((key) => `“${key}”`).join(' or ');
    throw new Refusal(`${command} needs ${names}, ${checks[keys[0]].is}.`);
  }
  for (const [key, value] of Object.entries(given)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (!check || value === undefined || check.test(value)) continue;
    throw new Refusal(`${command}: “${key}” must be ${check.is}.`);
  }
  return { command, argument } as Call;
}

function isRange(value: unknown): value is Range {
  if (typeof value !== 'object' || value === null) return false;
  const { start, end } = value as { start?: unknown; end?: unknown };
  return [start, end].every((position) => {
    if (typeof position !== 'object' || position === null) return false;
    const { line, character } = position as { line?: unknown; character?: unknown };
    return Number.isInteger(line) && Number.isInteger(character);
  });
}

function isOfLayer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { layer, ids } = value as { layer?: unknown; ids?: unknown };
  return typeof layer === 'string' && isLayerName(layer) && names.test(ids);
}

/** The ids of the tags that a command is about. */
export function idsOf(argument: { id: string } | { ids: string[] }): readonly string[] {
  return 'ids' in argument && argument.ids
    ? [...new Set(argument.ids)]
    : 'id' in argument
      ? [argument.id]
      : [];
}
