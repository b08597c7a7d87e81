/**
 * Taking a stage out: one page that says plainly what follows, and one button. What follows is tried on the draft first
 * (`what-it-breaks.tsx`), so that a legal duty that would be missed is named before and not after.
 */
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { SummaryList } from '../kit/lists.tsx';
import { Details, WarningText } from '../kit/messages.tsx';
import { type Answer, show, type Typed, text } from '../page.ts';
import { BurdenMeter } from './burden-meter.tsx';
import { withReason } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { changeDraft } from './draft-page.tsx';
import { Lines } from './fault-lines.tsx';
import { toldAt } from './last-change.tsx';
import { pathwayHref, type StageVisit, stageHref, stagePage, stagePath } from './pathway-page.tsx';
import { keepableForms, lawsServed, leadingTo, onwardsOf, removal, type WayOut, waysOut } from './stage-ways-out.ts';
import { formWords, leadWords, listed, quoted } from './stage-words.ts';
import { KeepChoice, OnwardChoice } from './take-out-choices.tsx';
import { isAgainstLaw, lawsMissed, stopsOf, takeOutWords } from './what-it-breaks.tsx';

const lawsIn = (ways: readonly WayOut[]): string[] => [...new Set(ways.flatMap(({ result }) => lawsMissed(result)))];

/** Whichever way it is done, something stands in the way. */
const isRefused = (ways: readonly WayOut[]): boolean => ways.length > 0 && ways.every(({ result }) => stopsOf(result).length > 0);

/** What the law says about it: asked for whichever way it is done, discharged here and elsewhere too, or nothing. */
const Law = ({ visit, ways }: { readonly visit: StageVisit; readonly ways: readonly WayOut[] }) => {
  const laws = lawsIn(ways);
  if (isRefused(ways) && laws.length > 0) {
    return (
      <WarningText>
        The law asks for this stage: {listed(laws)}. Without it the draft cannot be published until another stage does what this
        one does.
      </WarningText>
    );
  }
  const served = lawsServed(visit);
  return (
    <p class="govuk-body">
      {served.length > 0
        ? `This stage serves ${listed(served)}. Without it that duty is still met, by what is left of the pathway.`
        : 'No law asks for this stage.'}
      {laws.length > 0 ? ' One of the choices below would miss a duty all the same, and says so.' : ''}
    </p>
  );
};

const Follows = ({ visit, forms }: { readonly visit: StageVisit; readonly forms: readonly string[] }) => {
  const { pathway, stage } = visit;
  const from = leadingTo(visit).map(({ title, outcome }) => `${title} (${outcome.replaceAll('-', ' ')})`);
  const entries = [
    ...(pathway.start === stage.id ? ['New cases begin here. They begin where it leads on to.'] : []),
    ...(pathway.review === stage.id ? ['Reviews begin here.'] : []),
  ];
  return (
    <SummaryList
      rows={[
        { key: 'Leads here now', value: from.length > 0 ? listed(from) : 'Nothing but what is below' },
        ...(entries.length > 0 ? [{ key: 'Begins here', value: entries.join(' ') }] : []),
        { key: 'Forms that could be kept', value: listed(forms.map((id) => formWords(id, visit.forms))) || 'None' },
        {
          key: 'Open cases',
          value: 'They stay on the version they began with until somebody moves them. Nothing they hold is lost.',
        },
      ]}
    />
  );
};

/** The burden as it is now, and as it would be by the way that is most likely to be chosen: the first that is lawful. */
const BurdenAfter = ({ visit, ways }: { readonly visit: StageVisit; readonly ways: readonly WayOut[] }) => {
  const can = ways.filter(({ result }) => !('cannot' in result));
  const likely = can.find(({ result }) => stopsOf(result).length === 0) ?? can[0];
  if (!likely || 'cannot' in likely.result) return null;
  const view = { ...visit.view, before: visit.view.after, after: likely.result.after };
  const kept = likely.keepForms ? ', with its forms kept' : '';
  return (
    <>
      <p class="govuk-body">
        Without the stage{kept}, going on to {leadWords(likely.onward.to, visit.pathway)}:
      </p>
      <BurdenMeter visit={{ ...visit, view }} />
    </>
  );
};

type TakeOutProps = { readonly visit: StageVisit; readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined };

export const TakeOutView = ({ visit, typed, errors }: TakeOutProps): Html => {
  const { pathway, stage, view } = visit;
  const forms = keepableForms(visit);
  const ways = waysOut(visit, forms);
  const refused = isRefused(ways);
  // What stands in the way of every choice is said once, above; not again beside each.
  const choices = { visit, ways: refused ? [] : ways, forms, typed, errors };
  return (
    <DraftFrame
      visit={visit}
      title={`Take out ${quoted(stage.title)}`}
      part="Pathways"
      back={pathwayHref(view.draft, pathway)}
      errors={errors}
      meter={false}
    >
      <Law visit={visit} ways={ways} />
      {refused ? (
        <Details summary="What would stand in the way of publishing">
          <Lines lines={ways.flatMap(({ result }) => stopsOf(result))} />
        </Details>
      ) : null}
      <Follows visit={visit} forms={forms} />
      <BurdenAfter visit={visit} ways={ways} />
      {ways.length === 0 ? (
        <p class="govuk-body">
          Every way out of it leads back to it, so there is nowhere for cases to go instead.{' '}
          <a class="govuk-link" href={stageHref(view.draft, visit, '/ways')}>
            Lead it somewhere first
          </a>
          .
        </p>
      ) : (
        <ChangeForm
          visit={visit}
          action={stagePath(pathway, stage, '/take-out')}
          submit={takeOutWords(ways.every(({ result }) => isAgainstLaw(result)))}
          errors={errors}
          reason={text(typed ?? {}, 'reason')}
        >
          <OnwardChoice {...choices} />
          <KeepChoice {...choices} />
        </ChangeForm>
      )}
    </DraftFrame>
  );
};

const missing = (visit: StageVisit, typed: Typed): FieldErrors => ({
  ...(onwardsOf(visit.stage).some(({ outcomes }) => outcomes[0] === text(typed, 'onward'))
    ? {}
    : { onward: 'Choose where cases go instead.' }),
  ...(keepableForms(visit).length === 0 || ['yes', 'no'].includes(text(typed, 'keep'))
    ? {}
    : { keep: 'Say whether its forms are still filled in.' }),
});

const takeOut = async (visit: StageVisit, typed: Typed): Promise<Answer> => {
  const again = (errors: FieldErrors) => <TakeOutView visit={visit} typed={typed} errors={errors} />;
  const errors = withReason(missing(visit, typed), typed);
  if (Object.keys(errors).length > 0) return show(again(errors), 422);
  const taking = { onward: text(typed, 'onward'), keepForms: text(typed, 'keep') === 'yes' };
  const to = toldAt(pathwayHref(visit.view.draft, visit.pathway));
  return changeDraft(visit, removal(visit, taking), typed, { to, again });
};

export const stageTakeOut = stagePage({
  path: '/take-out',
  get: async (visit) => show(<TakeOutView visit={visit} />),
  post: takeOut,
});
