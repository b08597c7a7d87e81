/** The forms a council lays out itself: what they may say. Which answers leave them open is `form-answers.test.ts`. */
import { describe, expect, test } from 'vitest';
import { Form } from '../../lib/domain/form.ts';

const named = { id: 'x', title: 'X', for: 'staff' };
const sections = [{ id: 's', title: 'S', pages: [{ id: 'p', items: [{ q: 'colour' }] }] }];
const form = { page: 'questions', ...named, sections, outcomes: { done: { text: 'Done' } } };

describe('a form file', () => {
  test.each<[string, object]>([
    ['of a page there is not', { page: 'poem', ...named }],
    ['with an id that is not one', { page: 'plan', ...named, id: 'Support Plan' }],
    ['without a title', { page: 'plan', ...named, title: '' }],
    ['for nobody we know', { page: 'plan', ...named, for: 'robots' }],
    ['with a page that asks nothing', { ...form, sections: [{ ...sections[0], pages: [{ id: 'p', items: [] }] }] }],
    [
      'with a condition that is code',
      { ...form, sections: [{ ...sections[0], pages: [{ id: 'p', showIf: 'a > b', items: [{ q: 'colour' }] }] }] },
    ],
    ['with a field that is misspelt', { page: 'plan', ...named, intr: 'Hello' }],
  ])('%s is refused', (_, bad) => expect(Form.safeParse(bad).success).toBe(false));

  test('may have no questions at all, only ways to end', () => {
    expect(Form.safeParse({ ...form, sections: [] }).success).toBe(true);
    expect(Form.safeParse(form).success).toBe(true);
  });
});
