import type { RelationDefinition } from '../../corpus/configuration.ts';
import { labelsOf, lineage } from '../../corpus/labels.ts';
import type { PlacedTag } from '../../tags/model.ts';
import type { PlacedRelation } from '../../tags/relations.ts';
import type { Finding } from '../finding.ts';
import { command } from '../fixes.ts';
import type { AnalysedText } from '../rule.ts';
import { listed, quoted } from '../words.ts';
import { stands } from './standing.ts';

/** Relations whose kind the tagset does not have; none where it defines no kinds. */
export function unknownRelations({ relations, configuration }: AnalysedText): Finding[] {
  const known = configuration.relations.map(({ name }) => name);
  if (known.length === 0) return [];
  return relations
    .filter(
      ({ relation, from, to }) => stands(from) && stands(to) && !known.includes(relation.label),
    )
    .map((placed) => {
      const { label } = placed.relation;
      const message = `The tagset has no relation ${quoted(label)}; it has ${listed(known, 'or')}.`;
      return { code: 'tag/label-unknown', message, ...at(placed, placed.from) };
    });
}

/** Relations that lead from or to a tag whose label their kind does not allow. */
export function unfitRelations({ relations, configuration }: AnalysedText): Finding[] {
  const labels = labelsOf(configuration);
  const kinds = new Map(configuration.relations.map((kind) => [kind.name, kind]));
  const fits = (allowed: readonly string[] | undefined, { tag }: PlacedTag) =>
    !allowed || lineage(tag.label, labels).some((label) => allowed.includes(label));
  return relations.flatMap((placed): Finding[] => {
    const { relation, from, to } = placed;
    const kind = kinds.get(relation.label);
    if (!kind || !stands(from) || !stands(to)) return [];
    const wrong = fits(kind.from, from) ? (fits(kind.to, to) ? null : 'to') : 'from';
    if (wrong === null) return [];
    const tag = placed[wrong];
    const message = `${titleOf(kind)} leads ${wrong} ${listed(kind[wrong] ?? [], 'or')}, and this tag says ${tag.tag.label}.`;
    return [{ code: 'tag/type-mismatch', message, ...at(placed, tag) }];
  });
}

function titleOf({ name, title = name }: RelationDefinition): string {
  return `The relation ${quoted(title)}`;
}

/** Where a finding about a relation lies: at one of its tags, with the other one named. */
function at({ relation, from, to }: PlacedRelation, tag: PlacedTag) {
  const other = tag === from ? to : from;
  return {
    start: tag.start,
    end: tag.end,
    tag: tag.tag.id,
    related: [{ start: other.start, end: other.end, message: 'the tag at its other end' }],
    fixes: [command('Remove the relation', 'glossator.unrelate', { id: relation.id })],
  };
}
