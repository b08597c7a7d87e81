/** One person from the first question to a review, by forms alone, with what each side sees on the way. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { wordsOf } from '../support/visitor.ts';
import { councilSteps, storySteps } from '../support/whole-case.ts';
import { type Cast, castFor, openCase, optionWith, play } from './cast.ts';

const read = async (cast: Cast, who: keyof Cast, page: string): Promise<string> => {
  const { status, html } = await cast[who].get(page);
  expect(status, page).toBe(200);
  return wordsOf(html);
};

/** The page once it says `words`: the machine may still be on its way there. */
const readUntil = async (cast: Cast, who: keyof Cast, page: string, words: string): Promise<string> => {
  const until = Date.now() + 15_000;
  for (;;) {
    const said = await read(cast, who, page);
    if (said.includes(words)) return said;
    if (Date.now() > until) throw new Error(`${page} never said “${words}”: ${said}`);
    await pause(50);
  }
};

test('from a story to support and its review', async () => {
  const cast = await castFor('Journey Person');
  const caseId = await openCase(cast);
  const at = (path: string) => `/cases/${caseId}${path}`;
  for (const step of storySteps(caseId, optionWith)) await play(cast, step);

  const sent = await read(cast, 'person', at('/story/sent'));
  expect(sent).toContain(caseId);
  // Needs before money: no figure before the assessment is confirmed.
  expect(sent).not.toContain('£');
  expect(await read(cast, 'person', at('/me'))).not.toContain('£');

  await readUntil(cast, 'priya', '/work', 'Journey Person');
  const [record, assess, savePlan, explain, offer, check, approve, arrange] = councilSteps(caseId);
  if (!record || !assess || !savePlan || !explain || !offer || !check || !approve || !arrange)
    throw new Error('a step is missing');
  await cast.priya.submit(at(''), {}, at('/take'));
  expect(await read(cast, 'person', at('/me'))).toContain('Priya Raman');
  // Nothing is decided before it is written down who was told what, and who speaks up.
  const early = await cast.priya.fill(at('/assess'), at('/assess'), assess.typed);
  const refused = await cast.priya.post(at('/assess'), early);
  expect(refused.status).toBe(409);
  expect(wordsOf(refused.html)).toContain('Before you decide, answer');
  await play(cast, record);
  await play(cast, assess);

  for (const [who, page] of [
    ['person', '/amount'],
    ['priya', '/money'],
  ] as const) {
    const words = await readUntil(cast, who, at(page), '£180.11');
    for (const figure of ['34.5', '£9,365.72', '£310.50', '10%', '£200.125']) expect(words, page).toContain(figure);
  }
  expect(await readUntil(cast, 'person', at('/me'), '£180.11')).toContain('You cannot wash safely or get out without help');

  await play(cast, savePlan);
  expect(await read(cast, 'priya', at('/plan'))).toContain('£214.00');
  await play(cast, explain);
  await play(cast, offer);
  await play(cast, check);
  await readUntil(cast, 'glenda', '/work', 'Journey Person');
  await play(cast, approve);
  expect(await readUntil(cast, 'person', at('/me'), '£214.00')).toContain('Glenda Whitlock');
  await play(cast, arrange);
  await readUntil(cast, 'person', at('/me'), 'review');

  await cast.person.submit(at('/ask-for-review'), { reasons: 'Mornings take longer now.' });
  await play(cast, {
    who: 'priya',
    page: at('/review'),
    typed: {
      outcome: 'no-change',
      achieved: 'partly',
      inTheirWords: 'The garden is lovely.',
      reasons: 'It works. We look again in a year.',
    },
  });
  const inAYear = String(new Date().getFullYear() + 1);
  await readUntil(cast, 'person', at('/me'), inAYear);
  expect(await read(cast, 'priya', at('/history'))).toContain('The garden is lovely.');
});
