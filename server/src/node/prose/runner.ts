import { Worker } from 'node:worker_threads';
import type { CorpusConfiguration } from '../../core/corpus/configuration.ts';
import type { ProseMessage } from '../../core/prose/processor.ts';
import type { TokenisedText } from '../../core/text/nlcst.ts';
import type { ProseRunner } from '../../prose.ts';
import type { ProseAnswer, ProseOrder } from './order.ts';

/** How long, in milliseconds, a plugin may take before it counts as failed. */
export interface Patience {
  /** To start the thread and load every plugin. */
  readonly load: number;
  /** For one text. */
  readonly check: number;
}

/** The most memory that plugins may take, in megabytes. */
const MEMORY = 512;

/**
 * Runs the plugins of one corpus in a thread of their own, so that one that
 * hangs, eats memory or ends its process costs the server nothing. A plugin
 * that fails is dropped and the rest go on in a new thread.
 */
export class ThreadedProse implements ProseRunner {
  readonly failures = new Map<string, string>();
  readonly #file: string | URL;
  readonly #folder: string;
  readonly #patience: Patience;
  #plugins: ProseOrder['plugins'];
  #thread: { worker: Worker; current: Int32Array; ready: boolean } | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** `file` is the thread's program, `folder` the path that plugins are looked for in. */
  constructor(
    file: string | URL,
    folder: string,
    plugins: CorpusConfiguration['retext'],
    patience: Patience = { load: 15_000, check: 5_000 },
  ) {
    this.#file = file;
    this.#folder = folder;
    this.#patience = patience;
    this.#plugins = plugins.map((plugin) =>
      typeof plugin === 'string' ? [plugin, undefined] : plugin,
    );
  }

  check(text: TokenisedText): Promise<readonly ProseMessage[]> {
    const checked = this.#last.then(() => this.#check(text));
    this.#last = checked;
    return checked;
  }

  dispose(): void {
    this.#plugins = [];
    this.#end();
  }

  async #check(text: TokenisedText): Promise<readonly ProseMessage[]> {
    while (this.#plugins.length > 0) {
      const thread = this.#thread ?? this.#start();
      if (!thread.ready) {
        const answer = await next(thread.worker, this.#patience.load);
        if ('failed' in answer) this.#drop(thread.current[0], answer);
        else thread.ready = true;
        continue;
      }
      const { tokens, layout } = text;
      thread.worker.postMessage({ text: text.text, tokens, layout });
      const answer = await next(thread.worker, this.#patience.check);
      if ('messages' in answer) return answer.messages;
      this.#drop(thread.current[0], answer);
    }
    return [];
  }

  #start() {
    const current = new Int32Array(new SharedArrayBuffer(4));
    const order: ProseOrder = { folder: this.#folder, plugins: this.#plugins, current };
    const worker = new Worker(this.#file, {
      workerData: order,
      // Standard output is the server's line to its client: nothing else may be written there.
      stdout: true,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    worker.stdout.on('data', (printed) => process.stderr.write(printed));
    worker.unref();
    const thread = { worker, current, ready: false };
    // One that dies between two texts is started again for the next.
    const gone = () => {
      if (this.#thread === thread) this.#thread = undefined;
    };
    worker.on('error', gone).on('exit', gone);
    this.#thread = thread;
    return thread;
  }

  #end(): void {
    void this.#thread?.worker.terminate();
    this.#thread = undefined;
  }

  #drop(index: number, { failed, missing }: { failed: string; missing?: boolean }): void {
    this.#end();
    const plugin = this.#plugins[index];
    if (!plugin) return;
    const [name] = plugin;
    const reason = failed.split('\n', 1)[0].slice(0, 200);
    this.failures.set(
      name,
      missing
        ? `The retext plugin “${name}” is not installed here. Run “npm install ${name}” in this folder.`
        : `The retext plugin “${name}” is left out until this file changes: ${reason}.`,
    );
    this.#plugins = this.#plugins.filter((other) => other !== plugin);
  }
}

/** The thread's next answer; one that dies or stays silent too long has failed. */
function next(worker: Worker, patience: number): Promise<ProseAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: ProseAnswer): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', onError).off('exit', onExit);
      resolve(answer);
    };
    const onError = (error: unknown): void => {
      settle({ failed: error instanceof Error ? error.message : String(error) });
    };
    const onExit = (): void => settle({ failed: 'it ended its thread' });
    const timer = setTimeout(
      () => settle({ failed: `it took longer than ${patience / 1000} seconds` }),
      patience,
    );
    worker.on('message', settle).on('error', onError).on('exit', onExit);
  });
}
