/** The fields of a plan: one priced line, how a need that no line meets is looked after, a risk worth taking. Drawn by `plan-edit.tsx`. */
import { NEED_CODES, type NeedCode, plainNeed } from '../../../lib/domain/eligibility.ts';
import { formatPence, parsePounds } from '../../../lib/domain/money.ts';
import { LONGEST_NOT_AGREED, OtherWay, Per, Unit, Units } from '../../../lib/domain/plan.ts';
import { itemOncePence, itemWeeklyPence } from '../../../lib/domain/plan-cost.ts';
import type { CaseKind } from '../../../lib/domain/stage.ts';
import type { SupportRules } from '../../../lib/domain/support-rules.ts';
import { kindsFor, optionsFor } from '../../../lib/domain/support-rules.ts';
import { say } from '../../../lib/domain/text.ts';
import { Checkboxes, Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button } from '../kit/form.tsx';
import type { WithChildren } from '../kit/html.ts';
import { Details } from '../kit/messages.tsx';
import { MoneyInput, Textarea, TextInput } from '../kit/text-fields.tsx';
import { howWords, PER_WORDS } from '../shared/plan-words.ts';
import {
  type LineDraft,
  type LineText,
  lineField,
  type RiskDraft,
  type RiskText,
  riskField,
  type WayDraft,
  type WayText,
  wayField,
} from './plan-draft.ts';
import type { OfferedShare } from './plan-form.ts';

const UNITS = [{ value: '', text: 'Choose' }, ...Unit.options.map((unit) => ({ value: unit, text: `${unit}s` }))];
const hows = (outcome: NeedCode) => [
  { value: '', text: 'A line of the plan will meet it' },
  ...OtherWay.shape.how.options.map((how) => ({ value: how, text: howWords({ how, outcome }) })),
];

const OFTEN = Per.options.map((per) => ({ value: per, text: PER_WORDS[per] }));

/** What a council has set up for lines: kinds, ways to hold the money, and the shares of pools this case can claim. */
export type Offers = {
  readonly rules?: SupportRules | undefined;
  readonly kind: CaseKind;
  readonly today: string;
  readonly shares: readonly OfferedShare[];
};

const About = ({ words, place }: { readonly words: string; readonly place: number }) => (
  <>
    {words}
    <span class="govuk-visually-hidden">, line {place + 1}</span>
  </>
);

type LineProps = {
  readonly line: LineDraft;
  readonly place: number;
  /** The needs it can meet; codes a stored line has from before stay on offer. */
  readonly needs: readonly NeedCode[];
  readonly offers: Offers;
  readonly errors: FieldErrors;
  /** A line that is there already can be removed. */
  readonly removable: boolean;
};

/** What a line as it stands on the page costs; nothing while it cannot be told. */
const costOf = ({ units, price, per: often, share }: LineDraft, { shares }: Offers): string => {
  const claimed = shares.find(({ value }) => value === share);
  if (claimed) return `: ${formatPence(claimed.pence)} a week, this person’s share`;
  const [read, per] = [Units.safeParse(units.trim()), Per.safeParse(often || 'week')];
  const unitPence = parsePounds(price);
  if (!read.success || !per.success || unitPence === undefined) return '';
  const priced = { units: read.data, unitPence, per: per.data };
  return per.data === 'once'
    ? `: ${formatPence(itemOncePence(priced))} once`
    : `: ${formatPence(itemWeeklyPence(priced))} a week`;
};

type Said = { name: string; label: ReturnType<typeof About>; value: string; error: string | undefined };
const sayer =
  ({ line, place, errors }: Pick<LineProps, 'line' | 'place' | 'errors'>) =>
  (part: LineText, words: string): Said => {
    const name = lineField(place, part);
    return { name, label: <About words={words} place={place} />, value: line[part], error: errors[name] };
  };

const Third = ({ children }: WithChildren) => <div class="govuk-grid-column-one-third">{children}</div>;

/** What it is, who gives it, how much of it, at what price. The labels end with the line's number for people who do not see which it is. */
const WordsAndFigures = (props: Pick<LineProps, 'line' | 'place' | 'errors'>) => {
  const said = sayer(props);
  return (
    <>
      <TextInput {...said('what', 'What is it?')} />
      <TextInput {...said('provider', 'Who gives it? (if known)')} />
      <div class="govuk-grid-row">
        <Third>
          <TextInput {...said('units', 'How many?')} width={5} inputmode="decimal" />
        </Third>
        <Third>
          <Select {...said('unit', 'Counted in')} choices={UNITS} />
        </Third>
        <Third>
          <Select {...said('per', 'How often?')} choices={OFTEN} />
        </Third>
      </div>
      <MoneyInput {...said('price', 'What does one cost?')} />
    </>
  );
};

/** What kind it is and who holds its money, where the council has set that up; none of the ways is chosen beforehand. */
const KindAndMoney = ({ offers, ...props }: Pick<LineProps, 'line' | 'place' | 'errors' | 'offers'>) => {
  const said = sayer(props);
  const { rules, kind, today, shares } = offers;
  if (!rules) return null;
  const kinds = kindsFor(rules, kind).map(({ id, name }) => ({ value: id, text: say(name) }));
  const ways = optionsFor(rules, today).flatMap((way) => ('route' in way ? [{ value: way.route, text: say(way.name) }] : []));
  return (
    <>
      <Select {...said('kind', 'What kind of support is it?')} choices={[{ value: '', text: 'Choose' }, ...kinds]} />
      <Select {...said('route', 'Who holds the money?')} choices={[{ value: '', text: 'Not chosen yet' }, ...ways]} />
      {shares.length > 0 || props.line.share !== '' ? (
        <Select
          {...said('share', 'Is it a share of something paid for together?')}
          choices={[{ value: '', text: 'No' }, ...shares.map(({ value, label }) => ({ value, text: label }))]}
        />
      ) : null}
    </>
  );
};

const MoreAboutIt = (props: Pick<LineProps, 'line' | 'place' | 'errors'>) => {
  const said = sayer(props);
  return (
    <Details summary={`Dates, and who sees it differently, line ${props.place + 1}`}>
      <TextInput {...said('starts', 'Starts on (if it is known)')} width={10} />
      <TextInput {...said('ends', 'Ends on (if it does)')} width={10} />
      <Textarea
        {...said('notAgreed', 'Who sees this line differently, and what do they say?')}
        rows={2}
        limit={LONGEST_NOT_AGREED}
      />
    </Details>
  );
};

export const LineFields = ({ line, place, needs, offers, errors, removable }: LineProps) => {
  const meets = lineField(place, 'meets');
  const offered = NEED_CODES.filter((code) => needs.includes(code) || line.meets.includes(code));
  const field = { line, place, errors };
  return (
    <section aria-labelledby={`line-${place + 1}`}>
      <h3 class="govuk-heading-s" id={`line-${place + 1}`}>
        {removable || place === 0 ? `Line ${place + 1}${costOf(line, offers)}` : `Line ${place + 1}, if you need one more`}
      </h3>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <WordsAndFigures {...field} />
          <KindAndMoney {...field} offers={offers} />
          <MoreAboutIt {...field} />
        </div>
        <div class="govuk-grid-column-one-third">
          <Checkboxes
            name={meets}
            legend={<About words="Which needs does it meet?" place={place} />}
            values={line.meets}
            error={errors[meets]}
            choices={offered.map((code) => ({ value: code, text: plainNeed(code) }))}
          />
        </div>
      </div>
      {removable ? <Button text={`Remove line ${place + 1}`} kind="secondary" name="remove" value={String(place + 1)} /> : null}
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
    </section>
  );
};

type WayProps = { readonly outcome: NeedCode; readonly way: WayDraft | undefined; readonly errors: FieldErrors };

export const WayFields = ({ outcome, way, errors }: WayProps) => {
  const said = (part: WayText, words: string) => {
    const name = wayField(outcome, part);
    const label = (
      <>
        {words}
        <span class="govuk-visually-hidden">: {plainNeed(outcome)}</span>
      </>
    );
    return { name, label, value: way?.[part] ?? '', error: errors[name] };
  };
  return (
    <section aria-labelledby={`need-${outcome}`}>
      <h3 class="govuk-heading-s" id={`need-${outcome}`}>
        {plainNeed(outcome)}
      </h3>
      <div class="govuk-grid-row">
        <Third>
          <Select {...said('how', 'How else is it met?')} choices={hows(outcome)} />
        </Third>
        <div class="govuk-grid-column-two-thirds">
          <Textarea {...said('reason', 'Why, or by whom?')} rows={2} />
          <TextInput {...said('owner', 'If nothing meets it yet: who looks for a way?')} />
          <TextInput {...said('lookAgainOn', 'And when do you look at it again?')} width={10} />
        </div>
      </div>
    </section>
  );
};

type RiskProps = { readonly risk: RiskDraft; readonly place: number; readonly errors: FieldErrors; readonly removable: boolean };

/** A risk worth taking: what it is for comes before what could go wrong. */
export const RiskFields = ({ risk, place, errors, removable }: RiskProps) => {
  const said = (part: RiskText, words: string) => {
    const name = riskField(place, part);
    return { name, label: `${words}, risk ${place + 1}`, value: risk[part], error: errors[name] };
  };
  return (
    <section aria-label={`Risk ${place + 1}`}>
      <Textarea {...said('matters', 'What matters to them')} rows={2} />
      <Textarea {...said('couldGoWrong', 'What could go wrong')} rows={2} />
      <Textarea {...said('helps', 'What helps')} rows={2} />
      <TextInput {...said('agreedBy', 'Who agreed to it')} />
      <TextInput {...said('lookAgainOn', 'When it is looked at again')} width={10} />
      {removable ? <Button text={`Remove risk ${place + 1}`} kind="secondary" name="remove" value={`risk-${place + 1}`} /> : null}
    </section>
  );
};
