import assert from 'node:assert/strict';
import { test } from 'node:test';
import { didYouMean, nearest } from '../../../server/src/core/nearest.ts';

const words = ['colour', 'key', 'labels', 'warning'];

test('a slip of the pen finds its word', () => {
  assert.equal(nearest('color', words), 'colour');
  assert.equal(nearest('lables', words), 'labels'); // two letters swapped: one slip
  assert.equal(nearest('kye', words), 'key');
  assert.equal(nearest('Warnings', words), 'warning');
});

test('another word finds none', () => {
  assert.equal(nearest('title', words), undefined);
  assert.equal(nearest('k', words), undefined);
  assert.equal(nearest('x'.repeat(10_000), ['x'.repeat(9_999)]), undefined);
  assert.equal(didYouMean('title', words), '');
});
