/** People whose plan is being written or looked at. */
import { assesses, IDRIS, type Life, life, looksGood, PRIYA, SELF, said, sends, suggests, TOM, takes, tells } from './life.ts';
import { findsMeans, line, offers, proposes, writes } from './plans.ts';

/** The worked example of the published rules: 50 points, 34.5 after family help, £180.11 a week. Her plan comes to £214.00. */
const ada = life(
  'P-01-ADA',
  46,
  tells(45, {
    'washing-dressing-toilet': said('every-day', 'My left arm does what it likes. Mornings are the worst.', 25),
    'eating-drinking': said('every-meal', 'My sister Peg brings a casserole and I warm it. I used to feed a whole school.', 75),
    'running-my-home': said('most-jobs', 'Peg does my sheets. I can dust what I can reach.', 25),
    'safe-at-home': said('checked-on', 'If somebody looks in once a day I am not afraid.'),
    'family-friends': said('often-help', 'I need a lift everywhere. So I say I am busy.'),
    'out-and-about': said('every-trip', 'I want to get back to the craft barn on Thursdays. I was half way through a quilt.', 25),
    'making-decisions': said('big-ones', 'Letters from the bank frighten me since the stroke.'),
    nights: said('now-and-then', 'Peg stays over when I have a bad one.', 100),
  }),
  sends(44),
  takes(26, PRIYA),
  assesses(28, PRIYA, {
    unable: ['CA-HYGIENE', 'CA-CLOTHING', 'CA-NUTRITION', 'CA-HABITABLEHOME', 'CA-COMMUNITY', 'CA-RELATIONSHIPS'],
    reasons:
      'Since her stroke Ada cannot wash, dress or cook without help, and has not been out alone since June. She is low about it, and it is making her heart worse. Her sister Peg helps a lot and is happy to go on.',
  }),
  takes(38, PRIYA),
  findsMeans(24, PRIYA, 250, 15_001, 162.15),
  writes(
    10,
    PRIYA,
    {
      goals: 'Finish the quilt. Be dressed by nine. Not have to ask Peg for everything.',
      items: [
        line(
          'A personal assistant in the mornings, to wash, dress and get breakfast',
          'Someone Ada chooses',
          ['7', 'hour', 18.5],
          ['CA-HYGIENE', 'CA-CLOTHING', 'CA-NUTRITION'],
          'personal-assistant',
        ),
        line('A hot meal brought to the door', 'Larkham Lunches', ['5', 'visit', 6.5], ['CA-NUTRITION'], 'home-care'),
        line(
          'Thursdays at the craft barn, with a lift both ways',
          'Larkham Craft Barn',
          ['1', 'day', 52],
          ['CA-COMMUNITY', 'CA-RELATIONSHIPS'],
          'day-activity',
        ),
      ],
      otherWays: [
        {
          outcome: 'CA-HABITABLEHOME',
          how: 'carer',
          reason: 'Peg does the sheets and the heavy cleaning and wants to go on doing it. We ask her again at each review.',
        },
      ],
      backUp: 'If the personal assistant is ill, Larkham Home Support comes the same morning. Peg has the number.',
    },
    'direct-payment',
  ),
  offers(8, PRIYA),
  looksGood(4, IDRIS, 'You can hear Ada in it. The back-up is clear.'),
);

/** A figure, and a plan that has not been begun. */
const dorota = life(
  'P-04-DOROTA',
  38,
  tells(37, {
    'washing-dressing-toilet': said('every-day', 'On bad days I cannot feel my feet.', 25),
    'eating-drinking': said('some-meals', 'I cook sitting down. The children carry.'),
    'running-my-home': said('most-jobs', 'Marek works nights. He tries.', 25),
    'safe-at-home': said('checked-on'),
    'family-friends': said('some-help', 'My mother is on the phone from Gdynia every day.'),
    'out-and-about': said('every-trip'),
    'looking-after-a-child': said('every-day', 'School run, bath, bedtime. I want to be the one who reads the story.', 25),
    'making-decisions': said('on-my-own'),
    nights: said('now-and-then'),
  }),
  sends(36),
  takes(33, PRIYA),
  assesses(12, PRIYA, {
    unable: ['CA-HYGIENE', 'CA-HABITABLEHOME', 'CA-CARINGOTHERS', 'CA-COMMUNITY'],
    reasons:
      'Dorota’s MS comes and goes, and on the days it comes she cannot get the children to school or herself to the bath. What matters most to her is being their mother.',
  }),
  takes(11, PRIYA),
);

/** Half a plan, saved. */
const oswin = life(
  'P-15-OSWIN',
  40,
  tells(39, {
    'running-my-home': said('heavy-jobs', 'Letters and calls. English is my second language. My first is BSL.'),
    'safe-at-home': said('safe', 'I have the flashing alarm.'),
    'family-friends': said('often-help', 'Hearing people talk to my interpreter, not to me.'),
    'out-and-about': said('new-places', 'Hospital appointments. They book no interpreter and I go home again.'),
    'work-learning-volunteering': said('each-week', 'I want to finish my joinery course.'),
    'making-decisions': said('most-days', 'I decide. I need it in my language.'),
  }),
  sends(38),
  takes(35, TOM),
  assesses(15, TOM, {
    unable: ['CA-RELATIONSHIPS', 'CA-WTEV', 'CA-COMMUNITY'],
    reasons:
      'Oswin does everything that does not need English or a telephone. What does leaves him out: his course, his health, his neighbours.',
  }),
  takes(14, TOM),
  writes(7, TOM, {
    goals: 'Get the joinery certificate. See the doctor once and be understood once.',
    items: [
      line(
        'Communicator guide for letters, calls and appointments',
        'Hands Together',
        ['2', 'hour', 32],
        ['CA-COMMUNITY', 'CA-RELATIONSHIPS'],
        'personal-assistant',
      ),
      line('Note-taker at college', 'Larkshire College', ['3.5', 'hour', 21.45], ['CA-WTEV'], 'education-and-work-support'),
    ],
    otherWays: [],
    backUp: '',
  }),
  proposes(5, SELF, 'Note-taker at college', 'I would rather have the same note-taker each week, even if it is an hour less.'),
);

/** A colleague read it with fresh eyes and suggested changes. */
const sunil = life(
  'P-19-SUNIL',
  48,
  tells(47, {
    'washing-dressing-toilet': said('every-day', 'I am breathless by the second sock.', 25),
    'eating-drinking': said('some-meals', 'Low salt. I never learned to cook it.', 25),
    'running-my-home': said('most-jobs', 'Meena does what she can.', 25),
    'safe-at-home': said('checked-on'),
    'family-friends': said('on-my-own'),
    'out-and-about': said('every-trip', 'Temple on Tuesdays. It is forty steps from the bus.'),
    nights: said('now-and-then'),
  }),
  sends(46),
  takes(43, TOM),
  assesses(30, TOM, {
    unable: ['CA-HYGIENE', 'CA-CLOTHING', 'CA-HABITABLEHOME', 'CA-COMMUNITY'],
    reasons:
      'Sunil can start most things and finish few of them: his heart stops him half way. Resting all day to be washed is not a life.',
  }),
  writes(17, TOM, {
    goals: 'Temple on Tuesdays. Breathe.',
    items: [
      line('Help to wash and dress', 'Larkham Home Support', ['7', 'hour', 26.4], ['CA-HYGIENE', 'CA-CLOTHING'], 'home-care'),
      line('Cleaning', 'Bright & Co', ['2', 'hour', 19], ['CA-HABITABLEHOME'], 'home-care'),
    ],
    otherWays: [{ outcome: 'CA-COMMUNITY', how: 'carer', reason: 'Meena takes him when her shifts allow.' }],
    backUp: 'Meena, then the agency’s own line.',
  }),
  offers(15, TOM),
  suggests(
    12,
    IDRIS,
    'The mornings are well thought out.',
    'Temple matters most to him and the plan leaves it to Meena’s shifts. Could a personal assistant who drives take him each Tuesday?',
  ),
);

/** Waiting for a second pair of eyes. */
const imani = life(
  'P-09-IMANI',
  48,
  tells(47, {
    'washing-dressing-toilet': said('every-time', 'I tell people how. They do it. That is how it works.', 25),
    'eating-drinking': said('some-meals'),
    'running-my-home': said('most-jobs', 'Mum does my washing and I want her to stop.', 75),
    'safe-at-home': said('checked-on'),
    'family-friends': said('some-help', 'My friends live up stairs.'),
    'out-and-about': said('every-trip'),
    'work-learning-volunteering': said('each-week', 'Second year of game design. I am good at it.'),
    nights: said('now-and-then', 'Turning, when it hurts.', 100),
  }),
  sends(46),
  takes(44, PRIYA),
  assesses(22, PRIYA, {
    unable: ['CA-HYGIENE', 'CA-TOILET', 'CA-CLOTHING', 'CA-HABITABLEHOME', 'CA-WTEV', 'CA-COMMUNITY'],
    reasons:
      'Imani directs her own support and does it well. What she cannot do without somebody’s hands is get up, get out and get through a college day.',
    agreed: { nights: { option: 'now-and-then', note: 'Her mother does this now. Imani wants to plan for when she moves out.' } },
  }),
  writes(
    12,
    PRIYA,
    {
      goals: 'Finish college. Move in with Jess next summer. Be late for things because I chose to be.',
      items: [
        line(
          'Personal assistants Imani employs herself, mornings and evenings',
          'Imani as employer',
          ['14', 'hour', 17.8],
          ['CA-HYGIENE', 'CA-TOILET', 'CA-CLOTHING'],
          'personal-assistant',
        ),
        line(
          'Personal assistant at college',
          'Imani as employer',
          ['6', 'hour', 17.8],
          ['CA-WTEV', 'CA-COMMUNITY'],
          'education-and-work-support',
        ),
        line(
          'Payroll and advice on being an employer',
          'Larkshire Independent Living',
          ['1', 'week', 8.5],
          ['CA-WTEV'],
          'advice-and-payroll',
        ),
      ],
      otherWays: [
        {
          outcome: 'CA-HABITABLEHOME',
          how: 'carer',
          reason: 'Her mother does the washing until the move. Imani asked us to write down: only until the move.',
        },
      ],
      backUp: 'Two relief assistants, and Larkshire Independent Living’s emergency list.',
    },
    'direct-payment',
  ),
  offers(4, PRIYA),
);

export const planning: readonly Life[] = [ada, dorota, oswin, sunil, imani];
