import { anchorTags } from '../../core/tags/anchor.ts';
import { withOffsets } from '../../core/tags/edits.ts';
import { fingerprintOf } from '../../core/tags/fingerprint.ts';
import type { PlacedTag } from '../../core/tags/model.ts';
import { rewriteSidecar } from '../../core/tags/rewrite.ts';
import { FileRefused, updateFile } from '../../node/write.ts';
import { type Command, Exit, expectOperands, Failures } from '../command.ts';
import { placedTags } from '../examine.ts';
import { Output } from '../io.ts';
import { readableSidecar, Sidecars } from '../sidecars.ts';
import { readText, shownLike, textOperand } from '../texts.ts';

/** Says where a text's tags lie in the text as it is now. */
export const resolve: Command = {
  name: 'resolve',
  usage: 'FILE',
  about:
    'Print where each tag lies in the text as it is now: exact (where it was put), moved, changed\n(its text differs) or lost.',
  options: {
    json: { type: 'boolean', about: 'Print a JSON array.' },
    write: { type: 'boolean', about: 'Store the offsets in the sidecars.' },
  },
  async run(operands, values, io) {
    expectOperands(operands, 'FILE', 1, 1);
    const { path } = textOperand(operands[0], io);
    const text = await readText(path, operands[0]);
    const layers = await new Sidecars().of(path);
    const failures = new Failures(io, values);
    let placed: PlacedTag[] = [];
    for (const layer of layers) {
      await failures.guard(async () => {
        if (!layer.sidecar) readableSidecar(layer.source, shownLike(operands[0], layer.path, io));
        placed = placed.concat(placedTags(layer, text));
        if (values.write === true) await store(layer.path, text);
      });
    }
    placed.sort((a, b) => a.start - b.start || a.end - b.end);
    const output = new Output(io);
    for (const piece of values.json === true ? asJson(placed) : asText(placed)) {
      await output.add(piece);
    }
    await output.end();
    return failures.exit(Exit.done);
  },
};

async function store(path: string, text: string): Promise<void> {
  await updateFile(path, (source) => {
    if (source === null) throw new FileRefused(path, 'The sidecar is gone.');
    const sidecar = readableSidecar(source, path);
    const placed = anchorTags(sidecar, text);
    return rewriteSidecar(source, withOffsets(sidecar, placed, text, fingerprintOf(text)));
  });
}

function* asJson(placed: readonly PlacedTag[]): Generator<string> {
  yield '[';
  let separator = '\n';
  for (const { tag, status, start, end, layer } of placed) {
    yield separator + JSON.stringify({ id: tag.id, status, start, end, layer });
    separator = ',\n';
  }
  yield placed.length > 0 ? '\n]\n' : ']\n';
}

function* asText(placed: readonly PlacedTag[]): Generator<string> {
  for (const { tag, status, start, end, layer } of placed) {
    const quote = tag.quote.replace(/\s+/g, ' ');
    const at = status === 'lost' ? `was ${tag.start}–${tag.end}` : `${start}–${end}`;
    yield `${status.padEnd(7)}  ${tag.id}  ${tag.label}  ${at}  “${quote}”${layer ? `  (${layer})` : ''}\n`;
  }
}
