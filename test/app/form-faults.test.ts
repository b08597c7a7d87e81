/** Whether stages and the forms they name fit each other, where `includes` comes in; the rest is in `configuration.test.ts`. */
import { expect, test } from 'vitest';
import { stageFormFaults } from '../../lib/app/form-faults.ts';
import { Form } from '../../lib/domain/form.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { form, pathway } from '../pathway/made-up-forms.ts';

const staff = { page: 'questions', for: 'staff', outcomes: { done: { text: 'Done' }, back: { text: 'Back' } } };
const forms: Form[] = [
  form('story', ['a'], { page: 'story' }),
  form('last', ['b'], staff),
  form('about', ['c']),
  form('joint', ['d'], { page: 'story' }),
  form('own', ['e'], { ...staff, outcomes: { done: { text: 'Done' } } }),
  Form.parse({ page: 'plan', for: 'staff', id: 'plan', title: 'Plan' }),
];
const faults = (made: Pathway, all = forms) => stageFormFaults([made], all).map(({ code, where }) => [code, where]);
const telling = (...ids: string[]) => pathway({ telling: ids });

test('a part, and a story told face to face, can be included', () => {
  expect(faults(telling('about'))).toEqual([]);
  expect(faults(pathway({ assessment: ['joint', 'about'] }))).toEqual([]);
});

test.each<[string, Pathway, string, string]>([
  ['a form there is not', telling('gone'), 'unknown-form', 'telling/includes'],
  [
    'a form there is not, at a stage without a form of its own',
    pathway({ assessment: ['gone'] }),
    'unknown-form',
    'assessment/includes',
  ],
  ['a form that ends a stage by itself', telling('own'), 'cannot-be-included', 'telling/includes'],
  ['the plan', pathway({ review: ['plan'] }), 'cannot-be-included', 'review/includes'],
  ['a form twice', telling('about', 'about'), 'included-twice', 'telling/includes'],
  ['the stage’s own form', telling('story'), 'included-twice', 'telling/includes'],
])('%s cannot', (_what, made, code, where) => {
  expect(faults(made)).toEqual([[code, `pathways/made-up/stages/${where}`]]);
  for (const { message } of stageFormFaults([made], forms)) expect(message).toMatch(/^[A-Z].*\.$/);
});

test('a stage cannot be made of a part alone, which ends nothing', () => {
  const all = forms.map((each) => (each.id === 'story' ? form('story', ['a']) : each));
  expect(faults(pathway(), all)).toEqual([['part-ends-nothing', 'pathways/made-up/stages/telling']]);
  expect(stageFormFaults([pathway()], all)[0]?.message).toBe(
    'The form “story” is a part, and a part ends nothing. List it under "includes" of a stage.',
  );
});
