import { mergeSidecars } from '../core/corpus/merge.ts';
import type { Problem } from '../core/problem.ts';
import type { Sidecar, TextFingerprint } from '../core/tags/model.ts';
import { emptySidecar, parseSidecar } from '../core/tags/sidecar.ts';
import type { Elsewhere } from './sources.ts';

/** The text that a sidecar's tags are shown in. */
interface Shown {
  readonly text: { toString(): string };
  readonly fingerprint: TextFingerprint;
}

/**
 * The merge of a sidecar that an editor holds with what somebody else did to
 * its file, tag by tag. Null, with a reason, where either cannot be read: then
 * nothing is written, and the person decides.
 */
export function mergeElsewhere(
  editor: string,
  elsewhere: Elsewhere,
  { text, fingerprint }: Shown,
): { sidecar: Sidecar | null; problems: readonly Problem[] } {
  const ours =
    editor.trim() === ''
      ? { value: emptySidecar(fingerprint), problems: [] }
      : parseSidecar(editor);
  if (!ours.value) return { sidecar: null, problems: ours.problems };
  const known = parseSidecar(elsewhere.base).value;
  const theirs =
    elsewhere.text === null
      ? emptySidecar(known?.text ?? ours.value.text)
      : parseSidecar(elsewhere.text).value;
  if (!theirs) {
    const message =
      'The file was changed on disk and can no longer be read, so nothing is written over it. Compare it with this editor and mend it.';
    return { sidecar: null, problems: [{ start: 0, end: Math.min(1, editor.length), message }] };
  }
  const fits = ({ text: { sha256 } }: Sidecar): boolean => sha256 === fingerprint.sha256;
  // Without a base nothing counts as removed, and the offsets that fit the text are taken.
  const base = known ?? emptySidecar(fits(theirs) ? ours.value.text : theirs.text);
  const content = fits(ours.value) || fits(theirs) ? text.toString() : undefined;
  return { sidecar: mergeSidecars(base, ours.value, theirs, content).value, problems: [] };
}
