import { type Adjudication, adjudication } from '../core/corpus/adjudication.ts';
import type { Layer } from './layer.ts';
import type { OpenText } from './openText.ts';

/** The layers of a text that can be compared, and the sidecars that cannot. */
export interface Annotators {
  readonly layers: readonly Layer[];
  /** The main sidecar may be among them. */
  readonly unreadable: readonly Layer[];
  /** Layers in which everything still waits to be accepted or rejected: nobody has tagged there. */
  readonly suggested: readonly Layer[];
}

/** The text's layers besides the main sidecar, which is what is made out of them. */
export function annotatorsOf(text: OpenText): Annotators {
  const full = namedLayers(text).filter(({ sidecar, source }) => sidecar && source.trim() !== '');
  return {
    layers: full.filter((layer) => !isSuggested(layer)),
    unreadable: text.layers.filter(({ sidecar }) => !sidecar),
    suggested: full.filter(isSuggested),
  };
}

function isSuggested({ sidecar }: Layer): boolean {
  const tags = sidecar?.tags ?? [];
  return tags.length > 0 && tags.every(({ status }) => status === 'suggested');
}

/** The layers besides the main sidecar that have a file, whether or not it can be read. */
export function namedLayers({ layers }: OpenText): Layer[] {
  return layers.filter(({ name, exists, gone }) => name !== undefined && exists && !gone);
}

export function namesOf(layers: readonly Layer[]): string[] {
  return layers.map(({ name = '' }) => name);
}

/** How layers of a text compare with one another, and with what the main sidecar says. */
export function compared(text: OpenText, layers: readonly Layer[]): Adjudication {
  const annotated = layers.map((layer) => ({ name: layer.name ?? '', tags: layer.placed() }));
  return adjudication(annotated, text.layer(undefined).placed(), text.live.text);
}
