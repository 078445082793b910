import { isRecord } from '../../tags/read.ts';
import { Labels } from '../columns/labels.ts';
import type { FileProblem, FormatFile, Read } from '../format.ts';
import { jsonRecords, recordProblem } from '../jsonLines.ts';
import { LinkedEntities } from '../linked.ts';
import { type Feature, Losses } from '../losses.ts';
import { likelyCount, type OffsetCount } from '../offsetCounts.ts';
import { isOurs } from '../ours.ts';
import { type RecordText, textsOfRecords } from '../recordTexts.ts';
import { labelStudioCounts } from './keys.ts';
import { placer, regionSpan } from './places.ts';
import { Configurations } from './readConfig.ts';
import { isLabelling, readResults } from './results.ts';
import { type Task, taskOf } from './tasks.ts';

/** Reads tasks of Label Studio, full and short (JSON-MIN), and labelling configurations. */
export function readLabelStudio(files: readonly FormatFile[]): Read {
  const reader = new Reader();
  const isConfig = ({ path }: FormatFile) => /\.xml$/i.test(path);
  for (const file of files.filter(isConfig)) reader.addConfig(file);
  const texts = files
    .filter((file) => !isConfig(file) && !isOurs(file))
    .flatMap((file) => reader.textsIn(file));
  return reader.read(texts);
}

class Reader {
  readonly #names = new Labels();
  readonly #relationNames = new Labels();
  readonly #entities = new LinkedEntities();
  readonly #configurations = new Configurations(this.#names, this.#relationNames);
  readonly #problems: FileProblem[] = [];

  addConfig({ path, content }: FormatFile): void {
    if (this.#configurations.add(content)) return;
    this.#problems.push({ path, message: 'This is no labelling configuration; it is left out.' });
  }

  textsIn(file: FormatFile): RecordText[] {
    const { records, problems } = jsonRecords(file);
    this.#problems.push(...problems);
    const tasks = records.flatMap((record) => {
      const task = taskOf(record, this.#configurations.objects);
      if (typeof task !== 'string') return [task];
      this.#problems.push(recordProblem(file.path, record, task));
      return [];
    });
    const count = likelyCount(
      tasks.map(({ text, sets }) => ({
        text,
        spans: sets.flatMap(({ results }) =>
          results
            .filter(isRecord)
            .filter(isLabelling)
            .flatMap(({ value }) => regionSpan(value) ?? []),
        ),
      })),
      labelStudioCounts,
    );
    return tasks.flatMap((task) => this.#textsOf(file.path, task, count));
  }

  /** The records of one task: what belongs to the text's own tags in one or more, then one for each other annotator. */
  #textsOf(path: string, task: Task, count: OffsetCount): RecordText[] {
    const { record, text, name, id, attributes, labels } = task;
    const place = placer(text, count);
    const shared = {
      path,
      text,
      name,
      ...(id !== undefined && { id }),
      key: task.key ?? `${path}#${record.number}`,
    };
    const whole: RecordText = {
      ...shared,
      annotator: task.sets[0]?.annotator ?? '',
      tags: [],
      relations: [],
      document: { labels, attributes },
      losses: task.losses,
    };
    const said = task.sets.map(({ annotator, shared: common, results }): RecordText => {
      const lost: [Feature, number][] = [];
      const lose = (what: Feature, n = 1) => {
        if (n > 0) lost.push([what, n]);
      };
      const found = readResults(results, {
        text,
        place,
        shared: common,
        names: this.#names,
        relationNames: this.#relationNames,
        entities: this.#entities,
        report: (message) => this.#problems.push(recordProblem(path, record, message)),
        lose,
      });
      // Nobody has decided on what a prediction says of the text.
      const decided = common.status === undefined;
      if (!decided) lose('document', found.labels.length + Object.keys(found.attributes).length);
      const document = decided
        ? { labels: found.labels, attributes: found.attributes }
        : { labels: [], attributes: {} };
      const { tags, relations } = found;
      return { ...shared, annotator, tags, relations, document, losses: lost };
    });
    return [whole, ...said];
  }

  read(records: readonly RecordText[]): Read {
    const losses = new Losses();
    const texts = textsOfRecords(records, losses);
    return {
      texts,
      tagset: {
        labels: this.#configurations.labels(),
        relations: this.#configurations.relations(),
      },
      entities: this.#entities.list(),
      problems: this.#problems,
      losses: losses.list(),
    };
  }
}
