/**
 * Starting: who this is about, then one button that opens the case. One person has one open case of each kind, for support of their own
 * and as a carer, however many tabs and clicks. It is always about the person who is signed in.
 */
import { createHash } from 'node:crypto';
import { act } from '../../../lib/app/act.ts';
import { configurationOf } from '../../../lib/app/configuration.ts';
import type { Summary } from '../../../lib/app/summary.ts';
import { lists } from '../../../lib/aws/lists.ts';
import type { Actor } from '../../../lib/domain/actor.ts';
import { carriedOver } from '../../../lib/domain/carried-over.ts';
import type { Facts } from '../../../lib/domain/fact.ts';
import { isStaff } from '../../../lib/domain/permission.ts';
import { CaseKind } from '../../../lib/domain/stage.ts';
import { actPorts } from '../../ports.ts';
import { ForbiddenPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { type Answer, goTo, type SignedInVisit, show, signedInPage, text, type Visit } from '../page.ts';
import { settle } from '../settle.tsx';
import { PrivateAsACarer } from './as-a-carer.tsx';
import { howMuch } from './how-much.ts';
import { isOpen } from './my.tsx';
import { MY, pathsOf, START } from './paths.ts';
import { Bullets, Heading, Text } from './prose.tsx';

/** Who begins without signing in has this name until they say theirs. */
export const NO_NAME = 'Someone new';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/**
 * The number of the case that a form opens: always the same for the same form, so that a double click opens one case.
 * @example caseIdFor('0b9c…') // "C-7Q2M0ZK4TD"
 */
export const caseIdFor = (request: string): string => {
  const bytes = createHash('sha256').update(request).digest().subarray(0, 10);
  return `C-${[...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;
};

/** The same in every tab and on every device of this person, until another case of the kind has been opened. */
export const startRequest = ({ actor }: SignedInVisit, earlier: number, kind: CaseKind = 'adult'): string => {
  const words = kind === 'carer' ? `start carer ${earlier} ${actor.id}` : `start ${earlier} ${actor.id}`;
  const hex = createHash('sha256').update(words).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
};

export const ofKind = (summaries: readonly Summary[], kind: CaseKind): readonly Summary[] =>
  summaries.filter((summary) => (summary.kind ?? 'adult') === kind);

const takesCarers = ({ bundle }: Visit): boolean => bundle.council.carerPathway !== undefined;

type WayProps = { readonly visit: SignedInVisit; readonly earlier: readonly Summary[]; readonly kind: CaseKind };

const WORDS = {
  adult: { heading: 'I need support myself', submit: 'This is about me. Start' },
  carer: { heading: 'I look after someone', submit: 'I look after someone. Start' },
} as const;

/** One way to start: how long it takes, and its button. */
const Way = ({ visit, earlier, kind }: WayProps) => {
  const { csrf, bundle, now } = visit;
  const { council } = bundle;
  const asked = howMuch(configurationOf(bundle, kind === 'carer' ? council.carerPathway : council.pathway), now);
  return (
    <>
      <Heading>{WORDS[kind].heading}</Heading>
      {kind === 'carer' ? <PrivateAsACarer /> : null}
      <Bullets
        items={[
          asked.questions > 0
            ? `We ask most people ${asked.questions} questions. Plan for about ${asked.minutes} minutes.`
            : 'We talk with you about how things are.',
          'You can stop and come back. We save as you go.',
          'Nothing goes to us for a decision until you send it.',
        ]}
      />
      <Form
        action={START}
        csrf={csrf}
        request={startRequest(visit, ofKind(earlier, kind).length, kind)}
        submit={WORDS[kind].submit}
      >
        <input type="hidden" name="as" value={kind} />
      </Form>
    </>
  );
};

/** The page, for a person with nothing open of the kinds that are offered; `only` one of them, where they have said which. */
export const startCasePage = (
  visit: SignedInVisit,
  earlier: readonly Summary[],
  { errors = {}, only }: { readonly errors?: FieldErrors; readonly only?: CaseKind | undefined } = {},
): Html => {
  const { frame, bundle, actor } = visit;
  const kinds: readonly CaseKind[] = only ? [only] : takesCarers(visit) ? CaseKind.options : ['adult'];
  return (
    <Page {...frame} title="Who is this about?" back={MY} errors={errors}>
      <Text>
        This is about you, <strong>{actor.name}</strong>.
      </Text>
      <Text>
        Is it about someone else? Then please call us on {bundle.council.contact.phone}. We will talk with you both. You can sit
        with them and help them here, too.
      </Text>
      {kinds.map((kind) => (
        <Way visit={visit} earlier={earlier} kind={kind} />
      ))}
    </Page>
  );
};

const forStaff = ({ frame }: SignedInVisit): Answer =>
  show(
    <ForbiddenPage
      frame={frame}
      sentence="Only the person can start here. You are signed in as someone who works for the council."
      help="Ask the person to sign in and start. Then you can fill it in with them."
    />,
    403,
  );

/** Their own cases, the newest first; not those of somebody they help. */
export const ownCases = async (personId: string): Promise<Summary[]> =>
  (await lists.ofPerson(personId)).filter(({ person }) => person.id === personId);

const openOne = (summaries: readonly Summary[]): Summary | undefined => summaries.find(isOpen);

/** The name somebody signed in with is not asked again, unless they came without one. */
export const nameOf = (actor: Actor, { now, bundle }: Pick<Visit, 'now' | 'bundle'>, kind: CaseKind): Facts =>
  actor.name === NO_NAME
    ? {}
    : {
        'about.name': {
          person: {
            value: actor.name,
            by: { id: actor.id, name: actor.name },
            role: 'person',
            at: now.toISOString(),
            form: kind === 'carer' ? 'about-the-carer' : 'about-you',
            configuration: bundle.version,
          },
        },
      };

/**
 * What is known already: the name, and what the last case of the same kind holds, each answer still signed by who gave it. Of a case of
 * the other kind only how to talk with them: what somebody said as a carer is not told in their own support, nor the other way round.
 */
const knownBefore = async (visit: SignedInVisit, earlier: readonly Summary[], kind: CaseKind): Promise<Facts> => {
  const { bundle } = visit;
  const factsOf = async (last: Summary | undefined): Promise<Facts> =>
    (last && (await actPorts.cases.load(last.caseId)))?.case.facts ?? {};
  const [last] = ofKind(earlier, kind);
  const [other] = ofKind(earlier, kind === 'carer' ? 'adult' : 'carer');
  const to = configurationOf(bundle, kind === 'carer' ? bundle.council.carerPathway : bundle.council.pathway);
  return { ...nameOf(visit.actor, visit, kind), ...carriedOver(await factsOf(other), to), ...(await factsOf(last)) };
};

const open = async (visit: SignedInVisit, summaries: readonly Summary[], as: CaseKind): Promise<Answer> => {
  const { actor: by, request } = visit;
  const known = await knownBefore(visit, summaries, as);
  const caseId = caseIdFor(request);
  const person = { id: by.id, name: by.name };
  const acted = await act(actPorts, { caseId, command: { type: 'open-case', caseId, person, known, as }, by, request });
  const { story, me } = pathsOf(caseId);
  const again = (errors: FieldErrors): Html => startCasePage(visit, summaries, { errors });
  if (acted.done) return goTo(acted.events.length > 0 ? story : me);
  const theirs = acted.why === 'refused' && acted.case?.person.id === by.id;
  if (theirs) return goTo(me);
  return settle(visit, acted, { to: MY, again });
};

/** Which kind was asked for: only these two words count, and nothing else is ever a carer's. */
const kindAsked = (asked: string | undefined): CaseKind | undefined => CaseKind.safeParse(asked).data;

export const startCase = signedInPage('open-case', {
  path: START,
  get: async (visit) => {
    if (isStaff(visit.actor)) return forStaff(visit);
    const summaries = await ownCases(visit.actor.id);
    const asked = kindAsked(visit.c.req.query('as'));
    const only = asked === 'carer' && !takesCarers(visit) ? undefined : asked;
    const already = openOne(only ? ofKind(summaries, only) : summaries);
    return already ? goTo(pathsOf(already.caseId).me) : show(startCasePage(visit, summaries, { only }));
  },
  post: async (visit, typed) => {
    if (isStaff(visit.actor)) return forStaff(visit);
    const as = kindAsked(text(typed, 'as')) ?? 'adult';
    const summaries = await ownCases(visit.actor.id);
    const already = openOne(ofKind(summaries, as));
    return already ? goTo(pathsOf(already.caseId).story) : open(visit, summaries, as);
  },
});
