/** From what was typed on the page of who leads to an arrangement, or what to put right. Whether it may be made is decided in the domain. */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { isInForce } from '../../../lib/domain/circle.ts';
import { LeadContent, LeadMode, leadFault } from '../../../lib/domain/lead.ts';
import { isStaff } from '../../../lib/domain/permission.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { type CaseVisit, type Typed, text } from '../page.ts';
import { dayIn } from '../shared/three-box-date.ts';

type Person = { readonly id: string; readonly name: string };

/** Whom the person can ask to take over: everybody they let in on all of it; and the worker who writes it down for them. */
export const mayTakeOver = ({ actor, case: { circle, person }, now }: CaseVisit): readonly Person[] => {
  const letIn = circle
    .filter((grant) => grant.sections === 'all' && isInForce(grant, toIsoDate(now)))
    .map(({ id, name }) => ({ id, name }));
  return isStaff(actor) && actor.id !== person.id ? [...letIn, { id: actor.id, name: actor.name }] : letIn;
};

const takenOver = (visit: CaseVisit, typed: Typed) => {
  const errors: Record<string, string> = {};
  const who = mayTakeOver(visit).find(({ id }) => id === text(typed, 'who'));
  const { date: checkInBy, message } = dayIn(typed, 'until');
  if (!who) errors.who = 'Choose who takes over for now.';
  const fault =
    message ??
    (checkInBy
      ? leadFault(
          { mode: 'someone-for-now', who: who ?? { id: 'x', name: 'x' }, checkInBy, words: '', canDecide: true },
          toIsoDate(visit.now),
        )
      : 'Write the day we ask you about it.');
  if (fault) errors.until = fault;
  return { who, checkInBy, errors };
};

/** `forThem`: somebody of the council writes down what the person said. */
export const readLead = (
  visit: CaseVisit,
  typed: Typed,
  forThem: boolean,
): { readonly content: LeadContent } | { readonly errors: FieldErrors } => {
  const mode = LeadMode.safeParse(text(typed, 'mode')).data;
  const words = forThem ? text(typed, 'words').replaceAll('\r\n', '\n').trim() : '';
  const decided = text(typed, 'canDecide');
  const taken = mode === 'someone-for-now' ? takenOver(visit, typed) : { who: undefined, checkInBy: undefined, errors: {} };
  const errors: Record<string, string> = {
    ...(!mode && { mode: 'Choose who should lead.' }),
    ...taken.errors,
    ...(forThem && words === '' && { words: 'Write down what they said.' }),
    ...(words.length > 1000 && { words: 'Use 1,000 letters or fewer.' }),
    ...(forThem && decided !== 'yes' && decided !== 'no' && { canDecide: 'Choose yes or no.' }),
  };
  if (!mode || Object.keys(errors).length > 0) return { errors };
  const { who, checkInBy } = taken;
  const canDecide = !forThem || decided === 'yes';
  return { content: LeadContent.parse({ mode, words, canDecide, ...(who && checkInBy && { who, checkInBy }) }) };
};
