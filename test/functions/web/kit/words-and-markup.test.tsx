/**
 * What people type stays text, whichever way it reaches a page; and nothing they type is changed by being shown.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IdentityBar, Timeline } from '../../../../functions/web/kit/case-page.tsx';
import { Radios } from '../../../../functions/web/kit/choices.tsx';
import { govuk } from '../../../../functions/web/kit/govuk.ts';
import type { Html } from '../../../../functions/web/kit/html.ts';
import { Page } from '../../../../functions/web/kit/layout.tsx';
import { SummaryList, TaskList } from '../../../../functions/web/kit/lists.tsx';
import { Details, InsetText, Panel, Tag } from '../../../../functions/web/kit/messages.tsx';
import { Table } from '../../../../functions/web/kit/tables.tsx';
import { Textarea, TextInput } from '../../../../functions/web/kit/text-fields.tsx';
import { WorkingTable } from '../../../../functions/web/kit/working-table.tsx';
import { drawn, frame } from './every-component.tsx';

const EVIL = `"><script>alert('x')</script>{{ 7 * 7 }}`;
const SHOWN = '&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;{{ 7 * 7 }}';

const WAYS_IN: readonly (readonly [string, Html])[] = [
  ['text field value', <TextInput name="a" label="A" value={EVIL} />],
  ['label', <TextInput name="a" label={EVIL} />],
  ['hint and message', <TextInput name="a" label="A" hint={EVIL} error={EVIL} />],
  ['text area', <Textarea name="a" label="A" value={EVIL} />],
  ['counted text area', <Textarea name="a" label="A" value={EVIL} limit={50} />],
  ['choice', <Radios name="a" legend="A" choices={[{ value: EVIL, text: EVIL }]} />],
  ['summary row', <SummaryList rows={[{ key: EVIL, value: EVIL, change: { href: '/', what: EVIL } }]} />],
  ['JSX in a summary row', <SummaryList rows={[{ key: 'A', value: <b>{EVIL}</b> }]} />],
  ['task', <TaskList name="t" tasks={[{ title: EVIL, status: EVIL }]} />],
  ['table cell', <Table caption={EVIL} head={[{ text: EVIL, href: '/' }]} rows={[[EVIL]]} />],
  ['working line', <WorkingTable caption="A" lines={[{ label: EVIL, detail: EVIL, figure: EVIL }]} />],
  ['children', <InsetText>{EVIL}</InsetText>],
  ['title and children', <Panel title={EVIL}>{EVIL}</Panel>],
  ['summary of details', <Details summary={EVIL}>{EVIL}</Details>],
  ['tag', <Tag text={EVIL} />],
  ['identity bar', <IdentityBar name={EVIL} facts={[EVIL]} flags={[EVIL]} />],
  ['timeline', <Timeline items={[{ title: EVIL, at: '2026-04-03T09:30:00Z', by: EVIL, about: EVIL }]} />],
  ['page title', <Page {...frame} title={EVIL} caption={EVIL} errors={{ a: EVIL }} />],
  ['signed-in name', <Page {...frame} title="A" actor={{ name: EVIL, signOutHref: '/sign-out' }} />],
];

describe('a script in text stays text', () => {
  test.each(WAYS_IN)('%s', async (_name, html) => {
    const shown = await drawn(html);
    expect(shown).not.toContain('<script>alert');
    expect(shown).toContain(SHOWN);
  });
});

test('a plain string is refused where markup is expected, by the types and when drawn', () => {
  // @ts-expect-error a string is not Html
  expect(() => govuk('inset-text', { html: '<b>bold</b>' })).toThrow('takes markup made by our own JSX');
});

test('what a component draws can stand inside another, unescaped once and only once', async () => {
  const inside = <SummaryList rows={[{ key: 'State', value: <Tag text="Fish & chips" /> }]} />;
  expect(await drawn(<InsetText>{inside}</InsetText>)).toContain('Fish &amp; chips');
});

test('a component that waits is refused inside another', () => {
  const waits = Promise.resolve(govuk('tag', { text: 'Late' }));
  expect(() => govuk('inset-text', { html: waits })).toThrow('load its data first');
});

const SHOWN_AS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&#92;': '\\',
};

/** What a browser makes of a text area: its entities read, and its first line break dropped. */
const typedIn = (html: string) =>
  (/<textarea[^>]*>([\s\S]*)<\/textarea>/.exec(html)?.[1] ?? '')
    .replace(/^\n/, '')
    .replace(/&(amp|lt|gt|quot|#\d+);/g, (entity) => SHOWN_AS[entity] ?? entity);

test('law: a text area gives back every character, also inside a choice that reveals it', () => {
  const lines = fc.array(fc.string({ maxLength: 12 }), { maxLength: 5 }).map((parts) => parts.join('\n'));
  fc.assert(
    fc.property(lines, (value) => {
      const area = <Textarea name="why" label="Why" value={value} />;
      expect(typedIn(String(area))).toBe(value);
      const revealed = <Radios name="a" legend="A" choices={[{ value: 'x', text: 'X', reveal: area }]} />;
      expect(typedIn(String(revealed))).toBe(value);
    }),
  );
});
