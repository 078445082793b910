import type { LabelDefinition } from '../../corpus/configuration.ts';
import { hexColour } from '../colours.ts';
import type { TaggedText, Tagset } from '../format.ts';
import { tagsetOf } from '../tagset.ts';
import {
  type Control,
  type Controls,
  DOCUMENT_CONTROL,
  LABEL_CONTROL,
  TEXT_OBJECT,
} from './controls.ts';

/** Attributes of an element. */
type Attributes = Readonly<Record<string, string>>;

/** The labelling configuration for tasks of these texts: all labels, relations and attributes that are declared or used. */
export function configSource(
  declared: Tagset,
  texts: readonly TaggedText[],
  controls: Controls,
): string {
  const { labels, relations } = tagsetOf(
    declared,
    texts.map(({ sidecar }) => sidecar),
  );
  const about = new Set(texts.flatMap(({ sidecar }) => sidecar.document.labels));
  const lines = [
    ...element('Labels', { name: LABEL_CONTROL, toName: TEXT_OBJECT }, labels.map(labelLine)),
    ...(relations.length > 0
      ? element(
          'Relations',
          {},
          relations.map(({ name }) => tag('Relation', { value: name })),
        )
      : []),
    tag('Text', { name: TEXT_OBJECT, value: '$text' }),
    ...controls.list().flatMap(controlLines),
    ...(about.size > 0
      ? element(
          'Choices',
          { name: DOCUMENT_CONTROL, toName: TEXT_OBJECT, choice: 'multiple' },
          [...about].map((value) => tag('Choice', { value })),
        )
      : []),
  ];
  return `<View>\n${lines.map((line) => `  ${line}\n`).join('')}</View>\n`;
}

/** With an alias the title is what people see, and the alias is what results hold. */
function labelLine(label: LabelDefinition, at: number): string {
  const { name, title = name, key } = label;
  return tag('Label', {
    value: title,
    ...(title !== name && { alias: name }),
    background: hexColour(label, at),
    ...(key !== undefined && [...key].length === 1 && { hotkey: key }),
  });
}

function controlLines({ name, type, values, labels }: Control): string[] {
  const when: Attributes = labels.some((label) => label.includes(','))
    ? {}
    : { whenTagName: LABEL_CONTROL, whenLabelValue: labels.join(',') };
  const shared = { name, toName: TEXT_OBJECT, perRegion: 'true', ...when };
  if (type === 'number') return [tag('Number', shared)];
  if (type === 'textarea') return [tag('TextArea', { ...shared, maxSubmissions: '1' })];
  return element(
    'Choices',
    { ...shared, choice: 'single' },
    values.map((value) => tag('Choice', { value })),
  );
}

function element(name: string, attributes: Attributes, children: readonly string[]): string[] {
  if (children.length === 0) return [tag(name, attributes)];
  return [
    tag(name, attributes).replace(/\/>$/, '>'),
    ...children.map((child) => `  ${child}`),
    `</${name}>`,
  ];
}

function tag(name: string, attributes: Attributes): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${said.join('')}/>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

function escaped(value: string): string {
  return value.replace(/[&<>"\n\r\t]/g, (mark) => entities[mark]);
}
