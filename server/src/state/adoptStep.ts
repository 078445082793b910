import { type Adopted, adopt } from '../core/corpus/adopt.ts';
import { isAccepted } from '../core/tags/accepted.ts';
import type { Sidecar } from '../core/tags/model.ts';
import type { CommandArguments } from '../protocol.ts';
import { compared } from './annotators.ts';
import type { Layer } from './layer.ts';
import type { OpenText } from './openText.ts';
import { refuseLongQuotes, tagsAmong } from './quoting.ts';
import { Refusal, tagGone, unreadable } from './refusal.ts';
import type { Step } from './step.ts';

/** Takes tags of layers over into the main sidecar, as they are when the change is made. */
export async function adoptStep(
  text: OpenText,
  { agreed, tags = [], rejected, instead = [] }: CommandArguments['glossator.adopt'],
): Promise<Step> {
  for (const layer of text.layers) if (layer.name !== undefined) await text.reload(layer);
  const home = text.layer(undefined);
  return {
    text,
    layer: home,
    change: (main) => {
      const adopted = agreed ? agreedOf(text, agreed) : tags.map((one) => namedOf(text, one));
      const copied = adopted.flatMap(({ sidecar, ids }) => tagsAmong(sidecar, ids));
      refuseLongQuotes(home, main, copied);
      return adopt(main, adopted, {
        rejected,
        shared: agreed !== undefined,
        instead: new Set(instead),
      });
    },
  };
}

/** The tags that layers have alike, each out of one of them. */
function agreedOf(text: OpenText, names: readonly string[]): Adopted[] {
  const layers = names.map((name) => layerOf(text, name));
  const { agreed } = compared(text, layers);
  return layers.map((layer, i): Adopted => {
    const own = agreed.filter((placed) => placed.layer === names[i]);
    return {
      name: names[i],
      sidecar: currentOf(layer),
      ids: new Set(own.map(({ tag }) => tag.id)),
    };
  });
}

/** Tags of one layer; one that is lost, rejected or only suggested by now is nobody's. */
function namedOf(text: OpenText, { layer, ids }: { layer: string; ids: string[] }): Adopted {
  const sidecar = currentOf(layerOf(text, layer));
  const wanted = new Set(ids);
  const there = tagsAmong(sidecar, wanted).filter((tag) => tag.start < tag.end && isAccepted(tag));
  if (there.length < wanted.size) throw new Refusal(tagGone);
  return { name: layer, sidecar, ids: wanted };
}

function layerOf(text: OpenText, name: string): Layer {
  const layer = text.layers.find((known) => known.name === name);
  if (!layer) throw new Refusal(tagGone);
  return layer;
}

/** The layer with the offsets of the text as it is now. */
function currentOf(layer: Layer): Sidecar {
  const sidecar = layer.current();
  if (!sidecar) throw unreadable(layer.uri);
  return sidecar;
}
