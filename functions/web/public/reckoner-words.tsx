/**
 * What the reckoner says once it has something to go on: the range, how sure it is, what it is not, what one may pay, and a person to
 * ask. Not the sums (`lib/domain/reckoner.ts`) and not the form (`reckoner.tsx`). It never says that somebody cannot have support.
 */
import type { Council } from '../../../lib/domain/council.ts';
import { formatPence, type Pence } from '../../../lib/domain/money.ts';
import type { LikelyWeekly } from '../../../lib/domain/reckoner.ts';
import type { FigureYear, LikelyContribution } from '../../../lib/domain/reckoner-contribution.ts';
import { Bullets, Link, SubHeading, Text } from '../citizen/prose.tsx';
import { Details, InsetText } from '../kit/messages.tsx';

/** Whole pounds: every figure here is rounded to £5, and pennies would claim more. @example pounds(18000) // "£180" */
export const pounds = (pence: Pence): string => formatPence(pence).replace(/\.00$/, '');

const range = (low: Pence, high: Pence): string => (low === high ? pounds(low) : `${pounds(low)} to ${pounds(high)}`);

/** The range in one line; the heading of the answer. */
export const rangeWords = ({ low, high }: LikelyWeekly): string => {
  if (low === null) return 'We work out the amount with you';
  if (high === null) return `${pounds(low)} a week or more`;
  if (high === 0) return 'A small amount, or none, for these parts of life';
  return `About ${range(low, high)} a week`;
};

const ItCanBeMore = ({ weekly: { low, high, most } }: { readonly weekly: LikelyWeekly }) => {
  if (low === null)
    return (
      <Text>
        You need more help than our table of amounts can show. So a person works it out with you. There is no top limit.
      </Text>
    );
  if (high === null || most === null)
    return (
      <Text>
        It can be more if you need a lot of help with the rest too. Then we work it out with you. There is no top limit.
      </Text>
    );
  if (most === high) return null;
  return <Text>It can be up to {pounds(most)} a week if you need the most help with all the rest.</Text>;
};

/** How sure it is, and the rule it was made by, so that anybody can check it. */
const HowSure = ({ weekly: { answered, of, low } }: { readonly weekly: LikelyWeekly }) => (
  <>
    <SubHeading>How sure is this?</SubHeading>
    <Text>
      {answered * 2 < of ? 'Not sure at all.' : 'Not very sure.'} We look at {of} parts of life. You told us about {answered} of
      them.
    </Text>
    {low === null || answered === of ? null : (
      <Details summary="How we got these amounts">
        <Bullets
          items={[
            `The low one counts no help with the other ${of - answered} parts.`,
            'The high one counts about the same level of help with them.',
            'Then we round them: the low one down and the high one up, to the next £5.',
            'We use the same points and the same table for all people.',
            'We leave out the help that family and friends give. If they want to go on, the first amount may be less. If they stop, it goes up.',
          ]}
        />
      </Details>
    )}
  </>
);

const WhatItIsNot = () => (
  <>
    <SubHeading>What this is not</SubHeading>
    <Bullets
      items={[
        'It is not a decision. A person makes that with you, when we know more.',
        'It is not a limit. If the help you need costs more, your budget is more.',
        'It is not a test. You can ask us to look at your needs in full, whatever it says here. The law gives you that right (Care Act 2014, section 9).',
      ]}
    />
    <Text>We look at what you need first. Money comes after that.</Text>
  </>
);

/** Which year's amounts were used, and that newer ones may be kinder. @example "We used the amounts for 2025/26. …" */
export const yearWords = (limits: FigureYear, guarantee: FigureYear | undefined): string => {
  const same = !guarantee || guarantee.year === limits.year;
  const used = same
    ? `We used the amounts for ${limits.year}.`
    : `We used the savings limits for ${limits.year}. For what you must be left to live on, we used the amount for ${guarantee.year}.`;
  if (limits.inForce && (guarantee?.inForce ?? true)) return used;
  return `${used} We do not have newer ones yet. They may have gone up, so you may pay less.`;
};

const amountToPay = (contribution: Extract<LikelyContribution, { fullCost: false }>): string => {
  if (contribution.high === 0) return 'Most likely you pay nothing.';
  return `You may pay about ${range(contribution.low, contribution.high)} of it a week.`;
};

const NotKnown = ({ because }: { readonly because: 'not-said' | 'no-figures' }) => (
  <Text>
    Not known.{' '}
    {because === 'not-said'
      ? 'To work it out we would need your savings, your income and your age. You do not have to say.'
      : 'We do not have the amounts to work it out here. Ask us.'}
  </Text>
);

/** What one may have to pay; the years of the amounts are always named. */
export const WhatYouMayPay = ({ contribution }: { readonly contribution: LikelyContribution }) => (
  <>
    <SubHeading>What you may have to pay</SubHeading>
    {contribution.known ? (
      <>
        <Text>
          {contribution.fullCost
            ? 'All of it, as long as your savings stay above the top limit. We still look at your needs and help you plan, if you ask.'
            : amountToPay(contribution)}{' '}
          {yearWords(contribution.limits, contribution.fullCost ? undefined : contribution.guarantee)}
        </Text>
        {contribution.fullCost ? null : (
          <Text>
            We did not count your rent, your council tax or what you spend because you are ill or disabled. Those make it less. We
            counted you as one person with no children.
          </Text>
        )}
      </>
    ) : (
      <NotKnown because={contribution.because} />
    )}
    <Text>You never pay more than your help costs. We tell you before you pay. Your help does not wait for it.</Text>
  </>
);

export const AskAPerson = ({ council: { contact } }: { readonly council: Council }) => (
  <>
    <SubHeading>Ask a person to look</SubHeading>
    <Text>
      Call us on {contact.phone}. {contact.textRelay ? `By text relay: ${contact.textRelay}.` : ''} We are here {contact.hours}.
      Or <Link href="/">start, and tell us how things are</Link>.
    </Text>
  </>
);

type ResultProps = { readonly weekly: LikelyWeekly; readonly contribution: LikelyContribution; readonly council: Council };

/** The whole answer, drawn above the form. */
export const ReckonerResult = ({ weekly, contribution, council }: ResultProps) => (
  <section class="ow-reckoned" aria-labelledby="result">
    <h2 class="govuk-heading-l" id="result">
      {rangeWords(weekly)}
    </h2>
    <ItCanBeMore weekly={weekly} />
    <InsetText>This is only a guide to what there may be for your support. We did not keep what you told us.</InsetText>
    <AskAPerson council={council} />
    <HowSure weekly={weekly} />
    <WhatItIsNot />
    <WhatYouMayPay contribution={contribution} />
  </section>
);
