/**
 * Where the outcomes of a stage lead: one select each. Every one that differs is a change of its own, so that each can be undone by
 * itself. Adding an outcome and taking one out are `stage-way-add.tsx` and `stage-way-take-out.tsx`.
 */
import { idFrom } from '../../../lib/app/configuring/configure.ts';
import type { OperationOf } from '../../../lib/app/configuring/operation.ts';
import { Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { type Answer, goTo, show, type Typed, text } from '../page.ts';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { changeDraft } from './draft-page.tsx';
import { LastChange, toldAt } from './last-change.tsx';
import { type StageVisit, stageHref, stagePage, stagePath } from './pathway-page.tsx';
import { leadChoices, leadOf, leadValue, outcomeWords, quoted, waysOf } from './stage-words.ts';

type WaysProps = { readonly visit: StageVisit; readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined };

const fieldOf = (outcome: string): string => `way-${outcome}`;

export const StageWaysView = ({ visit, typed = {}, errors = {} }: WaysProps): Html => {
  const { pathway, stage, forms, view } = visit;
  return (
    <DraftFrame
      visit={visit}
      title={`Where ${quoted(stage.title)} leads`}
      part="Pathways"
      back={stageHref(view.draft, visit)}
      errors={errors}
    >
      <LastChange visit={visit} />
      <ChangeForm
        visit={visit}
        action={stagePath(pathway, stage, '/ways')}
        submit="Lead them there"
        errors={errors}
        reason={text(typed, 'reason')}
      >
        {waysOf(stage).map(({ outcome, to }) => (
          <Select
            name={fieldOf(outcome)}
            label={`When it ends as: ${outcomeWords(stage, outcome, forms)}`}
            value={text(typed, fieldOf(outcome)) || leadValue(to)}
            error={errors[fieldOf(outcome)]}
            choices={leadChoices(pathway)}
          />
        ))}
      </ChangeForm>
    </DraftFrame>
  );
};

type Lead = OperationOf<'lead-outcome'>;

const changedWays = ({ pathway, stage }: StageVisit, typed: Typed): Lead[] =>
  waysOf(stage).flatMap(({ outcome, to }): Lead[] => {
    const chosen = leadOf(text(typed, fieldOf(outcome)), pathway);
    if (!chosen || leadValue(chosen) === leadValue(to)) return [];
    return [{ type: 'lead-outcome', pathway: pathway.id, stage: stage.id, outcome, to: chosen }];
  });

const lead = async (visit: StageVisit, typed: Typed): Promise<Answer> => {
  const { stage, view } = visit;
  const again = (errors: FieldErrors) => <StageWaysView visit={visit} typed={typed} errors={errors} />;
  const to = toldAt(stageHref(view.draft, visit));
  const operations = changedWays(visit, typed);
  const own = ({ outcome }: { outcome: string }): string => `${visit.request}-${outcome}`;
  if (operations.length === 0) {
    const made = waysOf(stage).map((way) => idFrom(own(way), 'N'));
    if (view.draft.changes.some(({ id }) => made.includes(id))) return goTo(to);
    return show(again({ 'main-content': 'They lead there already. Choose another place for one of them.' }), 422);
  }
  const { revision: _, ...later } = typed;
  for (const [place, operation] of operations.entries()) {
    const one = { ...visit, request: own(operation) };
    // The first is held against the draft as the page showed it; the others follow from it.
    const answer = await changeDraft(one, operation, place === 0 ? typed : later, { to, again });
    if (!('goTo' in answer)) return answer;
  }
  return goTo(to);
};

export const stageWays = stagePage({ path: '/ways', get: async (visit) => show(<StageWaysView visit={visit} />), post: lead });
