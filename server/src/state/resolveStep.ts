import { type Conflict, conflictsIn, resolveConflict } from '../core/tags/conflicts.ts';
import type { Sidecar, Tag } from '../core/tags/model.ts';
import { marked } from '../core/tags/rivals.ts';
import type { CommandArguments } from '../protocol.ts';
import type { OpenText } from './openText.ts';
import { Refusal } from './refusal.ts';
import type { Change, Step } from './step.ts';

/** Decides between the versions of what could not be merged. */
export function resolveStep(text: OpenText, argument: CommandArguments['glossator.resolve']): Step {
  const { id, keep, layer: name } = argument;
  const layer = text.layers.find(
    ({ sidecar, name: own }) =>
      (name === undefined || name === (own ?? '')) &&
      sidecar &&
      conflictsIn(sidecar).some((conflict) => conflictId(conflict) === id),
  );
  if (!layer) throw new Refusal('That conflict is settled already.');
  const change: Change = (sidecar) => {
    const conflict = conflictsIn(sidecar).find((known) => conflictId(known) === id);
    if (!conflict) return { sidecar, ids: [] };
    return { sidecar: settled(sidecar, conflict, keep), ids: versionIds(conflict) };
  };
  return { text, layer, change };
}

/** What `glossator.resolve` calls a conflict by. */
function conflictId(conflict: Conflict): string {
  return conflict.kind === 'field' ? `${conflict.room}/${conflict.key}` : conflict.id;
}

function versionIds(conflict: Conflict): string[] {
  if (conflict.kind !== 'tag') return [];
  return conflict.versions.flatMap((version) => (version ? [version.id] : []));
}

function settled(sidecar: Sidecar, conflict: Conflict, keep: number | 'all'): Sidecar {
  if (keep !== 'all') {
    if (keep >= conflict.versions.length) throw new Refusal('There is no such version to keep.');
    return resolveConflict(sidecar, conflict, keep);
  }
  if (conflict.kind === 'field') {
    throw new Refusal('A field can have one value only. Choose one of the two.');
  }
  const ids = new Set(conflict.versions.map((version) => version?.id));
  const plain = <T extends Tag | Sidecar['relations'][number]>(item: T): T =>
    ids.has(item.id) ? marked(item, null) : item;
  return { ...sidecar, tags: sidecar.tags.map(plain), relations: sidecar.relations.map(plain) };
}
