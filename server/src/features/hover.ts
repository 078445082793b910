import type { TextAnalysis } from '../core/analysis/text.ts';
import type { MentionIndex } from '../core/corpus/mentionIndex.ts';
import type { EntityMention } from '../core/corpus/names.ts';
import type { Money, NumberMention, NumberValue } from '../core/recognise/mentions.ts';
import { quoted } from '../core/rules/words.ts';
import type { Span } from '../core/span.ts';
import type { PlacedTag } from '../core/tags/model.ts';
import type { RelatedTag } from '../core/tags/relations.ts';
import { tokenAt, tokenKindNames } from '../core/text/tokens.ts';
import { entityAt, numberAt, tagsAt, tokenSpanAt } from './at.ts';
import { code, counted, verbatim } from './markdown.ts';
import type { Place } from './place.ts';
import { mentionsIn } from './references.ts';

/** What a hover shows besides what the text itself tells. */
export interface HoverSources {
  readonly index: MentionIndex;
  readonly uri: string;
  readonly registryUri: string;
  /** A link target for a place. */
  link(place: Place): string;
  /** A link target for a tag's line in its sidecar, or null where it has none. */
  sidecarLink(tag: PlacedTag): string | null;
  /** What a tag is related to. */
  related(tag: PlacedTag): readonly RelatedTag[];
}

/** One hover: Markdown sections from the most to the least specific, and what they are about. */
export interface HoverContent {
  readonly span: Span;
  readonly sections: readonly string[];
}

/** Of the tags at one place the innermost are shown, and the others counted. */
const MOST_TAGS = 5;
/** The same of a tag's relations. */
const MOST_RELATIONS = 8;

const typeNames = { PER: 'person', ORG: 'organisation', LOC: 'place', MISC: 'name' } as const;

/** Everything known about an offset in one hover: tags, then the entity, then the number, then the token. */
export function hover(
  analysis: TextAnalysis,
  offset: number,
  sources: HoverSources,
): HoverContent | null {
  const token = tokenSpanAt(analysis, offset);
  const tags = tagsAt(analysis.tags, offset);
  const entity = entityAt(analysis, offset);
  const number = numberAt(analysis, offset);
  const about = tags[0] ?? entity ?? number ?? token;
  if (!about) return null;
  const sections = tags.slice(0, MOST_TAGS).map((tag) => tagSection(analysis, tag, sources));
  const others = tags.length - MOST_TAGS;
  if (others > 0) sections.push(`*${counted(others, 'more tag')} here*`);
  if (entity) sections.push(entitySection(analysis, entity, sources));
  if (number) sections.push(numberSection(analysis, number));
  if (token) sections.push(tokenSection(analysis, token));
  return { span: { start: about.start, end: about.end }, sections };
}

function tagSection(analysis: TextAnalysis, placed: PlacedTag, sources: HoverSources): string {
  const { tag, status, layer } = placed;
  const label = analysis.configuration.labels.find(({ name }) => name === tag.label);
  const title = label?.title ? `${verbatim(label.title)} ` : '';
  const facts = [
    tag.status ?? 'accepted',
    ...(tag.by ? [`by ${verbatim(tag.by)}`] : []),
    ...(tag.at ? [verbatim(tag.at.slice(0, 10))] : []),
    ...(layer ? [`layer ${code(layer)}`] : []),
  ];
  const lines = [`**Tag** ${code(tag.label)} ${title}— ${facts.join(', ')}`];
  if (tag.entity) lines.push(`Entity: ${entityOf(analysis, tag.entity, sources)}`);
  for (const [name, value] of Object.entries(tag.attributes ?? {})) {
    lines.push(`${verbatim(name)}: ${verbatim(String(value))}`);
  }
  lines.push(...relationLines(analysis, placed, sources));
  if (tag.note) lines.push(`Note: ${verbatim(tag.note)}`);
  if (status === 'moved') lines.push('The text changed elsewhere; the tag was found again here.');
  if (status === 'changed') lines.push(`The tagged text was “${verbatim(tag.quote)}”.`);
  const link = sources.sidecarLink(placed);
  if (link) lines.push(`[Show in the sidecar](${link})`);
  return lines.join('  \n');
}

function relationLines(
  { configuration }: TextAnalysis,
  placed: PlacedTag,
  sources: HoverSources,
): string[] {
  const related = sources.related(placed);
  const lines = related.slice(0, MOST_RELATIONS).map(({ relation: { label }, out, other }) => {
    const title = configuration.relations.find(({ name }) => name === label)?.title ?? label;
    const link = `[${verbatim(quoted(other.tag.quote))}](${sources.link(other)})`;
    return `${verbatim(title)} ${out ? '→' : '←'} ${link}`;
  });
  const more = related.length - MOST_RELATIONS;
  return more > 0 ? [...lines, `*${counted(more, 'more relation')}*`] : lines;
}

/** A linked entity's name with its description, and the way to its record. */
function entityOf(analysis: TextAnalysis, id: string, sources: HoverSources): string {
  const record = analysis.registry.entities.get(id);
  const place = analysis.registry.places.get(id);
  if (!record) return `${code(id)}, which the registry does not have`;
  const name = verbatim(record.name);
  const link = sources.link({ ...(place ?? { start: 0, end: 0 }), file: sources.registryUri });
  const described = record.description ? ` — ${verbatim(record.description)}` : '';
  return `[${name}](${link})${described}`;
}

function entitySection(
  analysis: TextAnalysis,
  mention: EntityMention,
  sources: HoverSources,
): string {
  const record = mention.entity ? analysis.registry.entities.get(mention.entity) : undefined;
  const text = analysis.slice(mention.start, mention.end);
  const name =
    record?.name ??
    (mention.definition ? analysis.slice(mention.definition.start, mention.definition.end) : text);
  const lines = [
    `**${verbatim(name)}** — ${typeNames[mention.type]}${record ? ` · ${code(record.id)}` : ''}`,
  ];
  if (record?.description) lines.push(verbatim(record.description));
  const aliases = record?.aliases.filter((alias) => alias !== name) ?? [];
  if (aliases.length > 0) {
    const more = aliases.length > 8 ? `, and ${aliases.length - 8} more` : '';
    lines.push(`Also: ${aliases.slice(0, 8).map(verbatim).join(', ')}${more}`);
  }
  lines.push(
    `${mentionCounts(analysis, mention, sources)} · ${definitionLinks(mention, analysis, sources)}`,
  );
  for (const url of record?.sameAs ?? []) {
    if (/^https?:\/\/[^\s()<>]+$/.test(url)) lines.push(`[${verbatim(url)}](${url})`);
  }
  lines.push(`*Recognised: ${verbatim(mention.why)}.*`);
  return lines.join('  \n');
}

function mentionCounts(
  analysis: TextAnalysis,
  mention: EntityMention,
  sources: HoverSources,
): string {
  const id = mention.entity ?? mention.key;
  const here = mentionsIn(analysis, id).length;
  const others = sources.index.mentionsOf(id).filter(({ text }) => text !== sources.uri);
  const elsewhere = others.reduce((sum, { mentions }) => sum + mentions.length, 0);
  const mentions = `${counted(here, 'mention')} in this text`;
  if (elsewhere === 0) return mentions;
  return `${mentions}, ${counted(elsewhere, 'more', 'more')} in ${counted(others.length, 'other text')}`;
}

function definitionLinks(
  mention: EntityMention,
  analysis: TextAnalysis,
  sources: HoverSources,
): string {
  const links: string[] = [];
  const record = mention.entity ? analysis.registry.places.get(mention.entity) : undefined;
  if (record) links.push(`[Record](${sources.link({ ...record, file: sources.registryUri })})`);
  if (mention.definition) links.push(`[Defining mention](${sources.link(mention.definition)})`);
  else if (!record) links.push(...fullerElsewhere(mention, sources));
  return links.length > 0 ? links.join(' · ') : 'this is its fullest mention';
}

/** Where the corpus has a fuller name for a mention of one word, such as a surname. */
function fullerElsewhere({ key }: EntityMention, { index, uri, link }: HoverSources): string[] {
  const fuller = key.includes(' ') ? null : index.fullest(key);
  if (!fuller || fuller.text === uri) return [];
  return [`[${verbatim(fuller.name.name)}](${link({ ...fuller.place, file: fuller.text })})`];
}

function numberSection(analysis: TextAnalysis, number: NumberMention): string {
  const value = formatValue(number.value, number.unit);
  const lines = [`**${verbatim(value)}** — ${number.kind}`];
  if (number.hedge) lines.push(`Hedged: ${verbatim(number.hedge)}`);
  if (number.of) lines.push(`Counts: ${verbatim(number.of)}`);
  const text = analysis.slice(number.start, number.end);
  const reading = number.reading ? `: ${verbatim(number.reading)}` : '';
  lines.push(`*Read from “${verbatim(text)}”${reading}.*`);
  return lines.join('  \n');
}

/** A normalised value as people write it. */
export function formatValue(value: NumberValue, unit?: string): string {
  const behind = unit ? ` ${unit}` : '';
  if (typeof value === 'number') return `${formatNumber(value)}${behind}`;
  if (typeof value === 'string') return value;
  if (isMoney(value)) return `${formatValue(value.amount)} ${value.currency}`;
  return `${formatNumber(value[0])}–${formatNumber(value[1])}${behind}`;
}

function isMoney(value: Exclude<NumberValue, string | number>): value is Money {
  return 'currency' in value;
}

function formatNumber(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 10 });
}

function tokenSection(analysis: TextAnalysis, token: Span): string {
  const { tokens, layout, offset } = analysis.passageAt(token.start);
  const index = tokenAt(tokens, token.start - offset);
  const kind = tokenKindNames[tokens.kind[index]];
  let sentence = 0;
  while (sentence + 1 < layout.sentences.length && layout.sentences[sentence + 1] <= index)
    sentence++;
  const first = layout.sentences[sentence] ?? 0;
  const next = layout.sentences[sentence + 1] ?? tokens.length;
  const text = analysis.slice(token.start, token.end);
  return `Token ${code(text)} — ${kind}, ${index - first + 1} of ${next - first} in its sentence, units ${token.start}–${token.end}`;
}
