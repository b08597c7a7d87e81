/**
 * What differs between two documents, place by place: things with an id are followed by their id, however they are laid out. It knows
 * nothing of what the places mean; that is `difference-kind.ts` and `difference.ts`.
 */

/** One place that differs: names and ids from the document inwards. A side without the place is `undefined`. */
export type Changed = { readonly path: readonly string[]; readonly from: unknown; readonly to: unknown };

/** What a path ends in where things stand in another order than before. */
export const ORDER = '(order)';

/** Deeper than any document of ours; what lies deeper is compared as a whole. */
const DEEPEST = 40;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What things in a list are called by, in this order of preference. */
const NAMES = ['id', 'q', 'route', 'year'] as const;
const nameOf = (thing: unknown): string | undefined => {
  if (!isFields(thing)) return undefined;
  const name = NAMES.find((each) => typeof thing[each] === 'string');
  return name && String(thing[name]);
};

/** The things of a list by name, in order; nothing where they have none, or two have the same. Guidance is called by its place among guidance. */
const byName = (list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined => {
  const named = new Map<string, unknown>();
  let guidance = 0;
  for (const thing of list) {
    const name = isFields(thing) && thing.show === 'guidance' ? `guidance ${++guidance}` : nameOf(thing);
    if (name === undefined || named.has(name)) return undefined;
    named.set(name, thing);
  }
  return named;
};

const eachOf = (before: Fields, after: Fields, path: readonly string[]): Changed[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [from, to] = [before, after].map((side) => (Object.hasOwn(side, name) ? side[name] : undefined));
    return at([...path, name], from, to);
  });

const inLists = (before: readonly unknown[], after: readonly unknown[], path: readonly string[]): Changed[] => {
  const [was, is] = [byName(before), byName(after)];
  if (was && is && was.size + is.size > 0) {
    const names = [...new Set([...was.keys(), ...is.keys()])];
    const stayed = [[...was.keys()].filter((name) => is.has(name)), [...is.keys()].filter((name) => was.has(name))] as const;
    const moved = stayed[0].some((name, place) => name !== stayed[1][place]);
    return [
      ...names.flatMap((name) => at([...path, name], was.get(name), is.get(name))),
      ...(moved ? [{ path: [...path, ORDER], from: stayed[0], to: stayed[1] }] : []),
    ];
  }
  if (before.length === after.length) return before.flatMap((from, place) => at([...path, String(place)], from, after[place]));
  return [{ path, from: before, to: after }];
};

const at = (path: readonly string[], from: unknown, to: unknown): Changed[] => {
  if (from === to) return [];
  if (path.length > DEEPEST) return [{ path, from, to }];
  if (Array.isArray(from) && Array.isArray(to)) return inLists(from, to, path);
  return isFields(from) && isFields(to) ? eachOf(from, to, path) : [{ path, from, to }];
};

/**
 * Every place that differs; an empty list where the two say the same. The order of fields counts for nothing, that of lists does.
 * @example changesIn({ stages: [{ id: 'check', who: 'approver' }] }, { stages: [] }) // one: path ['stages', 'check'], to undefined
 */
export const changesIn = (before: unknown, after: unknown): Changed[] => at([], before, after);
