/**
 * The way to a case: loads the one in a page's path, and says whether this actor may see it. Who opens it is noted. Not the pages, nor
 * what is done there. Given to the application by `main-site.ts`; a function whose site has no such door may reach no case.
 */
import { configurationOf } from '../../lib/app/configuration.ts';
import { configurations } from '../../lib/aws/configurations.ts';
import { toIsoDate } from '../../lib/domain/calendar.ts';
import type { Case } from '../../lib/domain/case.ts';
import { CaseId } from '../../lib/domain/case-id.ts';
import { may, subjectOf } from '../../lib/domain/permission.ts';
import { actPorts } from '../ports.ts';
import { noteRead } from './note-read.ts';
import type { CaseVisit, Page, SignedInVisit } from './page.ts';
import { readerFromFacts, readerOf, readingClasses } from './reader.ts';

/** Opens a case for one page: `absent` where there is none that this actor may know of, `forbidden` where this page of it is not theirs. */
export type CaseDoor = (
  visit: SignedInVisit,
  page: Extract<Page, { kind: 'case' }>,
) => Promise<CaseVisit | 'absent' | 'forbidden'>;

/** Whoever began without an account is called by the name they have told us since, and signs with it. */
const byTheirName = (visit: SignedInVisit, { person }: Case): SignedInVisit => {
  const { actor, frame } = visit;
  if (actor.id !== person.id || actor.name === person.name) return visit;
  const { name } = person;
  return { ...visit, actor: { ...actor, name }, frame: { ...frame, ...(frame.actor && { actor: { ...frame.actor, name } }) } };
};

/** How this reader reads a case: as they chose on this device; where they never have, as the person's own profile asks. */
const readingOf = (visit: SignedInVisit, state: Case) => {
  const own = visit.actor.id === state.person.id;
  const reading = own ? readerOf(visit.c, readerFromFacts(state.facts)) : visit.reading;
  const { easy, language } = reading;
  return { ...visit, reading, frame: { ...visit.frame, look: readingClasses(reading) }, reader: { easy, language, about: !own } };
};

/** The visit to the case in the path, or nothing: a case that is absent and one that is not theirs look the same. */
export const caseDoor: CaseDoor = async (visit, page) => {
  const caseId = visit.c.req.param('caseId') ?? '';
  const stored = CaseId.safeParse(caseId).success ? await actPorts.cases.load(caseId) : undefined;
  const subject = stored && subjectOf(stored.case, toIsoDate(visit.now));
  // Whoever helps with a part may see that part and nothing else of the case, not even that there is more.
  if (!stored || !subject || !(may(visit.actor, 'view-case', subject) || may(visit.actor, page.who, subject))) return 'absent';
  if (!may(visit.actor, page.who, subject)) return 'forbidden';
  const published = await configurations.version(stored.case.configuration);
  if (!published) throw new Error(`configuration ${stored.case.configuration} is gone`);
  const found: CaseVisit = {
    ...readingOf(byTheirName(visit, stored.case), stored.case),
    case: stored.case,
    configuration: configurationOf(published.bundle, stored.case.pathway),
    subject,
  };
  await noteRead(found);
  return found;
};
