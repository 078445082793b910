import { parseArgs } from 'node:util';
import { type Command, Exit, type Option, report, UsageError } from './command.ts';
import { commands } from './commands/index.ts';
import type { Io } from './io.ts';
import { version } from './version.ts';

const common: Readonly<Record<string, Option>> = {
  help: { type: 'boolean', short: 'h', about: 'Say what there is, and stop.' },
  verbose: { type: 'boolean', about: 'Print the stack trace of an error.' },
};

/**
 * Runs one command line. Whatever goes wrong is one line on standard error;
 * nothing is thrown.
 * @param argv what stands behind `glossator`
 * @returns the exit code: 0 all is well, 1 there are findings, 2 it could not run
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  const command = commands.find((known) => known.name === name);
  try {
    if (command) return await runCommand(command, rest, io);
    if (name === '--version') {
      await io.write(`${version()}\n`);
      return Exit.done;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      await io.write(generalHelp());
      return Exit.done;
    }
    throw new UsageError(
      name === undefined
        ? 'Give a command; glossator --help lists them.'
        : `There is no ${name.startsWith('-') ? 'option' : 'command'} “${name}”; glossator --help lists what there is.`,
    );
  } catch (error) {
    report(io, error, argv.includes('--verbose'));
    return Exit.failed;
  }
}

async function runCommand(command: Command, argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(command, argv);
  if (values.help === true) {
    await io.write(commandHelp(command));
    return Exit.done;
  }
  return command.run(positionals, values, io);
}

function parse(command: Command, argv: readonly string[]) {
  const options = Object.entries({ ...command.options, ...common }).map(
    ([name, { type, short }]) => [name, short ? { type, short } : { type }] as const,
  );
  try {
    return parseArgs({
      args: [...argv],
      options: Object.fromEntries(options),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    throw new UsageError(`${command.name}: ${sentence.replace(/\.?$/, '.')}`);
  }
}

function generalHelp(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(
    ({ name, about }) => `  ${name.padEnd(width)}  ${firstSentence(about)}`,
  );
  return `Usage: glossator COMMAND [OPTION]... [ARGUMENT]...

${lines.join('\n')}

glossator COMMAND --help describes a command; glossator --version prints the version.
Offsets are UTF-16 code units of the text without its byte-order mark, line ends as LF.
`;
}

/** A command in one line, for the list of all. */
function firstSentence(about: string): string {
  return about.replaceAll('\n', ' ').split(/(?<=\.) /)[0];
}

function commandHelp({ name, usage, about, options }: Command): string {
  const rows = Object.entries({ ...options, ...common }).map(
    ([option, { short, value, about }]) => [
      `${short ? `-${short}, ` : ''}--${option}${value ? ` ${value}` : ''}`,
      about,
    ],
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  const lines = rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
  return `Usage: glossator ${name} [OPTION]... ${usage}\n${about}\n\n${lines.join('\n')}\n`;
}
