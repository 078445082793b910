import { describe } from 'node:test';
import { expectNumbers, sum } from './numbers.ts';

describe('cardinals', () => {
  expectNumbers('en', [
    ['Syria destroyed ‹160› militants.', ['cardinal', 160, { of: 'militants' }]],
    ['by ‹398,487›MMBTU', ['cardinal', 398_487]],
    ['a total of ‹1,234,567›', ['cardinal', 1_234_567]],
    ['‹1 000 000› in all', ['cardinal', 1_000_000]],
    ['‹12\u00a0345› people', ['cardinal', 12_345, { of: 'people' }]],
    ['‹12\u2009345› people', ['cardinal', 12_345, { of: 'people' }]],
    ['‹2,35,000› votes', ['cardinal', 235_000, { of: 'votes' }]],
    ["‹1'000'000› visitors", ['cardinal', 1_000_000, { of: 'visitors' }]],
    ['‹1,234.56› in all', ['cardinal', 1234.56]],
    ['‹1.234,56› in all', ['cardinal', 1234.56]],
    ['‹1,5 million› followers', ['cardinal', 1_500_000, { of: 'followers' }]],
    ['‹25 thousand› foreign terrorists', ['cardinal', 25_000, { of: 'foreign terrorists' }]],
    ['‹25-thousand› votes', ['cardinal', 25_000, { of: 'votes' }]],
    ['‹48m› people', ['cardinal', 48_000_000, { of: 'people' }]],
    ['‹three hundred and five› men', ['cardinal', 305, { of: 'men' }]],
    ['‹twenty-five› dogs', ['cardinal', 25, { of: 'dogs' }]],
    ['‹Twenty‑five› dogs', ['cardinal', 25, { of: 'dogs' }]],
    ['‹nineteen eighty-four›', ['cardinal', 1984]],
    ['‹fifteen hundred› men', ['cardinal', 1500, { of: 'men' }]],
    ['‹one million two hundred thousand›', ['cardinal', 1_200_000]],
    ['‹4 thousand 3 hundred›', ['cardinal', 4300]],
    ['‹two point five million›', ['cardinal', 2_500_000]],
    [
      '‹a dozen› eggs and ‹a hundred› men',
      ['cardinal', 12, { of: 'eggs' }],
      ['cardinal', 100, { of: 'men' }],
    ],
    [
      'exercises ‹22›,‹24›,‹26›,‹31›',
      ['cardinal', 22],
      ['cardinal', 24],
      ['cardinal', 26],
      ['cardinal', 31],
    ],
    ['it fell to ‹-5› and then to ‹−6›', ['cardinal', -5], ['cardinal', -6]],
    ['‹minus five› and (‹-3›)', ['cardinal', -5], ['cardinal', -3]],
    ['‹1e6›, ‹1.5e-3›, ‹2^10›', ['cardinal', 1_000_000], ['cardinal', 0.0015], ['cardinal', 1024]],
    ['‹6.02×10^23› and ‹3 × 10⁸›', ['cardinal', 6.02e23], ['cardinal', 3e8]],
    ['‹forty-five (45)›, all told', ['cardinal', 45]],
  ]);
});

describe('fractions', () => {
  expectNumbers('en', [
    ['‹half› of them', ['cardinal', 0.5]],
    ['‹a third› of voters', ['cardinal', 1 / 3, { of: 'voters' }]],
    ['‹two-thirds› of them', ['cardinal', 2 / 3]],
    ['‹three quarters› of it', ['cardinal', 0.75]],
    [
      '‹1/2› or ‹2 1/2› or ‹1½› or ‹½›',
      ['cardinal', 0.5],
      ['cardinal', 2.5],
      ['cardinal', 1.5],
      ['cardinal', 0.5],
    ],
    ['‹one and a half› or ‹2 and a half›', ['cardinal', 1.5], ['cardinal', 2.5]],
    ['‹half a million› men', ['cardinal', 500_000, { of: 'men' }]],
    ['‹two and a half million› men', ['cardinal', 2_500_000, { of: 'men' }]],
    ['‹half of a million› men', ['cardinal', 500_000, { of: 'men' }]],
    ['the ‹third› quarter, the ‹first› half', ['ordinal', 3], ['ordinal', 1]],
    ['in the last ‹two› quarters', ['cardinal', 2, { of: 'quarters' }]],
  ]);
});

describe('ordinals', () => {
  expectNumbers('en', [
    ['the ‹7th› regional conference', ['ordinal', 7]],
    ['the ‹21st›, the ‹twenty-first›', ['ordinal', 21], ['ordinal', 21]],
    ['‹second›-largest', ['ordinal', 2]],
    ['a ‹hundred thousandth› visitor', ['ordinal', 100_000]],
    ['‹a hundred thousandth› of it', ['cardinal', 1e-5]],
    ['World War ‹II› and Louis ‹XVI›', ['ordinal', 2], ['ordinal', 16]],
    ['Super Bowl ‹XLIX›', ['ordinal', 49]],
    ['‹Parts I› and ‹II›', ['identifier', 'Parts I'], ['ordinal', 2]],
  ]);
});

describe('ranges', () => {
  expectNumbers('en', [
    ['From ‹5,000 to 7,000› nationals', ['range', [5000, 7000], { of: 'nationals' }]],
    [
      'already ‹between 5,000 and 7,000› descendants',
      ['range', [5000, 7000], { of: 'descendants' }],
    ],
    ['‹5–7 million› people', ['range', [5_000_000, 7_000_000], { of: 'people' }]],
    ['‹five to seven› men', ['range', [5, 7], { of: 'men' }]],
    ['‹10-15 per cent›', ['percent', [10, 15]]],
    [
      '‹$10-$20› and ‹$5-10 million›',
      ['money', sum([10, 20], 'USD')],
      ['money', sum([5e6, 10e6], 'USD')],
    ],
    ['it fell from ‹10› to ‹5› points', ['cardinal', 10], ['cardinal', 5, { of: 'points' }]],
    [
      'a ‹5- to 7›-fold rise, a ‹three- to five-year› term',
      ['range', [5, 7]],
      ['quantity', [3, 5], { unit: 'a' }],
    ],
    ['they won ‹3›-‹1›', ['cardinal', 3], ['cardinal', 1]],
  ]);
});

describe('hedges', () => {
  expectNumbers('en', [
    ['more than ‹400› fighters', ['cardinal', 400, { hedge: 'more than', of: 'fighters' }]],
    ['Up to ‹7,000› CIS nationals', ['cardinal', 7000, { hedge: 'up to', of: 'CIS nationals' }]],
    ['over ‹50› aircraft', ['cardinal', 50, { hedge: 'over', of: 'aircraft' }]],
    ['at least ‹twelve› people', ['cardinal', 12, { hedge: 'at least', of: 'people' }]],
    ['no fewer than ‹20› men', ['cardinal', 20, { hedge: 'no fewer than', of: 'men' }]],
    ['‹100› or more soldiers', ['cardinal', 100, { hedge: 'or more', of: 'soldiers' }]],
    ['‹50›+ countries', ['cardinal', 50, { hedge: '+', of: 'countries' }]],
    ['Stanford CA ‹9430›, D.C. ‹2000› men', ['cardinal', 9430], ['cardinal', 2000, { of: 'men' }]],
    ['UP TO ‹50› men', ['cardinal', 50, { hedge: 'up to', of: 'men' }]],
    ['~‹200› people', ['cardinal', 200, { hedge: '~', of: 'people' }]],
    ['around ‹$5 million›', ['money', sum(5e6, 'USD'), { hedge: 'around' }]],
  ]);
});

describe('vague numbers', () => {
  expectNumbers('en', [
    ['‹hundreds› of terrorists', ['vague', [200, 999], { of: 'terrorists' }]],
    ['‹tens of thousands› of people', ['vague', [20_000, 99_000], { of: 'people' }]],
    ['‹dozens› of homes', ['vague', [24, 99], { of: 'homes' }]],
    ['‹scores› of civilians', ['vague', [40, 99], { of: 'civilians' }]],
    ['‹a few dozen› men', ['vague', 36, { of: 'men' }]],
    ['displaced ‹millions› since', ['vague', [2_000_000, 999_000_000]]],
    ['the test scores were in'],
  ]);
});

describe('percents', () => {
  expectNumbers('en', [
    [
      '‹5%›, ‹5 %›, ‹5 percent›, ‹five per cent›',
      ['percent', 5],
      ['percent', 5],
      ['percent', 5],
      ['percent', 5],
    ],
    ['‹-3.2%›', ['percent', -3.2]],
    ['‹5.5 percentage points›', ['percent', 5.5, { unit: 'pp' }]],
    ['up ‹0.5pp›', ['percent', 0.5, { unit: 'pp' }]],
  ]);
});

describe('money', () => {
  expectNumbers('en', [
    ['‹$1.5bn› and ‹£2m›', ['money', sum(1.5e9, 'USD')], ['money', sum(2e6, 'GBP')]],
    ['‹US$ 3 million›', ['money', sum(3e6, 'USD')]],
    [
      '‹€5› or ‹5 euros› or ‹EUR 3.5m›',
      ['money', sum(5, 'EUR')],
      ['money', sum(5, 'EUR')],
      ['money', sum(3.5e6, 'EUR')],
    ],
    ['‹A$20› and ‹$1,234.56›', ['money', sum(20, 'AUD')], ['money', sum(1234.56, 'USD')]],
    ['‹50 cents› and ‹20p›', ['money', sum(0.5, 'USD')], ['money', sum(0.2, 'GBP')]],
    ['‹200 Swedish kronor›', ['money', sum(200, 'SEK')]],
    ['‹thirteen dollars and forty-five cents›', ['money', sum(13.45, 'USD')]],
    ['‹a quarter million us dollars›', ['money', sum(250_000, 'USD')]],
    ['‹3› ‹USD50› cards', ['cardinal', 3], ['money', sum(50, 'USD')]],
    [
      '‹20 pounds sterling› and ‹£20 sterling›',
      ['money', sum(20, 'GBP')],
      ['money', sum(20, 'GBP')],
    ],
    [
      '‹£5 10s 6d›, ‹£3 4s. 4½d.› in all, at ‹£5 10s.› each',
      ['money', sum(5.525, 'GBP')],
      ['money', sum(3.21875, 'GBP')],
      ['money', sum(5.5, 'GBP')],
    ],
    ['at ‹2s. 6d.› each', ['money', sum(0.125, 'GBP')]],
    [
      'in ‹10s›, the ‹20s›, ‹£5› and ‹6d›',
      ['date', '191X'],
      ['date', '192X'],
      ['money', sum(5, 'GBP')],
      ['identifier', '6d'],
    ],
    ['exercises nrs. ‹22›', ['cardinal', 22]],
  ]);
});

describe('quantities', () => {
  expectNumbers('en', [
    [
      '‹25 km›, ‹5kg›, ‹60 mph›',
      ['quantity', 25, { unit: 'km' }],
      ['quantity', 5, { unit: 'kg' }],
      ['quantity', 60, { unit: 'mph' }],
    ],
    [
      '‹3,000 sq km› or ‹100 square kilometres›',
      ['quantity', 3000, { unit: 'km²' }],
      ['quantity', 100, { unit: 'km²' }],
    ],
    [
      '‹-5°C› and ‹10 degrees Celsius›',
      ['quantity', -5, { unit: '°C' }],
      ['quantity', 10, { unit: '°C' }],
    ],
    [
      'a ‹100-metre› run of ‹48m›',
      ['quantity', 100, { unit: 'm' }],
      ['quantity', 48, { unit: 'm' }],
    ],
    ['‹5 feet 6 inches› tall', ['quantity', 5.5, { unit: 'ft' }]],
    [
      'a ‹30-year-old› man, ‹aged 45›',
      ['quantity', 30, { unit: 'a' }],
      ['quantity', 45, { unit: 'a' }],
    ],
    ['‹15˚› or ‹16˚C›', ['quantity', 15, { unit: '°' }], ['quantity', 16, { unit: '°C' }]],
    [
      '‹40 leagues›, ‹2 cwt›',
      ['quantity', 40, { unit: 'league' }],
      ['quantity', 2, { unit: 'cwt' }],
    ],
    ['‹½ teaspoon› of salt', ['quantity', 0.5, { unit: 'tsp' }]],
    ['‹two and a half years›', ['quantity', 2.5, { unit: 'a' }]],
  ]);
});

describe('words that are no numbers', () => {
  expectNumbers('en', [
    ['no one knows one another'],
    ['this one is the last one'],
    ['a perfect score'],
    ['he may march'],
    ['I am an IV fluid and a CD'],
  ]);
});
