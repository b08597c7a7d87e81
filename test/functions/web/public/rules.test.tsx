/** The public pages of the rules, for models of every kind: they say what the engine does, they read easily, and the record is a file. */
import '../../../support/web-environment.ts';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { attachment } from '../../../../functions/web/app.tsx';
import type { Answer, Page, Visit } from '../../../../functions/web/page.ts';
import { publicPages } from '../../../../functions/web/public/public-pages.ts';
import { rules, rulesHref, rulesPage, useOf } from '../../../../functions/web/public/rules.tsx';
import { rulesModel, rulesModelPage, rulesRecord } from '../../../../functions/web/public/rules-model.tsx';
import { allocate } from '../../../../lib/domain/allocation.ts';
import { exampleAnswers } from '../../../../lib/domain/allocation-example.ts';
import { GUIDE_NOT_LIMIT } from '../../../../lib/domain/allocation-line.ts';
import { RasModel, type RasModelFile, wordsFor } from '../../../../lib/domain/ras-model.ts';
import { DEMO, DEMO_FILE, json } from '../../../domain/fixtures/allocation-models.ts';
import { readingGrade, sentencesOf } from '../citizen/reading-grade.ts';
import { bundle, drawn, faultsIn, visiting } from './public-visit.ts';

const HREF = '/rules/DEMO-2026-1';

/** The words of a page, with white space made plain. */
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

const plain = { contingencyPercent: 0, contingencyReason: null, ceiling: null, calibration: null };
const demo = DEMO_FILE as RasModelFile;
const changed = (change: Partial<RasModelFile>): RasModel => RasModel.parse({ ...demo, ...change });
const least: RasModelFile = {
  questions: [{ id: 'q', options: [{ id: 'o', points: 16 }] }],
  allocation: { kind: 'table', rows: [[16, 8291]] },
};

const MODELS: Readonly<Record<string, RasModel>> = {
  'the demonstration': DEMO,
  'a step table, nothing kept back': changed({ ...plain, allocation: { ...DEMO.allocation, interpolation: 'step' } as never }),
  'a price for each point': changed({ ...plain, allocation: { kind: 'perPoint', pencePerPoint: 518.25 } }),
  'a price for each point, a ceiling and a floor': changed({
    allocation: { kind: 'perPoint', pencePerPoint: 450 },
    ceiling: { points: 30 },
    floorPence: 2500,
    rounding: { unitPence: 100 },
  }),
  'bands in whole points': changed({
    ...plain,
    allocation: {
      kind: 'bands',
      rows: [
        { from: 0, to: 10, pence: 500 },
        { from: 11, to: 200, pence: 900 },
      ],
    },
  }),
  'bands that meet, the last without end': changed({
    allocation: {
      kind: 'bands',
      rows: [
        { from: 0, to: 10, pence: 500 },
        { from: 10, to: null, pence: 900 },
      ],
    },
  }),
  'no family help': changed({ informal: { shares: [0] } }),
  'help counted as it stands': changed({ informal: { shares: [0, 50], requiresWillingAndAble: false } }),
  calibrated: changed({
    calibration: {
      sampleSize: 120,
      date: '2026-01-31',
      method: 'Matched row by row.',
      fitReport: { medianRatio: 1.02, p10: 0.8, p90: 1.3, byCareGroup: { older: 1.01 } },
    },
  }),
  'Savva, written by others': RasModel.parse(json('test/domain/fixtures/savva.json')),
  'the least there can be': RasModel.parse(least),
};

type Bundles = Visit['bundle'];
const visitWith = async (path: string, address: string, change: Partial<Bundles> = {}, easy = false): Promise<Visit> => ({
  ...(await visiting(path, { address, reading: { large: false, easy, language: 'en' } })),
  bundle: { ...bundle, ...change },
});
const openingOf = async (page: Page, address: string, change: Partial<Bundles> = {}): Promise<Answer> => {
  if (page.kind !== 'open' || !page.get) throw new Error(`${page.path} is not open to anybody`);
  return page.get(await visitWith(page.path, address, change));
};
const pageOf = async (model: RasModel, easy = false): Promise<string> =>
  drawn(rulesModelPage(await visitWith('/rules/:model', HREF, { allocation: [model] }, easy), model));

describe.each(Object.entries(MODELS))('the page of a model: %s', (_name, model) => {
  test('is valid HTML with one heading and nothing left out', async () => {
    const html = await pageOf(model);
    expect(await faultsIn(html)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/undefined|\[object|NaN|\bnull\b|Infinity/);
  });

  test('reads at grade 6 or below', async () => {
    const sentences = sentencesOf(await pageOf(model));
    const hard = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 8);
    expect(readingGrade(sentences), hard.join(' | ')).toBeLessThanOrEqual(6);
  });

  test('says every statement with its points, that the figure is no limit, and that there is no cap', async () => {
    const words = wordsOf(await pageOf(model));
    let from = words.indexOf('We add up all the points.');
    for (const option of model.questions.flatMap(({ options }) => options)) {
      const statement = ` ${wordsFor(option.text, 'en', option.id)} `;
      from = words.indexOf(statement, from);
      expect(from, statement).toBeGreaterThan(-1);
      from += statement.length - 1;
      const [, worth] = /^(?: In easy words: .{1,120}?)? ([\d.]+) points?\b/.exec(words.slice(from)) ?? [];
      expect(worth, statement).toBe(String(option.points));
    }
    expect(words).toContain(GUIDE_NOT_LIMIT);
    expect(words).toMatch(/not a cap|no cap/);
    expect(words).not.toMatch(/not eligible|maximum/i);
  });

  test('works an example with the whole working, as the engine does', async () => {
    const words = wordsOf(await pageOf(model));
    const allocated = allocate(model, exampleAnswers(model));
    if (!allocated.ok) throw new Error('the example cannot be worked');
    for (const { detail, kind } of allocated.result.lines) if (kind !== 'weekly') expect(words).toContain(detail);
  });

  test('leads to its record, and says how to disagree', async () => {
    const html = await pageOf(model);
    expect(html).toContain(`href="${rulesHref(model)}/record.json"`);
    expect(html).toContain(bundle.council.contact.phone);
    expect(wordsOf(html)).toContain('the Local Government and Social Care Ombudsman');
  });
});

describe('what the page says of each kind', () => {
  const said = async (name: string): Promise<string> => wordsOf(await pageOf(MODELS[name] ?? DEMO));
  test('the demonstration: the table, what is kept back and why, where it stops, and that it is invented', async () => {
    const words = await said('the demonstration');
    for (const each of [
      '20 £95.00 £85.50',
      '100 £1,200.00 £1,080.00',
      'We keep back 10% of each amount. We keep some money back for everyone.',
      'The rules stop at 100 points. That is not a cap.',
      'to the nearest penny. A half goes up. For a year we count 52 weeks.',
      'These rules are not calibrated on real people.',
      'Invented for demonstration.',
      'We use these rules now. They are for figures from 6 April 2026 on.',
      '25%, 75% or 100%',
      'In easy words: I need help each day.',
    ])
      expect(words).toContain(each);
  });
  test('a step table', async () => {
    const words = await said('a step table, nothing kept back');
    expect(words).toContain('the lower row holds');
    expect(words).toContain('We keep nothing back from these amounts.');
    expect(words).not.toContain('The figure you see');
  });
  test('a price for each point', async () => {
    const words = await said('a price for each point');
    expect(words).toContain('Each point is worth £5.1825 a week.');
    expect(words).toContain('10 £51.825 £51.83');
    const other = await said('a price for each point, a ceiling and a floor');
    expect(other).toContain('1 £4.50 £25.00');
    expect(other).toContain('30 £135.00 £122.00');
    expect(other).not.toContain(' 50 £');
    expect(other).toContain('it is at least £25.00 a week');
    expect(other).toContain('to the nearest £1.00');
  });
  test('bands', async () => {
    expect(await said('bands in whole points')).toMatch(/0 to 10 £5\.00 11 to 200 £9\.00/);
    expect(await said('bands in whole points')).toContain('A part of a point above a band still counts in it.');
    expect(await said('bands that meet, the last without end')).toContain('10 or more £9.00 £8.10');
    expect(await said('bands that meet, the last without end')).toContain('the higher one holds');
  });
  test('family help', async () => {
    expect(await said('no family help')).toContain('We do not take off any points');
    expect(await said('help counted as it stands')).toContain('They do not ask if it can go on.');
  });
  test('one that was calibrated', async () => {
    const words = await said('calibrated');
    expect(words).toContain('People in the sample 120');
    expect(words).toContain('31 January 2026');
    expect(words).not.toContain('not calibrated');
  });
  test('a row above the ceiling has no figure, and the page does not show one', async () => {
    const words = wordsOf(await pageOf(changed({ ...plain, ceiling: { points: 60 } })));
    expect(words).toContain('80 £760.00 Worked out with you');
  });
  test('in easy words where the reader asked for them', async () => {
    const html = await pageOf(DEMO, true);
    expect(html).toContain('Keeping clean and getting dressed');
    expect(html).not.toContain('In easy words:');
  });
  test('nothing a council wrote is taken for markup', async () => {
    const evil = '<script>alert(1)</script>';
    const html = await pageOf(changed({ title: evil, contingencyReason: evil, calibration: { method: evil } }));
    expect(html).not.toContain('<script>alert');
  });
});

describe('the list of the rules', () => {
  const listed = async (change: Partial<Bundles>) => drawn(rulesPage(await visitWith('/rules', '/rules', change)));
  test('names each model and says which one is in use', async () => {
    const old = { ...DEMO, id: 'OLD/2025 1', title: 'Rules of 2025' };
    const html = await listed({ allocation: [DEMO, old] });
    expect(await faultsIn(html)).toEqual([]);
    expect(html).toContain(`href="${HREF}"`);
    expect(html).toContain('href="/rules/OLD%2F2025%201"');
    expect(wordsOf(html)).toMatch(
      /invented We use these rules now\..*Rules of 2025 We do not use these rules for new figures now\./,
    );
    expect(readingGrade(sentencesOf(html))).toBeLessThanOrEqual(6);
  });
  test('one that begins later is not in use yet', async () => {
    const visit = await visitWith('/rules', '/rules');
    expect(useOf(visit, { ...DEMO, effectiveFrom: '2027-04-05' })).toBe('We use these rules from 5 April 2027 on.');
    expect(useOf(visit, { ...DEMO, effectiveFrom: 'soon' })).toBe('We use these rules now.');
  });
  test('a council without points says what it does instead', async () => {
    const html = await listed({ allocation: [] });
    expect(await faultsIn(html)).toEqual([]);
    expect(wordsOf(html)).toContain('We do not use points and a table here.');
    expect(readingGrade(sentencesOf(html))).toBeLessThanOrEqual(6);
  });
});

describe('the doors', () => {
  test('are open to anybody and listed', () => {
    expect(publicPages).toEqual(expect.arrayContaining([rules, rulesModel, rulesRecord]));
    for (const page of [rules, rulesModel, rulesRecord]) expect(page.kind).toBe('open');
  });
  test('the page of a model is found by its id, whatever stands in it', async () => {
    const old = { ...DEMO, id: 'OLD/2025 1' };
    for (const model of [DEMO, old]) {
      const answer = await openingOf(rulesModel, rulesHref(model), { allocation: [DEMO, old] });
      expect('show' in answer && answer.status).toBe(200);
    }
  });
  test.each([rulesModel, rulesRecord])('a model that is not in the bundle has no page: 404', async (page) => {
    const answer = await openingOf(page, page.path.replace(':model', 'constructor'));
    expect('show' in answer && answer.status).toBe(404);
  });
  test('the record is a file: its name, its type, and the same bytes each time', async () => {
    const address = `${HREF}/record.json`;
    const [one, other] = [await openingOf(rulesRecord, address), await openingOf(rulesRecord, address)];
    if (!('file' in one)) throw new Error('no file');
    expect(one).toEqual(other);
    expect(one.file.name).toBe('algorithm-record-DEMO-2026-1-1.json');
    expect(one.file.type).toBe('application/json; charset=utf-8');
    expect(JSON.parse(one.file.body)).toMatchObject({ tier1: { model: 'DEMO-2026-1' } });
  });
  test('a file is sent to be kept, and its name cannot end the header it stands in', async () => {
    const app = new Hono();
    app.get('/', (c) =>
      attachment(c, { name: 'a"; b\r\nc/../d é.json', type: 'application/json; charset=utf-8', body: '{"é":1}' }),
    );
    const response = await app.request('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="a-b-c-..-d-.json"');
    expect(await response.text()).toBe('{"é":1}');
  });
});
