/**
 * Opening a case with help that cannot wait: the question on the form for a new case, what was typed there, and starting the help on
 * the case just opened. Two changes, one form: the second is asked of the case once it is there.
 */
import { createHash } from 'node:crypto';
import { type Acted, act } from '../../../lib/app/act.ts';
import { configurationOf } from '../../../lib/app/configuration.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { subjectOf } from '../../../lib/domain/permission.ts';
import type { UrgentSupportContent } from '../../../lib/domain/urgent-support.ts';
import { actPorts } from '../../ports.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { type Answer, type CaseVisit, goTo, type SignedInVisit, show, type Typed, text } from '../page.ts';
import { WHOLE_PAGE } from '../settle.tsx';
import type { Read } from './read-plainly.ts';
import { urgentPage } from './urgent.tsx';
import { readUrgent, UrgentFields, urgentTyped } from './urgent-form.tsx';
import { urgentHref } from './urgent-now.tsx';

type CrisisProps = { readonly visit: SignedInVisit; readonly typed: Typed; readonly errors: FieldErrors };

export const IsItUrgent = ({ visit, typed, errors }: CrisisProps) => (
  <Radios
    name="urgent"
    legend="Is help needed now?"
    value={text(typed, 'urgent')}
    error={errors.urgent}
    choices={[
      { value: 'no', text: 'No, the questions come first' },
      {
        value: 'yes',
        text: 'Help is needed now',
        hint: 'Three facts are enough. Nothing has to be assessed first, and the rest can follow.',
        reveal: <UrgentFields now={visit.now} typed={typed} errors={errors} />,
      },
    ]}
  />
);

/**
 * The help to start, or nothing where none is asked for. Facts written down beside a “no”, or beside no answer, are never passed over:
 * somebody may be waiting for that help.
 */
export const readCrisis = (typed: Typed, now: Date): Read<UrgentSupportContent | undefined> => {
  const asked = text(typed, 'urgent');
  if (asked === 'yes') return readUrgent(typed, toIsoDate(now));
  if (urgentTyped(typed))
    return { errors: { urgent: 'You wrote what is needed, or who gives it. Choose “Help is needed now”, or clear the boxes.' } };
  return asked === '' || asked === 'no' ? { value: undefined } : { errors: { urgent: 'Choose one of the two.' } };
};

/** A visit to the case that this same form has just opened. */
const visitTo = (visit: SignedInVisit, state: Case): CaseVisit => ({
  ...visit,
  case: state,
  configuration: configurationOf(visit.bundle, state.pathway),
  subject: subjectOf(state, toIsoDate(visit.now)),
  reader: { about: true },
});

/** The case is there and the help is not: said so, on the page where it is started, with everything that was typed. */
export const helpNotStarted = (visit: SignedInVisit, state: Case, typed: Typed, why: string): Html => {
  const errors = { [WHOLE_PAGE]: `The case is open, but the help has not started. ${why}` };
  return urgentPage({ visit: visitTo(visit, state), typed, errors });
};

const whyNot = (acted: Extract<Acted, { done: false }>): string =>
  acted.why === 'refused' ? acted.refusal.message : 'Somebody changed the case at the same moment. Send it again.';

/** Of the form and of what it says of the help: the same one sent twice starts it once. */
const requestOf = (request: string, content: UrgentSupportContent): string =>
  createHash('sha256')
    .update(JSON.stringify([request, 'urgent', content]))
    .digest('base64url')
    .slice(0, 24);

type Opened = { readonly state: Case; readonly content: UrgentSupportContent; readonly typed: Typed };

/** Starts the help on the case just opened and leads to where it is seen. */
export const startOn = async (visit: SignedInVisit, { state, content, typed }: Opened): Promise<Answer> => {
  const { actor: by, request } = visit;
  const command = { type: 'start-urgent-support', content } as const;
  const acted = await act(actPorts, { caseId: state.id, command, by, request: requestOf(request, content) });
  if (acted.done) return goTo(urgentHref({ case: acted.case }));
  const now = acted.why === 'refused' ? (acted.case ?? state) : state;
  return show(helpNotStarted(visit, now, typed, whyNot(acted)), 409);
};
