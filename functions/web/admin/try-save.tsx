/**
 * Keeping a walk as a scenario: what it is called and about whom. What should come of it is what came of it: the end, and no more
 * questions than were asked. And taking one out again. It runs at every check from then on.
 */
import { readRoom } from '../../../lib/app/configuring/documents.ts';
import type { BurdenOfBundle } from '../../../lib/pathway/burden.ts';
import { Scenario } from '../../../lib/pathway/scenario.ts';
import { runScenario } from '../../../lib/pathway/scenario-run.ts';
import { scenarioOf } from '../../../lib/pathway/trial.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { SummaryList } from '../kit/lists.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { type Answer, goTo, show, type Typed, text } from '../page.ts';
import { WHOLE_PAGE } from '../typed-rows.ts';
import { notThere } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { changeDraft, type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { councilOf, walkableIn } from './draft-reading.ts';
import { toldAt } from './last-change.tsx';
import { idOutOf } from './new-stage.ts';
import { gone } from './pathway-page.tsx';
import { ENDS, quoted } from './stage-words.ts';
import { fieldsOf, queryOf, stateIn, type Walked, walkedBy } from './try-state.ts';

type Kept = { readonly walked: Walked; readonly bundle: BurdenOfBundle };

const walkIn = (visit: DraftVisit, sent: Readonly<Record<string, unknown>>): Kept | undefined => {
  const bundle = walkableIn(visit.view.after, councilOf(visit));
  const walked = bundle && walkedBy(stateIn(sent), bundle);
  return bundle && walked?.out.end ? { walked, bundle } : undefined;
};

type Named = Pick<Scenario, 'id' | 'title' | 'about'>;

/** The scenario with what came of it as what should come of it. */
const keptAs = ({ walked, bundle }: Kept, named: Named): Scenario => {
  const made = scenarioOf(walked.trial, walked.out, named, walked.answer);
  const { asked } = runScenario(bundle, made);
  const questionsAtMost = new Set(asked.flatMap(({ questions }) => questions)).size;
  return { ...made, expect: { ...made.expect, questionsAtMost } };
};

type SaveProps = {
  readonly visit: DraftVisit;
  readonly kept: Kept;
  readonly typed?: Typed | undefined;
  readonly errors?: FieldErrors | undefined;
};

export const TrySaveView = ({ visit, kept, typed = {}, errors = {} }: SaveProps): Html => {
  const { state } = kept.walked;
  const { expect } = keptAs(kept, { id: 'tried', title: 'Tried', about: 'Made up' });
  return (
    <DraftFrame
      visit={visit}
      title="Save this as a scenario"
      part="Try it"
      back={draftHref(visit.view.draft, `/try${queryOf(state)}`)}
      errors={errors}
      meter={false}
    >
      <SummaryList
        rows={[
          { key: 'Comes to', value: ENDS[expect.end] },
          { key: 'Questions asked at most', value: String(expect.questionsAtMost) },
        ]}
      />
      <p class="govuk-body">Whoever publishes a change by which it comes out otherwise is told, and cannot publish it.</p>
      <ChangeForm visit={visit} action="/try/save" submit="Save the scenario" errors={errors} reason={text(typed, 'reason')}>
        {fieldsOf(state).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextInput
          name="title"
          label="What happens, in a few words"
          hint="Such as: the plan comes back once, and is then agreed"
          value={text(typed, 'title')}
          error={errors.title}
        />
        <TextInput
          name="about"
          label="Who is it about, in one line?"
          hint="Somebody made up. Never a real person."
          value={text(typed, 'about')}
          error={errors.about}
        />
      </ChangeForm>
    </DraftFrame>
  );
};

const keep = async (visit: DraftVisit, typed: Typed): Promise<Answer> => {
  const kept = walkIn(visit, typed);
  const { draft, after } = visit.view;
  if (!kept) return goTo(draftHref(draft, `/try${queryOf(stateIn(typed))}`));
  const again = (errors: FieldErrors) => <TrySaveView visit={visit} kept={kept} typed={typed} errors={errors} />;
  const [title, about] = [text(typed, 'title').trim(), text(typed, 'about').trim()];
  const taken = readRoom(after, 'scenarios').values.map(({ id }) => id);
  const scenario = Scenario.safeParse(keptAs(kept, { id: idOutOf(title, taken), title, about }));
  if (!scenario.success) {
    const wrong = (field: string) => scenario.error.issues.some(({ path }) => path[0] === field);
    const errors = {
      ...(wrong('title') && { title: 'Say what happens, in 1 to 120 letters.' }),
      ...(wrong('about') && { about: 'Say who it is about, in 1 to 200 letters.' }),
    };
    return show(again(Object.keys(errors).length > 0 ? errors : { [WHOLE_PAGE]: 'This walk cannot be kept.' }), 422);
  }
  const { problems } = runScenario(kept.bundle, scenario.data);
  if (problems.length > 0) return show(again({ [WHOLE_PAGE]: `This walk cannot be kept. ${problems.join(' ')}` }), 422);
  return changeDraft(visit, { type: 'save-scenario', scenario: scenario.data }, typed, {
    to: toldAt(draftHref(draft, '/try')),
    again,
  });
};

export const trySave = draftPage({
  path: '/try/save',
  get: async (visit) => {
    const sent = visit.c.req.query();
    const kept = walkIn(visit, sent);
    return kept
      ? show(<TrySaveView visit={visit} kept={kept} />)
      : goTo(draftHref(visit.view.draft, `/try${queryOf(stateIn(sent))}`));
  },
  post: keep,
});

type TakeOutProps = {
  readonly visit: DraftVisit;
  readonly scenario: Scenario;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
};

export const ScenarioTakeOutView = ({ visit, scenario, typed = {}, errors = {} }: TakeOutProps): Html => (
  <DraftFrame
    visit={visit}
    title={`Take out the scenario ${quoted(scenario.title)}`}
    part="Try it"
    back={draftHref(visit.view.draft, '/try')}
    errors={errors}
    meter={false}
  >
    <p class="govuk-body">{scenario.about}</p>
    <p class="govuk-body">It is not tried any more when something is published.</p>
    <ChangeForm
      visit={visit}
      action={`/try/scenarios/${scenario.id}/take-out`}
      submit="Take it out"
      errors={errors}
      reason={text(typed, 'reason')}
    />
  </DraftFrame>
);

const scenarioIn = ({ c, view }: DraftVisit): Scenario | undefined =>
  readRoom(view.after, 'scenarios').values.find(({ id }) => id === c.req.param('scenario'));

export const scenarioTakeOut = draftPage({
  path: '/try/scenarios/:scenario/take-out',
  get: async (visit) => {
    const scenario = scenarioIn(visit);
    return scenario ? show(<ScenarioTakeOutView visit={visit} scenario={scenario} />) : notThere(visit);
  },
  post: async (visit, typed) => {
    const scenario = scenarioIn(visit);
    const to = toldAt(draftHref(visit.view.draft, '/try'));
    if (!scenario) return gone(visit, to);
    return changeDraft(visit, { type: 'remove-scenario', id: scenario.id }, typed, {
      to,
      again: (errors) => <ScenarioTakeOutView visit={visit} scenario={scenario} typed={typed} errors={errors} />,
    });
  },
});
