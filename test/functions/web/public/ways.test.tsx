/** The ways to hold the money for everybody: all of them, and what each kind of support can be paid by. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { waysPublic, waysPublicPage } from '../../../../functions/web/public/ways.tsx';
import type { Bundle } from '../../../../lib/app/configuration.ts';
import { readingGrade, sentencesOf } from '../citizen/reading-grade.ts';
import { rulesOf, words } from '../shared/ways-cases.ts';
import { bundle, drawn, faultsIn, opening, visiting } from './public-visit.ts';

const of = async (change: Partial<Bundle>, easy = false): Promise<string> => {
  const visit = await visiting('/ways', { reading: { large: false, easy, language: 'en' } });
  return drawn(waysPublicPage({ ...visit, bundle: { ...bundle, ...change } }));
};
const inScotland = { council: { ...bundle.council, jurisdiction: 'SCT' as const }, support: [rulesOf('scotland')] };
const england = rulesOf('england');

const PAGES: Readonly<Record<string, () => Promise<string>>> = {
  England: () => of({ support: [england] }),
  'England, Easy Read': () => of({ support: [england] }, true),
  Scotland: () => of(inScotland),
  'none set up': () => of({ support: [] }),
};

describe.each(Object.entries(PAGES))('%s', (_name, page) => {
  test('is valid, with one heading, nothing inline, and reads at grade 6 or below', async () => {
    const html = await page();
    expect(await faultsIn(html)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/\s(style|on[a-z]+)\s*=/i);
    const sentences = sentencesOf(html);
    const hard = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 6);
    expect(readingGrade(sentences), hard.join(' | ')).toBeLessThanOrEqual(6);
  });
});

test('the published council shows it to anybody', async () => {
  const { status, html } = await opening(waysPublic);
  expect(status).toBe(200);
  expect(html).toContain('Let the council arrange it for now');
  expect(html).not.toContain('<form');
});

const rowsOf = (html: string): string[][] =>
  [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => words(cell).trim()),
  );

test('every kind of support can be paid by every way, but where the law shuts one', async () => {
  const [, ...rows] = rowsOf(await of({ support: [england] }));
  expect(rows).toHaveLength(england.kinds.length);
  const shut = rows.flatMap(([kind, ...cells]) => cells.flatMap((cell, at) => (cell === 'Yes' ? [] : [[kind, at]])));
  expect(shut).toEqual([
    ['Living in a care home', 0],
    ['Living in a care home with nurses', 0],
  ]);
  expect(rows.filter(([kind]) => kind?.includes('Shared Lives'))).toHaveLength(3);
});

test('what is shut has its law beside it', async () => {
  expect(words(await of({ support: [england] }))).toContain(
    'The law on it: Care and Support (Direct Payments) Regulations 2014, reg 6',
  );
});

test('Scotland has four options by number, and leaving it to the council for now', async () => {
  const html = await of(inScotland);
  expect([...html.matchAll(/<h3[^>]*>Option (\d)/g)].map(([, number]) => number)).toEqual(['1', '2', '3', '4']);
  expect(html.match(/<h3/g)).toHaveLength(5);
});
