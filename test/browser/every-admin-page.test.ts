/**
 * Every page an administrator can come to, with a draft that could be published and with one that the law forbids, and every form of
 * theirs sent with nothing said. What is looked at on each is `page-faults.ts`. A page of `admin-pages.ts` that no link leads to fails the
 * test. The journey is `administrator.test.ts`. On a service of its own: something has to be published and moved.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { castFor, openCase } from '../journeys/cast.ts';
import { type RunningService, startService } from '../support/running-service.ts';
import { Visitor, wordsOf } from '../support/visitor.ts';
import { untilMove } from './admin-walk.ts';
import { cast } from './cast.ts';
import { drawnPages, goRound } from './every-admin-page-list.ts';
import type { Walker } from './walker.ts';

let service: RunningService;
const { signedIn, faults, looked } = cast(
  () => false,
  () => service.url,
);

/** The service may have to be put together first. */
const SET_UP_MS = 240_000;
/** A hundred pages, each searched for faults. */
const A_ROUND_MS = 900_000;

const STAGE = '/pathways/adult-care/stages';
const TAKE_OUT = { onward: 'content', keep: 'no', reason: 'To see what follows' };

/** By HTTP, where what is done is not what is looked at: begins a draft and answers its address. */
const begins = (who: Visitor, title: string): Promise<string> => who.submit('/admin', { title });
const takesOut = (who: Visitor, draft: string, path: string, typed = {}): Promise<string> =>
  who.submit(`${draft}${path}/take-out`, { reason: 'To see what follows', ...typed });
const does = async (who: Visitor, draft: string, deed: string): Promise<void> => {
  await who.submit(draft, { deed }, `${draft}/deeds`);
};

let wren: Visitor;
let bilal: Visitor;
let walker: Walker;
/** Each at its address: begun before something else was published; to be published; handed over; refused by the law. */
const drafts = { old: '', published: '', handedOver: '', good: '', faulty: '' };
const cameTo = new Set<string>();

beforeAll(async () => {
  service = await startService({ SEED: 'none' });
  [wren, bilal] = (await Promise.all(['S-WREN', 'S-BILAL'].map((id) => new Visitor(service.url).signInAs(id)))) as [
    Visitor,
    Visitor,
  ];
  await openCase(await castFor('Olive Open', service.url));
  drafts.old = await begins(wren, 'Begun before something else was published');
  drafts.published = await begins(wren, 'No second look at plans');
  await takesOut(wren, drafts.published, `${STAGE}/quality-check`, TAKE_OUT);
  await does(wren, drafts.published, 'check-draft');
  await does(bilal, drafts.published, 'publish');
  walker = await signedIn('Wren Okonkwo');
}, SET_UP_MS);
afterAll(() => service.stop());

/** Goes round, and keeps which pages were come to. */
const round = async (from: readonly string[], follows: RegExp, { each = 1, sends = true } = {}): Promise<void> => {
  const went = await goRound(walker, { from, follows, each, sends });
  for (const path of went.cameTo) cameTo.add(path);
  expect(went.wrong).toEqual([]);
};
const inside = (draft: string): RegExp => new RegExp(`^${draft}(/|$|\\?)`);

it(
  'what is live, what was published, and where open cases would go',
  () => round(['/admin'], /^\/admin(?!\/drafts)/, { each: 2 }),
  A_ROUND_MS,
);

it('a move of open cases, while it is at work and after', async () => {
  const version = /It is version ([0-9a-f]{16})/.exec(wordsOf((await wren.get(drafts.published)).html))?.[1];
  const to = `/admin/versions/${version}/move`;
  const job = await wren.submit(to, { title: 'Without it', reason: 'Nobody looks at it', sure: 'yes' });
  await round(['/admin/moves', job], /^\/admin\/moves/, { sends: false });
  await untilMove(walker, 'Done');
  await round([job], /^\/admin\/moves/);
});

/** One stage of each kind; and what a form leads to and no link, by its address: a question that is added, a walk that has come to its end. */
const BY_ADDRESS = [
  ...['self-assessment', 'assessment', 'resource-allocation', 'plan-approval', 'review'].map((stage) => `${STAGE}/${stage}`),
  `${STAGE}/assessment/take-out`,
  '/forms/about-you/add/which?kind=decision&stage=assessment&words=name',
  '/try?pathway=adult-care&as=everybody&o=submitted,not-eligible',
  '/points/DEMO-2026-1',
];

it(
  'a draft that could be published',
  async () => {
    drafts.good = await begins(wren, 'Fewer questions');
    await takesOut(wren, drafts.good, '/forms/three-questions/questions/review.change');
    await round([drafts.good, ...BY_ADDRESS.map((path) => drafts.good + path)], inside(drafts.good));
    expect(await walker.open(`${drafts.good}/forms/about-you/add/which`)).toBe(422);
  },
  A_ROUND_MS,
);

/** Everything as it is, but that a point has a price in place of the table. Such a model is brought in; no page makes one of the other. */
const withPointPrice = async (): Promise<string> => {
  const files = JSON.parse((await wren.get(`${drafts.old}/files.json`)).html);
  files.documents['allocation/demo-2026-1.json'].allocation = { kind: 'perPoint', pencePerPoint: 500 };
  return JSON.stringify(files);
};

it(
  'a draft that the law forbids, with points of another kind',
  async () => {
    const content = await withPointPrice();
    drafts.faulty = await wren.submit('/admin/bring-in', { title: 'Nobody is assessed', reason: 'To see it', content });
    await takesOut(wren, drafts.faulty, `${STAGE}/assessment`, { ...TAKE_OUT, onward: 'eligible' });
    await takesOut(wren, drafts.faulty, '/letters/eligibility-decision');
    await round([drafts.faulty], inside(drafts.faulty), { sends: false });
    await round([`${drafts.faulty}/points/DEMO-2026-1/price`], /nothing else/);
  },
  A_ROUND_MS,
);

it('drafts that were handed over, published, dropped, or begun before something else was published', async () => {
  drafts.handedOver = await begins(wren, 'Fewer letters');
  await takesOut(wren, drafts.handedOver, '/letters/up-front-figure');
  await does(wren, drafts.handedOver, 'check-draft');
  const dropped = await begins(wren, 'Not this');
  await does(wren, dropped, 'drop-draft');
  const all = [drafts.handedOver, drafts.published, drafts.old, dropped];
  const pathway = '/pathways/adult-care';
  for (const path of ['/admin', ...all.flatMap((draft) => [draft, `${draft}${pathway}`, `${draft}${pathway}/stages/planning`])]) {
    expect([path, await walker.open(path)]).toEqual([path, 200]);
  }
});

it('has come to every page, and each was in order', () => {
  console.info(`${looked()} different pages were looked at`);
  expect(drawnPages().filter((path) => !cameTo.has(path))).toEqual([]);
  expect(faults()).toEqual([]);
});
