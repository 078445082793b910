/**
 * Globs over paths of a corpus, `/` between folders: `*` and `?` within a
 * name, `**` over folders, `[a-z]` and `[!a-z]`, `{a,b}`. A trailing slash
 * means everything in the folder. A pattern is run as a set of states over
 * the path, so the time is at most length × length, whatever the pattern is:
 * globs made into regular expressions backtrack, and a corpus from elsewhere
 * could hang the server with one.
 */

/** A longer pattern is no pattern that somebody wrote by hand. */
const longestPattern = 500;
/** The patterns that the braces of one pattern stand for have together at most so many characters. */
const mostWritten = 5000;
/** A list of more patterns than this is refused what is beyond. */
export const mostPatterns = 50;

/** One step of a pattern; the kinds without `test` follow their loops in `advance`. */
type Step =
  | { readonly kind: 'one'; readonly test: (character: string) => boolean }
  | { readonly kind: 'name' | 'folders' | 'folder' | 'rest' };

/** What is wrong with a pattern and what to do, or null. */
export function globFault(pattern: string): string | null {
  const read = compile(pattern);
  return typeof read === 'string' ? read : null;
}

/**
 * Whether a path is taken in by one of `include` and by none of `exclude`.
 * Patterns with a fault match nothing. Paths are relative to the corpus, with `/`.
 */
export function pathFilter(
  include: readonly string[],
  exclude: readonly string[],
): (path: string) => boolean {
  const [taken, left] = [include, exclude].map((patterns) =>
    patterns.flatMap((pattern) => {
      const read = compile(pattern);
      return typeof read === 'string' ? [] : read;
    }),
  );
  return (path) => {
    const characters = [...path.normalize('NFC')];
    const fits = (steps: readonly Step[]) => matches(steps, characters);
    return taken.some(fits) && !left.some(fits);
  };
}

/** The pattern's alternatives as steps, or what is wrong with it. */
function compile(pattern: string): Step[][] | string {
  if (pattern.length > longestPattern) return `is longer than ${longestPattern} characters`;
  if (pattern.includes('\\')) return 'has a backslash; write / between folders';
  if (pattern.startsWith('!')) return 'starts with !; put the rest of it into “exclude”';
  if (/^\.{0,2}\/|\/\.\.?\//.test(pattern)) {
    return 'must start with the name of a file or folder of the corpus, without /, ./ and ../';
  }
  if (/[@?+*!]\(/.test(pattern)) return 'has a ( behind a wildcard; write {a,b} for a choice';
  const written = expandBraces(pattern.normalize('NFC').replace(/\/$/, '/**'));
  if (written === null) return 'stands for too many patterns; use fewer braces';
  const compiled: Step[][] = [];
  for (const alternative of written) {
    if (/[{}]/.test(alternative)) return 'has braces that hold no choice such as {a,b}';
    const steps = stepsOf(alternative);
    if (steps === null) return 'has a [ without its ]; write [[] for the bracket itself';
    compiled.push(steps);
  }
  return compiled;
}

/** `a{b,c}` as `ab` and `ac`; braces without a comma stay. Null where that is too many. */
function expandBraces(pattern: string): string[] | null {
  const done: string[] = [];
  const waiting = [pattern];
  let written = pattern.length;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const group = /\{([^{}]*,[^{}]*)\}/.exec(next);
    if (group === null) {
      done.push(next);
      continue;
    }
    const behind = group.index + group[0].length;
    const choices = group[1]
      .split(',')
      .map((choice) => next.slice(0, group.index) + choice + next.slice(behind));
    written += choices.join('').length - next.length;
    if (written > mostWritten) return null;
    waiting.push(...choices);
  }
  return done;
}

const part =
  /(?<folders>(?<=^|\/)\*\*\/)|(?<rest>(?<=^|\/)\*\*$)|(?<name>\*+)|(?<any>\?)|\[(?<not>[!^]?)(?<set>\]?[^\]]*)\]|(?<own>[^[])/gsuy;

/** The steps of a pattern without braces, or null where a bracket is open. */
function stepsOf(pattern: string): Step[] | null {
  const steps: Step[] = [];
  let end = 0;
  for (const { 0: read, index, groups = {} } of pattern.matchAll(part)) {
    end = index + read.length;
    if (groups.folders !== undefined) steps.push({ kind: 'folders' }, { kind: 'folder' });
    else if (groups.rest !== undefined) steps.push({ kind: 'rest' });
    else if (groups.name !== undefined) steps.push({ kind: 'name' });
    else if (groups.any !== undefined) steps.push(one((character) => character !== '/'));
    else if (groups.own !== undefined) steps.push(one((character) => character === read));
    else steps.push(one(setTest(groups)));
  }
  return end === pattern.length ? steps : null;
}

function one(test: (character: string) => boolean): Step {
  return { kind: 'one', test };
}

/** What `[a-z]` and `[!a-z]` match; never a slash. */
function setTest({ not, set }: Readonly<Record<string, string>>): (character: string) => boolean {
  const ranges = Array.from(set.matchAll(/(.)-(.)|./gsu), ([one, from = one, to = one]) => [
    from,
    to,
  ]);
  return (character) =>
    character !== '/' &&
    (not === '') === ranges.some(([from, to]) => from <= character && character <= to);
}

/** Runs the steps as a set of states over the characters of a path. */
function matches(steps: readonly Step[], path: readonly string[]): boolean {
  let states = reach(new Uint8Array(steps.length + 1).fill(1, 0, 1), steps);
  for (const character of path) {
    const next = advance(states, steps, character);
    if (!next.includes(1)) return false;
    states = reach(next, steps);
  }
  return states[steps.length] === 1;
}

function advance(states: Uint8Array, steps: readonly Step[], character: string): Uint8Array {
  const next = new Uint8Array(steps.length + 1);
  steps.forEach((step, at) => {
    if (states[at] === 0) return;
    if (step.kind === 'rest') next[at] = 1;
    else if (step.kind === 'one') {
      if (step.test(character)) next[at + 1] = 1;
    } else if (step.kind === 'folder') next[character === '/' ? at - 1 : at] = 1;
    else if (character !== '/') next[step.kind === 'folders' ? at + 1 : at] = 1;
  });
  return next;
}

/** Adds the states that need no character: what stands for any number of them may stand for none. */
function reach(states: Uint8Array, steps: readonly Step[]): Uint8Array {
  steps.forEach((step, at) => {
    if (states[at] === 0) return;
    if (step.kind === 'folders') states[at + 2] = 1;
    else if (step.kind === 'name' || step.kind === 'rest') states[at + 1] = 1;
  });
  return states;
}
