import { isLayerName } from '../../tags/files.ts';
import { Labels } from '../columns/labels.ts';
import type { FileProblem, FormatFile, Read, ReadText } from '../format.ts';
import { jsonOf } from '../jsonFile.ts';
import { LinkedEntities } from '../linked.ts';
import { Losses } from '../losses.ts';
import { isOurs } from '../ours.ts';
import { pathStem, TextPaths } from '../paths.ts';
import { readCas } from './annotations.ts';
import { casOf } from './cas.ts';

/** Reads JSON files of a CAS, a text each. */
export function readUimaJson(files: readonly FormatFile[]): Read {
  const problems: FileProblem[] = [];
  const losses = new Losses();
  const paths = new TextPaths();
  const shared = {
    labels: new Labels(),
    relationLabels: new Labels(),
    entities: new LinkedEntities(),
  };
  const texts = files
    .filter((file) => !isOurs(file))
    .flatMap((file): ReadText[] => {
      const { path } = file;
      const report = (message: string) => problems.push({ path, message });
      if (/\.xmi$/i.test(path)) {
        report('UIMA’s XMI is not read; export “UIMA CAS JSON 0.4.0” instead.');
        return [];
      }
      const json = jsonOf(file);
      if ('problem' in json) {
        problems.push(json.problem);
        return [];
      }
      const cas = casOf(json.value, report);
      if (cas === null) return [];
      const place = placeOf(path, paths);
      const lose = losses.add.bind(losses, place.file);
      return [{ ...place, text: cas.text, ...readCas(cas, { ...shared, report, lose }) }];
    });
  const tagset = { labels: shared.labels.list(), relations: shared.relationLabels.list() };
  return { texts, tagset, entities: shared.entities.list(), problems, losses: losses.list() };
}

/**
 * The text that a file is about. INCEpTION exports a project as a folder for
 * each document with a file for each annotator, `a.txt/ann.json`; the file
 * INITIAL_CAS has what the document came with.
 */
function placeOf(path: string, paths: TextPaths): Pick<ReadText, 'file' | 'layer'> {
  const [, document, annotator] = /^(.*[^/]\.txt)\/([^/]+)\.json$/i.exec(path) ?? [];
  if (document === undefined || !isLayerName(annotator)) {
    return { file: paths.free(`${pathStem(path)}.txt`) };
  }
  return { file: document, ...(annotator !== 'INITIAL_CAS' && { layer: annotator }) };
}
