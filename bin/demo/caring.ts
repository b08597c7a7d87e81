/**
 * Carers with a case of their own, beside whatever the person they look after has: their own words, about their own life. One waits for
 * her assessment, one has her plan. Played on the council's pathway for carers.
 */
import type { Value } from '../../lib/domain/answer.ts';
import type { CarerOutcomeCode } from '../../lib/domain/carer-outcome.ts';
import { agrees, type Life, life, MORAG, type Move, PRIYA, SELF, sends, TOM, takes } from './life.ts';
import { offers, putsInPlace, writes } from './plans.ts';

type Answers = Readonly<Record<string, Value>>;

/** What a carer says about each of the eight outcomes of their own life, where it is not fine. */
const OUTCOMES = ['child', 'others', 'home', 'food', 'people', 'work', 'community', 'free-time'] as const;
type Outcome = (typeof OUTCOMES)[number];

const USUAL: Answers = {
  'comm.formats': ['none'],
  'comm.language': 'en',
  'comm.interpreter': false,
  'comm.contact-by': 'phone',
  'about.who-fills-in': 'me',
  'about.safe': true,
  'about.difficulty': ['none'],
};

const tellsAsCarer = (ago: number, own: Answers, outcomes: Partial<Record<Outcome, 'hard' | 'cannot'>>): Move => ({
  ago,
  by: SELF,
  ask: ({ person }) => ({
    type: 'answer-question',
    answers: {
      ...USUAL,
      'about.name': person.name,
      ...Object.fromEntries(OUTCOMES.map((outcome) => [`caring.${outcome}`, outcomes[outcome] ?? 'fine'])),
      ...own,
    },
  }),
});

const RECORD: Answers = {
  'assess.information-given': true,
  'assess.advocate': 'not-needed',
  'assess.safeguarding': false,
  'caring.copy-to': ['nobody-else'],
};

const assessesCarer = (ago: number, by: string, unable: CarerOutcomeCode[], reasons: string): Move[] => [
  { ago, by, ask: () => ({ type: 'answer-question', answers: RECORD }) },
  {
    ago,
    by,
    ask: () => ({
      type: 'confirm-assessment',
      content: {
        answers: {},
        findings: { kind: 'carer', necessaryCare: true, healthAtRisk: true, unable, significantImpact: true },
        decision: 'eligible-needs-identified',
        reasons,
      },
    }),
  },
];

/** She has asked for support for herself, too: that is another case, with words of its own. */
const rosalind = life(
  'P-18-ROSALIND',
  4,
  tellsAsCarer(
    4,
    {
      'caring.what': 'My husband. I do the nights, the pills, the forms and the talking.',
      'caring.hours': 90,
      'caring.willing-and-able': 'some-of-it',
      'caring.stop': 'The nights. I am asleep on my feet by noon.',
      'caring.help': 'One night in three to sleep through, and someone to ring who knows us.',
    },
    { people: 'cannot', 'free-time': 'cannot', community: 'hard' },
  ),
  sends(2),
  takes(1, TOM),
);

const shirin = life(
  'P-31-SHIRIN',
  52,
  tellsAsCarer(
    52,
    {
      'caring.what': 'My husband Bashir. I am his laces, his buttons and his second pair of eyes.',
      'caring.hours': 60,
      'caring.willing-and-able': 'glad-to',
      'caring.work-wishes': 'Go back to the bakery, two mornings. I miss the noise.',
    },
    { work: 'cannot', 'free-time': 'hard' },
  ),
  sends(50),
  assessesCarer(
    42,
    PRIYA,
    ['CARER-WTEV', 'CARER-RECREATION'],
    'You gave up work to care and you do not sleep enough. You want to go on caring, and you can if you have mornings of your own.',
  ),
  writes(
    36,
    PRIYA,
    {
      goals: 'Two mornings at the bakery. To care because I want to.',
      items: [
        {
          what: 'A place on the course for going back to work',
          provider: 'Larkham College',
          unit: 'week',
          units: '1',
          unitPence: 2_250,
          meets: ['CARER-WTEV'],
          kind: 'education-and-work-support',
        },
        {
          what: 'Swimming, with the fare there and back',
          provider: 'Larkham Lido',
          unit: 'visit',
          units: '1',
          unitPence: 1_150,
          meets: ['CARER-RECREATION'],
          kind: 'carers-break-and-wellbeing',
        },
      ],
      otherWays: [],
      backUp: 'Her son in Larkham steps in. If he cannot, the team.',
    },
    'direct-payment',
  ),
  offers(35, PRIYA),
  agrees(30, MORAG, ''),
  putsInPlace(24, TOM, 'The first Monday of term', 'The team on 01632 960 123'),
);

/** Each is played on the pathway for carers, so that somebody can have one of these beside a case for support of their own. */
export const carers: readonly Life[] = [rosalind, shirin].map((each) => ({ ...each, as: 'carer' }));
