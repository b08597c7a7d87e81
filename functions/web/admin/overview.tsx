/**
 * Where administrators begin: what is in force now, and which machine drives each pathway. Not a draft, and not how to change
 * anything.
 */
import type { PublishedBundle } from '../../../lib/app/ports.ts';
import { configurations } from '../../../lib/aws/configurations.ts';
import { ADMIN } from '../home.ts';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { Table } from '../kit/tables.tsx';
import { type SignedInVisit, show, signedInPage } from '../page.ts';

const HEAD = [{ text: 'Pathway' }, { text: 'Stages', numeric: true }, { text: 'State machine' }];

/**
 * A machine's name and version, out of the ARN that new cases start on.
 * @example machineWords('arn:aws:states:eu-west-2:1:stateMachine:ownway-larkshire-adult-care:3') // 'ownway-larkshire-adult-care, version 3'
 */
export const machineWords = (arn: string | undefined): string => {
  const [name, version] = arn?.split(':').slice(6) ?? [];
  if (!name) return 'none yet';
  return version ? `${name}, version ${version}` : name;
};

type OverviewProps = { readonly visit: SignedInVisit; readonly live: PublishedBundle };

export const OverviewView = ({ visit, live: { bundle, machines } }: OverviewProps): Html => (
  <Page {...visit.frame} title="Administration" wide>
    <p class="govuk-body">What {bundle.council.name} has decided, as it is in force now. New cases start on it.</p>
    <SummaryList
      rows={[
        { key: 'Version in force', value: bundle.version },
        { key: 'Forms', value: String(bundle.forms.length) },
        { key: 'Questions', value: String(bundle.questions.length) },
        { key: 'Letters', value: String(bundle.letters.length) },
      ]}
    />
    <Table
      caption="Pathways in force"
      head={HEAD}
      rowHeads
      rows={bundle.pathways.map(({ id, title, stages }) => [title, String(stages.length), machineWords(machines[id])])}
      empty="No pathway is in force."
    />
  </Page>
);

export const overview = signedInPage('configure', {
  path: ADMIN,
  get: async (visit) => {
    const live = await configurations.current();
    if (!live) throw new Error('no configuration is published');
    return show(<OverviewView visit={visit} live={live} />);
  },
});
