import { describe } from 'node:test';
import { expectNumbers, sum } from './numbers.ts';

describe('Estonian cardinals', () => {
  expectNumbers('et', [
    [
      '‹19. ja 20. sajandil›, ‹2› sajandit',
      ['date', '18XX/19XX'],
      ['cardinal', 2, { of: 'sajandit' }],
    ],
    [
      'sündis u ‹1850› Tartus, u ‹1853› meest',
      ['date', '1850', { hedge: 'u' }],
      ['cardinal', 1853, { hedge: 'u', of: 'meest' }],
    ],
    ['‹2. II 1920›, peatüki ‹II› osa', ['date', '1920-02-02'], ['ordinal', 2]],
    ['‹3 ha› maad', ['quantity', 3, { unit: 'ha' }]],

    ['Hukkunute seas on ‹16› välikomandöri', ['cardinal', 16, { of: 'välikomandöri' }]],
    ['rohkem kui ‹400› äärmuslast', ['cardinal', 400, { hedge: 'rohkem kui', of: 'äärmuslast' }]],
    ['ligi ‹3,5 miljonit› põgenikku', ['cardinal', 3_500_000, { hedge: 'ligi', of: 'põgenikku' }]],
    ['üle ‹kahekümne› inimese', ['cardinal', 20, { hedge: 'üle', of: 'inimese' }]],
    [
      '‹1 000 000› ja ‹1.000.000› ja ‹1 234,56›',
      ['cardinal', 1_000_000],
      ['cardinal', 1_000_000],
      ['cardinal', 1234.56],
    ],
    ['‹12\u00a0345› häält', ['cardinal', 12_345, { of: 'häält' }]],
    [
      '‹kahekümne viie›, ‹kolmeteistkümne›, ‹viieteistkümnest›',
      ['cardinal', 25],
      ['cardinal', 13],
      ['cardinal', 15],
    ],
    ['‹sada kakskümmend kolm› ja ‹kaks tuhat viisteist›', ['cardinal', 123], ['cardinal', 2015]],
    ['‹üks miljon kakssada tuhat›', ['cardinal', 1_200_000]],
    [
      '‹kahel›, ‹kolmele›, ‹neljaga›, ‹üheksast›',
      ['cardinal', 2],
      ['cardinal', 3],
      ['cardinal', 4],
      ['cardinal', 9],
    ],
    [
      '‹kaks kolmandikku› ja ‹kaks ja pool› ja ‹null koma viis›',
      ['cardinal', 2 / 3],
      ['cardinal', 2.5],
      ['cardinal', 0.5],
    ],
    ['‹poole miljoni› eest', ['cardinal', 500_000]],
    ['‹150st› teatrist ‹100%ni›', ['cardinal', 150, { of: 'teatrist' }], ['percent', 100]],
    ['läks mere poole'],
    ['nii on igal pool'],
  ]);
});

describe('Estonian ordinals', () => {
  expectNumbers('et', [
    ['‹5.› brigaad jäi ‹3.› kohale', ['ordinal', 5], ['ordinal', 3]],
    [
      '‹esimene›, ‹kolmandat› korda, ‹kahekümne esimene›',
      ['ordinal', 1],
      ['ordinal', 3],
      ['ordinal', 21],
    ],
    ['Pärast ‹Teist› maailmasõda', ['ordinal', 2]],
    ['‹II› maailmasõda', ['ordinal', 2]],
    ['‹X› ja ‹XI› klassis', ['ordinal', 10], ['ordinal', 11]],
  ]);
});

describe('Estonian ranges and vague numbers', () => {
  expectNumbers('et', [
    ['‹5000–7000› kodanikku', ['range', [5000, 7000], { of: 'kodanikku' }]],
    ['‹viis kuni seitse› meest', ['range', [5, 7], { of: 'meest' }]],
    ['‹kaks-kolm nädalat›', ['quantity', [2, 3], { unit: 'wk' }]],
    ['‹5-7 miljonit› inimest', ['range', [5_000_000, 7_000_000], { of: 'inimest' }]],
    ['‹kümneid› maju', ['vague', [20, 99], { of: 'maju' }]],
    ['‹sadu tuhandeid› inimesi', ['vague', [200_000, 999_000], { of: 'inimesi' }]],
    ['‹mitusada› sõdurit', ['vague', [200, 999], { of: 'sõdurit' }]],
  ]);
});

describe('Estonian measures', () => {
  expectNumbers('et', [
    [
      '‹5 eurot› ja ‹1,5 miljonit eurot› ja ‹20 senti›',
      ['money', sum(5, 'EUR')],
      ['money', sum(1.5e6, 'EUR')],
      ['money', sum(0.2, 'EUR')],
    ],
    ['‹20 naela›, ‹20 naelsterlingit›', ['money', sum(20, 'GBP')], ['money', sum(20, 'GBP')]],
    ['‹15 000-eurone› trahv', ['money', sum(15_000, 'EUR')]],
    [
      '‹3 USA dollarit› ja ‹100 Rootsi krooni›',
      ['money', sum(3, 'USD')],
      ['money', sum(100, 'SEK')],
    ],
    ['‹5 protsenti› ja ‹5,5 protsendipunkti›', ['percent', 5], ['percent', 5.5, { unit: 'pp' }]],
    [
      '‹100 ruutkilomeetrit› ja ‹25-kilomeetrine› rada',
      ['quantity', 100, { unit: 'km²' }],
      ['quantity', 25, { unit: 'km' }],
    ],
    [
      'üle ‹40-aastastel›, ‹90-protsendiline›',
      ['quantity', 40, { unit: 'a', hedge: 'üle' }],
      ['percent', 90],
    ],
    [
      '‹10000-15000 tonni›, ‹120-ruutmeetrisel›',
      ['quantity', [10_000, 15_000], { unit: 't' }],
      ['quantity', 120, { unit: 'm²' }],
    ],
    ['‹30-aastane› mees', ['quantity', 30, { unit: 'a' }]],
    [
      '‹poolteist tundi› ja ‹pool tundi›',
      ['quantity', 1.5, { unit: 'h' }],
      ['quantity', 0.5, { unit: 'h' }],
    ],
    [
      '‹59°26′ põhjalaiust, 24°45′ idapikkust›',
      ['identifier', '59°26′ põhjalaiust, 24°45′ idapikkust'],
    ],
    ['‹20°› sooja', ['quantity', 20, { unit: '°' }]],
    ['‹-5 kraadi›', ['quantity', -5, { unit: '°' }]],
  ]);
});

describe('Estonian dates', () => {
  expectNumbers('et', [
    ['‹24. veebruaril 1918›', ['date', '1918-02-24']],
    ['‹4. aprillil 2018. aastal›', ['date', '2018-04-04']],
    ['‹kolmapäeval, 4. aprillil kell 10.30›', ['date', 'XXXX-04-04T10:30']],
    ['‹2014. aasta jaanuaris›, ‹2014. aasta suvel›', ['date', '2014-01'], ['date', '2014-22']],
    ['‹2015. aasta teises kvartalis›', ['date', '2015-34']],
    ['‹jaanuaris ja veebruaris 2014›', ['date', '2014-01/2014-02']],
    ['‹novembris› ja aastal ‹2015›', ['date', 'XXXX-11'], ['date', '2015']],
    [
      '‹1990. aastatel›, ‹1990ndatel›, ‹üheksakümnendatel›',
      ['date', '199X'],
      ['date', '199X'],
      ['date', '199X'],
    ],
    [
      '‹1918.-20. a›, ‹1343.–1345. aastal›, aastatel ‹1710› kuni, ‹1960.-ndate› algul, ‹1200-1300› meest',
      ['date', '1918/1920'],
      ['date', '1343/1345'],
      ['date', '1710'],
      ['date', '196X'],
      ['range', [1200, 1300], { of: 'meest' }],
    ],
    ['‹20. sajandil›, ‹XX sajandi› algul', ['date', '19XX'], ['date', '19XX']],
    ['‹XX. sajandi› lõpp, ‹I. sajandil eKr›', ['date', '19XX'], ['date', '-00XX']],
    ['Jaan I. Tamm, ‹III - II. sajandil enne meie aega›', ['date', '-02XX/-01XX']],
    ['‹XIX-XX sajandil›, ‹19.–20. saj.› alguses', ['date', '18XX/19XX'], ['date', '18XX/19XX']],
    [
      '‹2. saj e.m.a.› (‹III saj.›), ‹44. aastal eKr›',
      ['date', '-01XX'],
      ['date', '02XX'],
      ['date', '-0043'],
    ],
    ['‹kolmandal kuni viiendal sajandil›', ['date', '02XX/04XX']],
    ['‹XIX› ja ‹XX› köide', ['ordinal', 19], ['ordinal', 20]],
    ['‹04.05.2018› ja ‹4.05.18›', ['date', '2018-05-04'], ['date', '2018-05-04']],
    ['‹12.12.2012 kell 12.30›', ['date', '2012-12-12T12:30']],
    ['‹44 eKr›', ['date', '-0043']],
    [
      'on ‹16.10.› sündinud, kehtib ‹21.06.–23.09.› ja ‹24.10-22.11›',
      ['date', 'XXXX-10-16'],
      ['date', 'XXXX-06-21/XXXX-09-23'],
      ['date', 'XXXX-10-24/XXXX-11-22'],
    ],
    [
      'on ‹24. ja 25.07.› sündinud, ‹18.–21.06.› ja ‹15-17.04.› tuli',
      ['date', 'XXXX-07-24/XXXX-07-25'],
      ['date', 'XXXX-06-18/XXXX-06-21'],
      ['date', 'XXXX-04-15/XXXX-04-17'],
    ],
    [
      'maksab ‹2.10›. Hind on ‹7.90-8.50 krooni›, ‹joonis 3.12›. näitab',
      ['cardinal', 2.1],
      ['money', sum([7.9, 8.5], 'EEK')],
      ['identifier', 'joonis 3.12'],
    ],
    ['hoiatas ‹neljapäeval›', ['date', 'neljapäeval']],
    [
      'teatas ‹sel nädalal›, ‹möödunud aastal›, ‹mullu›',
      ['date', 'sel nädalal'],
      ['date', 'möödunud aastal'],
      ['date', 'mullu'],
    ],
    ['‹kaks päeva tagasi›', ['date', 'kaks päeva tagasi']],
    [
      'kell ‹5›, kell ‹17:45›, kell ‹pool kaheksa›',
      ['time', '05:00'],
      ['time', '17:45'],
      ['time', '07:30'],
    ],
    [
      '‹pool kuus›, ‹kolmveerand kuus›, kell ‹veerand kuus›, kella ‹poole kuueks›',
      ['time', '05:30'],
      ['time', '05:45'],
      ['time', '05:15'],
      ['time', '05:30'],
    ],
    [
      'kell ‹kümme õhtul›, kell ‹7.30 hommikul›, kell ‹11 päeval›, kell ‹kolm öösel›, kella ‹17ks›',
      ['time', '22:00'],
      ['time', '07:30'],
      ['time', '11:00'],
      ['time', '03:00'],
      ['time', '17:00'],
    ],
    ['kella ‹poole kuue› ajal, ‹kolmveerand üheksa› paiku', ['time', '05:30'], ['time', '08:45']],
    [
      'kell ‹20.00›–‹23.00›, kell ‹10›–‹12›, ‹20.00–23.00 krooni›',
      ['time', '20:00'],
      ['time', '23:00'],
      ['time', '10:00'],
      ['time', '12:00'],
      ['money', sum([20, 23], 'EEK')],
    ],
    [
      'igal pool ‹kuus› meest, jagas poole ‹kuueks› osaks, Eesti ‹pool› ‹kaks› võitu',
      ['cardinal', 6, { of: 'meest' }],
      ['cardinal', 6, { of: 'osaks' }],
      ['cardinal', 0.5],
      ['cardinal', 2, { of: 'võitu' }],
    ],
  ]);
});

describe('Estonian names that hold digits', () => {
  expectNumbers('et', [
    ['‹artikli 5› ‹lõige 2›', ['identifier', 'artikli 5'], ['identifier', 'lõige 2']],
    [
      '‹lk 5›, ‹nr 7›, ‹Su-24M›',
      ['identifier', 'lk 5'],
      ['identifier', 'nr 7'],
      ['identifier', 'Su-24M'],
    ],
    ['Narva ‹mnt 5›, ‹10115› Tallinn', ['identifier', 'mnt 5'], ['identifier', '10115']],
    ['Mulleri (‹1988›) ‹1965-1975. aasta› katsed', ['date', '1988'], ['date', '1965/1975']],
    ['‹75ndat› aastapäeva, ‹70%lise› hõlmatuseni', ['ordinal', 75], ['percent', 70]],
    ['tel ‹612 3456›', ['phone', '6123456']],
  ]);
});
