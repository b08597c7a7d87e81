/**
 * Planning together, for the person: who with, what they say yes to and can take back on any day, the one conversation, what is paid for
 * together. They see names, shares and the conversation of the others, and nothing else. One thing paid for is `together-pool.tsx`.
 */
import { LONGEST_TOLD } from '../../../lib/domain/decide-household.ts';
import { type Household, Shared } from '../../../lib/domain/household.ts';
import type { HouseholdCommand } from '../../../lib/domain/household-command.ts';
import { may } from '../../../lib/domain/permission.ts';
import { askHousehold, householdsOf, sharedFacts } from '../household-visit.tsx';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { type Answer, type CaseVisit, casePage, goTo, show, type Typed, text } from '../page.ts';
import { askCase, WHOLE_PAGE } from '../settle.tsx';
import { fieldOf, type Side } from '../shared/together-parts.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { Link, Text } from './prose.tsx';
import { OnBehalfOf } from './story-frame.tsx';
import { OneHousehold, type Told } from './together-sections.tsx';

export const ourHouseholdPath = (caseId: string): string => `/cases/${caseId}/our-household`;

export const togetherPage = (visit: CaseVisit, all: readonly Told[], typed: Typed = {}, errors: FieldErrors = {}): Html => {
  const { frame, case: state, configuration } = visit;
  const side: Side = { visit, path: ourHouseholdPath(state.id), typed, errors };
  return (
    <Page {...frame} title="Planning together" caption={`Reference ${state.id}`} back={homeOf(visit)} errors={errors}>
      <OnBehalfOf visit={visit} />
      <Text>
        You may want to do some things with others, and some on your own. They can be people you live with, family or friends.
        They see your name, what you share, and what you write to all of them. They can not see your record, your plan or your
        budget.
      </Text>
      {all.map((told) => (
        <OneHousehold {...side} {...told} />
      ))}
      {all.length === 0 ? (
        <Text>
          You do not plan with anyone here yet. If you want to, <Link href={pathsOf(state.id).messages}>tell us who with</Link>,
          or call us on {configuration.council.contact.phone}. We ask them, and they choose.
        </Text>
      ) : null}
    </Page>
  );
};

const load = async (visit: CaseVisit): Promise<Told[]> =>
  Promise.all((await householdsOf(visit)).map(async (household) => ({ household, facts: await sharedFacts(visit, household) })));

const commandOf = (typed: Typed, household: Household): HouseholdCommand | undefined => {
  const what = Shared.safeParse(text(typed, 'what')).data;
  switch (text(typed, 'deed')) {
    case 'yes':
      return what && { type: 'agree-to', what, words: '' };
    case 'back':
      return what && { type: 'take-back', what, words: '' };
    case 'join':
      return { type: 'join-household', words: '' };
    case 'leave':
      return { type: 'leave-household', words: '' };
    case 'say':
      return { type: 'write-to-household', words: text(typed, fieldOf(household, 'words')).replaceAll('\r\n', '\n').trim() };
    default:
      return undefined;
  }
};

const messageFault = (words: string): string | undefined => {
  if (words === '') return 'Write your message first.';
  return words.length > LONGEST_TOLD ? 'Use 2,000 letters or fewer. You can send another message.' : undefined;
};

const GONE = 'This has changed since you opened the page. Look at it again.';

/** The answer is read again from whose it is: what a form says it was counts for nothing. */
const useTheirs = (
  visit: CaseVisit,
  typed: Typed,
  all: readonly Told[],
  again: (errors: FieldErrors) => Html,
): Answer | Promise<Answer> => {
  const fact = all
    .find(({ household }) => household.id === text(typed, 'household'))
    ?.facts.find(({ question, from }) => question.id === text(typed, 'question') && from.caseId === text(typed, 'from'));
  if (!fact) return show(again({ [WHOLE_PAGE]: GONE }), 409);
  const to = ourHouseholdPath(visit.case.id);
  return askCase(visit, { type: 'answer-question', answers: { [fact.question.id]: fact.value } }, { to, again, typed });
};

export const ourHousehold = casePage('view-case', {
  path: '/cases/:caseId/our-household',
  get: async (visit) =>
    may(visit.actor, 'view-work', visit.subject)
      ? goTo(`/cases/${visit.case.id}/together`)
      : show(togetherPage(visit, await load(visit))),
  post: async (visit, typed) => {
    const all = await load(visit);
    const again = (errors: FieldErrors): Html => togetherPage(visit, all, typed, errors);
    if (text(typed, 'deed') === 'use') return useTheirs(visit, typed, all, again);
    const found = all.find(({ household }) => household.id === text(typed, 'household'))?.household;
    if (!found) return show(<NotFoundPage frame={visit.frame} />, 404);
    const command = commandOf(typed, found);
    if (!command) return show(again({ [WHOLE_PAGE]: GONE }), 422);
    const field = command.type === 'write-to-household' ? fieldOf(found, 'words') : undefined;
    const bad = command.type === 'write-to-household' ? messageFault(command.words) : undefined;
    if (field && bad) return show(again({ [field]: bad }), 422);
    return askHousehold(visit, found.id, command, { to: ourHouseholdPath(visit.case.id), again, field, typed });
  },
});
