/**
 * The worked examples of a points model: made-up answers with the figure they must come to, written down by whoever set the points. A
 * model whose own examples do not come out is not published. Not the example that follows from any model (`allocation-example.ts`).
 */
import { allocate } from './allocation.ts';
import { formatPence, type Pence } from './money.ts';
import type { RasModel } from './ras-model.ts';

/** `where` is a place in the model, such as `workedExamples[0].weeklyPence`. */
export type ExampleFault = { readonly code: 'worked-example-differs'; readonly where: string; readonly message: string };

const sum = (pence: Pence | null): string => (pence === null ? 'individual costing' : `${formatPence(pence)} a week`);

/**
 * The examples that do not come to what is written with them, each with what they come to instead.
 * @example a model after one statement's points were raised → '“A bad winter” comes to £99.00 a week, and £90.00 a week is written …'
 */
export const exampleFaults = (model: RasModel): ExampleFault[] =>
  (model.workedExamples ?? []).flatMap(({ title, answers, weeklyPence }, place): ExampleFault[] => {
    const fault = (field: string, message: string): ExampleFault[] => [
      { code: 'worked-example-differs', where: `workedExamples[${place}].${field}`, message },
    ];
    const found = allocate(model, answers);
    if (!found.ok)
      return fault('answers', `“${title}” cannot be worked out: ${found.refusals[0]?.message ?? 'an answer is missing.'}`);
    if (found.result.weeklyPence === weeklyPence) return [];
    const [is, said] = [sum(found.result.weeklyPence), sum(weeklyPence)];
    return fault(
      'weeklyPence',
      `“${title}” comes to ${is}, and ${said} is written with it. Change the points back, or the example.`,
    );
  });
