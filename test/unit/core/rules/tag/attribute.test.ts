import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attribute } from '../../../../../server/src/core/rules/tag/attribute.ts';
import type { AttributeValue } from '../../../../../server/src/core/tags/model.ts';
import { check } from '../check.ts';

const configuration = {
  labels: [
    { name: 'Name', attributes: [{ name: 'sure', type: 'boolean' as const }] },
    {
      name: 'PER',
      parent: 'Name',
      attributes: [
        { name: 'role', type: 'choice' as const, values: ['speaker', 'subject'], required: true },
        { name: 'age', type: 'number' as const },
        { name: 'remark', type: 'string' as const },
      ],
    },
    { name: 'Free' },
  ],
};

/** The messages about one tag with these attributes. */
function messages(attributes: Record<string, AttributeValue> | undefined, label = 'PER') {
  const tags = [{ words: 'Putin', label, attributes }];
  const wrong = expectedCount(attributes, label);
  const marked = `${'‹|'.repeat(wrong)}Putin${'|›'.repeat(wrong)} left.`;
  return check(attribute, marked, { configuration, tags }).map(({ message }) => message);
}

function expectedCount(attributes: Record<string, AttributeValue> = {}, label = 'PER') {
  if (label !== 'PER') return 0;
  const { role, age, remark, sure, ...others } = attributes;
  return (
    Number(role !== 'speaker' && role !== 'subject') +
    Number(age !== undefined && typeof age !== 'number') +
    Number(remark !== undefined && typeof remark !== 'string') +
    Number(sure !== undefined && typeof sure !== 'boolean') +
    Object.keys(others).length
  );
}

/** What the fixes of the findings about one tag set: attributes and values. */
function fixes(attributes: Record<string, AttributeValue> | undefined) {
  const tags = [{ words: 'Putin', label: 'PER', attributes }];
  const wrong = expectedCount(attributes);
  const marked = `${'‹|'.repeat(wrong)}Putin${'|›'.repeat(wrong)} left.`;
  return check(attribute, marked, { configuration, tags }).map((finding) =>
    finding.fixes?.map((fix) => {
      assert.ok(fix.kind === 'command' && fix.command === 'glossator.attribute');
      return [fix.title, fix.argument.name, fix.argument.value];
    }),
  );
}

describe('tag/attribute', () => {
  it('asks for an attribute that a label needs', () => {
    assert.deepEqual(messages(undefined), [
      'A tag PER needs the attribute “role”: “speaker” or “subject”.',
    ]);
  });

  it('marks a value that is none of those allowed', () => {
    assert.deepEqual(messages({ role: 'speeker' }), [
      '“role” is “speeker”; it must be “speaker” or “subject”. Did you mean “speaker”?',
    ]);
    assert.deepEqual(messages({ role: 'speaker', age: '70', remark: 1 }), [
      '“age” is “70”; it must be a number.',
      '“remark” is “1”; it must be a text.',
    ]);
  });

  it('knows the attributes of the label that this is a kind of', () => {
    assert.deepEqual(messages({ role: 'subject', sure: 'yes' }), [
      '“sure” is “yes”; it must be true or false.',
    ]);
  });

  it('marks an attribute that the label does not have', () => {
    assert.deepEqual(messages({ role: 'subject', rol: 'x' }), [
      'The label PER has no attribute “rol”. Did you mean “role”?',
    ]);
    assert.deepEqual(messages({ role: 'subject', constructor: 'x' }), [
      'The label PER has no attribute “constructor”. It has role, age, remark and sure.',
    ]);
  });

  it('offers the values that fit, the likeliest first', () => {
    assert.deepEqual(fixes(undefined), [
      [
        ['Set “role” to “speaker”', 'role', 'speaker'],
        ['Set “role” to “subject”', 'role', 'subject'],
      ],
    ]);
    assert.deepEqual(fixes({ role: 'subjekt' })[0]?.[0], [
      'Set “role” to “subject”',
      'role',
      'subject',
    ]);
    assert.deepEqual(fixes({ role: 'speaker', age: '70', remark: 1, sure: 'false' }), [
      [['Set “age” to 70', 'age', 70]],
      [['Set “remark” to “1”', 'remark', '1']],
      [
        ['Set “sure” to false', 'sure', false],
        ['Set “sure” to true', 'sure', true],
      ],
    ]);
    assert.deepEqual(fixes({ role: 'speaker', age: 'old', rol: 'x' }), [
      [],
      [['Remove the attribute “rol”', 'rol', null]],
    ]);
  });

  it('says nothing where all is right, and of labels without attributes', () => {
    assert.deepEqual(messages({ role: 'subject', age: 70, remark: '', sure: true }), []);
    assert.deepEqual(messages({ anything: 'goes' }, 'Free'), []);
    assert.deepEqual(messages({ anything: 'goes' }, 'Unknown'), []);
  });
});
