/**
 * From a visit to a case to the people it plans together with: which they are, who acts for whom there, what one has told us that another
 * may use, and asking for a change. Pages only read what was typed and draw.
 */
import { createHash } from 'node:crypto';
import { actHousehold, type HouseholdPorts } from '../../lib/app/act-household.ts';
import { configurationOf } from '../../lib/app/configuration.ts';
import { tellSharers } from '../../lib/app/tell-sharers.ts';
import { clock } from '../../lib/aws/clock.ts';
import { configurations } from '../../lib/aws/configurations.ts';
import { households } from '../../lib/aws/households.ts';
import { isTalk, type Value } from '../../lib/domain/answer.ts';
import { toIsoDate } from '../../lib/domain/calendar.ts';
import { CaseId } from '../../lib/domain/case-id.ts';
import { grantOf } from '../../lib/domain/circle.ts';
import { statementOf } from '../../lib/domain/fact.ts';
import { asksOf, sectionsOf } from '../../lib/domain/form.ts';
import { type Household, isIn, memberOf, membersIn, type NewMember } from '../../lib/domain/household.ts';
import type { HouseholdCommand } from '../../lib/domain/household-command.ts';
import type { Acting } from '../../lib/domain/household-setting.ts';
import { openForms } from '../../lib/domain/open-forms.ts';
import { may, roleFor, subjectOf } from '../../lib/domain/permission.ts';
import type { Question } from '../../lib/domain/question.ts';
import { kindOf } from '../../lib/domain/stage.ts';
import { webPorts } from './act-ports.ts';
import { ForbiddenPage } from './kit/error-pages.tsx';
import type { FieldErrors } from './kit/error-summary.tsx';
import type { Html } from './kit/html.ts';
import { type Answer, type CaseVisit, goTo, show, type Typed } from './page.ts';
import { settle } from './settle.tsx';

const ports: HouseholdPorts = { households, clock };

/** Who acts here, and for which member: on their own case the person, else whoever acts for them or works with them. */
export const actingOn = ({ actor, subject, case: state, now }: CaseVisit): Acting | undefined => {
  const role = roleFor(actor, 'raise-challenge', subject) ?? roleFor(actor, 'view-case', subject);
  if (!role) return undefined;
  const as = grantOf(state.circle, actor.id, toIsoDate(now))?.as;
  return { by: { id: actor.id, name: actor.name }, role, caseId: state.id, ...(as && { as }) };
};

/** The households this case is asked to be or is a member of. */
export const householdsOf = async ({ case: { id } }: Pick<CaseVisit, 'case'>): Promise<Household[]> => {
  const stored = await Promise.all((await households.ofCase(id)).map((each) => households.load(each)));
  return stored.flatMap((each) => (each && memberOf(each.household, id) ? [each.household] : []));
};

/** One of them by its id; `undefined` for any that this case is not in, whether or not there is one. */
export const householdFor = async (visit: Pick<CaseVisit, 'case'>, id: string): Promise<Household | undefined> =>
  (await householdsOf(visit)).find((household) => household.id === id);

/** Questions that people who live or plan together would answer with the same words: about the home, and nothing about a body or money. */
export const SHARED_QUESTIONS: readonly string[] = ['about.address'];

export type SharedFact = {
  readonly question: Question;
  readonly value: Value;
  readonly from: { readonly caseId: string; readonly name: string };
};

const isAskedNow = ({ case: state, configuration }: CaseVisit, question: string): boolean =>
  openForms(state, configuration, 'person')
    .flatMap(sectionsOf)
    .some(({ pages }) => pages.some((page) => asksOf(page).some(({ q }) => q === question)));

/** What another member has told us and this one has not, while both say yes to telling us once. */
export const sharedFacts = async (visit: CaseVisit, household: Household): Promise<SharedFact[]> => {
  const { case: state, configuration } = visit;
  const own = memberOf(household, state.id);
  if (!own || !isIn(own) || !own.agreed.sharedFacts) return [];
  const wanted = configuration.questions.filter(
    ({ id, withheld }) => SHARED_QUESTIONS.includes(id) && !withheld && !statementOf(state.facts, id) && isAskedNow(visit, id),
  );
  if (wanted.length === 0) return [];
  const others = membersIn(household).filter(({ caseId, agreed }) => caseId !== state.id && agreed.sharedFacts);
  const cases = await Promise.all(
    others.map(async ({ caseId, person }) => ({ person, stored: await webPorts.cases.load(caseId) })),
  );
  return cases.flatMap(({ person, stored }) =>
    wanted.flatMap((question): SharedFact[] => {
      const value = stored && statementOf(stored.case.facts, question.id)?.value;
      return stored && value !== undefined && !isTalk(value)
        ? [{ question, value, from: { caseId: stored.case.id, name: person.name } }]
        : [];
    }),
  );
};

/** The person of another case by its number, where this worker may work on it too; otherwise nothing, whether or not there is one. */
export const memberByNumber = async (
  { actor, now }: CaseVisit,
  number: string,
  words: string,
): Promise<NewMember | undefined> => {
  const stored = CaseId.safeParse(number).success ? await webPorts.cases.load(number) : undefined;
  if (!stored || !may(actor, 'view-work', subjectOf(stored.case, toIsoDate(now)))) return undefined;
  const published = await configurations.version(stored.case.configuration);
  if (!published) return undefined;
  const { route } = configurationOf(published.bundle, stored.case.pathway);
  const { id, person } = stored.case;
  return { caseId: id, person: { id: person.id, name: person.name }, kind: kindOf(route), words };
};

/** This case as a member, with what was said when they were asked. */
export const ownMember = ({ case: { id, person }, configuration }: CaseVisit, words: string): NewMember => ({
  caseId: id,
  person: { id: person.id, name: person.name },
  kind: kindOf(configuration.route),
  words,
});

const digest = (...parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** The id of a household that a form opens: the same form sent twice opens one. */
export const newHouseholdId = ({ request, case: { id } }: CaseVisit): string =>
  `H-${digest(request, id).slice(0, 16).toUpperCase()}`;

type Next = {
  readonly to: string;
  readonly again: (errors: FieldErrors) => Html;
  readonly field?: string | undefined;
  readonly typed?: Typed | undefined;
};

/** Said twice these would be there twice. A yes, and taking it back, are the same however often they are said. */
const ADDS: readonly HouseholdCommand['type'][] = [
  'open-household',
  'write-to-household',
  'start-pool',
  'change-pool',
  'end-pool',
  'record-pool-money',
];

/** Asks these people for something, once per form however often it is sent, and answers like every page does. */
export const askHousehold = async (visit: CaseVisit, id: string, command: HouseholdCommand, next: Next): Promise<Answer> => {
  const acting = actingOn(visit);
  if (!acting)
    return show(
      <ForbiddenPage frame={visit.frame} sentence="This is for others to say." help="Call us if you need help." />,
      403,
    );
  const request = ADDS.includes(command.type) ? digest(visit.request, command).slice(0, 24) : undefined;
  const acted = await actHousehold(ports, { id, command, acting, request });
  if (!acted.done) return settle(visit, acted, next);
  await tellSharers(webPorts, acted);
  return goTo(next.to);
};
