/** The letters from the council about one case, the newest first. Each is drawn from an event, so that none can be missing. */
import { histories } from '../../../lib/aws/histories.ts';
import { formatDate } from '../../../lib/domain/calendar.ts';
import { type Letter, lettersOf } from '../../../lib/domain/letter.ts';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Table } from '../kit/tables.tsx';
import { type CaseVisit, casePage, show } from '../page.ts';
import { homeOf, pathsOf } from './paths.ts';
import { Link, Text } from './prose.tsx';

/** Every letter of the case that is visited, oldest first. */
export const lettersFor = async ({ case: state, configuration }: CaseVisit): Promise<Letter[]> =>
  lettersOf(await histories.of(state.id), { state, configuration });

export const letterPath = (caseId: string, { number }: Pick<Letter, 'number'>): string => `${pathsOf(caseId).letters}/${number}`;

export const lettersPage = (visit: CaseVisit, letters: readonly Letter[]): Html => {
  const { frame, case: state } = visit;
  return (
    <Page {...frame} title="Letters from us" caption={`Reference ${state.id}`} back={homeOf(visit)}>
      <Text>You can read and print each letter here. If you would like one in the post, ask us.</Text>
      <Table
        caption="Letters"
        head={[{ text: 'Letter' }, { text: 'Date' }]}
        rowHeads
        rows={[...letters]
          .reverse()
          .map((letter) => [<Link href={letterPath(state.id, letter)}>{letter.title}</Link>, formatDate(letter.on)])}
        empty="There are no letters yet."
      />
    </Page>
  );
};

export const letters = casePage('view-case', {
  path: '/cases/:caseId/letters',
  get: async (visit) => show(lettersPage(visit, await lettersFor(visit))),
});
