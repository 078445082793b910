import type { SuggestedSpan } from '../core/suggest/decode.ts';
import { addSuggestions } from '../core/suggest/suggestions.ts';
import type { CommandArguments } from '../protocol.ts';
import type { OpenText } from './openText.ts';
import { refuseLongQuotes } from './quoting.ts';
import type { Maker, Step } from './step.ts';

/** Adds a model's spans, which belong to the text as it is now, to a sidecar. */
export function suggestionStep(
  text: OpenText,
  { model, layer }: CommandArguments['glossator.suggest'],
  spans: readonly SuggestedSpan[],
  maker: Maker,
): Step {
  const options = {
    labels: text.corpus.configuration.labels.map(({ name }) => name),
    by: `model ${model.split(/[\\/]/).filter(Boolean).at(-1) ?? model}`,
    at: maker.time(),
  };
  const home = text.layer(layer || undefined);
  return {
    text,
    layer: home,
    change: (sidecar) => {
      refuseLongQuotes(home, sidecar, spans);
      const after = addSuggestions(sidecar, spans, text.live.text, options);
      return { sidecar: after.sidecar, ids: after.added.map(({ id }) => id) };
    },
  };
}
