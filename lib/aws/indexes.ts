/**
 * The table's indexes and their keys, named once for the adapters and for CDK. Not what is filed under them: `keys.ts`.
 * `work`: worklists. `people`: a person's own cases. `dates`: what time will ask about, spread over shards.
 */
export const INDEXES = ['work', 'people', 'dates'] as const;
export type Index = (typeof INDEXES)[number];

/** The attributes that are an index's keys. An item without them is not in it. */
export const keyNames = (index: Index): { pk: string; sk: string } => ({ pk: `${index}Pk`, sk: `${index}Sk` });

/** What every index carries beside its keys: the one-line summary, so that no list reads a whole case. */
export const PROJECTED = ['summary'];
