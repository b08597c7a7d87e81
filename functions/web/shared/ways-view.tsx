/**
 * Every way to hold the money, side by side, for anybody: the same four things said of each, in the order of `optionsFor`, none marked.
 * Two stand beside each other on a wide screen and one below the other on a narrow one. It chooses nothing and records nothing.
 */
import type { IsoDate } from '../../../lib/domain/calendar.ts';
import {
  type OfferedRoute,
  optionsFor,
  type SupportKind,
  type SupportOption,
  type SupportRules,
} from '../../../lib/domain/support-rules.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import { InsetText } from '../kit/messages.tsx';
import { closedReason, closedWays, oneOf, optionName, wayName } from './ways-words.ts';

type RulesProps = { readonly rules: SupportRules; readonly today: IsoDate; readonly reader?: Reader | undefined };

const Said = ({ of, words }: { readonly of: string; readonly words: string }) => (
  <p class="govuk-body">
    <strong>{of}</strong>
    <br />
    {words}
  </p>
);

/** It is still shown, with the reason: nobody should have to find out elsewhere that there is such a way. */
const NotNow = ({ unavailable, reader = {} }: { readonly reader?: Reader | undefined } & Pick<OfferedRoute, 'unavailable'>) => {
  if (!unavailable) return null;
  const { reason, law } = closedReason(unavailable, reader);
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>Not open just now.</strong> {reason}
      </p>
      <p class="govuk-body-s">The law on it: {law}</p>
    </InsetText>
  );
};

const Route = ({ option, reader }: { readonly option: OfferedRoute; readonly reader: Reader }) => (
  <>
    <NotNow unavailable={option.unavailable} reader={reader} />
    <Said of="What it is" words={say(option.what, reader)} />
    <Said of="Who holds the money" words={say(option.whoHolds, reader)} />
    <Said of="Who does the work" words={say(option.whoDoesTheWork, reader)} />
    <p class="govuk-body govuk-!-margin-bottom-1">
      <strong>Good to know</strong>
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {option.goodToKnow.map((words) => (
        <li>{say(words, reader)}</li>
      ))}
    </ul>
  </>
);

const Option = ({ option, reader }: { readonly option: SupportOption; readonly reader: Reader }) => (
  <div class="govuk-grid-column-one-half">
    <h3 class="govuk-heading-s">{optionName(option, reader)}</h3>
    {'route' in option ? <Route option={option} reader={reader} /> : <Said of="What it is" words={say(option.about, reader)} />}
  </div>
);

/** Two by two, so that each row of the page begins level. */
const pairs = (options: readonly SupportOption[]): SupportOption[][] =>
  options.flatMap((option, place) => (place % 2 === 0 ? [[option, ...options.slice(place + 1, place + 2)]] : []));

/** All the choices. They are in no order of liking, and the page says so. */
export const WaysSideBySide = ({ rules, today, reader = {} }: RulesProps) => (
  <>
    <p class="govuk-body">They are in no special order. None of them is the usual one, and none gets you more or less.</p>
    {pairs(optionsFor(rules, today)).map((pair) => (
      <div class="govuk-grid-row">
        {pair.map((option) => (
          <Option option={option} reader={reader} />
        ))}
      </div>
    ))}
  </>
);

type KindsProps = RulesProps & { readonly kinds: readonly SupportKind[] };

/** What is shut for which kind, why, by which law, and what is open in its place (I-14). */
export const ClosedToKinds = ({ rules, kinds, today, reader = {} }: KindsProps) =>
  closedWays(rules, kinds, today).map(({ kind, way, open }) => {
    const { reason, law } = closedReason(way, reader);
    return (
      <>
        <p class="govuk-body">
          <strong>{say(kind.name, reader)}.</strong> {reason} You can still have it with{' '}
          {oneOf(open.map((route) => wayName(rules, route, reader)))}.
        </p>
        <p class="govuk-body-s">The law on it: {law}</p>
      </>
    );
  });

/** The rule about kinds of support, in plain words, and the few cases where the law shuts a way. */
export const EveryKindEveryWay = (props: KindsProps) => (
  <>
    <h2 class="govuk-heading-m">You can have the support you want with each of them</h2>
    <p class="govuk-body">
      Shared Lives and each other kind of support can be paid for by each way that is open. We never turn down a kind of support
      because of how it is paid for.
    </p>
    {closedWays(props.rules, props.kinds, props.today).length > 0 ? (
      <>
        <p class="govuk-body">Only the law can shut a way. This is where it does:</p>
        <ClosedToKinds {...props} />
      </>
    ) : null}
  </>
);
