/**
 * Starting: who this is about, then one button that opens the case. One person has one open case, however many tabs and clicks. In
 * this version it is always about the person who is signed in.
 */
import { createHash } from 'node:crypto';
import { act } from '../../../lib/app/act.ts';
import { configurationOf } from '../../../lib/app/configuration.ts';
import type { Summary } from '../../../lib/app/summary.ts';
import { lists } from '../../../lib/aws/lists.ts';
import type { Facts } from '../../../lib/domain/fact.ts';
import { isStaff } from '../../../lib/domain/permission.ts';
import { actPorts } from '../../ports.ts';
import { ForbiddenPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { type Answer, goTo, type SignedInVisit, show, signedInPage } from '../page.ts';
import { settle } from '../settle.tsx';
import { howMuch } from './how-much.ts';
import { isOpen } from './my.tsx';
import { MY, pathsOf, START } from './paths.ts';
import { Bullets, Text } from './prose.tsx';

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

/** The same in every tab and on every device of this person, until another case has been opened. */
export const startRequest = ({ actor }: SignedInVisit, earlier: number): string => {
  const hex = createHash('sha256').update(`start ${earlier} ${actor.id}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
};

/** The page, for a person with nothing open. */
export const startCasePage = (visit: SignedInVisit, earlier: number, errors: FieldErrors = {}): Html => {
  const { frame, csrf, bundle, actor } = visit;
  const asked = howMuch(configurationOf(bundle), visit.now);
  return (
    <Page {...frame} title="Who is this about?" back={MY} errors={errors}>
      <Text>
        This is about you, <strong>{actor.name}</strong>.
      </Text>
      <Text>
        Is it about someone else? Then please call us on {bundle.council.contact.phone}. We will talk with you both. You can sit
        with them and help them here, too.
      </Text>
      <Bullets
        items={[
          asked.questions > 0
            ? `We ask most people ${asked.questions} questions. Plan for about ${asked.minutes} minutes.`
            : 'We talk with you about how things are.',
          'You can stop and come back. We save as you go.',
          'Nothing goes to us for a decision until you send it.',
        ]}
      />
      <Form action={START} csrf={csrf} request={startRequest(visit, earlier)} submit="This is about me. Start" />
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
const nameOf = ({ actor, now }: SignedInVisit, configuration: string): Facts =>
  actor.name === NO_NAME
    ? {}
    : {
        'about.name': {
          person: {
            value: actor.name,
            by: { id: actor.id, name: actor.name },
            role: 'person',
            at: now.toISOString(),
            form: 'about-you',
            configuration,
          },
        },
      };

/** What is known already: the name, and what the last case of this person holds, each answer still signed by who gave it. */
const knownBefore = async (visit: SignedInVisit, earlier: readonly Summary[]): Promise<Facts> => {
  const [last] = earlier;
  const stored = last && (await actPorts.cases.load(last.caseId));
  return { ...nameOf(visit, visit.bundle.version), ...stored?.case.facts };
};

const open = async (visit: SignedInVisit, summaries: readonly Summary[]): Promise<Answer> => {
  const { actor: by, request } = visit;
  const earlier = summaries.length;
  const known = await knownBefore(visit, summaries);
  const caseId = caseIdFor(request);
  const person = { id: by.id, name: by.name };
  const acted = await act(actPorts, { caseId, command: { type: 'open-case', caseId, person, known }, by, request });
  const { story, me } = pathsOf(caseId);
  const again = (errors: FieldErrors): Html => startCasePage(visit, earlier, errors);
  if (acted.done) return goTo(acted.events.length > 0 ? story : me);
  const theirs = acted.why === 'refused' && acted.case?.person.id === by.id;
  if (theirs) return goTo(me);
  return settle(visit, acted, { to: MY, again });
};

export const startCase = signedInPage('open-case', {
  path: START,
  get: async (visit) => {
    if (isStaff(visit.actor)) return forStaff(visit);
    const summaries = await ownCases(visit.actor.id);
    const already = openOne(summaries);
    return already ? goTo(pathsOf(already.caseId).me) : show(startCasePage(visit, summaries.length));
  },
  post: async (visit) => {
    if (isStaff(visit.actor)) return forStaff(visit);
    const summaries = await ownCases(visit.actor.id);
    const already = openOne(summaries);
    return already ? goTo(pathsOf(already.caseId).story) : open(visit, summaries);
  },
});
