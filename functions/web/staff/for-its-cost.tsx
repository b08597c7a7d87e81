/**
 * Turning a plan down for what it costs: which need can be met how for less, and what shows that it can be had. Without that nobody can;
 * a panel always says it. Part of `approve.tsx`.
 */
import type { Alternative } from '../../../lib/domain/decline.ts';
import { NEED_CODES, type NeedCode, plainNeed } from '../../../lib/domain/eligibility.ts';
import { Checkboxes } from '../kit/choices.tsx';
import { Details, InsetText } from '../kit/messages.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { written } from './read-plainly.ts';

const field = (need: NeedCode, part: 'how' | 'evidence'): string => `cheaper-${need}-${part}`;

const Need = ({ need, typed }: { readonly need: NeedCode; readonly typed: Typed }) => (
  <section aria-label={plainNeed(need)}>
    <Textarea
      name={field(need, 'how')}
      label={`${plainNeed(need)}: how can it be met for less?`}
      value={text(typed, field(need, 'how'))}
      rows={2}
    />
    <Textarea
      name={field(need, 'evidence')}
      label={`${plainNeed(need)}: what shows that this can be had?`}
      hint="Who was asked, and when."
      value={text(typed, field(need, 'evidence'))}
      rows={2}
    />
  </section>
);

type ForItsCostProps = {
  readonly needs: readonly NeedCode[];
  readonly panel: boolean;
  readonly typed: Typed;
  readonly error?: string | undefined;
};

export const ForItsCost = ({ needs, panel, typed, error }: ForItsCostProps) => (
  <Details summary="If you send it back for what it costs">
    <InsetText>
      A plan is not turned down for its cost alone. Say for at least one need how it can be met for less, and what shows that it
      can be had. The person reads it.{panel ? ' A panel always says this.' : ''}
    </InsetText>
    <Checkboxes
      name="forCost"
      legend="What is it about?"
      values={text(typed, 'forCost') ? ['yes'] : []}
      error={error}
      choices={[{ value: 'yes', text: 'It is about what the plan costs' }]}
    />
    {needs.map((need) => (
      <Need need={need} typed={typed} />
    ))}
  </Details>
);

/** What was typed about the cost. Half of an alternative is kept as it is: the case says what is missing. */
export const readForItsCost = (typed: Typed): { forCost: boolean; alternatives: Alternative[] } => ({
  forCost: text(typed, 'forCost') !== '',
  alternatives: NEED_CODES.flatMap((need): Alternative[] => {
    const [how, evidence] = [written(typed, field(need, 'how')).trim(), written(typed, field(need, 'evidence')).trim()];
    return how || evidence ? [{ need, how, evidence }] : [];
  }),
});
