/**
 * Cases about who holds the money, made by `decide` on the small council with a nation's own rules for support, and visits to them. Every
 * free text of the plan holds markup. Not a test itself.
 */
import '../../../support/web-environment.ts';
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { Answer, CaseVisit, Page, Typed } from '../../../../functions/web/page.ts';
import { PLAIN } from '../../../../functions/web/reader.ts';
import type { Actor } from '../../../../lib/domain/actor.ts';
import type { Case } from '../../../../lib/domain/case.ts';
import type { Configuration } from '../../../../lib/domain/configuration.ts';
import type { ArrangementContent } from '../../../../lib/domain/holding.ts';
import { subjectOf } from '../../../../lib/domain/permission.ts';
import type { PlanContent, SupportItem } from '../../../../lib/domain/plan.ts';
import { type FundingRoute, SupportRules } from '../../../../lib/domain/support-rules.ts';
import { approve, check, follow, offer, type Step, save, WAY_TO } from '../../../support/case-so-far.ts';
import { ada, priya, small } from '../../../support/small-council.ts';
import { htmlFaults } from '../../../support/valid-html.ts';
import { bundle } from '../public/public-visit.ts';

export const NOW = '2026-11-02T09:00:00.000Z';
export const TODAY = '2026-11-02';
export const EVIL = '<script>alert("x")</script>';

export const rulesOf = (nation: string): SupportRules =>
  SupportRules.parse(JSON.parse(readFileSync(`workflows/support/${nation}.json`, 'utf8')));
export const england: Configuration = { ...small, support: rulesOf('england') };
export const scotland: Configuration = {
  ...small,
  council: { ...small.council, jurisdiction: 'SCT' },
  support: rulesOf('scotland'),
};

export const line = (what: string, kind?: string, more: Partial<SupportItem> = {}): SupportItem => ({
  what: `${what} ${EVIL}`,
  provider: 'Larks',
  unit: 'hour',
  units: '4',
  unitPence: 2000,
  meets: ['CA-HYGIENE', 'CA-COMMUNITY'],
  ...(kind && { kind }),
  ...more,
});
export const HELPER = line('A helper', 'personal-assistant');
export const SHARED_LIVES = line('A home with Bronwen', 'shared-lives-living', { units: '10' });
export const CARE_HOME = line('A care home', 'care-home', { units: '20' });

export const planOf = (...items: SupportItem[]): PlanContent => ({
  goals: 'Swim.',
  items,
  otherWays: [],
  backUp: 'Call.',
  advice: 'A hoist.',
});
export const by = (item: SupportItem, route: FundingRoute): SupportItem => ({ ...item, route });

const explain = (who: Actor): Step => ({ by: who, command: { type: 'explain-ways' } });
const arranging = (content: ArrangementContent): Step => ({ by: priya, command: { type: 'arrange-money', content } });
const inPlace: Step = {
  by: priya,
  command: { type: 'fill-form', stage: 'arranging', outcome: 'in-place', answers: { money: 'person' }, reasons: '' },
};

const made = (steps: readonly Step[], configuration: Configuration): Case => {
  const state = follow(steps, undefined, configuration);
  if (!state) throw new Error('no case');
  return state;
};

export const planning = (items: readonly SupportItem[], configuration = england): Case =>
  made([...WAY_TO.planning, ...(items.length > 0 ? [save(planOf(...items))] : [])], configuration);

export const explained = (items: readonly SupportItem[], who = ada, configuration = england): Case =>
  made([...WAY_TO.planning, ...(items.length > 0 ? [save(planOf(...items))] : []), explain(who)], configuration);

const MORE = { finances: [] as Step[], arrangements: [] as ArrangementContent[] };

export const agreed = (items: readonly SupportItem[], { finances, arrangements } = MORE): Case =>
  made(
    [
      ...WAY_TO.planning,
      save(planOf(...items)),
      explain(ada),
      ...finances,
      offer(),
      check(),
      approve(1, 'It is what it costs.'),
      ...arrangements.map(arranging),
    ],
    england,
  );

export const supported = (items: readonly SupportItem[], arrangements: readonly ArrangementContent[]): Case => {
  const before = agreed(items, { ...MORE, arrangements: [...arrangements] });
  const after = follow([inPlace], before, england);
  if (!after) throw new Error('no case');
  return after;
};

export const PAYS_IN_FULL: Step = {
  by: priya,
  command: { type: 'record-finances', content: { kind: 'pays-in-full', reason: 'Their choice.' } },
};

const contextOf = async (path: string, address: string): Promise<Context> => {
  const found: Context[] = [];
  const app = new Hono();
  app.get(path, (c) => {
    found.push(c);
    return c.text('');
  });
  await app.request(address);
  const [context] = found;
  if (!context) throw new Error(`${address} is not an address of ${path}`);
  return context;
};

type At = { readonly configuration?: Configuration; readonly now?: string };

export const visitTo = async (
  state: Case,
  actor: Actor = ada,
  path = '/cases/:caseId',
  { configuration = england, now = NOW }: At = {},
): Promise<CaseVisit> => ({
  c: await contextOf(path, path.replace(':caseId', state.id)),
  session: { id: 'session', actor, until: '2026-12-31T00:00:00Z' },
  actor,
  bundle,
  frame: {
    council: configuration.council,
    service: { name: configuration.council.service, href: '/' },
    nav: [],
    actor: { name: actor.name, signOutHref: '/sign-out' },
  },
  csrf: 'token',
  request: '00000000-0000-4000-8000-000000000000',
  now: new Date(now),
  reading: PLAIN,
  case: state,
  configuration,
  subject: subjectOf(state, now.slice(0, 10)),
  reader: { about: actor.id !== state.person.id },
});

export const drawn = async (html: Html): Promise<string> => String(await (await html).toString());

export type Shown = { readonly status: number; readonly html: string };

const shown = async (answer: Answer): Promise<Shown | { goTo: string }> => {
  if ('goTo' in answer) return answer;
  if ('file' in answer) throw new Error('a file');
  return { status: answer.status, html: await drawn(answer.show) };
};

export const opening = async (page: Page, state: Case, actor: Actor = ada, at: At = {}) => {
  if (page.kind !== 'case' || !page.get) throw new Error(`${page.path} shows nothing about a case`);
  return shown(await page.get(await visitTo(state, actor, page.path, at)));
};

/** Only for a form that is not in order: one that is would be kept, and there is no table here. */
export const posting = async (page: Page, state: Case, typed: Typed, actor: Actor = ada, at: At = {}) => {
  if (page.kind !== 'case' || !page.post) throw new Error(`${page.path} takes no form`);
  return shown(await page.post(await visitTo(state, actor, page.path, at), typed));
};

/** The page of an answer; a test that expects one never goes on with none. */
export const pageOf = (answer: Shown | { goTo: string }): Shown => {
  if ('goTo' in answer) throw new Error(`went to ${answer.goTo}`);
  return answer;
};

export const faultsIn = htmlFaults({
  'tel-non-breaking': 'off',
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
});

/** What a person sees, in one line. */
export const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[#a-z0-9]+;/gi, ' ')
    .replace(/\s+/g, ' ');
