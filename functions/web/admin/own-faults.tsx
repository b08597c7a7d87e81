/** What of a draft's faults is about one thing: shown on the thing's own page, right after a change. All of them are on the draft's. */
import type { DocumentFault } from '../../../lib/app/configuring/documents.ts';
import { InsetText } from '../kit/messages.tsx';

type OwnFaultsProps = {
  readonly faults: readonly DocumentFault[];
  /** Its file; `questions` alone is the whole bank. */
  readonly file: string;
  /** Only what is at this place of the file, such as a question of the bank. */
  readonly where?: string | undefined;
};

export const OwnFaults = ({ faults, file, where }: OwnFaultsProps) => {
  const own = faults.filter((fault) => fault.file === file && (where === undefined || fault.where.includes(where)));
  if (own.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">This keeps the draft from being published:</p>
      <ul class="govuk-list govuk-list--bullet">
        {own.map(({ message, law }) => (
          <li>{law && !message.includes(law) ? `${message} (${law})` : message}</li>
        ))}
      </ul>
    </InsetText>
  );
};
