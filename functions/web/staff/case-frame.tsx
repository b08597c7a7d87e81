/**
 * The frame of every staff page about one case: whose it is, its parts, the page. And the door in front of them: staff only, and
 * nobody works on a case of their own.
 */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { heldIn } from '../../../lib/domain/fact.ts';
import { type Action, may } from '../../../lib/domain/permission.ts';
import { bankOf } from '../../../lib/domain/question.ts';
import { say } from '../../../lib/domain/text.ts';
import { homeOf } from '../citizen/paths.ts';
import { IdentityBar, SubNavigation } from '../kit/case-page.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { WithChildren } from '../kit/html.ts';
import { Page as PageLayout } from '../kit/layout.tsx';
import { type Answer, type CaseVisit, casePage, goTo, type Page, type Typed } from '../page.ts';
import { caseFacts } from './case-words.ts';

const PARTS = [
  { text: 'Summary', path: '' },
  { text: 'Answers', path: '/answers' },
  { text: 'Money', path: '/money' },
  { text: 'Plan', path: '/plan' },
  { text: 'People', path: '/circle' },
  { text: 'Together', path: '/together' },
  { text: 'Messages', path: '/messages' },
  { text: 'History', path: '/history' },
] as const;
export type CasePart = (typeof PARTS)[number]['text'];

export const caseHref = ({ case: state }: CaseVisit, path = ''): string => `/cases/${state.id}${path}`;

/** What the person needs so that we can talk with each other, on every page about them (Accessible Information Standard). */
const communicationFlags = (state: Case, configuration: Configuration): string[] => {
  const held = heldIn(state.facts);
  const bank = bankOf(configuration.questions);
  const formats = bank.get('comm.formats');
  const chosen = held('comm.formats');
  const wanted =
    formats?.type === 'choose-many' && Array.isArray(chosen)
      ? formats.options.filter(({ id, alone }) => !alone && chosen.includes(id as never))
      : [];
  const language = held('comm.language');
  return [
    ...wanted.map(({ text }) => say(text)),
    ...(language === 'cy' ? ['Welsh'] : []),
    ...(held('comm.interpreter') === true ? ['Interpreter'] : []),
  ];
};

type CaseFrameProps = WithChildren & {
  readonly visit: CaseVisit;
  readonly title: string;
  /** The part this page is; absent for a page where something is done. */
  readonly part?: CasePart | undefined;
  readonly errors?: FieldErrors | undefined;
};

export const CaseFrame = ({ visit, title, part, errors, children }: CaseFrameProps) => {
  const { frame, case: state, configuration, now } = visit;
  const stopped = state.state === 'underway' && state.at.attention !== undefined;
  const parts = PARTS.map(({ text, path }) => ({ text, href: caseHref(visit, path), current: text === part }));
  const above = (
    <>
      <IdentityBar
        name={state.person.name}
        facts={caseFacts(state, configuration, toIsoDate(now))}
        flags={[
          ...(state.unanswered?.urgent ? ['Needs help now'] : []),
          ...(stopped ? ['Needs attention'] : []),
          ...communicationFlags(state, configuration),
        ]}
      />
      <SubNavigation label="Parts of this case" items={parts} />
    </>
  );
  return (
    <PageLayout {...frame} title={title} wide above={above} errors={errors} back={part ? undefined : caseHref(visit)}>
      {children}
    </PageLayout>
  );
};

type StaffDoors = {
  readonly path: string;
  readonly get?: (visit: CaseVisit) => Promise<Answer>;
  readonly post?: (visit: CaseVisit, typed: Typed) => Promise<Answer>;
};

/** A page about a case for staff. Whoever is on the person's side of it sees their own page instead, whatever their roles. */
export const staffPage = (who: Action, { path, get, post }: StaffDoors): Page => {
  const own = (visit: CaseVisit): Answer | undefined =>
    may(visit.actor, 'view-work', visit.subject) ? undefined : goTo(homeOf(visit));
  return casePage(who, {
    path,
    ...(get && { get: async (visit: CaseVisit) => own(visit) ?? get(visit) }),
    ...(post && { post: async (visit: CaseVisit, typed: Typed) => own(visit) ?? post(visit, typed) }),
  });
};
