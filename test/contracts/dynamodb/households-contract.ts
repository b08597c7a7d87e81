/** People who plan together: stored whole, found by each case among them and by no other, changed by one at a time. */
import { expect, test } from 'vitest';
import { type AskedOfHousehold, actHousehold } from '../../../lib/app/act-household.ts';
import type { Household, NewMember } from '../../../lib/domain/household.ts';
import type { HouseholdCommand } from '../../../lib/domain/household-command.ts';
import { content, MONDAY, own, worker } from '../../support/households.ts';
import type { Adapters } from './adapters.ts';
import { newId } from './commits.ts';

const someone = (name: string): NewMember => ({ caseId: newId('C'), person: { id: newId('P'), name }, kind: 'adult' });

export const householdsContract = (of: () => Adapters): void => {
  const ports = () => ({ households: of().households, clock: () => new Date(MONDAY) });
  const ask = (asked: AskedOfHousehold) => actHousehold(ports(), asked);
  const begun = async () => {
    const [ada, ben] = [someone('Ada'), someone('Ben')];
    const id = newId('H');
    const members = [ada, ben].map((each) => ({ ...each, words: 'Yes.' }));
    const acted = await ask({ id, command: { type: 'open-household', id, name: 'Us', members }, acting: worker(ada) });
    if (!acted.done) throw new Error(acted.why);
    return { id, ada, ben, household: acted.household };
  };
  const pool = ({ ada, ben }: { ada: NewMember; ben: NewMember }): HouseholdCommand => {
    return {
      type: 'start-pool',
      name: 'Friday',
      purpose: 'A driver',
      content: content([
        [ada, 1],
        [ben, 2],
      ]),
    };
  };
  const said = (words = 'Hello'): HouseholdCommand => ({ type: 'write-to-household', words });

  test('what was written is what is read, with every event', async () => {
    const { id, ada, ben } = await begun();
    await ask({ id, command: { type: 'agree-to', what: 'conversation', words: '' }, acting: own(ada) });
    await ask({ id, command: said(), acting: own(ada) });
    const acted = await ask({ id, command: pool({ ada, ben }), acting: own(ada) });
    if (!acted.done) throw new Error(acted.why);
    expect((await of().households.load(id))?.household).toEqual(acted.household);
    expect(acted.household.events).toHaveLength(acted.household.version);
    expect(await of().households.load(newId('H'))).toBeUndefined();
  });

  test('it is found by each case among them until that case leaves, and by no other', async () => {
    const { id, ada, ben } = await begun();
    expect(await of().households.ofCase(ada.caseId)).toEqual([id]);
    expect(await of().households.ofCase(ben.caseId)).toEqual([id]);
    for (const odd of [`${ada.caseId}#`, ada.caseId.slice(0, -1), `${ada.caseId}9`, '#'])
      expect(await of().households.ofCase(odd), odd).toEqual([]);
    await ask({ id, command: { type: 'leave-household', words: '' }, acting: own(ben) });
    expect(await of().households.ofCase(ben.caseId)).toEqual([]);
    expect(await of().households.ofCase(ada.caseId)).toEqual([id]);
    await ask({ id, command: { type: 'add-member', member: { ...ben, words: 'Yes again.' } }, acting: worker(ada) });
    expect(await of().households.ofCase(ben.caseId)).toEqual([id]);
  });

  test('who loses the race writes nothing, and is asked again once', async () => {
    const { id, ada, ben, household } = await begun();
    const stale = { household, requests: [], expected: household.version };
    await ask({ id, command: { type: 'agree-to', what: 'conversation', words: '' }, acting: own(ada) });
    expect(await of().households.save({ ...stale, household: { ...household, version: household.version + 1 } })).toBe(
      'conflict',
    );
    expect(await of().households.save({ ...stale, expected: 0 })).toBe('conflict');
    const acted = await Promise.all(
      [ada, ben].map((each) => ask({ id, command: { type: 'agree-to', what: 'combinedPlan', words: '' }, acting: own(each) })),
    );
    expect(acted.map(({ done }) => done)).toEqual([true, true]);
    const after = (await of().households.load(id))?.household;
    expect(after?.version).toBe(household.version + 3);
    expect(after?.members.every(({ agreed }) => agreed.combinedPlan)).toBe(true);
  });

  test('after losing twice it is a conflict, and nothing is written', async () => {
    const { id, ada } = await begun();
    const before = await of().households.load(id);
    const busy = { ...of().households, save: async () => 'conflict' as const };
    const acting = own(ada);
    const acted = await actHousehold(
      { households: busy, clock: () => new Date(MONDAY) },
      { id, command: { type: 'agree-to', what: 'sharedFacts', words: '' }, acting },
    );
    expect(acted).toEqual({ done: false, why: 'conflict' });
    expect(await of().households.load(id)).toEqual(before);
  });

  test('the same form twice acts once; what is not there is absent; a refusal writes nothing', async () => {
    const { id, ada, ben } = await begun();
    await ask({ id, command: { type: 'agree-to', what: 'conversation', words: '' }, acting: own(ada) });
    await ask({ id, command: said(), acting: own(ada), request: 'form-1' });
    const again = await ask({ id, command: said(), acting: own(ada), request: 'form-1' });
    expect(again).toMatchObject({ done: true, events: [] });
    expect(await ask({ id: newId('H'), command: said(), acting: own(ada) })).toEqual({ done: false, why: 'absent' });
    const before: Household | undefined = (await of().households.load(id))?.household;
    expect(await ask({ id, command: said(), acting: own(ben) })).toMatchObject({ done: false, why: 'refused' });
    expect((await of().households.load(id))?.household).toEqual(before);
    expect(before?.messages).toHaveLength(1);
  });

  test('at its fullest it is still one item', async () => {
    const { id, ada } = await begun();
    await ask({ id, command: { type: 'agree-to', what: 'conversation', words: '' }, acting: own(ada) });
    const loaded = await of().households.load(id);
    if (!loaded) throw new Error('not there');
    const [first] = loaded.household.events;
    const long = {
      type: 'HouseholdMessageWritten',
      caseId: ada.caseId,
      words: '\u{1F600}'.repeat(1000),
      at: MONDAY,
      by: first?.by,
    } as const;
    const events = [...loaded.household.events, ...Array.from({ length: 68 }, () => long)] as Household['events'];
    const full = { ...loaded.household, events, version: events.length };
    expect(JSON.stringify(events).length * 2).toBeGreaterThan(270_000);
    expect(await of().households.save({ household: full, requests: [], expected: loaded.household.version })).toBe('committed');
    expect((await of().households.load(id))?.household.messages).toHaveLength(68);
  });
};
