/** Links and codes by their rules: what dies when, what is counted, what a contact is. The time is always an argument. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Change,
  CODE_MINUTES,
  CODES_AN_HOUR,
  contactFrom,
  contactKey,
  countSend,
  destinationOf,
  hintOf,
  isLive,
  isSameContact,
  LINK_DAYS,
  LINKS_AN_HOUR,
  type Link,
  newCode,
  newLink,
  type Sends,
  TRIES,
  triesLeft,
  tryCode,
  waitsForCode,
  wayFor,
  whoMayCome,
} from '../../lib/app/access.ts';
import type { Contact, Grant } from '../../lib/domain/circle.ts';

const NOW = new Date('2026-11-21T09:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const ada = { id: 'P-ADA', name: 'Ada' };
const contact: Contact = { by: 'email', to: 'ada@example.org' };
const fresh = newLink({ caseId: 'C-ADA1', actor: ada, kind: 'return', contact }, NOW);

const kept = <T>(before: T, { next }: Change<T, unknown>): T => next ?? before;
const withCode = (hash: string, now = NOW, link: Link = fresh): Link => kept(link, newCode(link, hash, now));

/** What can happen to a link, in any order and at any time. */
type Deed = { readonly send: string } | { readonly try: string } | { readonly wait: number };
const hashes = fc.constantFrom('a', 'b', 'c');
const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    fc.record({ send: hashes }),
    fc.record({ try: hashes }),
    fc.record({ wait: fc.integer({ min: 0, max: 40 * MINUTE }) }),
  ),
  { maxLength: 60 },
);

const play = (all: readonly Deed[], each: (before: Link, deed: Deed, answer: string, after: Link) => void): void => {
  let link = fresh;
  let now = NOW;
  for (const deed of all) {
    if ('wait' in deed) {
      now = new Date(now.getTime() + deed.wait);
      continue;
    }
    const change = 'send' in deed ? newCode(link, deed.send, now) : tryCode(link, deed.try, now);
    const answer = typeof change.answer === 'string' ? change.answer : change.answer.is;
    const after = kept(link, change);
    each(link, deed, answer, after);
    link = after;
  }
};

describe('laws, whatever happens in whatever order', () => {
  test('between two times that somebody came in there are at most five wrong tries, and the fifth ends the link for good', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        let wrong = 0;
        let over = false;
        play(all, (_before, deed, answer) => {
          if (over) expect(answer).toBe('dead');
          if (answer === 'right') wrong = 0;
          if ('try' in deed && answer === 'wrong') wrong += 1;
          if (answer === 'dead') over = true;
          expect(wrong).toBeLessThan(TRIES);
        });
      }),
    );
  });

  test('a code that was right is right once', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        play(all, (_before, deed, answer, after) => {
          if (answer !== 'right' || !('try' in deed)) return;
          expect(tryCode(after, deed.try, NOW).answer).toEqual({ is: 'no-code' });
        });
      }),
    );
  });

  test('a new code never gives tries back', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        play(all, (before, deed, _answer, after) => {
          if ('send' in deed) expect(triesLeft(after)).toBe(triesLeft(before));
        });
      }),
    );
  });

  test('no hour has more than five codes', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        play(all, (_before, _deed, _answer, { codesSent }) => {
          expect(codesSent.length).toBeLessThanOrEqual(CODES_AN_HOUR);
        });
      }),
    );
  });

  test('what is answered no is not written', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        play(all, (before, _deed, answer, after) => {
          if (answer === 'no-code' || answer === 'too-many') expect(after).toBe(before);
        });
      }),
    );
  });
});

describe('a link', () => {
  test('lasts 28 days and not a moment longer', () => {
    expect(isLive(fresh, later(LINK_DAYS * DAY - 1))).toBe(true);
    expect(isLive(fresh, later(LINK_DAYS * DAY))).toBe(false);
    expect(newCode(fresh, 'a', later(LINK_DAYS * DAY)).answer).toBe('dead');
  });

  test('that is dead has no code any more, and takes none', () => {
    let link = withCode('a');
    for (let count = 0; count < TRIES; count += 1) link = kept(link, tryCode(link, 'b', NOW));
    expect([link.dead, link.code]).toEqual([true, undefined]);
    expect(tryCode(link, 'a', NOW)).toEqual({ answer: { is: 'dead' } });
    expect(newCode(link, 'a', NOW)).toEqual({ answer: 'dead' });
  });

  test('goes on to be asked for long after it stopped', () => {
    const { linkUntil, until } = destinationOf(fresh, NOW);
    expect(linkUntil).toBe(fresh.until);
    expect(Date.parse(until) - NOW.getTime()).toBeGreaterThan(366 * DAY);
  });
});

describe('a code', () => {
  test('lasts ten minutes; after that a try counts for nothing', () => {
    const link = withCode('a');
    expect(tryCode(link, 'a', later(CODE_MINUTES * MINUTE - 1)).answer).toEqual({ is: 'right' });
    expect(tryCode(link, 'a', later(CODE_MINUTES * MINUTE))).toEqual({ answer: { is: 'no-code' } });
    expect([waitsForCode(link, NOW), waitsForCode(link, later(CODE_MINUTES * MINUTE))]).toEqual([true, false]);
  });

  test('takes the place of the one before', () => {
    const link = withCode('b', NOW, withCode('a'));
    expect(tryCode(link, 'a', NOW).answer).toEqual({ is: 'wrong', left: 4 });
    expect(tryCode(link, 'b', NOW).answer).toEqual({ is: 'right' });
  });

  test('is told how many tries are left', () => {
    let link = withCode('a');
    const said: unknown[] = [];
    for (let count = 0; count < TRIES; count += 1) {
      const change = tryCode(link, 'z', NOW);
      said.push('left' in change.answer ? change.answer.left : change.answer.is);
      link = kept(link, change);
    }
    expect(said).toEqual([4, 3, 2, 1, 'dead']);
  });

  test('gives the tries back only when it was right', () => {
    const tried = kept(withCode('a'), tryCode(withCode('a'), 'z', NOW));
    expect(triesLeft(tried)).toBe(4);
    expect(triesLeft(kept(tried, tryCode(tried, 'a', NOW)))).toBe(5);
  });

  test('is no other that only begins as it does', () => {
    expect(tryCode(withCode('abc'), 'ab', NOW).answer).toMatchObject({ is: 'wrong' });
    expect(tryCode(withCode('abc'), 'abcd', NOW).answer).toMatchObject({ is: 'wrong' });
    expect(tryCode(withCode('abc'), '', NOW).answer).toMatchObject({ is: 'wrong' });
  });
});

describe('what is sent to one contact', () => {
  const send = (count: number, caseId: (place: number) => string, sent: Sends = []): Sends =>
    Array.from({ length: count }, (_, place) => place).reduce(
      (all, place) => kept(all, countSend(all, caseId(place), NOW)),
      sent,
    );

  test('is at most five links an hour for one case', () => {
    const sent = send(LINKS_AN_HOUR.forOneCase, () => 'C-1');
    expect(countSend(sent, 'C-1', NOW)).toEqual({ answer: 'too-many' });
    expect(countSend(sent, 'C-2', NOW).answer).toBe('may-send');
    expect(countSend(sent, 'C-1', later(60 * MINUTE)).answer).toBe('may-send');
  });

  test('is at most twenty in all, however many cases somebody opens', () => {
    const sent = send(40, (place) => `C-${place}`);
    expect(sent).toHaveLength(LINKS_AN_HOUR.inAll);
    expect(countSend(sent, 'C-99', NOW)).toEqual({ answer: 'too-many' });
  });

  test('is forgotten after the hour', () => {
    const sent = send(5, () => 'C-1');
    expect(countSend(sent, 'C-1', later(60 * MINUTE)).next).toHaveLength(1);
  });
});

describe('contacts', () => {
  test.each([
    ['07700 900123', '+44 7700 900123'],
    ['07700 900123', '0044 7700 900 123'],
    ['07700-900123', '+44 (0)7700 900123'],
    ['Ada@Example.org', ' ada@example.ORG '],
  ])('%s is %s', (one, other) => {
    const [a, b] = [contactFrom(one), contactFrom(other)];
    expect(a && b && isSameContact(a, b)).toBe(true);
  });

  test.each(['', 'ada', 'ada@', '01632 960123', '020 7946 0000', '12345', '<b>@x.org', '07700 900'])('%s is none', (typed) => {
    expect(contactFrom(typed)).toBeUndefined();
  });

  test('a number abroad gets texts too', () => {
    expect(contactFrom('+33 6 12 34 56 78')).toEqual({ by: 'text', to: '+33 6 12 34 56 78' });
  });

  test('are kept as they were typed', () => {
    expect(contactFrom('07700 900123')).toEqual({ by: 'text', to: '07700 900123' });
  });

  test('an address and a number are never the same', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.stringMatching(/^07\d{9}$/), (to, number) => {
        expect(contactKey({ by: 'email', to })).not.toBe(contactKey({ by: 'text', to: number }));
      }),
    );
  });

  test('a hint gives away the first letter or the last three digits, and no more', () => {
    expect(hintOf({ by: 'email', to: 'sam.o@example.org' })).toBe('s…@example.org');
    expect(hintOf({ by: 'email', to: 'a@example.org' })).toBe('…@example.org');
    expect(hintOf({ by: 'text', to: '07700 900123' })).toBe('the number that ends in 123');
    fc.assert(
      fc.property(fc.emailAddress(), (to) => {
        const local = to.slice(0, to.lastIndexOf('@'));
        expect(hintOf({ by: 'email', to }).split('…@')[0]?.length).toBeLessThanOrEqual(1);
        if (local.length > 3) expect(hintOf({ by: 'email', to })).not.toContain(`${local}@`);
      }),
    );
  });
});

describe('who may come in', () => {
  const signed = { id: 'P-ADA', name: 'Ada' };
  const grant = (id: string, more: Partial<Grant> = {}): Grant => ({
    id,
    name: id,
    as: 'carer',
    sections: 'all',
    until: '2026-12-31',
    contact,
    invitedBy: signed,
    invitedAt: NOW.toISOString(),
    ...more,
  });
  const ended = { at: NOW.toISOString(), by: signed };
  const state = {
    person: ada,
    circle: [
      grant('P-BEA'),
      grant('P-OLD', { until: '2026-11-20' }),
      grant('P-OUT', { ended }),
      grant('P-REP', { as: 'representative', authority: 'lpa-health-and-welfare' }),
      grant('P-YES', { as: 'representative', authority: 'consent' }),
    ],
  };
  const today = '2026-11-21';

  test.each([
    ['P-ADA', 'open'],
    ['P-BEA', 'open'],
    ['P-YES', 'open'],
    ['P-REP', 'papers'],
    ['P-OLD', 'over'],
    ['P-OUT', 'over'],
    ['P-NOBODY', 'over'],
  ])('%s: %s', (id, way) => {
    expect(wayFor(state, id, today)).toBe(way);
  });

  test('a new link can be asked for by the person and by whoever is invited now', () => {
    expect(whoMayCome(state, today).map(({ id }) => id)).toEqual(['P-ADA', 'P-BEA', 'P-REP', 'P-YES']);
  });
});
