/** A whole folder deleted, or all that is there for carers: what the law wants of it is still wanted, each with its section. */
import { describe, expect, test } from 'vitest';
import { loadFolder } from '../../../bin/workflows-folder.ts';
import { bundleFaults } from '../../../lib/app/configuration.ts';
import { bundleOf, type Documents, documentsFaults, readDocuments } from '../../../lib/app/configuring/documents.ts';
import type { DutyRegister } from '../../../lib/pathway/duty.ts';
import { ENGLAND, NO_DUTIES } from '../../pathway/adult-care.ts';
import { everyRemoval } from '../../support/every-removal.ts';

const { documents: base } = loadFolder(new URL('../../../workflows', import.meta.url).pathname);
const without = (id: string): Documents => {
  const left = everyRemoval(base)
    .find((each) => each.id === id)
    ?.from(base);
  if (!left) throw new Error(`There is no ${id} to take out`);
  return left;
};
const codes = (documents: Documents, duties: DutyRegister | undefined): string[] => {
  const result = readDocuments(documents);
  const bundle = result.ok ? bundleOf(result.read, '', 'larkshire') : undefined;
  if (!bundle) throw new Error('The documents cannot be read');
  return [...new Set(bundleFaults(bundle, duties).map(({ code }) => code))];
};

describe('deleted as a whole', () => {
  test('the letters: each that the law asks for is missed, with its law', () => {
    const faults = documentsFaults(without('room/letters'));
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['no-letter']));
    const wanted = ENGLAND.duties.flatMap((duty) => ('letter' in duty && !duty.letter.holds ? [duty.law] : []));
    expect(faults.map(({ law }) => law)).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(5);
  });

  test('the ways to hold the money: nobody would be offered a choice', () => {
    expect(documentsFaults(without('room/support'))).toMatchObject([
      {
        code: 'no-ways',
        file: 'councils/larkshire.json',
        where: 'jurisdiction',
        law: expect.stringContaining('ss.31–33'),
        message: expect.stringContaining('Add its file to support/.'),
      },
    ]);
  });

  test('the pathway for carers: no carer could be assessed', () => {
    expect(documentsFaults(without('pathway/carer-support'))).toMatchObject([
      {
        code: 'no-carer-pathway',
        file: 'councils/larkshire.json',
        where: 'carerPathway',
        law: 'Care Act 2014, s.10(1)',
        message: expect.stringContaining('Name one in “carerPathway”.'),
      },
    ]);
  });

  test.each(['charging', 'scenarios', 'allocation'])('%s: no law asks for it', (room) => {
    expect(documentsFaults(without(`room/${room}`))).toEqual([]);
  });
});

describe('whose law it is', () => {
  const ROWS: readonly (readonly [id: string, code: string])[] = [
    ['room/letters', 'no-letter'],
    ['room/support', 'no-ways'],
    ['pathway/carer-support', 'no-carer-pathway'],
  ];
  test.each(ROWS)('%s: with no register nothing is said about what the law wants', (id) => {
    expect(codes(without(id), undefined)).toEqual([]);
  });
  test.each(ROWS)('%s: held to England’s register', (id, code) => expect(codes(without(id), ENGLAND)).toEqual([code]));
  test('letters and a way for carers are owed where the register of the nation says so', () => {
    expect(codes(without('room/letters'), NO_DUTIES)).toEqual([]);
    expect(codes(without('pathway/carer-support'), NO_DUTIES)).toEqual([]);
  });
  test('but where plans are agreed, every nation has its ways to hold the money', () => {
    expect(codes(without('room/support'), NO_DUTIES)).toEqual(['no-ways']);
  });
});
