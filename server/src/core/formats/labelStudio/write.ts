import type { Relation, Tag } from '../../tags/model.ts';
import { jsonLine } from '../../tags/serialise.ts';
import { CodePoints } from '../codePoints.ts';
import type { CorpusFacts, TaggedText, Written } from '../format.ts';
import { Losses } from '../losses.ts';
import { FILE_KEY, freeAttributes, type Raw } from '../recordValues.ts';
import { configSource } from './config.ts';
import { Controls, DOCUMENT_CONTROL, LABEL_CONTROL, TEXT_OBJECT } from './controls.ts';
import { OWN_KEY } from './keys.ts';

const taken = new Set([TEXT_OBJECT, FILE_KEY]);

/** Writes `label-studio.json`, a task a text, and the labelling configuration for them. */
export function writeLabelStudio(texts: readonly TaggedText[], { tagset }: CorpusFacts): Written {
  const losses = new Losses();
  const controls = new Controls(tagset, texts);
  const tasks = texts.map((text) => jsonLine(taskOf(text, controls, losses)));
  return {
    files: [
      {
        path: 'label-studio.json',
        content: tasks.length === 0 ? '[]\n' : `[\n${tasks.join(',\n')}\n]\n`,
      },
      { path: 'label-studio.xml', content: configSource(tagset, texts, controls), aside: true },
    ],
    losses: losses.list(),
  };
}

/**
 * Where a tag goes: the annotation, a prediction for each who suggested it, or
 * what Label Studio keeps and does not show, as it knows no rejected regions.
 */
function placeOf({ status, by }: Tag): string {
  if (status === 'suggested') return JSON.stringify(['suggested', by]);
  return status === 'rejected' ? 'rejected' : '';
}

function taskOf(tagged: TaggedText, controls: Controls, losses: Losses): Raw {
  const { file, text, sidecar } = tagged;
  const { attributes, left } = freeAttributes(sidecar.document, taken);
  losses.add(file, 'document', left);
  const points = new CodePoints(text);
  const places = new Map(sidecar.tags.map((tag) => [tag.id, placeOf(tag)]));
  const results = (place: string) => [
    ...sidecar.tags.flatMap((tag) =>
      places.get(tag.id) === place ? regionsOf(tag, text, points, controls) : [],
    ),
    ...sidecar.relations.flatMap((relation) =>
      relationPlace(relation, places) === place ? [relationOf(relation)] : [],
    ),
  ];
  const suggested = [...new Set(places.values())].filter((place) => place.startsWith('['));
  const { labels } = sidecar.document;
  const about = { from_name: DOCUMENT_CONTROL, to_name: TEXT_OBJECT, type: 'choices' };
  const annotation = [
    ...results(''),
    ...(labels.length > 0 ? [{ id: DOCUMENT_CONTROL, ...about, value: { choices: labels } }] : []),
  ];
  const kept = results('rejected');
  return {
    data: { text, [FILE_KEY]: file, ...attributes },
    annotations: annotation.length > 0 ? [{ result: annotation }] : [],
    predictions: suggested.map((place) => {
      const [, by]: unknown[] = JSON.parse(place);
      return { ...(typeof by === 'string' && { model_version: by }), result: results(place) };
    }),
    ...(kept.length > 0 && { meta: { [OWN_KEY]: { result: kept } } }),
  };
}

/** A relation can be only where both of its tags are. */
function relationPlace({ from, to }: Relation, places: ReadonlyMap<string, string>): string {
  const place = places.get(from) ?? '';
  return place === places.get(to) ? place : 'rejected';
}

/** The results for one tag: its label, then a result for each attribute. */
function regionsOf(tag: Tag, text: string, points: CodePoints, controls: Controls): Raw[] {
  const { id, label, attributes = {}, note, entity, by, at, status } = tag;
  const place = {
    start: points.fromUnits(tag.start),
    end: points.fromUnits(tag.end),
  };
  const quote = text.slice(tag.start, tag.end);
  const meta = {
    ...(note !== undefined && { text: [note] }),
    ...(entity !== undefined && { entity }),
    ...(by !== undefined && status !== 'suggested' && { by }),
    ...(at !== undefined && { at }),
  };
  const region = {
    id,
    from_name: LABEL_CONTROL,
    to_name: TEXT_OBJECT,
    type: 'labels',
    value: { ...place, text: quote, labels: [label] },
    ...(Object.keys(meta).length > 0 && { meta }),
  };
  const others = Object.entries(attributes).map(([attribute, value]) => {
    const { name, type } = controls.of(tag, attribute, value);
    const said = {
      choices: { ...place, text: quote, choices: [String(value)] },
      textarea: { ...place, text: [String(value)] },
      number: { ...place, text: quote, number: value },
    };
    return { id, from_name: name, to_name: TEXT_OBJECT, type, value: said[type] };
  });
  return [region, ...others];
}

function relationOf({ label, from, to }: Relation): Raw {
  return { type: 'relation', from_id: from, to_id: to, direction: 'right', labels: [label] };
}
