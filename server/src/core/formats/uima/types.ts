const CORE = 'de.tudarmstadt.ukp.dkpro.core.api';

export const SOFA = 'uima.cas.Sofa';
export const ANNOTATION = 'uima.tcas.Annotation';
export const DOCUMENT = 'uima.tcas.DocumentAnnotation';
export const DOCUMENT_META_DATA = `${CORE}.metadata.type.DocumentMetaData`;
/** A key with a value over a stretch of the text; every INCEpTION project knows the type, and none shows it. */
export const FIELD = `${CORE}.metadata.type.MetaDataStringField`;
export const SENTENCE = `${CORE}.segmentation.type.Sentence`;
export const TOKEN = `${CORE}.segmentation.type.Token`;
export const NAMED_ENTITY = `${CORE}.ner.type.NamedEntity`;
/** What INCEpTION calls a relation layer of the name “Relation” that a project makes. */
export const RELATION = 'webanno.custom.Relation';

export const INITIAL_VIEW = '_InitialView';

/** Feature structures that say how a project is set up, or where words and sentences are: nothing is lost with them. */
export const bookkeeping: readonly string[] = [
  DOCUMENT,
  DOCUMENT_META_DATA,
  SENTENCE,
  TOKEN,
  `${CORE}.metadata.type.TagsetDescription`,
  `${CORE}.metadata.type.TagDescription`,
  'de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata',
  'de.tudarmstadt.ukp.clarin.webanno.api.type.LayerDefinition',
  'de.tudarmstadt.ukp.clarin.webanno.api.type.FeatureDefinition',
];

/** Types whose `value` is a text of any kind and no category. */
export const ofFreeText: ReadonlySet<string> = new Set(
  ['Lemma', 'Stem', 'SurfaceForm', 'TokenForm']
    .map((name) => `${CORE}.segmentation.type.${name}`)
    .concat(`${CORE}.lexmorph.type.morph.MorphologicalFeatures`),
);

/** Features that hold an annotation's category, the likeliest first. */
export const categories: readonly string[] = [
  'value',
  'label',
  'PosValue',
  'chunkValue',
  'constituentType',
  'DependencyType',
  'category',
];

/** Pairs of features that lead from one annotation to another. */
export const ends: readonly (readonly [from: string, to: string])[] = [
  ['Governor', 'Dependent'],
  ['source', 'target'],
  ['from', 'to'],
];

/** The name behind a type's last dot. */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/** The types that a file declares: those that its text needs. */
export function declared(withRelations: boolean): Readonly<Record<string, unknown>> {
  const strings = (...names: string[]) => names.map((name): [string, string] => [name, 'String']);
  const types = [
    declaration(DOCUMENT_META_DATA, DOCUMENT, [
      ...strings('documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri'),
      ['isLastSegment', 'Boolean'],
    ]),
    declaration(FIELD, ANNOTATION, strings('key', 'value')),
    declaration(SENTENCE, ANNOTATION, strings('id')),
    declaration(TOKEN, ANNOTATION, strings('id')),
    declaration(NAMED_ENTITY, ANNOTATION, strings('value', 'identifier')),
  ];
  if (withRelations) {
    const between = {
      Governor: feature('Governor', NAMED_ENTITY),
      Dependent: feature('Dependent', NAMED_ENTITY),
    };
    const relation = declaration(RELATION, ANNOTATION, strings('label'));
    types.push({ ...relation, ...between });
  }
  return Object.fromEntries(types.map((type) => [type['%NAME'], type]));
}

function declaration(
  name: string,
  superType: string,
  features: readonly (readonly [name: string, range: string])[],
): { readonly '%NAME': string; readonly '%SUPER_TYPE': string } {
  const own = features.map(([key, range]) => [key, feature(key, `uima.cas.${range}`)]);
  return { '%NAME': name, '%SUPER_TYPE': superType, ...Object.fromEntries(own) };
}

function feature(name: string, range: string) {
  return { '%NAME': name, '%RANGE': range };
}
