/** The picture of a pathway and the chart beside the points table: what they show, that their tables say the same, and that no word gets out of them. */
import { describe, expect, test } from 'vitest';
import { readWorkflowsFolder } from '../../../../bin/workflows-folder.ts';
import { CalibrationChart, roundSteps, tableLine } from '../../../../functions/web/kit/calibration-chart.tsx';
import type { Html } from '../../../../functions/web/kit/html.ts';
import { Page } from '../../../../functions/web/kit/layout.tsx';
import { drawPathway, inLines, MOST_DRAWN, PathwayPicture } from '../../../../functions/web/kit/pathway-picture.tsx';
import { PathwayTable } from '../../../../functions/web/kit/pathway-table.tsx';
import { type PathwayView, pathwayView } from '../../../../functions/web/kit/pathway-view.ts';
import type { CalibrationPoint, StageCount } from '../../../../lib/app/configuring/picture-counts.ts';
import { RasModel } from '../../../../lib/domain/ras-model.ts';
import { Pathway } from '../../../../lib/pathway/schema.ts';
import { htmlFaults } from '../../../support/valid-html.ts';
import { drawn, frame } from './every-component.tsx';

const read = readWorkflowsFolder(new URL('../../../../workflows', import.meta.url).pathname);
if (!read.ok) throw new Error('the national template cannot be read');
const { pathways, forms, allocation } = read.bundle;
const adults = pathways.find(({ id }) => id === 'adult-care');
const demo = allocation[0];
if (!adults || !demo) throw new Error('there is no pathway for adults');

const at = (stage: string, change: Partial<StageCount> = {}): StageCount => {
  return { pathway: 'adult-care', configuration: 'v2', stage, open: 3, medianDays: 4.5, mostDays: 9, ...change };
};
const counts = [
  at('assessment'),
  at('assessment', { configuration: 'v1', open: 2 }),
  at('old-panel', { configuration: 'v1', open: 1 }),
  at('assessment', { pathway: 'carer-support', open: 50 }),
];
const view = pathwayView(adults, {
  forms,
  counts,
  version: 'v2',
  href: (stage) => `/admin/drafts/D-1/pathways/adult-care/stages/${stage}?a=1&b=2`,
});

const faults = htmlFaults();
const picture = async (of: PathwayView): Promise<string> =>
  drawn((<PathwayPicture title={of.title} drawing={await drawPathway(of)} />) as Html);
const table = (of: PathwayView): Promise<string> => drawn((<PathwayTable view={of} />) as Html);
const onPage = (html: Html) =>
  drawn(
    (
      <Page {...frame} title="A pathway" wide>
        {html}
      </Page>
    ) as Html,
  );
const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ');

describe('the picture of a pathway', () => {
  test('each stage once, a link to its page, with who, open cases and days; each end that is reached', async () => {
    const html = await picture(view);
    expect(html.match(/class="ow-pathway__stage"/g)).toHaveLength(adults.stages.length);
    for (const { id } of adults.stages)
      expect(html).toContain(`href="/admin/drafts/D-1/pathways/adult-care/stages/${id}?a=1&amp;b=2"`);
    expect(html).toContain(
      'aria-label="Needs assessment and eligibility decision, Worker, 3 open, 4.5 days, 2 on another version"',
    );
    expect(html.match(/class="ow-pathway__end"/g)).toHaveLength(3);
    expect(words(html)).toContain('Support in place');
    expect(words(html)).not.toMatch(/late|attention/i);
  });

  test('is valid HTML with its table, without a script or an inline style', async () => {
    const page = await onPage(
      (
        <>
          {await Promise.resolve(<PathwayPicture title={view.title} drawing={await drawPathway(view)} />)}
          <PathwayTable view={view} />
        </>
      ) as Html,
    );
    expect(await faults(page)).toEqual([]);
    const html = (await picture(view)) + (await table(view));
    expect(html).not.toMatch(/\sstyle=|<style|<script|\son\w+=|xlink/);
  });

  test('has an arrow for each place an outcome leads to, with the outcome where there is a choice', async () => {
    const html = await picture(view);
    const ways = view.stages.flatMap((stage) => stage.ways).length;
    // And one for new cases and one for reviews.
    expect(html.match(/class="ow-pathway__line"/g)).toHaveLength(ways + 2);
    for (const outcome of ['eligible', 'not eligible', 'approved', 'returned', 'changes suggested'])
      expect(words(html)).toContain(` ${outcome} `);
    expect(words(html)).not.toContain('needs individual costing');
  });

  test('is the same every time', async () => {
    expect(await picture(view)).toBe(await picture(view));
  });

  test('nothing counted, nothing said of cases', async () => {
    const bare = pathwayView(adults, { forms });
    const html = (await picture(bare)) + (await table(bare));
    expect(words(html)).not.toMatch(/open/i);
    expect(html).not.toContain('ow-pathway__stage');
  });
});

describe('its table says the same', () => {
  test('every stage, who, forms, outcomes and where they lead, open cases and days', async () => {
    const said = words(await table(view));
    expect(said).toContain('Needs assessment and eligibility decision Worker');
    expect(said).toContain('eligible: Indicative budget not eligible: Advice given 3 2 on another version 4.5 days');
    expect(said).toContain('allocated or needs individual costing: Support planning');
    expect(said).toContain("The person's own account New cases start here");
    expect(said).toContain('Review of the plan Reviews start here');
    expect(said).toContain('1 open case is at a stage that this version does not have.');
  });

  test('whatever stands in the picture stands in the table', async () => {
    const said = words(await table(view));
    const inPicture = view.stages.flatMap(({ title, who, ways }) => [title, who, ...ways.flatMap(({ outcomes }) => outcomes)]);
    expect(inPicture.filter((each) => !said.includes(each))).toEqual([]);
  });
});

describe('words that mean harm', () => {
  const HOSTILE = [
    '"><script>alert(1)</script>',
    '\\N \\G "quoted" \\',
    '</text></svg><img src=x onerror=alert(1)>',
    '&lt;b&gt; & <table><tr><td>',
    'Ünïcödé 評価 🙂 \u202e evil',
    'W'.repeat(80),
    '}; n0 -> n1 [URL="javascript:alert(1)"]',
  ];
  test.each(HOSTILE)('%s is shown as it is and does nothing', async (title) => {
    const hostile = Pathway.parse({ ...adults, title, stages: adults.stages.map((stage) => ({ ...stage, title })) });
    const bad = pathwayView(hostile, { forms, counts, version: 'v2', href: () => '/x' });
    const html = await picture(bad);
    expect([...html.matchAll(/href="([^"]*)"/g)].filter(([, href]) => href !== '/x')).toEqual([]);
    expect(
      [...html.matchAll(/<(\w+)/g)]
        .map(([, tag]) => tag)
        .filter((tag) => !['section', 'svg', 'g', 'a', 'rect', 'text', 'path', 'polygon'].includes(tag ?? '')),
    ).toEqual([]);
    expect(words(html).replaceAll(' ', '')).toContain(title.replaceAll(' ', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
    const page = await onPage(
      (
        <>
          {await Promise.resolve(<PathwayPicture title={bad.title} drawing={await drawPathway(bad)} />)}
          <PathwayTable view={bad} />
        </>
      ) as Html,
    );
    expect(await faults(page)).toEqual([]);
  });

  test('a pathway too large to be read as a picture is a table only', async () => {
    const [first] = adults.stages;
    const many = Array.from({ length: MOST_DRAWN + 1 }, (_, place) => ({ ...first, id: `stage-${place}` }));
    const large = pathwayView(Pathway.parse({ ...adults, stages: many }), { forms });
    expect(await drawPathway(large)).toBeUndefined();
    expect(await picture(large)).toContain('too large to draw');
    expect((await table(large)).match(/<tr/g)).toHaveLength(MOST_DRAWN + 2);
  });

  test('an outcome that leads nowhere draws no arrow and breaks nothing', async () => {
    const astray = {
      ...adults,
      stages: adults.stages.map((stage) =>
        stage.id === 'planning' ? { ...stage, outcomes: { ready: { stage: 'nowhere' } } } : stage,
      ),
    } as Pathway;
    const lost = pathwayView(astray, { forms });
    expect(await picture(lost)).toContain('ow-pathway');
    expect(words(await table(lost))).toContain('ready: nowhere');
  });
});

test.each([
  ['Needs assessment and eligibility', 20, ['Needs assessment and', 'eligibility']],
  ['abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
  ['a b c', 3, ['a b', 'c']],
  ['  ', 5, []],
])('“%s” in lines of %i', (text, most, expected) => {
  expect(inLines(text, most)).toEqual(expected);
});

describe('the chart', () => {
  const point = (points: number, agreedWeeklyPence: number, tableWeeklyPence: number | null): CalibrationPoint => ({
    model: 'M 1',
    points,
    agreedWeeklyPence,
    tableWeeklyPence,
  });
  const points = [point(34.5, 21_400, 18_011), point(10, 5_000, 5_000), point(12, 4_000, 6_000), point(90, 250_000, null)];
  const chart = () => drawn((<CalibrationChart points={points} line={tableLine(demo)} />) as Html);

  test('a dot for each plan, the line of the table, the sum in words', async () => {
    const html = await chart();
    expect(html.match(/class="ow-chart__dot"/g)).toHaveLength(4);
    expect(words(html)).toContain(
      '4 agreed plans: 1 cost more than the up-front figure, 1 less and 1 the same. 1 had no figure, because the needs were costed one by one.',
    );
    expect(await faults(await onPage((<CalibrationChart points={points} line={tableLine(demo)} />) as Html))).toEqual([]);
    expect(html).not.toMatch(/\sstyle=|<script/);
    expect(await chart()).toBe(html);
  });

  test('dots stand where their figures say', async () => {
    // 90 points and £2,500 make axes to 100 and £2,500; the field is 494 wide from 86, and 302 high from 322 up.
    const html = await chart();
    expect(html).toContain(`cx="${86 + 49.4}" cy="${322 - 6}"`);
    expect(html).toContain('cy="20" r="5"');
  });

  test('the table has every plan, the fewest points first', async () => {
    const said = words(await chart());
    expect(said).toContain(
      '10 £50.00 £50.00 The same 12 £40.00 £60.00 £20.00 less 34.5 £214.00 £180.11 £33.89 more 90 £2,500.00 None No figure to compare',
    );
  });

  test('before any plan was agreed there is a sentence', async () => {
    expect(await drawn((<CalibrationChart points={[]} line={tableLine(demo)} />) as Html)).toContain('nothing to show');
  });

  const model = (kind: object, ceiling?: number) =>
    RasModel.parse({
      questions: [{ id: 'q', options: [{ id: 'a', points: 40 }] }],
      allocation: kind,
      ...(ceiling && { ceiling: { points: ceiling } }),
    });
  const rows = [
    { points: 0, pence: 0 },
    { points: 20, pence: 10_000 },
    { points: 60, pence: 50_000 },
  ];
  test.each([
    [
      'a table with straight lines between its rows',
      model({ kind: 'table', rows }),
      'straight',
      [
        [0, 0],
        [20, 10_000],
        [40, 30_000],
      ],
    ],
    [
      'a table of steps',
      model({ kind: 'table', rows, interpolation: 'step' }),
      'step',
      [
        [0, 0],
        [20, 10_000],
        [40, 10_000],
      ],
    ],
    [
      'a price for each point, up to the ceiling',
      model({ kind: 'perPoint', pencePerPoint: 100 }, 30),
      'straight',
      [
        [0, 0],
        [30, 3_000],
      ],
    ],
    [
      'bands',
      model({
        kind: 'bands',
        rows: [
          { from: 0, to: 9, pence: 500 },
          { from: 10, to: null, pence: 900 },
        ],
      }),
      'step',
      [
        [0, 500],
        [10, 900],
        [40, 900],
      ],
    ],
  ])('the line of %s', (_, made, shape, expected) => {
    const line = tableLine(made);
    expect(line.shape).toBe(shape);
    expect(line.at.map((each) => [each.points, each.weeklyPence])).toEqual(expected);
  });

  test.each([
    [93, [0, 20, 40, 60, 80, 100]],
    [100, [0, 20, 40, 60, 80, 100]],
    [2500, [0, 500, 1000, 1500, 2000, 2500]],
    [0, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [7, [0, 2, 4, 6, 8]],
  ])('round steps up to %i', (most, expected) => {
    expect(roundSteps(most)).toEqual(expected);
  });
});
