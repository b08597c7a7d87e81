/**
 * What somebody who does not hold the pen would change in a plan, and what came of it. A proposal changes nothing by itself: whoever leads
 * takes it up or says why not.
 */
import type { EventOf, Signed } from './event.ts';

export type Proposal = {
  readonly number: number;
  /** The line or part it is about, as it stood; empty for the whole plan. */
  readonly about: string;
  readonly words: string;
  readonly by: Signed;
  readonly at: string;
  readonly settled?: (Signed & { readonly at: string; readonly taken: boolean; readonly words: string }) | undefined;
};

export const LONGEST_PROPOSAL = 1000;
/** The most that wait for an answer at once. */
export const MOST_PROPOSALS = 10;
/** Those settled long ago are in the events alone. */
const KEPT_SETTLED = 5;

export const isWaiting = ({ settled }: Proposal): boolean => settled === undefined;
export const nextProposal = (proposals: readonly Proposal[]): number => (proposals.at(-1)?.number ?? 0) + 1;

export const proposalsAfter = (
  proposals: readonly Proposal[],
  event: EventOf<'ChangeProposed' | 'ProposalSettled'>,
): readonly Proposal[] => {
  if (event.type === 'ChangeProposed') return [...proposals, event.proposal];
  const { number, taken, words, at, by } = event;
  const settled = { id: by.id, name: by.name, at, taken, words };
  const all = proposals.map((each) => (each.number === number ? { ...each, settled } : each));
  const last = all.at(-1)?.number;
  const old = all.filter((each) => !isWaiting(each) && each.number !== last).slice(0, -KEPT_SETTLED);
  return all.filter((each) => !old.includes(each));
};
