/**
 * What earns its keep: what could be taken out and why, what is due to be looked at again, and the way to what cases taught about each
 * pathway. Nothing here is about a worker or a person; taking something out is a draft like any other.
 */
import { beginDraft, type Configured, configure } from '../../../lib/app/configuring/configure.ts';
import type { Gathered } from '../../../lib/app/configuring/gather.ts';
import type { LookAgain } from '../../../lib/app/configuring/look-again.ts';
import { calledIn, type Proposal } from '../../../lib/app/configuring/proposals.ts';
import { formatDate } from '../../../lib/domain/calendar.ts';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { type Answer, goTo, type SignedInVisit, show, signedInPage, text } from '../page.ts';
import { WHOLE_PAGE } from '../typed-rows.ts';
import { ports } from './draft-page.tsx';
import { type Learnt, learnt, operationsOf } from './evidence-reading.ts';

const HERE = '/admin/evidence';
const casesWords = (count: number): string => `${count} ${count === 1 ? 'case' : 'cases'}`;

/** What every figure rests on. @example "12 cases, opened from 3 April 2026 to 1 May 2026, as they stood on 2 May 2026 at 9am." */
export const restsOn = ({ read, of, unreadable, opened, at }: Gathered): string => {
  if (read === 0 || !opened) return 'There are no cases yet, so nothing has been learnt. What follows is read off what is live.';
  const days = `opened from ${readableTime(opened.from, 'date')} to ${readableTime(opened.until, 'date')}`;
  const newest = read + unreadable < of ? ` They are the newest of ${of}.` : '';
  const lost =
    unreadable > 0 ? ` ${casesWords(unreadable)} could not be read and ${unreadable === 1 ? 'is' : 'are'} left out.` : '';
  return `This rests on ${casesWords(read)}, ${days}, as they stood on ${readableTime(at)}.${newest}${lost}`;
};

type ProposalsProps = { readonly visit: SignedInVisit; readonly learnt: Learnt };

const Proposals = ({ visit, learnt: { bundle, proposals } }: ProposalsProps) => {
  if (proposals.length === 0)
    return <p class="govuk-body">Nothing stands out as not worth what it asks of people. That can change with more cases.</p>;
  return (
    <>
      {proposals.map((proposal) => (
        <section aria-label={calledIn(proposal, bundle)}>
          <h3 class="govuk-heading-s">
            {proposal.what === 'stage' ? 'The stage' : 'The question'} “{calledIn(proposal, bundle)}”
          </h3>
          <p class="govuk-body">{proposal.words}</p>
          <Form action={HERE} csrf={visit.csrf} request={visit.request} submit={false}>
            <input type="hidden" name="where" value={proposal.where} />
            <Button text="Begin a draft that takes it out" kind="secondary" />
          </Form>
        </section>
      ))}
    </>
  );
};

const KINDS = { stage: 'Stage', form: 'Form', question: 'Question', tier: 'Tier', 'the-rest': '' } as const;
const dueTitle = ({ kind, title, count }: LookAgain): string =>
  kind === 'the-rest' ? `${title} (${count ?? 0} things)` : `${KINDS[kind]} “${title}”`;

const Due = ({ due }: { readonly due: readonly LookAgain[] }) => (
  <Table
    caption="Past its day"
    head={[{ text: 'What' }, { text: 'Who looks' }, { text: 'Due on' }]}
    rowHeads
    rows={due.map((each) => [dueTitle(each), each.owner, formatDate(each.on)])}
    empty="Nothing is past its day to be looked at again."
  />
);

type ViewProps = { readonly visit: SignedInVisit; readonly learnt: Learnt; readonly wrong?: string | undefined };

export const EvidenceView = ({ visit, learnt: known, wrong }: ViewProps): Html => (
  <Page {...visit.frame} title="What earns its keep" back="/admin" wide errors={wrong ? { [WHOLE_PAGE]: wrong } : undefined}>
    <InsetText>{restsOn(known.gathered)}</InsetText>
    <h2 class="govuk-heading-m">What could go</h2>
    <p class="govuk-body">
      What the law asks for is never among these. A draft changes nothing until somebody else publishes it.
    </p>
    <Proposals visit={visit} learnt={known} />
    <h2 class="govuk-heading-m">What cases taught, by pathway</h2>
    <ul class="govuk-list">
      {known.bundle.pathways.map(({ id, title }) => (
        <li>
          <a class="govuk-link" href={`${HERE}/${id}`}>
            {title}
          </a>
        </li>
      ))}
    </ul>
    <h2 class="govuk-heading-m">To look at again</h2>
    <Due due={known.due} />
  </Page>
);

/** A draft with everything the proposal does, in order. Answers its address, or the sentence of what was refused. */
const begin = async (visit: SignedInVisit, proposal: Proposal, title: string): Promise<Configured> => {
  const { actor: by } = visit;
  // One page has many of these buttons, and each is a draft of its own.
  const request = `${visit.request}-${proposal.where}`;
  let done = await beginDraft(ports, { by, title, request });
  for (const [place, operation] of (operationsOf(proposal.operations) ?? []).entries()) {
    if (!done.done) return done;
    const command = { type: 'change-draft', operation, reason: proposal.words.slice(0, 500) } as const;
    done = await configure(ports, { draftId: done.draft.id, by, command, request: `${request}-${place}` });
  }
  return done;
};

const GONE = 'That is not proposed any more: something was published, or more cases were read. Look at the list again.';

export const evidence = signedInPage('configure', {
  path: HERE,
  get: async (visit) => show(<EvidenceView visit={visit} learnt={await learnt(visit)} />),
  post: async (visit, typed): Promise<Answer> => {
    const known = await learnt(visit);
    const again = (wrong: string) => show(<EvidenceView visit={visit} learnt={known} wrong={wrong} />, 409);
    const proposal = known.proposals.find(({ where }) => where === text(typed, 'where'));
    if (!proposal) return again(GONE);
    const done = await begin(visit, proposal, `Without “${calledIn(proposal, known.bundle)}”`.slice(0, 120));
    return done.done ? goTo(`/admin/drafts/${done.draft.id}`) : again(done.message);
  },
});
