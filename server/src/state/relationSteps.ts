import { relate, unrelate } from '../core/tags/relations.ts';
import type { CommandArguments } from '../protocol.ts';
import type { Layer } from './layer.ts';
import type { OpenText } from './openText.ts';
import { Refusal } from './refusal.ts';
import type { Step } from './step.ts';

/** Relates two tags of one layer. */
export function relateStep(
  text: OpenText,
  { id: from, to, label, layer: name }: CommandArguments['glossator.relate'],
): Step {
  if (from === to) throw new Refusal('A relation leads from one tag to another one.');
  const layer = text.layerOf(from, name);
  if (!layer || !has(layer, to)) {
    const apart = layer && text.layerOf(to);
    throw new Refusal(
      apart
        ? 'The two tags are in different layers, and a relation lies in one. Choose two tags of one layer.'
        : 'One of the two tags is no longer there. Look at the tags again and repeat the command.',
    );
  }
  return {
    text,
    layer,
    change: (sidecar) => {
      const related = relate(sidecar, { label, from, to });
      return { sidecar: related, ids: related === sidecar ? [] : [from] };
    },
  };
}

/** Takes a relation away. */
export function unrelateStep(
  text: OpenText,
  { id, layer: name }: CommandArguments['glossator.unrelate'],
): Step {
  const layer = text.layers.find(
    ({ sidecar, name: own = '' }) =>
      (name === undefined || name === own) && sidecar?.relations.some((one) => one.id === id),
  );
  const relation = layer?.sidecar?.relations.find((one) => one.id === id);
  if (!layer || !relation)
    throw new Refusal(
      'That relation is no longer there. Look at the tags again and repeat the command.',
    );
  return {
    text,
    layer,
    change: (sidecar) => ({ sidecar: unrelate(sidecar, id), ids: [relation.from] }),
  };
}

function has({ sidecar }: Layer, id: string): boolean {
  return sidecar?.tags.some((tag) => tag.id === id) ?? false;
}
