/**
 * What has to be chosen before a stage is taken out: where cases go instead, and whether its forms are still filled in. Each choice says
 * what would stand in the way of publishing if it were made. Drawn by `stage-take-out.tsx`.
 */
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { type Typed, text } from '../page.ts';
import { Lines } from './fault-lines.tsx';
import type { StageVisit } from './pathway-page.tsx';
import { onwardsOf, sharedStops, type WayOut } from './stage-ways-out.ts';
import { formWords, leadWords, listed, outcomeWords } from './stage-words.ts';
import { stopsOf } from './what-it-breaks.tsx';

type ChoicesProps = {
  readonly visit: StageVisit;
  readonly ways: readonly WayOut[];
  readonly forms: readonly string[];
  readonly typed?: Typed | undefined;
  readonly errors?: FieldErrors | undefined;
};

export const OnwardChoice = ({ visit, ways: out, errors = {}, typed = {} }: ChoicesProps) => {
  const { pathway, stage, forms } = visit;
  const ways = onwardsOf(stage);
  const [only] = ways.length === 1 ? ways : [];
  if (only) {
    return (
      <>
        <input type="hidden" name="onward" value={only.outcomes[0] ?? ''} />
        <p class="govuk-body">What led here leads on to {leadWords(only.to, pathway)}.</p>
      </>
    );
  }
  return (
    <Radios
      name="onward"
      legend="Where do cases go instead?"
      hint="What leads to this stage now leads there."
      value={text(typed, 'onward')}
      error={errors.onward}
      choices={ways.map((way) => {
        const stops = sharedStops(out.filter(({ onward }) => onward.to === way.to));
        const words = way.outcomes.map((outcome) => outcomeWords(stage, outcome, forms)).join(' or ');
        return {
          value: way.outcomes[0] ?? '',
          text: `On to ${leadWords(way.to, pathway)}`,
          hint: `As now for: ${words}`,
          ...(stops.length > 0 ? { reveal: <Lines lines={stops} /> } : {}),
        };
      })}
    />
  );
};

/** What stands in the way only where the forms are kept, or only where they are not. */
const stopsOfKeeping = (ways: readonly WayOut[], keep: boolean): string[] => {
  const others = new Set(ways.filter(({ keepForms }) => keepForms !== keep).flatMap(({ result }) => stopsOf(result)));
  const own = ways.filter(({ keepForms }) => keepForms === keep).flatMap(({ result }) => stopsOf(result));
  return [...new Set(own)].filter((each) => !others.has(each));
};

export const KeepChoice = ({ visit, ways, forms, errors = {}, typed = {} }: ChoicesProps) => {
  if (forms.length === 0) return null;
  const choice = (value: 'yes' | 'no', words: string) => {
    const stops = stopsOfKeeping(ways, value === 'yes');
    return { value, text: words, ...(stops.length > 0 ? { reveal: <Lines lines={stops} /> } : {}) };
  };
  return (
    <Radios
      name="keep"
      legend={`Are its forms still filled in? (${listed(forms.map((id) => formWords(id, visit.forms)))})`}
      value={text(typed, 'keep')}
      error={errors.keep}
      choices={[choice('yes', 'Yes, at the stage that follows'), choice('no', 'No, they are not filled in any more')]}
    />
  );
};
