/**
 * Which letters does the law ask for that a council does not write, or writes without what has to be in them? Each with a path on which
 * it is owed. The duties are data (`duty.ts`); whether letters are sound by themselves is `lib/domain/letter-faults.ts`.
 */
import type { LetterTemplate } from '../domain/letter.ts';
import { breaksRule, type LetterFault } from '../domain/letter-faults.ts';
import { binds } from './check-duties.ts';
import type { Duty, DutyRegister, LetterDuty, StageMark } from './duty.ts';
import type { PathStep } from './fault.ts';
import { type Graph, graphOf, type Step } from './graph.ts';
import { leavesBy, outcomeOf, seedsOf } from './marks.ts';
import type { Pathway } from './schema.ts';
import { fromTheStart, pathOf, storyOf } from './story.ts';

export type OwedFault = LetterFault & { readonly law: string; readonly path?: readonly PathStep[] };

/** How a case comes to where the letter is owed, past the marked stage. */
const wayTo = (graph: Graph, mark: StageMark): Step | undefined => {
  const seeds = seedsOf(graph, mark);
  const [first] = outcomeOf(mark) === undefined ? seeds : seeds.filter(({ by }) => by && leavesBy(by, mark));
  return first && fromTheStart(graph, first);
};

const faultOf = (duty: LetterDuty, { code, where }: Pick<LetterFault, 'code' | 'where'>, graphs: readonly Graph[]): OwedFault => {
  const { after } = duty;
  const [told] = after ? graphs.flatMap((graph) => ({ graph, way: wayTo(graph, after) })).filter(({ way }) => way) : [];
  const path = told?.way && pathOf(told.way);
  const story = told && path ? ` ${storyOf(told.graph.pathway, path, duty.although)}` : '';
  return { code, where, message: `${duty.message}${story} (${duty.law})`, law: duty.law, ...(path && { path }) };
};

const isLetterDuty = (duty: Duty): duty is LetterDuty => 'letter' in duty;

/** One fault for each rule of the register that these letters break, as far as it binds one of the pathways. */
export const owedLetterFaults = (
  templates: readonly LetterTemplate[],
  pathways: readonly Pathway[],
  register: DutyRegister,
): OwedFault[] => {
  const graphs = pathways.map(graphOf);
  return register.duties.filter(isLetterDuty).flatMap((duty): OwedFault[] => {
    const bound = graphs.filter((graph) => binds(duty, graph));
    const broken = bound.length > 0 ? breaksRule(templates, duty.letter) : undefined;
    return broken ? [faultOf(duty, broken, bound)] : [];
  });
};
