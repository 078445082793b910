import { Labels } from '../columns/labels.ts';
import type { FileProblem, FormatFile, Read } from '../format.ts';
import { jsonOf } from '../jsonFile.ts';
import { LinkedEntities } from '../linked.ts';
import { Losses } from '../losses.ts';
import { isOurs } from '../ours.ts';
import { AnnotationFile } from './annotations.ts';
import { annotationsIn } from './container.ts';
import type { Draft } from './draft.ts';

/** Reads files of Web Annotations with the texts beside them. */
export function readW3c(files: readonly FormatFile[]): Read {
  const problems: FileProblem[] = [];
  const losses = new Losses();
  const isText = ({ path }: FormatFile) => /\.txt$/i.test(path);
  const shared = {
    texts: new Map(files.filter(isText).map(({ path, content }) => [path, content])),
    drafts: new Map<string, Draft>(),
    labels: new Labels(),
    relationLabels: new Labels(),
    entities: new LinkedEntities(),
    losses,
  };
  for (const file of files.filter((one) => !isText(one) && !isOurs(one))) {
    const { path } = file;
    const report = (message: string) => problems.push({ path, message });
    const json = jsonOf(file);
    if ('problem' in json) {
      problems.push(json.problem);
      continue;
    }
    const contained = annotationsIn(json.value);
    if (contained === null) {
      report('This file holds no Web Annotations.');
      continue;
    }
    for (const iri of contained.elsewhere) {
      report(`More annotations are on the page “${iri}”, which is not read; put it into a file.`);
    }
    new AnnotationFile(path, contained, { ...shared, report }).read();
  }
  return {
    texts: Array.from(shared.drafts.values(), (draft) => draft.finished()),
    tagset: { labels: shared.labels.list(), relations: shared.relationLabels.list() },
    entities: shared.entities.list(),
    problems,
    losses: losses.list(),
  };
}
