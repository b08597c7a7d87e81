/**
 * Going through the forms of a pathway with answers that are known beforehand, as the person and the staff would: which questions
 * were shown at each stop, and which of them were new. For past cases (`typical.ts`) and for scenarios (`scenario-run.ts`); every
 * possible way at once is `branches.ts`.
 */
import type { Value } from '../domain/answer.ts';
import { fits } from '../domain/answer-fits.ts';
import { addDays } from '../domain/calendar.ts';
import { type Facts, withConfirmation, withStatement } from '../domain/fact.ts';
import { shownIn, type Walk } from '../domain/form-walk.ts';
import type { Bank } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import type { Step } from './branches.ts';
import { isAsked, type Place, placesIn, type Stop } from './form-order.ts';

export type Replay = {
  /** The stops in the order they were come to; the same one again where a case comes back to it. A day lies between any two. */
  readonly visits: readonly Stop[];
  readonly bank: Bank;
  readonly answers: (question: QuestionId) => Value | undefined;
};

/** Something that showed, on the way that was taken. */
export type Taken = Step & { readonly shown: NonNullable<Step['shown']> };

const SOMEBODY = { id: 'somebody', name: 'Somebody' };

/** The form with nothing on it but this item: what shows of it depends on nothing else of the form. */
const alone = ({ form, section, page, item }: Place) => [
  { ...form, sections: [{ ...section, pages: [{ ...page, items: [item] }] }] },
];

/**
 * What showed at each visit. A question without an answer counts as skipped, and one whose answer no longer fits it as well; both are
 * asked again wherever they come again.
 */
export const replay = ({ visits, bank, answers }: Replay): readonly (readonly Taken[])[] => {
  let facts: Facts = {};
  const skipped = new Set<QuestionId>();
  const stepAt = (place: Place, walk: Omit<Walk, 'facts' | 'forms'>): Taken[] => {
    if (!isAsked(place.item)) return [];
    const [shown] = shownIn({ ...walk, facts, forms: alone(place) });
    if (!shown) return [];
    const { question, standing } = shown;
    const at = `${walk.today}T12:00:00.000Z`;
    const again = standing === 'ask' && skipped.has(question.id);
    if (standing === 'confirm') facts = withConfirmation(facts, question.id, { by: SOMEBODY, at });
    const value = standing === 'ask' && question.type !== 'finding' ? answers(question.id) : undefined;
    if (value !== undefined && fits(question, value)) {
      const role = place.form.for === 'person' ? 'person' : 'assessor';
      facts = withStatement(facts, question.id, {
        value,
        by: SOMEBODY,
        role,
        at,
        form: place.form.id,
        configuration: 'replayed',
      });
    } else if (standing === 'ask' && question.type !== 'finding') skipped.add(question.id);
    return [{ place, shown, again }];
  };
  return visits.map((stop, index) => {
    const today = addDays('2026-01-01', index);
    const walk = { bank, since: `${today}T00:00:00.000Z`, today };
    return stop.forms.flatMap((form) => placesIn(stop, form)).flatMap((place) => stepAt(place, walk));
  });
};
