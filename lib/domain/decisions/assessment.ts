/** Confirming an assessment: findings against the three conditions, a decision by a named worker, reasons for the person. */
import { allocate } from '../allocation.ts';
import { type AssessmentContent, outcomeOfDecision } from '../assessment.ts';
import type { Underway } from '../case.ts';
import type { CommandOf } from '../command.ts';
import { proposeEligibility } from '../eligibility.ts';
import { leftToSend } from '../form-walk.ts';
import { formsAt, shownOf } from '../open-forms.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { kindOf, stageOf } from '../stage.ts';
import { say } from '../text.ts';
import { CAME_BACK, type Decision, happened, isStale, moveOn, type Setting, signed, standingAt } from './setting.ts';

/** What the staff's own forms within this stage still need: who was told what, who speaks up, whether there is a risk. */
const recordGap = (setting: Setting, state: Underway): Refusal | undefined => {
  const { configuration, now } = setting;
  const forms = formsAt(configuration, stageOf(configuration.route, state.at.stage)).filter((form) => form.for === 'staff');
  // What the person said is shown to be looked at again; only what nobody has answered yet stands in the way of a decision.
  const open = leftToSend(shownOf(state, configuration, forms, now)).filter(({ standing }) => standing === 'ask');
  const [first] = open;
  if (!first) return undefined;
  const more = open.length === 1 ? '' : ` and ${open.length - 1} more`;
  return refuse(
    'form-incomplete',
    `Before you decide, answer “${say(first.question.ask, { about: true })}”${more} in “${say(first.form.title)}”.`,
  );
};

const OF_ANOTHER = {
  adult: 'This case is an adult’s own, and these are findings about a carer. A carer’s are made in the carer’s own case.',
  carer: 'This case is a carer’s own, and these are findings about an adult who needs care. They are made in that person’s case.',
} as const;

/** Findings by the law of the case, and answers with points only where a points model works on them. */
const contentFault = ({ configuration }: Setting, content: AssessmentContent): Refusal | undefined => {
  const kind = kindOf(configuration.route);
  if ((content.findings.kind ?? 'adult') !== kind) return refuse('need-of-another', OF_ANOTHER[kind]);
  if (kind === 'carer') {
    if (Object.keys(content.answers).length === 0) return undefined;
    return refuse('unknown-option', 'A carer is not assessed by points, so there is nothing to agree question by question.');
  }
  const { model } = configuration;
  const allocated = model && allocate(model, content.answers);
  if (!allocated || allocated.ok) return undefined;
  return refuse('unknown-option', allocated.refusals.map(({ message }) => message).join(' '));
};

/**
 * Records the assessment and decides eligibility. The worker's findings are the judgement; what follows from them is law, so a
 * decision that contradicts them is refused (`decision-against-findings`): change the finding, with the reason, if it is wrong.
 */
export const confirmAssessment = (setting: Setting, { content, arrival }: CommandOf<'confirm-assessment'>): Decision => {
  const standing = standingAt(setting, 'assessment');
  if ('refused' in standing) return standing;
  if (isStale(standing.state, arrival)) return refuse('not-at-this-stage', CAME_BACK);
  const gap = recordGap(setting, standing.state);
  if (gap) return gap;
  const fault = contentFault(setting, content);
  if (fault) return fault;
  const proposed = proposeEligibility(content.findings);
  const outcome = outcomeOfDecision(content.decision);
  if (outcome !== outcomeOfDecision(proposed.result)) {
    return refuse(
      'decision-against-findings',
      `What you found leads to “${proposed.result.replaceAll('-', ' ')}”. Change the finding you disagree with, or the decision.`,
    );
  }
  const assessment = {
    ...content,
    proposed: proposed.result,
    decidedBy: signed(setting.by),
    decidedAt: setting.now.toISOString(),
  };
  const confirmed = happened(setting, { type: 'AssessmentConfirmed', assessment });
  return moveOn({ ...setting, state: standing.state }, outcome, [confirmed], content.reasons);
};
