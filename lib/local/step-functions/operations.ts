/** What every operation of the API is given and gives back. The operations themselves are in the three files beside this one. */
import type { Engine } from './engine.ts';
import type { Fields } from './fields.ts';
import type { Machines } from './machines.ts';
import type { Store } from './store.ts';

export type Parts = {
  readonly machines: Machines;
  readonly engine: Engine;
  readonly store: Store;
  readonly now: () => number;
};

export type Operation = (parts: Parts, fields: Fields) => Promise<object>;
export type Operations = Readonly<Record<string, Operation>>;
