import type { FileProblem, FormatFile } from '../format.ts';

/** One line of a section of a `.conf` file: a type, with what it takes. */
export interface Term {
  /** The name that annotations use, then other forms of it. */
  readonly names: readonly [string, ...string[]];
  /** Name of the term that the line is indented under. */
  readonly parent?: string;
  /** `KEY:VALUE|VALUE` in their order; macros are filled in. */
  readonly args: readonly { readonly key: string; readonly values: readonly string[] }[];
}

/** The terms of a configuration by their section, such as `entities`. */
export type Sections = ReadonlyMap<string, readonly Term[]>;

/** Reads a configuration of brat: `annotation.conf`, `visual.conf` or `tools.conf`. */
export function readSections({ path, content }: FormatFile): {
  sections: Sections;
  problems: FileProblem[];
} {
  const sections = new Map<string, Term[]>();
  const problems: FileProblem[] = [];
  let section = new Section('');
  const lines = content.replace(/^\ufeff/, '').split(/\r?\n/);
  lines.forEach((line, i) => {
    if (/^\s*(#|-+\s*$|$)/.test(line)) return;
    const header = /^\s*\[(.*)\]\s*$/.exec(line);
    if (header) {
      section = new Section(header[1]);
      if (!sections.has(section.name)) sections.set(section.name, []);
      return;
    }
    const { term, fault } = section.read(line);
    if (term) sections.get(section.name)?.push(term);
    if (fault !== undefined) problems.push({ path, line: i + 1, message: fault });
  });
  return { sections, problems };
}

/** So many characters a line may have at most with its macros filled in. */
const LONGEST = 100_000;

/** What holds from line to line of a section. */
class Section {
  readonly name: string;
  readonly #macros: [string, string][] = [];
  /** The terms that the next line may be indented under, outermost first. */
  readonly #above: { indent: number; name: string }[] = [];

  constructor(name: string) {
    this.name = name;
  }

  read(line: string): { term?: Term; fault?: string } {
    const macro = /^(<[a-zA-Z_-]+>)=\s*(.*?)\s*$/.exec(line);
    if (macro) {
      this.#macros.push([macro[1], macro[2]]);
      return {};
    }
    const filled = this.#filled(line);
    if (filled === null) return { fault: `Macros make “${line.trim()}” too long; it is left out.` };
    // A label may hold spaces, since a tab ends its names.
    const parts = this.name === 'labels' ? /^(\s*)([^\t]+)(.*)$/ : /^(\s*)(\S+)(.*)$/;
    const match = parts.exec(filled);
    const [name, ...others] = namesIn(match?.[2] ?? '');
    if (!match || name === undefined) return { fault: `“${line.trim()}” names no type.` };
    const parent = this.#parentOf(match[1].length, name);
    const { args, faults } = readArguments(match[3]);
    const [fault] = faults;
    return {
      term: { names: [name, ...others], ...(parent !== undefined && { parent }), args },
      ...(fault !== undefined && {
        fault: `“${fault}” should be NAME:TYPES without spaces; it is left out of “${name}”.`,
      }),
    };
  }

  /** The line with its macros filled in, or null where they make it too long. */
  #filled(line: string): string | null {
    let filled = line;
    for (const [name, meaning] of this.#macros) {
      const parts = filled.split(name);
      if (filled.length + (parts.length - 1) * meaning.length > LONGEST) return null;
      filled = parts.join(meaning);
    }
    return filled;
  }

  #parentOf(indent: number, name: string): string | undefined {
    while ((this.#above.at(-1)?.indent ?? -1) >= indent) this.#above.pop();
    const parent = this.#above.at(-1)?.name;
    this.#above.push({ indent, name });
    return parent;
  }
}

/** The forms of a name, without the `!` of a type that only others belong to. */
function namesIn(field: string): string[] {
  return field.split('|').flatMap((name) => name.trim().replace(/^!/, '') || []);
}

function readArguments(field: string): { args: Term['args'][number][]; faults: string[] } {
  const args: Term['args'][number][] = [];
  const faults: string[] = [];
  for (const source of field.split(',')) {
    const arg = source.trim();
    const match = /^([^\s:]+):(\S*)$/.exec(arg);
    if (match) args.push({ key: match[1], values: match[2].split('|').filter(Boolean) });
    else if (arg !== '') faults.push(arg);
  }
  return { args, faults };
}
