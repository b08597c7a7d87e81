/**
 * The boxes for who holds the money: one choice for all of it, a choice for each line, or the council for now with a day to look again.
 * Nothing is filled in that nobody chose. What is shut is not a choice; it stands there with its reason and the ways that work.
 */
import { formatDate, type IsoDate } from '../../../lib/domain/calendar.ts';
import {
  FundingRoute,
  isOpen,
  lookAgainBy,
  optionsFor,
  routeRefusal,
  type SupportOption,
  type SupportRules,
} from '../../../lib/domain/support-rules.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import { type Choice, Radios } from '../kit/choices.tsx';
import { DateInput } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { InsetText } from '../kit/messages.tsx';
import { type Typed, text } from '../page.ts';
import { boxesOf } from '../shared/three-box-date.ts';
import { optionName, wayName } from '../shared/ways-words.ts';
import { type KnownLine, lineField, MIX, routeOf, sentFor, wasField } from './ways-choice.ts';

type FieldsProps = {
  readonly rules: SupportRules;
  readonly today: IsoDate;
  readonly reader: Reader;
  readonly lines: readonly KnownLine[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
};

type Asked = Pick<FieldsProps, 'rules' | 'today'>;

const openFor = ({ rules, today }: Asked, { item }: KnownLine, option: SupportOption['option']): boolean =>
  option !== MIX && isOpen(rules, item.kind, routeOf(option), today);

type OneWay = Exclude<Choice, { divider: string }>;

const choiceOf = (option: SupportOption, reader: Reader, hints: boolean): OneWay => ({
  value: option.option,
  text: optionName(option, reader),
  ...(hints && { hint: say('whoHolds' in option ? option.whoHolds : option.about, reader) }),
});

/** Why a way is no choice for a line, with the ways that are (I-14). */
const shutWords = ({ rules, today }: Asked, { item }: KnownLine, route: FundingRoute): string =>
  routeRefusal(rules, item.kind, route, today)?.message ?? '';

const LineWays = ({ line, ...props }: FieldsProps & { readonly line: KnownLine }) => {
  const { rules, today, reader, typed, errors } = props;
  const name = lineField(line.place);
  const shut = rules.routes.filter(({ route }) => !isOpen(rules, line.item.kind, route, today));
  const hint = shut.map(({ route }) => `Not here: ${wayName(rules, route, reader)}. ${shutWords(props, line, route)}`).join(' ');
  return (
    <Radios
      name={name}
      legend={<span class="ow-typed">{line.item.what}</span>}
      hint={hint === '' ? undefined : hint}
      choices={optionsFor(rules, today)
        .filter(({ option }) => openFor(props, line, option))
        .map((option) => choiceOf(option, reader, false))}
      value={sentFor(typed, line)}
      error={errors[name]}
    />
  );
};

const EachLine = (props: FieldsProps) => (
  <>
    {props.lines.map((line) => (
      <LineWays {...props} line={line} />
    ))}
  </>
);

/** A mix needs something to mix: with one line it is not there, and no way is lost by that. */
const choicesOf = (props: FieldsProps): Choice[] =>
  optionsFor(props.rules, props.today).flatMap((option): Choice[] => {
    const choice = choiceOf(option, props.reader, true);
    if (option.option === MIX) return props.lines.length < 2 ? [] : [{ ...choice, reveal: <EachLine {...props} /> }];
    return props.lines.every((line) => openFor(props, line, option.option)) ? [choice] : [];
  });

/** The ways that are no choice for all of it, each with the lines that stand against it. */
const NotForAll = (props: FieldsProps) => {
  const shut = FundingRoute.options.flatMap((route) =>
    props.lines.filter((line) => !openFor(props, line, route)).map((line) => ({ route, line })),
  );
  if (shut.length === 0) return null;
  return (
    <InsetText>
      {shut.map(({ route, line }) => (
        <p class="govuk-body">
          <strong>{wayName(props.rules, route, props.reader)}</strong> is not open for{' '}
          <span class="ow-typed">“{line.item.what}”</span>. {shutWords(props, line, route)}
        </p>
      ))}
    </InsetText>
  );
};

export const WaysFields = (props: FieldsProps) => {
  const { rules, today, typed, errors, lines } = props;
  return (
    <>
      <NotForAll {...props} />
      {lines.map(({ place, item }) => (
        <input type="hidden" name={wasField(place)} value={item.what} />
      ))}
      <Radios
        name="choice"
        legend="Who holds the money?"
        hint="They are in no special order. You can change it on any day."
        choices={choicesOf(props)}
        value={text(typed, 'choice')}
        error={errors.choice}
      />
      <DateInput
        name="lookAgain"
        legend="If we arrange it for now, when do we look at it again?"
        hint={`Any day up to ${formatDate(lookAgainBy(rules, today))}. Leave this empty if you chose another way.`}
        value={boxesOf(typed, 'lookAgain')}
        error={errors.lookAgain}
      />
    </>
  );
};
