import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { Classifier, type ModelWord } from './classify.ts';
import type { ModelLibrary } from './library.ts';
import type { Answer, WorkerData } from './tokenClassifier.ts';

/** Runs a model in a thread of its own, so that its work holds up nobody. */
async function serve({ library: path, folder, dtype }: WorkerData): Promise<void> {
  const library: ModelLibrary = await import(pathToFileURL(path).href);
  library.env.allowRemoteModels = false;
  library.env.localModelPath = dirname(folder);
  const name = basename(folder);
  const options = { local_files_only: true, dtype };
  const [tokenizer, model] = await Promise.all([
    library.AutoTokenizer.from_pretrained(name, options),
    library.AutoModelForTokenClassification.from_pretrained(name, options),
  ]);
  const classifier = new Classifier(library, tokenizer, model);
  parentPort?.on('message', async (sentences: readonly (readonly ModelWord[])[]) => {
    const labels = [];
    for (const sentence of sentences) labels.push(await classifier.label(sentence));
    answer({ labels });
  });
  answer({ labels: [] });
}

function answer(value: Answer): void {
  parentPort?.postMessage(value);
}

serve(workerData).catch((error: unknown) => {
  answer({ error: error instanceof Error ? error.message : String(error) });
});
