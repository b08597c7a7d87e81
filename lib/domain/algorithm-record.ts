/**
 * The public record of a model of points and money, made from the model and the council: who owns it, what it is for, who decides, the
 * rules in full. In the spirit of the UK Algorithmic Transparency Recording Standard, not a submission to it. It claims only what the
 * engine does or the model says; what nobody has measured or written down, it says so of.
 */
import { type Answers, allocate, type RasResult } from './allocation.ts';
import { exampleAnswers } from './allocation-example.ts';
import { GUIDE_NOT_LIMIT } from './allocation-line.ts';
import type { Council } from './council.ts';
import { RasModel, type RasQuestion, wordsFor } from './ras-model.ts';

type Nation = Council['jurisdiction'];

/** Who looks at a complaint when the council has answered it, by nation. */
export const OMBUDSMAN: Readonly<Record<Nation, string>> = {
  ENG: 'the Local Government and Social Care Ombudsman',
  SCT: 'the Scottish Public Services Ombudsman',
  WLS: 'the Public Services Ombudsman for Wales',
};

const LAW: Readonly<Record<Nation, string>> = {
  ENG: 'Care Act 2014, sections 24 to 26',
  SCT: 'Social Care (Self-directed Support) (Scotland) Act 2013',
  WLS: 'Social Services and Well-being (Wales) Act 2014',
};

const NOT_RECORDED = 'Not recorded here yet.';

/** Whether the figures were ever matched to what real people's support costs. Without a number of people, they were not. */
export const isCalibrated = ({ calibration }: RasModel): boolean => (calibration?.sampleSize ?? 0) > 0;

/** Key by key in one order, so that two files that say the same make the same text. */
const inOneOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOneOrder(each)]));
};

/** The rules as they can be read again. `$schema` points into the council's own files, so it stays behind. */
const rulesOf = (model: RasModel): RasModel => {
  const { $schema: _left, ...rules } = model;
  return RasModel.parse(inOneOrder(rules));
};

const overview = (model: RasModel, council: Council) => ({
  name: model.title ?? model.id,
  model: model.id,
  version: String(model.version),
  owner: { organisation: council.name, madeUp: council.madeUp, team: council.contact.team, contact: council.contact },
  whatItIsFor:
    'It gives an adult with care needs an up-front weekly figure before a plan is written, so that planning starts from a known amount.',
  howItIsUsedInTheDecision: `It is where planning starts. ${GUIDE_NOT_LIMIT} The personal budget is what the agreed plan costs. It may be more or less than this figure.`,
  whoDecides:
    'People decide. A named worker agrees each answer with the person, and decides on eligibility with reasons, before a figure is made. A plan is agreed by the council’s rules for approval, and nobody agrees a plan that they wrote. The figure decides nothing.',
  howToChallenge: {
    first: `At any time, about one line or all of it: “I don’t agree” on the person’s own page, by phone on ${council.contact.phone}, by email to ${council.contact.email}, or by letter. Someone who did not decide looks at it.`,
    afterwards: `Whoever is not happy with the answer can go to ${OMBUDSMAN[council.jurisdiction]}.`,
  },
  publicPage: model.publicUrl ?? `/rules/${encodeURIComponent(model.id)}`,
});

const dataUsed = (question: RasQuestion, { informal }: RasModel) => ({
  question: question.id,
  asks: wordsFor(question.text, 'en', question.domain ?? question.id),
  outcomes: question.outcomeCodes,
  used: [
    'which of its statements fits, and the points that statement is worth',
    ...(informal.shares.length > 1 ? ['how much of it family or friends do now, in percent'] : []),
    ...(informal.shares.length > 1 && informal.requiresWillingAndAble
      ? ['whether whoever helps is recorded as willing and able to go on']
      : []),
  ],
});

const MADE_UP =
  'These rules are not calibrated on real people. No record says that they were checked against what support costs.';

const calibration = (model: RasModel) => ({
  calibrated: isCalibrated(model),
  statement: isCalibrated(model)
    ? 'The figures were matched to what support costs for the number of people given here.'
    : MADE_UP,
  ...(model.calibration ?? {}),
});

const impact = (model: RasModel) => {
  const byCareGroup = model.calibration?.fitReport?.byCareGroup !== undefined;
  const others = 'age, sex, ethnicity, religion, disability or any other group';
  return {
    measured: byCareGroup,
    statement: byCareGroup
      ? `How well the figures fit each care group is in the calibration. Impact by ${others} is not measured yet.`
      : `Not measured yet. No comparison of final budgets with up-front figures by ${others} is recorded.`,
    equalityImpactAssessment: NOT_RECORDED,
    dataProtectionImpactAssessment: NOT_RECORDED,
  };
};

const HUMAN_OVERSIGHT = [
  'Answers are agreed by the person and a named worker. Where they differ from what the person first said, the worker can note why.',
  'Family help counts only where it is recorded, and never changes whether needs are eligible.',
  'Every line of the working is shown to the person and to staff, the same lines to both.',
  'Needs above what the rules cover get no figure. A person works out what the support costs, and there is no cap.',
  'The final budget is worked out from the plan, whatever this figure is, and is kept apart from it.',
];

const RISKS = [
  {
    risk: 'The figure is taken for a limit.',
    answer: 'Every working of it ends by saying that it is none, and no budget can be cut below what the plan costs.',
  },
  {
    risk: 'The table fits some people badly.',
    answer: 'The plan is costed for each person. What is known of the fit is in the calibration.',
  },
  {
    risk: 'Family help is assumed.',
    answer: 'It is counted question by question as the model says, and the figure without it is shown beside.',
  },
];

const example = (model: RasModel): { answers: Answers; result: RasResult } => {
  const answers = exampleAnswers(model);
  const allocated = allocate(model, answers);
  if (!allocated.ok) throw new Error(allocated.refusals.map(({ message }) => message).join(' '));
  return { answers, result: allocated.result };
};

const detail = (model: RasModel, council: Council) => ({
  responsibility: {
    organisation: council.name,
    team: council.contact.team,
    seniorResponsibleOwner: NOT_RECORDED,
    externalSupplier: NOT_RECORDED,
  },
  legalBasis: LAW[council.jurisdiction],
  scope:
    'Only the up-front weekly figure. Not eligibility, not the final budget, not what a person pays, not a carer’s own support.',
  method: {
    kind: 'Fixed rules, worked out the same way each time. It does not learn, predict or score anybody against others.',
    steps:
      'Points of each answer, less family help that counts, added up; turned into money by the rules below; what is kept back taken off; made up to the smallest amount if there is one; rounded.',
    arithmetic: `Exact fractions throughout. Rounded once, at the end, to ${model.rounding.unitPence}p; a half goes up.`,
  },
  dates: { publishedAt: model.publishedAt ?? null, effectiveFrom: model.effectiveFrom ?? null },
  versions:
    'A version never changes once it is used: new figures are a new version. A case keeps the version its figure was made with.',
  rules: model,
  dataUsed: model.questions.map((question) => dataUsed(question, model)),
  dataNotUsed:
    'Only the answers to these questions are read. Words that people write, and whatever else is held about them, such as age, sex, ethnicity, income or savings, are not.',
  calibration: calibration(model),
  humanOversight: HUMAN_OVERSIGHT,
  impactOnGroups: impact(model),
  frequencyAndScale: 'Not measured yet.',
  risks: RISKS,
  workedExample: { note: 'Made-up answers: the middle statement of each question.', ...example(model) },
});

/** The whole record. The same rules and council always make the same one, in whatever order their file was written. */
export const algorithmRecord = (given: RasModel, council: Council) => {
  const model = rulesOf(given);
  return {
    standard: 'In the spirit of the UK Algorithmic Transparency Recording Standard: tier 1 for everybody, tier 2 in detail.',
    tier1: overview(model, council),
    tier2: detail(model, council),
  };
};
export type AlgorithmRecord = ReturnType<typeof algorithmRecord>;

/** The record as a file to keep: the same bytes for the same rules and council. */
export const algorithmRecordText = (model: RasModel, council: Council): string =>
  `${JSON.stringify(algorithmRecord(model, council), null, 2)}\n`;
