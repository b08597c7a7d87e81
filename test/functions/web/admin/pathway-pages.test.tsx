/** The pages on which stages are taken out, changed and added: valid, in plain words, and true about the law. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { PathwayPageView } from '../../../../functions/web/admin/pathway.tsx';
import { pathwayBeside } from '../../../../functions/web/admin/pathway-beside.tsx';
import type { StageVisit } from '../../../../functions/web/admin/pathway-page.tsx';
import { PathwaysView } from '../../../../functions/web/admin/pathways.tsx';
import { StageView } from '../../../../functions/web/admin/stage.tsx';
import { StageAddView } from '../../../../functions/web/admin/stage-add.tsx';
import { StageMergeFormView } from '../../../../functions/web/admin/stage-merge-form.tsx';
import { TakeOutView } from '../../../../functions/web/admin/stage-take-out.tsx';
import { StageWayAddView } from '../../../../functions/web/admin/stage-way-add.tsx';
import { StageWaysView } from '../../../../functions/web/admin/stage-ways.tsx';
import type { Operation } from '../../../../lib/app/configuring/operation.ts';
import { wordsOf } from '../../../support/visitor.ts';
import { drawn, faultsIn } from '../staff/visiting.ts';
import { draftVisit, isListed, pathwayVisit, stageVisit } from './draft-visits.ts';

const HOSTILE = '<script>alert(1)</script>';
const renamed: Operation = { type: 'change-stage', pathway: 'adult-care', stage: 'quality-check', set: { title: HOSTILE } };
const outOf = async (pathway: string, stage: string, operations: Operation[] = []): Promise<string> =>
  drawn(TakeOutView({ visit: await stageVisit(pathway, stage, { operations }) }));

const pathwayPage = async (operations: Operation[] = [], query = '') => {
  const visit = await pathwayVisit('adult-care', { operations, pattern: '/pathways/:pathway' }, query);
  const beside = await pathwayBeside(visit.pathway, { forms: visit.forms, version: 'x' });
  return drawn(PathwayPageView({ visit, beside }));
};

describe('every page is valid HTML', () => {
  const about =
    (view: (props: { visit: StageVisit }) => unknown, stage = 'quality-check') =>
    async () =>
      drawn((await view({ visit: await stageVisit('adult-care', stage) })) as never);
  test.each<[string, () => Promise<string>]>([
    ['pathways', async () => drawn(PathwaysView({ visit: await draftVisit('/pathways') }))],
    ['a pathway', () => pathwayPage()],
    ['a stage', about(StageView)],
    ['the stage at which plans are agreed', about(StageView, 'plan-approval')],
    ['the stage that works by itself', about(StageView, 'resource-allocation')],
    ['taking a stage out', about(TakeOutView)],
    ['taking out what the law asks for', about(TakeOutView, 'assessment')],
    ['its ways', about(StageWaysView)],
    ['another way', about(StageWayAddView)],
    ['another form', about(StageMergeFormView, 'assessment')],
    ['adding a stage', async () => drawn(StageAddView({ visit: await pathwayVisit('adult-care') }))],
  ])('%s', async (_name, page) => {
    expect(await faultsIn(await page())).toEqual([]);
  });
});

describe('taking out', () => {
  test('a stage no law asks for says so, with where its cases go and what it saves', async () => {
    const words = wordsOf(await outOf('adult-care', 'quality-check'));
    expect(words).toContain('No law asks for this stage.');
    expect(words).toContain('On to “Plan sign-off”');
    expect(words).toMatch(/1 \(was 2\)/);
    expect(words).not.toContain('The law asks for this stage');
  });

  test('a stage whose ways lead to two places has neither chosen beforehand', async () => {
    expect(await outOf('adult-care', 'quality-check')).not.toContain(' checked');
  });

  test('a stage whose ways all lead to one place asks for no choice', async () => {
    const html = await outOf('adult-care', 'resource-allocation');
    expect(html).toMatch(/<input type="hidden" name="onward" value="allocated"/);
    expect(wordsOf(html)).toContain('leads on to “Support planning”');
  });

  test.each([
    ['assessment', 's.9'],
    ['plan-approval', 's.25'],
  ])('%s warns with the law, %s', async (stage, section) => {
    const words = wordsOf(await outOf('adult-care', stage));
    expect(words).toMatch(new RegExp(`The law asks for this stage:.*${section.replace('.', '\\.')}`));
  });

  test('the forms of the stage can be kept where they end nothing by themselves', async () => {
    expect(wordsOf(await outOf('adult-care', 'self-assessment'))).toContain('Are its forms still filled in?');
    expect(wordsOf(await outOf('adult-care', 'quality-check'))).not.toContain('Are its forms still filled in?');
  });

  test('what was typed comes back with its message', async () => {
    const visit = await stageVisit('adult-care', 'quality-check');
    const typed = { onward: 'content', reason: HOSTILE };
    const html = await drawn(TakeOutView({ visit, typed, errors: { onward: 'Choose where cases go instead.' } }));
    expect(html).toMatch(/value="content" checked/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain(HOSTILE);
  });
});

describe('a pathway', () => {
  test('names every stage with a way to take it out, and says what moving changes', async () => {
    const html = await pathwayPage();
    expect(html.match(/\/take-out"/g)).toHaveLength(8);
    expect(wordsOf(html)).toContain('changes the order of this list only');
    expect(html).toContain('value="assessment 0"');
  });

  test('tells what was changed last, in words of before', async () => {
    const operations: Operation[] = [{ type: 'remove-stage', pathway: 'adult-care', stage: 'quality-check', onward: 'content' }];
    const words = wordsOf(await pathwayPage(operations, '?changed=yes'));
    expect(words).toContain('Takes out the stage “Quality check of the plan”. Cases go on to “Plan sign-off”.');
    expect(wordsOf(await pathwayPage(operations))).not.toContain('Takes out the stage');
  });

  test('shows titles as they were typed and runs none of them', async () => {
    const html = await pathwayPage([renamed]);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain(HOSTILE);
  });

  test('that was handed over can be read and not changed', async () => {
    const visit = await pathwayVisit('adult-care', { state: 'checked' });
    const beside = await pathwayBeside(visit.pathway, { forms: visit.forms, version: 'x' });
    const html = await drawn(PathwayPageView({ visit, beside }));
    expect(html).not.toContain('<form');
    expect(html).not.toContain('/take-out');
  });
});

describe('a stage', () => {
  test('says how hard its words are, which letters go out from it, and who may agree what', async () => {
    const words = wordsOf(await drawn(StageView({ visit: await stageVisit('adult-care', 'plan-approval') })));
    expect(words).toMatch(/It reads at grade \d+\./);
    expect(words).toContain('Letters that can be sent from here');
    expect(words).toContain('Who may agree what here');
  });

  test('names what is wrong with it and not what is wrong elsewhere', async () => {
    const operations: Operation[] = [{ type: 'remove-outcome', pathway: 'adult-care', stage: 'review', outcome: 'support-ends' }];
    const at = async (stage: string) =>
      wordsOf(await drawn(StageView({ visit: await stageVisit('adult-care', stage, { operations }) })));
    expect(await at('review')).toContain('keeps this from being published');
    expect(await at('quality-check')).not.toMatch(/keeps? this from being published/);
  });

  test('that works by itself has nobody to choose', async () => {
    const html = await drawn(StageView({ visit: await stageVisit('adult-care', 'resource-allocation') }));
    expect(html).not.toContain('name="who"');
  });
});

test('adding asks first which decision it serves, who answers for it and when it is looked at again', async () => {
  const words = wordsOf(await drawn(StageAddView({ visit: await pathwayVisit('adult-care') })));
  const places = ['Which decision or duty', 'Who answers for it', 'When is it looked at again', 'What happens there'].map(
    (each) => words.indexOf(each),
  );
  expect(places.every((place) => place > 0)).toBe(true);
  expect([...places].sort((one, other) => one - other)).toEqual(places);
});

test.each(['/pathways', '/pathways/:pathway', '/pathways/:pathway/stages/:stage/take-out', '/try', '/try/save'])(
  '%s is served',
  (path) => {
    expect(isListed(path)).toBe(true);
  },
);
