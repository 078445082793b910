import { FileRefused } from '../node/write.ts';
import type { Io } from './io.ts';

/** One option of a command, as `node:util` parses it and `--help` prints it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** Name of the value in the help, such as `CODE`. */
  readonly value?: string;
  readonly about: string;
}

/** What was given for each option. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** One word behind `glossator`. */
export interface Command {
  readonly name: string;
  /** The arguments, as the help prints them: `FILE LABEL START END`. */
  readonly usage: string;
  readonly about: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Answers the exit code. */
  readonly run: (operands: readonly string[], values: Values, io: Io) => Promise<number>;
}

/** How a command ends. */
export const Exit = { done: 0, findings: 1, failed: 2 } as const;

/** The command line asks for something that does not exist; one sentence. */
export class UsageError extends Error {}

/** The text given for an option, or undefined. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The one of `allowed` that is given for an option, or `otherwise`. */
export function choiceOf<T extends string>(
  values: Values,
  name: string,
  allowed: readonly T[],
  otherwise: T,
): T {
  const value = textOf(values, name);
  if (value === undefined) return otherwise;
  const found = allowed.find((choice) => choice === value);
  if (found === undefined) {
    throw new UsageError(`--${name} must be one of ${allowed.join(', ')}, not “${value}”.`);
  }
  return found;
}

/** The operands, whose number must lie between `least` and `most`. */
export function expectOperands(
  operands: readonly string[],
  usage: string,
  least: number,
  most = Number.POSITIVE_INFINITY,
): void {
  if (operands.length < least || operands.length > most) {
    throw new UsageError(`${operands.length === 0 ? 'Give' : 'The arguments must be'} ${usage}.`);
  }
}

/** Says on standard error what went wrong with a file or the command line. */
export function report(io: Io, error: unknown, verbose = false): void {
  const message = error instanceof Error ? error.message : String(error);
  const file = error instanceof FileRefused ? `${error.path}: ` : '';
  io.error(`glossator: ${file}${message}`);
  if (verbose && error instanceof Error && error.stack) io.error(error.stack);
}

/** What went wrong with single files while a command went on with the others. */
export class Failures {
  readonly #io: Io;
  readonly #verbose: boolean;
  #any = false;

  constructor(io: Io, values: Values) {
    this.#io = io;
    this.#verbose = values.verbose === true;
  }

  /** Runs `work` and answers its result; an error is reported, and the answer is undefined. */
  async guard<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.report(error);
      return undefined;
    }
  }

  /** Reports what went wrong. */
  report(error: unknown): void {
    this.#any = true;
    report(this.#io, error, this.#verbose);
  }

  /** Whether anything went wrong. */
  get any(): boolean {
    return this.#any;
  }

  /** The exit code: `otherwise`, unless something went wrong. */
  exit(otherwise: number): number {
    return this.#any ? Exit.failed : otherwise;
  }
}
