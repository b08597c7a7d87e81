/** The Wait state: until an absolute moment, which is stored, so that a restart neither shortens nor lengthens it. */
import { isTimestamp, type WaitState } from './definition.ts';
import type { Frame } from './execution.ts';
import { workOutNumber, workOutText } from './expressions.ts';
import { QueryFault } from './failure.ts';
import { instant, sightOf, type Turn } from './turn.ts';

const untilOf = async (turn: Turn, frame: Frame, state: WaitState): Promise<string> => {
  const sight = sightOf(turn, frame);
  if (state.Seconds !== undefined) return instant(turn.now + (await workOutNumber(state.Seconds, 'Seconds', sight, 0)) * 1000);
  const timestamp = await workOutText(state.Timestamp ?? '', 'Timestamp', sight);
  if (isTimestamp(timestamp)) return instant(Date.parse(timestamp));
  const sentence = 'The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string:';
  throw new QueryFault('Timestamp', `${sentence} ${timestamp}`);
};

export const startWaiting = async (turn: Turn, frame: Frame, state: WaitState): Promise<void> => {
  frame.standing = { at: 'pause', until: await untilOf(turn, frame, state), next: 'leave' };
};
