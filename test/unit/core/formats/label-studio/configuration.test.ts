/** The labelling configuration, written and read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelStudio } from '../../../../../server/src/core/formats/labelStudio.ts';
import { complaints, type Given, readWith, shown, writtenIn } from '../jsonFormats.ts';
import { ann, region, text } from './tasks.ts';

test('the labelling configuration has the labels, relations and attributes', () => {
  const corpus = {
    tagset: {
      labels: [
        { name: 'PER', title: 'A "person"', colour: 'blue', key: 'p' },
        {
          name: 'LOC',
          colour: '#c4302b',
          key: 'ctrl+l',
          attributes: [
            { name: 'kind', type: 'choice' as const, values: ['town', 'river'] },
            { name: 'sure', type: 'boolean' as const },
          ],
        },
      ],
      relations: [{ name: 'met' }],
    },
    entities: new Map(),
  };
  const tags: Given['tags'] = [
    { ...ann, attributes: { degree: 1.5, label: 'x' } },
    {
      id: 'tagBob001',
      label: 'LOC',
      start: 15,
      end: 18,
      attributes: { kind: 'lake', sure: false },
    },
    { id: 'tagBob002', label: 'LOC', start: 15, end: 18, attributes: { kind: 'town' } },
  ];
  const given = { file: 'a.txt', text, tags, document: { labels: ['news'], attributes: {} } };
  const { files } = writtenIn(labelStudio, [given], corpus);
  assert.equal(
    files.get('label-studio.xml'),
    `<View>
  <Labels name="label" toName="text">
    <Label value="A &quot;person&quot;" alias="PER" background="#a6c8ff" hotkey="p"/>
    <Label value="LOC" background="#c4302b"/>
  </Labels>
  <Relations>
    <Relation value="met"/>
  </Relations>
  <Text name="text" value="$text"/>
  <Choices name="kind" toName="text" perRegion="true" whenTagName="label" whenLabelValue="LOC" choice="single">
    <Choice value="town"/>
    <Choice value="river"/>
  </Choices>
  <TextArea name="kind.textarea" toName="text" perRegion="true" whenTagName="label" whenLabelValue="LOC" maxSubmissions="1"/>
  <Choices name="sure" toName="text" perRegion="true" whenTagName="label" whenLabelValue="LOC" choice="single">
    <Choice value="true"/>
    <Choice value="false"/>
  </Choices>
  <Number name="degree" toName="text" perRegion="true" whenTagName="label" whenLabelValue="PER"/>
  <TextArea name="label.textarea" toName="text" perRegion="true" whenTagName="label" whenLabelValue="PER" maxSubmissions="1"/>
  <Choices name="document" toName="text" choice="multiple">
    <Choice value="news"/>
  </Choices>
</View>
`,
  );
  const [{ annotations }] = JSON.parse(files.get('label-studio.json') ?? '');
  assert.deepEqual(
    annotations[0].result
      .filter(({ type }: { type: string }) => type !== 'labels')
      .map(({ from_name, type, value }: { from_name: string; type: string; value: object }) => [
        from_name,
        type,
        Object.entries(value).pop(),
      ]),
    [
      ['degree', 'number', ['number', 1.5]],
      ['label.textarea', 'textarea', ['text', ['x']]],
      ['kind.textarea', 'textarea', ['text', ['lake']]],
      ['sure', 'choices', ['choices', ['false']]],
      ['kind', 'choices', ['choices', ['town']]],
      ['document', 'choices', ['choices', ['news']]],
    ],
  );
  const back = readWith(
    labelStudio,
    Array.from(files, ([path, content]) => ({ path, content })),
  );
  assert.deepEqual(back.tagset, {
    labels: [
      {
        name: 'PER',
        title: 'A "person"',
        colour: '#a6c8ff',
        key: 'p',
        attributes: [
          { name: 'degree', type: 'number' },
          { name: 'label', type: 'string' },
        ],
      },
      {
        name: 'LOC',
        colour: '#c4302b',
        attributes: [
          { name: 'kind', type: 'choice', values: ['town', 'river'] },
          { name: 'sure', type: 'boolean' },
        ],
      },
    ],
    relations: [{ name: 'met' }],
  });
});

test('the configuration says which key is the text, and names labels', () => {
  const config = `<View><!-- <Label value="no"/> -->
    <Text name="body" value="$article"/>
    <Labels name="ner" toName="body"><Label value="Person name" background="red" hotkey="1"/><Label value='Town' alias='LOC' background="#AABBCC"/></Labels>
    <Choices name="kind" toName="body" perRegion="true" whenTagName="ner" whenLabelValue="LOC"><Choice value="big"/><Choice value="small" alias="s"/></Choices>
    <Relations><Relation value="lives in"/></Relations></View>`;
  const tasks = [
    {
      data: { title: 'A long title, longer than the text', article: 'Ann' },
      annotations: [{ result: [{ ...region('a', 0, 3, 'Ann', 'Person name'), to_name: 'body' }] }],
    },
  ];
  const told = readWith(labelStudio, [
    { path: 'p.json', content: JSON.stringify(tasks) },
    { path: 'p.xml', content: config },
    { path: 'q.xml', content: '<TEI/>' },
  ]);
  assert.deepEqual(shown(told), [['p.txt', ['Person_name', 'Ann']]]);
  assert.deepEqual(told.tagset, {
    labels: [
      { name: 'Person_name', title: 'Person name', colour: 'red', key: '1' },
      {
        name: 'LOC',
        title: 'Town',
        colour: '#AABBCC',
        attributes: [{ name: 'kind', type: 'choice', values: ['big', 's'] }],
      },
    ],
    relations: [{ name: 'lives_in', title: 'lives in' }],
  });
  assert.deepEqual(complaints(told), ['This is no labelling configuration; it is left out.']);
});
