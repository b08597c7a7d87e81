/**
 * Notes that somebody opened a page of a case, so that the person can see who has looked (I-17). Called for every page of a case, by
 * `case-door.ts`; the person's own visits are not noted. It never keeps a page from anybody.
 */
import { reads } from '../../lib/aws/reads.ts';
import { toIsoDate } from '../../lib/domain/calendar.ts';
import { rolesOn } from '../../lib/domain/permission.ts';
import type { CaseVisit } from './page.ts';

type Looked = Pick<CaseVisit, 'actor' | 'case' | 'subject' | 'now'>;

export const noteRead = async ({ actor, case: state, subject, now }: Looked): Promise<void> => {
  const [role] = rolesOn(actor, subject);
  if (!role || role === 'person') return;
  const by = { id: actor.id, name: actor.name };
  await reads.note({ caseId: state.id, by, role, on: toIsoDate(now), at: now.toISOString() });
};
