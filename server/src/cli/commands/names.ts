import type { CorpusName } from '../../core/corpus/mentionIndex.ts';
import { ChunkedText } from '../../core/text/document.ts';
import { uriOf } from '../../node/files.ts';
import type { Corpus } from '../../state/corpus.ts';
import { type Command, Exit, expectOperands, Failures } from '../command.ts';
import { Output } from '../io.ts';
import { readText, textFiles } from '../texts.ts';

/** Lists the names that texts mention. */
export const index: Command = {
  name: 'index',
  usage: 'PATH…',
  about: 'List the names and entities that the texts mention, the most frequent first.',
  options: { json: { type: 'boolean', about: 'Print a JSON array.' } },
  async run(operands, values, io) {
    expectOperands(operands, 'PATH…', 1);
    const failures = new Failures(io, values);
    const corpora = new Set<Corpus>();
    for await (const { path, shown, corpus } of textFiles(operands, io, failures)) {
      await failures.guard(async () => {
        const text = new ChunkedText(await readText(path, shown));
        const language = await corpus.languageOf(text);
        corpus.indexText(uriOf(path), corpus.analyse(text, language, { withRules: false }));
        corpora.add(corpus);
      });
    }
    const names = [...corpora].flatMap(namesOf);
    names.sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1));
    const output = new Output(io);
    if (values.json === true) await output.add('[');
    for (const [i, name] of names.entries()) {
      await output.add(values.json === true ? jsonRow(name, i) : textRow(name));
    }
    if (values.json === true) await output.add(names.length > 0 ? '\n]\n' : ']\n');
    await output.end();
    return failures.exit(Exit.done);
  },
};

/** The names of a corpus; an entity is called what the registry calls it. */
function namesOf({ index, registry }: Corpus): CorpusName[] {
  return Array.from(index.names(), (found) => {
    const record = found.entity ? registry.entities.get(found.entity) : undefined;
    return { ...found, name: record?.name ?? found.name };
  });
}

function jsonRow({ entity, name, type, mentions, texts }: CorpusName, i: number): string {
  return `${i > 0 ? ',' : ''}\n${JSON.stringify({ name, type, entity, mentions, texts })}`;
}

function textRow({ entity, name, type, mentions, texts }: CorpusName): string {
  return `${String(mentions).padStart(6)} ${String(texts).padStart(5)}  ${type.padEnd(4)}  ${name}${entity ? `  (${entity})` : ''}\n`;
}
