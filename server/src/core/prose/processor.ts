import type { Root } from 'nlcst';
import { type Plugin, type Preset, unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Severity } from '../rules/finding.ts';
import type { Span } from '../span.ts';
import { blocksOf, type TokenisedBlock, type TokenisedText, tokenParser } from '../text/nlcst.ts';

/** A plugin of the retext family with the options it is used with. */
export interface ProsePlugin {
  readonly plugin: Plugin<[unknown?], Root> | Preset;
  readonly options?: unknown;
}

/** What a plugin has to say about a stretch of text. */
export interface ProseMessage extends Span {
  /** Names the plugin and its rule: `retext-repeated-words:the`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What may stand there instead. */
  readonly expected: readonly string[];
  /** A page about the rule. */
  readonly url?: string;
}

/**
 * Makes a function that runs plugins over a text, one block at a time; its
 * promise is rejected with whatever a plugin throws. `entering` hears the
 * index of each plugin before it gets a block's tree.
 */
export function proseProcessor(
  plugins: readonly ProsePlugin[],
  entering: (index: number) => void,
): (text: TokenisedText) => Promise<ProseMessage[]> {
  let current: TokenisedBlock;
  const processor = unified().use(tokenParser, () => current);
  for (const [index, { plugin, options }] of plugins.entries()) {
    processor.use(() => () => entering(index));
    if (typeof plugin !== 'function') processor.use(plugin);
    else if (options === undefined) processor.use(plugin);
    else processor.use(plugin, options);
  }
  processor.freeze();
  return async (text) => {
    const messages: ProseMessage[] = [];
    for (current of blocksOf(text)) {
      const block = current;
      const file = new VFile(block.text);
      await processor.run(processor.parse(file), file);
      messages.push(...file.messages.map((message) => toProseMessage(message, block)));
    }
    return messages;
  };
}

function toProseMessage(message: VFileMessage, block: TokenisedBlock): ProseMessage {
  const { place, source = 'retext', ruleId, fatal, url } = message;
  const from = place && 'start' in place ? place.start : place;
  const to = place && 'start' in place ? place.end : place;
  const start = from ? offsetOf(from, block.text) : block.tokens.start[0];
  const end = to ? offsetOf(to, block.text) : block.tokens.end[0];
  return {
    start: block.offset + Math.min(start, end),
    end: block.offset + Math.max(start, end),
    rule: ruleId && ruleId !== source ? `${source}:${ruleId}` : source,
    severity: fatal ? 'error' : fatal === false ? 'warning' : 'info',
    message: message.reason,
    expected: message.expected ?? [],
    ...(url && /^https?:/.test(url) && { url }),
  };
}

/** The offset of a point, by its line and column where it has no offset; within the text. */
function offsetOf(
  { offset, line, column }: { offset?: number; line: number; column: number },
  text: string,
): number {
  if (offset === undefined) {
    const above = text.split('\n', line - 1);
    offset = above.reduce((length, { length: more }) => length + more + 1, column - 1);
  }
  return Math.max(0, Math.min(offset, text.length));
}
