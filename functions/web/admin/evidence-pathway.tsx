/**
 * What cases taught about one pathway: its stages, its approvals and its questions, each with what it took and what it changed. What to make
 * of it is for people; what could go is proposed in `evidence.tsx`. Counts of cases only: no case, no person, no worker.
 */
import type { ApprovalEvidence, QuestionEvidence, StageEvidence } from '../../../lib/app/configuring/evidence.ts';
import type { QuestionUses } from '../../../lib/app/configuring/uses.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { say } from '../../../lib/domain/text.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { Table } from '../kit/tables.tsx';
import { type SignedInVisit, show, signedInPage } from '../page.ts';
import { restsOn } from './evidence.tsx';
import { type Learnt, learnt } from './evidence-reading.ts';

type Pathway = Learnt['bundle']['pathways'][number];

const days = (number: number | undefined): string => (number === undefined ? 'None yet' : String(number));
/** @example percent(0.034) // '3%' */
const percent = (share: number): string => `${Math.round(share * 100)}%`;

const stageTitle = ({ stages }: Pathway, id: string): string =>
  stages.find((each) => each.id === id)?.title ?? `${id} (not live)`;

const Stages = ({ pathway, stages }: { readonly pathway: Pathway; readonly stages: readonly StageEvidence[] }) => (
  <Table
    caption="Stages"
    head={[
      { text: 'Stage' },
      { text: 'Cases through', numeric: true },
      { text: 'Days, the middle one', numeric: true },
      { text: 'Days at most', numeric: true },
      { text: 'Ended otherwise', numeric: true },
    ]}
    rowHeads
    rows={stages.map(({ stage, cases, medianDays, mostDays, otherwise }) => [
      stageTitle(pathway, stage),
      String(cases),
      days(medianDays),
      days(mostDays),
      percent(otherwise),
    ])}
    empty="No case has been through a stage yet."
  />
);

const tierTitle = ({ bundle }: Learnt, id: string): string =>
  bundle.council.approval?.tiers.find((each) => each.id === id)?.title ?? `${id} (not live)`;

const approvalTitle = (known: Learnt, pathway: Pathway, { stage, tier }: ApprovalEvidence): string =>
  tier ? `${stageTitle(pathway, stage)}: ${tierTitle(known, tier)}` : stageTitle(pathway, stage);

type ApprovalsProps = {
  readonly known: Learnt;
  readonly pathway: Pathway;
  readonly approvals: readonly ApprovalEvidence[];
};

const Approvals = ({ known, pathway, approvals }: ApprovalsProps) => (
  <Table
    caption="Approvals"
    head={[
      { text: 'Approval' },
      { text: 'Looked at', numeric: true },
      { text: 'Agreed at once', numeric: true },
      { text: 'Sent back or changed', numeric: true },
      { text: 'Days it took, the middle one', numeric: true },
      { text: 'More a week', numeric: true },
      { text: 'Less a week', numeric: true },
    ]}
    rowHeads
    rows={approvals.map((approval) => [
      approvalTitle(known, pathway, approval),
      String(approval.looked),
      String(approval.atOnce),
      `${approval.changed} (${percent(approval.share)})`,
      days(approval.medianDays),
      formatPence(approval.morePence),
      formatPence(approval.lessPence),
    ])}
    empty="Nobody has agreed a plan here yet."
  />
);

/** The strongest uses are the first; all of them stand on the page of the question. */
const MOST_USES = 2;
const usesWords = ({ usedBy }: QuestionUses): string => {
  if (usedBy.length === 0) return 'Nothing uses it';
  const more = usedBy.length - MOST_USES;
  const words = usedBy.slice(0, MOST_USES).map((each) => each.words);
  return `${words.join(' ')}${more > 0 ? ` And ${more} more.` : ''}`;
};

const changedWords = (seen: QuestionEvidence | undefined): string => {
  if (!seen) return 'Not known';
  if (seen.effect === 'decision') return 'A decision is made of it';
  return seen.changed === undefined ? 'Not known' : String(seen.changed);
};

const Questions = ({ known, pathway }: { readonly known: Learnt; readonly pathway: Pathway }) => {
  const { bundle, uses, gathered } = known;
  const own = uses.questions.filter(({ askedAt }) => askedAt.some((at) => at.pathway === pathway.id));
  const seen = new Map(gathered.evidence.questions.map((each) => [each.question, each]));
  const asks = new Map(bundle.questions.map(({ id, ask }) => [id, say(ask)]));
  return (
    <Table
      caption="Questions, in all pathways together"
      head={[
        { text: 'Question' },
        { text: 'Asked', numeric: true },
        { text: 'Answered', numeric: true },
        { text: 'Changed something', numeric: true },
        { text: 'What uses it' },
      ]}
      rowHeads
      rows={own.map((each) => {
        const found = seen.get(each.question);
        return [
          asks.get(each.question) ?? each.question,
          String(found?.asked ?? 0),
          String(found?.answered ?? 0),
          changedWords(found),
          usesWords(each),
        ];
      })}
      empty="This pathway asks no questions."
    />
  );
};

type ViewProps = { readonly visit: SignedInVisit; readonly known: Learnt; readonly pathway: Pathway };

export const PathwayEvidence = ({ visit, known, pathway }: ViewProps): Html => {
  const { stages, approvals } = known.gathered.evidence;
  const ofThis = ({ pathway: id }: { readonly pathway: string }) => id === pathway.id;
  return (
    <Page {...visit.frame} title={pathway.title} caption="What cases taught" back="/admin/evidence" wide>
      <InsetText>{restsOn(known.gathered)}</InsetText>
      <Stages pathway={pathway} stages={stages.filter(ofThis)} />
      <Approvals known={known} pathway={pathway} approvals={approvals.filter(ofThis)} />
      <Questions known={known} pathway={pathway} />
      <p class="govuk-body">
        Days are whole time, weekends and all. “Ended otherwise” is the share that did not end in the commonest way. “More” and
        “less” are what plans came to after somebody looked, all of them together.
      </p>
    </Page>
  );
};

export const evidencePathway = signedInPage('configure', {
  path: '/admin/evidence/:pathway',
  get: async (visit) => {
    const pathway = visit.bundle.pathways.find(({ id }) => id === visit.c.req.param('pathway'));
    if (!pathway) return show(<NotFoundPage frame={visit.frame} />, 404);
    return show(<PathwayEvidence visit={visit} known={await learnt(visit)} pathway={pathway} />);
  },
});
