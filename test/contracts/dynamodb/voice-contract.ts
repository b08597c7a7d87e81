/** Who waits for a word from us, and who has looked: found in order, once each, and only where they belong. */
import { expect, test } from 'vitest';
import { follow as withEffects } from '../../../lib/app/effects.ts';
import type { Commit, Read } from '../../../lib/app/ports.ts';
import type { Actor } from '../../../lib/domain/actor.ts';
import { type Case, replay } from '../../../lib/domain/case.ts';
import { decide } from '../../../lib/domain/decide.ts';
import { subjectOf } from '../../../lib/domain/permission.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';
import { replyWaiting } from '../../../lib/domain/reply.ts';
import { MONDAY, type Place, type Step, save, WAY_TO } from '../../support/case-so-far.ts';
import { ada, priya, small, tom } from '../../support/small-council.ts';
import type { Adapters } from './adapters.ts';
import { commitOf, eventsOf, newId } from './commits.ts';

const write = (by: Actor = ada, at = MONDAY): Step => ({ by, at, command: { type: 'write-message', words: 'Hello' } });
const raise = (at = MONDAY): Step => ({
  by: ada,
  at,
  command: { type: 'raise-challenge', content: { about: 'delay', detail: '', words: 'Too slow.', wants: '' } },
});
const acknowledge: Step = { by: tom, command: { type: 'acknowledge-challenge', number: 1 } };
const answer: Step = { by: tom, command: { type: 'answer-challenge', number: 1, outcome: 'stands', reasons: 'Sorry.' } };

/** The commit of `steps` on top of `before`, with what waits after it, as the script makes it. */
const told = (before: Case, steps: readonly Step[], team: string): Commit => {
  const events = steps.flatMap(({ by, command, at }) => {
    const decision = decide(
      command,
      before,
      by.id === ada.id ? { ...by, id: before.person.id } : by,
      small,
      new Date(at ?? MONDAY),
    );
    if (isRefusal(decision)) throw new Error(decision.message);
    return decision;
  });
  const { after } = withEffects(before, events);
  const reply = replyWaiting(after, small.council.bankHolidays);
  return { ...commitOf(before, events, team), entries: [], ...(reply && { reply }) };
};

const openedAt = async ({ cases }: Adapters, team: string, place: Place = 'planning'): Promise<Case> => {
  const events = eventsOf(newId('C'), newId('P'), WAY_TO[place]);
  await cases.commit({ ...commitOf(undefined, events, team), entries: [] });
  const state = replay(events);
  if (!state) throw new Error('no case');
  return state;
};
const next = async ({ cases }: Adapters, before: Case, team: string, ...steps: Step[]): Promise<Case> => {
  let state = before;
  for (const step of steps) {
    const commit = told(state, [step], team);
    expect(await cases.commit(commit)).toBe('committed');
    state = commit.after;
  }
  return state;
};
const waiting = async ({ replyList }: Adapters, team: string): Promise<string[]> =>
  (await replyList.waiting(team)).rows.map(({ caseId }) => caseId);

const teamNamed = (name: string): string => `team-${name}-${Date.now()}`;

export const repliesContract = (of: () => Adapters): void => {
  test('a case is on the list while somebody waits, and off it when nobody does', async () => {
    const team = teamNamed('waits');
    const opened = await openedAt(of(), team);
    expect(await waiting(of(), team)).toEqual([]);
    const asked = await next(of(), opened, team, write());
    expect(await waiting(of(), team)).toEqual([opened.id]);
    const replied = await next(of(), asked, team, write(priya));
    expect(await waiting(of(), team)).toEqual([]);
    const raised = await next(of(), replied, team, raise(), acknowledge);
    const [row] = (await of().replyList.waiting(team)).rows;
    expect(row).toMatchObject({
      caseId: opened.id,
      reply: { toAcknowledge: 0, toAnswer: 1, message: false, dueOn: '2026-11-30' },
    });
    await next(of(), raised, team, answer);
    expect(await waiting(of(), team)).toEqual([]);
  });

  test('no other change of a case touches it', async () => {
    const team = teamNamed('untouched');
    const asked = await next(of(), await openedAt(of(), team), team, write());
    const [before] = (await of().replyList.waiting(team)).rows;
    await next(of(), asked, team, save());
    expect((await of().replyList.waiting(team)).rows).toEqual([before]);
  });

  test('it stays with a case that is closed, and with one that is not there yet it is not', async () => {
    const team = teamNamed('closed');
    const closed = await openedAt(of(), team, 'a withdrawn case');
    await next(of(), closed, team, raise());
    expect(await waiting(of(), team)).toEqual([closed.id]);
    expect(await waiting(of(), `${team}-other`)).toEqual([]);
  });

  test('it is no row of any other list', async () => {
    const team = teamNamed('alone');
    const asked = await next(of(), await openedAt(of(), team), team, write());
    expect((await of().lists.work(team, 'assessor')).rows.map(({ caseId }) => caseId)).toEqual([asked.id]);
    expect((await of().lists.ofPerson(asked.person.id)).map(({ caseId }) => caseId)).toEqual([asked.id]);
    expect(await of().histories.of(asked.id)).toHaveLength(asked.version);
  });

  test('the soonest promise first, in pages, with nothing twice and nothing left out', async () => {
    const team = teamNamed('pages');
    const days = Array.from({ length: 30 }, (_, place) => 1 + ((place * 7) % 27));
    for (const day of days) {
      const at = `2026-06-${String(day).padStart(2, '0')}T09:00:00.000Z`;
      await next(of(), await openedAt(of(), team, 'a story just begun'), team, write(ada, at));
    }
    const first = await of().replyList.waiting(team);
    const second = await of().replyList.waiting(team, first.next);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([25, 5, undefined]);
    const rows = [...first.rows, ...second.rows];
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(30);
    expect(rows.map(({ reply }) => reply.dueOn)).toEqual(rows.map(({ reply }) => reply.dueOn).sort());
  });

  test('a cursor of another list, or a forged one, is the first page', async () => {
    const team = teamNamed('cursor');
    const asked = await next(of(), await openedAt(of(), team), team, write());
    for (const forged of [{ pk: 'CASE#C-1', sk: 'CASE', workPk: `WORK#${team}#person`, workSk: '0' }, { pk: 1 }, 'words']) {
      const cursor = Buffer.from(JSON.stringify(forged)).toString('base64url');
      expect((await of().replyList.waiting(team, cursor)).rows.map(({ caseId }) => caseId)).toEqual([asked.id]);
    }
  });

  test('who loses the race to say something files nothing', async () => {
    const team = teamNamed('race');
    const opened = await openedAt(of(), team);
    const [one, other] = [told(opened, [write()], team), told(opened, [write(priya)], team)];
    expect(await of().cases.commit(one)).toBe('committed');
    expect(await of().cases.commit(other)).toBe('conflict');
    expect(await waiting(of(), team)).toEqual([opened.id]);
  });
};

const looked = (caseId: string, change: Partial<Read> = {}): Read => ({
  caseId,
  by: { id: 'S-PRIYA', name: 'Priya' },
  role: 'assessor',
  on: '2026-11-02',
  at: '2026-11-02T09:00:00.000Z',
  ...change,
});

export const readsContract = (of: () => Adapters): void => {
  test('who looked is noted once a day, and the first time stands', async () => {
    const id = newId('C');
    await of().reads.note(looked(id));
    await of().reads.note(looked(id, { at: '2026-11-02T16:00:00.000Z' }));
    await of().reads.note(looked(id, { on: '2026-11-03', at: '2026-11-03T09:00:00.000Z' }));
    await of().reads.note(looked(id, { by: { id: 'S-TOM', name: 'Tom' } }));
    const seen = await of().reads.of(id, 100);
    expect(seen.map(({ by, on }) => `${by.name} ${on}`).sort()).toEqual([
      'Priya 2026-11-02',
      'Priya 2026-11-03',
      'Tom 2026-11-02',
    ]);
    expect(seen[0]).toEqual(looked(id, { on: '2026-11-03', at: '2026-11-03T09:00:00.000Z' }));
    expect(seen.find(({ by, on }) => by.name === 'Priya' && on === '2026-11-02')?.at).toBe('2026-11-02T09:00:00.000Z');
  });

  test('two who note the same at once, in processes that know nothing of each other, note it once', async () => {
    const id = newId('C');
    const { PutItemCommand } = await import('@aws-sdk/client-dynamodb');
    const { toItem, TableName } = await import('../../../lib/aws/dynamodb.ts');
    const there = { pk: `READS#${id}`, sk: '2026-11-02#S-PRIYA', ...looked(id, { at: '2026-11-02T08:00:00.000Z' }) };
    await of().dynamodb.send(new PutItemCommand({ TableName, Item: toItem(there) }));
    await of().reads.note(looked(id));
    expect(await of().reads.of(id, 100)).toEqual([looked(id, { at: '2026-11-02T08:00:00.000Z' })]);
  });

  test('the newest days come first, and no more than asked for', async () => {
    const id = newId('C');
    const days = ['2026-11-05', '2026-11-03', '2026-11-09', '2026-11-04'];
    for (const on of days) await of().reads.note(looked(id, { on, at: `${on}T09:00:00.000Z` }));
    expect((await of().reads.of(id, 3)).map(({ on }) => on)).toEqual(['2026-11-09', '2026-11-05', '2026-11-04']);
    expect(await of().reads.of(`${id}9`, 3)).toEqual([]);
    expect(await of().reads.of(id.slice(0, -1), 3)).toEqual([]);
  });

  test('a page of a case notes staff and helpers, each as what they are there, and never the person themself', async () => {
    const { noteRead } = await import('../../../functions/web/note-read.ts');
    const opened = await openedAt(of(), teamNamed('looked'));
    const grant = { id: 'P-BEN', name: 'Ben', as: 'helper', sections: 'all', until: '2026-12-31' } as const;
    const invited = {
      ...grant,
      contact: { by: 'email', to: 'b@x.example' },
      invitedBy: opened.person,
      invitedAt: MONDAY,
    } as const;
    const state: Case = { ...opened, circle: [invited] };
    const subject = subjectOf(state, '2026-11-02');
    const them: Actor = { ...ada, id: state.person.id, roles: ['person', 'assessor'] };
    for (const actor of [priya, them, { ...tom, id: 'P-BEN' }])
      await noteRead({ actor, case: state, subject, now: new Date(MONDAY) });
    const seen = await of().reads.of(state.id, 10);
    expect(seen.map(({ by, role }) => [by.id, role]).sort()).toEqual([
      ['P-BEN', 'helper'],
      [priya.id, 'assessor'],
    ]);
  });

  test('that it cannot be noted keeps nobody from a page', async () => {
    const wrong = { ...looked(newId('C')), by: { id: '', name: 'x'.repeat(500_000) } };
    await expect(of().reads.note(wrong)).resolves.toBeUndefined();
    expect(await of().reads.of(wrong.caseId, 10)).toEqual([]);
  });
};
