/** What would change a figure most, as the person and staff read it: TV-B to the penny, and nothing where there is nothing to say. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { WhatWouldChangeIt } from '../../../../functions/web/shared/allocation-changes-view.tsx';
import type { Answers } from '../../../../lib/domain/allocation.ts';
import type { Allocation } from '../../../../lib/domain/event.ts';
import { RasModel } from '../../../../lib/domain/ras-model.ts';
import { DEMO, fixtureAnswers, oneQuestion, resultOf } from '../../../domain/fixtures/allocation-models.ts';
import { readingGrade, sentencesOf } from '../citizen/reading-grade.ts';
import { drawn } from '../public/public-visit.ts';

const TV_B = fixtureAnswers('tv-b');

const allocationOf = (model: RasModel, answers: Answers): Allocation => ({
  ...resultOf(model, answers),
  model: model.id,
  modelVersion: String(model.version),
  madeAt: '2026-11-21T09:30:00Z',
});

type Change = Partial<Parameters<typeof WhatWouldChangeIt>[0]>;
const html = (change: Change = {}): Promise<string> =>
  drawn(
    <main>
      <WhatWouldChangeIt model={DEMO} allocation={allocationOf(DEMO, TV_B)} answers={TV_B} audience="person" {...change} />
    </main>,
  );
const words = async (change: Change = {}): Promise<string> =>
  (await html(change))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('TV-B', () => {
  test('shows the five that change £180.11 most, the largest first, each with both figures', async () => {
    const text = await words();
    const lines = [
      'If no one can go on with it, it is £310.50 a week. £130.39 more',
      'fits you better, it is £220.73 a week. £40.62 more',
    ];
    let from = text.indexOf('What would change it most');
    expect(from).toBeGreaterThan(-1);
    for (const line of lines) {
      const at = text.indexOf(line, from);
      expect(at, line).toBeGreaterThan(from);
      from = at;
    }
    const differences = [...text.matchAll(/£([\d.]+) (more|less)/g)].map(([, pounds]) => Number(pounds));
    expect(differences).toHaveLength(5);
    expect(differences).toEqual([...differences].sort((one, other) => other - one));
  });
  test('says what the statement is', async () => {
    expect(await words()).toContain('If “I need help with all of this, every time.” fits you better');
    expect(await words({ easy: true })).toContain('If “I need help with it all.” fits you better');
  });
  test('speaks to staff of somebody else', async () => {
    const text = await words({ audience: 'staff' });
    expect(text).toContain('fits them better');
    expect(text).not.toMatch(/\b(you|your)\b/i);
  });
  test('reads at grade 6 or below', async () => {
    expect(readingGrade(sentencesOf(await html()))).toBeLessThanOrEqual(6);
  });
});

test('a change to “worked out individually” has no figure and says that there is no cap', async () => {
  const model = oneQuestion([60, 100, 104]);
  const given = { q: { option: '100' } };
  const text = await words({ model, allocation: allocationOf(model, given), answers: given });
  expect(text).toContain('there is no set figure. We work it out with you. There is no cap. No set figure');
  const staff = await words({ model, allocation: allocationOf(model, given), answers: given, audience: 'staff' });
  expect(staff).toContain('The support is costed individually. There is no cap.');
});

describe('draws nothing', () => {
  const needsCosting = oneQuestion([100, 104]);
  const above = { q: { option: '104' } };
  test.each<[string, Change]>([
    ['without rules', { model: undefined }],
    ['without a figure yet', { allocation: undefined }],
    ['without answers', { answers: undefined }],
    [
      'where the support is costed by itself',
      { model: needsCosting, allocation: allocationOf(needsCosting, above), answers: above },
    ],
    ['where the rules are of another version', { model: { ...DEMO, version: '2' } }],
    ['where the answers are not those of the figure', { answers: { ...TV_B, nights: { option: 'every-night' } } }],
    ['where the rules cannot read the answers', { answers: {} }],
    [
      'where nothing would change it',
      {
        model: oneQuestion([5]),
        allocation: allocationOf(oneQuestion([5]), { q: { option: '5' } }),
        answers: { q: { option: '5' } },
      },
    ],
  ])('%s', async (_name, change) => {
    expect(await words(change)).toBe('');
  });
});

test('nothing a council wrote is taken for markup', async () => {
  const model = RasModel.parse({
    ...DEMO,
    questions: DEMO.questions.map((question) => ({ ...question, text: '<script>alert(1)</script>' })),
  });
  expect(await html({ model })).not.toContain('<script>');
});
