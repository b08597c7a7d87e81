/** People who are telling their story, or have told it and wait: their own words, nothing decided yet. */
import { type Life, life, said, sends, TOM, takes, tells, tired } from './life.ts';
import { startsHelp } from './plans.ts';

/** Four questions in: she stopped at the fifth and can come back any day. */
const carys = life(
  'P-03-CARYS',
  4,
  tells(
    4,
    {
      'eating-drinking': said(
        'some-meals',
        'I cook well, but I cannot read labels or dates. I have eaten things I should not have.',
      ),
      'running-my-home': said('heavy-jobs', 'Letters come on paper. They pile up until my brother visits.', 25),
      'safe-at-home': said('safe', 'I know every inch of my flat.'),
    },
    4,
  ),
);

/** Finished, and thinking about it before it is sent. */
const ulla = life(
  'P-21-ULLA',
  6,
  tells(5, {
    'washing-dressing-toilet': said('some-days', 'I put things on inside out. I would laugh if it were not every week.'),
    'eating-drinking': said('some-meals', 'I burn myself on the oven. My neighbour Joan cooks on Sundays.', 25),
    'running-my-home': said('most-jobs', 'I cannot see the dirt any more, and I was always so particular.', 25),
    'safe-at-home': said('checked-on', 'I fell on the stairs in spring.'),
    'family-friends': said('some-help', 'My daughter is in Norway. We talk on the tablet when somebody sets it up.'),
    'out-and-about': said('every-trip', 'I stopped going to choir because of the bus.'),
    'making-decisions': said('big-ones'),
    nights: said('sleep-through'),
  }),
);

/** Sent yesterday. Nobody has taken it yet. */
const rosalind = life(
  'P-18-ROSALIND',
  9,
  tells(3, {
    'washing-dressing-toilet': said('some-days', 'My hip. I do not ask Geoff, he has enough with himself.'),
    'running-my-home': said('most-jobs', 'I do for two, and I cannot do for one any more.'),
    'safe-at-home': said('checked-on'),
    'family-friends': said('cut-off', 'I have not seen my sister since Easter. Who would sit with Geoff?'),
    'out-and-about': said('every-trip', 'I would like one afternoon a week that is mine.'),
    'making-decisions': said('on-my-own'),
    nights: said('every-night', 'Geoff wakes. So I wake.'),
  }),
  sends(1),
);

const kulwinder = life(
  'P-11-KULWINDER',
  5,
  tells(5, {
    'washing-dressing-toilet': said('every-day', 'Buttons and bras. My hands will not close in the morning.', 75),
    'eating-drinking': said('some-meals', 'I cannot lift a pan. My daughter-in-law cooks and I chop.', 75),
    'running-my-home': said('most-jobs', 'Harpreet does it all before her own work. It is too much for her.', 75),
    'family-friends': said('on-my-own', 'The house is full. I am lucky.'),
    'out-and-about': said('every-trip', 'I want to walk to the gurdwara on my own two feet.', 25),
    nights: said('now-and-then', 'Turning over hurts.'),
  }),
  sends(2),
);

/** On the ward and nearly home: Tom has taken it. */
const leonard = life(
  'P-12-LEONARD',
  6,
  tells(6, {
    'washing-dressing-toilet': said('every-day', 'The nurses do it here. At home there is nobody.'),
    'eating-drinking': said('every-meal', 'I lived on toast before. They say that is part of why I fell.'),
    'running-my-home': said('most-jobs'),
    'safe-at-home': said('part-of-day', 'I was on the floor eleven hours. I think about that.'),
    'family-friends': said('often-help', 'The lads from the bowls club would come if I could open the door to them.'),
    'out-and-about': said('every-trip'),
    nights: said('now-and-then'),
  }),
  sends(5),
  startsHelp(4, TOM, 'Somebody to wash, dress and get him breakfast, from the day he comes home.', 'Larkham Home Support', 3),
  takes(4, TOM),
);

/** We promised a date and it passed. The page says so, with the new one. */
const edwin = life(
  'P-05-EDWIN',
  47,
  tells(44, {
    'washing-dressing-toilet': said('every-day', 'Dad says he has washed. He has not. (Written with his daughter, Lorna.)', 75),
    'eating-drinking': said('every-meal', 'He forgets he has eaten, or that he has not.', 75),
    'running-my-home': tired(said('most-jobs', 'I do it on Saturdays. I cannot keep doing it. Lorna', 75)),
    'safe-at-home': said('part-of-day', 'He turned the gas on and went to bed.'),
    'family-friends': said('often-help', 'He lights up when his old crew visit. They do not know what to say any more.'),
    'out-and-about': said('every-trip', 'He was a postman. He still knows every street, and then he does not.', 25),
    'making-decisions': said('most-days'),
    nights: said('now-and-then', 'He gets dressed at three for his round.'),
  }),
  sends(41),
);

export const telling: readonly Life[] = [carys, ulla, rosalind, kulwinder, leonard, edwin];
