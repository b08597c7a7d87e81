/** Saying what should be different in a plan, for whoever does not hold the pen or comes when it is not written. It changes nothing by itself. */
import { LONGEST_PROPOSAL } from '../../../lib/domain/proposal.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, casePage, goTo, show, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { pathsOf } from './paths.ts';
import { Link, Text } from './prose.tsx';

const linesIn = ({ case: { plan } }: CaseVisit): readonly string[] => (plan?.items ?? []).map(({ what }) => what);

const Lines = ({ visit, typed }: { readonly visit: CaseVisit; readonly typed: Typed }) => {
  const lines = linesIn(visit);
  if (lines.length === 0) return null;
  return (
    <Radios
      name="line"
      legend="What is it about?"
      choices={[{ value: '', text: 'The whole plan' }, ...lines.map((what, place) => ({ value: String(place + 1), text: what }))]}
      value={text(typed, 'line')}
    />
  );
};

/** The page while the case is open. */
export const proposePage = (visit: CaseVisit, typed: Typed = {}, errors: FieldErrors = {}): Html => {
  const { frame, csrf, request, case: state } = visit;
  const back = pathsOf(state.id).yourPlan;
  return (
    <Page {...frame} title="Propose a change" back={back} errors={errors}>
      <Text>
        Whoever leads the plan reads this. They take it up, or they say why not. Nothing in the plan changes before that.
      </Text>
      <Form
        action={pathsOf(state.id).proposeChange()}
        csrf={csrf}
        request={request}
        submit="Propose it"
        extra={<Link href={back}>Not now</Link>}
      >
        <Lines visit={visit} typed={typed} />
        <Textarea
          name="words"
          label="What would you change?"
          hint="Say why, too, if you like."
          value={text(typed, 'words')}
          error={errors.words}
          limit={LONGEST_PROPOSAL}
        />
      </Form>
    </Page>
  );
};

export const proposeChange = casePage('propose-change', {
  path: '/cases/:caseId/your-plan/propose',
  get: async (visit) => {
    if (visit.case.state === 'closed') return goTo(pathsOf(visit.case.id).yourPlan);
    return show(proposePage(visit, { line: visit.c.req.query('line') ?? '' }));
  },
  post: async (visit, typed) => {
    const words = text(typed, 'words').replaceAll('\r\n', '\n').trim();
    const again = (errors: FieldErrors): Html => proposePage(visit, typed, errors);
    if (words === '') return show(again({ words: 'Write what you would change.' }), 422);
    if (words.length > LONGEST_PROPOSAL) return show(again({ words: 'Use 2,000 letters or fewer.' }), 422);
    const about = linesIn(visit)[Number(text(typed, 'line')) - 1] ?? '';
    return askCase(
      visit,
      { type: 'propose-change', about, words },
      { to: pathsOf(visit.case.id).yourPlan, again, typed, field: 'words' },
    );
  },
});
