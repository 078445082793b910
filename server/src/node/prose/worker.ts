/** The thread that retext plugins run in: loads them, then answers texts with what they say. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { type ProsePlugin, proseProcessor } from '../../core/prose/processor.ts';
import type { TokenisedText } from '../../core/text/nlcst.ts';
import type { ProseAnswer, ProseOrder } from './order.ts';

const { folder, plugins, current }: ProseOrder = workerData;
const entering = (index: number): void => void Atomics.store(current, 0, index);
const answer = (message: ProseAnswer): void => parentPort?.postMessage(message);

async function load(name: string, options: unknown): Promise<ProsePlugin> {
  const file = createRequire(join(folder, 'glossator.json')).resolve(name);
  const module: { default?: ProsePlugin['plugin'] } = await import(pathToFileURL(file).href);
  const plugin = module.default;
  if (typeof plugin !== 'function' && typeof plugin !== 'object')
    throw new TypeError('it exports no plugin by default');
  return { plugin, options };
}

function failed(error: unknown): void {
  const { code, message } = Object(error);
  const missing = code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
  answer({ failed: String(message ?? error), missing });
}

async function serve(): Promise<void> {
  const loaded: ProsePlugin[] = [];
  for (const [index, [name, options]] of plugins.entries()) {
    entering(index);
    loaded.push(await load(name, options));
  }
  const check = proseProcessor(loaded, entering);
  parentPort?.on('message', (text: TokenisedText) => {
    check(text).then((messages) => answer({ messages }), failed);
  });
  answer({ messages: [] });
}

serve().catch(failed);
