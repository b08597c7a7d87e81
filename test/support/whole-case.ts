/**
 * Every form that one case needs from the first question to support in place, in order, with what is typed in each. The person's
 * answers are those of TV-B, so the figure on the way is £180.11. Used by the journeys and by `test/kill-nine.ts`.
 */

/** Question, option and the help family gives: the TV-B person (docs: domain test vector B). */
export const TV_B: readonly (readonly [question: string, points: number, share: number])[] = [
  ['washing-dressing-toilet', 12, 25],
  ['eating-drinking', 6, 75],
  ['running-my-home', 8, 25],
  ['safe-at-home', 5, 0],
  ['family-friends', 4, 0],
  ['out-and-about', 8, 25],
  ['work-learning-volunteering', 0, 0],
  ['looking-after-a-child', 0, 0],
  ['making-decisions', 3, 0],
  ['nights', 4, 100],
];

type Typed = Record<string, string | string[]>;
export type FormStep = {
  readonly who: 'person' | 'priya' | 'tom' | 'morag' | 'glenda';
  readonly page: string;
  readonly typed: Typed;
};

/** The staff of the demonstration council who play in it. */
export const STAFF = { priya: 'S-PRIYA', tom: 'S-TOM', morag: 'S-MORAG', glenda: 'S-GLENDA' } as const;

export const OPTION_WITH = (model: { questions: { id: string; options: { id: string; points: number }[] }[] }) => {
  return (question: string, points: number): string => {
    const option = model.questions.find(({ id }) => id === question)?.options.find((each) => each.points === points);
    if (!option) throw new Error(`the model has no statement worth ${points} points for ${question}`);
    return option.id;
  };
};

/** The ten answers and the sending of them. Whoever signed in has said their name already. */
export const storySteps = (caseId: string, optionWith: (question: string, points: number) => string): FormStep[] => [
  ...TV_B.map(
    ([question, points, share]): FormStep => ({
      who: 'person',
      page: `/cases/${caseId}/story/self-assessment/${question}`,
      typed: {
        [`a-${question}-option`]: optionWith(question, points),
        [`a-${question}-share`]: String(share),
        ...(share > 0 && { [`a-${question}-willing`]: 'yes' }),
        [`a-${question}-words`]: `In my own words, about ${question}`,
      },
    }),
  ),
  { who: 'person', page: `/cases/${caseId}/story/check`, typed: {} },
];

/** Two lines of £214.00 a week together, for the two needs of `assessStep`. */
export const PLAN: Typed = {
  goals: 'To get up when I like and to be in my garden again.',
  backUp: 'My sister comes. If she cannot, I call the team.',
  advice: 'A raised bed and a perching stool can be tried for free.',
  'line-1-what': 'Help to wash and dress',
  'line-1-provider': 'Larkham Home Care',
  'line-1-unit': 'hour',
  'line-1-units': '7',
  'line-1-price': '22.00',
  'line-1-per': 'week',
  'line-1-kind': 'home-care',
  'line-1-route': 'council-managed',
  'line-1-meets': ['CA-HYGIENE'],
  'line-2-what': 'Someone to go out with',
  'line-2-provider': '',
  'line-2-unit': 'hour',
  'line-2-units': '3',
  'line-2-price': '20.00',
  'line-2-per': 'week',
  'line-2-kind': 'personal-assistant',
  'line-2-route': 'council-managed',
  'line-2-meets': ['CA-COMMUNITY'],
  action: 'check',
};

/** What has to be written down before an assessment can be decided. */
export const NEEDED_RECORD: Typed = {
  'a-assess_information-given': 'yes',
  'a-assess_advocate': 'not-needed',
  'a-assess_health': 'no',
  'a-assess_lives-alone': 'yes',
  'a-assess_safeguarding': 'no',
  'a-assess_funding-status': 'unknown',
  'a-assess_copy-to': ['nobody-else'],
};

/** What the council does, from the assessment to support in place, on the default pathway. */
export const councilSteps = (caseId: string): FormStep[] => {
  const at = (path: string) => `/cases/${caseId}${path}`;
  return [
    { who: 'priya', page: at('/record/needs-assessment'), typed: NEEDED_RECORD },
    {
      who: 'priya',
      page: at('/assess'),
      typed: {
        impairment: 'yes',
        unable: ['CA-HYGIENE', 'CA-COMMUNITY'],
        impact: 'yes',
        decision: 'eligible-needs-identified',
        reasons: 'You cannot wash safely or get out without help, and it makes you low.',
        action: 'confirm',
      },
    },
    { who: 'priya', page: at('/plan/edit'), typed: PLAN },
    { who: 'priya', page: at('/ways'), typed: {} },
    { who: 'priya', page: at('/plan/offer'), typed: { agrees: 'yes' } },
    {
      who: 'morag',
      page: at('/form/quality-check'),
      typed: { 'a-what-works-well': 'It starts from the garden.', outcome: 'content' },
    },
    {
      who: 'glenda',
      page: at('/approve'),
      typed: { reasons: 'Two hours more than the guide figure: washing takes longer than it thinks.', decision: 'agree' },
    },
    {
      who: 'tom',
      page: at('/form/arranging-support'),
      typed: {
        'a-first-day': '30 November 2026',
        'a-who-to-call': 'The team on 01632 960 123',
        outcome: 'in-place',
      },
    },
  ];
};
