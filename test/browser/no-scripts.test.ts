/** The person's whole part with scripts switched off: everything works, and nothing that is there only for scripts is missed. */
import { expect, it } from 'vitest';
import { cast } from './cast.ts';
import { fillIn, questionAt, startCase, tellStory, words } from './person-walk.ts';

const { someone, faults } = cast();

it('carries somebody from the first page to the sent story, mistakes and second thoughts included', async () => {
  const person = await someone({ javaScriptEnabled: false });
  const caseId = await startCase(person);

  await person.open(`/cases/${caseId}/story/self-assessment/safe-at-home`);
  expect(await person.press('Save and continue')).toBe(422);
  expect(await person.page.title()).toMatch(/^Error: /);
  expect(await words(person)).toContain('There is a problem');
  await person.open(`/cases/${caseId}/story`);

  await tellStory(person, { name: 'Arthur Quill', 'safe-at-home': 'I fell in May.' });
  await person.follow('Change your answer to: Being safe at home');
  await fillIn(person, questionAt(person), 'I fell in May, and again in June.');
  await person.press('Save and continue');
  await person.open(`/cases/${caseId}/story/check`);
  expect(await words(person)).toContain('I fell in May, and again in June.');

  await person.press('Send your answers');
  expect(await words(person)).toContain('We have your story');
  await person.follow('Go to your page to see where it is');
  expect(await words(person)).toContain('It is our turn.');
  await person.page.getByText('What you told us', { exact: true }).click();
  expect(await words(person)).toContain('I fell in May, and again in June.');
  expect(faults()).toEqual([]);
});
