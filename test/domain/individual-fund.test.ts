/** An Individual Service Fund: both agreements, the person's own one too, and its bounds. */
import { describe, expect, test } from 'vitest';
import { ServiceFundArrangement, serviceFundGap } from '../../lib/domain/individual-fund.ts';

const TODAY = '2026-11-21';
const council = { signedOn: '2026-11-18', by: 'Priya Shah' };
const person = { signedOn: '2026-11-20', by: 'Tom Reed' };
const fund: ServiceFundArrangement = {
  holder: 'Open Till',
  councilAgreement: council,
  personAgreement: person,
  reportsEvery: 'month',
  paidAheadWeeks: 2,
  surplusWeeks: 4,
};
const { councilAgreement: _council, ...withoutCouncil } = fund;
const { personAgreement: _person, ...withoutPerson } = fund;
const { councilAgreement: _either, ...withoutBoth } = withoutPerson;

describe('it can start', () => {
  test('with both agreements, also on the day they are made', () => {
    expect(serviceFundGap(ServiceFundArrangement.parse(fund), TODAY)).toBeUndefined();
    expect(serviceFundGap(fund, '2026-11-20')).toBeUndefined();
  });

  test.each<[string, ServiceFundArrangement | undefined, string]>([
    ['nothing at all', undefined, 'Name whom the person chose.'],
    ['neither agreement', withoutBoth, 'between the council and Open Till is missing'],
    ['only the person’s', withoutCouncil, 'between the council and Open Till is missing'],
    ['only the council’s', withoutPerson, 'between the person and Open Till is missing'],
    ['the council’s is dated later', { ...fund, councilAgreement: { ...council, signedOn: '2026-11-22' } }, '22 November 2026'],
    ['the person’s is dated later', { ...fund, personAgreement: { ...person, signedOn: '2026-12-01' } }, '1 December 2026'],
    [
      'the holder agreed for the person',
      { ...fund, personAgreement: { ...person, by: ' open till ' } },
      'cannot agree for the person',
    ],
  ])('not with %s', (_, arrangement, words) => {
    const gap = serviceFundGap(arrangement, TODAY);
    expect(gap?.refused).toBe('money-not-arranged');
    expect(gap?.message).toContain(words);
    expect(gap?.message).toMatch(/Until then the council can hold the money, and the support can start\.$/);
  });
});

test.each<[string, object, boolean]>([
  ['nothing kept', { surplusWeeks: 0 }, true],
  ['five weeks kept', { surplusWeeks: 5 }, false],
  ['part of a week kept', { surplusWeeks: 1.5 }, false],
  ['less than nothing kept', { surplusWeeks: -1 }, false],
  ['paid on the day', { paidAheadWeeks: 0 }, true],
  ['paid half a year ahead', { paidAheadWeeks: 26 }, false],
  ['a report every quarter', { reportsEvery: 'quarter' }, true],
  ['a report every year', { reportsEvery: 'year' }, false],
  ['no holder', { holder: ' ' }, false],
  ['an agreement by nobody', { personAgreement: { signedOn: TODAY, by: '' } }, false],
  ['an agreement on no day', { personAgreement: { signedOn: '2026-02-30', by: 'Tom Reed' } }, false],
])('%s: %s', (_, change, fine) => expect(ServiceFundArrangement.safeParse({ ...fund, ...change }).success).toBe(fine));
