/**
 * What a council may take out of the default configuration and what it may not, with the section. Written by hand from the law
 * (Care Act 2014 Part 1 and its regulations; the column “may a council remove it?”), never from what the checker says. Not a test.
 */

/** Ids as in `every-removal.ts`; the text stands in the `law` of the fault. */
export type Refused = readonly [law: string, ids: string];

export const REFUSED: readonly Refused[] = [
  // Stages.
  ['Assessment) Regulations 2014, reg 2', 'adult-care/stage/self-assessment carer-support/stage/carers-self-assessment'],
  ['Care Act 2014, s.9', 'adult-care/stage/assessment'],
  ['Care Act 2014, s.10', 'carer-support/stage/assessment'],
  ['s.25', 'adult-care/stage/planning carer-support/stage/planning'],
  ['s.26', 'adult-care/stage/plan-approval carer-support/stage/plan-approval'],
  ['s.27', 'adult-care/stage/review carer-support/stage/review'],
  // Exits.
  ['s.9(1)', 'adult-care/exit/self-assessment/submitted'],
  ['s.10(1)', 'carer-support/exit/carers-self-assessment/submitted'],
  ['s.13', 'adult-care/exit/assessment/eligible adult-care/exit/assessment/not-eligible'],
  ['s.13', 'carer-support/exit/assessment/eligible carer-support/exit/assessment/not-eligible'],
  ['s.26(1)', 'adult-care/exit/resource-allocation/allocated adult-care/exit/resource-allocation/needs-individual-costing'],
  ['s.18', 'adult-care/exit/planning/ready adult-care/exit/quality-check/content adult-care/exit/arranging-support/in-place'],
  ['s.20', 'carer-support/exit/planning/ready carer-support/exit/arranging-support/in-place'],
  ['s.25', 'adult-care/exit/plan-approval/approved carer-support/exit/plan-approval/approved'],
  ['s.25(5)', 'adult-care/exit/plan-approval/returned carer-support/exit/plan-approval/returned'],
  ['s.27(1)', 'adult-care/exit/review/no-change carer-support/exit/review/no-change'],
  ['s.27(4)', 'adult-care/exit/review/plan-changes carer-support/exit/review/plan-changes'],
  ['s.27(4)', 'adult-care/exit/review/needs-changed carer-support/exit/review/needs-changed'],
  ['s.24(2)', 'adult-care/exit/review/support-ends carer-support/exit/review/support-ends'],
  // Whole forms within a stage.
  ['Accessible Information Standard', 'adult-care/form/how-we-talk carer-support/form/how-we-talk'],
  ['s.67', 'adult-care/form/about-you carer-support/form/about-the-carer'],
  ['s.13', 'adult-care/form/needs-assessment'],
  ['s.10(5)', 'carer-support/form/carers-assessment'],
  // Questions.
  ['s.67(4)', 'question/about-you/about.difficulty question/about-the-carer/about.difficulty'],
  ['s.67(5)', 'question/about-you/about.speak-up question/about-the-carer/about.speak-up'],
  ['s.67(2)', 'question/needs-assessment/assess.advocate question/carers-assessment/assess.advocate'],
  ['Assessment) Regulations 2014, reg 2', 'question/about-you/about.self-assessment-wanted'],
  ['reg 3', 'question/needs-assessment/assess.information-given question/carers-assessment/assess.information-given'],
  ['reg 3', 'question/needs-assessment/assess.fluctuation'],
  ['s.10(1)', 'question/needs-assessment/assess.carer-offered'],
  ['s.42', 'question/needs-assessment/assess.safeguarding question/carers-assessment/assess.safeguarding'],
  ['s.42', 'question/needs-assessment/assess.safeguarding-done question/carers-assessment/assess.safeguarding-done'],
  ['reg 2(1)(a)', 'question/needs-assessment/assess.health'],
  ['s.9(4)(a)', 'question/needs-assessment/assess.wellbeing'],
  ['s.10(5)(c)', 'question/carers-assessment/assess.wellbeing'],
  ['reg 2(2)(a)', 'question/needs-assessment/finding.nutrition'],
  ['reg 2(2)(b)', 'question/needs-assessment/finding.hygiene'],
  ['reg 2(2)(c)', 'question/needs-assessment/finding.toilet'],
  ['reg 2(2)(d)', 'question/needs-assessment/finding.clothing'],
  ['reg 2(2)(e)', 'question/needs-assessment/finding.home-safety'],
  ['reg 2(2)(f)', 'question/needs-assessment/finding.habitable-home'],
  ['reg 2(2)(g)', 'question/needs-assessment/finding.relationships'],
  ['reg 2(2)(h)', 'question/needs-assessment/finding.work-learning'],
  ['reg 2(2)(i)', 'question/needs-assessment/finding.community'],
  ['reg 2(2)(j)', 'question/needs-assessment/finding.caring-for-a-child'],
  ['s.13(1)', 'question/needs-assessment/finding.eligibility'],
  ['reg 3(1)(a)', 'question/carers-self-assessment/caring.what'],
  ['reg 3(2)(a)', 'question/carers-self-assessment/caring.health'],
  ['s.10(5)(a)', 'question/carers-self-assessment/caring.willing-and-able'],
  ['s.10(6)', 'question/carers-self-assessment/caring.work-wishes'],
  ['reg 3(2)(b)(i)', 'question/carers-self-assessment/caring.child'],
  ['reg 3(2)(b)(ii)', 'question/carers-self-assessment/caring.others'],
  ['reg 3(2)(b)(iii)', 'question/carers-self-assessment/caring.home'],
  ['reg 3(2)(b)(iv)', 'question/carers-self-assessment/caring.food'],
  ['reg 3(2)(b)(v)', 'question/carers-self-assessment/caring.people'],
  ['reg 3(2)(b)(vi)', 'question/carers-self-assessment/caring.work'],
  ['reg 3(2)(b)(vii)', 'question/carers-self-assessment/caring.community'],
  ['reg 3(2)(b)(viii)', 'question/carers-self-assessment/caring.free-time'],
  [
    's.9(5)',
    `question/self-assessment/washing-dressing-toilet question/self-assessment/eating-drinking question/self-assessment/running-my-home
     question/self-assessment/safe-at-home question/self-assessment/family-friends question/self-assessment/out-and-about
     question/self-assessment/work-learning-volunteering question/self-assessment/looking-after-a-child
     question/self-assessment/making-decisions question/self-assessment/nights`,
  ],
  // Letters and what stands in them.
  ['s.13(1)', 'letter/eligibility-decision paragraph/eligibility-decision/reasons'],
  ['s.12(3)', 'paragraph/eligibility-decision/assessment'],
  ['s.13(5)', 'paragraph/eligibility-decision/what-else-can-help letter/what-else-can-help'],
  ['s.13(5)', 'paragraph/eligibility-decision/what-else-helps-carers letter/what-else-helps-carers'],
  ['s.25(9)', 'letter/plan-agreed paragraph/plan-agreed/plan'],
  ['s.26(1)', 'paragraph/plan-agreed/statement'],
  ['Guidance 11.24', 'paragraph/plan-agreed/reasons paragraph/up-front-figure/if-you-do-not-agree'],
  ['s.25(5)', 'letter/plan-returned paragraph/plan-returned/reasons'],
  ['s.17', 'letter/what-you-pay paragraph/what-you-pay/contribution'],
  [
    's.24(2)',
    'letter/urgent-support-ended paragraph/urgent-support-ended/reasons letter/case-closed paragraph/case-closed/reasons',
  ],
  ['s.27', 'letter/review-done paragraph/review-done/reasons'],
  ['Complaints (England) Regulations 2009, reg 13', 'letter/challenge-acknowledged'],
  ['Complaints (England) Regulations 2009, reg 14', 'letter/challenge-answered paragraph/challenge-answered/reasons'],
  ['Complaints (England) Regulations 2009, reg 14', 'paragraph/challenge-answered/ombudsman letter/ombudsman'],
  [
    'Complaints (England) Regulations 2009, reg 14',
    `letter/if-you-do-not-agree paragraph/eligibility-decision/if-you-do-not-agree paragraph/plan-agreed/if-you-do-not-agree
     paragraph/plan-returned/if-you-do-not-agree paragraph/what-you-pay/if-you-do-not-agree
     paragraph/urgent-support-ended/if-you-do-not-agree paragraph/review-done/if-you-do-not-agree
     paragraph/case-closed/if-you-do-not-agree`,
  ],
  // Whole folders, and what is there for carers as a whole.
  ['s.13(1)', 'room/letters'],
  ['ss.31–33', 'room/support'],
  ['s.10(1)', 'pathway/carer-support'],
  // Who agrees what, and how soon support is looked at again.
  ['s.26', 'council/tier/team-manager council/tier/service-manager council/tier/large-plans'],
  ['Guidance 10.85', 'council/panel-time-limit'],
  ['s.27(1)', 'council/review council/first-review council/later-reviews'],
];

export const ACCEPTED = `
  adult-care/stage/resource-allocation adult-care/stage/quality-check adult-care/stage/arranging-support
  adult-care/merge/self-assessment adult-care/exit/quality-check/changes-suggested
  adult-care/form/money-information adult-care/form/three-questions
  carer-support/stage/arranging-support carer-support/merge/carers-self-assessment carer-support/form/three-questions
  again/needs-assessment/about.difficulty again/needs-assessment/about.speak-up again/needs-assessment/matters.most
  again/needs-assessment/matters.strengths again/needs-assessment/about.helpers
  again/carers-assessment/about.difficulty again/carers-assessment/about.speak-up
  again/carers-assessment/caring.willing-and-able again/carers-assessment/caring.work-wishes
  question/how-we-talk/comm.formats question/how-we-talk/comm.language question/how-we-talk/comm.language-other
  question/how-we-talk/comm.interpreter question/how-we-talk/comm.interpreter-language question/how-we-talk/comm.contact-by
  question/how-we-talk/comm.email question/how-we-talk/comm.phone question/how-we-talk/comm.needs
  question/about-you/about.who-fills-in question/about-you/about.urgent question/about-you/about.urgent-what
  question/about-you/about.safe question/about-you/about.name question/about-you/about.birth question/about-you/about.address
  question/about-you/about.nhs-number question/about-you/about.helpers question/about-you/about.carer
  question/about-you/about.carer-offer
  question/about-the-carer/about.who-fills-in question/about-the-carer/about.safe question/about-the-carer/about.name
  question/about-the-carer/about.birth
  question/self-assessment/matters.most question/self-assessment/matters.good-day question/self-assessment/matters.strengths
  question/self-assessment/matters.tried-or-have-now question/self-assessment/matters.change-first
  question/self-assessment/matters.anything-else
  question/needs-assessment/assess.advocate-who question/needs-assessment/assess.own-words
  question/needs-assessment/assess.strengths question/needs-assessment/assess.health-what
  question/needs-assessment/assess.lives-alone question/needs-assessment/assess.funding-status
  question/needs-assessment/assess.differences question/needs-assessment/assess.copy-to
  question/needs-assessment/assess.copy-to-who
  question/carers-self-assessment/caring.hours question/carers-self-assessment/caring.stop
  question/carers-self-assessment/caring.break question/carers-self-assessment/caring.help
  question/carers-assessment/assess.advocate-who question/carers-assessment/assess.own-words
  question/carers-assessment/assess.differences question/carers-assessment/caring.copy-to
  question/carers-assessment/assess.copy-to-who
  question/money-information/money.who-deals question/money-information/money.who-name question/money-information/money.income
  question/money-information/money.benefits question/money-information/money.savings
  question/money-information/money.ni-number question/money-information/money.housing-costs
  question/money-information/money.disability-costs question/money-information/money.disability-costs-what
  question/quality-check/what-works-well question/quality-check/what-could-be-better
  question/arranging-support/first-day question/arranging-support/who-to-call
  question/three-questions/review.working question/three-questions/review.not-working question/three-questions/review.change
  letter/opening letter/closing letter/story-received letter/up-front-figure letter/promise-missed letter/review-opened
  letter/urgent-support-started letter/invitation-made letter/invitation-removed
  paragraph/case-closed/what-else-can-help paragraph/review-done/what-else-can-help paragraph/review-done/words
  paragraph/challenge-acknowledged/words paragraph/challenge-answered/words paragraph/eligibility-decision/needs
  paragraph/plan-returned/alternatives paragraph/promise-missed/if-you-do-not-agree paragraph/review-opened/words
  paragraph/up-front-figure/working paragraph/urgent-support-ended/words paragraph/urgent-support-started/words
  paragraph/urgent-support-started/if-you-do-not-agree paragraph/what-you-pay/statement
  council/panel council/at-once council/sample council/cover council/approval
  council/tier-merged/service-manager council/tier-merged/large-plans
  room/charging room/scenarios room/allocation
`;

/** Either may go, and not both: the law wants one of the two. */
export const NOT_BOTH: readonly (readonly [law: string, one: string, other: string])[] = [
  ['Accessible Information Standard', 'question/how-we-talk/comm.formats', 'question/how-we-talk/comm.needs'],
  ['s.9(6)', 'question/self-assessment/matters.strengths', 'question/needs-assessment/assess.strengths'],
  ['s.10(5)(d)', 'question/carers-self-assessment/caring.help', 'question/carers-assessment/assess.own-words'],
  ['s.24(2)(b)', 'paragraph/case-closed/what-else-can-help', 'paragraph/review-done/what-else-can-help'],
];

/** One of them may not go alone, and may with the other: with no figure to work out, no area of life has to be asked for it. */
export const LAWFUL_TOGETHER: readonly (readonly [one: string, other: string])[] = [
  ...[
    'washing-dressing-toilet',
    'eating-drinking',
    'running-my-home',
    'safe-at-home',
    'family-friends',
    'out-and-about',
    'work-learning-volunteering',
    'looking-after-a-child',
    'making-decisions',
    'nights',
  ].map((area) => ['adult-care/stage/resource-allocation', `question/self-assessment/${area}`] as const),
  // The lowest tier then takes over what both of the others had.
  ['council/tier/service-manager', 'council/tier-merged/large-plans'],
];
