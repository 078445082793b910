import type { Tag } from '../../tags/model.ts';
import type { CorpusFacts, TaggedText, Written } from '../format.ts';
import { type Feature, Losses } from '../losses.ts';
import { pathStem } from '../paths.ts';
import { recordLists } from './entities.ts';
import { isFeatureName } from './features.ts';
import { headerOf } from './header.ts';
import { divide, withElements } from './inline.ts';
import { Markup } from './markup.ts';
import { element, group } from './xml.ts';

type Lose = (what: Feature, count?: number) => void;

/** Writes `a.xml` for `a.txt`, with the text as it is. */
export function writeTei(texts: readonly TaggedText[], corpus: CorpusFacts): Written {
  const losses = new Losses();
  const files = texts.map((text) => ({
    path: `${pathStem(text.file)}.xml`,
    content: documentOf(text, corpus, (what, count) => losses.add(text.file, what, count)),
  }));
  return { files, losses: losses.list() };
}

function documentOf(tagged: TaggedText, corpus: CorpusFacts, lose: Lose): string {
  const { text, sidecar } = tagged;
  const { inline, apart } = divide(sidecar.tags);
  const markup = new Markup(tagged, corpus, new Set(apart), lose);
  const anchors = new Anchors();
  const spans = apart.map((tag) => ({ tag, lines: spansOf(tag, markup, anchors) }));
  const linesOf = (rejected: boolean) =>
    spans.flatMap(({ tag, lines }) => ((tag.status === 'rejected') === rejected ? lines : []));
  const body = withElements(text, inline, (tag) => markup.inline(tag), anchors.elements());
  const relations = sidecar.relations.flatMap(({ id, label, from, to }) => {
    if (!isFeatureName(label)) {
      lose('relations');
      return [];
    }
    return element('relation', {
      'xml:id': /^[A-Za-z0-9_-]+$/.test(id) ? `r.${id}` : undefined,
      name: label,
      active: markup.pointer(from),
      passive: markup.pointer(to),
    });
  });
  const parts = [
    ...recordLists(markup.records, corpus.entities),
    group('spanGrp', { type: 'tags' }, linesOf(false), 4),
    group('spanGrp', { type: 'rejected' }, linesOf(true), 4),
    ...markup.features,
    group('listAnnotation', {}, markup.notes, 4),
    group('listRelation', {}, relations, 4),
  ].filter(Boolean);
  const standOff = group('standOff', {}, parts, 2);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
    `  ${headerOf(tagged, corpus, markup.people)}`,
    ...(standOff === '' ? [] : [`  ${standOff}`]),
    '  <text>',
    '    <body>',
    `      <ab xml:space="preserve">${body}</ab>`,
    '    </body>',
    '  </text>',
    '</TEI>',
    '',
  ].join('\n');
}

/** A tag that stands apart: a span between two anchors, or one that names such a span for each of its pieces. */
function spansOf(tag: Tag, markup: Markup, anchors: Anchors): string[] {
  const ends = (start: number, end: number) => ({
    from: `#${anchors.at(start)}`,
    to: `#${anchors.at(end)}`,
  });
  const { 'xml:id': id, ...attributes } = markup.apart(tag);
  const { fragments = [] } = tag;
  if (fragments.length < 2) {
    return [element('span', { 'xml:id': id, ...attributes, ...ends(tag.start, tag.end) })];
  }
  const pieces = fragments.map(([start, end], i) => ({
    id: `${id}.${i + 1}`,
    ...ends(start, end),
  }));
  const target = pieces.map((piece) => `#${piece.id}`).join(' ');
  return [
    element('span', { 'xml:id': id, ...attributes, target }),
    ...pieces.map(({ id: piece, from, to }) => element('span', { 'xml:id': piece, from, to })),
  ];
}

/** The anchors that stand-off spans need, one for each offset. */
class Anchors {
  readonly #ids = new Map<number, string>();

  /** The id of the anchor at an offset. */
  at(offset: number): string {
    const id = this.#ids.get(offset) ?? `a.${this.#ids.size + 1}`;
    this.#ids.set(offset, id);
    return id;
  }

  elements(): Map<number, string> {
    return new Map(
      Array.from(this.#ids, ([offset, id]) => [offset, element('anchor', { 'xml:id': id })]),
    );
  }
}
