import type { Suggest } from '../../suggester.ts';
import { pathOf } from '../files.ts';
import { TokenClassifier } from './tokenClassifier.ts';

/** Keeps the model that was asked last in memory, and asks it one text after the other. */
export function modelsOf(script: string): Suggest {
  let folder = '';
  let open: Promise<TokenClassifier> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const classifier = (model: string, corpus: string) => {
    if (model !== folder || !open) {
      void open?.then((old) => old.close()).catch(() => undefined);
      const root = pathOf(corpus);
      folder = model;
      const opening = TokenClassifier.open(model, root === null ? [] : [root], script);
      open = opening;
      // What could not be opened is tried again when it is asked for again.
      opening.catch(() => {
        if (open === opening) open = undefined;
      });
    }
    return open;
  };
  return ({ model, corpus, text, language }) => {
    const answer = queue.then(async () => (await classifier(model, corpus)).spans(text, language));
    queue = answer.catch(() => undefined);
    return answer;
  };
}
