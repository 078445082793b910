import type { FileProblem, FormatFile } from '../format.ts';

/** What a role of a relation or an event leads to. */
export interface Argument {
  readonly role: string;
  /** Id of a text-bound annotation or an event. */
  readonly target: string;
}

/** What one line of a `.ann` file says; offsets are counted as the file counts. */
export type Saying =
  | {
      readonly kind: 'tag';
      readonly label: string;
      readonly spans: readonly (readonly [number, number])[];
      /** The text column; absent where the line has none. */
      readonly column?: string;
    }
  | { readonly kind: 'relation'; readonly label: string; readonly ends: [Argument, Argument] }
  | { readonly kind: 'equivalence'; readonly label: string; readonly members: readonly string[] }
  | {
      readonly kind: 'event';
      readonly trigger: string;
      readonly roles: readonly Argument[];
    }
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly target: string;
      /** Absent where the attribute is binary. */
      readonly value?: string;
    }
  | {
      readonly kind: 'reference';
      readonly target: string;
      /** `DATABASE:ID`. */
      readonly record: string;
      readonly name: string;
    }
  | {
      readonly kind: 'note';
      readonly type: string;
      readonly target: string;
      readonly text: string;
    }
  | { readonly kind: 'comment' };

/** A line with its place. */
export type Statement = Saying & {
  readonly id: string;
  readonly path: string;
  readonly line: number;
};

/** Reads the lines of a `.ann`, `.a1` or `.a2` file. */
export function readStatements({ path, content }: FormatFile): {
  statements: Statement[];
  problems: FileProblem[];
} {
  const statements: Statement[] = [];
  const problems: FileProblem[] = [];
  const lines = content.replace(/^\ufeff/, '').split(/\r?\n/);
  lines.forEach((source, i) => {
    if (source.trim() === '') return;
    const saying = readLine(source);
    const line = i + 1;
    if (typeof saying === 'string') problems.push({ path, line, message: saying });
    else statements.push({ ...saying, id: source.split('\t', 1)[0], path, line });
  });
  return { statements, problems };
}

/** What a line says, or what is wrong with it. */
function readLine(line: string): Saying | string {
  const [id, data, ...rest] = line.split('\t');
  if (id.startsWith('#')) return readNote(data, rest.join('\t'));
  const read = readers[id[0]];
  if (!read || !/^(\*|[A-Z]+\d+\S*)$/.test(id)) {
    return `“${shortened(line)}” begins with no id such as T1, R1, E1, A1, N1 or #1 and a tab; the line is left out.`;
  }
  const said = data === undefined ? undefined : read(data.trimEnd(), rest);
  return said ?? `“${shortened(line)}” should be ${forms[id[0]]}; the line is left out.`;
}

const forms: Readonly<Record<string, string>> = {
  T: '“T1”, tab, “LABEL START END”, tab, the text',
  R: '“R1”, tab, “LABEL Arg1:T1 Arg2:T2”',
  '*': '“*”, tab, “Equiv T1 T2”',
  E: '“E1”, tab, “TYPE:T1 ROLE:T2”',
  A: '“A1”, tab, “NAME T1” or “NAME T1 VALUE”',
  M: '“M1”, tab, “NAME E1”',
  N: '“N1”, tab, “Reference T1 DATABASE:ID”, tab, the name',
};

type ReadData = (data: string, rest: readonly string[]) => Saying | undefined;

const readers: Readonly<Record<string, ReadData>> = {
  T: readTag,
  R: readRelation,
  '*': readEquivalence,
  E: readEvent,
  A: readAttribute,
  M: readAttribute,
  N: readReference,
};

function readTag(data: string, rest: readonly string[]): Saying | undefined {
  // A label ends where offsets begin; brat writes none that holds a space.
  const at = data.search(/ \d+ \d+(?:;|$)/);
  const offsets = data.slice(at + 1);
  if (at < 1 || !/^\d+ \d+(?:;\d+ \d+)*$/.test(offsets)) return undefined;
  const spans = offsets.split(';').map((span): [number, number] => {
    const [start, end] = span.split(' ');
    return [Number(start), Number(end)];
  });
  const column = rest.length > 0 ? { column: rest.join('\t') } : {};
  return { kind: 'tag', label: data.slice(0, at), spans, ...column };
}

function readRelation(data: string): Saying | undefined {
  const [label, ...words] = data.split(/ +/);
  const [from, to, ...more] = words.map(argumentOf);
  if (label === '' || !from || !to || more.length > 0) return undefined;
  const turned = from.role === 'Arg2' && to.role === 'Arg1';
  return { kind: 'relation', label, ends: turned ? [to, from] : [from, to] };
}

function readEquivalence(data: string): Saying | undefined {
  const [label, ...members] = data.split(/\s+/);
  return label !== '' && members.length > 1 ? { kind: 'equivalence', label, members } : undefined;
}

function readEvent(data: string): Saying | undefined {
  const [first, ...words] = data.split(/ +/);
  const trigger = argumentOf(first);
  const roles = words.flatMap((word) => argumentOf(word) ?? []);
  if (!trigger || roles.length < words.length) return undefined;
  return { kind: 'event', trigger: trigger.target, roles };
}

function argumentOf(word: string): Argument | undefined {
  const colon = word.lastIndexOf(':');
  if (colon < 1 || colon === word.length - 1) return undefined;
  return { role: word.slice(0, colon), target: word.slice(colon + 1) };
}

function readAttribute(data: string): Saying | undefined {
  const match = /^(\S+) (\S+)(?: (.+))?$/.exec(data);
  if (!match) return undefined;
  const [, name, target, value] = match;
  return { kind: 'attribute', name, target, ...(value !== undefined && { value }) };
}

/** Reads brat's form, and the two of the BioNLP shared task of 2013. */
function readReference(data: string, rest: readonly string[]): Saying | undefined {
  const match =
    /^\S+ Annotation:(?<target>\S+) Referent:(?<record>\S+)(?<name>)/.exec(data) ??
    /^\S+ Referent:(?<record>\S+) Annotation:(?<target>\S+)(?<name>)/.exec(data) ??
    /^\S+ (?<target>\S+) (?<record>[^\s:]+:\S+)(?<name>.*)/.exec(data);
  if (!match?.groups) return undefined;
  const { target, record, name } = match.groups;
  return { kind: 'reference', target, record, name: (rest.join(' ') || name).trim() };
}

function readNote(data: string | undefined, text: string): Saying {
  const [type, target, ...more] = data?.trimEnd().split(' ') ?? [];
  return target === undefined || more.length > 0
    ? { kind: 'comment' }
    : { kind: 'note', type, target, text };
}

function shortened(line: string): string {
  const shown = line.replaceAll('\t', ' ');
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
