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
import { type StoryForm, storyForm } from '../../../../functions/web/citizen/story-form.ts';
import { storyNotOpen } from '../../../../functions/web/citizen/story-not-open.tsx';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { CaseVisit, SignedInVisit, Visit } from '../../../../functions/web/page.ts';
import { accessibilityPage } from '../../../../functions/web/public/accessibility.tsx';
import { helpPage } from '../../../../functions/web/public/help.tsx';
import { privacyPage } from '../../../../functions/web/public/privacy.tsx';
import { startPage } from '../../../../functions/web/public/start.tsx';
import type { Session } from '../../../../lib/app/ports.ts';
import { summarise } from '../../../../lib/app/summary.ts';
import type { Actor } from '../../../../lib/domain/actor.ts';
import * as cases from './made-up-cases.ts';
import { ADA, bundle, configuration, type Made } from './made-up-cases.ts';

export const drawn = async (html: Html): Promise<string> => String(await (await html).toString());

const found = storyForm(configuration);
if (!found) throw new Error('the default pathway has a story');
export const form: StoryForm = found;

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
});

export const question = (place: number) => {
  const asked = form.questions[place];
  if (!asked) throw new Error(`no question ${place}`);
  return asked;
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
  'start a case': startCasePage(signedIn(), 0),
  'story, new': storyPage(caseVisit(cases.opened), form),
  'story, half told': storyPage(caseVisit(cases.halfTold), form),
  'story, told, by staff': storyPage(caseVisit(cases.told, cases.PRIYA), form),
  question: questionPage(caseVisit(cases.opened), form, question(0), { typed: {} }),
  'question with mistakes': questionPage(caseVisit(cases.opened), form, question(3), {
    typed: { option: '', ownWords: cases.OWN_WORDS },
    errors: { option: 'Choose the words that fit you best.', willingAndAble: 'Choose yes or no.' },
  }),
  'question that bears on no outcome': questionPage(caseVisit(cases.opened), form, question(9), { typed: {} }),
  check: checkPage(caseVisit(cases.told), form),
  sent: sentPage(caseVisit(cases.sentStory)),
  'story is closed': storyNotOpen(caseVisit(cases.sentStory), { ownWords: cases.OWN_WORDS }),
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
