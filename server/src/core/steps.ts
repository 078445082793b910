/** Work that is done step by step: whoever asks for the next step may do something else first. */
export type Steps<T> = Generator<undefined, T>;

/** Does all the steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Does the steps with pauses in between.
 * @param pause asked behind every step; answers a promise where it is time for others to have their turn
 */
export async function finishedGradually<T>(
  steps: Steps<T>,
  pause: () => Promise<void> | undefined,
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const rest = pause();
    if (rest) await rest;
  }
}
