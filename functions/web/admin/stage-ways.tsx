/**
 * Where the outcomes of a stage lead: one select each. Every one that differs is a change of its own, so that each can be undone by
 * itself. Adding an outcome and taking one out are `stage-way-add.tsx` and `stage-way-take-out.tsx`.
 */
import type { OperationOf } from '../../../lib/app/configuring/operation.ts';
import { Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { type Answer, goTo, show, type Typed, text } from '../page.ts';
import { WHOLE_PAGE } from '../typed-rows.ts';
import { changeTogether } from './change-together.ts';
import { isDone, withReason } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
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
  const again = (errors: FieldErrors) => <StageWaysView visit={visit} typed={typed} errors={errors} />;
  const to = toldAt(stageHref(visit.view.draft, visit));
  if (isDone(visit)) return goTo(to);
  const operations = changedWays(visit, typed);
  const same = operations.length === 0 ? { [WHOLE_PAGE]: 'They lead there already. Choose another place for one of them.' } : {};
  const errors = withReason(same, typed);
  if (Object.keys(errors).length > 0) return show(again(errors), 422);
  return changeTogether(visit, operations, typed, { to, again });
};

export const stageWays = stagePage({ path: '/ways', get: async (visit) => show(<StageWaysView visit={visit} />), post: lead });
