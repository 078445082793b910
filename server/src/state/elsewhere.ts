import { mergeSidecars } from '../core/corpus/merge.ts';
import type { Problem } from '../core/problem.ts';
import type { Sidecar, TextFingerprint } from '../core/tags/model.ts';
import { emptySidecar, parseSidecar } from '../core/tags/sidecar.ts';

/**
 * The merge of a sidecar that an editor holds with what somebody else wrote to
 * its file, tag by tag. Null, with a reason, where either cannot be read: then
 * nothing is written, and the person decides.
 * @param text fingerprint for the sidecar that an empty editor stands for
 */
export function mergeElsewhere(
  editor: string,
  elsewhere: { readonly base: string; readonly text: string },
  text: TextFingerprint,
): { sidecar: Sidecar | null; problems: readonly Problem[] } {
  const ours =
    editor.trim() === '' ? { value: emptySidecar(text), problems: [] } : parseSidecar(editor);
  if (!ours.value) return { sidecar: null, problems: ours.problems };
  const theirs = parseSidecar(elsewhere.text);
  if (!theirs.value) {
    const message =
      'The file was changed on disk and can no longer be read, so nothing is written over it. Compare it with this editor and mend it.';
    return { sidecar: null, problems: [{ start: 0, end: Math.min(1, editor.length), message }] };
  }
  const base = parseSidecar(elsewhere.base).value;
  return { sidecar: mergeSidecars(base, ours.value, theirs.value).value, problems: [] };
}
