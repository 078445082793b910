/** Milliseconds of a long piece of work behind which other messages have their turn. */
const SLICE = 40;

/** Answers, asked between the steps of a piece of work, a promise to wait for where it has gone on for long: others have their turn then. */
export function breather(): () => Promise<void> | undefined {
  let end = performance.now() + SLICE;
  return () => {
    if (performance.now() < end) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        end = performance.now() + SLICE;
        resolve();
      }, 0);
    });
  };
}
