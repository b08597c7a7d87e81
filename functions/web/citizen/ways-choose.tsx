/**
 * Choosing who holds the money for the lines of the plan. It saves the plan with nothing else changed in it. The ways are read first
 * (`ways.tsx`); the boxes are `ways-fields.tsx`, reading them `ways-choice.ts`.
 */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { may } from '../../../lib/domain/permission.ts';
import type { PlanContent } from '../../../lib/domain/plan.ts';
import type { SupportRules } from '../../../lib/domain/support-rules.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { type Answer, type CaseVisit, casePage, count, goTo, show, type Typed } from '../page.ts';
import { askCase } from '../settle.tsx';
import { PUBLIC_WAYS, waysPathsOf } from '../shared/ways-paths.ts';
import { homeOf, pathsOf } from './paths.ts';
import { Bullets, Link, Text } from './prose.tsx';
import { choiceHeld, knownLines, readWays, unknownLines } from './ways-choice.ts';
import { ChosenSoFar, WhyNotNow } from './ways-chosen.tsx';
import { WaysFields } from './ways-fields.tsx';
import { SavedMeanwhile, WhosePlan } from './your-plan-frame.tsx';
import { contentOf, isOld, mayWrite } from './your-plan-visit.ts';

const TITLE = 'Who holds the money?';

/** What was chosen, where it cannot be changed now. `late`: a form was sent all the same, and changed nothing. */
export const chosenPage = (visit: CaseVisit, late = false): Html => (
  <Page {...visit.frame} title="Who holds the money" back={homeOf(visit)}>
    <WhosePlan visit={visit} />
    {late ? <InsetText>What you chose just now is not saved. You can see here what stands.</InsetText> : null}
    <ChosenSoFar visit={visit} />
    <WhyNotNow visit={visit} />
  </Page>
);

/** Whoever leads for now may choose, but only the person's own side and we go through the ways. */
const ReadFirst = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state } = visit;
  const theirs = may(visit.actor, 'explain-ways', visit.subject);
  return (
    <Page {...visit.frame} title={TITLE} back={homeOf(visit)}>
      <Text>First comes a look at all the ways, side by side. Then you choose.</Text>
      {theirs ? (
        <Button text="Look at all the ways" href={waysPathsOf(state.id).ways} />
      ) : (
        <Text>
          {state.person.name} does that with us. You can <Link href={PUBLIC_WAYS}>read them here</Link>, too.
        </Text>
      )}
    </Page>
  );
};

/** Lines whose kind nobody has said: what can pay for them is not known before that. */
const NoKind = ({ visit, plan }: { readonly visit: CaseVisit; readonly plan: PlanContent }) => {
  const lines = unknownLines(plan);
  if (lines.length === 0) return null;
  return (
    <InsetText>
      <Text>
        We do not know yet what kind of support this is. Say that first. Then you can choose who holds the money for it:
      </Text>
      <Bullets
        items={lines.map(({ place, item }) => (
          <Link href={pathsOf(visit.case.id).planLine(place + 1)}>
            <span class="ow-typed">{item.what}</span>
          </Link>
        ))}
      />
    </InsetText>
  );
};

type Drawn = { readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined };
type ChooseProps = { readonly visit: CaseVisit; readonly rules: SupportRules; readonly plan: PlanContent } & Drawn;

const ChooseForm = ({ visit, rules, plan, typed, errors = {} }: ChooseProps) => {
  const { csrf, request, case: state } = visit;
  const paths = waysPathsOf(state.id);
  return (
    <Form
      action={paths.choose}
      csrf={csrf}
      request={request}
      submit="Save"
      extra={<Link href={paths.ways}>Read all the ways again</Link>}
    >
      <input type="hidden" name="basedOn" value={String(state.plan?.version ?? 0)} />
      <WaysFields
        rules={rules}
        today={toIsoDate(visit.now)}
        reader={visit.reader}
        lines={knownLines(plan)}
        typed={typed ?? choiceHeld(plan)}
        errors={errors}
      />
    </Form>
  );
};

/** The page with the boxes; `typed` is what was sent, when it comes again. */
export const choosePage = (props: ChooseProps): Html => {
  const { visit, plan, typed = {}, errors = {} } = props;
  return (
    <Page {...visit.frame} title={TITLE} back={waysPathsOf(visit.case.id).ways} errors={errors}>
      <WhosePlan visit={visit} />
      <SavedMeanwhile visit={visit} typed={typed} />
      <Text>One way can do for all of it, or each part can have its own. None of them changes what support you have.</Text>
      <NoKind visit={visit} plan={plan} />
      {knownLines(plan).length > 0 ? <ChooseForm {...props} /> : null}
    </Page>
  );
};

/** What this visitor gets in place of the boxes; nothing where they can choose. A form sent `late` changes nothing. */
const insteadOf = (visit: CaseVisit, late = false): Answer | undefined => {
  const { case: state, configuration } = visit;
  if (!mayWrite(visit)) return show(chosenPage(visit, late), late ? 409 : 200);
  if (!configuration.support || !state.plan?.items.length)
    return goTo(may(visit.actor, 'explain-ways', visit.subject) ? waysPathsOf(state.id).ways : pathsOf(state.id).yourPlan);
  return state.explained ? undefined : show(<ReadFirst visit={visit} />, late ? 409 : 200);
};

const choosing = ({ case: state, configuration }: CaseVisit): { rules: SupportRules; plan: PlanContent } | undefined =>
  configuration.support && { rules: configuration.support, plan: contentOf(state.plan) };

export const chooseWays = casePage('save-plan', {
  path: '/cases/:caseId/ways/choose',
  get: async (visit) => {
    const instead = insteadOf(visit);
    const open = choosing(visit);
    return instead || !open ? (instead ?? goTo(waysPathsOf(visit.case.id).ways)) : show(choosePage({ visit, ...open }));
  },
  post: async (visit, typed) => {
    const instead = insteadOf(visit, true);
    const open = choosing(visit);
    if (instead || !open) return instead ?? goTo(waysPathsOf(visit.case.id).ways);
    const again = (errors: FieldErrors): Html => choosePage({ visit, ...open, typed, errors });
    const read = readWays(typed, { ...open, today: toIsoDate(visit.now) });
    // On a plan that has moved on, what is wrong with the boxes is not what matters: the notice above them says so.
    if ('errors' in read) return show(again(read.errors), isOld(visit, typed) ? 409 : 422);
    const command = { type: 'save-plan', content: read.content, basedOn: count(typed, 'basedOn') ?? -1 } as const;
    return askCase(visit, command, { to: waysPathsOf(visit.case.id).ways, again, typed });
  },
});
