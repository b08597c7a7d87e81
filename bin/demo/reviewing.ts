/** People whose support has been, or is being, looked at again. */
import {
  asksForReview,
  assesses,
  GLENDA,
  type Life,
  life,
  MORAG,
  PRIYA,
  reviews,
  type Story,
  said,
  sends,
  TOM,
  takes,
  tells,
} from './life.ts';
import { line, putsInPlace, settled, writes } from './plans.ts';

/** Reviewed: nothing to change, and the next date is set a year on. */
const maud = life(
  'P-13-MAUD',
  150,
  tells(149, {
    'washing-dressing-toilet': said('every-time', 'They are kind about it.'),
    'eating-drinking': said('every-meal'),
    'running-my-home': said('all-jobs'),
    'safe-at-home': said('part-of-day'),
    'family-friends': said('often-help', 'My granddaughter plays me the organ down the telephone.', 25),
    'out-and-about': said('every-trip'),
    'making-decisions': said('big-ones'),
    nights: said('every-night'),
  }),
  sends(148),
  takes(146, TOM),
  assesses(136, TOM, {
    unable: ['CA-HYGIENE', 'CA-TOILET', 'CA-CLOTHING', 'CA-NUTRITION', 'CA-RELATIONSHIPS', 'CA-COMMUNITY'],
    reasons:
      'Maud chose the home with her granddaughter and likes it there. What it does not give her is company of her own kind: she misses chapel.',
  }),
  writes(122, TOM, {
    goals: 'Chapel on Sundays. The organ.',
    items: [
      line(
        'The home’s own support',
        'Larkfield House',
        ['1', 'week', 640],
        ['CA-HYGIENE', 'CA-TOILET', 'CA-CLOTHING', 'CA-NUTRITION'],
        'care-home',
      ),
      line('A lift and an arm to chapel', 'Chapel Friends', ['1', 'visit', 6], ['CA-COMMUNITY', 'CA-RELATIONSHIPS'], 'home-care'),
    ],
    otherWays: [],
    backUp: 'Larkfield House is there day and night.',
  }),
  settled(
    120,
    TOM,
    GLENDA,
    'The up-front figure does not count a place in a home. This is what hers costs, and chapel.',
    putsInPlace(100, TOM, 'She was there already', 'The manager of Larkfield House, 01632 960 190'),
  ),
  takes(50, TOM),
  reviews(43, TOM, {
    outcome: 'no-change',
    achieved: 'fully',
    inTheirWords: 'I have been to chapel nine Sundays running. They let me play the last hymn.',
    reasons: 'Everything in the plan happens and Maud wants all of it to go on. Her granddaughter agrees.',
  }),
);

/** A review changed his plan: the new one is half written. */
const quentin = life(
  'P-17-QUENTIN',
  141,
  tells(140, {
    'eating-drinking': said('some-meals', 'The same five. That is a choice, not a symptom.'),
    'running-my-home': said('most-jobs', 'Landlords. Forms. Doorbells.'),
    'safe-at-home': said('checked-on'),
    'family-friends': said('some-help'),
    'out-and-about': said('new-places', 'Known routes are fine. Replacement buses are not.'),
    'work-learning-volunteering': said('each-week', 'I index things. Someone should pay me for that.'),
    'making-decisions': said('most-days', 'Tell me in writing.'),
  }),
  sends(138),
  takes(133, PRIYA),
  assesses(123, PRIYA, {
    unable: ['CA-HABITABLEHOME', 'CA-WTEV', 'CA-COMMUNITY'],
    reasons:
      'Quentin’s days work as long as nothing unexpected comes through the door, and something always does. He lost two jobs to that.',
  }),
  writes(
    109,
    PRIYA,
    {
      goals: 'Paid work with an index in it.',
      items: [
        line(
          'A support worker who deals with letters, landlords and doorbells',
          'Plain Dealing',
          ['4', 'hour', 19.6],
          ['CA-HABITABLEHOME'],
          'personal-assistant',
        ),
        line('The men’s shed', 'Larkham Men’s Shed', ['1', 'visit', 3], ['CA-COMMUNITY'], 'home-care'),
        line('Job coach', 'Open Till', ['2', 'hour', 24], ['CA-WTEV'], 'education-and-work-support'),
      ],
      otherWays: [],
      backUp: 'Written down on one page, on the fridge.',
    },
    'mixed',
  ),
  settled(
    107,
    PRIYA,
    MORAG,
    'Less than the up-front figure. These are the three things he asked for, and the rest is there if he needs it.',
    putsInPlace(81, PRIYA, 'The first Monday', 'Plain Dealing, by text, 07700 900 128'),
  ),
  takes(31, PRIYA),
  reviews(18, PRIYA, {
    outcome: 'plan-changes',
    achieved: 'partly',
    inTheirWords: 'The shed is loud. The archive took me on for six hours a week. I need help with the archive, not the shed.',
    reasons: 'He has the job, so the plan should follow it. We write it again together.',
  }),
  takes(12, PRIYA),
  writes(6, PRIYA, {
    goals: 'Keep the archive job.',
    items: [
      line(
        'A support worker who deals with letters, landlords and doorbells',
        'Plain Dealing',
        ['4', 'hour', 19.6],
        ['CA-HABITABLEHOME'],
        'personal-assistant',
      ),
      line('Job coach, at the archive', 'Open Till', ['3', 'hour', 24], ['CA-WTEV'], 'education-and-work-support'),
    ],
    otherWays: [],
    backUp: 'On the fridge.',
  }),
);

/** She asked for a review herself. */
const xanthe = life(
  'P-24-XANTHE',
  100,
  tells(98, {
    'eating-drinking': said('some-meals'),
    'running-my-home': said('most-jobs', 'In the low months nothing. In the high ones everything, at four in the morning.'),
    'family-friends': said('often-help', 'They come for the high ones.'),
    'out-and-about': said('new-places'),
    'work-learning-volunteering': said('to-start', 'I restore furniture. Beautifully. When I do.'),
    'making-decisions': said('big-ones', 'Money, please. Hide it from me in May.'),
  }),
  sends(96),
  takes(92, PRIYA),
  assesses(82, PRIYA, {
    unable: ['CA-HABITABLEHOME', 'CA-RELATIONSHIPS', 'CA-WTEV'],
    reasons:
      'Xanthe knows her illness well. What she cannot do is keep a home and a workshop going through both ends of it alone.',
  }),
  writes(
    67,
    PRIYA,
    {
      goals: 'The workshop open twelve months of the year.',
      items: [
        line(
          'A recovery worker she knows, more in the low months',
          'Even Keel',
          ['3', 'hour', 23.5],
          ['CA-HABITABLEHOME', 'CA-RELATIONSHIPS'],
          'home-care',
        ),
        line('A bench at the shared workshop', 'Makers’ Yard', ['1', 'week', 22], ['CA-WTEV'], 'home-care'),
      ],
      otherWays: [],
      backUp: 'Her crisis card says who and how.',
    },
    'individual-service-fund',
  ),
  settled(
    65,
    PRIYA,
    MORAG,
    'Less than the up-front figure in an ordinary month. The hours go up in the low ones, and nobody has to ask.',
    putsInPlace(35, PRIYA, 'The first of the month', 'Even Keel, 01632 960 166'),
  ),
  asksForReview(3, 'I can feel it turning. I want to change the hours before, not after.'),
);

const CORMAC_SAID: Story = {
  'running-my-home': said('most-jobs', 'It gets on top of me when I am not right.'),
  'eating-drinking': said('some-meals'),
  'family-friends': said('cut-off', 'People cross the road. Dogs do not.'),
  'out-and-about': said('every-trip', 'I can walk all day with somebody. Not past the shops alone.'),
  'making-decisions': said('big-ones'),
};

/** A review found that his needs had changed, so he told his story again and they are being looked at anew. */
const cormac = life(
  'P-29-CORMAC',
  129,
  tells(128, CORMAC_SAID),
  sends(127),
  takes(123, PRIYA),
  assesses(113, PRIYA, {
    unable: ['CA-RELATIONSHIPS', 'CA-COMMUNITY', 'CA-HABITABLEHOME'],
    reasons:
      'Cormac keeps well when his days have a shape. Without someone to walk with he stays in for weeks, and stops eating.',
  }),
  writes(99, PRIYA, {
    goals: 'Walk every day, whatever the weather inside or out.',
    items: [
      line(
        'A walking companion with a dog',
        'Step Together',
        ['4', 'hour', 17.8],
        ['CA-COMMUNITY', 'CA-RELATIONSHIPS'],
        'community-activity',
      ),
      line('Help to keep the flat', 'Even Keel', ['1.5', 'hour', 23.5], ['CA-HABITABLEHOME'], 'home-care'),
    ],
    otherWays: [],
    backUp: 'His care coordinator, 01632 960 102.',
  }),
  settled(
    97,
    PRIYA,
    MORAG,
    'Less than the up-front figure, because walking is what he asked for.',
    putsInPlace(72, PRIYA, 'A Tuesday', 'Even Keel, 01632 960 166'),
  ),
  takes(26, PRIYA),
  reviews(8, PRIYA, {
    outcome: 'needs-changed',
    achieved: 'partly',
    inTheirWords: 'The walking is the best thing anyone ever wrote down about me. The nights have gone bad.',
    reasons: 'The new tablets make him sleep by day and wander by night. The plan stays; what he needs must be looked at again.',
  }),
  tells(6, { ...CORMAC_SAID, nights: said('every-night', 'The new tablets. I am up at three with my boots on.') }),
  sends(5),
);

export const reviewing: readonly Life[] = [maud, quentin, xanthe, cormac];
