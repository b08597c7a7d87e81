/** People whose plan is agreed: money and support are being arranged, or have just been. */
import {
  agrees,
  assesses,
  GLENDA,
  IDRIS,
  type Life,
  life,
  looksGood,
  MORAG,
  PRIYA,
  said,
  sends,
  sendsBack,
  TOM,
  takes,
  tells,
} from './life.ts';
import { line, offers, putsInPlace, writes } from './plans.ts';

/** Agreed: money and support are being arranged. */
const hamish = life(
  'P-08-HAMISH',
  66,
  tells(65, {
    'washing-dressing-toilet': said('some-days', 'Mum tells me. I want to know it myself.', 75),
    'eating-drinking': said('every-meal', 'I can do beans.', 75),
    'running-my-home': said('most-jobs', '', 75),
    'safe-at-home': said('part-of-day', '', 25),
    'family-friends': said('often-help', 'I want my own friends round. Not Mum’s friends.'),
    'out-and-about': said('every-trip'),
    'work-learning-volunteering': said('to-start', 'Trains.'),
    'making-decisions': said('most-days', 'Ask me slowly.'),
  }),
  sends(64),
  takes(60, PRIYA),
  assesses(46, PRIYA, {
    unable: ['CA-NUTRITION', 'CA-HABITABLEHOME', 'CA-HOMESAFETY', 'CA-RELATIONSHIPS', 'CA-COMMUNITY', 'CA-WTEV'],
    reasons:
      'Hamish has never had the chance to live away from home. His mother is 74 and both of them want him settled while she can help him move.',
  }),
  writes(
    33,
    PRIYA,
    {
      goals: 'Live at Anne and Dougie’s. A key. Trains on Saturdays.',
      items: [
        line(
          'A Shared Lives home with Anne and Dougie',
          'Larkshire Shared Lives',
          ['1', 'week', 412],
          ['CA-NUTRITION', 'CA-HABITABLEHOME', 'CA-HOMESAFETY'],
          'shared-lives-living',
        ),
        line(
          'Volunteering on the heritage railway, with a travel buddy',
          'Larkham Valley Railway',
          ['1', 'day', 38],
          ['CA-WTEV', 'CA-COMMUNITY', 'CA-RELATIONSHIPS'],
          'education-and-work-support',
        ),
      ],
      otherWays: [],
      backUp: 'The Shared Lives team finds another carer Hamish has met. Mum’s is always open.',
    },
    'individual-service-fund',
  ),
  offers(31, PRIYA),
  looksGood(28, GLENDA, 'A whole home, not hours of one.'),
  agrees(
    24,
    GLENDA,
    'The up-front figure counted what his mother does now. From the move nobody does it for nothing, and this is what the home costs. It is less than the supported flat we looked at, and it is what Hamish wants.',
  ),
  takes(10, PRIYA),
);

const vernon = life(
  'P-22-VERNON',
  60,
  tells(58, {
    'washing-dressing-toilet': said('some-days', 'Standing up in a tin bath is a young man’s game.'),
    'running-my-home': said('most-jobs', 'Coal, water, gas. It all has to be carried.'),
    'safe-at-home': said('checked-on', 'The lock keeper used to look in. He retired.'),
    'family-friends': said('some-help'),
    'out-and-about': said('every-trip', 'I can steer forty miles. I cannot walk to the shop.'),
    nights: said('now-and-then'),
  }),
  sends(57),
  takes(55, TOM),
  assesses(40, TOM, {
    unable: ['CA-HABITABLEHOME', 'CA-COMMUNITY', 'CA-HOMESAFETY'],
    reasons: 'Vernon’s lungs cannot carry coal. The boat is his home of thirty years; we start from there.',
  }),
  writes(25, TOM, {
    goals: 'Stay on the Kingfisher.',
    items: [
      line(
        'Somebody to carry coal, water and gas',
        'Waterways Neighbours',
        ['3', 'hour', 16.5],
        ['CA-HABITABLEHOME'],
        'home-care',
      ),
      line(
        'A pendant that works on the water, and a daily call',
        'Larkshire Telecare',
        ['1', 'week', 9.8],
        ['CA-HOMESAFETY'],
        'technology',
      ),
      line(
        'A lift to the shops and the Boaters’ Rest',
        'Larkham Community Transport',
        ['2', 'visit', 7.5],
        ['CA-COMMUNITY'],
        'transport',
      ),
    ],
    otherWays: [],
    backUp: 'The marina office, and Waterways Neighbours’ phone tree.',
  }),
  offers(23, TOM),
  looksGood(20, IDRIS, 'Short, and it fits the man.'),
  agrees(
    17,
    MORAG,
    'It costs less than the up-front figure, because the neighbours’ scheme is cheap. If he needs more than it can give, the figure is still there.',
  ),
);

/** Sent back, put right, agreed, and just in place. */
const zofia = life(
  'P-26-ZOFIA',
  118,
  tells(117, {
    'washing-dressing-toilet': said('some-days', 'Hair.', 75),
    'eating-drinking': said('some-meals', '', 75),
    'running-my-home': said('most-jobs', '', 75),
    'safe-at-home': said('checked-on', '', 25),
    'family-friends': said('some-help', 'I have a boyfriend. His name is Kit.'),
    'out-and-about': said('every-trip', 'I know the 14. Not the 22.', 25),
    'work-learning-volunteering': said('each-week', 'I want a job with a badge.'),
    'making-decisions': said('most-days'),
  }),
  sends(116),
  takes(112, TOM),
  assesses(98, TOM, {
    unable: ['CA-HABITABLEHOME', 'CA-RELATIONSHIPS', 'CA-WTEV', 'CA-COMMUNITY'],
    reasons: 'Zofia can learn any job that is shown to her twice. Nobody has shown her one. She goes where her parents go.',
  }),
  writes(84, TOM, {
    goals: 'A job with a badge. Kit on Fridays.',
    items: [
      line(
        'Day centre',
        'Wren Street Centre',
        ['3', 'day', 58],
        ['CA-COMMUNITY', 'CA-RELATIONSHIPS', 'CA-HABITABLEHOME'],
        'day-activity',
      ),
    ],
    otherWays: [{ outcome: 'CA-WTEV', how: 'unmet', reason: 'There is a waiting list for job coaching.' }],
    backUp: 'Her parents.',
  }),
  offers(82, TOM),
  looksGood(79, IDRIS, 'I ask myself whose plan this is.'),
  sendsBack(
    77,
    GLENDA,
    'Zofia asked for a job and this plan gives her a day centre. The waiting list is ours, not the law’s. Buy the coaching elsewhere.',
  ),
  writes(
    70,
    TOM,
    {
      goals: 'A job with a badge. Kit on Fridays. The 22 bus.',
      items: [
        line('Job coach', 'Open Till', ['5', 'hour', 24], ['CA-WTEV'], 'education-and-work-support'),
        line(
          'Travel training, then a travel buddy as long as she wants one',
          'Open Till',
          ['2', 'hour', 18],
          ['CA-COMMUNITY'],
          'education-and-work-support',
        ),
        line(
          'Support worker for cooking, laundry and Fridays',
          'Someone Zofia chooses',
          ['4', 'hour', 17.8],
          ['CA-HABITABLEHOME', 'CA-RELATIONSHIPS'],
          'personal-assistant',
        ),
      ],
      otherWays: [],
      backUp: 'Open Till’s office, then her parents.',
    },
    'individual-service-fund',
  ),
  offers(69, TOM),
  looksGood(66, IDRIS, 'Now it is hers.'),
  agrees(
    63,
    MORAG,
    'More than the up-front figure, because coaching costs more than a centre at first. It should cost less each month she works.',
  ),
  putsInPlace(38, TOM, 'The Monday after we met', 'Open Till, 01632 960 171, any time until 9pm'),
);

export const arranging: readonly Life[] = [hamish, vernon, zofia];
