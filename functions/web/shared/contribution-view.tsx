/**
 * The working of what a person pays, line by line, the same for the person and for staff. It adds nothing up. Called by the person's page,
 * the staff page and the statement of the budget; for letters see `contribution-words.ts`.
 */
import type { WhatTheyPay } from '../../../lib/domain/finances.ts';
import { WorkingTable } from '../kit/working-table.tsx';
import { contributionWorking, isFlat, type PaysAudience } from './contribution-words.ts';

type ContributionViewProps = { readonly pays: WhatTheyPay; readonly audience?: PaysAudience | undefined };

/** Where somebody decided it without a sum, it shows what was decided and the reason they gave, as they wrote it. */
export const ContributionView = ({ pays, audience = 'person' }: ContributionViewProps) => {
  const { lines, total, notes } = contributionWorking(pays, audience);
  if (isFlat(pays))
    return (
      <>
        <p class="govuk-body">
          <strong>{pays.pence === 0 ? total.label : `${total.label}: ${total.figure} a week`}</strong>
        </p>
        <p class="govuk-body ow-typed">{pays.lines[0]?.detail}</p>
      </>
    );
  return (
    <>
      <WorkingTable
        caption={audience === 'person' ? 'What you pay a week' : 'What they pay a week'}
        lines={lines}
        total={total}
      />
      {notes.map((note) => (
        <p class="govuk-body">{note}</p>
      ))}
    </>
  );
};
