/**
 * Where the case is now: the step, whose turn it is, the date, who has it, what we need from the person. A missed promise is shown as
 * missed. Part of the person's own page.
 */
import { tierFor } from '../../../lib/domain/approval.ts';
import { formatDate, type IsoDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Underway } from '../../../lib/domain/case.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { Council } from '../../../lib/domain/council.ts';
import { leftToDo, leftToSend, minutesFor } from '../../../lib/domain/form-walk.ts';
import { isHuman, type StageDef, stageOf } from '../../../lib/domain/stage.ts';
import { Button } from '../kit/form.tsx';
import { InsetText, NotificationBanner } from '../kit/messages.tsx';
import type { CaseVisit } from '../page.ts';
import { pathsOf } from './paths.ts';
import { Heading, Text } from './prose.tsx';
import { storyOf } from './story-walk.ts';

type NowProps = {
  readonly visit: CaseVisit;
  readonly state: Underway;
  readonly configuration: Configuration;
  readonly now: Date;
};

const isTheirs = (def: StageDef | undefined): boolean => def !== undefined && isHuman(def) && def.who === 'person';

/** The dates that passed, as a list in words. @example "3 April 2026 and 1 May 2026" */
const dates = (missed: readonly string[]): string => missed.map(formatDate).join(' and ');

/** What was promised, and what came of it. */
const Promised = ({ state, council, now }: { state: Underway; council: Council; now: Date }) => {
  const { promise } = state.at;
  if (!promise) return null;
  const { dueOn, missed } = promise;
  if (missed.length === 0 && dueOn >= toIsoDate(now)) {
    return (
      <Text>
        We will do this by <strong>{formatDate(dueOn)}</strong>.
      </Text>
    );
  }
  const passed = dueOn < toIsoDate(now) ? [...missed, dueOn] : missed;
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>We are late, and we are sorry.</strong> We said {dates(passed)}. We did not keep to that.
      </p>
      <p class="govuk-body">
        {passed.length === missed.length ? (
          <>
            The new date is <strong>{formatDate(dueOn)}</strong>.{' '}
          </>
        ) : (
          'We will give you a new date soon. '
        )}
        If you cannot wait, call {council.contact.phone} and tell us.
      </p>
    </InsetText>
  );
};

const DAY_MS = 86_400_000;

/** Whole days between two days of the calendar. */
const daysSince = (from: IsoDate, to: IsoDate): number => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));

/** How long a plan has waited to be agreed, said to the person too; and that a panel, where one looks at it, has a limit. */
const HowLong = ({ state, configuration, now }: Omit<NowProps, 'visit'>) => {
  if (stageOf(configuration.route, state.at.stage)?.kind !== 'plan-approval') return null;
  const days = daysSince(toIsoDate(new Date(state.at.arrivedAt)), toIsoDate(now));
  const panel = state.plan && tierFor(state.plan, configuration.council.approval)?.panel;
  return (
    <Text>
      {days === 0 ? 'Your plan came in today.' : `Your plan has waited for ${days === 1 ? '1 day' : `${days} days`}.`}
      {panel && state.at.promise
        ? ` A group of us, called a panel, looks at it. They have ${panel.workingDays} working days, and no more. They cannot change your plan.`
        : ''}
    </Text>
  );
};

const OurTurn = ({ state, configuration, now }: NowProps) => {
  const { council, route } = configuration;
  const def = stageOf(route, state.at.stage);
  if (def && !isHuman(def)) {
    return <Text>We are working this out now. It takes about a minute. Then load this page again.</Text>;
  }
  return (
    <>
      <Text>
        <strong>It is our turn.</strong>{' '}
        {state.at.takenBy ? `${state.at.takenBy.name} has this.` : `The ${council.contact.team} has this.`} You do not need to do
        anything until we get in touch.
      </Text>
      <HowLong state={state} configuration={configuration} now={now} />
      <Promised state={state} council={council} now={now} />
    </>
  );
};

const YourDate = ({ state }: { readonly state: Underway }) => {
  const { promise } = state.at;
  if (!promise) return null;
  const again = promise.missed.length > 0;
  return (
    <Text>
      {again ? `We hoped to hear from you by ${dates(promise.missed)}. That is fine. ` : ''}
      It would help to hear from you by <strong>{formatDate(promise.dueOn)}</strong>. You can take more time if you need it.
    </Text>
  );
};

const YourTurn = ({ visit, state, configuration }: NowProps) => {
  const { contact } = configuration.council;
  const told = storyOf(visit);
  if (!told.sendable) {
    return (
      <>
        <Text>
          <strong>It is your turn.</strong> There is a short form to fill in. If you would rather talk, call us on {contact.phone}
          .
        </Text>
        <YourDate state={state} />
        <Button text="Fill it in" href={pathsOf(state.id).form(state.at.stage)} />
      </>
    );
  }
  const left = leftToDo(told.shown).length;
  const minutes = minutesFor(told.shown);
  const ready = leftToSend(told.shown).length === 0;
  const { story, check } = pathsOf(state.id);
  const open = `${left === 1 ? '1 question' : `${left} questions`} left. That is about ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`;
  return (
    <>
      <Text>
        <strong>It is your turn.</strong>{' '}
        {left === 0
          ? 'You have answered all the questions. Check your answers and send them to us.'
          : ready
            ? `You can check your answers and send them now. Or go on: you have ${open}`
            : `We need your story. You have ${open}`}
      </Text>
      <YourDate state={state} />
      <div class="govuk-button-group">
        {ready ? <Button text="Check and send your answers" href={check} /> : null}
        {left > 0 ? <Button text="Go on with your story" href={story} kind={ready ? 'secondary' : undefined} /> : null}
      </div>
    </>
  );
};

/** Something is stuck at our end. The person need do nothing. */
export const OnOurSide = () => (
  <NotificationBanner>
    Something went wrong at our end. We are on it. Nothing you told us is lost, and you do not need to do anything.
  </NotificationBanner>
);

export const WhereItIsNow = (props: NowProps) => {
  const def = stageOf(props.configuration.route, props.state.at.stage);
  return (
    <>
      <Heading>Where it is now</Heading>
      <p class="govuk-body-l">{def?.forThePerson ?? 'We are finding out where this is.'}</p>
      {isTheirs(def) ? <YourTurn {...props} /> : <OurTurn {...props} />}
    </>
  );
};
