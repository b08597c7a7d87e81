/** "How pages look": what is kept, for how long, and that it leads back to a page of ours and nowhere else. */
import { describe, expect, test } from 'vitest';
import { display, hasWelsh, localPath } from '../../../../functions/web/public/display.tsx';
import { readingGrade, sentencesOf } from '../citizen/reading-grade.ts';
import { bundle, faultsIn, opening, posting } from './public-visit.ts';

describe('the page', () => {
  test('is valid HTML, one heading, easy to read', async () => {
    const { html } = await opening(display);
    expect(await faultsIn(html)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(readingGrade(sentencesOf(html))).toBeLessThanOrEqual(6);
  });

  test('shows what is chosen now', async () => {
    const { html } = await opening(display, { reading: { large: true, easy: false, language: 'cy' } });
    const checked = [...html.matchAll(/value="(large|easy|cy)"( checked)?/g)].map(([, value, on]) => [value, Boolean(on)]);
    expect(checked).toEqual([
      ['large', true],
      ['easy', false],
      ['cy', true],
    ]);
  });

  test('offers Welsh only where there is some', () => {
    expect(hasWelsh(bundle)).toBe(true);
    expect(hasWelsh({ forms: [], questions: [] })).toBe(false);
  });
});

describe('saving', () => {
  const save = async (typed: Record<string, string | string[]>) => {
    const { answer, visit } = await posting(display, typed);
    return { goTo: 'goTo' in answer ? answer.goTo : undefined, cookie: visit.c.res.headers.get('set-cookie') ?? '' };
  };

  test.each<[string[], string]>([
    [['large'], 'large'],
    [['easy', 'cy'], 'easy.cy'],
    [['cy', 'easy', 'large'], 'large.easy.cy'],
    [[], 'plain'],
    [['large', 'huge', '"; Path=/evil'], 'large'],
  ])('%j is kept as %s, and nothing else is', async (reading, kept) => {
    const { cookie } = await save({ reading, back: '/help' });
    expect(cookie).toBe(`ownway-reading=${kept}; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax`);
  });

  test('leads back', async () => {
    expect((await save({ reading: 'large', back: '/cases/C-1/story?x=1#y' })).goTo).toBe('/cases/C-1/story?x=1#y');
  });
});

describe('the way back is a page of ours', () => {
  test.each(['/', '/help', '/cases/C-ABCD/story', '/print/self-assessment?easy=1', '/a//b'])('%s', (path) => {
    expect(localPath(path)).toBe(path);
  });
  test.each([
    '',
    'help',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\\b',
    '/a b',
    '/a\r\nSet-Cookie: x=1',
    '/\t/evil.example',
    '/é',
    `/${'a'.repeat(400)}`,
    '/display',
    '/display?back=/display',
  ])('%j is not, and the start page is', (path) => {
    expect(localPath(path)).toBe('/');
  });
  test('a browser reads whatever is let through as this site', () => {
    for (const path of ['/', '/a//b', '/..//evil.example', '/%2f/evil.example', '/@evil.example', '/;//evil.example'])
      expect(new URL(localPath(path), 'https://own.example').host).toBe('own.example');
  });

  test.each([
    ['/display?back=/help', undefined, '/help'],
    ['/display?back=//evil.example', undefined, '/'],
    ['/display', 'http://127.0.0.1/reckoner', '/reckoner'],
    ['/display', 'https://evil.example/reckoner', '/'],
    ['/display', 'not an address', '/'],
    ['/display', undefined, '/'],
  ])('%s, coming from %s, leads to %s', async (address, referer, back) => {
    const { html } = await opening(display, { address, headers: referer ? { referer } : {} });
    expect(html).toContain(`<input type="hidden" name="back" value="${back}"/>`);
  });
});
