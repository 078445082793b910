import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adopt } from '../../../../server/src/core/corpus/adopt.ts';
import type { TagDraft } from '../../../../server/src/core/tags/edits.ts';
import type { Sidecar } from '../../../../server/src/core/tags/model.ts';
import { relate } from '../../../../server/src/core/tags/relations.ts';
import { draft, sidecarWith, TEXT } from './layered.ts';

describe('taking tags over', () => {
  const main = sidecarWith(TEXT, [
    draft('DATE Monday'),
    draft('LOC Tartu', { status: 'suggested' }),
  ]);
  const layer = (drafts: readonly TagDraft[]): Sidecar => sidecarWith(TEXT, drafts);
  const all = (name: string, sidecar: Sidecar) => ({
    name,
    sidecar,
    ids: new Set(sidecar.tags.map(({ id }) => id)),
  });

  it('copies all that a tag says, under an id of its own, by the one who made it', () => {
    const full = draft('PER Ann Smith', {
      fragments: [
        [0, 3],
        [4, 9],
      ],
      entity: 'ann',
      attributes: { a: 1 },
      note: 'so',
      at: '2026-01-01',
    });
    const ann = layer([full, draft('ORG University', { by: 'Dr Ann' })]);
    const { sidecar, ids } = adopt(main, [all('ann', ann)]);
    const [{ id, ...copy }, org] = sidecar.tags;
    const { id: old, ...original } = ann.tags[0];
    assert.notEqual(id, old);
    assert.deepEqual(copy, { ...original, by: 'ann' });
    assert.equal(org.by, 'Dr Ann');
    assert.deepEqual(ids, [id, org.id]);
  });

  it('takes one of several alike, and accepts what was suggested or turned down', () => {
    const ann = layer([draft('LOC Tartu'), draft('PER Ann Smith')]);
    const both = adopt(main, [all('ann', ann), all('ben', layer([draft('PER Ann Smith')]))]);
    assert.deepEqual(
      both.sidecar.tags.map(({ label, by, status }) => [label, by, status]),
      [
        ['PER', 'ann', undefined],
        ['LOC', undefined, 'accepted'],
        ['DATE', undefined, undefined],
      ],
    );
    const down = adopt(main, [all('ann', ann)], { rejected: true });
    assert.deepEqual(
      down.sidecar.tags.map(({ status }) => status),
      ['rejected', 'rejected', undefined],
    );
    const again = adopt(down.sidecar, [all('ann', ann)]);
    assert.equal(again.sidecar.tags.filter(({ status }) => status === 'accepted').length, 2);
    assert.equal(again.ids.length, 2);
    const same = adopt(again.sidecar, [all('ann', ann)]);
    assert.deepEqual(same, { sidecar: again.sidecar, ids: [] });
  });

  it('lets what was decided before give way, but not where it is decided again', () => {
    const before = adopt(main, [all('ann', layer([draft('PER Ann Smith'), draft('PER Ann')]))]);
    const [long, short] = before.ids;
    const ben = layer([draft('PER Ann'), draft('ORG Smith')]);
    const after = adopt(before.sidecar, [all('ben', ben)], { instead: new Set([long, short]) });
    const quotes = after.sidecar.tags.map(({ label, quote }) => `${label} ${quote}`);
    assert.deepEqual(quotes, ['PER Ann', 'ORG Smith', 'LOC Tartu', 'DATE Monday']);
    assert.ok(
      after.sidecar.tags.some(({ id, quote }) => quote === 'Ann' && [long, short].includes(id)),
    );
  });

  it('brings relations along whose two ends the main sidecar has', () => {
    let ann = layer([
      draft('PER Ann Smith'),
      draft('ORG University of Tartu'),
      draft('DATE Monday'),
    ]);
    const [per, org, date] = ann.tags;
    for (const [from, to] of [
      [per, org],
      [per, date],
      [date, org],
    ]) {
      ann = relate(ann, { label: 'to', from: from.id, to: to.id });
    }
    const one = { ...all('ann', ann), ids: new Set([per.id]) };
    const first = adopt(main, [one]).sidecar;
    const ends = ({ tags, relations }: Sidecar) =>
      relations.map(({ from, to }) =>
        [from, to].map((id) => tags.find((tag) => tag.id === id)?.label).join('→'),
      );
    assert.deepEqual(ends(first), ['PER→DATE']);
    const second = adopt(first, [all('ann', ann)]).sidecar;
    assert.deepEqual(ends(second).sort(), ['DATE→ORG', 'PER→DATE', 'PER→ORG']);
    assert.deepEqual(adopt(main, [one], { rejected: true }).sidecar.relations, []);
    const down = adopt(second, [one], { rejected: true });
    assert.deepEqual(ends(down.sidecar), ['DATE→ORG'], 'none of a tag that is turned down');
    const without = adopt(second, [], { instead: new Set(second.tags.map(({ id }) => id)) });
    assert.deepEqual([without.sidecar.tags, without.sidecar.relations], [[], []]);
  });

  it('brings no other relations along than all layers have, where only shared ones are wanted', () => {
    const related = (labels: readonly string[]) =>
      labels.reduce(
        (sidecar, label) =>
          relate(sidecar, { label, from: sidecar.tags[0].id, to: sidecar.tags[1].id }),
        layer([draft('PER Ann Smith'), draft('DATE Monday')]),
      );
    const layers = [all('ann', related(['a', 'b'])), all('ben', related(['b', 'c']))];
    const labels = (shared: boolean) =>
      adopt(main, layers, { shared }).sidecar.relations.map(({ label }) => label);
    assert.deepEqual(labels(true), ['b']);
    assert.deepEqual(labels(false), ['a', 'b', 'c']);
  });
});
