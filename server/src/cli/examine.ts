import type { Diagnosis } from '../core/analysis/diagnose.ts';
import type { TextAnalysis } from '../core/analysis/text.ts';
import { anchorTags } from '../core/tags/anchor.ts';
import type { PlacedTag } from '../core/tags/model.ts';
import { placedRelations } from '../core/tags/relations.ts';
import { ChunkedText } from '../core/text/document.ts';
import { textDiagnostics } from '../features/diagnostics.ts';
import type { AnalysisOptions, Corpus } from '../state/corpus.ts';
import type { LayerFile } from './sidecars.ts';

/** A text analysed under its corpus, with what there is to say about it. */
export interface Examined {
  readonly analysis: TextAnalysis;
  readonly diagnoses: readonly Diagnosis[];
}

/** The command line lists every finding: what an editor leaves to be counted, a build has to see. */
export const all = Number.POSITIVE_INFINITY;

/**
 * Analyses a canonical text with the tags of its readable sidecars.
 * @param options `uri` of a text of the corpus, which is compared with what the corpus' index holds unless it stands `alone`
 */
export async function examine(
  text: string,
  corpus: Corpus,
  layers: readonly LayerFile[] = [],
  options: Pick<AnalysisOptions, 'uri' | 'alone'> = {},
): Promise<Examined> {
  const chunked = new ChunkedText(text);
  const language = await corpus.languageOf(chunked);
  const analysis = corpus.analyse(chunked, language, { ...options, most: all });
  const placed = layers.map((layer) => placedTags(layer, text));
  const relations = layers.flatMap(({ sidecar }, at) =>
    sidecar ? placedRelations(sidecar, placed[at]) : [],
  );
  const tags = placed.flat();
  if (layers.length > 1) tags.sort((a, b) => a.start - b.start || a.end - b.end);
  analysis.setTags(
    () => tags,
    () => relations,
  );
  return { analysis, diagnoses: textDiagnostics(analysis, true) };
}

/** Where a sidecar's tags lie in the text; none where the sidecar cannot be read. */
export function placedTags({ sidecar, layer }: LayerFile, text: string): PlacedTag[] {
  if (!sidecar) return [];
  const placed = anchorTags(sidecar, text);
  return layer === undefined ? placed : placed.map((tag) => ({ ...tag, layer }));
}
