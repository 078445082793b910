import type { Relation, Tag } from '../../tags/model.ts';
import { CodePoints } from '../codePoints.ts';
import type { TaggedText, Written } from '../format.ts';
import { jsonLines } from '../jsonLines.ts';
import { Losses } from '../losses.ts';
import { FILE_KEY, freeAttributes, type Raw } from '../recordValues.ts';
import { spacyTokens } from './tokens.ts';

const taken = new Set([FILE_KEY]);

/** Writes `spacy.jsonl`, a text a line; offsets count code points. */
export function writeSpacy(texts: readonly TaggedText[]): Written {
  const losses = new Losses();
  const records = texts.map((text) => recordOf(text, losses));
  return {
    files: [{ path: 'spacy.jsonl', content: jsonLines(records) }],
    losses: losses.list(),
  };
}

function recordOf(tagged: TaggedText, losses: Losses): Raw {
  const { file, text, sidecar } = tagged;
  const { attributes, left } = freeAttributes(sidecar.document, taken);
  losses.add(file, 'document', left);
  const isIn = ({ status }: Tag) => status !== 'rejected';
  const points = new CodePoints(text);
  const tags = sidecar.tags.filter(isIn);
  const inside = new Set(tags.map(({ id }) => id));
  const relations = sidecar.relations.filter(({ from, to }) => inside.has(from) && inside.has(to));
  const outside = sidecar.relations.filter((relation) => !relations.includes(relation));
  const rejected = sidecar.tags.filter((tag) => !isIn(tag)).map((tag) => spanOf(tag, points));
  const { labels } = sidecar.document;
  return {
    text,
    meta: { [FILE_KEY]: file, ...attributes },
    ...(relations.length > 0
      ? related(tagged, tags, relations, points)
      : { spans: tags.map((tag) => spanOf(tag, points)) }),
    ...(labels.length > 0 && { cats: Object.fromEntries(labels.map((label) => [label, 1])) }),
    ...(rejected.length > 0 && {
      rejected: {
        spans: rejected,
        ...(outside.length > 0 && { relations: outside.map(looseRelation) }),
      },
    }),
    answer: 'accept',
  };
}

function spanOf(tag: Tag, points: CodePoints): Raw {
  const { id, label, entity, attributes, note, by, at, status } = tag;
  return {
    start: points.fromUnits(tag.start),
    end: points.fromUnits(tag.end),
    label,
    id,
    ...(entity !== undefined && { kb_id: entity }),
    ...(attributes !== undefined && { attributes }),
    ...(note !== undefined && { note }),
    ...(by !== undefined && { by }),
    ...(at !== undefined && { at }),
    ...(status !== undefined && status !== 'rejected' && { status }),
  };
}

/** Tokens, spans and relations: Prodigy's relations lead from token to token. */
function related(
  tagged: TaggedText,
  tags: readonly Tag[],
  relations: readonly Relation[],
  points: CodePoints,
): Raw {
  const tokens = spacyTokens(tagged, tags);
  const startingAt = new Map(tokens.map(({ start }, i) => [start, i]));
  const endingAt = new Map(tokens.map(({ end }, i) => [end, i]));
  const placed = new Map(
    tags.map((tag) => {
      const first = startingAt.get(tag.start) ?? 0;
      const last = endingAt.get(tag.end) ?? first;
      return [
        tag.id,
        { last, span: { ...spanOf(tag, points), token_start: first, token_end: last } },
      ];
    }),
  );
  const endOf = (id: string) => {
    const { last, span } = placed.get(id) ?? { last: 0, span: {} };
    const { start, end, label, token_start, token_end }: Raw = span;
    return { last, span: { start, end, token_start, token_end, label, id } };
  };
  return {
    tokens: tokens.map(({ start, end, space }, id) => ({
      text: tagged.text.slice(start, end),
      start: points.fromUnits(start),
      end: points.fromUnits(end),
      id,
      ws: space,
    })),
    spans: Array.from(placed.values(), ({ span }) => span),
    relations: relations.map(({ id, label, from, to }) => {
      const [head, child] = [endOf(from), endOf(to)];
      return {
        head: head.last,
        child: child.last,
        label,
        head_span: head.span,
        child_span: child.span,
        id,
      };
    }),
  };
}

/** A relation that Prodigy must not see, as one of its ends is rejected. */
function looseRelation({ id, label, from, to }: Relation): Raw {
  return { label, head_span: { id: from }, child_span: { id: to }, id };
}
