/** No id, however odd, reaches into what belongs to another: ids are checked where they enter, and the keys hold on their own. */
import { expect, test } from 'vitest';
import { open, WAY_TO } from '../../support/case-so-far.ts';
import type { Adapters } from './adapters.ts';
import { commitOf, eventsOf, newId } from './commits.ts';

const ODD = [
  'C-1#EVENT',
  '#',
  'CASE',
  'C-1#CASE',
  ' C-1',
  'C-1 ',
  'c-1',
  'C-1/..',
  'C-1\u0000',
  'C-Ⅰ',
  "C-1' OR '1'='1",
  '{"S":"C-1"}',
  ':pk',
  '__proto__',
];

export const keysContract = (of: () => Adapters): void => {
  test('an odd case id loads nothing of anybody’s', async () => {
    await of().cases.commit({ ...commitOf(undefined, eventsOf('C-1', 'P-1', [open])), entries: [] });
    for (const id of ODD) expect(await of().cases.load(id), id).toBeUndefined();
    for (const id of ODD) expect(await of().histories.of(id), id).toEqual([]);
  });

  test('an odd person id lists nothing of anybody’s', async () => {
    const person = newId('P');
    await of().cases.commit({ ...commitOf(undefined, eventsOf(newId('C'), person, [open])), entries: [] });
    for (const id of [`${person}#`, `${person} `, person.toLowerCase(), person.slice(0, -1), `${person}%`, '#', 'P']) {
      expect(await of().lists.ofPerson(id), id).toEqual([]);
    }
  });

  test('an odd team lists nothing of another team', async () => {
    const team = `team-odd-${Date.now()}`;
    await of().cases.commit({ ...commitOf(undefined, eventsOf(newId('C'), 'P-1', WAY_TO['an assessment']), team), entries: [] });
    for (const odd of [`${team}#assessor`, `${team} `, team.slice(0, -1), '#', 'WORK'])
      expect((await of().lists.work(odd, 'assessor')).rows, odd).toEqual([]);
  });

  test('a case id that is the beginning of another has a history of its own', async () => {
    const short = newId('C');
    await of().cases.commit({ ...commitOf(undefined, eventsOf(short, 'P-1', [open])), entries: [] });
    await of().cases.commit({ ...commitOf(undefined, eventsOf(`${short}9`, 'P-1', WAY_TO['a story told'])), entries: [] });
    expect(await of().histories.of(short)).toHaveLength(1);
    expect(await of().histories.of(`${short}9`)).toHaveLength(3);
  });
};
