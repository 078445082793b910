import type { Span } from '../core/span.ts';
import { isAccepted } from '../core/tags/accepted.ts';
import { applyChanges } from '../core/tags/changes.ts';
import {
  adoptPlace,
  link,
  makeTag,
  relabel,
  removeTag,
  replaceSpan,
  setAttribute,
  setNote,
  setStatus,
  type TagDraft,
} from '../core/tags/edits.ts';
import type { Sidecar, Tag } from '../core/tags/model.ts';
import { sameNames } from '../features/tagAll.ts';
import type { CommandArguments } from '../protocol.ts';
import { adoptStep } from './adoptStep.ts';
import { type Call, idsOf } from './call.ts';
import type { Layer } from './layer.ts';
import type { OpenText } from './openText.ts';
import { refuseLongQuotes, tagsAmong } from './quoting.ts';
import { Refusal, tagGone, unreadable } from './refusal.ts';
import { relateStep, unrelateStep } from './relationSteps.ts';
import { resolveStep } from './resolveStep.ts';
import type { Change, Maker, Step } from './step.ts';
import { tagTarget } from './target.ts';
import type { Texts } from './texts.ts';

type TagCall = Exclude<
  Call,
  {
    command:
      | 'glossator.undo'
      | 'glossator.createEntity'
      | 'glossator.addAlias'
      | 'glossator.suggest';
  }
>;

/**
 * What a command changes; each change reads the text in the moment it is made.
 * Throws a `Refusal` where the command cannot be carried out.
 * @param span what the command's range covers, wherever that lies by then
 */
export async function stepsOf(
  texts: Texts,
  text: OpenText,
  call: TagCall,
  span: Span,
  maker: Maker,
): Promise<Step[]> {
  switch (call.command) {
    case 'glossator.tag':
      return [tagStep(text, call.argument, span, maker)];
    case 'glossator.tagAll':
      return tagAllSteps(texts, text, call.argument, maker);
    case 'glossator.acceptPlaces':
      return text.layers.flatMap((layer) => placesStep(text, layer));
    case 'glossator.resolve':
      return [resolveStep(text, call.argument)];
    case 'glossator.adopt':
      return [await adoptStep(text, call.argument)];
    case 'glossator.relate':
      return [relateStep(text, call.argument)];
    case 'glossator.unrelate':
      return [unrelateStep(text, call.argument)];
    default:
      return changeSteps(text, call, span);
  }
}

/** Links tags of one text to an entity. */
export function linkSteps(text: OpenText, ids: readonly string[], entity: string): Step[] {
  if (ids.length === 0) return [];
  const { uri } = text;
  const argument = { uri, ids: [...ids], entity };
  return changeSteps(text, { command: 'glossator.link', argument }, { start: 0, end: 0 });
}

function tagStep(
  text: OpenText,
  argument: CommandArguments['glossator.tag'],
  span: Span,
  maker: Maker,
): Step {
  const { label, entity, layer, exact, by = maker.annotator() } = argument;
  const draft = { label, entity: entity || undefined, by: by || undefined, at: maker.time() };
  const spans = () => [tagTarget(text, span, exact === true)];
  const home = text.layer(layer || undefined);
  return { text, layer: home, change: adding(spans, draft, text, home) };
}

/** Tags every mention of a tag's entity, or of its text, in the whole corpus; each text is one step. */
async function tagAllSteps(
  texts: Texts,
  origin: OpenText,
  { id, layer: layerName }: CommandArguments['glossator.tagAll'],
  maker: Maker,
): Promise<Step[]> {
  const { layer: home, tag } = tagOf(origin, id, layerName);
  const { corpus } = origin;
  await corpus.indexAll();
  const steps: Step[] = [];
  for (const uri of new Set([origin.uri, ...corpus.index.texts()])) {
    const text = uri === origin.uri ? origin : await texts.get(uri);
    if (!text || text.refusal) continue;
    const layer = text.layer(home.name);
    const spans = () => sameNames(text.analysis, tag, layer.placed());
    if (!layer.sidecar || spans().length === 0) continue;
    const { label, entity } = tag;
    const draft = { label, entity, by: maker.annotator() || undefined, at: maker.time() };
    steps.push({ text, layer, change: adding(spans, draft, text, layer) });
  }
  return steps;
}

type ChangeCall = Exclude<
  TagCall,
  {
    command:
      | 'glossator.tag'
      | 'glossator.tagAll'
      | 'glossator.acceptPlaces'
      | 'glossator.resolve'
      | 'glossator.adopt'
      | 'glossator.relate'
      | 'glossator.unrelate';
  }
>;

/** The steps of a command about one or several tags, one a layer. */
function changeSteps(text: OpenText, call: ChangeCall, span: Span): Step[] {
  const byLayer = homesOf(text, idsOf(call.argument), call.argument.layer);
  return [...byLayer].map(([layer, ids]): Step => {
    const edit = changeOf(text, layer, call, span);
    return { text, layer, change: (sidecar) => ({ sidecar: edit(sidecar, ids), ids: [...ids] }) };
  });
}

function changeOf(
  text: OpenText,
  layer: Layer,
  { command, argument }: ChangeCall,
  span: Span,
): (sidecar: Sidecar, ids: ReadonlySet<string>) => Sidecar {
  switch (command) {
    case 'glossator.untag':
      return removeTag;
    case 'glossator.relabel':
      return (sidecar, ids) => relabel(sidecar, ids, argument.label);
    case 'glossator.link':
      return (sidecar, ids) => link(sidecar, ids, argument.entity);
    case 'glossator.note':
      return (sidecar, ids) => setNote(sidecar, ids, argument.note);
    case 'glossator.attribute':
      return (sidecar, ids) => setAttribute(sidecar, ids, argument.name, argument.value);
    case 'glossator.accept':
      return (sidecar, ids) => {
        refuseLost(layer, ids);
        refuseLongQuotes(layer, sidecar, tagsAmong(sidecar, ids), ids);
        return setStatus(adoptPlace(sidecar, ids, text.live.text), ids, 'accepted');
      };
    case 'glossator.reject':
      return (sidecar, ids) => setStatus(sidecar, ids, 'rejected');
    case 'glossator.replace':
      return (sidecar, ids) => {
        const place = tagTarget(text, span, true);
        refuseLongQuotes(layer, sidecar, [place], ids);
        return replaceSpan(sidecar, ids, place, text.live.text);
      };
  }
}

/** Accepts the places of a layer's moved and changed tags; what a reviewer decided about them stays. Nothing where it has none. */
function placesStep(text: OpenText, layer: Layer): Step[] {
  const moved = () =>
    layer.placed().filter(({ status }) => status === 'moved' || status === 'changed');
  if (moved().length === 0) return [];
  const change: Change = (sidecar) => {
    const ids = new Set(moved().map(({ tag }) => tag.id));
    refuseLongQuotes(layer, sidecar, tagsAmong(sidecar, ids), ids);
    return { sidecar: adoptPlace(sidecar, ids, text.live.text), ids: [...ids] };
  };
  return [{ text, layer, change }];
}

/** Refuses to accept the place of a tag that has none. */
function refuseLost(layer: Layer, ids: ReadonlySet<string>): void {
  const lost = layer.placed().find(({ tag, status }) => status === 'lost' && ids.has(tag.id));
  if (!lost) return;
  throw new Refusal(
    `The text of the tag “${lost.tag.quote.slice(0, 40)}” is gone, so there is no place to accept. Place the tag anew, or remove it.`,
  );
}

function tagOf(text: OpenText, id: string, name: string | undefined): { layer: Layer; tag: Tag } {
  const [layer] = homesOf(text, [id], name).keys();
  const tag = layer?.sidecar?.tags.find((candidate) => candidate.id === id);
  if (layer && tag) return { layer, tag };
  throw new Refusal(tagGone);
}

/** The layers that hold the tags of these ids, each with its own; of several layers the first one that has the id. */
function homesOf(
  text: OpenText,
  ids: readonly string[],
  name: string | undefined,
): Map<Layer, Set<string>> {
  const homes = new Map<Layer, Set<string>>();
  const missing = new Set(ids);
  for (const layer of text.layers) {
    if (name !== undefined && name !== (layer.name ?? '')) continue;
    const own = (layer.sidecar?.tags ?? []).filter(({ id }) => missing.delete(id));
    if (own.length > 0) homes.set(layer, new Set(own.map(({ id }) => id)));
  }
  if (missing.size === 0) return homes;
  const broken = text.layers.find(({ sidecar }) => !sidecar);
  throw broken ? unreadable(broken.uri) : new Refusal(tagGone);
}

/**
 * Adds a tag at every span to a sidecar whose offsets belong to the text as it is
 * now. Where the very same is there already it stays, accepted if it was not.
 */
function adding(
  spans: () => readonly Span[],
  draft: Omit<TagDraft, 'start' | 'end'>,
  text: OpenText,
  layer: Layer,
): Change {
  return (sidecar) => {
    const key = ({ start, end, label, entity = '' }: TagDraft) =>
      JSON.stringify([start, end, label, entity]);
    const fresh = new Map(spans().map((span) => [key({ ...draft, ...span }), span]));
    const there = sidecar.tags.filter((tag) => fresh.delete(key(tag)) && !isAccepted(tag));
    const again = new Set(there.map(({ id }) => id));
    refuseLongQuotes(layer, sidecar, [...fresh.values()]);
    const tags = Array.from(fresh.values(), (span) =>
      makeTag({ ...draft, ...span }, text.live.text),
    );
    const changes = tags.map((tag) => ({ id: tag.id, before: null, after: tag }));
    const after = setStatus(applyChanges(sidecar, changes), again, 'accepted');
    return { sidecar: after, ids: [...again, ...tags.map(({ id }) => id)] };
  };
}
