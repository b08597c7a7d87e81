/** Every move of open cases there was, the newest first: to what, why, how far. One move is `move.tsx`. */
import type { MoveJob } from '../../../lib/app/configuring/move-job.ts';
import { Page } from '../kit/layout.tsx';
import { Tag } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { type SignedInVisit, show, signedInPage } from '../page.ts';
import { askPorts } from './move-ports.ts';
import { counted, STATES } from './move-words.ts';

type MovesProps = { readonly visit: SignedInVisit; readonly jobs: readonly MoveJob[] };

export const MovesView = ({ visit, jobs }: MovesProps) => (
  <Page {...visit.frame} title="Moving open cases" back="/admin" wide>
    <p class="govuk-body">
      Cases stay on the version they were begun on until somebody moves them.{' '}
      <a class="govuk-link" href={`/admin/versions/${visit.bundle.version}/move`}>
        See where every open case would be on the live version
      </a>
    </p>
    <Table
      caption="Moves, the newest first"
      head={[{ text: 'Move' }, { text: 'State' }, { text: 'Moved' }, { text: 'Need a person' }, { text: 'Who and when' }]}
      rowHeads
      rows={jobs.map(({ id, title, state, counts, by, startedAt }) => [
        <a class="govuk-link" href={`/admin/moves/${id}`}>
          {title}
        </a>,
        <Tag text={STATES[state].text} colour={STATES[state].colour} />,
        counted(counts.moved + counts.same),
        String(counts.needsPerson),
        `${by.name}, ${readableTime(startedAt)}`,
      ])}
      empty="No case was ever moved."
    />
  </Page>
);

export const moves = signedInPage('configure', {
  path: '/admin/moves',
  get: async (visit) => show(<MovesView visit={visit} jobs={await askPorts.moves.list()} />),
});
