/**
 * What is in the plan, part by part, each with the way to change it where the reader holds the pen: the words, the lines, the needs, the
 * risks. The same without the links for everybody else. Not the money (`your-plan-money.tsx`) nor what others propose.
 */
import { formatDate } from '../../../lib/domain/calendar.ts';
import { type NeedCode, plainNeed } from '../../../lib/domain/eligibility.ts';
import type { PlanContent, PositiveRisk, SupportItem } from '../../../lib/domain/plan.ts';
import { Button } from '../kit/form.tsx';
import type { Words } from '../kit/html.ts';
import { SummaryList, type SummaryRow } from '../kit/lists.tsx';
import type { CaseVisit } from '../page.ts';
import { datesText, kindWords, lineFigure, priceWords, routeWords } from '../shared/plan-words.ts';
import { waysPathsOf } from '../shared/ways-paths.ts';
import { pathsOf } from './paths.ts';
import { Heading, Link, SubHeading, Text } from './prose.tsx';
import { ownHowWords } from './your-plan-need.tsx';
import { PLAN_WORDS } from './your-plan-words.tsx';

export type PartProps = {
  readonly visit: CaseVisit;
  readonly plan: PlanContent;
  /** The reader may write in it now. */
  readonly writing: boolean;
};

const Typed = ({ words }: { readonly words: string }) => <span class="ow-typed">{words}</span>;

/** Links that say what they change to those who cannot see what they stand under. */
const ChangeOrTakeOut = ({ href, what }: { readonly href: string; readonly what: string }) => (
  <Text>
    <Link href={href}>
      Change or take out
      <span class="govuk-visually-hidden ow-typed"> “{what}”</span>
    </Link>
  </Text>
);

export const InYourWords = ({ visit, plan, writing }: PartProps) => {
  const said = PLAN_WORDS.filter(({ field }) => writing || plan[field]);
  if (said.length === 0) return null;
  const href = pathsOf(visit.case.id).planWords;
  return (
    <>
      <Heading>In your words</Heading>
      <SummaryList
        rows={said.map(({ field, heading }) => ({
          key: heading,
          value: plan[field] ? <Typed words={plan[field]} /> : 'Nothing yet',
          ...(writing && { change: { href, what: `: ${heading.toLowerCase()}`, text: plan[field] ? 'Change' : 'Add' } }),
        }))}
      />
    </>
  );
};

const cost = (item: SupportItem): string => {
  if (item.unitPence === 0 && !item.share) return 'Not known yet. We find that out with you.';
  return item.per === 'once' && !item.share ? lineFigure(item) : `${lineFigure(item)} a week`;
};

const lineRows = (item: SupportItem, { configuration, reader }: CaseVisit): SummaryRow[] => {
  const dates = datesText(item);
  return [
    { key: 'What it costs', value: cost(item) },
    {
      key: 'How much of it',
      value: `${priceWords(item)}.${item.share ? ' You pay for it with others. This is your share.' : ''}${dates ? ` It goes ${dates}.` : ''}`,
    },
    { key: 'Who gives it', value: item.provider ? <Typed words={item.provider} /> : 'Not known yet' },
    ...(configuration.support
      ? [
          { key: 'What kind of support', value: item.kind ? kindWords(configuration, item.kind, reader) : 'Not said yet' },
          {
            key: 'Who holds the money',
            value: item.route ? routeWords(configuration, item.route, reader) : 'Not chosen yet',
          },
        ]
      : []),
    { key: 'What it helps you with', value: <NeedList needs={item.meets} /> },
    ...(item.notAgreed ? [{ key: 'Someone sees this in another way', value: <Typed words={item.notAgreed} /> }] : []),
  ];
};

const NeedList = ({ needs }: { readonly needs: readonly NeedCode[] }) => (
  <ul class="govuk-list">
    {needs.map((code) => (
      <li>{plainNeed(code)}</li>
    ))}
  </ul>
);

export const WhatWillHelp = ({ visit, plan, writing }: PartProps) => {
  const { planLine, proposeChange } = pathsOf(visit.case.id);
  return (
    <>
      <Heading id="lines">What will help</Heading>
      {plan.items.length === 0 ? <Text>There is nothing here yet.</Text> : null}
      {plan.items.map((item, place) => (
        <>
          <SubHeading>
            <span class="ow-typed">{item.what}</span>
          </SubHeading>
          <SummaryList rows={lineRows(item, visit)} />
          {writing ? (
            <ChangeOrTakeOut href={planLine(place + 1)} what={item.what} />
          ) : visit.case.state === 'closed' ? null : (
            <Text>
              <Link href={proposeChange(place + 1)}>
                Propose a change
                <span class="govuk-visually-hidden ow-typed"> to “{item.what}”</span>
              </Link>
            </Text>
          )}
        </>
      ))}
      {writing ? <Button text="Add what will help" href={planLine()} kind="secondary" /> : null}
      {writing && visit.configuration.support && plan.items.length > 0 ? (
        <Text>
          <Link href={waysPathsOf(visit.case.id).ways}>Choose who holds the money</Link>
        </Text>
      ) : null}
    </>
  );
};

/** How one need is looked after: by which lines, or in which other way. */
const metBy = (plan: PlanContent, code: NeedCode): Words => {
  const lines = plan.items.filter(({ meets }) => meets.includes(code));
  const way = plan.otherWays.find(({ outcome }) => outcome === code);
  if (lines.length === 0 && !way) return 'The plan does not say yet';
  return (
    <>
      {lines.map(({ what }) => (
        <p class="govuk-body ow-typed">{what}</p>
      ))}
      {way ? (
        <p class="govuk-body">
          {ownHowWords(way)}. <Typed words={way.reason} />
          {way.how === 'unmet' && way.owner ? (
            <>
              {' '}
              <Typed words={way.owner} /> looks for a way.
            </>
          ) : null}
          {way.how === 'unmet' && way.lookAgainOn ? ` We look at it again on ${formatDate(way.lookAgainOn)}.` : null}
        </p>
      ) : null}
    </>
  );
};

const needChange = (plan: PlanContent, code: NeedCode, href: string) => {
  const what = `: ${plainNeed(code).toLowerCase()}`;
  if (plan.otherWays.some(({ outcome }) => outcome === code)) return { change: { href, what } };
  if (plan.items.some(({ meets }) => meets.includes(code))) return {};
  return { change: { href, what, text: 'How else is this looked after?' } };
};

export const WhatYouNeed = ({ visit, plan, writing }: PartProps) => {
  const found: readonly NeedCode[] = visit.case.assessment?.findings.unable ?? [];
  const needs = [...new Set([...found, ...plan.otherWays.map(({ outcome }) => outcome)])];
  if (needs.length === 0) return null;
  return (
    <>
      <Heading id="needs">What you need help with</Heading>
      <SummaryList
        rows={needs.map((code) => ({
          key: plainNeed(code),
          value: metBy(plan, code),
          ...(writing && needChange(plan, code, pathsOf(visit.case.id).planNeed(code))),
        }))}
      />
    </>
  );
};

const riskRows = ({ couldGoWrong, helps, agreedBy, lookAgainOn }: PositiveRisk): SummaryRow[] => [
  { key: 'What could go wrong', value: <Typed words={couldGoWrong} /> },
  { key: 'What helps', value: <Typed words={helps} /> },
  { key: 'Who said yes', value: <Typed words={agreedBy} /> },
  ...(lookAgainOn ? [{ key: 'We look at it again', value: formatDate(lookAgainOn) }] : []),
];

export const RisksWorthTaking = ({ visit, plan, writing }: PartProps) => {
  const risks = plan.risks ?? [];
  if (risks.length === 0 && !writing) return null;
  const { planRisk } = pathsOf(visit.case.id);
  return (
    <>
      <Heading>Risks worth taking</Heading>
      {risks.map((risk, place) => (
        <>
          <SubHeading>
            <span class="ow-typed">{risk.matters}</span>
          </SubHeading>
          <SummaryList rows={riskRows(risk)} />
          {writing ? <ChangeOrTakeOut href={planRisk(place + 1)} what={risk.matters} /> : null}
        </>
      ))}
      {writing ? (
        <Text>
          Is there something good that comes with a risk? <Link href={planRisk()}>Write it down</Link>.
        </Text>
      ) : null}
    </>
  );
};
