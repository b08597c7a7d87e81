/**
 * The working of an up-front figure, line by line, the same for the person and for staff. It adds nothing up: every line and figure
 * was kept with the allocation when it was made. Called by the person's amount page and by the staff pages.
 */
import { type AllocationLine, figureText, type QuestionLine } from '../../../lib/domain/allocation-line.ts';
import type { Assessment } from '../../../lib/domain/assessment.ts';
import type { Allocation } from '../../../lib/domain/event.ts';
import type { LifeAreas } from '../../../lib/domain/fact.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import type { Html, Words } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { type WorkingLine, WorkingTable } from '../kit/working-table.tsx';

type LineOf<K extends AllocationLine['kind']> = Extract<AllocationLine, { kind: K }>;

const lineOf = <K extends AllocationLine['kind']>(lines: readonly AllocationLine[], kind: K): LineOf<K> | undefined =>
  lines.find((line): line is LineOf<K> => line.kind === kind);

/** The kinds that add up to the weekly amount, in the order they are worked out. */
const MONEY: readonly AllocationLine['kind'][] = [
  'table-row',
  'interpolation',
  'per-point',
  'band',
  'contingency',
  'floor',
  'rounding',
];

const asLine = ({ label, detail, figure }: AllocationLine, disagree?: AllocationViewProps['disagree']): WorkingLine => ({
  label,
  detail: disagree ? (
    <>
      {detail}
      <span class="ow-working__detail">{disagree(label)}</span>
    </>
  ) : (
    detail
  ),
  ...(figure && { figure: figureText(figure) }),
});

type AllocationViewProps = {
  readonly allocation: Allocation;
  /** The person's own account, to show what they wrote beside each question. */
  readonly story?: LifeAreas | undefined;
  /** What was agreed in the assessment, to show why an answer is not what the person first said. */
  readonly assessment?: Assessment | undefined;
  readonly audience?: 'person' | 'staff' | undefined;
  /** Beside each line: the way to say that it is wrong. */
  readonly disagree?: ((line: string) => Html) | undefined;
};

/** What the rules say of the answer, then why it was changed, then what the person wrote beside it. */
const detailOf = (line: QuestionLine, { story, assessment, audience, disagree }: AllocationViewProps): Words => {
  const words = story?.[line.question]?.ownWords;
  const note = assessment?.answers[line.question]?.note;
  return (
    <>
      {line.detail}
      {note ? <span class="ow-working__detail">Why this was agreed: {note}</span> : null}
      {words ? (
        <span class="ow-working__detail ow-typed">
          {audience === 'person' ? 'Your' : 'Their'} own words: {words}
        </span>
      ) : null}
      {disagree ? <span class="ow-working__detail">{disagree(line.label)}</span> : null}
    </>
  );
};

/**
 * The whole working: the points of each question, the total, the council's table, what is kept back and why, the rounding, the week,
 * the year, and the same without family help. Where the rules give no figure it says so and shows none.
 */
export const AllocationView = (props: AllocationViewProps) => {
  const { allocation } = props;
  const { lines } = allocation;
  const questions = lines.filter((line): line is QuestionLine => line.kind === 'question');
  const total = lineOf(lines, 'total');
  return (
    <>
      <WorkingTable
        caption="The points for each answer"
        lines={questions.map((line) => ({ ...asLine(line), detail: detailOf(line, props) }))}
        total={total && { label: total.label, figure: figureText(total.figure) }}
      />
      {total ? <p class="govuk-body">{total.detail}</p> : null}
      <Money lines={lines} disagree={props.disagree} />
      <Guide lines={lines} />
      <p class="govuk-body-s">
        Worked out by the rules {allocation.model}, version {allocation.modelVersion}.
      </p>
    </>
  );
};

const Money = ({ lines, disagree }: Pick<AllocationViewProps, 'disagree'> & { readonly lines: readonly AllocationLine[] }) => {
  const individual = lineOf(lines, 'individual-costing');
  const weekly = lineOf(lines, 'weekly');
  const yearly = lineOf(lines, 'yearly');
  const gross = lineOf(lines, 'gross');
  const after = [yearly, gross].flatMap((line) => (line ? [asLine(line, disagree)] : []));
  return (
    <>
      {individual ? (
        <>
          <h2 class="govuk-heading-m">{individual.label}</h2>
          <p class="govuk-body">{individual.detail}</p>
        </>
      ) : (
        <WorkingTable
          caption="From points to money"
          lines={lines.filter(({ kind }) => MONEY.includes(kind)).map((line) => asLine(line, disagree))}
          total={weekly && { label: weekly.label, figure: figureText(weekly.figure) }}
        />
      )}
      {after.length > 0 ? <WorkingTable caption="Other ways to look at it" lines={after} /> : null}
    </>
  );
};

const Guide = ({ lines }: { readonly lines: readonly AllocationLine[] }) => {
  const guide = lineOf(lines, 'guide');
  return guide ? (
    <InsetText>
      <p class="govuk-body">
        <strong>{guide.detail}</strong>
      </p>
    </InsetText>
  ) : null;
};

/** The figure itself, large: a week and a year. Nothing where the rules give none. @example "£180.11 a week" */
export const UpFrontFigure = ({ allocation }: { readonly allocation: Allocation }) => {
  const yearly = lineOf(allocation.lines, 'yearly');
  if (allocation.weeklyPence === null) return null;
  return (
    <p class="govuk-heading-l">
      About {formatPence(allocation.weeklyPence)} a week
      {yearly ? <span class="govuk-caption-l">That is {figureText(yearly.figure)} over a year.</span> : null}
    </p>
  );
};
