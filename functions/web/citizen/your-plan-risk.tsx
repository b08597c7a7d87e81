/**
 * A risk worth taking, written down by the person: what it is for, what could go wrong, what helps, who agreed. A new one or one that is
 * there. It stops nobody from anything; it shows that it was thought about.
 */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { PositiveRisk } from '../../../lib/domain/plan.ts';
import { DateInput, dateParts } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { type CaseVisit, count, show, type Typed, text } from '../page.ts';
import { boxes, boxesOf, dayIn } from '../shared/three-box-date.ts';
import { pathsOf } from './paths.ts';
import { Link, Text } from './prose.tsx';
import { PlanPart } from './your-plan-frame.tsx';
import { saveChange, writingPage } from './your-plan-visit.ts';

const FIELDS = [
  {
    field: 'matters',
    label: 'What do you want to do, and why?',
    hint: 'Such as go to the shop on my own.',
    missing: 'Write what you want to do.',
  },
  { field: 'couldGoWrong', label: 'What could go wrong?', hint: 'Such as I could fall.', missing: 'Write what could go wrong.' },
  { field: 'helps', label: 'What helps if it does?', hint: 'Such as I take my phone.', missing: 'Write what helps.' },
] as const;
const LONGEST = 1000;

type Risks = readonly PositiveRisk[];

const riskAt = (risks: Risks | undefined, number: number | undefined, was?: string) => {
  if (number === undefined) return undefined;
  const all = risks ?? [];
  const same = was === undefined || was === '' || all[number - 1]?.matters === was;
  const place = same ? number - 1 : all.findIndex(({ matters }) => matters === was);
  const risk = all[place];
  return risk && { place, risk };
};

const riskTyped = (risk: PositiveRisk | undefined): Typed =>
  risk
    ? {
        matters: risk.matters,
        couldGoWrong: risk.couldGoWrong,
        helps: risk.helps,
        agreedBy: risk.agreedBy,
        ...boxes('lookAgainOn', dateParts(risk.lookAgainOn)),
      }
    : {};

const Fields = ({ typed, errors }: { readonly typed: Typed; readonly errors: FieldErrors }) => (
  <>
    {FIELDS.map(({ field, label, hint }) => (
      <Textarea
        name={field}
        label={label}
        hint={hint}
        value={text(typed, field)}
        error={errors[field]}
        rows={3}
        limit={LONGEST}
      />
    ))}
    <TextInput
      name="agreedBy"
      label="Who has talked about this and said yes?"
      hint="Your name, and who you talked to."
      value={text(typed, 'agreedBy')}
      error={errors.agreedBy}
    />
    <DateInput
      name="lookAgainOn"
      legend="When do you want to look at this again?"
      hint="You can leave this empty."
      value={boxesOf(typed, 'lookAgainOn')}
      error={errors.lookAgainOn}
    />
  </>
);

type Drawn = { readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined };

/** The page for the risk numbered `number`, from 1, or for a new one. */
export const planRiskPage = (visit: CaseVisit, number: number | undefined, { typed, errors = {} }: Drawn = {}): Html => {
  const was = typed && text(typed, 'was');
  const found = riskAt(visit.case.plan?.risks, number, was);
  const { planRisk, yourPlan } = pathsOf(visit.case.id);
  return (
    <PlanPart
      visit={visit}
      title="A risk worth taking"
      action={planRisk()}
      typed={typed ?? {}}
      errors={errors}
      intro={<Text>Some good things come with a risk. You may take it. Writing it down shows that you thought about it.</Text>}
      ownButtons
    >
      {number === undefined ? null : <input type="hidden" name="risk" value={String(number)} />}
      {number === undefined ? null : <input type="hidden" name="was" value={was ?? found?.risk.matters ?? ''} />}
      <Fields typed={typed ?? riskTyped(found?.risk)} errors={errors} />
      <div class="govuk-button-group">
        <Button text="Save" />
        {found ? <Button text="Take it out" kind="warning" name="action" value="remove" /> : null}
        <Link href={yourPlan}>Not now</Link>
      </div>
    </PlanPart>
  );
};

/** The risk that was typed, or one message for each field that is not in order. */
export const readRisk = (typed: Typed, today: string): { readonly risk: PositiveRisk } | { readonly errors: FieldErrors } => {
  const at = (field: string) => text(typed, field).replaceAll('\r\n', '\n').trim();
  const { date, message } = dayIn(typed, 'lookAgainOn');
  const errors: Record<string, string> = {};
  for (const { field, missing } of FIELDS) {
    if (at(field) === '') errors[field] = missing;
    if (at(field).length > LONGEST) errors[field] = 'Use 1,000 letters or fewer.';
  }
  if (at('agreedBy') === '') errors.agreedBy = 'Write who said yes. It can be just you.';
  if (at('agreedBy').length > 200) errors.agreedBy = 'Use 200 letters or fewer.';
  if (message) errors.lookAgainOn = message;
  else if (date && date <= today) errors.lookAgainOn = 'Choose a day that is still to come.';
  if (Object.keys(errors).length > 0) return { errors };
  const words = { matters: at('matters'), couldGoWrong: at('couldGoWrong'), helps: at('helps'), agreedBy: at('agreedBy') };
  return { risk: PositiveRisk.parse({ ...words, ...(date && { lookAgainOn: date }) }) };
};

const withRisk = (risks: Risks = [], place: number | undefined, risk: PositiveRisk | undefined): PositiveRisk[] => {
  if (place === undefined) return risk ? [...risks, risk] : [...risks];
  return risks.flatMap((each, at) => (at === place ? (risk ? [risk] : []) : [each]));
};

export const planRisk = writingPage({
  path: 'risk',
  get: (visit) => {
    const asked = visit.c.req.query('risk');
    const number = asked && /^[1-9]\d?$/.test(asked) ? Number(asked) : undefined;
    return asked !== undefined && !riskAt(visit.case.plan?.risks, number) ? undefined : planRiskPage(visit, number);
  },
  post: async (visit, typed) => {
    const number = count(typed, 'risk');
    const found = riskAt(visit.case.plan?.risks, number, text(typed, 'was'));
    const again = (errors: FieldErrors): Html => planRiskPage(visit, number, { typed, errors });
    const save = (risk: PositiveRisk | undefined) =>
      saveChange(visit, typed, { change: (plan) => ({ ...plan, risks: withRisk(plan.risks, found?.place, risk) }), again });
    if (text(typed, 'action') === 'remove') return save(undefined);
    const read = readRisk(typed, toIsoDate(visit.now));
    return 'errors' in read ? show(again(read.errors), 422) : save(read.risk);
  },
});
