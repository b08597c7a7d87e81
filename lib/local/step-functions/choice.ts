/**
 * The Choice state: the first rule whose condition holds, else the default. Conditions are JSONata and must come to true or false. That
 * nothing fits is a `States.Runtime` on AWS, whose documentation keeps `States.NoChoiceMatched` for later.
 */
import type { ChoiceState } from './definition.ts';
import type { Frame } from './execution.ts';
import { workOut } from './expressions.ts';
import { QueryFault, StateFailure } from './failure.ts';
import { leave } from './leave.ts';
import { sightOf, type Turn } from './turn.ts';

export const choose = async (turn: Turn, frame: Frame, state: ChoiceState): Promise<void> => {
  const sight = sightOf(turn, frame);
  for (const [index, rule] of state.Choices.entries()) {
    const place = `Choices[${index}]/Condition`;
    const holds = await workOut(rule.Condition, place, sight);
    if (typeof holds !== 'boolean')
      throw new QueryFault(place, `The field '${place}' must come to true or false, but was ${JSON.stringify(holds)}.`);
    if (holds) return leave(turn, frame, 'Choice', rule);
  }
  if (state.Default !== undefined) return leave(turn, frame, 'Choice', { ...state, Next: state.Default });
  throw new StateFailure(
    'States.Runtime',
    `An error occurred while executing the state '${frame.state}' (entered at the event id #${frame.enteredEvent}). No rule of the choice holds, and it has no default.`,
    { terminal: true },
  );
};
