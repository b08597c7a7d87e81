/** The person's own pages, in the order they are looked up: the story's named pages before the page of any question. */
import type { Page } from '../page.ts';
import { amount } from './amount.tsx';
import { askForReview } from './ask-for-review.tsx';
import { check } from './check.tsx';
import { disagree } from './disagree.tsx';
import { disagreements } from './disagreements.tsx';
import { invite } from './invite.tsx';
import { letter } from './letter.tsx';
import { letters } from './letters.tsx';
import { personPage } from './me.tsx';
import { messages } from './messages.tsx';
import { my } from './my.tsx';
import { people, removeFromList, sendAgain } from './people.tsx';
import { question } from './question.tsx';
import { save } from './save.tsx';
import { sent } from './sent.tsx';
import { startCase } from './start-case.tsx';
import { stop } from './stop.tsx';
import { story } from './story.tsx';
import { ourHousehold } from './together.tsx';
import { ourPool } from './together-pool.tsx';
import { ways } from './ways.tsx';
import { chooseWays } from './ways-choose.tsx';
import { whatYouPay } from './what-you-pay.tsx';
import { whoLeads } from './who-leads.tsx';
import { whoLooked } from './who-looked.tsx';
import { yourPlan } from './your-plan.tsx';
import { planReady, settleProposal } from './your-plan-deeds.tsx';
import { planLine } from './your-plan-line.tsx';
import { planNeed } from './your-plan-need.tsx';
import { proposeChange } from './your-plan-propose.tsx';
import { planRisk } from './your-plan-risk.tsx';
import { planWords } from './your-plan-words.tsx';

export const citizenPages: readonly Page[] = [
  my,
  startCase,
  personPage,
  story,
  check,
  sent,
  question,
  save,
  people,
  invite,
  removeFromList,
  sendAgain,
  messages,
  disagree,
  disagreements,
  letters,
  letter,
  whoLooked,
  amount,
  whatYouPay,
  askForReview,
  stop,
  ways,
  chooseWays,
  yourPlan,
  planWords,
  planLine,
  planNeed,
  planRisk,
  proposeChange,
  settleProposal,
  planReady,
  whoLeads,
  ourPool,
  ourHousehold,
];
