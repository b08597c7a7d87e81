/**
 * What could be taken out, with the reason in words and the operations that do it: questions nothing uses, and approvals that change
 * nothing. Only proposals: a person decides, and what the law forbids is never among them. What is due to be looked at is `look-again.ts`.
 */
import type { StageDef, StageId } from '../../domain/stage.ts';
import { say } from '../../domain/text.ts';
import type { Bundle } from '../configuration.ts';
import type { ApprovalEvidence, Evidence, QuestionEvidence } from './evidence.ts';
import type { Operation } from './operation.ts';
import type { QuestionUses, Uses } from './uses.ts';

export type Proposal = {
  readonly what: 'question' | 'stage';
  /** `forms/…`-like: what it is about. */
  readonly where: string;
  readonly why: 'nothing-uses-it' | 'hardly-answered' | 'changes-nothing';
  readonly words: string;
  /** To be done together, in this order. */
  readonly operations: readonly Operation[];
  /** Of a stage: about how many days every case is spared. */
  readonly daysSaved?: number | undefined;
};

/** How much has to be known before anything is said about it. Chosen, not law: below these a share is chance. */
export const ENOUGH_ASKED = 30;
export const ENOUGH_LOOKED = 20;
export const MOST_ANSWERED = 0.1;
export const MOST_CHANGED = 0.03;

type Grounds = Pick<Proposal, 'why' | 'words'>;

/**
 * A reader that takes the answer as it stands is a reason to keep a question that few people answer: an email address is one. What may
 * go for want of answers is only read by a person, or turns nothing but conditions that never turned.
 */
const isHardlyAnswered = ({ usedBy }: QuestionUses, seen: QuestionEvidence | undefined): boolean => {
  if (!seen || seen.asked < ENOUGH_ASKED || seen.effect === 'decision' || (seen.changed ?? 0) > 0) return false;
  if (seen.answered > seen.asked * MOST_ANSWERED) return false;
  return usedBy.every(({ how, kind }) => how === 'read' || how === 'gone' || kind === 'branch');
};

const questionGrounds = (uses: QuestionUses, seen: QuestionEvidence | undefined): Grounds | undefined => {
  if (uses.usedBy.every(({ how }) => how === 'gone')) {
    const named = uses.usedBy.map(({ ref }) => `“${ref}”`).join(' and ');
    return {
      why: 'nothing-uses-it',
      words: `Nothing uses the answer: it was asked for ${named}, and nothing here is called that.`,
    };
  }
  if (!seen || !isHardlyAnswered(uses, seen)) return undefined;
  const counted =
    seen.changed === 0
      ? ' No answer changed what was asked or what anybody was offered.'
      : ' Somebody reads it; whether it ever changed a decision is not known.';
  return { why: 'hardly-answered', words: `${seen.answered} of ${seen.asked} people who were asked answered it.${counted}` };
};

const questionProposal = (uses: QuestionUses, { forms }: Bundle, seen: QuestionEvidence | undefined): Proposal[] => {
  const { question } = uses;
  const grounds = questionGrounds(uses, seen);
  const at = forms.filter(
    (form) =>
      'sections' in form &&
      form.sections.some(({ pages }) => pages.some(({ items }) => items.some((item) => 'q' in item && item.q === question))),
  );
  if (!grounds || at.length === 0) return [];
  const operations = at.map(({ id }): Operation => ({ type: 'remove-question', form: id, question }));
  return [{ what: 'question', where: `questions/${question}`, ...grounds, operations }];
};

/** The outcome most visits ended with, of those that lead on from the stage as it is now; the first by name of two alike. */
const commonestWay = ({ id, outcomes }: StageDef, seen: Readonly<Record<string, number>>): string | undefined => {
  const onward = Object.entries(outcomes).flatMap(([outcome, to]) =>
    to && !('stage' in to && to.stage === id) ? [outcome] : [],
  );
  return onward
    .filter((outcome) => (seen[outcome] ?? 0) > 0)
    .sort((one, other) => (seen[other] ?? 0) - (seen[one] ?? 0) || (one < other ? -1 : 1))[0];
};

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
const days = (number: number): string => `${number} ${number === 1 ? 'day' : 'days'}`;

/** Where the stage is still in the pathway and nearly every plan came out of it as it went in. Those agreed at once are no evidence. */
const stageProposal = (approval: ApprovalEvidence, evidence: Evidence, bundle: Bundle): Proposal[] => {
  const { pathway, stage, tier, looked, changed, share, medianDays = 0 } = approval;
  const def = bundle.pathways.find(({ id }) => id === pathway)?.stages.find(({ id }) => id === stage);
  if (tier || !def || looked < ENOUGH_LOOKED || share > MOST_CHANGED) return [];
  const seen = evidence.stages.find((each) => each.pathway === pathway && each.stage === stage);
  const onward = commonestWay(def, seen?.outcomes ?? {});
  if (onward === undefined) return [];
  const words = `${changed} of ${looked} plans (${percent(share)}) were sent back or changed at “${def.title}”. Without it, each gets on about ${days(medianDays)} sooner.`;
  const operation: Operation = { type: 'remove-stage', pathway, stage, onward };
  return [
    {
      what: 'stage',
      where: `pathways/${pathway}/stages/${stage}`,
      why: 'changes-nothing',
      words,
      operations: [operation],
      daysSaved: medianDays,
    },
  ];
};

export type Proposing = {
  readonly bundle: Bundle;
  readonly uses: Uses;
  readonly evidence: Evidence;
  /** Whether the configuration is still whole and lawful after these, done together. */
  readonly lawful: (operations: readonly Operation[]) => boolean;
};

/** What could go, the stages first. What `lawful` refuses is left out and not spoken of: nobody is to be tempted to break a duty. */
export const proposals = ({ bundle, uses, evidence, lawful }: Proposing): Proposal[] => {
  const found = [
    ...evidence.approvals.flatMap((approval) => stageProposal(approval, evidence, bundle)),
    ...uses.questions.flatMap((each) =>
      questionProposal(
        each,
        bundle,
        evidence.questions.find(({ question }) => question === each.question),
      ),
    ),
  ];
  return found.filter(({ operations }) => lawful(operations));
};

/** What a proposal is called on a page. */
export const calledIn = ({ what, where }: Pick<Proposal, 'what' | 'where'>, { pathways, questions }: Bundle): string => {
  const [, id, , stage] = where.split('/') as [string, StageId, string?, StageId?];
  if (what === 'question') return say(questions.find((question) => question.id === id)?.ask) || id;
  return pathways.find((pathway) => pathway.id === id)?.stages.find((each) => each.id === stage)?.title ?? where;
};
