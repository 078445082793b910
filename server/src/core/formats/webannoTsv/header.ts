/** One column behind the words. */
export interface Column {
  /**
   * `feature`: values; `role`: names of the links of a slot; `filler`: what
   * these lead to; `source`: where relations come from; `none`: `*` alone,
   * where a layer has no features.
   */
  readonly kind: 'feature' | 'role' | 'filler' | 'source' | 'none';
  /** The feature; of a filler and a source the layer that it belongs to. */
  readonly name: string;
}

/** A layer that the head of a file declares. */
export interface Layer {
  readonly kind: 'span' | 'relation' | 'chain';
  /** The type's full name. */
  readonly name: string;
  /** The name without its package. */
  readonly short: string;
  readonly columns: readonly Column[];
}

const kinds: ReadonlyMap<string, Layer['kind']> = new Map([
  ['#T_SP=', 'span'],
  ['#T_RL=', 'relation'],
  ['#T_CH=', 'chain'],
]);

/** The layer that a line declares, or null where it declares none. */
export function layerFrom(line: string): Layer | null {
  const kind = kinds.get(line.slice(0, 6));
  const [name, ...parts] = line.slice(6).split('|');
  if (kind === undefined || name === '') return null;
  const short = name.slice(name.lastIndexOf('.') + 1) || name;
  return { kind, name, short, columns: columnsOf(kind, parts) };
}

function columnsOf(kind: Layer['kind'], parts: readonly string[]): Column[] {
  const columns: Column[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (kind === 'span' && part.startsWith('ROLE_')) {
      columns.push({ kind: 'role', name: slotName(part) });
      at++;
      columns.push({ kind: 'filler', name: parts[at] ?? '' });
    } else if (kind === 'relation' && part.startsWith('BT_')) {
      columns.push({ kind: 'source', name: part.slice(3) });
    } else if (part !== '') columns.push({ kind: 'feature', name: part });
  }
  if (columns.length === 0) columns.push({ kind: 'none', name: '' });
  return columns;
}

/** The feature `links` of `ROLE_custom.Host:links_custom.HostLinksLink`. */
function slotName(part: string): string {
  const tail = part.slice(part.indexOf(':') + 1);
  const dot = tail.indexOf('.');
  // The feature's name and the package of the links' type meet at the last `_` before the dot.
  const end = tail.slice(0, dot < 0 ? tail.length : dot).lastIndexOf('_');
  return end < 1 ? tail : tail.slice(0, end);
}

/** Features that say what an annotation is, the first that a layer has. */
const mainFeatures = [
  'value',
  'label',
  'PosValue',
  'DependencyType',
  'chunkValue',
  'referenceType',
  'category',
  'morphTag',
];

/** Layers whose values are words, so that they would make a label of every word. */
const ofWords = new Set(['Lemma', 'Stem', 'SurfaceForm']);

/** The feature whose value is the label; undefined where the layer's name is. */
export function mainFeature({ short, columns }: Layer): string | undefined {
  if (ofWords.has(short)) return undefined;
  const features = new Set(columns.flatMap(({ kind, name }) => (kind === 'feature' ? [name] : [])));
  return mainFeatures.find((name) => features.has(name));
}
