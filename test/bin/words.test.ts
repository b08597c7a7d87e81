/** `ownway words`: which words are missing, of the texts that should have them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from '../../bin/commands/run.ts';
import { missingWords } from '../../lib/pathway/missing-words.ts';
import { choose, form, question } from '../pathway/made-up-forms.ts';

const WORKFLOWS = fileURLToPath(new URL('../../workflows', import.meta.url));

const ownway = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, { out: (text) => void out.push(`${text}\n`), err: (text) => void err.push(`${text}\n`) });
  return { code, out: out.join(''), err: err.join('') };
};

const full = {
  en: { plain: 'Do you sleep well?', easy: 'Do you sleep?', about: 'Do they sleep well?' },
  cy: { plain: 'Ydych chi’n cysgu’n dda?' },
};
const why = { reason: full, sees: full, usedBy: [{ kind: 'return', ref: 'R' }] };
const gapsOf = (ask: unknown, more: Parameters<typeof form>[2] = {}) => {
  const asked = question('sleep', { ask, why });
  const title = { title: full, sections: [{ id: 's', title: full, pages: [{ id: 'p', items: [{ q: 'sleep' }] }] }] };
  return missingWords([form('f', ['sleep'], { ...title, ...more })], [asked]);
};

describe('what counts as missing', () => {
  test('nothing, where everything is there', () => {
    expect(gapsOf(full)).toEqual({
      totals: { easy: { wanted: 5, missing: 0 }, about: { wanted: 5, missing: 0 }, cy: { wanted: 5, missing: 0 } },
      questions: [],
      forms: [],
    });
  });

  test.each<[string, unknown, string[]]>([
    ['plain words to “you”', 'Do you sleep well?', ['easy', 'about', 'cy']],
    ['plain words as “I”', 'I sleep well', ['easy', 'about', 'cy']],
    ['words that are right about anybody', 'Sleep', ['easy', 'cy']],
    ['“you” inside another word', 'Youth clubs', ['easy', 'cy']],
    ['no Welsh', { en: full.en }, ['cy']],
    ['Welsh for Easy Read alone', { en: full.en, cy: { easy: 'Cysgu?' } }, ['cy']],
  ])('%s', (_what, ask, lacks) => {
    expect(gapsOf(ask).questions).toEqual([{ id: 'sleep', gaps: [{ text: 'ask', lacks }] }]);
  });

  test('of what only staff read, only Welsh is wanted', () => {
    const { questions, totals } = gapsOf('Do you think they sleep well?', { for: 'staff' });
    expect(questions).toEqual([{ id: 'sleep', gaps: [{ text: 'ask', lacks: ['cy'] }] }]);
    expect(totals.easy).toEqual({ wanted: 0, missing: 0 });
  });

  test('options, hints, fields of groups and every word of a form are texts too; retired questions are not', () => {
    const group = question('helpers', { type: 'group', of: ['name'], itemName: 'Helper', most: 2, ask: full, why });
    const field = question('name', { type: 'text', ask: 'Your name', why, hint: 'Both' });
    const which = choose('which', ['one', 'two'], { ask: full, why });
    const old = question('old', { retired: true, ask: 'You?' });
    const said = form('f', ['which', { id: 'more', items: ['helpers', { show: 'guidance', text: 'Take your time.' }] }], {
      intro: 'You are welcome.',
    });
    const { questions, forms } = missingWords([said], [group, field, which, old]);
    expect(questions.map(({ id, gaps }) => [id, gaps.map(({ text }) => text)])).toEqual([
      ['helpers', ['itemName']],
      ['name', ['ask', 'hint']],
      ['which', ['options/one', 'options/two']],
    ]);
    expect(forms).toEqual([
      {
        id: 'f',
        gaps: [
          { text: 'title', lacks: ['easy', 'cy'] },
          { text: 'intro', lacks: ['easy', 'about', 'cy'] },
          { text: 'f-part', lacks: ['easy', 'cy'] },
          { text: 'f-part/more/guidance', lacks: ['easy', 'about', 'cy'] },
        ],
      },
    ]);
  });
});

describe('the command', () => {
  test('prints the same for programs and for people, of the project’s own template', async () => {
    const programs = await ownway('words', '--json');
    expect(programs).toMatchObject({ code: 0, err: '' });
    const { totals } = JSON.parse(programs.out) as ReturnType<typeof missingWords>;
    const people = await ownway('words', WORKFLOWS);
    expect(people).toMatchObject({ code: 0, err: '' });
    expect(people.out).toContain(`Welsh: ${totals.cy.missing} of ${totals.cy.wanted} texts to write`);
  });

  test('in the template, whatever a person reads can be said about somebody else', async () => {
    const { totals } = JSON.parse((await ownway('words', '--json')).out) as ReturnType<typeof missingWords>;
    expect(totals.about.wanted).toBeGreaterThan(100);
    expect(totals.about.missing).toBe(0);
  });

  test('of another folder, and its faults', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ownway-words-'));
    cpSync(WORKFLOWS, folder, { recursive: true });
    const file = join(folder, 'forms/quality-check.json');
    const json = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...json, title: 'Look twice' }));
    expect((await ownway('words', folder)).out).toContain('forms/quality-check\n  title: Welsh\n');
    writeFileSync(file, JSON.stringify({ ...json, title: '' }));
    expect(await ownway('words', folder)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('forms/quality-check.json'),
    });
    rmSync(folder, { recursive: true });
  });

  test('wrong use is exit 2', async () => {
    expect(await ownway('words', 'a', 'b')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Name one folder, or none'),
    });
  });
});
