/** A text with several annotators' layers, for the tests of what compares them. */
import assert from 'node:assert/strict';
import type { DisagreementsParams, DisagreementsResult } from '../../../server/src/protocol.ts';
import { execute, tagWords } from './commands.ts';
import { ROOT, TestClient } from './harness.ts';

export const TEXT = 'Ann Smith met Ben Jones in Tartu on Monday.\n';
export const MAIN = 'a.txt.tags.json';
export const uri = `${ROOT}/a.txt`;

/** What each layer tags: `LABEL words`. */
export type Layers = Readonly<Record<string, readonly string[]>>;

/** Opens a text whose layers hold those tags, which are made by the tagging command. */
export async function open(layers: Layers, more: Record<string, string> = {}): Promise<TestClient> {
  const client = new TestClient({ 'a.txt': TEXT, 'glossator.json': '{}', ...more });
  await client.start();
  await client.open('a.txt');
  for (const [layer, tags] of Object.entries(layers)) {
    for (const tag of tags) {
      const [label, ...words] = tag.split(' ');
      await tagWords(client, 'a.txt', words.join(' '), label, { layer, exact: true });
    }
  }
  return client;
}

export function ask(client: TestClient, place?: DisagreementsParams['place']) {
  const params: DisagreementsParams = { textDocument: { uri }, place };
  return client.request<DisagreementsResult>('glossator/disagreements', params);
}

export const said = (tags: readonly { label: string; quote: string }[]) =>
  tags.map(({ label, quote }) => `${label} ${quote}`).join(' + ');

/** Each version as `layers: tags`. */
export async function versions(client: TestClient, at = 0): Promise<string[]> {
  const { place } = await ask(client, { at });
  return place?.versions.map(({ layers, tags }) => `${layers}: ${said(tags)}`) ?? [];
}

/** Takes the version that some layers have at a place. */
export async function choose(client: TestClient, at: number, layers: string, rejected = false) {
  const { place } = await ask(client, { at });
  assert.ok(place);
  const tags = place.versions
    .filter((version) => rejected || version.layers.join() === layers)
    .flatMap((version) => version.tags);
  return execute(client, 'glossator.adopt', {
    uri,
    tags: tags.map(({ layer, id }) => ({ layer, ids: [id] })),
    rejected,
    instead: place.decided.map(({ id }) => id),
  });
}

export const three: Layers = {
  ann: ['PER Ann Smith', 'PER Ben Jones', 'LOC Tartu'],
  ben: ['PER Ann Smith', 'ORG Jones', 'LOC Tartu', 'DATE Monday'],
  cas: ['PER Ann Smith', 'PER Ben Jones', 'LOC Tartu'],
};
export const all = Object.keys(three);
export const counts = ({ layers, agreed, places, decided }: DisagreementsResult) =>
  `${layers}: ${agreed} agreed, ${decided} of ${places} decided`;
