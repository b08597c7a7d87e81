/** Loading and committing: all of a change or nothing of it, and only on top of what was read. */
import { expect, test } from 'vitest';
import { evolve, replay } from '../../../lib/domain/case.ts';
import type { CaseEvent } from '../../../lib/domain/event.ts';
import { evolveHousehold } from '../../../lib/domain/household.ts';
import { answerWith, confirm, MONDAY, open, send, WAY_TO } from '../../support/case-so-far.ts';
import type { Adapters } from './adapters.ts';
import { commitOf, eventsOf, newId } from './commits.ts';

const OPENED = [open];
const ANSWERED = [open, answerWith('washing', 'p6')];

const longAnswer = (question: string): CaseEvent => {
  const person = { id: 'P-1', name: 'x' };
  const value = { option: 'p6', informalShare: 0, willingAndAble: false, ownWords: 'ü'.repeat(2000) };
  return { type: 'AnswerGiven', question, form: 'story', value, at: MONDAY, by: { ...person, role: 'person' } };
};

export const casesContract = (of: () => Adapters): void => {
  test('a case that nobody opened is not there', async () => {
    expect(await of().cases.load('C-NOBODY')).toBeUndefined();
  });

  test('what was committed is loaded, to the last field', async () => {
    for (const [place, way] of Object.entries(WAY_TO)) {
      if (way.length === 0) continue;
      const id = newId('C');
      const commit = commitOf(undefined, eventsOf(id, 'P-1', way));
      expect(await of().cases.commit({ ...commit, requests: ['one', 'two'] }), place).toBe('committed');
      const loaded = await of().cases.load(id);
      expect(loaded, place).toEqual({ case: JSON.parse(JSON.stringify(commit.after)), requests: ['one', 'two'] });
    }
  });

  test('its history says the same as its snapshot, in order', async () => {
    const id = newId('C');
    const events = eventsOf(id, 'P-1', WAY_TO['a review']);
    let state = replay([]);
    for (const event of events) {
      await of().cases.commit(commitOf(state, [event]));
      state = evolve(state, event);
    }
    const told = await of().histories.of(id);
    expect(told.map(({ version }) => version)).toEqual(events.map((_, place) => place + 1));
    const retold: CaseEvent[] = told.map(({ event }) => event);
    expect(replay(retold)).toEqual((await of().cases.load(id))?.case);
    expect(retold).toEqual(JSON.parse(JSON.stringify(events)));
  });

  test('a history longer than one page of the table comes whole', async () => {
    const id = newId('C');
    const [opened] = eventsOf(id, 'P-1', OPENED) as [CaseEvent];
    let commit = commitOf(undefined, [opened]);
    await of().cases.commit(commit);
    // Five commits of 300 kB each; a page of the table ends at one megabyte.
    for (let round = 0; round < 5; round += 1) {
      commit = commitOf(
        commit.after,
        Array.from({ length: 75 }, () => longAnswer('washing')),
      );
      expect(await of().cases.commit(commit)).toBe('committed');
    }
    const told = await of().histories.of(id);
    expect(told.map(({ version }) => version)).toEqual(Array.from({ length: 376 }, (_, place) => place + 1));
  });

  test('a commit on a version that is not the last is a conflict, and leaves no trace', async () => {
    const id = newId('C');
    const [opened, answered] = eventsOf(id, 'P-1', ANSWERED) as [CaseEvent, CaseEvent];
    const first = commitOf(undefined, [opened]);
    await of().cases.commit(first);
    const second = commitOf(first.after, [answered]);
    expect(await of().cases.commit(second)).toBe('committed');
    expect(await of().cases.commit({ ...second, requests: ['lost'] })).toBe('conflict');
    expect(await of().cases.load(id)).toMatchObject({ case: { version: 2 }, requests: [] });
    expect(await of().histories.of(id)).toHaveLength(2);
  });

  test('a commit that rests on a household is made only while that is as it was read, and writes nothing of it', async () => {
    const [id, household] = [newId('C'), newId('H')];
    const [opened, answered] = eventsOf(id, 'P-1', ANSWERED) as [CaseEvent, CaseEvent];
    const first = commitOf(undefined, [opened]);
    await of().cases.commit(first);
    const second = commitOf(first.after, [answered]);
    const restingOn = (version: number) => ({ ...second, households: [{ id: household, version }] });
    expect(await of().cases.commit(restingOn(1)), 'not there').toBe('conflict');
    const by = { id: 'S-1', name: 'x', role: 'assessor' } as const;
    const made = evolveHousehold(undefined, { type: 'HouseholdOpened', id: household, name: 'Us', members: [], at: MONDAY, by });
    await of().households.save({ household: made, requests: [], expected: 0 });
    const before = await of().households.load(household);
    expect(await of().cases.commit(restingOn(2)), 'another version').toBe('conflict');
    expect(await of().cases.load(id)).toMatchObject({ case: { version: 1 } });
    expect(await of().histories.of(id)).toHaveLength(1);
    expect(await of().cases.commit(restingOn(1)), 'as it was').toBe('committed');
    expect(await of().households.load(household)).toEqual(before);
  });

  test('the same case is opened once', async () => {
    const id = newId('C');
    const opening = commitOf(undefined, eventsOf(id, 'P-1', OPENED));
    expect(await of().cases.commit(opening)).toBe('committed');
    expect(await of().cases.commit(commitOf(undefined, eventsOf(id, 'P-2', OPENED)))).toBe('conflict');
    expect((await of().cases.load(id))?.case.person.id).toBe('P-1');
  });

  test('of ten who commit at once on the same version, one wins', async () => {
    const id = newId('C');
    const [opened, answered] = eventsOf(id, 'P-1', ANSWERED) as [CaseEvent, CaseEvent];
    const first = commitOf(undefined, [opened]);
    await of().cases.commit(first);
    const tries = Array.from({ length: 10 }, (_, place) =>
      of().cases.commit({ ...commitOf(first.after, [answered]), requests: [`r${place}`] }),
    );
    const ended = await Promise.all(tries);
    expect(ended.filter((each) => each === 'committed')).toHaveLength(1);
    expect(await of().histories.of(id)).toHaveLength(2);
  });

  test('of a commit that cannot be made whole nothing is made: not its events, not its outbox', async () => {
    const id = newId('C');
    const opening = commitOf(undefined, eventsOf(id, 'P-1', OPENED));
    const [answered] = eventsOf(id, 'P-1', ANSWERED).slice(1) as [CaseEvent];
    await of().cases.commit({ ...opening, entries: [] });
    // The snapshot would fit, but the place of the event is taken: version 1 is there already.
    const crooked = { ...opening, expected: 0, events: [answered], requests: ['crooked'] };
    expect(await of().cases.commit(crooked)).toBe('conflict');
    const left = await of().outboxSweep.filedBefore('9999');
    expect(left.filter(({ effect }) => effect.caseId === id)).toEqual([]);
    expect(await of().cases.load(id)).toMatchObject({ requests: [] });
  });

  test('what a commit has to tell is filed with it, found by the sweep and gone when done', async () => {
    const id = newId('C');
    const opening = commitOf(undefined, eventsOf(id, 'P-1', [{ ...open, at: '2026-11-02T09:00:00.000Z' }]));
    await of().cases.commit(opening);
    const mine = async (before: string) =>
      (await of().outboxSweep.filedBefore(before)).filter(({ effect }) => effect.caseId === id);
    expect(await mine('2026-11-02T08:59:59.999Z')).toEqual([]);
    expect(await mine('2026-11-02T09:00:00.000Z')).toEqual(opening.entries);
    for (const entry of opening.entries) await of().outbox.done(entry);
    expect(await mine('9999')).toEqual([]);
    // Done twice is done.
    for (const entry of opening.entries) await of().outbox.done(entry);
  });

  test('the sweep comes in the order things were filed', async () => {
    const id = newId('C');
    const events = eventsOf(id, 'P-1', [open, answerWith('washing', 'p6'), answerWith('going-out', 'p6'), send, confirm()]);
    const entries = ['2026-11-02T09:00:03.000Z', '2026-11-02T09:00:01.000Z', '2026-11-02T09:00:02.000Z'].map(
      (filedAt, place) => ({
        id: `${id}#9#${place}`,
        filedAt,
        effect: { kind: 'resume' as const, caseId: id, token: String(place), outcome: 'x', dueSeconds: 60 },
      }),
    );
    await of().cases.commit({ ...commitOf(undefined, events), entries });
    const mine = (await of().outboxSweep.filedBefore('9999')).filter(({ effect }) => effect.caseId === id);
    expect(mine.map(({ filedAt }) => filedAt)).toEqual(entries.map(({ filedAt }) => filedAt).sort());
    for (const entry of entries) await of().outbox.done(entry);
  });

  test('the largest change a page can make fits: ten long answers at once', async () => {
    const id = newId('C');
    const [opened] = eventsOf(id, 'P-1', OPENED) as [CaseEvent];
    const long = Array.from({ length: 10 }, (_, place) => longAnswer(`q${place}`));
    expect(await of().cases.commit(commitOf(undefined, [opened, ...long]))).toBe('committed');
    expect(Object.keys((await of().cases.load(id))?.case.facts ?? {})).toHaveLength(10);
  });
};
