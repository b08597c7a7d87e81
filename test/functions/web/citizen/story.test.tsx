/** Reading an answer, finding the next question, saying how long is left: what the story's pages work out for themselves. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { answerForm, fieldsFrom, fieldsOf } from '../../../../functions/web/citizen/question-fields.tsx';
import { helpSentence, leftOpen, minutesLeft, nextAfter, shareChoices } from '../../../../functions/web/citizen/story-form.ts';
import { readForm } from '../../../../functions/web/settle.tsx';
import { drawnByName, form, question } from './drawn-pages.tsx';
import { halfTold, opened, TV_B, told } from './made-up-cases.ts';

const read = (typed: Record<string, string>) => readForm(answerForm(question(0), form.shares), fieldsOf(typed));
const errorsOf = (typed: Record<string, string>): string[] => {
  const found = read(typed);
  return 'errors' in found ? Object.keys(found.errors) : [];
};

describe('reading an answer', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['nothing chosen', {}, ['option']],
    ['an answer that is not on the page', { option: 'constructor' }, ['option']],
    ['a need, and nothing said of help', { option: 'every-day' }, ['informalShare']],
    ['no need, and nothing said of help', { option: 'on-my-own' }, []],
    ['a share that is not on the page', { option: 'every-day', informalShare: '26' }, ['informalShare']],
    ['a share written another way', { option: 'every-day', informalShare: '25.0' }, ['informalShare']],
    ['help, and nothing said of going on', { option: 'every-day', informalShare: '25' }, ['willingAndAble']],
    ['help that is none needs no more', { option: 'every-day', informalShare: '0' }, []],
    [
      'a word that is neither yes nor no',
      { option: 'every-day', informalShare: '25', willingAndAble: 'maybe' },
      ['willingAndAble'],
    ],
    ['too many words', { option: 'on-my-own', ownWords: 'x'.repeat(4001) }, ['ownWords']],
    ['as many words as there is room for', { option: 'on-my-own', ownWords: 'x'.repeat(4000) }, []],
  ])('%s', (_name, typed, errors) => {
    expect(errorsOf(typed)).toEqual(errors);
  });

  test('counts help only where they are willing and able, and never where there is none', () => {
    const help = { option: 'every-day', willingAndAble: 'yes' };
    expect(read({ ...help, informalShare: '25' })).toMatchObject({ value: { informalShare: 25, willingAndAble: true } });
    expect(read({ ...help, informalShare: '0' })).toMatchObject({ value: { informalShare: 0, willingAndAble: false } });
    expect(read({ ...help, informalShare: '25', willingAndAble: 'no' })).toMatchObject({ value: { willingAndAble: false } });
  });

  test('keeps own words as they were typed, line breaks and all', () => {
    const found = read({ option: 'on-my-own', ownWords: ' one\r\ntwo <b> ' });
    expect(found).toMatchObject({ value: { ownWords: 'one\ntwo <b>' } });
  });

  test('draws a stored answer so that reading it gives the same answer', () => {
    for (const { question: id, answer } of TV_B) {
      const asked = form.questions.find((each) => each.id === id) ?? question(0);
      expect(readForm(answerForm(asked, form.shares), fieldsOf(fieldsFrom(answer)))).toEqual({ value: answer });
    }
  });
});

describe('finding the way', () => {
  const ids = form.questions.map(({ id }) => id);
  test('goes to the next question without an answer, round to the first, then nowhere', () => {
    expect(nextAfter(form.questions, opened.state.story, ids[0] ?? '')?.id).toBe(ids[1]);
    expect(nextAfter(form.questions, halfTold.state.story, ids[0] ?? '')?.id).toBe(ids[4]);
    expect(nextAfter(form.questions, opened.state.story, ids[9] ?? '')?.id).toBe(ids[0]);
    expect(nextAfter(form.questions, told.state.story, ids[3] ?? '')).toBeUndefined();
  });

  test('says how many minutes are left', () => {
    expect(minutesLeft(form, 10)).toBe(20);
    expect(minutesLeft(form, leftOpen(form.questions, halfTold.state.story).length)).toBe(12);
    expect(minutesLeft(form, 0)).toBe(0);
    expect(minutesLeft({ minutes: 20, questions: [] }, 0)).toBe(0);
  });

  test('has words for shares, and tells two apart that would sound the same', () => {
    expect(shareChoices([0, 25, 75, 100]).map(({ text }) => text)).toEqual([
      'None of it',
      'Some of it, about a quarter',
      'Most of it, about three quarters',
      'All of it',
    ]);
    expect(shareChoices([0, 40, 50, 100]).map(({ text }) => text)).toEqual([
      'None of it',
      'Some of it (about 40%)',
      'Some of it (about 50%)',
      'All of it',
    ]);
  });

  test('says plainly when help is not counted', () => {
    expect(helpSentence({ informalShare: 75, willingAndAble: false })).toContain('so we do not count it');
  });
});

test('after a mistake the page says so in the title, beside the field and at the top, and keeps what was typed', async () => {
  const html = await drawnByName('question with mistakes');
  expect(html).toMatch(/<title>Error: /);
  expect(html).toContain('href="#option"');
  expect(html.match(/Choose the words that fit you best\./g)).toHaveLength(2);
  expect(html).toContain('Mornings are slow.\nI like to be &lt;script&gt;');
});
