import { describe, it } from 'node:test';
import { ru } from '../../../../../server/src/core/languages/ru.ts';
import { check } from './check.ts';

const texts = [
  'Президент [России](LOC) [Владимир Путин](PER) заявил в [Москве](LOC), что будет встреча.',
  'террористы и [ООН](ORG) встретились в [Женеве](LOC)',
  'Вчера никто не пришёл. Потом был дождь.',
];

describe('names in Russian texts', () => {
  for (const text of texts) it(text, () => check(text, ru));
});
