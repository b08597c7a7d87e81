/**
 * A form that comes back with messages leads from each message to its field, keeps what was typed, and carries what the server
 * needs to trust it and to act on it once.
 */
import { describe, expect, test } from 'vitest';
import { DateInput, dateParts } from '../../../../functions/web/kit/date-input.tsx';
import { Button, Form } from '../../../../functions/web/kit/form.tsx';
import { Page } from '../../../../functions/web/kit/layout.tsx';
import { Pagination } from '../../../../functions/web/kit/pagination.tsx';
import { readableTime } from '../../../../functions/web/kit/readable-time.ts';
import { drawn, FIELD_ERRORS, Fields, frame, PAGES } from './every-component.tsx';

const wrong = await drawn(PAGES['fields with errors']);

describe.each(Object.entries(FIELD_ERRORS))('field "%s"', (field, message) => {
  test('is linked from the summary', () => {
    expect(wrong).toContain(`<a href="#${field}">${message}</a>`);
    expect(wrong).toMatch(new RegExp(`<(input|select|textarea)[^>]*\\sid="${field}"`));
  });

  test('shows the same words, and says them with the control or its group', () => {
    const [, id = 'none'] = new RegExp(`<p id="([^"]+)" class="govuk-error-message">[^]*?${message}`).exec(wrong) ?? [];
    expect(wrong).toMatch(new RegExp(`aria-describedby="([^"]* )?${id}( [^"]*)?"`));
  });
});

test('an error is said first in the title, and only then', async () => {
  expect(wrong).toMatch(/<title>Error: About you/);
  expect(await drawn(PAGES.fields)).toMatch(/<title>About you – Support for you – Fernshire Council/);
  expect(await drawn(<Page {...frame} title="Empty" errors={{}} />)).not.toContain('govuk-error-summary');
});

test('a message without a field is said without a link', async () => {
  const html = await drawn(<Page {...frame} title="Send" errors={{ '': 'Send the form again' }} />);
  expect(html).toMatch(/<li>\s*Send the form again\s*<\/li>/);
});

test('what was typed is still there, right or wrong', async () => {
  const html = await drawn(<Fields errors={FIELD_ERRORS} />);
  expect(html).toContain('value="Edith O&#39;Connor"');
  expect(html).toContain('value="12,x"');
  expect(html).toContain('>Tea\nGarden</textarea>');
  expect(html).toMatch(/value="no" checked/);
  expect(html).toMatch(/value="yes" checked/);
  expect(html).toMatch(/name="born-day"[^>]*value="7"/);
});

test('a form posts its token and its request id, and its button ignores a second click', async () => {
  const html = await drawn(
    <Form action="/x?a=1&b=2" csrf="tok" request="r-1" submit="Send">
      text
    </Form>,
  );
  expect(html).toContain('<form method="post" action="/x?a=1&amp;b=2"');
  expect(html).toContain('<input type="hidden" name="csrf" value="tok"/>');
  expect(html).toContain('<input type="hidden" name="request" value="r-1"/>');
  expect(html).toMatch(/<button type="submit" data-prevent-double-click="true"[^>]*>\s*Send/);
});

test('a form may bring its own buttons', async () => {
  const html = await drawn(
    <Form action="/x" csrf="t" request="r" submit={false}>
      <Button text="Agree" name="outcome" value="approved" />
    </Form>,
  );
  expect(html.match(/<button/g)).toHaveLength(1);
  expect(html).toContain('value="approved" name="outcome"');
});

test.each([
  ['2026-04-03', { day: '3', month: '4', year: '2026' }],
  ['1951-12-10', { day: '10', month: '12', year: '1951' }],
  [undefined, { day: undefined, month: undefined, year: undefined }],
])('the boxes of %s', async (date, parts) => {
  expect(dateParts(date)).toEqual(parts);
  expect(await drawn(<DateInput name="d" legend="When?" value={dateParts(date)} />)).not.toContain('undefined');
});

test.each([
  ['2026-07-01T08:30:00Z', '1 July 2026 at 9:30am'],
  ['2026-01-05T09:00:00Z', '5 January 2026 at 9am'],
  ['2026-01-05T12:00:00Z', '5 January 2026 at 12pm'],
  ['2026-06-30T23:05:00Z', '1 July 2026 at 12:05am'],
])('%s is read as "%s"', (moment, words) => {
  expect(readableTime(moment)).toBe(words);
});

test.each([
  [1, 1, ''],
  [1, 2, '1 2'],
  [4, 9, '1 … 3 4 5 … 9'],
  [9, 9, '1 … 8 9'],
])('page %i of %i offers %s', async (page, pages, offered) => {
  const html = await drawn(<Pagination page={page} pages={pages} href={(number) => `?page=${number}`} />);
  const items = html.match(/aria-label="Page (\d+)"|&ctdot;/g) ?? [];
  expect(items.map((item) => (item === '&ctdot;' ? '…' : item.replace(/\D/g, ''))).join(' ')).toBe(offered);
});
