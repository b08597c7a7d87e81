/**
 * Trying a draft: a made-up case is walked stage by stage as the person, a worker or an approver would meet it. The address holds all of
 * it; nothing is stored and nothing is sent. Below stand the scenarios that were kept, with how each comes out now.
 */
import { readRoom } from '../../../lib/app/configuring/documents.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import type { BurdenOfBundle } from '../../../lib/pathway/burden.ts';
import { branchingIn } from '../../../lib/pathway/made-up.ts';
import { runScenario } from '../../../lib/pathway/scenario-run.ts';
import { scenarioOf } from '../../../lib/pathway/trial.ts';
import { Select } from '../kit/choices.tsx';
import { govuk } from '../kit/govuk.ts';
import type { Html } from '../kit/html.ts';
import { show } from '../page.ts';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { councilOf, walkableIn } from './draft-reading.ts';
import { LastChange } from './last-change.tsx';
import { ScenarioList } from './scenario-list.tsx';
import { WHO } from './stage-words.ts';
import { StageNow } from './try-stage.tsx';
import { LOOKS, stateIn, type TryProps, type TryState, type Walked, walkedBy } from './try-state.ts';
import { AskedOfWhom, Ended, GoneThrough } from './try-sum.tsx';

const Choose = ({ visit, bundle, state }: { visit: DraftVisit; bundle: BurdenOfBundle; state: TryState }) => (
  <form method="get" action={draftHref(visit.view.draft, '/try')} novalidate>
    <Select
      name="pathway"
      label="Which pathway?"
      value={state.pathway}
      choices={bundle.pathways.map(({ id, title }) => ({ value: id, text: title }))}
    />
    <Select
      name="as"
      label="As whom?"
      hint="You see what they would be asked. A stage that waits for somebody else asks you nothing."
      value={state.as}
      choices={LOOKS.map((look) => ({ value: look, text: look === 'everybody' ? 'Everybody, one after the other' : WHO[look] }))}
    />
    {govuk('button', { text: state.pathway ? 'Begin again' : 'Begin' })}
  </form>
);

/** What the points table makes of the answers so far. */
const figureWords = (walked: Walked, bundle: BurdenOfBundle): string | undefined => {
  const named = { id: 'tried', title: 'Tried', about: 'Made up' };
  const { figure } = runScenario(bundle, scenarioOf(walked.trial, walked.out, named, walked.answer));
  if (!figure) return undefined;
  return figure.weeklyPence === null
    ? 'These answers are above the points table, so the figure would be worked out individually.'
    : `These answers come to ${formatPence(figure.weeklyPence)} a week.`;
};

const Walk = (props: TryProps) => {
  const { out } = props.walked;
  const at = out.visits.at(-1);
  return (
    <>
      {out.end ? <Ended {...props} end={out.end} /> : at ? <StageNow props={props} at={at} /> : null}
      <GoneThrough {...props} />
      <AskedOfWhom {...props} />
    </>
  );
};

export const TryView = ({ visit, state }: { readonly visit: DraftVisit; readonly state: TryState }): Html => {
  const { view } = visit;
  const bundle = walkableIn(view.after, councilOf(visit));
  const walked = bundle && walkedBy(state, bundle);
  return (
    <DraftFrame visit={visit} title="Try it" part="Try it" meter={false}>
      <LastChange visit={visit} />
      <p class="govuk-body">
        Walk through this draft with a made-up case. Nothing is kept and nothing is sent: all of it is in the address of the page.
      </p>
      {bundle ? (
        <Choose visit={visit} bundle={bundle} state={state} />
      ) : (
        <p class="govuk-body">The draft cannot be walked until what keeps it from being read is put right.</p>
      )}
      {bundle && walked ? (
        <Walk
          visit={visit}
          walked={walked}
          forms={bundle.forms}
          branching={branchingIn(bundle.forms)}
          figure={figureWords(walked, bundle)}
        />
      ) : null}
      <ScenarioList visit={visit} bundle={bundle} scenarios={readRoom(view.after, 'scenarios').values} />
    </DraftFrame>
  );
};

export const tryIt = draftPage({
  path: '/try',
  get: async (visit) => show(<TryView visit={visit} state={stateIn(visit.c.req.query())} />),
});
