import { type Context, createContext, Script } from 'node:vm';

const script = new Script('work()');
const scope = { work: (): void => undefined };
let context: Context | undefined;

/**
 * What `work` answers, or undefined where it takes longer than so many
 * milliseconds: it is then broken off wherever it is, in the middle of a regular
 * expression too.
 */
export function withinTime<T>(work: () => T, milliseconds: number): T | undefined {
  let answer: T | undefined;
  scope.work = () => {
    answer = work();
  };
  context ??= createContext(scope);
  try {
    script.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    // Node makes this error inside the context, where `Error` is another one.
    const { code }: { code?: unknown } = Object(error);
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
  return answer;
}
