/** The map of the way, on the person's page: each stage in the person's words, and whether it is done, now or still to come. */
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import type { Route } from '../../../lib/domain/stage.ts';
import { type Task, TaskList, type TaskStatus } from '../kit/lists.tsx';
import { Heading, Text } from './prose.tsx';
import { type Step, stepsOf, type Where } from './where-it-is.ts';

const STATUS: Readonly<Record<Where, TaskStatus>> = {
  done: 'Done',
  now: { tag: 'Now' },
  next: { cannotStart: 'Can come next' },
  later: { cannotStart: 'Later' },
  'if-things-change': { cannotStart: 'If things change' },
};

const supportItem = (state: Case): Task => {
  const inPlace = state.state === 'supported';
  const date = inPlace ? `We look at it again with you on or before ${formatDate(state.agreed.reviewDueOn)}.` : undefined;
  // Support goes on while a review looks at it: nothing stops because somebody asks.
  const goesOn = state.state === 'underway' && state.reviewing !== undefined;
  const status = inPlace ? STATUS.now : goesOn ? 'Goes on' : STATUS.later;
  return { title: 'Living your life with your support', status, ...(date && { hint: date }) };
};

const item = ({ stage, where }: Step): Task => ({ title: stage.forThePerson, status: STATUS[where] });

export const StepsOnTheWay = ({ route, state }: { readonly route: Route; readonly state: Case }) => {
  const steps = stepsOf(route, state);
  const before = steps.filter(({ stage }) => stage.id !== route.review);
  const review = steps.filter(({ stage }) => stage.id === route.review);
  return (
    <>
      <Heading>The whole way</Heading>
      <Text>This is a map, not a race. You can go back to a part if things change.</Text>
      <TaskList name="way" tasks={[...before.map(item), supportItem(state), ...review.map(item)]} />
    </>
  );
};
