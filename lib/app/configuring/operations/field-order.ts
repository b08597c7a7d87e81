/**
 * Changing fields of something that was written by hand without moving the others: an export then differs only where something was
 * changed. Not what may be in them (the schemas of `lib/domain`).
 */

/** Fields to set, `null` or `undefined` for those to leave out. */
type Fields<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

const placeFor = (entries: readonly (readonly [string, unknown])[], name: string, order: readonly string[]): number => {
  const own = order.indexOf(name);
  if (own < 0) return entries.length;
  const after = entries.findLastIndex(([each]) => order.indexOf(each) >= 0 && order.indexOf(each) < own);
  return after + 1;
};

/**
 * `thing` with `fields` set: those it has keep their place, new ones come where `order` has them, and at the end otherwise.
 * @example withFields({ id: 'a', outcomes: {} }, { title: 'A' }, ['id', 'title', 'outcomes']) // { id: 'a', title: 'A', outcomes: {} }
 */
export const withFields = <T extends object>(thing: T, fields: Fields<T>, order: readonly string[]): T => {
  const entries: [string, unknown][] = Object.entries(thing);
  for (const [name, value] of Object.entries(fields)) {
    const at = entries.findIndex(([each]) => each === name);
    const gone = value === undefined || value === null;
    if (at >= 0) entries.splice(at, 1, ...(gone ? [] : [[name, value] as [string, unknown]]));
    else if (!gone) entries.splice(placeFor(entries, name, order), 0, [name, value]);
  }
  return Object.fromEntries(entries) as T;
};

/** A list with `one` put in before place `at`; past its end, at the end. */
export const putIn = <T>(list: readonly T[], at: number | undefined, one: T): T[] => list.toSpliced(at ?? list.length, 0, one);

/** The list without the one at `at`. */
export const takenOut = <T>(list: readonly T[], at: number): T[] => list.toSpliced(at, 1);
