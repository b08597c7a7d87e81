/** What people and schedules look at: in order, page by page, and only what is theirs. */
import { expect, test } from 'vitest';
import { addDays } from '../../../lib/domain/calendar.ts';
import { open, type Step, WAY_TO } from '../../support/case-so-far.ts';
import type { Adapters } from './adapters.ts';
import { commitOf, eventsOf, newId } from './commits.ts';

const put = async (of: () => Adapters, steps: readonly Step[], about: { person?: string; team?: string } = {}) => {
  const id = newId('C');
  const commit = commitOf(undefined, eventsOf(id, about.person ?? newId('P'), steps), about.team);
  await of().cases.commit({ ...commit, entries: [] });
  return { id, ...commit };
};
const openedOn = (date: string): Step[] => [{ ...open, at: `${date}T09:00:00.000Z` }];

export const listsContract = (of: () => Adapters): void => {
  test('a worklist has the most urgent promise first, in pages, with nothing twice and nothing left out', async () => {
    const team = `team-${Date.now()}`;
    const days = Array.from({ length: 60 }, (_, place) => addDays('2026-06-01', (place * 37) % 60));
    for (const day of days) await put(of, openedOn(day), { team });
    const seen: string[] = [];
    const dates: string[] = [];
    let after: string | undefined;
    const sizes: number[] = [];
    do {
      const page = await of().lists.work(team, 'person', after);
      sizes.push(page.rows.length);
      seen.push(...page.rows.map(({ caseId }) => caseId));
      dates.push(...page.rows.map(({ dueOn }) => dueOn ?? ''));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
    expect(dates).toEqual([...dates].sort());
    expect(sizes.slice(0, 2)).toEqual([25, 25]);
  });

  test('it holds what waits for that role in that team, and nothing else', async () => {
    const team = `team-roles-${Date.now()}`;
    const mine = await put(of, WAY_TO['an assessment'], { team });
    const approvers = await put(of, WAY_TO['a plan to agree'], { team });
    for (const place of ['a figure to work out', 'support in place', 'a withdrawn case'] as const)
      await put(of, WAY_TO[place], { team });
    await put(of, WAY_TO['an assessment'], { team: `${team}-other` });
    expect((await of().lists.work(team, 'assessor')).rows.map(({ caseId }) => caseId)).toEqual([mine.id]);
    expect((await of().lists.work(team, 'approver')).rows.map(({ caseId }) => caseId)).toEqual([approvers.id]);
    expect((await of().lists.work(team, 'person')).rows).toEqual([]);
  });

  test('a case leaves the list when it moves on', async () => {
    const team = `team-moves-${Date.now()}`;
    const id = newId('C');
    const events = eventsOf(id, 'P-1', WAY_TO.planning);
    const before = commitOf(undefined, events.slice(0, 4), team);
    await of().cases.commit({ ...before, entries: [] });
    expect((await of().lists.work(team, 'assessor')).rows[0]?.stage?.id).toBe('assessment');
    await of().cases.commit({ ...commitOf(before.after, events.slice(4), team), entries: [] });
    expect((await of().lists.work(team, 'assessor')).rows.map(({ stage }) => stage?.id)).toEqual(['planning']);
  });

  const cursors: [string, (team: string) => unknown][] = [
    ['of one field', () => ({ pk: 1 })],
    ['of another list', () => ({ pk: 'CASE#C-1', sk: 'CASE', workPk: 'WORK#other#person', workSk: '2026' })],
    ['of another kind of thing', () => ({ pk: 'SESSION#x', sk: 'SESSION' })],
    ['with more in it', (team) => ({ pk: 'a', sk: 'b', workPk: `WORK#${team}#person`, workSk: '0', x: 'y' })],
    ['with nothing in it', (team) => ({ pk: '', sk: '', workPk: `WORK#${team}#person`, workSk: '' })],
  ];
  test.each(cursors)('a forged cursor (%s) is the first page', async (_, forged) => {
    const team = `team-forged-${Date.now()}`;
    const { id } = await put(of, openedOn('2026-06-01'), { team });
    const cursor = Buffer.from(JSON.stringify(forged(team))).toString('base64url');
    const page = await of().lists.work(team, 'person', cursor);
    expect(page.rows.map(({ caseId }) => caseId)).toEqual([id]);
  });

  test.each([
    ['words', 'not a cursor'],
    ['endless', 'A'.repeat(5000)],
    ['half of one', 'eyJ'],
    ['an escape', '%00'],
  ])('nor is %s one', async (_, cursor) => {
    expect((await of().lists.work(`team-none-${Date.now()}`, 'person', cursor)).rows).toEqual([]);
  });

  test('a person sees their own cases, the newest first, whatever became of them', async () => {
    const person = newId('P');
    const old = await put(of, openedOn('2026-01-05'), { person });
    const closed = await put(of, WAY_TO['a withdrawn case'], { person });
    const newest = await put(of, openedOn('2026-11-20'), { person });
    await put(of, openedOn('2026-11-21'), { person: `${person}X` });
    expect((await of().lists.ofPerson(person)).map(({ caseId }) => caseId)).toEqual([newest.id, closed.id, old.id]);
  });

  test('reviews are found by their date across every shard, the soonest first, and a case underway is not among them', async () => {
    const ids = new Set<string>();
    for (let each = 0; each < 24; each += 1) ids.add((await put(of, WAY_TO['support in place'])).id);
    await put(of, WAY_TO['a review']);
    const mine = async (by: string) => (await of().reviewList.dueBy(by)).filter(({ caseId }) => ids.has(caseId));
    expect(await mine('2026-12-13')).toEqual([]);
    expect(await mine('2026-12-14')).toHaveLength(24);
    const all = await of().reviewList.dueBy('9999-12-31');
    expect(all.map(({ reviewDueOn }) => reviewDueOn)).toEqual(all.map(({ reviewDueOn }) => reviewDueOn).sort());
    expect(all.every(({ state }) => state === 'supported')).toBe(true);
    // A page asks for as many as it shows, and gets the soonest of all shards.
    const dates = (await of().reviewList.dueBy('9999-12-31', 5)).map(({ reviewDueOn }) => reviewDueOn);
    expect(dates).toEqual(all.slice(0, 5).map(({ reviewDueOn }) => reviewDueOn));
  });

  test('machines are watched by what they do: on their way, waiting, in need of attention', async () => {
    const system = { id: 'system', name: 'Ownway', roles: ['system' as const] };
    const arrives: Step = { by: system, command: { type: 'open-stage', stage: 'assessment', run: 1, token: 't' } };
    const breaks: Step = { by: system, command: { type: 'flag-attention', stage: 'assessment', run: 1, error: 'Oops' } };
    const arriving = await put(of, WAY_TO['an assessment']);
    const waiting = await put(of, [...WAY_TO['an assessment'], arrives]);
    const attention = await put(of, [...WAY_TO['an assessment'], arrives, breaks]);
    const automatic = await put(of, WAY_TO['a figure to work out']);
    const settled = await put(of, WAY_TO['support in place']);
    const mine = new Set([arriving.id, waiting.id, attention.id, automatic.id, settled.id]);
    const found = async (kind: 'arriving' | 'waiting' | 'attention', before = '9999') =>
      (await of().watchList.since(kind, before))
        .map(({ caseId }) => caseId)
        .filter((id) => mine.has(id))
        .sort();
    expect(await found('arriving')).toEqual([arriving.id, automatic.id].sort());
    expect(await found('waiting')).toEqual([waiting.id]);
    expect(await found('attention')).toEqual([attention.id]);
    expect(await found('arriving', '2026-11-02T08:00:00.000Z')).toEqual([]);
  });
};
