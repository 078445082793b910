import { parseRegistry } from '../core/corpus/registry.ts';
import { addAlias, addEntity } from '../core/corpus/registryEdits.ts';
import { covers, type Span } from '../core/span.ts';
import { entityAt } from '../features/at.ts';
import type { CommandArguments } from '../protocol.ts';
import { nameOf } from '../workspace.ts';
import type { OpenText } from './openText.ts';
import { Refusal, unreadable } from './refusal.ts';
import type { FileChange } from './sidecarEdit.ts';
import { tagTarget } from './target.ts';
import type { Texts } from './texts.ts';

/** A change of the registry, and the tags that are linked to the entity it is about. */
export interface EntityEdit {
  readonly title: string;
  readonly entity: string;
  readonly registry: FileChange;
  readonly tags: readonly string[];
}

type EntityCall = {
  [C in 'glossator.createEntity' | 'glossator.addAlias']: {
    command: C;
    argument: CommandArguments[C];
  };
}['glossator.createEntity' | 'glossator.addAlias'];

/** What a command changes in the registry of a text's corpus. Rejects with a `Refusal` where it cannot be carried out. */
export async function entityEdit(
  texts: Texts,
  text: OpenText,
  call: EntityCall,
  span: Span,
): Promise<EntityEdit> {
  const uri = text.corpus.registryUri;
  const source = await texts.sources.read(uri);
  if (source.kind === 'not-utf8') throw unreadable(uri);
  const before = source.kind === 'text' ? source.text : '';
  const registry = before.trim() === '' ? null : parseRegistry(before);
  if (registry && (!registry.value || registry.problems.length > 0)) throw unreadable(uri);
  const known = registry?.value?.entities ?? new Map();
  const file = {
    uri,
    version: texts.sources.versionOf(uri),
    exists: source.kind === 'text',
    before,
  };
  if (call.command === 'glossator.addAlias') {
    const { entity } = call.argument;
    if (!known.has(entity)) {
      throw new Refusal(`${nameOf(uri)} has no entity “${entity}”. Create it first.`);
    }
    const alias = wordsAt(text, tagTarget(text, span, false));
    const after = addAlias(before, entity, alias);
    if (after === before) throw new Refusal(`“${alias}” is known as a name of ${entity} already.`);
    return { title: 'Add an alias', entity, registry: { ...file, after }, tags: [] };
  }
  const mention = mentionOf(text, call.argument, span);
  const { name = mention.name, type = mention.type } = call.argument;
  const entity = call.argument.entityId ?? freeId(name, known);
  if (known.has(entity)) {
    throw new Refusal(
      `${nameOf(uri)} has an entity “${entity}” already. Choose another id, or add an alias to that one.`,
    );
  }
  const aliases = mention.name === name ? [] : [mention.name];
  const after = addEntity(before, { id: entity, type, name, aliases });
  if (after === before) throw unreadable(uri);
  return { title: 'Create an entity', entity, registry: { ...file, after }, tags: mention.tags };
}

/** What the text itself says about the mention that a record is made from. */
function mentionOf(
  text: OpenText,
  { id, layer }: { id?: string; layer?: string },
  span: Span,
): { name: string; type: string; tags: string[] } {
  const placed = text.tags();
  if (id !== undefined) {
    const home = text.layerOf(id, layer);
    const place = placed.find((found) => found.tag.id === id && found.layer === home?.name);
    if (!place) {
      throw new Refusal(
        'That tag is no longer there. Look at the tags again and repeat the command.',
      );
    }
    const name = place.status === 'lost' ? oneLine(place.tag.quote) : wordsAt(text, place);
    return { name, type: typeAt(text, place) ?? place.tag.label, tags: [id] };
  }
  const target = tagTarget(text, span, false);
  const tags = placed.filter(
    ({ start, end, status, tag }) =>
      status !== 'lost' && start === target.start && end === target.end && !tag.entity,
  );
  const type = tags[0]?.tag.label ?? typeAt(text, target) ?? 'MISC';
  return { name: wordsAt(text, target), type, tags: tags.map(({ tag }) => tag.id) };
}

function typeAt(text: OpenText, span: Span): string | undefined {
  const found = entityAt(text.analysis, span.start);
  return found && covers(found, span) ? found.type : undefined;
}

function wordsAt(text: OpenText, { start, end }: Span): string {
  return oneLine(text.live.text.slice(start, end));
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

/** An id made of a name's letters and digits, with a number where it is taken. */
function freeId(name: string, taken: ReadonlyMap<string, unknown>): string {
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '');
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['entity'];
  const id = words.join('-').slice(0, 80);
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}
