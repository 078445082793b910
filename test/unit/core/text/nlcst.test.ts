import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Node, Nodes, Root } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import { unified } from 'unified';
import { readPassage } from '../../../../server/src/core/analysis/passage.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { blocksOf, tokenParser } from '../../../../server/src/core/text/nlcst.ts';

const read = (text: string) => readPassage(text, en);
const parse = (text: string): Root => unified().use(tokenParser, read).parse(text);

/** A tree in one line: `Sentence(Word(Text) WhiteSpace …)`. */
function outline(node: Nodes): string {
  const name = node.type.replace('Node', '');
  return 'children' in node ? `${name}(${node.children.map(outline).join(' ')})` : name;
}

function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

/** Whether every node's position says where its text stands: by offset, and by line and column. */
function checkPositions(root: Root, text: string): void {
  const lines = text.split('\n');
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  for (const node of walk(root)) {
    const { start, end } = node.position ?? assert.fail(`${node.type} has no position`);
    assert.equal(text.slice(start.offset, end.offset), textOf(node));
    for (const { line, column, offset } of [start, end])
      assert.equal(starts[line - 1] + column - 1, offset);
  }
}

const texts = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'Don’t',
        'e\u0301',
        '👩‍👩‍👧',
        '🇪🇪',
        'שלום',
        '日本',
        '1,5',
        'Gen.',
        '!',
        '…',
        '$',
        'A&B',
      ],
      ...[
        ' ',
        '\n',
        '\n\n',
        '\t',
        '\u00a0',
        '\u200b',
        '\ud83d',
        'www.a.ee',
        '“',
        '”',
        '#x',
        'so\u00adft',
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('the nlcst tree of a text', () => {
  it('has paragraphs, sentences, words and the white space between them', () => {
    assert.equal(
      outline(parse('He won. I lost\n\nEnd')),
      'Root(' +
        'Paragraph(Sentence(Word(Text) WhiteSpace Word(Text) Punctuation) WhiteSpace ' +
        'Sentence(Word(Text) WhiteSpace Word(Text))) ' +
        'WhiteSpace Paragraph(Sentence(Word(Text))))',
    );
  });

  it('cuts a word at its inner marks', () => {
    const [word] = [...walk(parse('Don’t'))].filter(({ type }) => type === 'WordNode');
    assert.equal(outline(word), 'Word(Text Punctuation Text)');
  });

  it('keeps addresses as sources, and pictures as symbols', () => {
    assert.equal(
      outline(parse('See https://a.ee/x, a@b.ee 👩‍👩‍👧')),
      'Root(Paragraph(Sentence(Word(Text) WhiteSpace Source Punctuation WhiteSpace Source WhiteSpace Symbol)))',
    );
  });

  it('counts lines and columns from one, offsets from nought', () => {
    const words = [...walk(parse('😀 a\nbc'))].filter(({ type }) => type === 'WordNode');
    assert.deepEqual(
      words.map(({ position }: Node) => position?.start),
      [
        { line: 1, column: 4, offset: 3 },
        { line: 2, column: 1, offset: 5 },
      ],
    );
  });

  it('is empty for an empty text, and white space for one of white space only', () => {
    assert.deepEqual(parse(''), { type: 'RootNode', children: [] });
    assert.equal(outline(parse(' \n')), 'Root(WhiteSpace)');
  });

  it('tiles any text, every node where it says it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tree = parse(text);
        assert.equal(textOf(tree), text);
        if (text !== '') checkPositions(tree, text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the blocks of a text', () => {
  it('are made one at a time', () => {
    const blocks = blocksOf(read('One.\n\nTwo.\n'));
    assert.deepEqual(
      [...blocks].map(({ text, offset }) => [text, offset]),
      [
        ['One.\n\n', 0],
        ['Two.\n', 6],
      ],
    );
  });

  it('put together are the whole text and have the trees that the whole has', () => {
    const seeds = readdirSync('samples/seeds').filter((name) => name.endsWith('.txt'));
    for (const seed of seeds) {
      const text = `\n ${readFileSync(`samples/seeds/${seed}`, 'utf8')}`;
      let together = '';
      const paragraphs: string[] = [];
      for (const block of blocksOf(read(text))) {
        assert.equal(block.offset, together.length);
        together += block.text;
        const tree = unified()
          .use(tokenParser, () => block)
          .parse(block.text);
        checkPositions(tree, block.text);
        paragraphs.push(
          ...tree.children.filter(({ type }) => type === 'ParagraphNode').map(outline),
        );
      }
      assert.equal(together, text);
      const whole = parse(text).children.filter(({ type }) => type === 'ParagraphNode');
      assert.deepEqual(paragraphs, whole.map(outline));
    }
  });
});
