/**
 * Whether what a council asks of people stays under the ceilings it set itself. The counting is `lib/pathway/burden.ts`; this holds
 * one against the other. Called by `bundleFaults` once the forms are known to be sound, and by the command line to show both.
 */
import type { Ceiling, Council } from '../domain/council.ts';
import { type Burden, type BurdenOfBundle, burdenOf } from '../pathway/burden.ts';

type CeilingFault = { readonly code: 'over-the-ceiling' | 'unknown-pathway'; readonly where: string; readonly message: string };

/** The three numbers a ceiling is about. */
export type Height = Readonly<Record<keyof Ceiling, number>>;
export const heightOf = ({ everybody, approvals }: Pick<Burden, 'everybody' | 'approvals'>): Height => ({
  questions: everybody.questions.atMost,
  minutes: everybody.minutes.atMost,
  approvals: approvals.everything,
});

type Measure = keyof Height;
const MEASURES: readonly Measure[] = ['questions', 'minutes', 'approvals'];

/** “1 question”, “12 minutes”. */
const counted = (count: number, measure: Measure): string => `${count} ${count === 1 ? measure.slice(0, -1) : measure}`;

const heaviest = ({ forms }: Burden, measure: 'questions' | 'minutes'): string =>
  forms
    .map(({ form, ...load }) => ({ form, most: load[measure].atMost }))
    .sort((one, other) => other.most - one.most)
    .slice(0, 3)
    .map(({ form, most }) => `“${form}” (${counted(most, measure)})`)
    .join(', ');

const sentence = (burden: Burden, measure: Measure, most: number): string => {
  const number = counted(heightOf(burden)[measure], measure);
  if (measure === 'approvals')
    return `“${burden.pathway}” has ${number} between the start and support, and the ceiling is ${most}. Take one out, or raise the ceiling.`;
  const takes = measure === 'questions' ? `asks ${number} of everybody together` : `takes everybody together ${number}`;
  return `“${burden.pathway}” ${takes} at most, and the ceiling is ${most}. The heaviest forms are ${heaviest(burden, measure)}. Take questions out, or raise the ceiling.`;
};

const overOf = (council: Council, burden: Burden, ceiling: Ceiling): CeilingFault[] =>
  MEASURES.flatMap((measure): CeilingFault[] => {
    const most = ceiling[measure];
    if (most === undefined || heightOf(burden)[measure] <= most) return [];
    const where = `councils/${council.id}/ceilings/${burden.pathway}/${measure}`;
    return [{ code: 'over-the-ceiling', where, message: sentence(burden, measure, most) }];
  });

/**
 * Every number that is above its ceiling, with the forms that weigh most, and ceilings for pathways there are not.
 * @example // a ceiling of 80 questions, a pathway of 81
 * // “adult-care” asks 81 questions of everybody together at most, and the ceiling is 80. The heaviest forms are …
 */
export const ceilingFaults = (bundle: BurdenOfBundle & { readonly council: Council }): CeilingFault[] => {
  const { council, pathways, forms, questions, allocation } = bundle;
  const model = allocation.find(({ id }) => id === council.allocation);
  return Object.entries(council.ceilings ?? {}).flatMap(([id, ceiling]): CeilingFault[] => {
    const pathway = pathways.find((each) => each.id === id);
    if (pathway) return overOf(council, burdenOf({ pathway, forms, questions, model }), ceiling);
    const message = `There is no pathway “${id}”, so this ceiling holds nothing down. Correct its id, or take it out.`;
    return [{ code: 'unknown-pathway', where: `councils/${council.id}/ceilings/${id}`, message }];
  });
};
