import { nameOf } from '../workspace.ts';

/** Why something was not carried out: one sentence for the person, who asked for it. */
export class Refusal extends Error {}

/** Why nothing was done to a tag that a command names. */
export const tagGone =
  'That tag is no longer there. Look at the tags again and repeat the command.';

/** A sidecar or registry cannot be read, so it must not be written either. */
export function unreadable(uri: string): Refusal {
  return new Refusal(
    `${nameOf(uri)} cannot be read, so nothing is written to it. Mend it first: see the Problems panel.`,
  );
}

/** A text is in no encoding that everybody agrees on. */
export function notUtf8(uri: string): Refusal {
  return new Refusal(
    `${nameOf(uri)} is not UTF-8 text, so its tags could not be trusted. Save it with the encoding UTF-8, then tag it.`,
  );
}
