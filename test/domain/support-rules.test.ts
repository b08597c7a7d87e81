/** The ways to hold the money: which are open for which kind, on which day, and everything that keeps a file from being published. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../lib/domain/refusal.ts';
import { expiredGrounds, supportFaults } from '../../lib/domain/support-faults.ts';
import {
  type Closure,
  deploymentOf,
  FundingRoute,
  type Ground,
  isOpen,
  kindsFor,
  lookAgainBy,
  optionsFor,
  routeRefusal,
  type SupportKind,
  SupportRules,
  sdsOptionOf,
  waysFor,
} from '../../lib/domain/support-rules.ts';

const TODAY = '2026-11-21';
const ROUTES = FundingRoute.options;
const NAMES = { 'direct-payment': 'You', 'individual-service-fund': 'A provider', 'council-managed': 'The council' } as const;

const LONG_STAY: Ground = {
  id: 'long-stay',
  law: 'Made Up Regulations, reg 6',
  source: 'https://law.example/6',
  about: 'The law does not allow it.',
  route: 'direct-payment',
  kinds: ['care-home'],
  needsUntil: false,
};
const NO_HOLDER: Ground = {
  id: 'no-holder',
  law: 'Made Up Guidance',
  toConfirm: true,
  about: 'There is no provider yet.',
  route: 'individual-service-fund',
  kinds: 'all',
  needsUntil: true,
};

const offered = (route: FundingRoute) => ({
  route,
  name: NAMES[route],
  what: 'What it is.',
  whoHolds: 'Who holds it.',
  whoDoesTheWork: 'Who works.',
  goodToKnow: ['Good to know.'],
});
const sound: SupportRules = SupportRules.parse({
  id: 'small',
  jurisdiction: 'ENG',
  routes: ROUTES.map(offered),
  mix: { name: 'A mix', about: 'Each line its own way.' },
  forNow: { name: 'For now', about: 'We arrange it for now.', lookAgainWithinDays: 42 },
  grounds: [LONG_STAY, NO_HOLDER],
  kinds: [
    { id: 'home-care', name: 'Help at home' },
    { id: 'shared-lives', name: 'Shared Lives' },
    { id: 'care-home', name: 'A care home', for: 'adult', closedTo: [{ route: 'direct-payment', ground: 'long-stay' }] },
    { id: 'carers-break', name: 'A break', for: 'carer' },
  ],
});
const withKind = (id: string, change: Partial<SupportKind>, rules = sound): SupportRules => ({
  ...rules,
  kinds: rules.kinds.map((kind) => (kind.id === id ? { ...kind, ...change } : kind)),
});
const closing = (closure: Closure): SupportRules => withKind('shared-lives', { closedTo: [closure] });
const unavailable = (route: FundingRoute, until = '2027-03-31', rules = sound): SupportRules => ({
  ...rules,
  routes: rules.routes.map((each) =>
    each.route === route ? { ...each, unavailable: { reason: 'Not here yet.', law: 'Made Up Act', until } } : each,
  ),
});
const places = (rules: SupportRules) => supportFaults(rules).map(({ code, where }) => [code, where]);

describe('what is open', () => {
  test.each(
    sound.kinds.flatMap(({ id }) =>
      ROUTES.map((route) => [id, route, id !== 'care-home' || route !== 'direct-payment'] as const),
    ),
  )('%s by %s: %s', (kind, route, open) => {
    expect(isOpen(sound, kind, route, TODAY)).toBe(open);
    expect(routeRefusal(sound, kind, route, TODAY) === undefined).toBe(open);
  });

  test('a way that is shut says why, by which law, and by which ground', () => {
    expect(waysFor(sound, 'care-home', TODAY)).toEqual([
      {
        route: 'direct-payment',
        open: false,
        ground: 'long-stay',
        reason: LONG_STAY.about,
        law: LONG_STAY.law,
        until: undefined,
      },
      { route: 'individual-service-fund', open: true },
      { route: 'council-managed', open: true },
    ]);
  });

  const passing = closing({ route: 'individual-service-fund', ground: 'no-holder', until: '2026-12-31' });
  test.each([
    ['2026-11-21', false],
    ['2026-12-31', false],
    ['2027-01-01', true],
  ])('a reason that passes, and a route not offered for now, stand to their last day: %s, open: %s', (today, open) => {
    expect(isOpen(passing, 'shared-lives', 'individual-service-fund', today)).toBe(open);
    const notYet = unavailable('individual-service-fund', '2026-12-31');
    expect(isOpen(notYet, 'home-care', 'individual-service-fund', today)).toBe(open);
    expect(optionsFor(notYet, today).some((option) => 'unavailable' in option)).toBe(!open);
  });

  test.each<[string, Closure]>([
    ['none', { route: 'direct-payment' }],
    ['none of the list', { route: 'direct-payment', ground: 'in-house' }],
    ['one against another route', { route: 'council-managed', ground: 'long-stay' }],
    ['one for other kinds', { route: 'direct-payment', ground: 'long-stay' }],
    ['one that passes, with no last day', { route: 'individual-service-fund', ground: 'no-holder' }],
  ])('a reason that is not lawful shuts nothing (I-14): %s', (_, closure) => {
    expect(isOpen(closing(closure), 'shared-lives', closure.route, TODAY)).toBe(true);
  });

  test('a kind there is not has no ways, and is refused with what to do', () => {
    expect(waysFor(sound, 'gone', TODAY)).toEqual([]);
    expect(isOpen(sound, 'gone', 'council-managed', TODAY)).toBe(false);
    expect(routeRefusal(sound, 'gone', 'council-managed', TODAY)).toMatchObject({ refused: 'unknown-option' });
  });
});

describe('a refusal names a way that works (I-14)', () => {
  test('in words', () => {
    expect(routeRefusal(sound, 'care-home', 'direct-payment', TODAY)).toEqual({
      refused: 'way-not-open',
      message:
        'The law does not allow it. The same support can be paid for another way: “A provider” or “The council”. Choose one.',
    });
  });
  test('also for a route that is not in the file', () => {
    const rules = { ...sound, routes: sound.routes.filter(({ route }) => route !== 'individual-service-fund') };
    const refusal = routeRefusal(rules, 'home-care', 'individual-service-fund', TODAY);
    expect(refusal?.message).toMatch(/not in the list\. .*“You” or “The council”/);
  });

  /** Lawful closures of each kind but the first, which stays open so that no route is offered in name only. */
  const noHolder = fc
    .constantFrom('2026-11-20', TODAY, '2027-06-30')
    .map((until): Closure => ({ route: 'individual-service-fund', ground: 'no-holder', until }));
  const closures = fc.option(noHolder).map((closure) => (closure ? [closure] : []));
  const published = fc
    .tuple(
      closures,
      closures,
      closures,
      fc.constantFrom(undefined, 'direct-payment' as const, 'individual-service-fund' as const),
    )
    .map(([shared, home, carers, away]) => {
      const longStay = { route: 'direct-payment' as const, ground: 'long-stay' };
      const closed = [[], shared, [...home, longStay], carers];
      const rules = { ...sound, kinds: sound.kinds.map((kind, at) => ({ ...kind, closedTo: closed[at] ?? [] })) };
      return away ? unavailable(away, '2027-03-31', rules) : rules;
    });

  test('in every file that may be published, for every kind, route and day', () => {
    fc.assert(
      fc.property(published, fc.constantFrom('2026-01-01', TODAY, '2028-01-01'), (rules, today) => {
        expect(supportFaults(rules)).toEqual([]);
        for (const { id } of rules.kinds) {
          const open = ROUTES.filter((route) => isOpen(rules, id, route, today));
          expect(open.some((route) => route !== 'direct-payment')).toBe(true);
          for (const route of ROUTES) {
            const refusal = routeRefusal(rules, id, route, today);
            expect(isRefusal(refusal)).toBe(!open.includes(route));
            if (refusal) expect(open.some((way) => refusal.message.includes(`“${NAMES[way]}”`))).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('every way to close one kind to one route', () => {
  const rows = ['shared-lives', 'care-home'].flatMap((kind) =>
    ROUTES.flatMap((route) =>
      [undefined, 'long-stay', 'no-holder', 'in-house'].flatMap((ground) =>
        [undefined, TODAY].map((until) => ({ kind, route, ground, until })),
      ),
    ),
  );
  const LAWFUL = [
    'care-home direct-payment long-stay undefined',
    `care-home direct-payment long-stay ${TODAY}`,
    `shared-lives individual-service-fund no-holder ${TODAY}`,
    `care-home individual-service-fund no-holder ${TODAY}`,
  ];
  test.each(rows)('$kind, $route, $ground, until $until', ({ kind, route, ground, until }) => {
    const lawful = LAWFUL.includes([kind, route, ground, String(until)].join(' '));
    const rules = withKind(kind, { closedTo: [{ route, ...(ground ? { ground } : {}), ...(until ? { until } : {}) }] });
    const at = rules.kinds.findIndex(({ id }) => id === kind);
    expect(supportFaults(rules).map(({ where }) => where)).toEqual(lawful ? [] : [`kinds[${at}].closedTo[0]`]);
    expect(isOpen(rules, kind, route, TODAY)).toBe(!lawful);
  });
});

describe('publishing', () => {
  test('a sound file has no faults', () => expect(supportFaults(sound)).toEqual([]));

  const noCouncil: Closure[] = [{ route: 'council-managed', ground: 'no-council' }];
  const noCouncilGround: Ground = { ...LONG_STAY, id: 'no-council', route: 'council-managed', kinds: 'all' };
  const strict: SupportRules = { ...sound, grounds: [...sound.grounds, noCouncilGround] };
  test.each<[string, SupportRules, [string, string][]]>([
    ['closed without a ground', closing({ route: 'direct-payment' }), [['blocked-without-reason', 'kinds[1].closedTo[0]']]],
    [
      'closed by an unknown ground',
      closing({ route: 'direct-payment', ground: 'in-house' }),
      [['unknown-ground', 'kinds[1].closedTo[0]']],
    ],
    [
      'closed by a ground for another route',
      closing({ route: 'council-managed', ground: 'long-stay' }),
      [['ground-for-another-route', 'kinds[1].closedTo[0]']],
    ],
    [
      'closed by a ground for another kind',
      closing({ route: 'direct-payment', ground: 'long-stay' }),
      [['ground-for-another-kind', 'kinds[1].closedTo[0]']],
    ],
    [
      'closed by a ground that passes, without a last day',
      closing({ route: 'individual-service-fund', ground: 'no-holder' }),
      [['until-missing', 'kinds[1].closedTo[0]']],
    ],
    [
      'closed by a ground that passes, with one',
      closing({ route: 'individual-service-fund', ground: 'no-holder', until: TODAY }),
      [],
    ],
    [
      'closed twice: the place is the second one’s',
      withKind('care-home', {
        closedTo: [{ route: 'direct-payment', ground: 'long-stay' }, { route: 'individual-service-fund' }],
      }),
      [['blocked-without-reason', 'kinds[2].closedTo[1]']],
    ],
    [
      'a kind by a direct payment only',
      withKind(
        'shared-lives',
        { closedTo: [{ route: 'individual-service-fund', ground: 'no-holder', until: '2027-01-01' }, ...noCouncil] },
        strict,
      ),
      [['direct-payment-only', 'kinds[1]']],
    ],
    [
      'a kind by a direct payment only, while nobody offers a fund',
      unavailable('individual-service-fund', '2027-03-31', withKind('shared-lives', { closedTo: noCouncil }, strict)),
      [['direct-payment-only', 'kinds[1]']],
    ],
    [
      'a kind that no route is open to',
      unavailable(
        'individual-service-fund',
        '2027-03-31',
        withKind('care-home', { closedTo: [{ route: 'direct-payment', ground: 'long-stay' }, ...noCouncil] }, strict),
      ),
      [['no-route-open', 'kinds[2]']],
    ],
    [
      'a route that is not offered',
      { ...sound, routes: sound.routes.filter(({ route }) => route !== 'individual-service-fund') },
      [['route-missing', 'routes']],
    ],
    ['a route that is not offered for now, with law and last day', unavailable('individual-service-fund'), []],
    [
      'a route that every kind is closed to',
      {
        ...sound,
        grounds: [{ ...LONG_STAY, kinds: 'all' }],
        kinds: sound.kinds.map((kind) => ({ ...kind, closedTo: [{ route: 'direct-payment', ground: 'long-stay' }] })),
      },
      [['route-in-name-only', 'routes[0]']],
    ],
    ['nobody can leave it to the council', unavailable('council-managed'), [['option-unavailable', 'routes[2].unavailable']]],
    ['a kind twice', { ...sound, kinds: [...sound.kinds, ...sound.kinds.slice(0, 1)] }, [['duplicate-id', 'kinds[4].id']]],
    ['a ground twice', { ...sound, grounds: [LONG_STAY, NO_HOLDER, NO_HOLDER] }, [['duplicate-id', 'grounds[2].id']]],
    ['a route twice', { ...sound, routes: [...sound.routes, offered('direct-payment')] }, [['route-twice', 'routes[3].route']]],
    [
      'one route closed twice',
      withKind('care-home', {
        closedTo: [
          { route: 'direct-payment', ground: 'long-stay' },
          { route: 'direct-payment', ground: 'long-stay' },
        ],
      }),
      [['route-twice', 'kinds[2].closedTo[1].route']],
    ],
    [
      'a ground for a kind there is not',
      { ...sound, grounds: [{ ...LONG_STAY, kinds: ['care-home', 'castle'] }, NO_HOLDER] },
      [['unknown-kind', 'grounds[0].kinds']],
    ],
    [
      'a ground that can be read nowhere',
      { ...sound, grounds: [LONG_STAY, { ...NO_HOLDER, toConfirm: undefined }] },
      [['ground-without-source', 'grounds[1]']],
    ],
    [
      'options numbered outside Scotland',
      { ...sound, routes: sound.routes.map((each, at) => (at === 0 ? { ...each, sdsOption: 1 } : each)) },
      [['four-options', 'routes[0].sdsOption']],
    ],
  ])('%s', (_, rules, faults) => {
    expect(places(rules)).toEqual(faults);
    for (const { message } of supportFaults(rules)) expect(message).toMatch(/^[A-Z“].*\.$/);
  });

  test('without a lawful reason: the sentence says what is closed, to what, and the rule', () => {
    const [fault] = supportFaults(closing({ route: 'direct-payment' }));
    expect(fault).toEqual({
      code: 'blocked-without-reason',
      where: 'kinds[1].closedTo[0]',
      law: 'Care Act 2014, ss.26 and 31–33',
      message:
        '“Shared Lives” is closed to a direct payment without a lawful reason. A kind of support is never refused because of how it is paid for. Open it, or name a ground of this file that fits.',
    });
  });

  test('a reason for not offering a route has a law and a last day, or the file cannot be read', () => {
    const [first, ...others] = unavailable('individual-service-fund').routes;
    for (const field of ['reason', 'law', 'until']) {
      const routes = [first, ...others].map((each) =>
        each?.unavailable ? { ...each, unavailable: { ...each.unavailable, [field]: undefined } } : each,
      );
      expect(SupportRules.safeParse({ ...sound, routes }).success, field).toBe(false);
    }
  });

  test('Wales names no law it has not been given', () => {
    const welsh: SupportRules = { ...closing({ route: 'direct-payment' }), jurisdiction: 'WLS' };
    expect(supportFaults(welsh)).toEqual([expect.not.objectContaining({ law: expect.anything() })]);
  });
});

describe('Scotland', () => {
  const NUMBER = { 'direct-payment': 1, 'individual-service-fund': 2, 'council-managed': 3 } as const;
  const scottish: SupportRules = {
    ...sound,
    jurisdiction: 'SCT',
    routes: sound.routes.map((each) => ({ ...each, sdsOption: NUMBER[each.route] })),
    mix: { ...sound.mix, sdsOption: 4 },
  };
  test('four options, each once, are sound', () => expect(supportFaults(scottish)).toEqual([]));

  test.each<[string, SupportRules, [string, string][]]>([
    [
      'none of them has a number',
      { ...sound, jurisdiction: 'SCT' },
      [0, 1, 2].map((at) => ['four-options', `routes[${at}].sdsOption`]),
    ],
    [
      'two with one number',
      { ...scottish, routes: scottish.routes.map((each) => ({ ...each, sdsOption: 1 as const })) },
      [1, 2].map((at) => ['four-options', `routes[${at}].sdsOption`]),
    ],
    ['a route missing', { ...scottish, routes: scottish.routes.slice(1) }, [['route-missing', 'routes']]],
  ])('%s', (name, rules, faults) => {
    const mix: [string, string][] = name.startsWith('none') ? [['four-options', 'mix.sdsOption']] : [];
    expect(places(rules)).toEqual([...faults, ...mix]);
  });
  test.each(ROUTES)('no option may be left out for now: %s', (route) => {
    const at = ROUTES.indexOf(route);
    expect(places(unavailable(route, '2027-03-31', scottish))).toEqual([['option-unavailable', `routes[${at}].unavailable`]]);
  });
  test('options come in the order of the law, whatever the order of the file', () => {
    const backwards = { ...scottish, routes: [...scottish.routes].reverse() };
    expect(optionsFor(backwards, TODAY).map(({ option }) => option)).toEqual([...ROUTES, 'mix', 'for-now']);
  });
});

describe('the choices', () => {
  test('are all there in an order no file can bend, and none is chosen', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sound.routes, { minLength: 3 }), (routes) => {
        const options = optionsFor({ ...sound, routes }, TODAY);
        expect(options.map(({ option }) => option)).toEqual([
          'individual-service-fund',
          'council-managed',
          'direct-payment',
          'mix',
          'for-now',
        ]);
        for (const option of options)
          expect(Object.keys(option)).not.toContain(expect.stringMatching(/chosen|default|preferred/));
      }),
    );
  });
  test('leaving it to the council for now has a day to look again', () => {
    expect(lookAgainBy(sound, TODAY)).toBe('2027-01-02');
  });
  test('a carer’s own kinds are not put in an adult’s plan, nor the other way round (I-12)', () => {
    expect(kindsFor(sound, 'adult').map(({ id }) => id)).toEqual(['home-care', 'shared-lives', 'care-home']);
    expect(kindsFor(sound, 'carer').map(({ id }) => id)).toEqual(['home-care', 'shared-lives', 'carers-break']);
  });
});

describe('what the lines of a plan come to', () => {
  const { 'direct-payment': dp, 'individual-service-fund': isf, 'council-managed': council } = FundingRoute.enum;
  test.each<[FundingRoute[], string | undefined, number | undefined]>([
    [[], undefined, undefined],
    [[dp], dp, 1],
    [[isf], isf, 2],
    [[council], council, 3],
    [[dp, dp, dp], dp, 1],
    [[dp, isf], 'mixed', 4],
    [[dp, council], 'mixed', 4],
    [[isf, council], 'mixed', 4],
    [[dp, isf, council], 'mixed', 4],
    [[council, council, isf], 'mixed', 4],
  ])('%o is %s, option %s', (routes, deployment, option) => {
    expect(deploymentOf(routes)).toBe(deployment);
    expect(sdsOptionOf(routes)).toBe(option);
  });
});

describe('reasons that have run out', () => {
  const both = unavailable(
    'individual-service-fund',
    '2026-11-20',
    closing({ route: 'individual-service-fund', ground: 'no-holder', until: '2026-11-21' }),
  );
  test.each([
    ['2026-11-20', []],
    ['2026-11-21', ['routes[1].unavailable']],
    ['2026-11-22', ['routes[1].unavailable', 'kinds[1].closedTo[0]']],
  ])('on %s: %o', (today, where) => expect(expiredGrounds(both, today).map((fault) => fault.where)).toEqual(where));
  test('a reason without a last day never does', () => expect(expiredGrounds(sound, '2099-01-01')).toEqual([]));
});
