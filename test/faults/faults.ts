/** What goes wrong in a run besides the kill. */
export const FAULTS = [
  'nothing else',
  'full disk',
  'read-only file',
  'read-only folder',
  'vanished file',
  'jumping clock',
] as const;
export type Fault = (typeof FAULTS)[number];

/** How many kills there were, by what else went wrong. */
export type Kills = Record<Fault, number>;

export function noKills(): Kills {
  return {
    'nothing else': 0,
    'full disk': 0,
    'read-only file': 0,
    'read-only folder': 0,
    'vanished file': 0,
    'jumping clock': 0,
  };
}

/** Arguments for Node that give a process a clock which is set anew all the time. */
export const jumpingClock = ['--import', new URL('jumpingClock.ts', import.meta.url).href];

/** A random time of a file, in seconds since 1970: up to 2096. */
export function anyTime(random: () => number): number {
  return Math.floor(random() * 4e9);
}
