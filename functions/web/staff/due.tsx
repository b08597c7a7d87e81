/**
 * Whether a page's work is due: a case that has moved on (second tab, back button, a colleague) gets a calm page that says where it
 * is now, never a form that cannot work. Called by every page where something is done to a case.
 */
import type { Underway } from '../../../lib/domain/case.ts';
import { type Configuration, formOf } from '../../../lib/domain/configuration.ts';
import type { Form } from '../../../lib/domain/form.ts';
import { type HumanStageDef, isHuman, type StageDef, type StageKind } from '../../../lib/domain/stage.ts';
import type { Html } from '../kit/html.ts';
import { type Answer, type CaseVisit, show } from '../page.ts';
import { CaseFrame, caseHref } from './case-frame.tsx';
import { stageAt, whereWords } from './case-words.ts';

/** The case at the stage a page is for. */
export type Due = { readonly state: Underway; readonly def: HumanStageDef };
/** Whether a stage is the one a page is for. */
export type Wanted = (def: HumanStageDef, configuration: Configuration) => boolean;

export const ofKind =
  (kind: StageKind): Wanted =>
  (def) =>
    def.kind === kind;

/** A form stage whose form has a page of this sort. */
export const withForm =
  (page: Form['page']): Wanted =>
  (def, configuration) =>
    def.kind === 'form' && formOf(configuration, def.form)?.page === page;

const human = (def: StageDef | undefined): HumanStageDef | undefined => (def && isHuman(def) ? def : undefined);

export const due = ({ case: state, configuration }: CaseVisit, wanted: Wanted): Due | undefined => {
  const def = human(stageAt(state, configuration));
  return state.state === 'underway' && def && wanted(def, configuration) ? { state, def } : undefined;
};

export const NotDue = ({ visit }: { readonly visit: CaseVisit }) => (
  <CaseFrame visit={visit} title="This is not waiting to be done">
    <p class="govuk-body">
      It has been done already, or it is not due yet. The case is now at:{' '}
      <strong>{whereWords(visit.case, visit.configuration)}</strong>.
    </p>
    <p class="govuk-body">Nothing was changed.</p>
    <p class="govuk-body">
      <a class="govuk-link" href={caseHref(visit)}>
        See what is next
      </a>
    </p>
  </CaseFrame>
);

/** The page, or where the case is now. For what a refusal shows again. */
export const drawWhenDue = (visit: CaseVisit, wanted: Wanted, draw: (at: Due) => Html): Html => {
  const at = due(visit, wanted);
  return at ? draw(at) : <NotDue visit={visit} />;
};

/** The same as an answer: 409 where the case has moved on. */
export const showWhenDue = (visit: CaseVisit, wanted: Wanted, draw: (at: Due) => Html, status: 200 | 422 = 200): Answer => {
  const at = due(visit, wanted);
  return at ? show(draw(at), status) : show(<NotDue visit={visit} />, 409);
};
