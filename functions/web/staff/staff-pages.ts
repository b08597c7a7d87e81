/** The pages of the council's staff. Not who may see them: each page names its action, and the permission table decides. */
import type { Page } from '../page.ts';
import { approve } from './approve.tsx';
import { assess } from './assess.tsx';
import { caseAnswers } from './case-answers.tsx';
import { acknowledgeChallenge, caseChallenge } from './case-challenge.tsx';
import { caseHistory } from './case-history.tsx';
import { caseMoney } from './case-money.tsx';
import { authoritySeen, casePeople } from './case-people.tsx';
import { casePlan } from './case-plan.tsx';
import { caseSummary } from './case-summary.tsx';
import { caseTogether } from './case-together-doors.tsx';
import { caseTogetherPool } from './case-together-pool.tsx';
import { financesPage } from './finances.tsx';
import { holding } from './holding.tsx';
import { holdingDirectPayment } from './holding-direct-payment.tsx';
import { holdingFund } from './holding-fund.tsx';
import { newCase } from './new-case.tsx';
import { planEdit } from './plan-edit.tsx';
import { planOffer } from './plan-offer.tsx';
import { readAfterwards } from './read-afterwards.tsx';
import { record } from './record.tsx';
import { replies } from './replies.tsx';
import { review } from './review.tsx';
import { reviews } from './reviews.tsx';
import { stageForm } from './stage-form.tsx';
import { urgent } from './urgent.tsx';
import { work } from './work.tsx';
import { putBackWork, restartRun, takeWork } from './work-actions.tsx';

export const staffPages: readonly Page[] = [
  work,
  newCase,
  reviews,
  caseSummary,
  caseAnswers,
  caseMoney,
  casePlan,
  casePeople,
  authoritySeen,
  replies,
  caseChallenge,
  acknowledgeChallenge,
  caseHistory,
  takeWork,
  putBackWork,
  restartRun,
  assess,
  record,
  planEdit,
  planOffer,
  stageForm,
  approve,
  review,
  urgent,
  holding,
  holdingDirectPayment,
  holdingFund,
  financesPage,
  caseTogetherPool,
  caseTogether,
  readAfterwards,
];
