import assert from 'node:assert/strict';
import type { Annotated } from '../../../../server/src/core/corpus/adjudication.ts';
import { anchorTags } from '../../../../server/src/core/tags/anchor.ts';
import { makeTag, type TagDraft } from '../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import type { Sidecar } from '../../../../server/src/core/tags/model.ts';
import { sortTags } from '../../../../server/src/core/tags/serialise.ts';
import { emptySidecar } from '../../../../server/src/core/tags/sidecar.ts';

/** A sidecar of a text with tags. */
export function sidecarWith(text: string, drafts: readonly TagDraft[]): Sidecar {
  const tags = drafts.map((draft) => makeTag(draft, text));
  return { ...emptySidecar(fingerprintOf(text)), tags: sortTags(tags) };
}

/** A layer's tags where they lie in the text. */
export function annotated(name: string, sidecar: Sidecar, text: string): Annotated {
  return { name, tags: anchorTags(sidecar, text) };
}

/** A sentence to tag. */
export const TEXT =
  'Ann Smith of the University of Tartu said on Monday that she would never, under whatever circumstances, agree to that.';

/** A tag of it as `LABEL words`, with what else it says. */
export function draft(said: string, more: Partial<TagDraft> = {}): TagDraft {
  const [label, ...words] = said.split(' ');
  const start = TEXT.indexOf(words.join(' '));
  assert.ok(start >= 0, said);
  return { label, start, end: start + words.join(' ').length, ...more };
}
