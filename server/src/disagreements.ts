import type { PlacedTag } from './core/tags/model.ts';
import { tagItem } from './corpusRequests.ts';
import {
  type DisagreementPlace,
  type DisagreementsParams,
  type DisagreementsResult,
  disagreementsRequest,
} from './protocol.ts';
import type { Session } from './session.ts';
import { annotatorsOf, compared, namesOf } from './state/annotators.ts';
import type { OpenText } from './state/openText.ts';

/** Answers the request for the places where a text's layers differ. */
export function answerDisagreements({ connection, texts }: Session): void {
  connection.onRequest(
    disagreementsRequest,
    async ({
      textDocument: { uri },
      place,
    }: DisagreementsParams): Promise<DisagreementsResult | null> => {
      const text = texts.peek(uri) ? await texts.get(uri) : null;
      return text ? resultOf(text, place) : null;
    },
  );
}

function resultOf(text: OpenText, wanted: DisagreementsParams['place']): DisagreementsResult {
  const { layers, unreadable, suggested } = annotatorsOf(text);
  const { agreed, places } = compared(text, layers);
  const at = places.findIndex(
    ({ decided }, i) => wanted && i >= wanted.at && !(wanted.open && decided.length > 0),
  );
  return {
    version: text.live.version,
    layers: namesOf(layers),
    unreadable: namesOf(unreadable),
    suggested: namesOf(suggested),
    lost: layers.flatMap((layer) => layer.placed()).filter(({ status }) => status === 'lost')
      .length,
    agreed: agreed.length,
    places: places.length,
    decided: places.filter(({ decided }) => decided.length > 0).length,
    ...(at >= 0 && { place: placeOf(at, places[at], text) }),
  };
}

function placeOf(
  at: number,
  { start, end, versions, decided }: ReturnType<typeof compared>['places'][number],
  text: OpenText,
): DisagreementPlace {
  const items = (tags: readonly PlacedTag[]) => tags.map((tag) => tagItem(tag, text));
  return {
    at,
    range: text.live.positions.range({ start, end }),
    versions: versions.map(({ layers, tags }) => ({ layers, tags: items(tags) })),
    decided: items(decided),
  };
}
