/**
 * What would change an up-front figure most: a few single changes of an answer, each with the figure it would give. For the person and
 * for staff. It works nothing out (`lib/domain/allocation-changes.ts`) and draws nothing where there is no figure to change.
 */
import type { Answers } from '../../../lib/domain/allocation.ts';
import { type AllocationChange, whatWouldChangeIt } from '../../../lib/domain/allocation-changes.ts';
import type { Allocation } from '../../../lib/domain/event.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { type RasModel, wordsFor } from '../../../lib/domain/ras-model.ts';
import { type WorkingLine, WorkingTable } from '../kit/working-table.tsx';

/** More than these few and nobody sees which matter. */
const MOST = 5;

type Reads = { readonly model: RasModel; readonly audience: 'person' | 'staff'; readonly easy?: boolean | undefined };

const labelOf = (change: AllocationChange, { model, easy }: Reads): string => {
  if (change.kind === 'no-help-counts') return 'All the help of family and friends';
  const question = model.questions.find(({ id }) => id === change.question);
  return wordsFor(question?.text, easy ? 'easyRead' : 'en', question?.domain ?? change.question);
};

const statementOf = (question: string, option: string, { model, easy }: Reads): string => {
  const found = model.questions.find(({ id }) => id === question)?.options.find(({ id }) => id === option);
  return wordsFor(found?.text, easy ? 'easyRead' : 'en', option);
};

/** The change as the beginning of a sentence. */
const ifSo = (change: AllocationChange, reads: Reads): string => {
  const whom = reads.audience === 'person' ? 'you' : 'them';
  switch (change.kind) {
    case 'more-need':
    case 'less-need':
      return `If “${statementOf(change.question, change.to, reads)}” fits ${whom} better`;
    case 'help-stops':
      return 'If family and friends stop helping with this';
    case 'no-help-counts':
      return 'If no one can go on with it';
  }
};

const lineOf = (change: AllocationChange, reads: Reads): WorkingLine => {
  const { after, difference } = change;
  const begins = ifSo(change, reads);
  const label = labelOf(change, reads);
  if (after === null || difference === null) {
    const who = reads.audience === 'person' ? 'We work it out with you' : 'The support is costed individually';
    return { label, detail: `${begins}, there is no set figure. ${who}. There is no cap.`, figure: 'No set figure' };
  }
  const way = difference > 0 ? 'more' : 'less';
  return {
    label,
    detail: `${begins}, it is ${formatPence(after)} a week.`,
    figure: `${formatPence(Math.abs(difference))} ${way}`,
  };
};

type WhatWouldChangeItProps = Omit<Reads, 'model'> & {
  /** The council's rules as the case has them. Rules other than those the figure was made with would explain another figure. */
  readonly model: RasModel | undefined;
  readonly allocation: Allocation | undefined;
  /** What was agreed in the assessment that the figure was made from. */
  readonly answers: Answers | undefined;
};

const isMadeWith = (allocation: Allocation, model: RasModel): boolean =>
  allocation.model === model.id && allocation.modelVersion === String(model.version);

/** The changes worth showing, or none: those that change nothing tell nobody anything. */
const shownChanges = ({ model, allocation, answers }: WhatWouldChangeItProps): readonly AllocationChange[] => {
  if (!model || !answers || !allocation || allocation.weeklyPence === null || !isMadeWith(allocation, model)) return [];
  const found = whatWouldChangeIt(model, answers);
  if (!found.ok || found.weeklyPence !== allocation.weeklyPence) return [];
  return found.changes.filter(({ difference }) => difference !== 0).slice(0, MOST);
};

/**
 * The block for a page: at most five changes, the largest first. Nothing where there is no figure, or where the rules, the answers and
 * the figure are not of one making, such as after a new assessment.
 */
export const WhatWouldChangeIt = (props: WhatWouldChangeItProps) => {
  const changes = shownChanges(props);
  const { model, audience, easy } = props;
  if (!model || changes.length === 0) return null;
  const whose = audience === 'person' ? 'your answers' : 'the agreed answers';
  return (
    <>
      <WorkingTable
        caption="What would change it most"
        lines={changes.map((change) => lineOf(change, { model, audience, easy }))}
      />
      <p class="govuk-body">
        Each line shows what the sum would be if just that one thing were not as it is in {whose}. It is not a test, and no answer
        is a wrong one.
      </p>
    </>
  );
};
