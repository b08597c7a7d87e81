/** Without a mouse: from the first page to the first saved answer with Tab, Space, arrows and Enter, always seeing where one is. */
import { beforeAll, expect, it } from 'vitest';
import { cast } from './cast.ts';
import type { Walker } from './walker.ts';

const { someone, faults } = cast();

/** What has the focus, as a screen reader would begin to say it. */
const FOCUSED = `(() => {
  const it = document.activeElement;
  return (it.labels?.[0]?.innerText ?? it.innerText ?? '').trim().split('\\n')[0];
})()`;

/** Whether what has the focus looks other than without it. A radio shows it on its label, which draws the circle. */
const SHOWN = `(() => {
  const it = document.activeElement;
  const looks = () => [it, it.labels?.[0] ?? it].flatMap((each) => ['', '::before'].map((part) => {
    const { outline, boxShadow, backgroundColor, borderColor } = getComputedStyle(each, part || undefined);
    return [outline, boxShadow, backgroundColor, borderColor].join();
  })).join();
  const focused = looks();
  it.blur();
  const plain = looks();
  it.focus({ preventScroll: true });
  return focused !== plain;
})()`;

/** Whether what has the focus can be seen: on the screen, and nothing lies over it (WCAG 2.4.11). */
const ON_SCREEN = `(() => {
  const { top, bottom, height } = document.activeElement.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
})()`;

const AREA = 'Washing, getting dressed and using the toilet';
/** A page with a link for every question has this many places to stop at, and no page has more. */
const MOST_STEPS = 80;

let person: Walker;
const key = (name: string) => person.page.keyboard.press(name);
const focused = () => person.page.evaluate<string>(FOCUSED);
const enter = () => person.arrive(() => key('Enter'));

/** Presses Tab until `name` has the focus. Everything on the way must show that it has it. */
const tabTo = async (name: string): Promise<void> => {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    await key('Tab');
    const it = await focused();
    expect(await person.page.evaluate(SHOWN), `“${it}” shows that it has the focus`).toBe(true);
    expect(await person.page.evaluate(ON_SCREEN), `“${it}” is on the screen`).toBe(true);
    if (it === name) return;
  }
  throw new Error(`Tab never came to “${name}” on ${person.page.url()}; it is at “${await focused()}”`);
};

beforeAll(async () => {
  person = await someone();
});

it('skips to the main content, and begins without signing in', async () => {
  await person.open('/');
  await key('Tab');
  expect(await focused()).toBe('Skip to main content');
  expect(await person.page.evaluate(ON_SCREEN)).toBe(true);
  await key('Enter');
  expect(await person.page.evaluate('document.activeElement.id')).toBe('main-content');
  await tabTo('Start now');
  await enter();
});

it('is asked first how we should talk with them, and has large print from the next page on', async () => {
  await tabTo('Start');
  await person.arrive(() => key('Space'));
  await tabTo('Large print');
  await key('Space');
  await tabTo('Save and continue');
  await enter();
  expect(await person.page.evaluate('document.body.classList.contains("ow-large")')).toBe(true);
});

it('is led to what was missed on a page about their life, and saves it', async () => {
  await tabTo('Back');
  await enter();
  await tabTo(AREA);
  await enter();
  const first = person.page.url();
  await tabTo('Why we ask this');
  await key('Enter');
  await tabTo('Save and continue');
  await enter();
  expect(await person.page.evaluate('document.activeElement.className')).toBe('govuk-error-summary');
  await tabTo('Answer this, or press “Skip for now”. You can also press “I would rather talk about this”.');
  await key('Enter');
  expect(await focused()).toBe('I can do all of this on my own.');
  await key('Space');
  await key('ArrowDown');
  expect(await focused()).toBe('I need a bit of help, or someone to remind me, on some days.');
  await tabTo('None of it');
  await key('Space');
  await tabTo('Save and continue');
  await enter();
  expect(person.page.url()).not.toBe(first);
  await person.open(new URL(first).pathname);
  const kept = await person.page.locator('input:checked').all();
  expect(await Promise.all(kept.map((each) => each.inputValue()))).toEqual(['some-days', '0']);
  expect(faults()).toEqual([]);
});
