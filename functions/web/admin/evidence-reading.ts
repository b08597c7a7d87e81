/** What the pages of evidence rest on: what cases taught, what is live, what uses what, and what could go. Nothing is changed here. */

import type { Bundle } from '../../../lib/app/configuration.ts';
import { type Documents, documentsFaults, readRoom } from '../../../lib/app/configuring/documents.ts';
import type { Gathered } from '../../../lib/app/configuring/gather.ts';
import { type LookAgain, lookAgain } from '../../../lib/app/configuring/look-again.ts';
import { apply, isCannot, type Operation } from '../../../lib/app/configuring/operation.ts';
import { type Proposal, proposals } from '../../../lib/app/configuring/proposals.ts';
import { type Uses, usesOf } from '../../../lib/app/configuring/uses.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { SignedInVisit } from '../page.ts';
import { ports } from './draft-page.tsx';
import { whatCasesTeach } from './what-cases-teach.ts';

export type Learnt = {
  readonly bundle: Bundle;
  readonly gathered: Gathered;
  readonly uses: Uses;
  readonly proposals: readonly Proposal[];
  readonly due: readonly LookAgain[];
};

/** Whether what is live could still be published after these, done in this order. */
export const lawfulIn =
  (documents: Documents) =>
  (operations: readonly Operation[]): boolean => {
    const after = operations.reduce<Documents | undefined>((before, operation) => {
      const next = before && apply(before, operation);
      return next === undefined || isCannot(next) ? undefined : next;
    }, documents);
    return after !== undefined && documentsFaults(after).length === 0;
  };

type Known = Pick<Learnt, 'uses' | 'proposals'>;
/** Every proposal is checked against the law, which takes a while: done once for one version and one look at the cases. */
let held: { readonly key: string; readonly known: Known } | undefined;

const knownOf = (bundle: Bundle, documents: Documents, gathered: Gathered): Known => {
  const key = `${bundle.version} ${gathered.at}`;
  if (held?.key === key) return held.known;
  const uses = usesOf(bundle, readRoom(documents, 'duties').values);
  const { evidence } = gathered;
  const known = { uses, proposals: proposals({ bundle, uses, evidence, lawful: lawfulIn(documents) }) };
  held = { key, known };
  return known;
};

export const learnt = async ({ bundle, now }: SignedInVisit): Promise<Learnt> => {
  const [gathered, documents, records] = await Promise.all([
    whatCasesTeach(),
    ports.publications.documents(bundle.version),
    ports.publications.newest(100),
  ]);
  const at = records.find(({ version }) => version === bundle.version)?.at;
  const due = lookAgain(bundle, { today: toIsoDate(now), ...(at && { publishedOn: toIsoDate(new Date(at)) }) });
  return { bundle, gathered, due, ...knownOf(bundle, documents ?? {}, gathered) };
};
