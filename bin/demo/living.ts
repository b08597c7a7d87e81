/** People whose support is in place. */
import { assesses, type Life, life, MORAG, PRIYA, reviews, said, sends, TOM, takes, tells } from './life.ts';
import { line, putsInPlace, settled, writes } from './plans.ts';

/** In place for a month; his first review is days away. */
const bashir = life(
  'P-02-BASHIR',
  96,
  tells(95, {
    'washing-dressing-toilet': said('every-day', 'Shirin ties my laces. We make a joke of it.', 75),
    'eating-drinking': said('some-meals', 'Soup is a sport.', 75),
    'safe-at-home': said('checked-on', 'I freeze in doorways.', 25),
    'out-and-about': said('every-trip', 'Chess at the library, if somebody walks beside me.'),
    'family-friends': said('some-help'),
    nights: said('now-and-then', '', 100),
  }),
  sends(94),
  takes(90, TOM),
  assesses(80, TOM, {
    unable: ['CA-HYGIENE', 'CA-CLOTHING', 'CA-COMMUNITY'],
    reasons: 'With Shirin beside him Bashir manages. We asked what happens on the days she is not, as the law asks us to.',
  }),
  writes(
    66,
    TOM,
    {
      goals: 'Chess on Wednesdays. An afternoon a week when Shirin is a wife and not a nurse.',
      items: [
        line(
          'Someone to walk with him to the library and back',
          'Step Together',
          ['3', 'hour', 17.8],
          ['CA-COMMUNITY'],
          'community-activity',
        ),
        line(
          'An afternoon’s support, so that Shirin can go out',
          'Larkham Home Support',
          ['3', 'hour', 26.4],
          ['CA-HYGIENE', 'CA-CLOTHING'],
          'replacement-care',
        ),
      ],
      otherWays: [],
      backUp: 'Shirin, and their son in Larkham.',
    },
    'direct-payment',
  ),
  settled(
    64,
    TOM,
    MORAG,
    'More than the up-front figure: we costed the break for his wife as well, because the plan depends on her.',
    putsInPlace(33, TOM, 'The Wednesday before last month’s end', 'Step Together, 01632 960 144'),
  ),
);

/** Her review fell due by itself and waits for somebody to take it. */
const gwen = life(
  'P-07-GWEN',
  108,
  tells(106, {
    'washing-dressing-toilet': said('some-days', 'I am ninety-one, not a baby.'),
    'eating-drinking': said('some-meals', 'I eat what I grow, when I can get to it.'),
    'running-my-home': said('heavy-jobs'),
    'safe-at-home': said('checked-on', 'The path is the trouble. Moss.'),
    'family-friends': said('some-help'),
    'out-and-about': said('every-trip', 'To my own garden would be a start.'),
  }),
  sends(105),
  takes(100, PRIYA),
  assesses(88, PRIYA, {
    unable: ['CA-HABITABLEHOME', 'CA-HOMESAFETY', 'CA-COMMUNITY'],
    reasons:
      'Gwen can do nearly everything in a garden and nearly nothing without one. Two falls on the path have shut her indoors, and she is fading there.',
  }),
  writes(73, PRIYA, {
    goals: 'Tomatoes by July.',
    items: [
      line(
        'A gardening partner, who lifts while Gwen decides',
        'Grow On',
        ['3', 'hour', 19],
        ['CA-COMMUNITY', 'CA-HABITABLEHOME'],
        'community-activity',
      ),
      line(
        'A falls pendant that works to the end of the garden',
        'Larkshire Telecare',
        ['1', 'week', 5.5],
        ['CA-HOMESAFETY'],
        'technology',
      ),
    ],
    otherWays: [],
    backUp: 'The neighbours at 14 have a key.',
  }),
  settled(
    71,
    PRIYA,
    MORAG,
    'Less than the up-front figure. The grab rail and the raised beds were bought once and are not in it.',
    putsInPlace(44, PRIYA, 'The first dry Monday', 'Grow On, 01632 960 155'),
  ),
);

const tegan = life(
  'P-20-TEGAN',
  99,
  tells(97, {
    'washing-dressing-toilet': said('some-days', 'Not the bath. Never the bath alone.', 75),
    'eating-drinking': said('some-meals', 'Microwave yes, hob no.'),
    'safe-at-home': said('part-of-day', 'I get about a minute’s warning.', 25),
    'family-friends': said('some-help'),
    'out-and-about': said('every-trip', 'Swimming is when I am most myself. They want somebody poolside.'),
    'work-learning-volunteering': said('to-start'),
    nights: said('now-and-then', '', 100),
  }),
  sends(96),
  takes(92, TOM),
  assesses(82, TOM, {
    unable: ['CA-HYGIENE', 'CA-HOMESAFETY', 'CA-COMMUNITY'],
    reasons: 'A seizure in water or on a stair could kill her, and the fear of it keeps her in. She would rather swim.',
  }),
  writes(66, TOM, {
    goals: 'A kilometre by summer.',
    items: [
      line(
        'A swimming companion who is a lifeguard',
        'Larkham Lido',
        ['3', 'hour', 21],
        ['CA-COMMUNITY', 'CA-HYGIENE'],
        'community-activity',
      ),
      line(
        'A seizure sensor and somebody who answers it',
        'Larkshire Telecare',
        ['1', 'week', 11.4],
        ['CA-HOMESAFETY'],
        'technology',
      ),
    ],
    otherWays: [],
    backUp: 'Her mum, by the same sensor.',
  }),
  settled(
    64,
    TOM,
    MORAG,
    'Less than the up-front figure: Tegan wants this and no more for now. The rest is hers if she asks.',
    putsInPlace(34, TOM, 'A Saturday at seven in the morning', 'The lido’s front desk, 01632 960 133'),
  ),
);

const yusuf = life(
  'P-25-YUSUF',
  190,
  tells(188, {
    'washing-dressing-toilet': said('every-day', 'I can do it in two hours or with help in twenty minutes.', 25),
    'running-my-home': said('most-jobs'),
    'safe-at-home': said('checked-on'),
    'family-friends': said('some-help'),
    'out-and-about': said('every-trip', 'The club moved up a flight of stairs.'),
    nights: said('now-and-then'),
  }),
  sends(186),
  takes(182, TOM),
  assesses(172, TOM, {
    unable: ['CA-HYGIENE', 'CA-CLOTHING', 'CA-HABITABLEHOME', 'CA-COMMUNITY'],
    reasons: 'He can do most of it. It takes his whole day, and then there is no day.',
  }),
  writes(
    158,
    TOM,
    {
      goals: 'Play in the county league.',
      items: [
        line(
          'A personal assistant in the mornings',
          'Someone Yusuf chooses',
          ['7', 'hour', 17.8],
          ['CA-HYGIENE', 'CA-CLOTHING', 'CA-HABITABLEHOME'],
          'personal-assistant',
        ),
        line('Driver to matches', 'Larkham Community Transport', ['1', 'visit', 16], ['CA-COMMUNITY'], 'transport'),
      ],
      otherWays: [],
      backUp: 'His brother, and the agency list.',
    },
    'direct-payment',
  ),
  settled(
    156,
    TOM,
    MORAG,
    'Less than the up-front figure. Mornings and a driver are what he wants; we told him the rest is not lost.',
    putsInPlace(128, TOM, 'The first Monday of the season', 'Larkshire Independent Living, 01632 960 111'),
  ),
  takes(80, TOM),
  reviews(66, TOM, {
    outcome: 'no-change',
    achieved: 'partly',
    inTheirWords: 'We are second in the league. The assistant is good. The buses are not.',
    reasons:
      'The plan works. The driver was late three times; we have written to them and Yusuf will call us if it happens again.',
  }),
);

export const living: readonly Life[] = [bashir, gwen, tegan, yusuf];
