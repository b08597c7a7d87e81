/** For somebody who helps with a part of the story and comes to the plan: what they can do instead. Nothing of the plan is in it. */
import { Page } from '../kit/layout.tsx';
import { type Answer, type CaseVisit, show } from '../page.ts';
import { homeOf } from './paths.ts';
import { Text } from './prose.tsx';

export const notYourPlan = (visit: CaseVisit): Answer => {
  const { frame, case: state } = visit;
  return show(
    <Page {...frame} title="You cannot see this plan" back={homeOf(visit)}>
      <Text>
        {state.person.name} asked you to help with a part of this. The plan is not in that part. {state.person.name} can ask you
        to take over the plan for a while. Then you can see it here.
      </Text>
    </Page>,
    403,
  );
};
