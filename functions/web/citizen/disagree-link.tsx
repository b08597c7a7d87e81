/** “I don’t agree”, beside whatever it is about. A link and no form: what it is about is chosen again on the page it leads to. */
import type { ChallengeAbout } from '../../../lib/domain/challenge.ts';
import { pathsOf } from './paths.ts';

type DisagreeLinkProps = {
  readonly caseId: string;
  readonly about: ChallengeAbout;
  /** The line or the record in the words beside the link; it also tells several links on one page apart. */
  readonly detail?: string | undefined;
};

export const DisagreeLink = ({ caseId, about, detail = '' }: DisagreeLinkProps) => (
  <a class="govuk-link" href={pathsOf(caseId).disagree(about, detail)}>
    I don’t agree{detail ? <span class="govuk-visually-hidden">: {detail}</span> : null}
  </a>
);
