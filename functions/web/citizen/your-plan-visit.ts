/**
 * What every page of the person's own plan shares: who may write in it now, and saving one change of it. The pages are `your-plan*.tsx`;
 * who holds the pen is decided in `lib/domain/lead.ts`, who comes in at all in `lib/domain/permission.ts`.
 */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { type Configuration, formOf } from '../../../lib/domain/configuration.ts';
import { holdsThePen } from '../../../lib/domain/lead.ts';
import { roleFor } from '../../../lib/domain/permission.ts';
import { type Plan, PlanContent } from '../../../lib/domain/plan.ts';
import { stageOf } from '../../../lib/domain/stage.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { type Answer, type CaseVisit, casePage, goTo, type Page, show, type Typed, text } from '../page.ts';
import { askCase, WHOLE_PAGE } from '../settle.tsx';
import { pathsOf } from './paths.ts';

/** Whether the case is where its plan is written. */
export const isAtPlanning = (state: Case, configuration: Configuration): boolean => {
  const def = state.state === 'underway' ? stageOf(configuration.route, state.at.stage) : undefined;
  return def?.kind === 'form' && formOf(configuration, def.form)?.page === 'plan';
};

/** Whether this visitor is one who may write the plan today, wherever the case is. */
export const holdsPen = ({ actor, case: { lead }, subject, now }: CaseVisit): boolean => {
  const role = roleFor(actor, 'save-plan', subject);
  return role !== undefined && holdsThePen(lead, { id: actor.id, role }, toIsoDate(now));
};

export const mayWrite = (visit: CaseVisit): boolean => holdsPen(visit) && isAtPlanning(visit.case, visit.configuration);

export const NO_PLAN: PlanContent = { goals: '', items: [], otherWays: [], backUp: '' };

/** A plan without who wrote it and when: what a save sends whole. */
export const contentOf = (plan: Plan | undefined): PlanContent => {
  if (!plan) return NO_PLAN;
  const { version: _version, authors: _authors, writtenBy: _writtenBy, writtenAt: _writtenAt, ...content } = plan;
  return content;
};

const NO_ROOM = 'There is no more room in the plan for this. Make it shorter, or take something else out first.';

type Change = {
  readonly change: (plan: PlanContent) => PlanContent;
  /** The page again, with what is wrong. */
  readonly again: (errors: FieldErrors) => Html;
};

const version = (typed: Typed): number => {
  const sent = text(typed, 'basedOn');
  return /^\d{1,6}$/.test(sent) ? Number(sent) : -1;
};

/** Saves the plan with one change in it, on the version its writer had before them. On to the plan itself. */
export const saveChange = async (visit: CaseVisit, typed: Typed, { change, again }: Change): Promise<Answer> => {
  const content = PlanContent.safeParse(change(contentOf(visit.case.plan)));
  if (!content.success) return show(again({ [WHOLE_PAGE]: NO_ROOM }), 422);
  const to = pathsOf(visit.case.id).yourPlan;
  return askCase(visit, { type: 'save-plan', content: content.data, basedOn: version(typed) }, { to, again, typed });
};

/** Whether somebody saved the plan after this form was drawn. */
export const isOld = ({ case: { plan } }: CaseVisit, typed: Typed): boolean =>
  typed.basedOn !== undefined && version(typed) !== (plan?.version ?? 0);

type Doors = {
  readonly path: string;
  readonly get: (visit: CaseVisit) => Html | undefined;
  readonly post: (visit: CaseVisit, typed: Typed) => Promise<Answer>;
};

/**
 * A page where one part of the plan is written. Who does not hold the pen, or comes when the plan is not being written, is led to the plan,
 * where they can propose; so is who asks for a part that is not there. A form sent all the same is the domain's to refuse.
 */
export const writingPage = ({ path, get, post }: Doors): Page =>
  casePage('save-plan', {
    path: `/cases/:caseId/your-plan/${path}`,
    get: async (visit) => {
      const drawn = mayWrite(visit) ? get(visit) : undefined;
      return drawn ? show(drawn) : goTo(pathsOf(visit.case.id).yourPlan);
    },
    post,
  });
