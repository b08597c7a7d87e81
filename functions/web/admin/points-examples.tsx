/**
 * The worked examples of a points model: what each must come to, what it comes to as the draft has it and as it is live, and what a change
 * would make of it. The figures are `lib/domain/allocation.ts`; what is written with an example is changed in `points-example.tsx`.
 */
import { allocate } from '../../../lib/domain/allocation.ts';
import { formatPence, type Pence } from '../../../lib/domain/money.ts';
import type { RasModel, WorkedExample } from '../../../lib/domain/ras-model.ts';
import type { Html } from '../kit/html.ts';
import { Tag } from '../kit/messages.tsx';
import { Table } from '../kit/tables.tsx';

export const weekly = (pence: Pence | null): string => (pence === null ? 'Costed one by one' : formatPence(pence));

/** A figure in pence a week, `null` where the rules give none, or why it cannot be worked out. */
export type ComesTo = { readonly weeklyPence: Pence | null } | { readonly because: string };
export const comesTo = (model: RasModel, answers: WorkedExample['answers']): ComesTo => {
  const found = allocate(model, answers);
  if (found.ok) return { weeklyPence: found.result.weeklyPence };
  return { because: found.refusals[0]?.message ?? 'An answer is missing.' };
};

const words = (found: ComesTo): string => ('because' in found ? found.because : weekly(found.weeklyPence));
const isAsWritten = ({ weeklyPence }: WorkedExample, found: ComesTo): boolean =>
  'weeklyPence' in found && found.weeklyPence === weeklyPence;

const Standing = ({ example, found }: { readonly example: WorkedExample; readonly found: ComesTo }) =>
  isAsWritten(example, found) ? <>Comes out</> : <Tag text="Does not come out" colour="red" />;

const none = (model: RasModel): string =>
  `There are no worked examples of ${model.title ?? model.id}. With some, you see what a change does before anybody lives by it.`;

type ExamplesProps = {
  readonly model: RasModel;
  /** As it is live, where there is such a model. */
  readonly live: RasModel | undefined;
  /** Leads to changing one. */
  readonly href?: ((id: string) => string) | undefined;
};

export const Examples = ({ model, live, href }: ExamplesProps) => (
  <Table
    caption="Worked examples"
    head={[
      { text: 'Example' },
      { text: 'Must come to, a week', numeric: true },
      { text: 'Comes to in this draft', numeric: true },
      { text: 'Comes to live', numeric: true },
      { text: 'Does it?' },
    ]}
    rowHeads
    rows={(model.workedExamples ?? []).map((example) => {
      const found = comesTo(model, example.answers);
      return [
        href ? (
          <a class="govuk-link" href={href(example.id)}>
            {example.title}
          </a>
        ) : (
          example.title
        ),
        weekly(example.weeklyPence),
        words(found),
        live ? words(comesTo(live, example.answers)) : 'No such model',
        <Standing example={example} found={found} />,
      ];
    })}
    empty={none(model)}
  />
);

type WouldProps = { readonly before: RasModel; readonly after: RasModel };

/** What a change that was typed and not made would do to every example. */
export const WhatItWouldDo = ({ before, after }: WouldProps): Html => (
  <>
    <p class="govuk-body">Nothing is changed yet.</p>
    <Table
      caption="What it would do to the worked examples"
      head={[
        { text: 'Example' },
        { text: 'Comes to now', numeric: true },
        { text: 'Would come to', numeric: true },
        { text: 'Must come to', numeric: true },
        { text: 'Does it?' },
      ]}
      rowHeads
      rows={(after.workedExamples ?? []).map((example) => {
        const found = comesTo(after, example.answers);
        return [
          example.title,
          words(comesTo(before, example.answers)),
          words(found),
          weekly(example.weeklyPence),
          <Standing example={example} found={found} />,
        ];
      })}
      empty={none(after)}
    />
  </>
);
