/** The scenarios of a draft, each run on it now: what differs is said in the words of the run. Keeping a new one is `try-save.tsx`. */
import type { BurdenOfBundle } from '../../../lib/pathway/burden.ts';
import type { Scenario } from '../../../lib/pathway/scenario.ts';
import { runScenario } from '../../../lib/pathway/scenario-run.ts';
import { Tag } from '../kit/messages.tsx';
import { Table } from '../kit/tables.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';

type ListProps = {
  readonly visit: DraftVisit;
  readonly bundle: BurdenOfBundle | undefined;
  readonly scenarios: readonly Scenario[];
};

const Result = ({ bundle, scenario }: { readonly bundle: BurdenOfBundle; readonly scenario: Scenario }) => {
  const { ok, problems } = runScenario(bundle, scenario);
  if (ok) return <Tag text="As it should" colour="green" />;
  return (
    <>
      <Tag text="Differs" colour="red" />
      {problems.map((problem) => (
        <div>{problem}</div>
      ))}
    </>
  );
};

export const ScenarioList = ({ visit: { view }, bundle, scenarios }: ListProps) => (
  <>
    <Table
      caption="Scenarios that were kept"
      rowHeads
      head={[{ text: 'Scenario' }, { text: 'Who it is about' }, { text: 'How it comes out' }, { text: 'Change' }]}
      rows={scenarios.map((scenario) => [
        scenario.title,
        scenario.about,
        bundle ? <Result bundle={bundle} scenario={scenario} /> : 'Cannot be run',
        view.draft.state === 'open' ? (
          <a class="govuk-link" href={draftHref(view.draft, `/try/scenarios/${scenario.id}/take-out`)}>
            Take it out<span class="govuk-visually-hidden">: {scenario.title}</span>
          </a>
        ) : (
          ''
        ),
      ])}
      empty="None yet. Walk through the draft to an end, and keep the walk."
    />
    <p class="govuk-body">Every one of them has to come out as it should before anything is published.</p>
  </>
);
