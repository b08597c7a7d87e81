/** Every page of the citizen's and public rooms, drawn for made-up cases. Not a test itself. */
import '../../../support/web-environment.ts';
import { Context } from 'hono';
import { amountPage } from '../../../../functions/web/citizen/amount.tsx';
import { askForReviewPage } from '../../../../functions/web/citizen/ask-for-review.tsx';
import { checkPage } from '../../../../functions/web/citizen/check.tsx';
import { yourPage } from '../../../../functions/web/citizen/me.tsx';
import { myPage } from '../../../../functions/web/citizen/my.tsx';
import { questionPage } from '../../../../functions/web/citizen/question.tsx';
import { sentPage } from '../../../../functions/web/citizen/sent.tsx';
import { startCasePage } from '../../../../functions/web/citizen/start-case.tsx';
import { stopPage } from '../../../../functions/web/citizen/stop.tsx';
import { storyPage } from '../../../../functions/web/citizen/story.tsx';
import { storyNotOpen } from '../../../../functions/web/citizen/story-frame.tsx';
import { type Story, storyOf } from '../../../../functions/web/citizen/story-walk.ts';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { CaseVisit, SignedInVisit, Visit } from '../../../../functions/web/page.ts';
import { accessibilityPage } from '../../../../functions/web/public/accessibility.tsx';
import { helpPage } from '../../../../functions/web/public/help.tsx';
import { privacyPage } from '../../../../functions/web/public/privacy.tsx';
import { startPage } from '../../../../functions/web/public/start.tsx';
import { PLAIN } from '../../../../functions/web/reader.ts';
import type { Session } from '../../../../lib/app/ports.ts';
import { summarise } from '../../../../lib/app/summary.ts';
import type { Actor } from '../../../../lib/domain/actor.ts';
import { subjectOf } from '../../../../lib/domain/permission.ts';
import * as cases from './made-up-cases.ts';
import { ADA, bundle, configuration, type Made } from './made-up-cases.ts';

export const drawn = async (html: Html): Promise<string> => String(await (await html).toString());

const { council } = bundle;
const sessionOf = (actor: Actor): Session => ({ id: `session-of-${actor.id}`, actor, until: '2026-12-31T00:00:00Z' });

export const visit = (now = cases.MONDAY): Visit => ({
  c: new Context(new Request('http://127.0.0.1/')),
  session: undefined,
  bundle,
  frame: { council, service: { name: council.service, href: '/' }, nav: [], demonstration: true },
  csrf: 'token',
  request: '11111111-2222-3333-4444-555555555555',
  now: new Date(now),
  reading: PLAIN,
});
export const signedIn = (actor: Actor = ADA, now?: string): SignedInVisit => {
  const session = sessionOf(actor);
  const open = visit(now);
  return { ...open, frame: { ...open.frame, actor: { name: actor.name, signOutHref: '/sign-out' } }, session, actor };
};
export const caseVisit = ({ state }: Made, actor: Actor = ADA, now?: string): CaseVisit => ({
  ...signedIn(actor, now),
  case: state,
  configuration,
  subject: subjectOf(state, (now ?? cases.MONDAY).slice(0, 10)),
  reader: { about: actor.id !== state.person.id },
});

/** The story of a case as its pages see it, and one page of it by the question it asks. */
export const told = (made: Made, actor?: Actor): { visit: CaseVisit; story: Story } => {
  const visiting = caseVisit(made, actor);
  return { visit: visiting, story: storyOf(visiting) };
};
export const pageOf = (story: Story, question: string) => {
  const page = story.pages.find(({ shown }) => shown.some((each) => each.question.id === question));
  if (!page) throw new Error(`no page asks ${question}`);
  return page;
};

type Drawn = Parameters<typeof questionPage>[3];
const asking = (made: Made, question: string, drawn: Drawn = { typed: {} }, actor?: Actor): Html => {
  const { visit: visiting, story } = told(made, actor);
  return questionPage(visiting, story, pageOf(story, question), drawn);
};
const listing = (made: Made, actor?: Actor): Html => {
  const { visit: visiting, story } = told(made, actor);
  return storyPage(visiting, story);
};

const mine = (made: Made, actor?: Actor, now?: string): Html => yourPage(caseVisit(made, actor, now), made.events);
const summaries = [cases.inPlace, cases.notEligible].map(({ state }) => summarise(state, configuration));

/** Name → page. */
export const PAGES: Readonly<Record<string, Html>> = {
  start: startPage(visit()),
  help: helpPage(visit()),
  accessibility: accessibilityPage(visit()),
  privacy: privacyPage(visit()),
  'my, nothing yet': myPage(signedIn(), []),
  'my, one open and one closed': myPage(signedIn(), summaries),
  'my, late': myPage(signedIn(), [summarise(cases.late.state, configuration)]),
  'start a case': startCasePage(signedIn(), []),
  'story, new': listing(cases.opened),
  'story, half told': listing(cases.halfTold),
  'story, told, by staff': listing(cases.told, cases.PRIYA),
  question: asking(cases.opened, 'washing-dressing-toilet'),
  'question, some of it held': asking(cases.told, 'eating-drinking'),
  'question about somebody else': asking(cases.opened, 'nights', undefined, cases.PRIYA),
  'question with many answers': asking(cases.opened, 'comm.formats'),
  'question with an address': asking(cases.opened, 'about.address'),
  'question with a date': asking(cases.opened, 'about.birth'),
  'question about several people': asking(cases.opened, 'about.helpers', { typed: {}, more: 'about.helpers' }),
  'question with mistakes': asking(cases.opened, 'safe-at-home', {
    typed: { 'a-safe-at-home-words': cases.OWN_WORDS },
    errors: { 'a-safe-at-home-option': 'Choose the words that fit best.', 'a-safe-at-home-willing': 'Choose yes or no.' },
  }),
  check: checkPage(told(cases.told).visit, told(cases.told).story),
  sent: sentPage(caseVisit(cases.sentStory)),
  'story is closed': storyNotOpen(caseVisit(cases.sentStory), { 'a-nights-words': cases.OWN_WORDS }),
  'mine, just opened': mine(cases.opened),
  'mine, told': mine(cases.told),
  'mine, sent': mine(cases.sentStory),
  'mine, taken': mine(cases.taken),
  'mine, late': mine(cases.late, ADA, '2027-01-20T10:00:00Z'),
  'mine, stuck': mine(cases.stuck),
  'mine, being worked out': mine(cases.allocating),
  'mine, with a figure': mine(cases.withFigure),
  'mine, costed by itself': mine(cases.needsCosting),
  'mine, being planned': mine(cases.planning),
  'mine, sent back': mine(cases.returned),
  'mine, agreed': mine(cases.arranging),
  'mine, in place': mine(cases.inPlace),
  'mine, in place, by staff': mine(cases.inPlace, cases.PRIYA),
  'mine, in review': mine(cases.reviewing),
  'mine, advice given': mine(cases.notEligible),
  'mine, withdrawn': mine(cases.withdrawn),
  amount: amountPage(caseVisit(cases.withFigure)),
  'amount, by staff': amountPage(caseVisit(cases.withFigure, cases.PRIYA)),
  'amount, costed by itself': amountPage(caseVisit(cases.needsCosting)),
  'amount, none yet': amountPage(caseVisit(cases.sentStory)),
  'ask for a review': askForReviewPage(caseVisit(cases.inPlace)),
  stop: stopPage(caseVisit(cases.opened), { reasons: 'x' }, { reasons: 'Use 4,000 letters or fewer.' }),
};

/** Draws one of them. Throws for a name that is not there, so that a test cannot pass on an empty page. */
export const drawnByName = (name: string): Promise<string> => {
  const page = PAGES[name];
  if (!page) throw new Error(`there is no page “${name}”`);
  return drawn(page);
};
