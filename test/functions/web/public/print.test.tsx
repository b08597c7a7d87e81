/** Paper: every form prints with its own ids in each way it can be read, conditions are said in words, and nothing is a field. */
import { describe, expect, test } from 'vitest';
import { printForm } from '../../../../functions/web/public/print-form.tsx';
import { printList } from '../../../../functions/web/public/print-list.tsx';
import { questionsOf } from '../../../../lib/domain/form.ts';
import { bankOf } from '../../../../lib/domain/question.ts';
import { say } from '../../../../lib/domain/text.ts';
import { readingGrade, sentencesOf } from '../citizen/reading-grade.ts';
import { bundle, configuration, faultsIn, opening } from './public-visit.ts';

const { forms } = configuration;
const bank = bankOf(configuration.questions);
const WAYS = ['', '?easy=1', '?large=1', '?easy=1&large=1'];
const print = (form: string, way = '') => opening(printForm, { address: `/print/${form}${way}` });
const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

describe.each(forms.map((form) => [form.id, form] as const))('pack: %s', (id, form) => {
  test.each(WAYS)('is valid HTML with one heading and no field%s', async (way) => {
    const { html, status } = await print(id, way);
    expect(status).toBe(200);
    expect(await faultsIn(html)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(form|input|textarea|select|button)\b/);
    expect(html).not.toMatch(/undefined|\[object/);
    expect(html).not.toMatch(/\sstyle\s*=/);
  });

  test('holds every question under its own id, with why it is asked', async () => {
    const { html } = await print(id);
    for (const question of questionsOf(form).map((q) => bank.get(q))) {
      if (!question || question.retired) continue;
      expect(html).toContain(`<span class="ow-pack__id">${question.id}</span>`);
      expect(html).toContain(escaped(say(question.why.reason, { about: form.for === 'staff' })));
      if ('options' in question)
        for (const { text } of question.options) expect(html).toContain(escaped(say(text, { about: form.for === 'staff' })));
    }
  });

  test('says where to send it', async () => {
    const { html } = await print(id);
    for (const words of [bundle.council.contact.team, bundle.council.contact.address, bundle.council.contact.phone])
      expect(html).toContain(words);
  });
});

describe.each(forms.filter((form) => form.for === 'person').map(({ id }) => id))('a person’s pack: %s', (id) => {
  test.each(['', '?easy=1'])('reads at grade 6 or below%s', async (way) => {
    const sentences = sentencesOf((await print(id, way)).html);
    const hard = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 8);
    expect(readingGrade(sentences), hard.join(' | ')).toBeLessThanOrEqual(6);
  });
});

describe('a pack', () => {
  test('says conditions in words', async () => {
    const { html } = await print('how-we-talk');
    expect(html).toMatch(/Do this part only if you said “[^”]+” to “[^”]+”\./);
  });

  test('has the statements and the help of an area of life from the model', async () => {
    const { html } = await print('self-assessment');
    for (const { options, help } of configuration.model?.questions ?? []) {
      for (const { text } of options) expect(html).toContain(escaped((text as { en: string }).en));
      expect(html).toContain(escaped((help as { en: string }).en));
    }
  });

  test('in easy words has the easy words', async () => {
    const { html } = await print('self-assessment', '?easy=1');
    expect(html).toContain('I need help each night.');
    expect(html).not.toContain('I need help once or twice every night.');
  });

  test('in large print is marked so, on the page and on the pack', async () => {
    const { html } = await print('self-assessment', '?large=1');
    expect(html).toMatch(/<body class="[^"]*ow-large/);
    expect(html).toContain('<div class="ow-pack ow-large">');
  });

  test('follows what the reader chose for all pages, unless the address says otherwise', async () => {
    const reading = { large: true, easy: true, language: 'en' as const };
    const own = await opening(printForm, { address: '/print/self-assessment', reading });
    expect(own.html).toContain('<div class="ow-pack ow-large ow-easy">');
    const plain = await opening(printForm, { address: '/print/self-assessment?large=0&easy=0', reading });
    expect(plain.html).toContain('<div class="ow-pack">');
  });

  test('is nobody’s: no name, no case', async () => {
    const { html } = await print('about-you');
    expect(html).not.toMatch(/C-[A-Z0-9]{4,}/);
  });

  test.each(['nothing-here', '..%2Fsecret', '%3Cscript%3E', 'constructor'])(
    'that is not there is a plain 404: %s',
    async (form) => {
      const { html, status } = await print(form);
      expect(status).toBe(404);
      expect(html).not.toContain('<script>');
    },
  );
});

describe('the list', () => {
  test('leads to every form, in each way there is for it', async () => {
    const { html } = await opening(printList);
    expect(await faultsIn(html)).toEqual([]);
    for (const form of forms) {
      expect(html).toContain(`href="/print/${form.id}"`);
      expect(html).toContain(`href="/print/${form.id}?large=1"`);
      expect(html.includes(`href="/print/${form.id}?easy=1"`)).toBe(form.for === 'person');
    }
  });

  test('puts the person’s forms first, and reads at grade 6 or below', async () => {
    const { html } = await opening(printList);
    const places = forms
      .map((form) => [html.indexOf(`"/print/${form.id}"`), form.for] as const)
      .sort(([one], [other]) => one - other);
    expect(places.map(([, whose]) => whose)).toEqual([...places.map(([, whose]) => whose)].sort());
    expect(readingGrade(sentencesOf(html))).toBeLessThanOrEqual(6);
  });
});
