/** What keeps a draft back is said in the same words wherever it is said, beside the thing it is about, and a change is tried one way. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { AllFaults, FaultsHere, faultsAbout } from '../../../../functions/web/admin/fault-lines.tsx';
import { isAgainstLaw, lawsMissed, tried } from '../../../../functions/web/admin/what-it-breaks.tsx';
import { type Documents, documentsFaults } from '../../../../lib/app/configuring/documents.ts';
import { wordsOf } from '../../../support/visitor.ts';
import { drawn } from '../staff/visiting.ts';
import { changed, draftVisit, LIVE } from './draft-visiting.ts';

const without = (path: string, documents: Documents): Documents => {
  const { [path]: _gone, ...rest } = documents;
  return rest;
};
type Form = { sections: { pages: { items: object[] }[] }[] };

/** The form asks a question there is not, and its file is called something else than the form. */
const BROKEN = (() => {
  const json = structuredClone(LIVE['forms/quality-check.json']) as Form;
  json.sections[0]?.pages[0]?.items.push({ q: 'nobody.knows' });
  return { ...without('forms/quality-check.json', LIVE), 'forms/brought-in.json': json };
})();
const ABOUT = { room: 'forms', id: 'quality-check' } as const;
const here = async (state: 'open' | 'checked' | 'published' | 'dropped', about: Parameters<typeof faultsAbout>[1] = ABOUT) =>
  wordsOf(await drawn(<FaultsHere visit={await draftVisit('/forms', '/forms', { after: BROKEN, state })} about={about} />));

describe('what keeps a draft back', () => {
  test('is told of a thing by what it is and not by what its file is called', async () => {
    const visit = await draftVisit('/forms', '/forms', { after: BROKEN });
    expect(faultsAbout(visit, ABOUT).map(({ file }) => file)).toContain('forms/brought-in.json');
    expect(await here('open')).toContain('nobody.knows');
    expect(await here('open', { room: 'forms', id: 'about-you' })).toBe('');
  });

  test('has the same heading and sentences beside the thing as on the page of the draft, and leads there', async () => {
    const faults = faultsAbout(await draftVisit('/forms', '/forms', { after: BROKEN }), ABOUT);
    const all = wordsOf(await drawn(<AllFaults faults={faults} />));
    const words = await here('checked');
    expect(faults.length).toBeGreaterThan(0);
    for (const said of [/(One thing keeps|\d+ things keep) this from being published/, ...faults.map(({ message }) => message)]) {
      expect(all).toMatch(said);
      expect(words).toMatch(said);
    }
    expect(words).toContain('See everything that keeps this draft back');
  });

  test.each(['published', 'dropped'] as const)('is nothing on a draft that is %s', async (state) => {
    expect(await here(state)).toBe('');
  });

  test('is told of one question and not of another whose id begins like it', async () => {
    const visit = await draftVisit('/questions', '/questions');
    const at = (where: string) => ({ code: 'schema' as const, file: 'questions', where, message: 'No.' });
    const all = [at('questions/about.name/ask'), at('questions/about.name'), at('questions/about.names/ask')];
    expect(faultsAbout(visit, { question: 'about.name' }, all)).toEqual(all.slice(0, 2));
  });
});

describe('what a change breaks, in a draft that has a fault already', () => {
  const faulty = changed({ type: 'remove-question', form: 'needs-assessment', question: 'assess.safeguarding' });

  test('is not what was broken before, though the story of it is another without the stage', async () => {
    const visit = await draftVisit('/pathways', '/pathways', { after: faulty });
    const stories = documentsFaults(faulty).map(({ message }) => message);
    expect(stories.length).toBeGreaterThan(0);
    const operation = { type: 'change-stage', pathway: 'adult-care', stage: 'assessment', set: { forThePerson: 'We talk' } } as const;
    const result = tried(visit, operation);
    if ('cannot' in result) throw new Error(result.cannot);
    // The path goes through a stage that is called something else now.
    expect(documentsFaults(result.after).map(({ message }) => message)).not.toEqual(stories);
    expect(result.faults).toEqual([]);
  });

  test('is another duty of the same section all the same', async () => {
    const to = (outcome: 'plan-changes' | 'needs-changed') =>
      ({
        ...{ type: 'lead-outcome', pathway: 'adult-care', stage: 'review', outcome, to: { end: 'support-in-place' } },
      }) as const;
    const first = documentsFaults(changed(to('plan-changes'))).map(({ law }) => law);
    expect(first).toContain('Care Act 2014, s.27(4)');
    const visit = await draftVisit('/pathways', '/pathways', { after: changed(to('plan-changes')) });
    const result = tried(visit, to('needs-changed'));
    expect(isAgainstLaw(result)).toBe(true);
    expect(lawsMissed(result)).toContain('Care Act 2014, s.27(4)');
  });
});
