/**
 * Every component in whole pages: valid HTML, nothing inline, one heading, a label for every control. What html-validate cannot
 * know (the choices below) is said with its reason.
 */
import { describe, expect, test } from 'vitest';
import { htmlFaults } from '../../../support/valid-html.ts';
import { drawn, PAGES } from './every-component.tsx';

// Checkboxes of one group post under one name, as radios do.
const faultsIn = htmlFaults({ 'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }] });

describe.each(Object.entries(PAGES))('page: %s', (_name, page) => {
  test('is valid HTML', async () => {
    expect(await faultsIn(await drawn(page))).toEqual([]);
  });

  test('holds no inline style, script or handler', async () => {
    const html = await drawn(page);
    expect(html).not.toMatch(/\sstyle\s*=/i);
    expect(html).not.toMatch(/\son[a-z]+\s*=/i);
    expect(html).not.toMatch(/<style/i);
    const scripts = html.match(/<script[^>]*>[^<]*<\/script>/g) ?? [];
    expect(scripts.map((script) => script.replace(/-[0-9a-f]{8}/, ''))).toEqual([
      '<script type="module" src="/assets/page.js"></script>',
      '<script src="/assets/mark-scripts.js"></script>',
    ]);
  });

  test('has a document type, a language, one main part and one heading', async () => {
    const html = await drawn(page);
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en" class="govuk-template">/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<main[^>]*id="main-content"/g)).toHaveLength(1);
    expect(html).toContain('href="#main-content"');
  });

  test('labels every control, and every group of boxes has a legend', async () => {
    const html = await drawn(page);
    const controls = (html.match(/<(input|select|textarea)\b[^>]*>/g) ?? []).filter((tag) => !tag.includes('type="hidden"'));
    const ids = controls.map((tag) => /\sid="([^"]+)"/.exec(tag)?.[1]);
    for (const id of ids) expect(html).toMatch(new RegExp(`<label[^>]*\\sfor="${id}"`));
    expect(html.match(/<fieldset/g)?.length).toBe(html.match(/<legend/g)?.length);
  });

  test('offers help in the same place: links, then the telephone number', async () => {
    const foot = (await drawn(page)).split('<footer')[1];
    expect(foot).toMatch(/\/help.*\/accessibility.*\/privacy.*01632 960 123/s);
  });

  test('says that it is a demonstration, inside the header', async () => {
    const header = /<header.*<\/header>/s.exec(await drawn(page))?.[0];
    expect(header).toContain('made up');
  });
});
