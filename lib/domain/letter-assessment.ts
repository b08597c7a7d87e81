/** What the letter about an assessment says: the decision, the needs, what was agreed question by question. Part of `letter-event.ts`. */
import type { EventOf } from './event.ts';
import { type Agreed, type Around, type LetterBlock, type Saying, typed } from './letter-saying.ts';
import { wordsFor } from './ras-model.ts';

const agreedIn = ({ assessment }: EventOf<'AssessmentConfirmed'>, { configuration, easy }: Around): LetterBlock | undefined => {
  const audience = easy ? 'easyRead' : 'en';
  const agreed = (configuration.model?.questions ?? []).flatMap((question): Agreed[] => {
    const answer = Object.hasOwn(assessment.answers, question.id) ? assessment.answers[question.id] : undefined;
    if (!answer) return [];
    const option = question.options.find(({ id }) => id === answer.option);
    const area = wordsFor(question.text, audience, question.domain ?? question.id);
    return [{ area, answer: wordsFor(option?.text, audience, answer.option), note: answer.note }];
  });
  return agreed.length === 0 ? undefined : { kind: 'assessment', agreed };
};

export const assessed = (event: EventOf<'AssessmentConfirmed'>, around: Around): Saying => {
  const { decision, decidedBy, findings, reasons } = event.assessment;
  const needs: LetterBlock | undefined = findings.unable.length > 0 ? { kind: 'needs', needs: findings.unable } : undefined;
  return {
    variant: findings.kind === 'carer' ? `carer-${decision}` : decision,
    values: { by: decidedBy.name },
    blocks: { needs, assessment: agreedIn(event, around), reasons: typed(reasons) },
  };
};
