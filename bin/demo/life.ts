/**
 * The vocabulary in which made-up lives are written: who said what, when, and what came of it. Nothing here acts: a move is a
 * command with a date, and `timetable.ts` puts the moves of everybody in order. Used by the files of this folder.
 */

import type { Value } from '../../lib/domain/answer.ts';
import type { AssessmentContent, StoryAnswer } from '../../lib/domain/assessment.ts';
import type { Case } from '../../lib/domain/case.ts';
import type { ChallengeContent, ChallengeOutcome } from '../../lib/domain/challenge.ts';
import type { Command } from '../../lib/domain/command.ts';
import type { OutcomeCode } from '../../lib/domain/eligibility.ts';
import { lifeAreasOf } from '../../lib/domain/fact.ts';
import type { ReviewContent } from '../../lib/domain/review.ts';
import type { CaseKind } from '../../lib/domain/stage.ts';
import { PROFILES } from './profiles.ts';

/** Whoever makes a move: the person, or one of the staff by id. */
export const SELF = 'self';
export const PRIYA = 'S-PRIYA';
export const TOM = 'S-TOM';
export const MORAG = 'S-MORAG';
export const GLENDA = 'S-GLENDA';
export const IDRIS = 'S-IDRIS';

/** `ago`: whole days before today. `ask` sees the case as it then is, and says nothing where the move no longer makes sense. */
export type Move = { readonly ago: number; readonly by: string; readonly ask: (state: Case) => Command | undefined };
/** `as`: a carer's own case; support of their own where it is left out. */
export type Life = {
  readonly person: string;
  readonly opened: number;
  readonly moves: readonly Move[];
  readonly as?: CaseKind;
};

export const move = (ago: number, by: string, ask: Move['ask']): Move => ({ ago, by, ask });

/** For each question of the demonstration rules, the statement that says no help is needed. */
const FINE = {
  'washing-dressing-toilet': 'on-my-own',
  'eating-drinking': 'on-my-own',
  'running-my-home': 'on-my-own',
  'safe-at-home': 'safe',
  'family-friends': 'on-my-own',
  'out-and-about': 'on-my-own',
  'work-learning-volunteering': 'none-needed',
  'looking-after-a-child': 'no-child-or-help',
  'making-decisions': 'on-my-own',
  nights: 'sleep-through',
} as const;
export type Question = keyof typeof FINE;
export type Story = Partial<Record<Question, StoryAnswer>>;

/** One answer: the statement that fits, the person's own words, and the part that family or friends do and are happy to go on doing. */
export const said = (option: string, ownWords = '', informalShare: 0 | 25 | 75 | 100 = 0): StoryAnswer => {
  return { option, ownWords, informalShare, willingAndAble: informalShare > 0 };
};
/** Help that is given now, but not by somebody who can go on giving it. */
export const tired = (answer: StoryAnswer): StoryAnswer => ({ ...answer, willingAndAble: false });

const fine = (question: Question): StoryAnswer => said(FINE[question]);

/** How somebody likes to be talked with, and what they say of themselves, where it is not the usual. */
export type Profile = Readonly<Record<string, Value>>;

const USUAL: Profile = {
  'comm.formats': ['none'],
  'comm.language': 'en',
  'comm.interpreter': false,
  'comm.contact-by': 'phone',
  'about.who-fills-in': 'me',
  'about.urgent': 'no',
  'about.safe': true,
  'about.carer': false,
  'about.difficulty': ['none'],
  'about.self-assessment-wanted': true,
};

/**
 * Says who they are and answers the ten areas of life in order; only the `first` of them where the person has not come to the end.
 * What is left out needs no help.
 */
export const tells = (ago: number, story: Story, first = 10): Move[] => {
  const areas = (Object.keys(FINE) as Question[]).slice(0, first);
  const answers = Object.fromEntries(areas.map((question) => [question, story[question] ?? fine(question)]));
  return [
    move(ago, SELF, ({ person }) => ({
      type: 'answer-question',
      answers: { ...USUAL, 'about.name': person.name, ...PROFILES[person.id] },
    })),
    move(ago, SELF, () => ({ type: 'answer-question', answers })),
  ];
};

export const writesMessage = (ago: number, by: string, words: string): Move =>
  move(ago, by, () => ({ type: 'write-message', words }));
export const disagrees = (ago: number, content: ChallengeContent): Move =>
  move(ago, SELF, () => ({ type: 'raise-challenge', content }));
export const acknowledges = (ago: number, by: string): Move =>
  move(ago, by, ({ challenges }) => {
    const open = challenges.find(({ acknowledged }) => !acknowledged);
    return open && { type: 'acknowledge-challenge', number: open.number };
  });
export const answersChallenge = (ago: number, by: string, outcome: ChallengeOutcome, reasons: string): Move =>
  move(ago, by, ({ challenges }) => {
    const open = challenges.find(({ answer }) => !answer);
    return open && { type: 'answer-challenge', number: open.number, outcome, reasons };
  });

export const sends = (ago: number): Move => move(ago, SELF, () => ({ type: 'send-story' }));

/** Takes whatever waits at the stage the case is at. */
export const takes = (ago: number, by: string): Move =>
  move(ago, by, (state) => (state.state === 'underway' ? { type: 'take-work', stage: state.at.stage } : undefined));

type Found = Pick<AssessmentContent, 'reasons'> & {
  readonly unable: readonly OutcomeCode[];
  readonly impairment?: boolean;
  readonly impact?: boolean;
  /** What the record says where it is not the usual. */
  readonly record?: Profile;
  /** Where worker and person agreed on something other than what was first said, with the reason. */
  readonly agreed?: Partial<Record<Question, { readonly option: string; readonly note: string }>>;
};

/** Two outcomes and an impact are what the law asks for; the decision follows from what was found. */
const decisionOf = ({ unable, impairment = true, impact = true }: Found): AssessmentContent['decision'] => {
  if (impairment && impact && unable.length >= 2) return 'eligible-needs-identified';
  return unable.length > 0 || impact ? 'non-eligible-needs-identified' : 'no-needs-identified';
};

/** What staff write down with the person before anything is decided. */
const RECORD: Profile = {
  'assess.information-given': true,
  'assess.advocate': 'not-needed',
  'assess.health': true,
  'assess.lives-alone': false,
  'assess.safeguarding': false,
  'assess.funding-status': 'council',
  'assess.copy-to': ['nobody-else'],
};

export const assesses = (ago: number, by: string, found: Found): Move[] => [
  move(ago, by, () => ({ type: 'answer-question', answers: { ...RECORD, ...found.record } })),
  decides(ago, by, found),
];

const decides = (ago: number, by: string, found: Found): Move =>
  move(ago, by, ({ facts, assessment }) => {
    const before = assessment?.answers ?? lifeAreasOf(facts);
    const answers = Object.fromEntries(
      Object.entries(before).map(([question, { option, informalShare, willingAndAble }]) => {
        const changed = found.agreed?.[question as Question];
        return [question, { option: changed?.option ?? option, informalShare, willingAndAble, note: changed?.note ?? '' }];
      }),
    );
    const findings = {
      impairment: found.impairment ?? true,
      unable: [...found.unable],
      significantImpact: found.impact ?? true,
    };
    return { type: 'confirm-assessment', content: { answers, findings, decision: decisionOf(found), reasons: found.reasons } };
  });

/** The version of the plan as it stands; 0 before there is one. */
export const version = (state: Case): number => state.plan?.version ?? 0;

const QUALITY_CHECK = 'quality-check';
const looksAt = (ago: number, by: string, outcome: string, answers: Record<string, string>, reasons: string): Move =>
  move(ago, by, () => ({ type: 'fill-form', stage: QUALITY_CHECK, outcome, answers, reasons }));
export const looksGood = (ago: number, by: string, well: string): Move =>
  looksAt(ago, by, 'content', { 'what-works-well': well }, '');
export const suggests = (ago: number, by: string, well: string, better: string): Move =>
  looksAt(ago, by, 'changes-suggested', { 'what-works-well': well, 'what-could-be-better': better }, better);

export const agrees = (ago: number, by: string, reasons: string): Move =>
  // A plan inside the council's own limits is agreed already.
  move(ago, by, (state) =>
    state.agreed?.plan.version === version(state) ? undefined : { type: 'approve-plan', planVersion: version(state), reasons },
  );
export const sendsBack = (ago: number, by: string, reasons: string): Move =>
  move(ago, by, (state) => ({ type: 'return-plan', planVersion: version(state), reasons }));

export const asksForReview = (ago: number, reasons: string): Move => move(ago, SELF, () => ({ type: 'ask-for-review', reasons }));
export const reviews = (ago: number, by: string, content: ReviewContent): Move =>
  move(ago, by, () => ({ type: 'record-review', content }));
export const stops = (ago: number, reasons: string): Move => move(ago, SELF, () => ({ type: 'withdraw', reasons }));

/** A life that begins with a case opened `opened` days ago. */
export const life = (person: string, opened: number, ...moves: readonly (Move | readonly Move[])[]): Life => ({
  person,
  opened,
  moves: moves.flat(),
});
