/**
 * Cases around a plan that the person leads: the small council with the kinds of support of England and a scheme of approval, each case
 * made through `decide`. And visits to them. Not a test itself.
 */
import '../../../support/web-environment.ts';
import { readFileSync } from 'node:fs';
import { Context } from 'hono';
import type { CaseVisit } from '../../../../functions/web/page.ts';
import { PLAIN } from '../../../../functions/web/reader.ts';
import type { Bundle } from '../../../../lib/app/configuration.ts';
import type { Actor } from '../../../../lib/domain/actor.ts';
import { ApprovalScheme } from '../../../../lib/domain/approval-scheme.ts';
import type { Case } from '../../../../lib/domain/case.ts';
import type { Configuration } from '../../../../lib/domain/configuration.ts';
import { subjectOf } from '../../../../lib/domain/permission.ts';
import type { PlanContent } from '../../../../lib/domain/plan.ts';
import { SupportRules } from '../../../../lib/domain/support-rules.ts';
import { follow, MONDAY, type Step, WAY_TO } from '../../../support/case-so-far.ts';
import { ada, ben, glenda, priya, small } from '../../../support/small-council.ts';

const support = SupportRules.parse(JSON.parse(readFileSync('workflows/support/england.json', 'utf8')));
const approval = ApprovalScheme.parse({
  tiers: [
    { id: 'worker', title: 'Team', from: 0, to: 99_999 },
    { id: 'panel', title: 'Panel', from: 100_000, to: null, panel: { workingDays: 5 } },
  ],
  atOnce: { upTo: 20_000, abovePercent: 10, sampleOneIn: 5 },
});
const stages = small.route.stages.map((stage) =>
  stage.id === 'planning' ? { ...stage, forThePerson: 'You make your plan' } : stage,
);
export const national: Configuration = {
  ...small,
  support,
  route: { ...small.route, stages },
  council: { ...small.council, approval },
};

export const ADA: Actor = { ...ada, name: 'Ada Thornbury' };
export const BEN: Actor = { ...ben, name: 'Ben <script>alert("b")</script>' };
export const PRIYA: Actor = { ...priya, name: 'Priya Raman' };
export const GLENDA = glenda;
export const NASTY = 'Swim <script>alert("s")</script> on Tuesdays.';

const made = (steps: readonly Step[], from?: Case, configuration = national): Case => {
  const state = follow(steps, from, configuration);
  if (!state) throw new Error('no case');
  return state;
};

export { made };

/** As `ada` of the small council began, by her own name. */
const named: readonly Step[] = WAY_TO.planning.map((step): Step => {
  const { command, ...rest } = step;
  return command.type === 'open-case'
    ? { ...rest, by: ADA, command: { ...command, caseId: 'C-PLAN2026', person: { id: ADA.id, name: ADA.name } } }
    : step;
});

export const begun = made(named.slice(0, 1));
export const planning = made([...named, { by: PRIYA, command: { type: 'take-work', stage: 'planning' } }]);

export const full: PlanContent = {
  goals: NASTY,
  strengths: 'I cook well. My sister phones each day.',
  items: [
    {
      what: 'Help to wash and dress',
      provider: 'Wren Care',
      kind: 'home-care',
      unit: 'hour',
      units: '4',
      unitPence: 2000,
      meets: ['CA-HYGIENE'],
      route: 'direct-payment',
    },
    {
      what: 'A hand rail <b>by the bath</b>',
      provider: '',
      kind: 'equipment',
      unit: 'item',
      units: '1',
      per: 'once',
      unitPence: 9500,
      meets: ['CA-HYGIENE'],
      route: 'council-managed',
      starts: '2026-12-01',
      ends: '2026-12-31',
      notAgreed: 'My son thinks two are needed.',
    },
  ],
  otherWays: [{ outcome: 'CA-COMMUNITY', how: 'carer', reason: 'My sister takes me out and likes to.' }],
  risks: [{ matters: 'I go out alone.', couldGoWrong: 'I could fall.', helps: 'I take my phone.', agreedBy: 'Ada and Priya' }],
  backUp: 'Call my daughter.',
  advice: 'The lunch club on Mondays.',
};

export const saves = (content: PlanContent, basedOn = 0, by = ADA): Step => ({
  by,
  command: { type: 'save-plan', content, basedOn },
});
export const written = made([saves(full)], planning);
export const explained = made([{ by: PRIYA, command: { type: 'explain-ways' } }], written);
const offered: Step = { by: ADA, command: { type: 'offer-plan', planVersion: 1 } };
const [railless] = full.items;
/** Too dear to be agreed at once, so somebody reads it. */
const dear: PlanContent = { ...full, items: railless ? [{ ...railless, units: '20' }] : [] };
const ready: readonly Step[] = [{ by: PRIYA, command: { type: 'explain-ways' } }, offered];
export const atCheck = made([saves(dear), ...ready], planning);
const checked: Step = { by: GLENDA, command: { type: 'fill-form', stage: 'check', outcome: 'fine', answers: {}, reasons: '' } };
export const atApproval = made([checked], atCheck);
/** For the panel. */
const dearest: PlanContent = { ...full, items: railless ? [{ ...railless, units: '60' }] : [] };
export const atPanel = made([saves(dearest), ...ready, checked], planning);
const reasons = 'Twenty hours is what it takes.';
export const returned = made(
  [{ by: GLENDA, command: { type: 'return-plan', planVersion: 1, reasons: 'Say who helps at night.' } }],
  atApproval,
);
export const agreed = made([{ by: GLENDA, command: { type: 'approve-plan', planVersion: 1, reasons } }], atApproval);

const figures = {
  kind: 'figures',
  standing: 'estimate',
  setting: 'community',
  assessableIncomePence: 25_000,
  capitalPence: 1_500_100,
  housingCostsPence: 2_000,
  drePence: 1_550,
  leftWithPence: 16_215,
} as const;

export { figures };

const invitation = {
  id: BEN.id,
  name: BEN.name,
  as: 'helper',
  sections: 'all',
  until: '2027-03-01',
  contact: { by: 'email', to: 'ben@example.org' },
} as const;
const invites: Step = {
  by: ADA,
  command: { type: 'invite-person', invitation: invitation },
};
export const helped = made([invites, { by: BEN, command: { type: 'join-circle' } }], explained);
export const LAST_DAY = '2026-11-30';
const lead = {
  mode: 'someone-for-now',
  who: { id: BEN.id, name: BEN.name },
  checkInBy: LAST_DAY,
  words: '',
  canDecide: true,
} as const;
export const benLeads = made([{ by: ADA, command: { type: 'arrange-lead', content: lead } }], helped);
export const adaLeads = made(
  [{ by: ADA, command: { type: 'arrange-lead', content: { mode: 'person', words: '', canDecide: true } } }],
  helped,
);
export const proposed = made(
  [
    { by: PRIYA, command: { type: 'propose-change', about: 'Help to wash and dress', words: NASTY } },
    { by: PRIYA, command: { type: 'propose-change', about: '', words: 'Ask for a cleaner, too.' } },
    { by: PRIYA, command: { type: 'propose-change', about: '', words: 'Go out more.' } },
    { by: ADA, command: { type: 'settle-proposal', number: 3, taken: false, words: 'I am tired.' } },
  ],
  adaLeads,
);
const urgent = { what: 'A carer each morning <script>alert(1)</script>', who: 'Wren Care', startsOn: '2026-11-02' };
export const inCrisis = made([{ by: PRIYA, command: { type: 'start-urgent-support', content: urgent } }], begun);
export const closed = made([{ by: ADA, command: { type: 'withdraw', reasons: 'No.' } }], written);

type Visiting = {
  readonly actor?: Actor;
  readonly now?: string;
  readonly query?: string;
  readonly configuration?: Configuration;
};

/** A visit to a case, by the person unless somebody else is named. */
export const planVisit = (
  state: Case,
  { actor = ADA, now = MONDAY, query = '', configuration = national }: Visiting = {},
): CaseVisit => {
  const { council } = configuration;
  const nobody = { council, service: { name: council.service, href: '/' }, nav: [], demonstration: true };
  return {
    c: new Context(new Request(`http://127.0.0.1/${query}`)),
    session: { id: 'session', actor, until: '2027-12-31T00:00:00Z' },
    // The pages of a case read its pinned configuration, never the bundle.
    bundle: { council } as unknown as Bundle,
    frame: { ...nobody, actor: { name: actor.name, signOutHref: '/sign-out' } },
    csrf: 'token',
    request: '11111111-2222-3333-4444-555555555555',
    now: new Date(now),
    reading: PLAIN,
    actor,
    case: state,
    configuration,
    subject: subjectOf(state, now.slice(0, 10)),
    reader: { about: actor.id !== state.person.id },
  };
};
