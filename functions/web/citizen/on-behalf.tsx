/**
 * For staff who fill in the story with somebody: whose words these are. The pages say "you" and mean the person; pages in the third
 * person are for a later version.
 */
import { InsetText } from '../kit/messages.tsx';
import type { CaseVisit } from '../page.ts';

export const OnBehalfOf = ({ visit: { actor, case: state } }: { readonly visit: CaseVisit }) =>
  actor.id === state.person.id ? null : (
    <InsetText>
      You are filling this in with {state.person.name}. “You” is {state.person.name}. We keep a note that you wrote it down.
    </InsetText>
  );
