/**
 * Every page × every role, on a case of `owner` that is at its story. The expected answers are written by hand, one line a page; a
 * page that is not in the table fails the test, so no page is ever added without saying who may see it.
 */
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Page } from '../../functions/web/page.ts';
import { Visitor } from '../support/visitor.ts';
import { castFor, openCase, visitor } from './cast.ts';

const ROLES = ['anonymous', 'owner', 'stranger', 'assessor', 'approver', 'configurer'] as const;
type Role = (typeof ROLES)[number];

/** GET, in the order of ROLES. 303 leads on, 403 says no, 404 does not say that there is anything, 409 says where the case is. */
const EXPECTED: Readonly<Record<string, readonly [number, number, number, number, number, number]>> = {
  '/': [200, 200, 200, 200, 200, 200],
  '/begin': [303, 303, 303, 303, 303, 303],
  '/return': [200, 200, 200, 200, 200, 200],
  '/return/:token': [404, 404, 404, 404, 404, 404],
  '/reckoner': [200, 200, 200, 200, 200, 200],
  '/rules': [200, 200, 200, 200, 200, 200],
  '/rules/:model': [200, 200, 200, 200, 200, 200],
  '/rules/:model/record.json': [200, 200, 200, 200, 200, 200],
  '/ways': [200, 200, 200, 200, 200, 200],
  '/print': [200, 200, 200, 200, 200, 200],
  '/print/:form': [200, 200, 200, 200, 200, 200],
  '/display': [200, 200, 200, 200, 200, 200],
  '/dev/outbox': [200, 200, 200, 200, 200, 200],
  '/help': [200, 200, 200, 200, 200, 200],
  '/accessibility': [200, 200, 200, 200, 200, 200],
  '/privacy': [200, 200, 200, 200, 200, 200],
  '/sign-in': [200, 200, 200, 200, 200, 200],
  '/sign-out': [303, 200, 200, 200, 200, 200],
  '/my': [403, 200, 200, 303, 303, 403],
  '/my/start': [403, 303, 200, 403, 403, 403],
  '/cases/:caseId/me': [403, 200, 404, 200, 200, 404],
  '/cases/:caseId/story': [403, 200, 404, 200, 403, 404],
  '/cases/:caseId/story/check': [403, 303, 404, 303, 403, 404],
  '/cases/:caseId/story/sent': [403, 303, 404, 303, 303, 404],
  '/cases/:caseId/story/:form/:page': [403, 200, 404, 200, 403, 404],
  '/cases/:caseId/save': [403, 200, 404, 403, 403, 404],
  '/cases/:caseId/people': [403, 200, 404, 200, 200, 404],
  '/cases/:caseId/people/invite': [403, 200, 404, 200, 403, 404],
  '/cases/:caseId/messages': [403, 200, 404, 200, 200, 404],
  '/cases/:caseId/disagree': [403, 200, 404, 200, 403, 404],
  '/cases/:caseId/disagreements': [403, 200, 404, 200, 200, 404],
  '/cases/:caseId/letters': [403, 200, 404, 200, 200, 404],
  '/cases/:caseId/letters/:number': [403, 404, 404, 404, 404, 404],
  '/cases/:caseId/who-looked': [403, 200, 404, 200, 200, 404],
  '/cases/:caseId/amount': [403, 200, 404, 200, 200, 404],
  '/cases/:caseId/what-you-pay': [403, 200, 404, 200, 200, 404],
  '/cases/:caseId/ways': [403, 200, 404, 200, 403, 404],
  '/cases/:caseId/ways/choose': [403, 200, 404, 200, 403, 404],
  '/cases/:caseId/your-plan': [403, 200, 404, 200, 403, 404],
  '/cases/:caseId/your-plan/words': [403, 303, 404, 303, 403, 404],
  '/cases/:caseId/your-plan/line': [403, 303, 404, 303, 403, 404],
  '/cases/:caseId/your-plan/need': [403, 303, 404, 303, 403, 404],
  '/cases/:caseId/your-plan/risk': [403, 303, 404, 303, 403, 404],
  '/cases/:caseId/your-plan/propose': [403, 200, 404, 200, 403, 404],
  '/cases/:caseId/who-leads': [403, 200, 404, 200, 403, 404],
  '/cases/:caseId/our-household': [403, 200, 404, 303, 303, 404],
  '/cases/:caseId/our-household/pool': [403, 404, 404, 303, 303, 404],
  '/cases/:caseId/ask-for-review': [403, 303, 404, 303, 403, 404],
  '/cases/:caseId/stop': [403, 200, 404, 200, 403, 404],
  '/work': [403, 403, 403, 200, 200, 403],
  '/work/new': [403, 403, 403, 200, 403, 403],
  '/reviews': [403, 403, 403, 200, 200, 403],
  '/cases/:caseId': [403, 303, 404, 200, 200, 404],
  '/cases/:caseId/answers': [403, 403, 404, 200, 200, 404],
  '/cases/:caseId/money': [403, 403, 404, 200, 200, 404],
  '/cases/:caseId/plan': [403, 403, 404, 200, 200, 404],
  '/cases/:caseId/history': [403, 403, 404, 200, 200, 404],
  '/cases/:caseId/circle': [403, 403, 404, 200, 200, 404],
  '/cases/:caseId/replies/:number': [403, 403, 404, 404, 404, 404],
  '/cases/:caseId/record/:form': [403, 403, 404, 409, 409, 404],
  '/replies': [403, 403, 403, 200, 200, 403],
  '/cases/:caseId/assess': [403, 403, 404, 409, 403, 404],
  '/cases/:caseId/plan/edit': [403, 303, 404, 409, 403, 404],
  '/cases/:caseId/plan/offer': [403, 303, 404, 409, 403, 404],
  '/cases/:caseId/urgent': [403, 403, 404, 200, 200, 404],
  '/cases/:caseId/finances': [403, 403, 404, 200, 403, 404],
  '/cases/:caseId/holding': [403, 403, 404, 200, 200, 404],
  '/cases/:caseId/holding/direct-payment': [403, 403, 404, 200, 403, 404],
  '/cases/:caseId/holding/fund': [403, 403, 404, 200, 403, 404],
  '/cases/:caseId/read-afterwards': [403, 403, 404, 403, 200, 404],
  '/cases/:caseId/together': [403, 403, 404, 200, 200, 404],
  '/cases/:caseId/together/pool': [403, 403, 404, 404, 404, 404],
  '/cases/:caseId/form/:stage': [403, 404, 404, 409, 409, 404],
  '/cases/:caseId/approve': [403, 403, 404, 403, 409, 404],
  '/cases/:caseId/review': [403, 403, 404, 409, 403, 404],
  '/admin': [403, 403, 403, 403, 403, 200],
  '/admin/live/pathways/:pathway': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/pathways': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/pathways/:pathway': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/pathways/:pathway/add-stage': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/pathways/:pathway/stages/:stage': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/pathways/:pathway/stages/:stage/take-out': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/pathways/:pathway/stages/:stage/ways': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/pathways/:pathway/stages/:stage/ways/add': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/pathways/:pathway/stages/:stage/ways/:outcome/take-out': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/pathways/:pathway/stages/:stage/merge-form': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/pathways/:pathway/stages/:stage/forms/:form/take-out': [403, 403, 403, 403, 403, 404],
  '/admin/drafts/:draft/try': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/try/save': [403, 403, 403, 403, 403, 303],
  '/admin/drafts/:draft/try/scenarios/:scenario/take-out': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/forms': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/forms/:form': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/forms/:form/words/:words': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/forms/:form/see/:page': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/forms/:form/take-out': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/forms/:form/questions/:question/take-out': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/forms/:form/questions/:question/move': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/forms/:form/questions/:question/when': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/forms/:form/pages/:page/when': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/forms/:form/add': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/forms/:form/add/which': [403, 403, 403, 403, 403, 422],
  '/admin/drafts/:draft/forms/:form/add/place': [403, 403, 403, 403, 403, 404],
  '/admin/drafts/:draft/forms/:form/add/new': [403, 403, 403, 403, 403, 404],
  '/admin/drafts/:draft/questions': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/questions/:question': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/questions/:question/words/:words': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/questions/:question/change': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/questions/:question/retire': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/letters': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/letters/:letter': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/letters/:letter/see': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/letters/:letter/title/words': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/letters/:letter/paragraphs/:at/words': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/letters/:letter/paragraphs/:at/when': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/letters/:letter/paragraphs/:at/take-out': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/letters/:letter/add': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/letters/:letter/take-out': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model/questions/:question': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model/questions/:question/:option': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model/questions/:question/:option/words': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model/table': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model/table/row': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model/price': [403, 403, 403, 403, 403, 404],
  '/admin/drafts/:draft/points/:model/contingency': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model/rules': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model/version': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model/examples': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model/add-example': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/points/:model/examples/:example': [403, 403, 403, 403, 403, 404],
  '/admin/drafts/:draft/charges': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/charges/:file/figure': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/contact': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/team': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/review': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/upkeep': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/in-force': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/holidays': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/add-holiday': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/tiers': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/add-tier': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/tiers/:tier': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/at-once': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/cover': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/add-cover': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/staff': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/add-staff': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/staff/:staff': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/ceilings': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/council/ceilings/:pathway': [403, 403, 403, 403, 403, 200],
  '/admin/evidence': [403, 403, 403, 403, 403, 200],
  '/admin/evidence/:pathway': [403, 403, 403, 403, 403, 200],
  '/admin/versions/:version/move': [403, 403, 403, 403, 403, 404],
  '/admin/moves': [403, 403, 403, 403, 403, 200],
  '/admin/moves/:move': [403, 403, 403, 403, 403, 404],
  '/admin/drafts/:draft': [403, 403, 403, 403, 403, 200],
  '/admin/drafts/:draft/files.json': [403, 403, 403, 403, 403, 200],
  '/admin/versions': [403, 403, 403, 403, 403, 200],
  '/admin/versions/:version': [403, 403, 403, 403, 403, 404],
  '/admin/versions/:version/files.json': [403, 403, 403, 403, 403, 404],
  '/admin/bring-in': [403, 403, 403, 403, 403, 200],
};

const pages = async (): Promise<readonly Page[]> => {
  Object.assign(process.env, { TABLE_NAME: 'Cases', COUNCIL: 'larkshire', SIGN_IN: 'demo', AWS_REGION: 'eu-west-2' });
  return (await import('../../functions/web/pages.ts')).pages;
};

const visitors = new Map<Role, Visitor>();
let caseId = '';
/** A draft of the configurer's, with nothing changed in it. */
let draft = '';

beforeAll(async () => {
  const cast = await castFor('Route Person');
  caseId = await openCase(cast);
  visitors.set('anonymous', new Visitor(inject('serviceUrl')));
  visitors.set('owner', cast.person);
  visitors.set('stranger', await visitor().signInAs('someone-new', 'Route Stranger'));
  visitors.set('assessor', cast.priya);
  visitors.set('approver', cast.glenda);
  const wren = await visitor().signInAs('S-WREN');
  visitors.set('configurer', wren);
  draft = await wren.submit('/admin', { title: 'Who may open what' });
});

const addressOf = ({ path }: Page): string =>
  path
    .replace('/admin/drafts/:draft', draft)
    .replace(':pathway', 'adult-care')
    .replace(':model/questions/:question', 'DEMO-2026-1/questions/nights')
    .replace(':option', 'every-night')
    .replace(':tier', 'team-manager')
    .replace(':staff', 'S-TOM')
    .replace(':file/', 'england/')
    .replace(':outcome', 'content')
    .replace(':scenario', 'plan-returned')
    .replace(':form/questions/:question', 'about-you/questions/about.carer')
    .replace(':form/see/:page', 'about-you/see/urgent')
    .replace(':form/pages/:page', 'about-you/pages/urgent')
    .replace(':words', path.includes('/questions/') ? 'ask' : 'title')
    .replace(':question', 'about.carer')
    .replace(':letter', 'plan-agreed')
    .replace('paragraphs/:at', 'paragraphs/0')
    .replace(':caseId', caseId)
    .replace(':form/:page', 'self-assessment/nights')
    .replace('record/:form', 'record/needs-assessment')
    .replace(':form', 'how-we-talk')
    .replace(':stage', 'quality-check')
    .replace(':number', '1')
    .replace(':token', 'x'.repeat(43))
    .replace(':model', 'DEMO-2026-1');

test('who may open what', async () => {
  const seen: Record<string, number[]> = {};
  for (const page of await pages()) {
    if (!page.get) continue;
    seen[page.path] = [];
    for (const role of ROLES) seen[page.path]?.push((await (visitors.get(role) as Visitor).get(addressOf(page))).status);
  }
  expect(seen).toEqual(EXPECTED);
});

describe('a form without its token is refused, whoever sends it', () => {
  test.each(ROLES.filter((role) => role !== 'anonymous'))('%s', async (role) => {
    for (const page of await pages()) {
      if (!page.post) continue;
      const reply = await (visitors.get(role) as Visitor).post(addressOf(page), { csrf: 'forged' });
      expect(reply.status, page.path).toBe(403);
    }
  });

  test('anonymous: every form but signing in and out asks them to sign in', async () => {
    for (const page of await pages()) {
      if (!page.post || page.kind === 'open') continue;
      const reply = await (visitors.get('anonymous') as Visitor).post(addressOf(page), {});
      expect(reply.status, page.path).toBe(403);
    }
  });
});

test('the case is as it was', async () => {
  const history = await (visitors.get('assessor') as Visitor).get(`/cases/${caseId}/history`);
  expect(history.html).not.toContain('machine was started again');
  expect((await (visitors.get('owner') as Visitor).get(`/cases/${caseId}/story`)).status).toBe(200);
});
