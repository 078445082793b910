import { describe } from 'node:test';
import { expectNumbers } from './numbers.ts';

describe('dates', () => {
  expectNumbers('en', [
    ['MOSCOW, ‹November 19›. In Syria', ['date', 'XXXX-11-19']],
    [
      'on ‹November 19, 2015›, ‹19 November 2015› or ‹Nov. 19›',
      ['date', '2015-11-19'],
      ['date', '2015-11-19'],
      ['date', 'XXXX-11-19'],
    ],
    ['the ‹19th of November›', ['date', 'XXXX-11-19']],
    [
      'on ‹June the 6th›, in ‹May› the ‹6› men',
      ['date', 'XXXX-06-06'],
      ['date', 'XXXX-05'],
      ['cardinal', 6, { of: 'men' }],
    ],
    ['‹Wednesday, 04 April 2018 10:30›\n', ['date', '2018-04-04T10:30']],
    ['held in ‹January and February 2014›', ['date', '2014-01/2014-02']],
    ['from ‹October 2014–January 2015›', ['date', '2014-10/2015-01']],
    [
      'on ‹4–6 May 2014› or ‹May 4-6, 2014›',
      ['date', '2014-05-04/2014-05-06'],
      ['date', '2014-05-04/2014-05-06'],
    ],
    [
      'the night of ‹9/10 November 1938›, ‹3/4 cups›',
      ['date', '1938-11-09/1938-11-10'],
      ['quantity', 0.75, { unit: 'cup' }],
    ],
    ['‹30 April – 2 May 2014›', ['date', '2014-04-30/2014-05-02']],
    ['in ‹May 2014›, in ‹May›', ['date', '2014-05'], ['date', 'XXXX-05']],
    [
      '‹2017-10›, ‹2018-04-04›, ‹2018-04-04T10:30:00Z›',
      ['date', '2017-10'],
      ['date', '2018-04-04'],
      ['date', '2018-04-04T10:30:00Z'],
    ],
    ['‹04/05/2018› and ‹4/5/18›', ['date', '2018-04-05'], ['date', '2018-04-05']],
    ['‹04.05.2018›', ['date', '2018-05-04']],
    ['‹31/12/2018›', ['date', '2018-12-31']],
    [
      'the ‹1990s›, the ‹1960s› and the ‹nineties›',
      ['date', '199X'],
      ['date', '196X'],
      ['date', '199X'],
    ],
    ['the ‹19th century› and the ‹twentieth century›', ['date', '18XX'], ['date', '19XX']],
    [
      '‹1914-1918›, ‹1939–45›, ‹2014/15›',
      ['date', '1914/1918'],
      ['date', '1939/1945'],
      ['date', '2014/2015'],
    ],
    [
      'in ‹2011›, since ‹1999›, c. ‹1850›, circa ‹1851›',
      ['date', '2011'],
      ['date', '1999'],
      ['date', '1850', { hedge: 'c' }],
      ['date', '1851', { hedge: 'circa' }],
    ],
    [
      'ca. ‹1450–1460›, King John (‹1199–1216›), in ‹1066–1071›',
      ['date', '1450/1460', { hedge: 'ca' }],
      ['date', '1199/1216'],
      ['date', '1066/1071'],
    ],
    [
      '‹1000-1200› walks, about ‹1000-1200› men, ‹pages 1200-1300›',
      ['range', [1000, 1200], { of: 'walks' }],
      ['range', [1000, 1200], { hedge: 'about', of: 'men' }],
      ['identifier', 'pages 1200-1300'],
    ],
    [
      '(b. ‹1564›), born ‹1848› in Tartu, fl. ‹1320›, Anno Domini ‹1492›, ‹A.D. 1066›',
      ['date', '1564'],
      ['date', '1848'],
      ['date', '1320'],
      ['date', '1492'],
      ['date', '1066'],
    ],
    ['ca. ‹1853› men', ['cardinal', 1853, { hedge: 'ca', of: 'men' }]],
    ['in the ‹5th century BC›. Then', ['date', '-04XX']],
    [
      'the ‹18th and 19th centuries›, ‹17th–18th centuries›, ‹3 centuries›',
      ['date', '17XX/18XX'],
      ['date', '16XX/17XX'],
      ['quantity', 3, { unit: 'century' }],
    ],
    [
      'the ‹XVI–XVII centuries›, ‹16th c.› walls, from the ‹16th to the 18th century›',
      ['date', '15XX/16XX'],
      ['date', '15XX'],
      ['date', '15XX/17XX'],
    ],
    [
      'a ‹nineteenth-century› tale of the ‹nineteenth and twentieth centuries›',
      ['date', '18XX'],
      ['date', '18XX/19XX'],
    ],
    [
      'the ‹5th–4th centuries BC›, the ‹1st and 2nd century BC›',
      ['date', '-04XX/-03XX'],
      ['date', '-01XX/-00XX'],
    ],
    ['the ‹4th century before Christ›', ['date', '-03XX']],
    ['the ‹5th›, c. ‹1500›', ['ordinal', 5], ['date', '1500', { hedge: 'c' }]],
    ['the ‹18th› and ‹19th› men', ['ordinal', 18], ['ordinal', 19]],
    ['on ‹2. II 1920› and ‹24.XII.1918›', ['date', '1920-02-02'], ['date', '1918-12-24']],
    ['the October Revolution of ‹October›', ['date', 'XXXX-10']],
    ['on ‹p. 5›', ['identifier', 'p. 5']],
    ['the ‹winter of 1939/40›, ‹winter 1939-1940›', ['date', '1939-24'], ['date', '1939-24']],
    ['‹summer 2014› and ‹spring of 2015›', ['date', '2014-22'], ['date', '2015-21']],
    ['the ‹third quarter of 2015› and ‹Q3 2015›', ['date', '2015-35'], ['date', '2015-35']],
    ['‹44 BC›, ‹44 B.C.›, ‹AD 70›', ['date', '-0043'], ['date', '-0043'], ['date', '0070']],
    ['mid-‹March› in the mid-‹1990s›', ['date', 'XXXX-03'], ['date', '199X']],
    ['in ‹2000› ‹2500› men', ['date', '2000'], ['cardinal', 2500, { of: 'men' }]],
    ['‹2000› men', ['cardinal', 2000, { of: 'men' }]],
    ['‹twenty› men in their thirties', ['cardinal', 20, { of: 'men' }]],
    ['since ‹June›. The truce', ['date', 'XXXX-06']],
    ['due ‹01-Feb-02›', ['date', '2002-02-01']],
    [
      'issued ‹2019年5月3日›, 在‹2019年5月›, ‹5月3日›, ‹2019年›',
      ['date', '2019-05-03'],
      ['date', '2019-05'],
      ['date', 'XXXX-05-03'],
      ['date', '2019'],
    ],
    ['on ‹2019년 5월 3일› in Seoul', ['date', '2019-05-03']],
    ['they march on'],
  ]);
});

describe('relative dates keep their words while the date of the text is unknown', () => {
  expectNumbers('en', [
    ['told them on ‹Friday›, ‹last Friday›', ['date', 'Friday'], ['date', 'last Friday']],
    ['‹this week› and ‹next year›', ['date', 'this week'], ['date', 'next year']],
    [
      '‹yesterday›, ‹two weeks ago›, ‹a year ago›',
      ['date', 'yesterday'],
      ['date', 'two weeks ago'],
      ['date', 'a year ago'],
    ],
    ["‹today›'s experience", ['date', 'today']],
    ['‹last summer›', ['date', 'last summer']],
  ]);
});

describe('times', () => {
  expectNumbers('en', [
    ['at ‹10:30›, ‹17:45:20›', ['time', '10:30'], ['time', '17:45:20']],
    ['‹5 pm›, ‹5.30 p.m.›, ‹12 am›', ['time', '17:00'], ['time', '17:30'], ['time', '00:00']],
    ['at ‹10.30 GMT›', ['time', '10:30Z']],
    ["at ‹5 o'clock›, at ‹noon›", ['time', '05:00'], ['time', '12:00']],
    [
      "‹five o'clock in the afternoon›, ‹Eleven O’Clock at night›, ‹6 o'clock in the morning›",
      ['time', '17:00'],
      ['time', '23:00'],
      ['time', '06:00'],
    ],
    [
      'at ‹half past five›, ‹half-past 6›, ‹half past midnight›, ‹half past nine at night›',
      ['time', '05:30'],
      ['time', '06:30'],
      ['time', '00:30'],
      ['time', '21:30'],
    ],
    [
      '‹ten past three›, ‹10 past 8›, ‹twenty-five minutes past nine›',
      ['time', '03:10'],
      ['time', '08:10'],
      ['time', '09:25'],
    ],
    [
      'at ‹a quarter to six›, ‹ten minutes to four›, at ‹ten to seven›, at ‹five to one in the morning›',
      ['time', '05:45'],
      ['time', '03:50'],
      ['time', '06:50'],
      ['time', '00:55'],
    ],
    [
      'at ‹7.30 in the evening›, at ‹two in the morning›, ‹five p.m.›',
      ['time', '19:30'],
      ['time', '02:00'],
      ['time', '17:00'],
    ],
    ['‹noon› on ‹Friday›', ['time', '12:00'], ['date', 'Friday']],
    [
      '‹half› of the past ‹five years›, ‹half› past the church',
      ['cardinal', 0.5],
      ['quantity', 5, { unit: 'a' }],
      ['cardinal', 0.5],
    ],
    ['from ‹five to six›, at ‹ten to fifteen›', ['range', [5, 6]], ['range', [10, 15]]],
    ['at ‹ten› to ‹one›', ['cardinal', 10], ['cardinal', 1]],
    [
      'from ‹ten minutes› to ‹four›, ‹five minutes› to ‹two hours›',
      ['quantity', 10, { unit: 'min' }],
      ['cardinal', 4],
      ['quantity', 5, { unit: 'min' }],
      ['quantity', 2, { unit: 'h' }],
    ],
    ['at ‹six› men, at ‹5 to 6›', ['cardinal', 6, { of: 'men' }], ['range', [5, 6]]],
    ['at ‹1800 hours›, after ‹1800 hours›', ['time', '18:00'], ['quantity', 1800, { unit: 'h' }]],
  ]);
});

describe('years behind an apostrophe leave their century open', () => {
  expectNumbers('en', [
    [
      "‹June '44›, ‹5 June '44›, ‹June 6, '44›",
      ['date', 'XX44-06'],
      ['date', 'XX44-06-05'],
      ['date', 'XX44-06-06'],
    ],
    ["the ‹summer of '69›, ‹December of '68›", ['date', 'XX69-22'], ['date', 'XX68-12']],
    [
      "the class of ‹'84›; in ‹'45› and ‹'46›",
      ['date', 'XX84'],
      ['date', 'XX45'],
      ['date', 'XX46'],
    ],
    ['‹’68›', ['date', 'XX68']],
    ["the ‹'97› election after Expo ‹'67›", ['date', 'XX97'], ['date', 'XX67']],
    [
      "‹'39-'45›, ‹1939–’45›, the winter of ‹'91-92›",
      ['date', 'XX39/XX45'],
      ['date', '1939/1945'],
      ['date', 'XX91/XX92'],
    ],
    ["the ‹'60s› and ‹’80s›", ['date', '196X'], ['date', '198X']],
    [
      "he said '‹44› men' and '‹45›' and '‹20 kilometres› on'",
      ['cardinal', 44, { of: 'men' }],
      ['cardinal', 45],
      ['quantity', 20, { unit: 'km' }],
    ],
    ["a board of ‹5›'‹10›", ['cardinal', 5], ['cardinal', 10]],
    ["‹31›'‹45›", ['cardinal', 31], ['cardinal', 45]],
  ]);
  expectNumbers('et', [
    ["‹5. mail '44›, ‹suvel '44› põgenes", ['date', 'XX44-05-05'], ['date', 'XX44-22']],
    ["Savisaare'‹14› häält", ['cardinal', 14, { of: 'häält' }]],
  ]);
});
