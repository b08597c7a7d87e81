/** People whose case is closed: with advice, because they stopped, or because support did its work. */
import {
  acknowledges,
  agrees,
  assesses,
  disagrees,
  IDRIS,
  type Life,
  life,
  looksGood,
  MORAG,
  PRIYA,
  reviews,
  said,
  sends,
  stops,
  TOM,
  takes,
  tells,
} from './life.ts';
import { line, offers, putsInPlace, writes } from './plans.ts';

/** Not eligible, with reasons and somewhere to go. */
const fatou = life(
  'P-06-FATOU',
  52,
  tells(51, {
    'eating-drinking': said('on-my-own'),
    'running-my-home': said('heavy-jobs', 'In a crisis I cannot do anything. Between them I can do everything.', 75),
    'out-and-about': said('new-places'),
    'work-learning-volunteering': said('to-start', 'My employer says I am unreliable. I am ill, not unreliable.'),
  }),
  sends(50),
  takes(47, TOM),
  assesses(35, TOM, {
    unable: ['CA-WTEV'],
    reasons:
      'Your sickle cell disease is real and so is what it costs you at work. The law asks whether you are unable to do at least two of ten things; we found one. That is no judgement on how hard it is. We have sent you the number of Access to Work, who can pay for support in your job, and of the Larkshire Sickle Cell Group. If your crises come more often, tell us the same day: we will look again from the start.',
  }),
  disagrees(30, {
    about: 'decision',
    detail: 'Our decision about your needs',
    words: 'You looked at a good week. In a crisis I cannot cook, wash or leave my bed, and I have one every other month.',
    wants: 'Look at a whole year and not at one week.',
  }),
  acknowledges(28, PRIYA),
);

const winifred = life(
  'P-23-WINIFRED',
  39,
  tells(38, {
    'washing-dressing-toilet': said('some-days', 'Only my feet. I cannot reach them.'),
    'running-my-home': said('heavy-jobs', '', 75),
    'out-and-about': said('new-places', '', 25),
  }),
  sends(37),
  takes(34, PRIYA),
  assesses(22, PRIYA, {
    unable: ['CA-HYGIENE'],
    reasons:
      'You do nearly everything yourself, with a little help from your son that you are both happy with. What you need is somebody who looks after your feet, and with diabetes that is the NHS’s to give: we have written to the foot clinic for you and they will call this week. The church lunch on Thursdays sends a car if you ring them. Come back to us any time.',
  }),
);

/** Stopped of her own accord. */
const nadia = life(
  'P-14-NADIA',
  33,
  tells(31, {
    'washing-dressing-toilet': said('some-days'),
    'running-my-home': said('most-jobs', 'Some days I cannot find the floor.'),
    'family-friends': said('cut-off'),
    'out-and-about': said('new-places'),
    nights: said('now-and-then'),
  }),
  sends(30),
  takes(27, PRIYA),
  stops(19, 'My sister has asked me to live with her in Leeds, and I have said yes. Thank you for listening to me.'),
);

/** She got better, and said so. */
const blessing = life(
  'P-28-BLESSING',
  142,
  tells(141, {
    'washing-dressing-toilet': said('every-day', 'Since the fall I cannot lift my arms.', 25),
    'eating-drinking': said('some-meals', '', 25),
    'running-my-home': said('most-jobs', '', 25),
    'safe-at-home': said('checked-on'),
    'out-and-about': said('every-trip'),
  }),
  sends(140),
  takes(138, TOM),
  assesses(130, TOM, {
    unable: ['CA-HYGIENE', 'CA-CLOTHING', 'CA-HABITABLEHOME', 'CA-COMMUNITY'],
    reasons: 'Two broken wrists and a shaken confidence. Both can mend, with help now.',
  }),
  writes(118, TOM, {
    goals: 'Sing in the choir at Harvest.',
    items: [
      line(
        'Help to wash, dress and cook, a little less each week',
        'Larkham Home Support',
        ['5', 'hour', 26.4],
        ['CA-HYGIENE', 'CA-CLOTHING', 'CA-HABITABLEHOME'],
        'home-care',
      ),
      line(
        'A walking partner, until she says stop',
        'Step Together',
        ['2', 'hour', 17.8],
        ['CA-COMMUNITY'],
        'community-activity',
      ),
    ],
    otherWays: [],
    backUp: 'Her choir has a rota.',
  }),
  offers(116, TOM),
  looksGood(113, IDRIS, 'It is meant to end, and says how.'),
  agrees(110, MORAG, 'More than the up-front figure at first, because it is front-loaded. It falls each week.'),
  putsInPlace(92, TOM, 'The day after', 'Larkham Home Support, 01632 960 120'),
  takes(46, TOM),
  reviews(41, TOM, {
    outcome: 'support-ends',
    achieved: 'fully',
    inTheirWords: 'I sang. I carried my own music.',
    reasons:
      'Blessing does everything herself again and asked us to stop. The pendant stays until spring. She knows she can come back the same day.',
  }),
);

export const ended: readonly Life[] = [fatou, winifred, nadia, blessing];
