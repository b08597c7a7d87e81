/** The working of the up-front figure as the person reads it: the figure of test vector B to the penny, and every line of it. */
import { expect, test } from 'vitest';
import { AllocationView } from '../../../../functions/web/shared/allocation-view.tsx';
import { drawn, drawnByName } from './drawn-pages.tsx';
import { configuration, withFigure } from './made-up-cases.ts';

/** The text between tags, with white space made plain. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

const page = async (name: string): Promise<string> => textOf(await drawnByName(name));

test('shows £180.11 a week and £9,365.72 a year', async () => {
  const text = await page('amount');
  expect(text).toContain('About £180.11 a week');
  expect(text).toContain('That is £9,365.72 over a year.');
});

test('shows every line of the working, in order', async () => {
  const text = await page('amount');
  const lines = withFigure.state.allocation?.lines ?? [];
  expect(lines).toHaveLength(19);
  let from = 0;
  for (const { label, detail, kind } of lines) {
    const at = text.indexOf(kind === 'guide' || kind === 'weekly' ? (kind === 'guide' ? detail : label) : detail, from);
    expect(at, `${kind}: ${detail}`).toBeGreaterThan(-1);
    from = kind === 'total' ? from : at;
  }
});

const LINES: readonly string[] = [
  'Washing, getting dressed and using the toilet “I need help every day with some of this.” is 12 points.',
  'Family or friends do 25% of this now and are willing and able to go on, which takes off 3 points.',
  'All the points together 34.5 points',
  '9 + 1.5 + 6 + 5 + 4 + 6 + 0 + 0 + 3 + 0 = 34.5. Without family help it is 50 points.',
  'The council’s table at 20 points',
  '£105.125',
  '10% is kept back We keep some money back for everyone. It pays for help when someone’s needs change in the year',
  '−£20.0125',
  '£180.1125 becomes £180.11. It is rounded once, here at the end.',
  'If family help stopped All 50 points would count: £310.50 a week.',
  'This is a guide, not a limit: your final budget is what it costs to meet your needs.',
  'Worked out by the rules DEMO-2026-1, version 1.',
];
test.each(LINES)('says: %s', async (line) => {
  expect(await page('amount')).toContain(line);
});

test('says whose words they are', async () => {
  expect(await page('amount')).toContain('Your own words: Mornings are slow.');
  expect(await page('amount, by staff')).toContain('Their own words: Mornings are slow.');
});

test('says why an answer was agreed to be another', async () => {
  const { allocation, assessment } = withFigure.state;
  const [first] = configuration.model?.questions ?? [];
  if (!allocation || !assessment || !first) throw new Error('nothing to show');
  const noted = { ...assessment.answers[first.id], option: 'every-day', note: 'Her daughter can no longer come.' };
  const answers = { ...assessment.answers, [first.id]: { informalShare: 0, willingAndAble: false, ...noted } };
  const html = await drawn(<AllocationView allocation={allocation} assessment={{ ...assessment, answers }} />);
  expect(textOf(html)).toContain('Why this was agreed: Her daughter can no longer come.');
});

test('gives no figure where the support is costed by itself, and says that there is no cap', async () => {
  const text = await page('amount, costed by itself');
  expect(text).toContain('The amount is worked out individually');
  expect(text).toContain('There is no cap on it.');
  expect(text).not.toMatch(/£\d/);
  expect(await page('mine, costed by itself')).not.toMatch(/£\d/);
});

test('shows no figure before people have agreed what is needed', async () => {
  for (const name of ['sent', 'mine, sent', 'amount, none yet', 'check']) expect(await page(name), name).not.toMatch(/£\d/);
});
