import { describe } from 'node:test';
import { expectNumbers, sum } from './numbers.ts';

describe('telephone numbers', () => {
  expectNumbers('en', [
    ['in India ‹+91-81-3030-0551›', ['phone', '+918130300551']],
    ['‹(91-11) 2611-0640/41/42›;', ['phone', '+911126110640']],
    ['call ‹(202) 555-0143› or ‹202-555-0143›', ['phone', '2025550143'], ['phone', '2025550143']],
    ['‹+372 5123 4567›', ['phone', '+37251234567']],
  ]);
});

describe('coordinates', () => {
  expectNumbers('en', [
    ['at ‹59°26′N 24°45′E›.', ['identifier', '59°26′N 24°45′E']],
    [
      '‹59° 26\' 14" N›; ‹59.4370° N, 24.7536° E›',
      ['identifier', '59° 26\' 14" N'],
      ['identifier', '59.4370° N, 24.7536° E'],
    ],
    [
      "‹N 59° 26.25' E 24° 45.5'› and ‹N59°26′›",
      ['identifier', "N 59° 26.25' E 24° 45.5'"],
      ['identifier', 'N59°26′'],
    ],
    ['‹59.4370 N, 24.7536 E›', ['identifier', '59.4370 N, 24.7536 E']],
    ['along ‹45° N›, ‹46° N›', ['identifier', '45° N'], ['identifier', '46° N']],
    ['about ‹3°30′›', ['quantity', 3.5, { unit: '°', hedge: 'about' }]],
    [
      '‹20°C›, ‹5°› below, ‹59.4370›, ‹24.7536›',
      ['quantity', 20, { unit: '°C' }],
      ['quantity', 5, { unit: '°' }],
      ['cardinal', 59.437],
      ['cardinal', 24.7536],
    ],
    ['a force of ‹5.5› N', ['cardinal', 5.5]],
  ]);
});

describe('names that hold digits', () => {
  expectNumbers('en', [
    [
      'Sukhoi ‹Su-24M›, ‹Su-25SM› and ‹Su-34› aircraft',
      ['identifier', 'Su-24M'],
      ['identifier', 'Su-25SM'],
      ['identifier', 'Su-34'],
    ],
    ['follow ‹article 51› of the Charter', ['identifier', 'article 51']],
    [
      '‹Article 5(1)› and ‹section 3.2.1›',
      ['identifier', 'Article 5(1)'],
      ['identifier', 'section 3.2.1'],
    ],
    ['‹v2.1.3› of ‹192.168.0.1›', ['identifier', 'v2.1.3'], ['identifier', '192.168.0.1']],
    [
      'a ‹Boeing 747› with ‹300› people',
      ['identifier', 'Boeing 747'],
      ['cardinal', 300, { of: 'people' }],
    ],
    ['an ‹iPhone 6s›', ['identifier', 'iPhone 6s']],
    ['the ‹9/11› attacks', ['identifier', '9/11']],
    [
      'the ‹G20›, ‹COVID-19›, ‹5G›',
      ['identifier', 'G20'],
      ['identifier', 'COVID-19'],
      ['identifier', '5G'],
    ],
    [
      '‹Resolution 2254›, ‹No. 5›, ‹§ 7›',
      ['identifier', 'Resolution 2254'],
      ['identifier', 'No. 5'],
      ['identifier', '§ 7'],
    ],
    [
      '‹ch. 4›, ‹fol. 12r›, ‹ff. 3–5›',
      ['identifier', 'ch. 4'],
      ['identifier', 'fol. 12r'],
      ['identifier', 'ff. 3–5'],
    ],
    ['New Delhi - ‹110021›\n', ['identifier', '110021']],
    ['Stanford CA ‹94305-5015› USA', ['identifier', '94305-5015']],
    ['‹ISBN 978-3-16-148410-0›', ['identifier', 'ISBN 978-3-16-148410-0']],
    [
      'key ‹3f2504e0-4f89-11d3-9a0c-0305e82c3301›',
      ['identifier', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
    ],
    [
      'Council ‹Resolutions 2254› and ‹2118› on ‹12› men',
      ['identifier', 'Resolutions 2254'],
      ['identifier', '2118'],
      ['cardinal', 12, { of: 'men' }],
    ],
    [
      '‹article 5› and ‹10› people',
      ['identifier', 'article 5'],
      ['cardinal', 10, { of: 'people' }],
    ],
    ['‹P 112›, P ‹1,993,045› in all', ['identifier', 'P 112'], ['cardinal', 1_993_045]],
    ['it ended ‹3:1›', ['identifier', '3:1']],
    ['worth ‹$5.5bn› and/or more, see https://example.com', ['money', sum(5.5e9, 'USD')]],
    ['see https://example.com/2015/10/21/x?id=5'],
    ['write to me2000@example.com'],
    ['at www.site2.com/a5'],
  ]);
});
