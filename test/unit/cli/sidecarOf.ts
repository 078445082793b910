import { surroundings } from '../../../server/src/core/tags/context.ts';
import { fingerprintOf } from '../../../server/src/core/tags/fingerprint.ts';
import type { Tag } from '../../../server/src/core/tags/model.ts';
import { serialiseSidecar } from '../../../server/src/core/tags/serialise.ts';
import { emptySidecar } from '../../../server/src/core/tags/sidecar.ts';

/** What a test says of a tag; its quote says where it lies. */
export type TagGiven = Pick<Tag, 'label' | 'quote'> & Partial<Tag>;

/** A tag at the first place where its quote stands in a text. */
function tagOf(text: string, { label, quote, ...more }: TagGiven): Tag {
  const start = text.indexOf(quote);
  const span = { start, end: start + quote.length };
  return { id: `${label}${start}`, label, ...span, quote, ...surroundings(text, span), ...more };
}

/** The source of a sidecar of a text with these tags. */
export function sidecarOf(text: string, tags: readonly TagGiven[]): string {
  const sidecar = emptySidecar(fingerprintOf(text));
  return serialiseSidecar({ ...sidecar, tags: tags.map((tag) => tagOf(text, tag)) });
}
