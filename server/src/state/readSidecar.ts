import type { Problem } from '../core/problem.ts';
import type { TextAccess } from '../core/tags/context.ts';
import type { PlacedTag, Sidecar, Tag } from '../core/tags/model.ts';
import { emptySidecar, parseSidecar } from '../core/tags/sidecar.ts';
import type { LiveText } from '../liveText.ts';
import { mergeElsewhere } from './elsewhere.ts';
import type { Source } from './sources.ts';

/** What a sidecar's source says of an open text: an empty sidecar where there is none, null where nothing may be written to it. */
export function readSidecar(
  source: Source,
  live: LiveText,
): { sidecar: Sidecar | null; problems: readonly Problem[] } {
  if (source.kind === 'not-utf8') {
    const message =
      'This sidecar is not UTF-8 text. Save it as UTF-8; until then nothing is written to it.';
    return { sidecar: null, problems: [{ start: 0, end: 0, message }] };
  }
  if (source.kind === 'text' && source.elsewhere) {
    return mergeElsewhere(source.text, source.elsewhere, live);
  }
  if (source.kind === 'missing' || source.text.trim() === '') {
    return { sidecar: emptySidecar(live.fingerprint), problems: [] };
  }
  const { value, problems } = parseSidecar(source.text);
  return { sidecar: value, problems };
}

/** A tag where it says that it lies. Of a stretch longer than its quote nothing is read. */
export function placedAt(tag: Tag, text: TextAccess): PlacedTag {
  const { start, end, quote } = tag;
  if (end - start === quote.length && text.slice(start, end) === quote) {
    return { tag, start, end, status: 'exact', confidence: 1 };
  }
  if (start === end) return { tag, start, end, status: 'lost', confidence: 0 };
  return { tag, start, end, status: 'changed', confidence: 0.5 };
}

/** Whether two versions of a tag were put on the same stretch with the same words. */
export function sameAnchor(a: Tag, b: Tag): boolean {
  return a.start === b.start && a.end === b.end && a.quote === b.quote;
}
