/** A pathway as it is live: its picture and the same as a table, to be read only. Changing it is a draft (`pathway.tsx`). */
import { configurations } from '../../../lib/aws/configurations.ts';
import type { Pathway } from '../../../lib/pathway/schema.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import { Page } from '../kit/layout.tsx';
import { type SignedInVisit, show, signedInPage } from '../page.ts';
import { type Beside, PathwayBeside, PathwayTogether, pathwayBeside } from './pathway-beside.tsx';
import { whatCasesTeachSoon } from './what-cases-teach.ts';

type LiveProps = { readonly visit: SignedInVisit; readonly pathway: Pathway; readonly version: string; readonly beside: Beside };

export const LivePathwayView = ({ visit, pathway, version, beside }: LiveProps) => (
  <Page {...visit.frame} title={pathway.title} caption="Live now" back="/admin" wide>
    <p class="govuk-body">
      New cases go this way. It is part of version{' '}
      <a class="govuk-link" href={`/admin/versions/${version}`}>
        {version}
      </a>
      . To change it,{' '}
      <a class="govuk-link" href="/admin">
        begin a draft
      </a>
      .
    </p>
    <PathwayBeside beside={beside} />
    <PathwayTogether beside={beside} />
  </Page>
);

export const livePathway = signedInPage('configure', {
  path: '/admin/live/pathways/:pathway',
  get: async (visit) => {
    const live = await configurations.current();
    const pathway = live?.bundle.pathways.find(({ id }) => id === visit.c.req.param('pathway'));
    if (!live || !pathway) return show(<NotFoundPage frame={visit.frame} />, 404);
    const { version, forms } = live.bundle;
    const counts = (await whatCasesTeachSoon())?.stageCounts;
    const beside = await pathwayBeside(pathway, { forms, version, counts });
    return show(<LivePathwayView visit={visit} pathway={pathway} version={version} beside={beside} />);
  },
});
