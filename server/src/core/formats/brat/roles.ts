import type { Argument } from './statements.ts';

/**
 * Names roles of events without the numbers that brat gives to a role that an
 * event has several times: Theme, Theme2, Theme3. A role that has a number of
 * its own (ARG1, ARG2) keeps it: without, it is no role of any event.
 */
export class Roles {
  readonly #defined: ReadonlySet<string>;
  readonly #used: ReadonlySet<string>;

  /** @param defined the roles that the configuration defines */
  constructor(
    events: readonly { readonly roles: readonly Argument[] }[],
    defined: ReadonlySet<string>,
  ) {
    this.#defined = defined;
    this.#used = new Set(events.flatMap(({ roles }) => roles.map(({ role }) => role)));
  }

  named(role: string): string {
    if (this.#defined.has(role)) return role;
    const base = role.replace(/\d+$/, '');
    const there = this.#defined.has(base) || this.#used.has(base);
    return there && base !== '' ? base : role;
  }
}
