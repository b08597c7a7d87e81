/**
 * A pure function that keeps what it made of the same things. While somebody edits a draft, all but one or two of its documents are the
 * very same as a moment ago, and what they were found to be has not changed. Kept for no longer than the things themselves.
 */

type Node<T> = { readonly next: WeakMap<object, Node<T>>; made?: { readonly value: T } };

const node = <T>(): Node<T> => ({ next: new WeakMap() });

/** Stands for what is left out, which could not be looked up. */
export const NOTHING: object = Object.freeze({});

/** `make`, asked once for each list of the very same things, in that order. They must not be changed afterwards. */
export const remembered = <K extends readonly object[], T>(make: (...key: K) => T): ((...key: K) => T) => {
  const root = node<T>();
  return (...key) => {
    let at = root;
    for (const each of key) {
      const known = at.next.get(each) ?? node<T>();
      at.next.set(each, known);
      at = known;
    }
    at.made ??= { value: make(...key) };
    return at.made.value;
  };
};

const ofAll = (lists: readonly (readonly object[])[]): object[] => lists.flatMap((list) => [...list, NOTHING]);

/** The same for several lists at once: kept for as long as the very same things are in each. */
export const rememberedLists = <A extends readonly (readonly object[])[], T>(make: (...lists: A) => T): ((...lists: A) => T) => {
  let asked: A | undefined;
  const made = remembered(() => make(...(asked as A)));
  return (...lists) => {
    asked = lists;
    return (made as (...key: readonly object[]) => T)(...ofAll(lists));
  };
};
