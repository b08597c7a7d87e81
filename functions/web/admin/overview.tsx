/**
 * Where administrators begin: what is live, what is being changed, and the ways on. Not a draft itself, and nothing about anybody's case.
 */
import type { DraftLine } from '../../../lib/app/configuring/draft.ts';
import type { PublishedBundle } from '../../../lib/app/ports.ts';
import { configurations } from '../../../lib/aws/configurations.ts';
import { ADMIN } from '../home.ts';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Table } from '../kit/tables.tsx';
import { type Answer, type SignedInVisit, show, signedInPage, text } from '../page.ts';
import { ports } from './draft-page.tsx';
import { BeginDraft, begin, DraftList } from './overview-drafts.tsx';

const WAYS = [
  {
    href: '/admin/evidence',
    text: 'What earns its keep',
    about: 'which questions, stages and approvals are used, and what could go',
  },
  { href: '/admin/versions', text: 'What was published', about: 'by whom and why; go back to any of it' },
  { href: '/admin/moves', text: 'Moving open cases', about: 'what is running, what can still be undone' },
  { href: '/admin/bring-in', text: 'Bring in a configuration', about: 'from a file' },
] as const;

/**
 * A machine's name and version, out of the ARN that new cases start on.
 * @example machineWords('arn:aws:states:eu-west-2:1:stateMachine:ownway-larkshire-adult-care:3') // 'ownway-larkshire-adult-care, version 3'
 */
export const machineWords = (arn: string | undefined): string => {
  const [name, version] = arn?.split(':').slice(6) ?? [];
  if (!name) return 'none yet';
  return version ? `${name}, version ${version}` : name;
};

type OverviewProps = {
  readonly visit: SignedInVisit;
  readonly live: PublishedBundle;
  readonly lines: readonly DraftLine[];
  readonly error?: string | undefined;
  readonly title?: string | undefined;
};

export const OverviewView = ({ visit, live: { bundle, machines }, lines, error, title }: OverviewProps): Html => (
  <Page {...visit.frame} title="Administration" wide errors={error ? { title: error } : undefined}>
    <p class="govuk-body-l">What {bundle.council.name} asks of people, and how to ask less.</p>
    <DraftList lines={lines} />
    <BeginDraft visit={visit} error={error} value={title} />
    <h2 class="govuk-heading-m">More</h2>
    <ul class="govuk-list">
      {WAYS.map((way) => (
        <li>
          <a class="govuk-link" href={way.href}>
            {way.text}
          </a>
          : {way.about}
        </li>
      ))}
    </ul>
    <Table
      caption="Live now"
      head={[{ text: 'Pathway' }, { text: 'Stages', numeric: true }, { text: 'State machine' }]}
      rowHeads
      rows={bundle.pathways.map(({ id, title: name, stages }) => [
        <a class="govuk-link" href={`/admin/live/pathways/${id}`}>
          {name}
        </a>,
        String(stages.length),
        machineWords(machines[id]),
      ])}
      empty="No pathway is live."
    />
    <p class="govuk-body">
      Version{' '}
      <a class="govuk-link" href={`/admin/versions/${bundle.version}`}>
        {bundle.version}
      </a>
      : {String(bundle.forms.length)} forms, {String(bundle.questions.length)} questions, {String(bundle.letters.length)} letters
      and parts of letters.
    </p>
  </Page>
);

const draw = async (visit: SignedInVisit, status: 200 | 422, wrong: { error?: string; title?: string } = {}): Promise<Answer> => {
  const live = await configurations.current();
  if (!live) throw new Error('no configuration is published');
  return show(<OverviewView visit={visit} live={live} lines={await ports.drafts.all()} {...wrong} />, status);
};

export const overview = signedInPage('configure', {
  path: ADMIN,
  get: (visit) => draw(visit, 200),
  post: async (visit, typed) => {
    const begun = await begin(visit, typed);
    return typeof begun === 'string' ? draw(visit, 422, { error: begun, title: text(typed, 'title') }) : begun;
  },
});
