/** The public record of a model: what it claims, that the rules in it are the rules, and that its bytes never differ. */
import { describe, expect, test } from 'vitest';
import { algorithmRecord, algorithmRecordText, isCalibrated } from '../../lib/domain/algorithm-record.ts';
import { allocate } from '../../lib/domain/allocation.ts';
import { exampleAnswers } from '../../lib/domain/allocation-example.ts';
import { GUIDE_NOT_LIMIT } from '../../lib/domain/allocation-line.ts';
import { Council } from '../../lib/domain/council.ts';
import { RasModel } from '../../lib/domain/ras-model.ts';
import { DEMO, DEMO_FILE, json, resultOf } from './fixtures/allocation-models.ts';

const council = Council.parse(json('workflows/councils/larkshire.json'));
const { tier1, tier2 } = algorithmRecord(DEMO, council);

/** The same value with the keys of every object the other way round. */
const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  const turned = Object.entries(value).reverse();
  return Object.fromEntries(turned.map(([key, each]) => [key, backwards(each)]));
};

describe('tier 1', () => {
  test('says what it is called, whose it is, and how to reach them', () => {
    expect(tier1).toMatchObject({ name: DEMO.title, model: 'DEMO-2026-1', version: '1', publicPage: '/rules/DEMO-2026-1' });
    expect(tier1.owner).toMatchObject({ organisation: council.name, team: council.contact.team, madeUp: true });
    expect(tier1.owner.contact.email).toBe(council.contact.email);
  });
  test('says that it is a guide, who decides, and how to challenge it', () => {
    expect(tier1.howItIsUsedInTheDecision).toContain(GUIDE_NOT_LIMIT);
    expect(tier1.whoDecides).toContain('People decide.');
    expect(tier1.howToChallenge.first).toContain(council.contact.phone);
    expect(tier1.howToChallenge.afterwards).toContain('Local Government and Social Care Ombudsman');
  });
  test.each([
    ['SCT', 'the Scottish Public Services Ombudsman', 'Social Care (Self-directed Support) (Scotland) Act 2013'],
    ['WLS', 'the Public Services Ombudsman for Wales', 'Social Services and Well-being (Wales) Act 2014'],
  ] as const)('names the ombudsman and the law of the nation: %s', (jurisdiction, ombudsman, law) => {
    const record = algorithmRecord(DEMO, { ...council, jurisdiction });
    expect(record.tier1.howToChallenge.afterwards).toContain(ombudsman);
    expect(record.tier2.legalBasis).toBe(law);
  });
});

describe('tier 2', () => {
  test('holds the rules in full: read again they are the model, and give the same figures', () => {
    const kept = RasModel.parse(JSON.parse(JSON.stringify(tier2.rules)));
    const { $schema: _left, ...rules } = DEMO;
    expect(kept).toEqual(rules);
    expect(resultOf(kept, exampleAnswers(DEMO))).toEqual(resultOf(DEMO, exampleAnswers(DEMO)));
  });
  test('says what is read of each question, and nothing it does not read', () => {
    expect(tier2.dataUsed.map(({ question }) => question)).toEqual(DEMO.questions.map(({ id }) => id));
    expect(tier2.dataUsed[0]?.used).toHaveLength(3);
    const none = algorithmRecord(RasModel.parse({ ...DEMO, informal: { shares: [0] } }), council);
    expect(none.tier2.dataUsed[0]?.used).toEqual(['which of its statements fits, and the points that statement is worth']);
    const lax = { shares: [0, 50], requiresWillingAndAble: false };
    expect(algorithmRecord(RasModel.parse({ ...DEMO, informal: lax }), council).tier2.dataUsed[0]?.used).toHaveLength(2);
  });
  test('works an example that the rules in it reproduce', () => {
    const { answers, result } = tier2.workedExample;
    expect(allocate(tier2.rules, answers)).toEqual({ ok: true, result });
    expect(Object.values(answers).filter(({ informalShare }) => informalShare)).toEqual([
      { option: 'some-days', informalShare: 25, willingAndAble: true },
    ]);
  });
  test('says plainly what nobody has measured or written down', () => {
    expect(isCalibrated(DEMO)).toBe(false);
    expect(tier2.calibration).toMatchObject({ calibrated: false, method: expect.stringContaining('Invented for demonstration') });
    expect(tier2.calibration.statement).toContain('not calibrated on real people');
    expect(tier2.impactOnGroups).toMatchObject({ measured: false, statement: expect.stringMatching(/^Not measured yet\./) });
    expect(tier2.frequencyAndScale).toBe('Not measured yet.');
    expect(tier2.responsibility.seniorResponsibleOwner).toBe('Not recorded here yet.');
  });
  test('gives the calibration there is, and still says what is not measured', () => {
    const fitReport = { medianRatio: 1.02, byCareGroup: { older: 1.01 } };
    const model = RasModel.parse({ ...DEMO, calibration: { sampleSize: 120, date: '2026-01-31', fitReport } });
    const record = algorithmRecord(model, council).tier2;
    expect(record.calibration).toMatchObject({ calibrated: true, sampleSize: 120, fitReport });
    expect(record.impactOnGroups).toMatchObject({ measured: true });
    expect(record.impactOnGroups.statement).toContain('is not measured yet');
  });
  test('dates and versions are the model’s', () => {
    expect(tier2.dates).toEqual({ publishedAt: '2026-03-02', effectiveFrom: '2026-04-06' });
    expect(algorithmRecord(RasModel.parse(json('test/domain/fixtures/savva.json')), council).tier2.dates).toEqual({
      publishedAt: null,
      effectiveFrom: null,
    });
  });
});

describe('the file', () => {
  test('is the same, byte for byte, in whatever order the model was written', () => {
    const text = algorithmRecordText(DEMO, council);
    expect(algorithmRecordText(RasModel.parse(DEMO_FILE), council)).toBe(text);
    const turned = { ...RasModel.parse(backwards(DEMO_FILE)), questions: RasModel.parse(backwards(DEMO_FILE)).questions };
    expect(algorithmRecordText(turned, council)).toBe(text);
  });
  test('is another one for other rules', () => {
    expect(algorithmRecordText({ ...DEMO, contingencyPercent: 9 }, council)).not.toBe(algorithmRecordText(DEMO, council));
  });
  test('is JSON that ends with a line end and has nothing of this machine', () => {
    const text = algorithmRecordText(DEMO, council);
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(algorithmRecord(DEMO, council))));
    expect(text).not.toContain('ras-model.schema.json');
    expect(text).not.toContain('!');
  });
});
