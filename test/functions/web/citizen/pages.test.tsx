/**
 * Every citizen and public page for every point of the way: valid HTML, one heading, nothing inline, easy to read, nothing unescaped.
 */
import { describe, expect, test } from 'vitest';
import { htmlFaults } from '../../../support/valid-html.ts';
import { drawn, PAGES } from './drawn-pages.tsx';
import { readingGrade, sentencesOf } from './reading-grade.ts';

// Telephone numbers are the council's, in a sentence; a link for each would be read out as a link each time.
const faultsIn = htmlFaults({
  'tel-non-breaking': 'off',
  // Boxes of one group post under one name, as upstream has them; so do the three ways on of a page.
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
});

const HARDEST = 6;

describe.each(Object.entries(PAGES))('page: %s', (_name, page) => {
  test('is valid HTML with one heading, a title and nothing inline', async () => {
    const html = await drawn(page);
    expect(await faultsIn(html)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]{10,}<\/title>/);
    expect(html).not.toMatch(/\s(style|on[a-z]+)\s*=/i);
    expect(html).not.toContain('[object');
    expect(html).not.toContain('undefined');
  });

  test('keeps what somebody wrote as text', async () => {
    expect(await drawn(page)).not.toContain('<script>alert');
  });

  test(`reads at grade ${HARDEST} or below`, async () => {
    const sentences = sentencesOf(await drawn(page));
    const grade = readingGrade(sentences);
    const hard = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 6);
    expect(grade, hard.join(' | ')).toBeLessThanOrEqual(HARDEST);
  });

  test('never says service user or client', async () => {
    expect(sentencesOf(await drawn(page)).join(' ')).not.toMatch(/service user|client/i);
  });
});
