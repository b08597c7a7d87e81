/**
 * One line of the plan: what helps, who gives it, how often, what it costs, what it is for. A new one or one that is there; it can be
 * taken out here, too. Reading what was typed is `shared/plan-line-form.ts`; who holds the money is chosen elsewhere.
 */

import { NEED_CODES, plainNeed } from '../../../lib/domain/eligibility.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { LONGEST_NOT_AGREED, Per, type PlanContent, type SupportItem, Unit } from '../../../lib/domain/plan.ts';
import { kindOf } from '../../../lib/domain/stage.ts';
import { kindsFor, type SupportKind } from '../../../lib/domain/support-rules.ts';
import { say } from '../../../lib/domain/text.ts';
import { Checkboxes, Radios } from '../kit/choices.tsx';
import { DateInput } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { MoneyInput, Textarea, TextInput } from '../kit/text-fields.tsx';
import { type CaseVisit, count, list, show, type Typed, text } from '../page.ts';
import { needsToMeet } from '../shared/needs-to-meet.ts';
import { lineTyped, NO_LINE, readLine } from '../shared/plan-line-form.ts';
import { boxesOf } from '../shared/three-box-date.ts';
import { pathsOf } from './paths.ts';
import { Link } from './prose.tsx';
import { PlanPart } from './your-plan-frame.tsx';
import { saveChange, writingPage } from './your-plan-visit.ts';

const PER_CHOICES: Readonly<Record<Per, string>> = {
  week: 'Each week',
  fortnight: 'Every two weeks',
  'four-weeks': 'Every four weeks',
  month: 'Each month',
  year: 'Each year',
  once: 'Just once',
};
const UNIT_CHOICES: Readonly<Record<Unit, string>> = {
  hour: 'Hours',
  visit: 'Visits',
  day: 'Days',
  night: 'Nights',
  week: 'Weeks',
  item: 'Things, such as a rail or a trip',
};

/** `what` is the line as it was when its form was drawn, so that it is found again where lines have moved. */
type Found = { readonly place: number; readonly item: SupportItem };

/** The line with a number, from 1; after somebody moved the lines, the one that says the same. */
export const lineAt = (
  plan: Pick<PlanContent, 'items'> | undefined,
  line: number | undefined,
  was?: string,
): Found | undefined => {
  const items = plan?.items ?? [];
  if (line === undefined) return undefined;
  const same = was === undefined || was === '' || items[line - 1]?.what === was;
  const place = same ? line - 1 : items.findIndex(({ what }) => what === was);
  const item = items[place];
  return item && { place, item };
};

const kindsIn = ({ configuration }: CaseVisit): readonly SupportKind[] | undefined =>
  configuration.support && kindsFor(configuration.support, kindOf(configuration.route));

type FieldsProps = { readonly visit: CaseVisit; readonly typed: Typed; readonly errors: FieldErrors };

const Kinds = ({ visit, typed, errors }: FieldsProps) => {
  const kinds = kindsIn(visit);
  if (!kinds) return null;
  const choices = kinds.map(({ id, name, about }) => ({
    value: id,
    text: say(name, visit.reader),
    ...(about && { hint: say(about, visit.reader) }),
  }));
  return (
    <Radios
      name="kind"
      legend="What kind of support is it?"
      hint="This tells us how it can be paid for."
      choices={[...choices, { divider: 'or' }, { value: '', text: 'I am not sure yet' }]}
      value={text(typed, 'kind')}
      error={errors.kind}
    />
  );
};

const HowMuch = ({ typed, errors }: Omit<FieldsProps, 'visit'>) => {
  const of = (name: string) => ({ name, value: text(typed, name), error: errors[name] });
  return (
    <>
      <TextInput {...of('units')} label="How many?" hint="Such as 3 or 3.5." width={5} inputmode="decimal" />
      <Radios
        {...of('unit')}
        legend="What do we count?"
        choices={Unit.options.map((value) => ({ value, text: UNIT_CHOICES[value] }))}
      />
      <Radios {...of('per')} legend="How often?" choices={Per.options.map((value) => ({ value, text: PER_CHOICES[value] }))} />
      <MoneyInput
        {...of('price')}
        label="What does one cost?"
        hint="One hour, one visit or one thing. If you do not know, put 0. We find the price with you."
      />
    </>
  );
};

const When = ({ typed, errors }: Omit<FieldsProps, 'visit'>) => (
  <>
    <DateInput
      name="starts"
      legend="When does it start?"
      hint="You can leave this empty."
      value={boxesOf(typed, 'starts')}
      error={errors.starts}
    />
    <DateInput
      name="ends"
      legend="When does it end?"
      hint="Leave this empty if it goes on."
      value={boxesOf(typed, 'ends')}
      error={errors.ends}
    />
  </>
);

const WhatFor = ({ visit, typed, errors }: FieldsProps) => {
  const needs = needsToMeet(visit.case, kindOf(visit.configuration.route));
  const chosen = list(typed, 'meets');
  return (
    <Checkboxes
      name="meets"
      legend="What does it help you with?"
      hint="Pick all that fit."
      choices={NEED_CODES.filter((code) => needs.includes(code) || chosen.includes(code)).map((code) => ({
        value: code,
        text: plainNeed(code),
      }))}
      values={chosen}
      error={errors.meets}
    />
  );
};

const Fields = ({ visit, typed, errors }: FieldsProps) => (
  <>
    <TextInput
      name="what"
      label="What will help?"
      hint="Such as help to wash, a swimming class or a hand rail."
      value={text(typed, 'what')}
      error={errors.what}
    />
    <TextInput
      name="provider"
      label="Who gives it?"
      hint="You can leave this empty if you do not know yet."
      value={text(typed, 'provider')}
      error={errors.provider}
    />
    <WhatFor visit={visit} typed={typed} errors={errors} />
    <Kinds visit={visit} typed={typed} errors={errors} />
    <HowMuch typed={typed} errors={errors} />
    <When typed={typed} errors={errors} />
    <Textarea
      name="notAgreed"
      label="Does someone see this in another way?"
      hint="Write who, and what they say. It stays next to this line. You can leave it empty."
      value={text(typed, 'notAgreed')}
      error={errors.notAgreed}
      rows={3}
      limit={LONGEST_NOT_AGREED}
    />
  </>
);

/** What cannot be changed here, said where somebody would look for it. */
const Shared = ({ item }: { readonly item: SupportItem | undefined }) =>
  item?.share ? (
    <InsetText>
      You pay for this with other people. Your share is {formatPence(item.share.pence)} a week. If it should change, talk to the
      others and to us.
    </InsetText>
  ) : null;

type Drawn = { readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined };

/** The page for the line numbered `line`, from 1, or for a new one. `typed` is what was sent, when it comes again. */
export const planLinePage = (visit: CaseVisit, line: number | undefined, { typed, errors = {} }: Drawn = {}): Html => {
  const was = typed && text(typed, 'was');
  const found = lineAt(visit.case.plan, line, was);
  const shown = typed ?? (found ? lineTyped(found.item) : NO_LINE);
  const { planLine, yourPlan } = pathsOf(visit.case.id);
  return (
    <PlanPart
      visit={visit}
      title={found ? 'Change what helps' : 'Add what will help'}
      action={planLine()}
      typed={typed ?? {}}
      errors={errors}
      intro={<Shared item={found?.item} />}
      ownButtons
    >
      {line === undefined ? null : <input type="hidden" name="line" value={String(line)} />}
      {line === undefined ? null : <input type="hidden" name="was" value={was ?? found?.item.what ?? ''} />}
      <Fields visit={visit} typed={shown} errors={errors} />
      <div class="govuk-button-group">
        <Button text="Save" />
        {found ? <Button text="Take it out" kind="warning" name="action" value="remove" /> : null}
        <Link href={yourPlan}>Not now</Link>
      </div>
    </PlanPart>
  );
};

const numberIn = (sent: string | undefined): number | undefined => (sent && /^[1-9]\d?$/.test(sent) ? Number(sent) : undefined);

/** The lines with one put in at its place or at the end, or one taken out. */
export const withLine = (
  items: readonly SupportItem[],
  place: number | undefined,
  item: SupportItem | undefined,
): SupportItem[] => {
  if (place === undefined) return item ? [...items, item] : [...items];
  return items.flatMap((each, at) => (at === place ? (item ? [item] : []) : [each]));
};

export const planLine = writingPage({
  path: 'line',
  get: (visit) => {
    const asked = visit.c.req.query('line');
    const line = numberIn(asked);
    return asked !== undefined && !lineAt(visit.case.plan, line) ? undefined : planLinePage(visit, line);
  },
  post: async (visit, typed) => {
    const line = count(typed, 'line');
    const found = lineAt(visit.case.plan, line, text(typed, 'was'));
    const again = (errors: FieldErrors): Html => planLinePage(visit, line, { typed, errors });
    const save = (item: SupportItem | undefined) =>
      saveChange(visit, typed, { change: (plan) => ({ ...plan, items: withLine(plan.items, found?.place, item) }), again });
    if (text(typed, 'action') === 'remove') return save(undefined);
    const read = readLine(typed, { before: found?.item, kinds: kindsIn(visit) });
    return 'errors' in read ? show(again(read.errors), 422) : save(read.item);
  },
});
