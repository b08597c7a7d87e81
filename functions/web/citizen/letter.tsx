/**
 * One letter, as it would come in the post: from whom, to whom, the date, and every word of it. The working and the plan in it are
 * drawn by the views of the pages, so that paper and screen never differ. Made to be printed.
 */
import { formatDate } from '../../../lib/domain/calendar.ts';
import { plainNeed } from '../../../lib/domain/eligibility.ts';
import type { Letter } from '../../../lib/domain/letter.ts';
import type { LetterBlock } from '../../../lib/domain/letter-saying.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { InsetText } from '../kit/messages.tsx';
import { type CaseVisit, casePage, show } from '../page.ts';
import { AllocationView } from '../shared/allocation-view.tsx';
import { AlternativesView } from '../shared/alternatives-view.tsx';
import { BudgetStatement } from '../shared/budget-view.tsx';
import { byHandWords } from '../shared/by-hand-words.ts';
import { ContributionView } from '../shared/contribution-view.tsx';
import { PlanView } from '../shared/plan-view.tsx';
import { lettersFor } from './letters.tsx';
import { pathsOf } from './paths.ts';
import { Bullets, Quote, Text } from './prose.tsx';

const Block = ({ block, visit }: { readonly block: LetterBlock; readonly visit: CaseVisit }): Html => {
  switch (block.kind) {
    case 'words':
      return <Text>{block.words}</Text>;
    case 'typed':
      return (
        <InsetText>
          <Quote words={block.words} />
        </InsetText>
      );
    case 'needs':
      return <Bullets items={block.needs.map(plainNeed)} />;
    case 'assessment':
      return (
        <SummaryList
          rows={block.agreed.map(({ area, answer, note }) => ({
            key: area,
            value: (
              <>
                {answer}
                {note ? <span class="ow-working__detail ow-typed">{note}</span> : null}
              </>
            ),
          }))}
        />
      );
    case 'working':
      return <AllocationView allocation={block.allocation} audience="person" />;
    case 'plan':
      return <PlanView plan={block.plan} configuration={visit.configuration} />;
    case 'statement':
      return <BudgetStatement budget={block.budget} audience="person" />;
    case 'contribution':
      return <ContributionView pays={block.pays} audience="person" />;
    case 'alternatives':
      return <AlternativesView alternatives={block.alternatives} />;
  }
};

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <p class="govuk-body">
    {lines.map((line, place) => (
      <>
        {place > 0 ? <br /> : null}
        {line}
      </>
    ))}
  </p>
);

/** For staff only, and never on paper: what this copy cannot be. */
const ByHand = ({ visit, letter }: { readonly visit: CaseVisit; readonly letter: Letter }) => {
  const { actor, case: state, subject } = visit;
  const theirs = actor.id === state.person.id || subject.circle?.some(({ id }) => id === actor.id);
  const { byHand } = letter.wishes;
  if (theirs || byHand.length === 0) return null;
  return (
    <div class="govuk-!-display-none-print">
      <InsetText>
        {state.person.name} asked for {byHandWords(byHand)}. No page can be that, so somebody has to make this letter by hand.
      </InsetText>
    </div>
  );
};

export const letterPage = (visit: CaseVisit, letter: Letter): Html => {
  const { frame, case: state, configuration } = visit;
  const { contact, name } = configuration.council;
  return (
    <Page {...frame} title={letter.title} back={pathsOf(state.id).letters}>
      <ByHand visit={visit} letter={letter} />
      <div lang={letter.language}>
        <Lines lines={[name, contact.team, contact.address, `Phone ${contact.phone}`, contact.email]} />
        <Lines lines={letter.to} />
        <Lines lines={[formatDate(letter.on), `Reference ${state.id}, letter ${letter.number}`]} />
        {letter.blocks.map((block) => (
          <Block block={block} visit={visit} />
        ))}
      </div>
    </Page>
  );
};

export const letter = casePage('view-case', {
  path: '/cases/:caseId/letters/:number',
  get: async (visit) => {
    const asked = visit.c.req.param('number') ?? '';
    const found = (await lettersFor(visit)).find(({ number }) => String(number) === asked);
    return found ? show(letterPage(visit, found)) : show(<NotFoundPage frame={visit.frame} />, 404);
  },
});
