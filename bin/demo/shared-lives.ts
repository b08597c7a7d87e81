/** Somebody who has lived in a Shared Lives home for a year, paid for by a fund that he chose. */
import { assesses, GLENDA, type Life, life, PRIYA, reviews, said, sends, takes, tells } from './life.ts';
import { line, putsInPlace, settled, writes } from './plans.ts';

/** A Shared Lives home, long settled: the yearly review is two months away. */
const alfie = life(
  'P-27-ALFIE',
  420,
  tells(418, {
    'washing-dressing-toilet': said('some-days'),
    'eating-drinking': said('every-meal'),
    'running-my-home': said('all-jobs'),
    'safe-at-home': said('part-of-day'),
    'family-friends': said('often-help'),
    'out-and-about': said('every-trip', 'Beach.'),
    'making-decisions': said('nearly-all', 'Bev knows what my faces mean.'),
    nights: said('now-and-then'),
  }),
  sends(417),
  takes(414, PRIYA),
  assesses(404, PRIYA, {
    unable: ['CA-NUTRITION', 'CA-HABITABLEHOME', 'CA-HOMESAFETY', 'CA-RELATIONSHIPS', 'CA-COMMUNITY'],
    reasons:
      'Alfie came to Bev and Martin for a weekend and asked to stay. Everyone who knows him says he has never been so calm.',
  }),
  writes(
    390,
    PRIYA,
    {
      goals: 'Stay with Bev and Martin. Beach.',
      items: [
        line(
          'His Shared Lives home',
          'Larkshire Shared Lives',
          ['1', 'week', 438],
          ['CA-NUTRITION', 'CA-HABITABLEHOME', 'CA-HOMESAFETY'],
          'shared-lives-living',
        ),
        line(
          'A beach day with Callum',
          'Someone Alfie chose',
          ['1', 'day', 62],
          ['CA-COMMUNITY', 'CA-RELATIONSHIPS'],
          'community-activity',
        ),
        line(
          'Breaks for Bev and Martin: Alfie stays with a family he knows',
          'Larkshire Shared Lives',
          ['0.5', 'night', 92],
          ['CA-HOMESAFETY'],
          'shared-lives-breaks',
        ),
      ],
      otherWays: [],
      backUp: 'The Shared Lives team, day and night.',
    },
    'individual-service-fund',
  ),
  settled(
    388,
    PRIYA,
    GLENDA,
    'More than the up-front figure: this is what a home costs, with breaks so that it lasts.',
    putsInPlace(360, PRIYA, 'He lives there already', 'The Shared Lives team, 01632 960 180'),
  ),
  takes(312, PRIYA),
  reviews(300, PRIYA, {
    outcome: 'no-change',
    achieved: 'fully',
    inTheirWords: '(Alfie took my hand and showed me his room, his shells and the calendar with the beach on it.)',
    reasons: 'He is at home. Nothing to change, and we told Bev and Martin who to ring if that stops being so.',
  }),
);

export const sharedLives: readonly Life[] = [alfie];
