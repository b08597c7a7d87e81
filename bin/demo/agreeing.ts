/** People whose plan was sent back, or waits to be agreed. */
import {
  assesses,
  GLENDA,
  IDRIS,
  type Life,
  life,
  looksGood,
  PRIYA,
  SELF,
  said,
  sends,
  sendsBack,
  TOM,
  takes,
  tells,
  writesMessage,
} from './life.ts';
import { line, offers, writes } from './plans.ts';

/** Sent back once, with the reasons on the page for Jarek to read. */
const jarek = life(
  'P-10-JAREK',
  60,
  tells(59, {
    'washing-dressing-toilet': said('some-days', 'I forget which day it is, so I forget the shower.'),
    'eating-drinking': said('every-meal', 'I leave the pan on. Twice the fire engine came.'),
    'running-my-home': said('all-jobs'),
    'safe-at-home': said('part-of-day', 'I open the door to everyone. I lost money that way.'),
    'family-friends': said('cut-off', 'My friends are from before.'),
    'out-and-about': said('every-trip', 'I get lost on streets I was born on.'),
    'work-learning-volunteering': said('to-start', 'I fixed engines. My hands still know.'),
    'making-decisions': said('most-days'),
  }),
  sends(58),
  takes(54, TOM),
  assesses(40, TOM, {
    unable: ['CA-NUTRITION', 'CA-HABITABLEHOME', 'CA-HOMESAFETY', 'CA-RELATIONSHIPS', 'CA-COMMUNITY', 'CA-WTEV'],
    reasons:
      'Jarek’s injury took his memory for the last hour, not his skill or his humour. He is not safe with a cooker or an open door, and he knows it.',
  }),
  writes(25, TOM, {
    goals: 'Work on engines again, one morning a week. Keep the flat.',
    items: [
      line(
        'Support worker, late mornings and early evenings',
        'Waymark Brain Injury Support',
        ['10.5', 'hour', 24.8],
        ['CA-NUTRITION', 'CA-HABITABLEHOME', 'CA-COMMUNITY'],
        'personal-assistant',
      ),
      line('Door camera and cooker cut-out', 'Larkshire Telecare', ['1', 'week', 6.2], ['CA-HOMESAFETY'], 'technology'),
    ],
    otherWays: [
      {
        outcome: 'CA-RELATIONSHIPS',
        how: 'unmet',
        reason: 'We looked and found no group for younger people with a brain injury. We will ask Waymark to start one.',
      },
      { outcome: 'CA-WTEV', how: 'declined', reason: 'Jarek says later, once the evenings are settled.' },
    ],
    backUp: 'Waymark has an on-call line, day and night.',
  }),
  offers(23, TOM),
  looksGood(20, IDRIS, 'Safe, and it is his own plan.'),
  sendsBack(
    17,
    GLENDA,
    'I cannot agree this yet. His first goal is a morning with engines, and nothing in the plan leads there. Ask the bus depot and the repair café, and send it to me again. The evening hours are right.',
  ),
  takes(8, TOM),
  writesMessage(5, TOM, 'Jarek, the repair café says come and look on Thursday at ten. Shall I come with you?'),
  writesMessage(1, SELF, 'Yes. Text me on the day or I forget.'),
);

/** More than a hundred points: no figure, so the support itself was costed. */
const perpetua = life(
  'P-16-PERPETUA',
  33,
  tells(32, {
    'washing-dressing-toilet': said('every-time', 'Two people now, with the hoist.'),
    'eating-drinking': said('to-eat', 'Slowly, and with somebody who is not in a hurry.'),
    'running-my-home': said('all-jobs'),
    'safe-at-home': said('never-alone', 'I cannot press the button any more.'),
    'family-friends': said('cut-off', 'I still write. With my eyes, on the screen. It takes an evening to say good morning.'),
    'out-and-about': said('two-people', 'I would like to see the sea once more. That is not much to ask of a plan.'),
    'looking-after-a-child': said('every-day', 'Joe is nine. I want to be there when he comes in from school.', 25),
    'making-decisions': said('big-ones'),
    nights: said('awake-all-night', 'The ventilator.'),
  }),
  sends(31),
  takes(31, PRIYA),
  assesses(24, PRIYA, {
    unable: [
      'CA-NUTRITION',
      'CA-HYGIENE',
      'CA-TOILET',
      'CA-CLOTHING',
      'CA-HOMESAFETY',
      'CA-HABITABLEHOME',
      'CA-RELATIONSHIPS',
      'CA-COMMUNITY',
      'CA-CARINGOTHERS',
    ],
    reasons:
      'Perpetua’s illness is taking her movement quickly and her mind not at all. We assessed in one visit, because she has better things to do with her time.',
  }),
  takes(23, PRIYA),
  writes(10, PRIYA, {
    goals: 'Be at home, with Joe. See the sea.',
    items: [
      line(
        'Two personal assistants, days',
        'Kestrel Complex Care',
        ['56', 'hour', 19.9],
        ['CA-HYGIENE', 'CA-TOILET', 'CA-CLOTHING', 'CA-NUTRITION', 'CA-HABITABLEHOME'],
        'personal-assistant',
      ),
      line(
        'Somebody awake at night (the NHS pays the other half)',
        'Kestrel Complex Care',
        ['3.5', 'night', 168],
        ['CA-HOMESAFETY'],
        'home-care',
      ),
      line(
        'A personal assistant for the hours after school',
        'Perpetua chooses',
        ['7.5', 'hour', 19.9],
        ['CA-CARINGOTHERS'],
        'personal-assistant',
      ),
      line('Care of the eye-gaze computer', 'Larkshire Telecare', ['1', 'week', 14], ['CA-RELATIONSHIPS'], 'technology'),
      line(
        'Days out by the accessible minibus',
        'Larkham Community Transport',
        ['0.5', 'day', 74],
        ['CA-COMMUNITY'],
        'transport',
      ),
    ],
    otherWays: [],
    backUp: 'Kestrel’s nurse on call. The hospice knows Perpetua and will always take a call.',
  }),
  offers(7, PRIYA),
  looksGood(4, IDRIS, 'It is costed line by line, and the sea is in it.'),
);

export const agreeing: readonly Life[] = [jarek, perpetua];
