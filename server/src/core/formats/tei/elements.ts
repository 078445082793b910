/** Elements that are a label of ours as they are. */
const labels: Readonly<Record<string, string>> = {
  persName: 'PER',
  orgName: 'ORG',
  placeName: 'LOC',
  geogName: 'LOC',
  name: 'MISC',
  term: 'TERM',
  date: 'DATE',
  time: 'TIME',
  num: 'NUM',
  measure: 'MEASURE',
};

/** What the types of `name` and `rs` are mostly called. */
const nameTypes: Readonly<Record<string, string>> = {
  person: 'PER',
  pers: 'PER',
  place: 'LOC',
  geog: 'LOC',
  org: 'ORG',
  organisation: 'ORG',
  organization: 'ORG',
};

/** Elements that name a thing more closely; their label is their name in capitals. */
const closerNames = new Set(
  'country settlement region district bloc forename surname roleName addName genName objectName eventName'.split(
    ' ',
  ),
);

const elementsByLabel = new Map(
  Object.entries(labels)
    .filter(([name]) => name !== 'geogName')
    .map(([name, label]) => [label, name]),
);

/** Elements that TEI lets name an entity, by `ref` or `key`. */
const namesOfEntities = new Set(['persName', 'orgName', 'placeName', 'name']);

/**
 * How a label is written: an element, with a type where the element does not say it.
 * @param linked whether it is to name an entity
 */
export function elementFor(
  label: string,
  linked: boolean,
): { readonly name: string; readonly type?: string } {
  const name = elementsByLabel.get(label);
  if (name !== undefined && (!linked || namesOfEntities.has(name))) return { name };
  return { name: linked ? 'rs' : 'seg', type: label };
}

/**
 * The label of an element in the text, and whether its type is in it; null for
 * an element that marks no tag.
 * @param own whether this program wrote the file
 */
export function labelOf(
  name: string,
  type: string | undefined,
  analysis: string | undefined,
  own: boolean,
): { readonly label: string; readonly byType: boolean } | null {
  if (name === 'name' || name === 'rs') {
    if (type === undefined) return { label: 'MISC', byType: false };
    const common = own ? '' : type.toLowerCase();
    return { label: Object.hasOwn(nameTypes, common) ? nameTypes[common] : type, byType: true };
  }
  if (name === 'seg') {
    if (type !== undefined) return { label: type, byType: true };
    const first = analysis?.split(/\s+/)[0]?.replace(/^.*#/, '');
    return first ? { label: first, byType: false } : null;
  }
  if (Object.hasOwn(labels, name)) return { label: labels[name], byType: false };
  return closerNames.has(name) ? { label: name.toUpperCase(), byType: false } : null;
}

/** Elements that begin and end a line. */
export const blocks = new Set(
  (
    'text body front back group floatingText div div0 div1 div2 div3 div4 div5 div6 div7 p head ab lg l ' +
    'list item label table row sp speaker stage opener closer dateline salute signed byline trailer ' +
    'argument epigraph titlePage docTitle titlePart docAuthor docEdition docImprint docDate imprimatur ' +
    'castList castItem castGroup set prologue epilogue u listBibl postscript address addrLine figure entry'
  ).split(' '),
);

/** Elements that say nothing of their text which a sidecar could hold. */
export const plain = new Set(['choice', 'app', 'rdgGrp', 'subst', 'anchor', 'c', 'cell']);

/** Elements whose content is no text of the document. */
export const leftOut = new Set(
  (
    'teiHeader figDesc fw del gap index certainty precision respons interp interpGrp link linkGrp join ' +
    'joinGrp alt altGrp timeline graphic media ptr notatedMusic listEvent'
  ).split(' '),
);

/** Elements that are read elsewhere: stand-off markup, records of entities. */
export const apart = new Set(
  'fs fLib fvLib span spanGrp standOff listPerson listPlace listOrg listRelation listAnnotation listNym'.split(
    ' ',
  ),
);
