/**
 * Loaded into a process before its program (`node --import`): at every look at
 * the clock it has been set anew, by up to twenty years either way. Timers,
 * which count real time, go on as ever.
 */
const Steady = Date;
const TWENTY_YEARS = 20 * 365.25 * 24 * 3600 * 1000;

function jumped(): number {
  return Steady.now() + (Math.random() * 2 - 1) * TWENTY_YEARS;
}

globalThis.Date = new Proxy(Steady, {
  construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [jumped()]),
  get: (target, key) => (key === 'now' ? () => Math.floor(jumped()) : Reflect.get(target, key)),
});
