/**
 * A carer's own case on the pages: theirs and staff's, at every place it comes to. Valid and easy to read; by the law for carers; and
 * never a word of the person they look after, nor of the carer on that person's pages.
 */
import '../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { yourPage } from '../../../functions/web/citizen/me.tsx';
import { myPage } from '../../../functions/web/citizen/my.tsx';
import { peoplePage } from '../../../functions/web/citizen/people.tsx';
import { startCasePage } from '../../../functions/web/citizen/start-case.tsx';
import { storyPage } from '../../../functions/web/citizen/story.tsx';
import { storyOf } from '../../../functions/web/citizen/story-walk.ts';
import type { Html } from '../../../functions/web/kit/html.ts';
import type { CaseVisit, Typed } from '../../../functions/web/page.ts';
import { startPage } from '../../../functions/web/public/start.tsx';
import { ReviewsView } from '../../../functions/web/staff/reviews.tsx';
import { staffPages } from '../../../functions/web/staff/staff-pages.ts';
import { WorkView } from '../../../functions/web/staff/work.tsx';
import { summarise } from '../../../lib/app/summary.ts';
import type { Actor } from '../../../lib/domain/actor.ts';
import { subjectOf } from '../../../lib/domain/permission.ts';
import * as own from '../../support/carers-case.ts';
import { emptyTable } from '../../support/empty-table.ts';
import { visit as publicVisit, signedIn } from './citizen/drawn-pages.tsx';
import { readingGrade, sentencesOf } from './citizen/reading-grade.ts';
import { drawn, faultsIn, shown, visitBy } from './staff/visiting.ts';

emptyTable();

const { bundle, forAdults, forCarers, GEOFF, hisCase, inPlace, MORAG, PRIYA, ROSALIND } = own;

/** The case as `actor` meets it, on the pathway it runs on. */
const visitTo = async (made: own.Made, actor: Actor, path = '/work', address = path): Promise<CaseVisit> => {
  const { state } = made;
  return {
    ...(await visitBy(actor, path, address)),
    now: new Date(own.NOW),
    case: state,
    configuration: state.pathway === 'carer-support' ? forCarers : forAdults,
    subject: subjectOf(state, own.NOW.slice(0, 10)),
    reader: { about: actor.id !== state.person.id },
  };
};

const staffPage = (path: string) => {
  const page = staffPages.find((each) => each.path === path);
  if (page?.kind !== 'case') throw new Error(`no page ${path}`);
  return page;
};
const addressOf = (path: string, { state }: own.Made): string =>
  path.replace(':caseId', state.id).replace(':form', 'carers-assessment');

/** A staff page as it is drawn for `made`. */
const staffSees = async (path: string, made: own.Made, actor: Actor = PRIYA): Promise<string> => {
  const answer = await staffPage(path).get?.(await visitTo(made, actor, path, addressOf(path, made)));
  if (!answer) throw new Error(`${path} shows nothing`);
  return (await shown(answer)).html;
};
const staffSends = async (path: string, made: own.Made, typed: Typed) => {
  const answer = await staffPage(path).post?.(await visitTo(made, PRIYA, path, addressOf(path, made)), typed);
  if (!answer) throw new Error(`${path} takes nothing`);
  return shown(answer);
};

const mine = async (made: own.Made): Promise<Html> => yourPage(await visitTo(made, ROSALIND), made.events);

const HERS: Readonly<Record<string, () => Promise<Html>>> = {
  'start, with both ways in': async () => startPage(publicVisit()),
  'which kind of case': async () => startCasePage(signedIn(ROSALIND), []),
  'only as a carer': async () => startCasePage(signedIn(ROSALIND), [], { only: 'carer' }),
  'my, as a carer': async () => myPage(signedIn(ROSALIND), [summarise(inPlace.state, forCarers)]),
  'my, with support of her own': async () =>
    myPage(signedIn(GEOFF), [summarise(hisCase.state, forAdults), summarise(own.adviceGiven.state, forCarers)]),
  story: async () => {
    const visit = await visitTo(own.told, ROSALIND);
    return storyPage(visit, storyOf(visit));
  },
  people: async () => peoplePage(await visitTo(own.told, ROSALIND)),
  'mine, just opened': () => mine(own.opened),
  'mine, sent': () => mine(own.sent),
  'mine, eligible': () => mine(own.assessed),
  'mine, planned': () => mine(own.planned),
  'mine, agreed': () => mine(own.agreed),
  'mine, in place': () => mine(inPlace),
  'mine, advice given': () => mine(own.adviceGiven),
};

describe.each(Object.entries(HERS))('page: %s', (_name, page) => {
  test('is valid, and reads at grade 6 or below', async () => {
    const html = await drawn(await page());
    expect((await faultsIn(html)).filter((line) => !line.includes('tel-non-breaking'))).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    const sentences = sentencesOf(html);
    const hard = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 6);
    expect(readingGrade(sentences), hard.join(' | ')).toBeLessThanOrEqual(6);
  });
});

const OF_STAFF: [path: string, made: own.Made, actor: Actor][] = [
  ['/cases/:caseId', own.sent, PRIYA],
  ['/cases/:caseId', inPlace, MORAG],
  ['/cases/:caseId/answers', own.assessed, PRIYA],
  ['/cases/:caseId/answers', own.sent, PRIYA],
  ['/cases/:caseId/money', own.assessed, PRIYA],
  ['/cases/:caseId/money', inPlace, PRIYA],
  ['/cases/:caseId/plan', inPlace, PRIYA],
  ['/cases/:caseId/circle', own.sent, PRIYA],
  ['/cases/:caseId/record/:form', own.sent, PRIYA],
  ['/cases/:caseId/assess', own.recorded, PRIYA],
  ['/cases/:caseId/plan/edit', own.assessed, PRIYA],
  ['/cases/:caseId/plan/offer', own.planned, PRIYA],
  ['/cases/:caseId/approve', own.offered, MORAG],
  ['/cases/:caseId/review', own.inReview, PRIYA],
];

describe.each(OF_STAFF)('staff: %s', (path, made, actor) => {
  test('is valid, and says whose case it is', async () => {
    const html = await staffSees(path, made, actor);
    expect(await faultsIn(html)).toEqual([]);
    expect(html).toContain('A carer’s own case');
  });
  test('says nothing of the man she looks after', async () => {
    const html = await staffSees(path, made, actor);
    for (const his of [own.HIS_WORDS, GEOFF.name, hisCase.state.id]) expect(html).not.toContain(his);
  });
});

describe('the assessment', () => {
  const ASSESS = '/cases/:caseId/assess';

  test('asks by the law for carers, beside what she said, and nothing about points', async () => {
    const html = await staffSees(ASSESS, own.recorded);
    expect(html.match(/value="CARER-/g)).toHaveLength(8);
    expect(html).not.toContain('value="CA-');
    expect(html).not.toContain('Question by question');
    expect(html).toContain(own.HER_WORDS);
  });
  test('of an adult asks as before', async () => {
    const sent = own.go(
      hisCase,
      (forAdults.model?.questions ?? []).map(
        ({ id, options }): own.Deed => [
          {
            type: 'answer-question',
            answers: { [id]: { option: options[0]?.id ?? '', informalShare: 0, willingAndAble: false, ownWords: '' } },
          },
          GEOFF,
        ],
      ),
      forAdults,
    );
    const at = own.go(sent, [[{ type: 'send-story' }, GEOFF]], forAdults);
    const html = await staffSees(ASSESS, at);
    expect(html.match(/value="CA-/g)).toHaveLength(10);
    expect(html).not.toContain('CARER-');
    expect(html).not.toContain('A carer’s own case');
  });
  test('works out what was found, and decides nothing by it', async () => {
    const found = { necessary: 'yes', health: 'no', unable: 'CARER-HOME', impact: 'yes', action: 'propose' };
    const { status, html } = await staffSends(ASSESS, own.recorded, found);
    expect(status).toBe(200);
    expect(html).toContain('What you found leads to: eligible needs identified');
    expect(html).toContain('SI 2015/313 reg 3(1)(b)');
  });
  test('asks for each condition that was left open, in the order of the page', async () => {
    const { status, html } = await staffSends(ASSESS, own.recorded, { action: 'confirm', decision: 'no-needs-identified' });
    expect(status).toBe(422);
    const links = [...html.matchAll(/<a href="#([a-z]+)">/g)].map(([, field]) => field);
    expect(links).toEqual(['necessary', 'health', 'impact', 'reasons']);
  });
  test('takes no outcome of an adult’s', async () => {
    const typed = {
      necessary: 'yes',
      health: 'no',
      unable: 'CA-HYGIENE',
      impact: 'yes',
      decision: 'no-needs-identified',
      reasons: 'Because.',
    };
    const { status, html } = await staffSends(ASSESS, own.recorded, { ...typed, action: 'confirm' });
    expect([status, html.includes('href="#unable"')]).toEqual([422, true]);
  });
});

describe('the plan', () => {
  test('offers the needs that were found, in words for a carer', async () => {
    const html = await staffSees('/cases/:caseId/plan/edit', own.assessed);
    expect(html).toContain('Time off for what you enjoy');
    expect(html).not.toContain('value="CA-');
    expect(html).toContain('Family or friends do this');
  });
  test('speaks of no up-front figure, because there is none', async () => {
    expect(await staffSees('/cases/:caseId/approve', own.offered, MORAG)).not.toMatch(
      /guide and never a limit|not the up-front figure/,
    );
    expect(await staffSees('/cases/:caseId/money', own.assessed)).toContain('no up-front figure on this pathway');
  });
});

describe('each other’s pages', () => {
  test('his say nothing of her case, to him or to staff', async () => {
    const pages = [
      await drawn(yourPage(await visitTo(hisCase, GEOFF), hisCase.events)),
      await drawn(peoplePage(await visitTo(hisCase, GEOFF))),
      await staffSees('/cases/:caseId', hisCase),
      await staffSees('/cases/:caseId/answers', hisCase),
      await staffSees('/cases/:caseId/circle', hisCase),
    ];
    for (const html of pages) {
      expect(html).not.toContain(own.HER_WORDS);
      expect(html).not.toContain(inPlace.state.id);
      expect(html).not.toContain('A carer’s own case');
    }
  });
  test('hers say that it is hers alone, and nothing of his', async () => {
    const html = await drawn(await mine(inPlace));
    expect(html).toContain('The person you look after cannot see it');
    for (const his of [own.HIS_WORDS, GEOFF.name, hisCase.state.id]) expect(html).not.toContain(his);
  });
  test('a list says which line is a carer’s', async () => {
    const rows = [summarise(own.sent.state, forCarers), summarise(hisCase.state, forAdults)];
    const visit = await visitBy(PRIYA);
    const work = await drawn(<WorkView visit={visit} list="assessor" page={{ rows }} later={false} />);
    expect(work.match(/, as a carer/g)).toHaveLength(1);
    const reviews = await drawn(<ReviewsView visit={visit} rows={[summarise(inPlace.state, forCarers)]} />);
    expect(reviews).toContain(', as a carer');
  });
});

describe('where somebody starts', () => {
  const { carerPathway: _none, ...council } = bundle.council;
  const without = { ...bundle, council };

  test('the first page and the next have a way in for carers, where the council has a pathway for them', async () => {
    const first = await drawn(startPage(publicVisit()));
    expect(first).toContain('I look after someone: start here');
    expect(first.match(/action="\/begin"/g)).toHaveLength(2);
    expect(await drawn(startPage({ ...publicVisit(), bundle: without }))).not.toContain('I look after someone');
    expect(await drawn(startCasePage({ ...signedIn(ROSALIND), bundle: without }, []))).not.toContain('I look after someone');
  });
  test('two ways to start are two requests, so that no click on the one is taken for the other', async () => {
    const html = await drawn(startCasePage(signedIn(ROSALIND), []));
    const requests = [...html.matchAll(/name="request" value="([^"]+)"/g)].map(([, request]) => request);
    expect(new Set(requests).size).toBe(2);
  });
  test('who has one open is shown the way to the other', async () => {
    expect(await drawn(myPage(signedIn(GEOFF), [summarise(hisCase.state, forAdults)]))).toContain('/my/start?as=carer');
    expect(await drawn(myPage(signedIn(ROSALIND), [summarise(own.sent.state, forCarers)]))).toContain('/my/start?as=adult');
  });
});
