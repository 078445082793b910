import type { AttributeValue } from '../../tags/model.ts';

/**
 * The texts that an `annotation.conf` lists as values of an attribute, by its
 * name. brat's values have no types: a value that is listed is a text, another
 * one that looks like a number, `true` or `false` is that.
 */
export type ListedValues = ReadonlyMap<string, ReadonlySet<string>>;

/** The value of an attribute from what its line says; nothing stands for true. */
export function valueFrom(
  said: string | undefined,
  listed: ReadonlySet<string> | undefined,
): AttributeValue {
  if (said === undefined) return true;
  return listed?.has(said) ? said : typed(said);
}

function typed(said: string): AttributeValue {
  if (said === 'true' || said === 'false') return said === 'true';
  const number = Number(said);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER && String(number) === said ? number : said;
}

/** Whether a name can stand in a configuration as it is; brat itself knows letters, digits, `_` and `-` only. */
export function canBeNamed(name: string): boolean {
  return /^[^\s\p{Cc}|,!#[<-][^\s\p{Cc}|,]*$/u.test(name);
}

/** Whether a text can be among the values that an `annotation.conf` lists. */
export function canBeListed(value: string): boolean {
  return /^[^\s\p{Cc},|]+$/u.test(value);
}
