/** Going through forms with what is known: what shows, how it stands, what is left. Hiding a question never touches its fact. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TALK, type Value } from '../../lib/domain/answer.ts';
import { type Facts, statementOf, withConfirmation, withStatement } from '../../lib/domain/fact.ts';
import { type AskingForm, Form } from '../../lib/domain/form.ts';
import {
  CONFIRM_SECONDS,
  leftToDo,
  leftToSend,
  minutesFor,
  pagesShown,
  SECONDS,
  type Standing,
  secondsOf,
  shownIn,
  type Walk,
} from '../../lib/domain/form-walk.ts';
import { bankOf, Question } from '../../lib/domain/question.ts';

const BY = { id: 'P-ADA', name: 'Ada' };
const question = (id: string, more: object = {}): Question =>
  Question.parse({
    type: 'yes-no',
    id,
    ask: `${id}?`,
    why: { reason: 'R', sees: 'S', usedBy: [{ kind: 'decision', ref: 'R' }] },
    sensitivity: 'ordinary',
    freshFor: 'forever',
    retention: 'with-case',
    ...more,
  });
const form = (id: string, pages: readonly object[]): AskingForm =>
  Form.parse({ page: 'part', for: 'person', id, title: id, sections: [{ id: `${id}-s`, title: id, pages }] }) as AskingForm;
const asks = (id: string, ...items: readonly object[]) => ({ id, items });
const said = (facts: Facts, q: string, value: Value, at: string): Facts =>
  withStatement(facts, q, { value, by: BY, role: 'person', at, form: 'f', configuration: 'v' });

const bank = bankOf([
  question('a', { required: true }),
  question('b'),
  question('c', { freshFor: 'P1Y' }),
  question('d', { freshFor: 'each-time', type: 'long-text', required: true }),
  question('gone', { retired: true }),
  question('which', {
    type: 'choose-one',
    options: [
      { id: 'x', text: 'X' },
      { id: 'y', text: 'Y' },
    ],
  }),
  question('found', { type: 'finding', finding: 'F', required: true }),
]);
const one = form('one', [
  asks('pa', { q: 'a' }),
  { ...asks('pb', { q: 'b' }, { q: 'c', showIf: { q: 'b', is: true } }), showIf: { q: 'a', is: true } },
  asks('pd', { q: 'd' }, { q: 'gone' }, { q: 'nowhere' }),
  asks('words', { show: 'guidance', text: 'Hello.' }),
]);
const SINCE = '2026-11-02T09:00:00.000Z';
const walk = (facts: Facts, forms: readonly AskingForm[] = [one], more: Partial<Walk> = {}): Walk => ({
  forms,
  bank,
  facts,
  since: SINCE,
  today: '2026-11-02',
  ...more,
});
const standing = (facts: Facts, q: string, forms?: readonly AskingForm[], more?: Partial<Walk>): Standing | undefined =>
  shownIn(walk(facts, forms, more)).find(({ question: { id } }) => id === q)?.standing;

describe('what shows', () => {
  const shows = (facts: Facts) => shownIn(walk(facts)).map(({ question: { id } }) => id);
  const LATER = '2026-11-02T10:00:00.000Z';

  test('what no condition hides, is in the bank and is still asked', () => expect(shows({})).toEqual(['a', 'd']));
  test('more, as answers open it', () => {
    const yes = said({}, 'a', true, LATER);
    expect(shows(yes)).toEqual(['a', 'b', 'd']);
    expect(shows(said(yes, 'b', true, LATER))).toEqual(['a', 'b', 'c', 'd']);
    expect(shows(said({}, 'a', TALK, LATER))).toEqual(['a', 'd']);
  });

  test('a hidden answer is kept, and is there when the question shows again', () => {
    const told = said(said(said({}, 'a', true, LATER), 'b', true, LATER), 'c', false, LATER);
    const hidden = said(told, 'a', false, '2026-11-02T11:00:00.000Z');
    expect(shows(hidden)).toEqual(['a', 'd']);
    expect(hidden.c).toEqual(told.c);
    const again = said(hidden, 'a', true, '2026-11-02T12:00:00.000Z');
    expect(shownIn(walk(again)).find(({ question: { id } }) => id === 'c')).toMatchObject({
      standing: 'done',
      said: { value: false },
    });
  });
});

describe('how a question stands', () => {
  const only = (item: object) => [form('only', [asks('p', item)])];
  const daysAgo = (days: number) => new Date(Date.parse(SINCE) - days * 86_400_000).toISOString();
  const AFTER = '2026-11-02T09:30:00.000Z';

  test.each<[string, string, string | undefined, object, Standing | undefined]>([
    ['nothing is held', 'b', undefined, {}, 'ask'],
    ['said in this visit', 'b', AFTER, {}, 'done'],
    ['said just as the visit began', 'b', SINCE, {}, 'done'],
    ['said before, and good for ever', 'b', daysAgo(4000), {}, 'known'],
    ['said a year ago to the day, and good for a year', 'c', daysAgo(365), {}, 'known'],
    ['said a day longer ago', 'c', daysAgo(366), {}, 'confirm'],
    ['said yesterday, and to be looked at each time', 'd', daysAgo(1), {}, 'confirm'],
    ['to be looked at each time, and said in this visit', 'd', AFTER, {}, 'done'],
    ['only to confirm, and never said', 'b', undefined, { confirmOnly: true }, undefined],
    ['only to confirm, and good for ever', 'b', daysAgo(1), { confirmOnly: true }, 'confirm'],
    ['only to confirm, and said in this visit', 'b', AFTER, { confirmOnly: true }, 'done'],
  ])('%s', (_what, q, at, more, expected) => {
    const value = q === 'd' ? 'words' : true;
    const facts = at === undefined ? {} : said({}, q, value, at);
    expect(standing(facts, q, only({ q, ...more }))).toBe(expected);
    if (at === undefined) return;
    const confirmed = withConfirmation(facts, q, { by: BY, at: AFTER });
    expect(standing(confirmed, q, only({ q, ...more }))).toBe('done');
    // On the next visit it counts from when it was confirmed.
    expect(standing(confirmed, q, only({ q }), { since: '2026-11-09T09:00:00.000Z', today: '2026-11-09' })).toBe(
      q === 'd' ? 'confirm' : 'known',
    );
  });

  test('a choice that is no longer there is asked for again, and what was said is shown', () => {
    const facts = said({}, 'which', 'z', AFTER);
    expect(shownIn(walk(facts, only({ q: 'which' })))[0]).toMatchObject({ standing: 'ask', said: { value: 'z' } });
    expect(standing(said({}, 'which', 'x', AFTER), 'which', only({ q: 'which' }))).toBe('done');
    expect(standing(said({}, 'which', TALK, AFTER), 'which', only({ q: 'which' }))).toBe('done');
  });
});

describe('what is left', () => {
  const OLD = '2025-01-01T09:00:00.000Z';

  test('to do: what is asked or to be confirmed; to send: only what is required, and what nobody looked at again', () => {
    const facts = said(said(said({}, 'a', true, SINCE), 'd', 'words', OLD), 'b', false, SINCE);
    const shown = shownIn(walk(facts));
    expect(leftToDo(shown).map(({ question: { id } }) => id)).toEqual(['d']);
    expect(leftToSend(shown).map(({ question: { id } }) => id)).toEqual(['d']);
    const skipped = shownIn(walk(said({}, 'a', true, SINCE)));
    expect(leftToDo(skipped).map(({ question: { id } }) => id)).toEqual(['b', 'd']);
    expect(leftToSend(skipped).map(({ question: { id } }) => id)).toEqual(['d']);
  });

  test('no form waits for a finding', () => {
    const shown = shownIn(walk({}, [form('staff', [asks('p', { q: 'found' })])]));
    expect(shown).toHaveLength(1);
    expect(leftToDo(shown)).toEqual([]);
    expect(leftToSend(shown)).toEqual([]);
  });

  test('page after page, each with what is left on it', () => {
    const pages = pagesShown(shownIn(walk(said({}, 'a', true, SINCE))));
    expect(pages.map(({ page: { id }, left }) => [id, left])).toEqual([
      ['pa', 0],
      ['pb', 1],
      ['pd', 1],
    ]);
  });

  test('minutes: nothing for what is known, a look for what is confirmed, the weight of its type for the rest, rounded up', () => {
    const seconds = (facts: Facts) => shownIn(walk(facts)).map((each) => secondsOf(each));
    expect(seconds({})).toEqual([SECONDS['yes-no'], SECONDS['long-text']]);
    expect(seconds(said(said({}, 'a', false, OLD), 'd', 'words', OLD))).toEqual([0, CONFIRM_SECONDS]);
    expect(minutesFor(shownIn(walk({})))).toBe(2);
    expect(minutesFor(shownIn(walk(said(said({}, 'a', false, SINCE), 'd', 'words', SINCE))))).toBe(0);
    expect(minutesFor([])).toBe(0);
  });
});

describe('laws', () => {
  const ids = ['a', 'b', 'c', 'd', 'which'];
  const item = (place: number) =>
    fc
      .record({
        q: fc.constantFrom(...ids),
        confirmOnly: fc.option(fc.constant(true), { nil: undefined }),
        on: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
        is: fc.boolean(),
      })
      .map(({ q, confirmOnly, on, is }) =>
        asks(`p${place}`, { q, ...(confirmOnly && { confirmOnly }), ...(on && { showIf: { q: on, is } }) }),
      );
  const forms = fc.tuple(item(0), item(1), item(2), item(3)).map(([w, x, y, z]) => [form('one', [w, x]), form('two', [y, z])]);
  const sayable: Record<string, Value[]> = {
    a: [true, false, TALK],
    b: [true, false],
    c: [true, false],
    d: ['words'],
    which: ['x', 'z'],
  };
  const speech = fc
    .constantFrom(...ids)
    .chain((q) => fc.tuple(fc.constant(q), fc.constantFrom(...(sayable[q] ?? [])), fc.integer({ min: -900, max: 5 })));
  const facts = fc.array(speech, { maxLength: 8 }).map((all) => {
    const inOrder = all.sort(([, , one], [, , other]) => one - other);
    return inOrder.reduce<Facts>(
      (held, [q, value, days]) => said(held, q, value, new Date(Date.parse(SINCE) + days * 86_400_000).toISOString()),
      {},
    );
  });
  const frozen = (thing: object): void => {
    for (const each of Object.values(thing)) if (typeof each === 'object' && each !== null) frozen(each);
    Object.freeze(thing);
  };

  test('looking changes nothing: showing and hiding never touch a fact', () => {
    fc.assert(
      fc.property(forms, facts, (all, held) => {
        const copy = structuredClone(held);
        frozen(held);
        const shown = shownIn(walk(held, all));
        expect(held).toEqual(copy);
        for (const each of shown) expect(each.said).toEqual(statementOf(held, each.question.id));
      }),
    );
  });

  test('what shows on a page is the same whichever other forms and pages are gone through with it', () => {
    fc.assert(
      fc.property(forms, facts, (all, held) => {
        const whole = shownIn(walk(held, all)).map(({ item: each, standing: how }) => [each, how]);
        const alone = all.flatMap((each) =>
          each.sections.flatMap((section) =>
            section.pages.map((page) => ({ ...each, sections: [{ ...section, pages: [page] }] }) as AskingForm),
          ),
        );
        expect(
          alone.flatMap((each) => shownIn(walk(held, [each])).map(({ item: shown, standing: how }) => [shown, how])),
        ).toEqual(whole);
      }),
    );
  });

  test('whatever was just answered or confirmed is done, and is nothing to do any more', () => {
    fc.assert(
      fc.property(forms, facts, fc.nat(20), (all, held, pick) => {
        const shown = shownIn(walk(held, all));
        const todo = leftToDo(shown);
        const next = todo[pick % Math.max(todo.length, 1)];
        if (!next) return;
        const { id } = next.question;
        const at = '2026-11-20T09:00:00.000Z';
        const after =
          next.standing === 'confirm' ? withConfirmation(held, id, { by: BY, at }) : said(held, id, sayable[id]?.[0] ?? TALK, at);
        for (const each of shownIn(walk(after, all))) if (each.question.id === id) expect(each.standing).toBe('done');
        // Nobody else’s answer moved.
        for (const other of ids.filter((each) => each !== id)) expect(after[other]).toBe(held[other]);
      }),
    );
  });

  test('nothing said makes a question of another name older or newer: its standing follows from its own fact alone', () => {
    fc.assert(
      fc.property(facts, (held) => {
        for (const q of ids) {
          const alone = held[q] ? { [q]: held[q] } : {};
          const only = [form('only', [asks('p', { q })])];
          expect(standing(held, q, only)).toBe(standing(alone, q, only));
        }
      }),
    );
  });
});
