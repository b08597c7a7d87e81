/** Who has looked at what we hold about the person, day by day. Noted by `note-read.ts` whenever somebody opens a page of the case. */
import type { Read } from '../../../lib/app/ports.ts';
import { reads } from '../../../lib/aws/reads.ts';
import type { Role } from '../../../lib/domain/actor.ts';
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Table } from '../kit/tables.tsx';
import { type CaseVisit, casePage, show } from '../page.ts';
import { homeOf, pathsOf } from './paths.ts';
import { Link, Text } from './prose.tsx';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  person: 'It is about them',
  helper: 'Helps you',
  representative: 'Acts for you',
  assessor: 'Works on your needs and your plan',
  approver: 'Agrees plans',
  configurer: 'Sets up how we work',
  system: 'Our own system',
};

/** The page shows so many; older ones can be asked for. */
const MOST_SHOWN = 100;

export const whoLookedPage = (visit: CaseVisit, seen: readonly Read[]): Html => {
  const { frame, case: state, configuration } = visit;
  const { contact } = configuration.council;
  return (
    <Page {...frame} title="Who has looked" caption={`Reference ${state.id}`} back={homeOf(visit)}>
      <Text>This is everyone but you who opened a page about you here, and on which day.</Text>
      <Table
        caption="Who looked, the newest day first"
        head={[{ text: 'Who' }, { text: 'What they do' }, { text: 'Day' }]}
        rowHeads
        rows={seen.map(({ by, role, on }) => [by.name, ROLE_WORDS[role], formatDate(on)])}
        empty="No one has looked yet."
      />
      {seen.length === MOST_SHOWN ? <Text>These are the last {String(MOST_SHOWN)}. Ask us if you want to see more.</Text> : null}
      <Text>
        Is there someone here who should not be? <Link href={pathsOf(state.id).messages}>Send us a message</Link>, or call us on{' '}
        {contact.phone}.
      </Text>
    </Page>
  );
};

export const whoLooked = casePage('view-case', {
  path: '/cases/:caseId/who-looked',
  get: async (visit) => show(whoLookedPage(visit, await reads.of(visit.case.id, MOST_SHOWN))),
});
