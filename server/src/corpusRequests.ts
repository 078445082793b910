import { labelColour } from './core/corpus/configuration.ts';
import { attributesOf, kindsOf, labelsOf } from './core/corpus/labels.ts';
import { movedFragments } from './core/tags/fragments.ts';
import type { PlacedTag } from './core/tags/model.ts';
import type { RelatedTag } from './core/tags/relations.ts';
import { countTags, tagBeside, tagsIn, tagsNear } from './features/tagLists.ts';
import type { LiveText } from './liveText.ts';
import { Locator } from './locate.ts';
import type { Positions } from './position.ts';
import {
  type CorpusEntity,
  type CorpusParams,
  type CorpusResult,
  corpusRequest,
  type MentionsParams,
  type MentionsResult,
  mentionsRequest,
  type RelationItem,
  type TagCountsParams,
  type TagCountsResult,
  type TagItem,
  type TagsParams,
  type TagsResult,
  tagCountsRequest,
  tagsRequest,
} from './protocol.ts';
import type { Session } from './session.ts';
import { namedLayers, namesOf } from './state/annotators.ts';
import type { Corpus } from './state/corpus.ts';
import type { OpenText } from './state/openText.ts';
import type { Texts } from './state/texts.ts';

/** Answers the custom requests of protocol.ts about tags and corpora. */
export function answerCorpusRequests({ connection, texts }: Session): void {
  connection.onRequest(
    tagsRequest,
    async ({ textDocument, ...which }: TagsParams): Promise<TagsResult> => {
      const text = texts.peek(textDocument.uri) ? await texts.get(textDocument.uri) : null;
      if (!text) return { version: 0, tags: [], total: 0, layers: [] };
      const all = text.tags();
      const tags = wanted(all, which, text.live).map((placed) => tagItem(placed, text));
      const { version } = text.live;
      return { version, tags, total: all.length, layers: namesOf(namedLayers(text)) };
    },
  );
  connection.onRequest(
    tagCountsRequest,
    async ({ textDocument }: TagCountsParams): Promise<TagCountsResult> => {
      const text = texts.peek(textDocument.uri) ? await texts.get(textDocument.uri) : null;
      return { version: text?.live.version ?? 0, ...countTags(text?.tags() ?? []) };
    },
  );
  connection.onRequest(
    corpusRequest,
    async ({ uri }: CorpusParams): Promise<CorpusResult | null> => {
      const corpus = corpusFor(texts, uri);
      if (!corpus) return null;
      await texts.corpusAt(corpus.root).loaded;
      return corpusResult(corpus);
    },
  );
  connection.onRequest(
    mentionsRequest,
    async ({ entity }: MentionsParams): Promise<MentionsResult> => {
      const locator = new Locator(texts);
      const locations: MentionsResult['locations'] = [];
      for (const { index } of texts.corpora) {
        const id = index.name(entity) ? entity : index.named(entity);
        for (const { text, mentions } of id ? index.mentionsOf(id) : []) {
          for (const span of mentions) {
            const found = await locator.line(text, span);
            if (found) locations.push({ uri: text, ...found });
          }
        }
      }
      return { locations };
    },
  );
}

function corpusFor(texts: Texts, uri: string | undefined): Corpus | undefined {
  if (uri !== undefined) return texts.corpusOf(uri);
  return texts.corpora.find((corpus) => corpus.active) ?? texts.corpora[0];
}

/** The tags that a client asks for. */
function wanted(
  all: readonly PlacedTag[],
  { range, most, part, beside }: Omit<TagsParams, 'textDocument'>,
  { positions }: LiveText,
): readonly PlacedTag[] {
  if (beside) {
    const tag = tagBeside(all, positions.offset(beside.position), beside.step);
    return tag ? [tag] : [];
  }
  const listed = part ? tagsIn(all, part.list).slice(part.from, part.from + part.count) : all;
  if (!range) return most === undefined ? listed : listed.slice(0, most);
  return tagsNear(listed, positions.span(range), most);
}

/** A tag as clients are told of it. */
export function tagItem(placed: PlacedTag, open: OpenText): TagItem {
  const { text, positions } = open.live;
  const { tag, status, confidence, layer, start, end } = placed;
  const fragments = status === 'lost' ? undefined : movedFragments(tag, placed, text);
  const related = open.related(placed);
  return {
    id: tag.id,
    label: tag.label,
    range: positions.range({ start, end }),
    status,
    confidence,
    quote: tag.quote,
    ...(status !== 'exact' && { prefix: tag.prefix, suffix: tag.suffix }),
    entity: tag.entity,
    layer,
    by: tag.by,
    note: tag.note,
    attributes: tag.attributes,
    review: tag.status,
    fragments: fragments?.map(([from, to]) => positions.range({ start: from, end: to })),
    ...(related.length > 0 && { relations: related.map((one) => relationItem(one, positions)) }),
  };
}

/** Units of a related tag's text that a client is told. */
const longestQuote = 200;

function relationItem({ relation, out, other }: RelatedTag, positions: Positions): RelationItem {
  const { id, label, quote } = other.tag;
  return {
    id: relation.id,
    label: relation.label,
    out,
    other: { id, label, quote: quote.slice(0, longestQuote), range: positions.range(other) },
  };
}

function corpusResult(corpus: Corpus): CorpusResult {
  const { configuration, registry, index } = corpus;
  const labels = labelsOf(configuration);
  const entities = new Map<string, CorpusEntity>();
  for (const { id, name, type, description } of registry.entities.values()) {
    entities.set(id, { id, name, type, description, mentions: 0, texts: 0 });
  }
  for (const found of index.names()) {
    const record = found.entity ? entities.get(found.entity) : undefined;
    if (record) Object.assign(record, { mentions: found.mentions, texts: found.texts });
    else
      entities.set(found.id, {
        name: found.name,
        type: found.type,
        mentions: found.mentions,
        texts: found.texts,
      });
  }
  return {
    active: corpus.active,
    labels: configuration.labels.map((label, at) => ({
      name: label.name,
      title: label.title ?? label.name,
      colour: labelColour(label, at),
      key: label.key,
      description: label.description,
      attributes: attributesOf(label.name, labels),
    })),
    relations: configuration.relations.map(({ name, title = name, from, to }) => ({
      name,
      title,
      from: from && kindsOf(from, labels),
      to: to && kindsOf(to, labels),
    })),
    entities: [...entities.values()].sort(
      (a, b) => b.mentions - a.mentions || a.name.localeCompare(b.name),
    ),
    configurationUri: corpus.configurationUri,
    registryUri: corpus.registryUri,
  };
}
