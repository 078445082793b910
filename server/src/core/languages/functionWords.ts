/**
 * Very frequent lower-case function words of every language, by its BCP 47
 * code, the default language first: a text is in the language whose words
 * occur most. Every session has these; the rest of what is known of a language
 * is loaded when a text is in it.
 */
export const functionWords = {
  en: `the of and to in a is that for it as was with be by on not he i this are or his from at
    which but have an had they you were there one all we her she would their my who will its
    if has him what when more no out up so them some how why where after before while although
    however during since then these those your our in also here let did do does can could
    should may might another both each many most once such it's that's there's i'm he's she's
    we're they're`.split(/\s+/),
  et: `ja on ei et oli see ta ka kui mis oma aga või siis ning mida nii veel seda selle kes tema
    nad olid ole pole ma me mitte üle nagu kuid olen sest vaid juba kõik ise saab välja selles
    tuleb võib olnud need pärast sellest neid nende minu mu sa te teie meie üks ainult enne
    kas kus kuni lisaks samuti siin seal seejuures mul tal sel siiski kuna kuidas miks millal
    praegu hiljem eile täna homme`.split(/\s+/),
  ru: `и в не на что с он как это по но из у за к от для о же бы так то было его все она мы они
    был я вы была были быть еще ещё уже или если только до при также чтобы когда который
    которая которые этого этом этот эта эти их её ее ему после над под без через между где там
    здесь есть нет ли во со об`.split(/\s+/),
};

/** The code of a language that there are rules for. */
export type LanguageCode = keyof typeof functionWords;

/** Every language's code, the default first. */
export const languageCodes = Object.keys(functionWords) as LanguageCode[];

/** The language that a BCP 47 tag is of (its primary subtag counts), or undefined: `en` for `en-GB`. */
export function languageCodeOf(tag: string): LanguageCode | undefined {
  const primary = tag.toLowerCase().split('-')[0];
  return languageCodes.find((code) => code === primary);
}
