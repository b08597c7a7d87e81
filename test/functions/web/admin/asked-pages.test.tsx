/**
 * The pages about forms, questions and letters, drawn of a draft of the real workflows folder: valid HTML, the words that have to be
 * there, what the law says, and nothing that somebody typed is ever markup.
 */
import '../../../support/web-environment.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { askedPages } from '../../../../functions/web/admin/asked-pages.ts';
import { bankIn, formIn, letterIn } from '../../../../functions/web/admin/draft-things.ts';
import { FormView } from '../../../../functions/web/admin/form.tsx';
import { AddView, WhichView } from '../../../../functions/web/admin/form-add.tsx';
import { SeeView } from '../../../../functions/web/admin/form-see.tsx';
import { FormsView } from '../../../../functions/web/admin/forms.tsx';
import { LetterView } from '../../../../functions/web/admin/letter.tsx';
import { LetterSeeView } from '../../../../functions/web/admin/letter-see.tsx';
import { LettersView } from '../../../../functions/web/admin/letters.tsx';
import { QuestionView } from '../../../../functions/web/admin/question.tsx';
import { QuestionsView } from '../../../../functions/web/admin/questions.tsx';
import { isAgainstLaw, tried } from '../../../../functions/web/admin/what-it-breaks.tsx';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { Form } from '../../../../lib/domain/form.ts';
import type { LetterFor } from '../../../../lib/domain/letter.ts';
import type { Question } from '../../../../lib/domain/question.ts';
import { wordsOf } from '../../../support/visitor.ts';
import { nasty } from '../staff/made-up-cases.ts';
import { drawn, faultsIn } from '../staff/visiting.ts';
import { changed, draftVisit, LIVE } from './draft-visiting.ts';

type Visit = Awaited<ReturnType<typeof draftVisit>>;
let visit: Visit;
beforeAll(async () => {
  visit = await draftVisit('/forms', '/forms');
});

const there = <T,>(thing: T | undefined): T => {
  if (thing === undefined) throw new Error('it is not there');
  return thing;
};
const form = (of: Visit, id = 'about-you'): Form => there(formIn(of, id));
const question = (of: Visit, id = 'about.carer'): Question => there(bankIn(of).get(id));
const letter = (of: Visit, id = 'plan-agreed'): LetterFor => {
  const found = there(letterIn(of, id));
  if (found.kind !== 'letter') throw new Error(`${id} is a part`);
  return found;
};
const read = async (html: Html): Promise<string> => wordsOf(await drawn(html));
const at = (path: string, address: string) => draftVisit(path, address);

const NASTY = nasty('reworded');
/** Every word that can be typed in one of each, so that each page that shows one is a test of its escaping. */
const HOSTILE = changed(
  { type: 'reword-form', form: 'about-you', where: 'title', text: NASTY },
  { type: 'reword-form', form: 'about-you', where: { page: 'name', guidance: 0 }, text: NASTY },
  { type: 'reword-question', question: 'about.carer', set: { ask: NASTY, hint: NASTY, why: { reason: NASTY, sees: NASTY } } },
  { type: 'reword-question', question: 'about.who-fills-in', set: { options: { me: NASTY } } },
  { type: 'reword-letter', letter: 'plan-agreed', paragraph: 'title', text: NASTY },
  { type: 'reword-letter', letter: 'plan-agreed', paragraph: 0, text: NASTY },
);

const VIEWS: readonly (readonly [name: string, path: string, address: string, view: (visit: Visit) => Html])[] = [
  ['forms', '/forms', '/forms', (of) => FormsView({ visit: of })],
  ['a form', '/forms/:form', '/forms/about-you', (of) => FormView({ visit: of, form: form(of) })],
  [
    'the form of the plan',
    '/forms/:form',
    '/forms/support-plan',
    (of) => FormView({ visit: of, form: form(of, 'support-plan') }),
  ],
  ['adding', '/forms/:form/add', '/forms/about-you/add', (of) => AddView({ visit: of })],
  [
    'what is asked already',
    '/forms/:form/add/which',
    '/forms/about-you/add/which?words=look+after',
    (of) => WhichView({ visit: of, use: { kind: 'duty', ref: NASTY } }),
  ],
  ['questions', '/questions', '/questions', (of) => QuestionsView({ visit: of })],
  ['a question', '/questions/:question', '/questions/about.carer', (of) => QuestionView({ visit: of, question: question(of) })],
  ['letters', '/letters', '/letters', (of) => LettersView({ visit: of })],
  ['a letter', '/letters/:letter', '/letters/plan-agreed', (of) => LetterView({ visit: of, template: letter(of) })],
  [
    'a letter read',
    '/letters/:letter/see',
    '/letters/plan-agreed/see',
    (of) => LetterSeeView({ visit: of, template: letter(of) }),
  ],
];

test.each(VIEWS)('%s: valid, and nothing typed is markup', async (_name, path, address, view) => {
  for (const after of [LIVE, HOSTILE]) {
    const html = await drawn(view(await draftVisit(path, address, { after })));
    expect(await faultsIn(html)).toEqual([]);
    expect(html).not.toContain('<script>reworded');
  }
});

test.each(askedPages.flatMap(({ path, get }) => (get ? [[path]] : [])))('%s is for configurers', (path) => {
  const page = there(askedPages.find((each) => each.path === path));
  expect(page.kind === 'signed-in' && page.who).toBe('configure');
});

describe('a form', () => {
  test('says of each question why it is asked, when it shows, how it reads and what it lacks', async () => {
    const words = await read(FormView({ visit, form: form(visit) }));
    expect(words).toContain('Does someone look after you without being paid?');
    expect(words).toContain('The law asks for it: Care Act 2014, s.10.');
    expect(words).toContain('Only if you said “Yes” to “Does someone look after you without being paid?”.');
    expect(words).toContain('No Welsh');
    expect(words).toContain('14 questions, 1 of them free text.');
  });

  test('has nothing to press where the draft is handed over', async () => {
    const handed = await draftVisit('/forms', '/forms', { state: 'checked' });
    const html = await drawn(FormView({ visit: handed, form: form(handed) }));
    expect(html).not.toContain('/take-out');
    expect(html).not.toContain('/add"');
  });

  test('shows each page in the boxes people fill in, in each register', async () => {
    const page = there(('sections' in form(visit) ? form(visit) : undefined) as Extract<Form, { sections: unknown }>).sections[0]
      ?.pages[1];
    const seen = async (as: string) => {
      const of = await at('/forms/:form/see/:page', `/forms/about-you/see/urgent?as=${as}`);
      const html = await drawn(SeeView({ visit: of, form: form(of), page: there(page) }));
      expect(await faultsIn(html)).toEqual([]);
      return html;
    };
    expect(await seen('')).toContain('Do you need help right away?');
    expect(await seen('easy')).toContain('Do you need help now?');
    expect(await seen('about')).toContain('Do they need help right away?');
    const plain = await seen('');
    expect(plain).toContain('type="radio"');
    expect(plain).not.toContain('<form');
  });
});

describe('what a change would do', () => {
  test('against the law: a warning with the section and the story', () => {
    const result = tried(visit, { type: 'remove-letter', letter: 'plan-agreed' });
    expect(isAgainstLaw(result)).toBe(true);
    const laws = 'faults' in result ? result.faults.map(({ law, message }) => `${law}: ${message}`) : [];
    expect(laws.join('\n')).toContain('s.25(9)');
    expect(laws.join('\n')).toContain('Your story');
  });

  test('with nothing against it: what it saves', () => {
    const result = tried(visit, { type: 'remove-question', form: 'about-you', question: 'about.nhs-number' });
    expect(isAgainstLaw(result)).toBe(false);
    expect('saves' in result && result.saves).toEqual(['On “Self-directed support for adults”: at most 1 question fewer.']);
  });

  test('not possible yet: why, and nothing else', () => {
    const result = tried(visit, { type: 'remove-form', form: 'quality-check' });
    expect(result).toEqual({ cannot: expect.stringContaining('Quality check of the plan') });
  });

  test('in a draft with faults that hide others, what it breaks by itself still shows', async () => {
    const faulty = changed({ type: 'reword-letter', letter: 'case-closed', paragraph: 'title', text: 'Closed {nothing}' });
    const of = await draftVisit('/letters', '/letters', { after: faulty });
    const result = tried(of, { type: 'remove-question', form: 'needs-assessment', question: 'assess.safeguarding' });
    expect('faults' in result && result.faults.map(({ law }) => law)).toContain('Care Act 2014, s.42');
  });
});

describe('the bank', () => {
  const found = async (query: string): Promise<string> =>
    read(QuestionsView({ visit: await at('/questions', `/questions?${query}`) }));

  test('is found by words', async () => {
    const words = await found('words=without+being+paid');
    expect(words).toContain('1 question');
    expect(words).toContain('about.carer');
  });

  test('is found by what is asked nowhere, and by what is retired', async () => {
    expect(await found('which=retired')).toContain('No question is like that.');
    const after = changed(
      { type: 'remove-question', form: 'about-you', question: 'about.nhs-number' },
      { type: 'retire-question', question: 'about.nhs-number' },
    );
    const of = await draftVisit('/questions', '/questions?which=retired', { after });
    expect(await read(QuestionsView({ visit: of }))).toContain('What is your NHS number?');
  });

  test('says of a question where a change is felt and what uses it', async () => {
    const words = await read(QuestionView({ visit, question: question(visit, 'about.difficulty') }));
    expect(words).toContain('Used in 4 forms on 2 pathways.');
    expect(words).toContain('Whether an advocate has to be arranged follows from it (s.67).');
  });
});

describe('a letter', () => {
  test('says each paragraph, when it is said, and what can be filled in', async () => {
    const words = await read(LetterView({ visit, template: letter(visit) }));
    expect(words).toContain('Your plan is agreed. {by} agreed it on {date}.');
    expect(words).toContain('agreed at once');
    expect(words).toContain('{you-pay} what the person pays a week');
    expect(words).not.toContain('{missed-date}');
  });

  test('shows right after a change what keeps it from being published', async () => {
    const after = changed({ type: 'remove-paragraph', letter: 'plan-agreed', paragraph: 9 });
    const of = await draftVisit('/letters', '/letters', { after });
    expect(await read(LetterView({ visit: of, template: letter(of) }))).toContain('This keeps the draft from being published:');
  });

  test('is read through with made-up values', async () => {
    const of = await at('/letters/:letter/see', '/letters/plan-agreed/see?as=easy&way=agreed-at-once');
    const words = await read(LetterSeeView({ visit: of, template: letter(of) }));
    expect(words).toContain('We said yes to your plan at once.');
    expect(words).toContain('Here: the plan, with what each part costs.');
  });
});
