/** What people and schedules look at: in order, page by page, and only what is theirs. */
import { expect, test } from 'vitest';
import { addDays } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { type Invitation, MOST_PEOPLE } from '../../../lib/domain/circle.ts';
import { answerWith, open, type Step, WAY_TO } from '../../support/case-so-far.ts';
import { ada, priya } from '../../support/small-council.ts';
import type { Adapters } from './adapters.ts';
import { commitOf, eventsOf, newId } from './commits.ts';

const put = async (of: () => Adapters, steps: readonly Step[], about: { person?: string; team?: string } = {}) => {
  const id = newId('C');
  const commit = commitOf(undefined, eventsOf(id, about.person ?? newId('P'), steps), about.team);
  await of().cases.commit({ ...commit, entries: [] });
  return { id, ...commit };
};
const openedOn = (date: string): Step[] => [{ ...open, at: `${date}T09:00:00.000Z` }];

const INVITATION: Invitation = {
  id: 'P-SOMEBODY',
  name: 'Somebody',
  as: 'helper',
  sections: ['areas'],
  until: '2026-11-30',
  contact: { by: 'email', to: 'somebody@example.org' },
};

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

  test('a case is on the list of everybody who is let in on it, for as long as they are, and says no more than they may know', async () => {
    const [person, id] = [newId('P'), newId('C')];
    const [helper, advocate, papers, brief] = [newId('P'), newId('P'), newId('P'), newId('P')];
    const invite = (who: string, change: Partial<Invitation>, at?: string): Step => ({
      by: ada,
      command: { type: 'invite-person', invitation: { ...INVITATION, id: who, ...change } },
      ...(at && { at }),
    });
    const steps: Step[] = [
      open,
      invite(helper, {}),
      invite(advocate, { as: 'advocate', sections: 'all' }),
      invite(papers, { as: 'representative', authority: 'lpa-health-and-welfare', sections: 'all' }),
      invite(brief, { until: '2026-11-03' }),
      { by: priya, command: { type: 'record-authority-seen', id: papers } },
      answerWith('washing', 'p6'),
      // A week later somebody’s last day is past, and somebody is taken off.
      { by: ada, command: { type: 'remove-person', id: helper }, at: '2026-11-09T09:00:00.000Z' },
    ];
    const events = eventsOf(id, person, steps);
    const listed = async () =>
      Promise.all(
        [helper, advocate, papers, brief].map(async (who) => (await of().lists.ofPerson(who)).map(({ caseId }) => caseId)),
      );
    const seen: string[][][] = [];
    let before: Case | undefined;
    for (const [place, event] of events.entries()) {
      const commit = commitOf(before, [event]);
      before = commit.after;
      expect(await of().cases.commit({ ...commit, entries: [] })).toBe('committed');
      if (place > 0) seen.push(await listed());
    }
    expect(seen).toEqual([
      [[id], [], [], []],
      [[id], [id], [], []],
      [[id], [id], [], []],
      [[id], [id], [], [id]],
      [[id], [id], [id], [id]],
      [[id], [id], [id], [id]],
      [[], [id], [id], []],
    ]);
    const [line] = await of().lists.ofPerson(advocate);
    expect(line).toMatchObject({ caseId: id, person: { id: person }, stage: { id: 'story' }, helping: { until: '2026-11-30' } });
    expect((await of().lists.ofPerson(person)).map(({ caseId }) => caseId)).toEqual([id]);
    expect((await of().lists.ofPerson(person))[0]).not.toHaveProperty('helping');
    expect(await of().histories.of(id)).toHaveLength(events.length);
  });

  test('whoever helps with a part has whose it is on their list, and nothing of how it goes', async () => {
    const [id, helper] = [newId('C'), newId('P')];
    const invitation = { ...INVITATION, id: helper };
    const events = eventsOf(id, newId('P'), [...WAY_TO['a review'], { by: ada, command: { type: 'invite-person', invitation } }]);
    await of().cases.commit({ ...commitOf(undefined, events), entries: [] });
    const [line] = await of().lists.ofPerson(helper);
    expect(Object.keys(line ?? {}).sort()).toEqual(['caseId', 'helping', 'openedAt', 'person', 'state']);
  });

  test('everybody who can be on a list at once fits into one change, and nobody stays on it who is not let in any more', async () => {
    const [id, person] = [newId('C'), newId('P')];
    const all = Array.from({ length: MOST_PEOPLE }, () => newId('P'));
    const steps = all.map(
      (who): Step => ({ by: ada, command: { type: 'invite-person', invitation: { ...INVITATION, id: who } } }),
    );
    const first = commitOf(undefined, eventsOf(id, person, [open, ...steps]));
    expect(await of().cases.commit({ ...first, entries: [] })).toBe('committed');
    const listed = async () => (await Promise.all(all.map((who) => of().lists.ofPerson(who)))).flat().length;
    expect(await listed()).toBe(MOST_PEOPLE);
    const later = '2026-12-01T09:00:00.000Z';
    const next = Array.from({ length: MOST_PEOPLE }, () => newId('P')).map(
      (who): Step => ({
        by: ada,
        at: later,
        command: { type: 'invite-person', invitation: { ...INVITATION, id: who, until: '2026-12-24' } },
      }),
    );
    const events = eventsOf(id, person, [open, ...steps, ...next]).slice(first.events.length);
    expect(await of().cases.commit({ ...commitOf(first.after, events), entries: [] })).toBe('committed');
    expect(await listed()).toBe(0);
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

  test('closed cases are found across every shard, the last closed first and no more than asked for, and no open one', async () => {
    const closed: string[] = [];
    for (let each = 0; each < 12; each += 1) {
      // Nothing else of this table is closed in 2027, so these twelve stand first.
      const at = `2027-03-${String(10 + each)}T09:00:00.000Z`;
      const leave: Step = { by: ada, command: { type: 'withdraw', reasons: '' }, at };
      closed.unshift((await put(of, [open, leave])).id);
    }
    await put(of, WAY_TO['a review']);
    await put(of, WAY_TO['support in place']);
    expect((await of().closedList.newest(5)).map(({ caseId }) => caseId)).toEqual(closed.slice(0, 5));
    const all = await of().closedList.newest(1000);
    expect(all.slice(0, 12).map(({ caseId }) => caseId)).toEqual(closed);
    expect(all.every(({ state }) => state === 'closed')).toBe(true);
    // What is over is not watched any more, and no review of it falls due.
    expect((await of().reviewList.dueBy('9999-12-31')).filter(({ caseId }) => closed.includes(caseId))).toEqual([]);
    expect((await of().watchList.since('arriving', '9999')).filter(({ caseId }) => closed.includes(caseId))).toEqual([]);
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
