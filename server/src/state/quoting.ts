import type { Span } from '../core/span.ts';
import type { Sidecar, Tag } from '../core/tags/model.ts';
import { quotesWith, tooLong } from '../core/tags/quoteLimit.ts';
import { nameOf } from '../workspace.ts';
import type { Layer } from './layer.ts';
import { Refusal } from './refusal.ts';

/** Throws a `Refusal` where quoting the spans, in place of the quotes of some tags, makes the layer's quotes too long. */
export function refuseLongQuotes(
  { uri }: Layer,
  sidecar: Sidecar,
  spans: readonly Span[],
  replaced?: ReadonlySet<string>,
): void {
  const length = quotesWith(sidecar, spans, replaced);
  if (!length.fits) throw new Refusal(tooLong(length, nameOf(uri)));
}

/** The tags of a sidecar with these ids. */
export function tagsAmong({ tags }: Sidecar, ids: ReadonlySet<string>): Tag[] {
  return tags.filter(({ id }) => ids.has(id));
}
