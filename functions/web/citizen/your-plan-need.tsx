/**
 * How one need is looked after where no line of the plan does it: by somebody who cares, not at all because the person wants it so, or by
 * nothing yet, with who looks for a way and when. A need is never left without a word.
 */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { kindOfNeed, type NeedCode, NeedCode as NeedCodes, plainNeed } from '../../../lib/domain/eligibility.ts';
import { OtherWay, type PlanContent } from '../../../lib/domain/plan.ts';
import { type Choice, Radios } from '../kit/choices.tsx';
import { DateInput, dateParts } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { type CaseVisit, show, type Typed, text } from '../page.ts';
import { boxes, boxesOf, dayIn } from '../shared/three-box-date.ts';
import { pathsOf } from './paths.ts';
import { Link, Text } from './prose.tsx';
import { PlanPart } from './your-plan-frame.tsx';
import { contentOf, saveChange, writingPage } from './your-plan-visit.ts';

/** The choice that takes another way back: a line of the plan does it. */
const BY_A_LINE = 'line';

const OWN_HOW: Readonly<Record<OtherWay['how'], string>> = {
  carer: 'Someone who cares for you does this. They can, and they want to go on',
  declined: 'You do not want help with this',
  unmet: 'Nothing helps with this yet',
};
const FOR_A_CARER: Readonly<Record<OtherWay['how'], string>> = {
  ...OWN_HOW,
  carer: 'Family or friends do this. They can, and they want to go on',
};

/** How a need is looked after, said to the person whose need it is. Staff have `shared/plan-words.ts`. */
export const ownHowWords = ({ how, outcome }: Pick<OtherWay, 'how' | 'outcome'>): string =>
  (kindOfNeed(outcome) === 'carer' ? FOR_A_CARER : OWN_HOW)[how];

const wayTyped = (way: OtherWay | undefined): Typed =>
  way ? { how: way.how, reason: way.reason, owner: way.owner ?? '', ...boxes('lookAgainOn', dateParts(way.lookAgainOn)) } : {};

type FieldsProps = { readonly typed: Typed; readonly errors: FieldErrors };

const WhoLooks = ({ typed, errors }: FieldsProps) => (
  <>
    <TextInput
      name="owner"
      label="Who looks for a way?"
      hint="One person, by name. It can be you, or one of us."
      value={text(typed, 'owner')}
      error={errors.owner}
    />
    <DateInput
      name="lookAgainOn"
      legend="On what day do we look at it again?"
      value={boxesOf(typed, 'lookAgainOn')}
      error={errors.lookAgainOn}
    />
  </>
);

const choicesFor = (outcome: NeedCode, fields: FieldsProps, there: boolean): Choice[] => [
  {
    value: 'carer',
    text: ownHowWords({ how: 'carer', outcome }),
    hint: 'Ask them first. They may say no, and then we must help.',
  },
  { value: 'declined', text: ownHowWords({ how: 'declined', outcome }), hint: 'You can change your mind on any day.' },
  { value: 'unmet', text: ownHowWords({ how: 'unmet', outcome }), reveal: <WhoLooks {...fields} /> },
  ...(there ? [{ divider: 'or' }, { value: BY_A_LINE, text: 'None of these: something in my plan will help' }] : []),
];

/** The page for one need. `typed` is what was sent, when it comes again. */
export const planNeedPage = (visit: CaseVisit, outcome: NeedCode, typed?: Typed, errors: FieldErrors = {}): Html => {
  const way = contentOf(visit.case.plan).otherWays.find((each) => each.outcome === outcome);
  const shown = typed ?? wayTyped(way);
  const { planNeed, planLine } = pathsOf(visit.case.id);
  return (
    <PlanPart
      visit={visit}
      title="How else is this looked after?"
      action={planNeed()}
      typed={typed ?? {}}
      errors={errors}
      intro={
        <>
          <p class="govuk-body-l">{plainNeed(outcome)}</p>
          <Text>
            If you want help with this, <Link href={planLine()}>add what will help</Link>. If not, tell us here. No need is left
            out.
          </Text>
        </>
      }
    >
      <input type="hidden" name="need" value={outcome} />
      <Radios
        name="how"
        legend="What fits best?"
        choices={choicesFor(outcome, { typed: shown, errors }, way !== undefined)}
        value={text(shown, 'how')}
        error={errors.how}
      />
      <Textarea
        name="reason"
        label="Tell us more"
        hint="Who does it, or why is it so?"
        value={text(shown, 'reason')}
        error={errors.reason}
        rows={3}
        limit={1000}
      />
    </PlanPart>
  );
};

const wordsIn = (typed: Typed, field: string): string => text(typed, field).replaceAll('\r\n', '\n').trim();

const unmetErrors = (typed: Typed, today: string): Record<string, string> => {
  const { date, message } = dayIn(typed, 'lookAgainOn');
  const owner = wordsIn(typed, 'owner');
  return {
    ...(owner === '' && { owner: 'Write who looks for a way.' }),
    ...(owner.length > 120 && { owner: 'Use 120 letters or fewer.' }),
    ...(!date && { lookAgainOn: message ?? 'Write the day we look at it again.' }),
    ...(date && date <= today && { lookAgainOn: 'Choose a day that is still to come.' }),
  };
};

/** The other way that was typed; nothing where a line does it after all. */
export const readWay = (
  typed: Typed,
  outcome: NeedCode,
  today: string,
): { readonly way: OtherWay | undefined } | { readonly errors: FieldErrors } => {
  const how = text(typed, 'how');
  if (how === BY_A_LINE) return { way: undefined };
  const reason = wordsIn(typed, 'reason');
  const errors: Record<string, string> = {
    ...(!OtherWay.shape.how.safeParse(how).success && { how: 'Choose what fits best.' }),
    ...(reason === '' && { reason: 'Write who does it, or why it is so.' }),
    ...(reason.length > 1000 && { reason: 'Use 1,000 letters or fewer.' }),
    ...(how === 'unmet' ? unmetErrors(typed, today) : {}),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const looking = how === 'unmet' ? { owner: wordsIn(typed, 'owner'), lookAgainOn: dayIn(typed, 'lookAgainOn').date } : {};
  return { way: OtherWay.parse({ outcome, how, reason, ...looking }) };
};

/** The need somebody asks for, where this plan has to answer for it. */
const needAsked = ({ case: { assessment, plan } }: CaseVisit, sent: string | undefined): NeedCode | undefined => {
  const code = NeedCodes.safeParse(sent).data;
  const found: readonly NeedCode[] = assessment?.findings.unable ?? [];
  return code && (found.includes(code) || plan?.otherWays.some(({ outcome }) => outcome === code)) ? code : undefined;
};

const withWay = (plan: PlanContent, outcome: NeedCode, way: OtherWay | undefined): PlanContent => {
  const others = plan.otherWays.filter((each) => each.outcome !== outcome);
  return { ...plan, otherWays: way ? [...others, way] : others };
};

export const planNeed = writingPage({
  path: 'need',
  get: (visit) => {
    const code = needAsked(visit, visit.c.req.query('need'));
    return code && planNeedPage(visit, code);
  },
  post: async (visit, typed) => {
    const code = needAsked(visit, text(typed, 'need'));
    if (!code) return { goTo: pathsOf(visit.case.id).yourPlan };
    const again = (errors: FieldErrors): Html => planNeedPage(visit, code, typed, errors);
    const read = readWay(typed, code, toIsoDate(visit.now));
    if ('errors' in read) return show(again(read.errors), 422);
    return saveChange(visit, typed, { change: (plan) => withWay(plan, code, read.way), again });
  },
});
