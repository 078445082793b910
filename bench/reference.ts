/** Classes of the bare scan: white space, letters and digits, everything else. */
const classes = new Uint8Array(0x10000).fill(1);
for (let unit = 0; unit < 0x10000; unit++) {
  const char = String.fromCharCode(unit);
  if (/\s/.test(char)) classes[unit] = 0;
  else if (!/[\p{L}\p{M}\p{N}]/u.test(char)) classes[unit] = 2;
}

/**
 * The reference S that times are given in: a bare charCode scan of a text into
 * typed arrays of starts, ends and kinds. Returns the number of tokens.
 */
export function bareScan(text: string): number {
  const capacity = (text.length >> 1) + 1;
  const starts = new Int32Array(capacity);
  const ends = new Int32Array(capacity);
  const kinds = new Uint8Array(capacity);
  let count = 0;
  for (let at = 0; at < text.length && count < capacity; ) {
    const kind = classes[text.charCodeAt(at)];
    const from = at++;
    if (kind === 0) continue;
    if (kind === 1) while (at < text.length && classes[text.charCodeAt(at)] === 1) at++;
    starts[count] = from;
    ends[count] = at;
    kinds[count++] = kind;
  }
  return count;
}

/** Node has it since 23.9; the project's types are those of the oldest Node that the server runs on. */
const { threadCpuUsage } = process as typeof process & { threadCpuUsage(): NodeJS.CpuUsage };

/** The processor time this thread has used, in milliseconds. */
function threadTime(): number {
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
}

/** A sample is at least so many milliseconds long: some systems count processor time in steps of four. */
const SAMPLE = 100;

/** How many times to run the task for one sample. */
function repeatsOf(task: () => void): number {
  const before = threadTime();
  let repeats = 0;
  while (threadTime() - before < SAMPLE) {
    task();
    repeats++;
  }
  return repeats;
}

/**
 * How long each task keeps this thread busy, in milliseconds of processor
 * time: the median of its rounds. The tasks take turns, so that whatever else
 * the machine does falls on all of them alike.
 */
export function timesOf(tasks: readonly (() => void)[], rounds = 9): number[] {
  const repeats = tasks.map((task) => {
    repeatsOf(task);
    return repeatsOf(task);
  });
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, task] of tasks.entries()) {
      const before = threadTime();
      for (let run = 0; run < repeats[index]; run++) task();
      times[index].push((threadTime() - before) / repeats[index]);
    }
  }
  return times.map(median);
}

/** The middle one of the numbers; the upper one of two. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}
