/** The form that occurs most; of several the first met. */
export function usualForm(forms: ReadonlyMap<string, number>): string {
  let usual = '';
  let most = 0;
  for (const [form, count] of forms) if (count > most) [usual, most] = [form, count];
  return usual;
}

/** Whether the words hold letters and none of them is lower case. */
export function inCapitals(words: string): boolean {
  return words === words.toUpperCase() && words !== words.toLowerCase();
}

/** Whether a form is a short form: two to seven letters, all of them capitals, that are no Roman number. */
export function isShortForm(form: string): boolean {
  return (
    form.length < 8 &&
    form[1] !== form[1]?.toLowerCase() &&
    /^\p{Lu}{2,7}$/u.test(form) &&
    !/^[IVXLC]+$/.test(form)
  );
}
