/** How long tokens, sentences and the full analysis take: in S, beside peers, and from 1 to 10 MB. */

import { unifiedByBlocks, unifiedWhole, winkTokensSentencesEntities } from './peers.ts';
import { bareScan, timesOf } from './reference.ts';
import type { Figure } from './report.ts';
import { analyse, chunkwise, tokensAndSentences } from './tasks.ts';
import { seedLikeText } from './text.ts';

export function measureSpeed(): Figure[] {
  const small = seedLikeText(1_000_000);
  const [scan, tokens, byChunks, full, blocks, whole, wink] = timesOf([
    () => bareScan(small),
    () => tokensAndSentences(small),
    () => chunkwise(small),
    () => analyse(small),
    () => unifiedByBlocks(small),
    () => unifiedWhole(small),
    () => winkTokensSentencesEntities(small),
  ]);
  const large = seedLikeText(10_000_000);
  const [largeByChunks, largeFull] = timesOf([() => chunkwise(large), () => analyse(large)], 5);
  const inScans = (time: number) => ({ value: time / scan, unit: '× S' });
  const times = (value: number) => ({ value, unit: '×' });
  return [
    { what: 'S, the bare scan of 1 MB', value: scan, unit: 'ms' },
    { what: 'tokens + sentences, whole', ...inScans(tokens) },
    { what: 'tokens + sentences, chunk by chunk', ...inScans(byChunks), atMost: 2.5 },
    {
      what: '… faster than unified + retext-english by blocks',
      ...times(blocks / byChunks),
      atLeast: 10,
    },
    { what: 'full analysis', ...inScans(full), atMost: 4 },
    { what: '… faster than wink-nlp tokens + sbd + ner', ...times(wink / full), atLeast: 10 },
    { what: '… faster than unified + retext-english, whole', ...times(whole / full), atLeast: 15 },
    { what: 'tokens + sentences, from 1 to 10 MB', ...times(largeByChunks / byChunks), atMost: 11 },
    { what: 'full analysis, from 1 to 10 MB', ...times(largeFull / full), atMost: 11 },
  ];
}
