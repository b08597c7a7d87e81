/** The national ways to hold the money: sound, open wherever no law is against it, and in words a child of eleven can read. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { supportFaults } from '../../lib/domain/support-faults.ts';
import { FundingRoute, kindsFor, optionsFor, routeRefusal, SupportRules, waysFor } from '../../lib/domain/support-rules.ts';
import { missingFrom, say, type Text } from '../../lib/domain/text.ts';
import { readingGrade, sentencesIn, wordsIn } from '../support/reading-grade.ts';

const TODAY = '2026-11-21';
const FOLDER = new URL('../../workflows/support/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
const read = (name: string): SupportRules => SupportRules.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
const nations = files.map((name): [string, SupportRules] => [name, read(name)]);
const england = read('england.json');
const scotland = read('scotland.json');

describe.each(nations)('%s', (name, rules) => {
  test('has no faults, the name of its file, and its schema', () => {
    expect(supportFaults(rules)).toEqual([]);
    expect([rules.id, rules.$schema]).toEqual([name.replace('.json', ''), './support.schema.json']);
  });

  const shared = rules.kinds.filter(({ id }) => id.startsWith('shared-lives'));
  test('has Shared Lives to live in, for breaks and by day', () => expect(shared).toHaveLength(3));
  test.each(shared.flatMap(({ id }) => FundingRoute.options.map((route) => [id, route] as const)))(
    'Shared Lives can be paid by every route: %s by %s',
    (id, route) => expect(routeRefusal(rules, id, route, TODAY)).toBeUndefined(),
  );

  test('only living in a care home is closed to anything, and only to a direct payment; a short stay is not', () => {
    const shut = rules.kinds.flatMap(({ id }) => waysFor(rules, id, TODAY).flatMap((way) => (way.open ? [] : [[id, way.route]])));
    expect(shut).toEqual([
      ['care-home', 'direct-payment'],
      ['nursing-home', 'direct-payment'],
    ]);
    for (const [id = ''] of shut)
      expect(routeRefusal(rules, id, 'direct-payment', TODAY)?.message).toMatch(/short stay|stay of up to/);
    expect(rules.kinds.map(({ id }) => id)).toContain('short-stay-care-home');
  });

  test('what was not read in the law itself says so', () => {
    for (const { toConfirm, source } of rules.grounds) expect([toConfirm, source?.slice(0, 8)]).toEqual([true, 'https://']);
  });

  test('offers five choices, and asks again within six weeks where it is left to the council', () => {
    expect(optionsFor(rules, TODAY)).toHaveLength(5);
    expect(rules.forNow.lookAgainWithinDays).toBe(42);
  });
});

test('England has every kind that plans are made of', () => {
  expect(england.kinds.map(({ id }) => id)).toEqual(
    expect.arrayContaining(
      'personal-assistant home-care supported-living extra-care day-activity community-activity replacement-care equipment technology transport advice-and-payroll care-home nursing-home short-stay-care-home carers-break-and-wellbeing education-and-work-support other'.split(
        ' ',
      ),
    ),
  );
});

test('that the council runs the support itself is no ground against any route', () => {
  for (const { id } of nations.flatMap(([, { grounds }]) => grounds)) expect(id).not.toMatch(/in-house|council|own/);
});

test('care while a carer rests is in the adult’s plan, time for the carer in the carer’s own (I-12)', () => {
  const ids = (plan: 'adult' | 'carer') => kindsFor(england, plan).map(({ id }) => id);
  expect([ids('adult').includes('replacement-care'), ids('carer').includes('replacement-care')]).toEqual([true, false]);
  expect([ids('adult').includes('carers-break-and-wellbeing'), ids('carer').includes('carers-break-and-wellbeing')]).toEqual([
    false,
    true,
  ]);
});

test('Scotland has four options, numbered as in the Act, and a name that says the number', () => {
  const options = optionsFor(scotland, TODAY).slice(0, 4);
  const four = options.map((option) => ('sdsOption' in option ? [option.option, option.sdsOption] : []));
  expect(four).toEqual([
    ['direct-payment', 1],
    ['individual-service-fund', 2],
    ['council-managed', 3],
    ['mix', 4],
  ]);
  for (const [at, { name }] of options.entries()) expect(say(name)).toContain(`Option ${at + 1}:`);
});

describe('the words', () => {
  type Said = readonly [at: string, text: Text];
  const maybe = (at: string, text: Text | undefined): Said[] => (text === undefined ? [] : [[at, text]]);
  const choices: readonly Said[] = nations.flatMap(([, { id, routes, mix, forNow, grounds }]) => [
    ...routes.flatMap((each): Said[] => [
      [`${id} ${each.route} name`, each.name],
      [`${id} ${each.route} what`, each.what],
      [`${id} ${each.route} who holds`, each.whoHolds],
      [`${id} ${each.route} who works`, each.whoDoesTheWork],
      ...each.goodToKnow.map((text, at): Said => [`${id} ${each.route} good to know ${at}`, text]),
      ...maybe(`${id} ${each.route} unavailable`, each.unavailable?.reason),
    ]),
    ...[mix, forNow].flatMap(({ name, about }): Said[] => [
      [`${id} ${say(name)}`, name],
      [`${id} ${say(name)} about`, about],
    ]),
    ...grounds.map((ground): Said => [`${id} ground ${ground.id}`, ground.about]),
  ]);
  const kinds = nations.flatMap(([, rules]) =>
    rules.kinds.flatMap(({ id, name, about }): Said[] => [
      [`${rules.id} ${id}`, name],
      ...maybe(`${rules.id} ${id} about`, about),
    ]),
  );

  test.each([{ easy: false }, { easy: true }])('are of reading grade 6 or lower: %o', (reader) => {
    const graded = [...choices, ...kinds]
      .map(([at, text]) => [at, say(text, reader)] as const)
      .filter(([, words]) => wordsIn(words).length > 3)
      // The name of the law for it, which has no shorter one.
      .map(([at, words]) => ({ at, words, grade: readingGrade(sentencesIn(words.replace(/Individual Service Fund/g, 'It'))) }));
    expect(graded.length).toBeGreaterThan(80);
    expect(graded.filter(({ grade }) => grade > 6)).toEqual([]);
  });

  test('of each choice and each reason are there in Easy Read, in very short sentences', () => {
    expect(choices.filter(([, text]) => missingFrom(text, ['easy']).length > 0).map(([at]) => at)).toEqual([]);
    const long = choices.flatMap(([at, text]) =>
      sentencesIn(say(text, { easy: true })).flatMap((sentence) => (wordsIn(sentence).length > 11 ? [`${at}: ${sentence}`] : [])),
    );
    expect(long).toEqual([]);
  });

  test('sell nothing: no choice is called the usual one, the easy one or the best', () => {
    const all = choices.flatMap(([, text]) => [say(text), say(text, { easy: true })]).join(' ');
    expect(all).not.toMatch(/\b(usual(ly)?|normal(ly)?|best|better|easier|easiest|most people choose|recommend\w*|default)\b/i);
  });
});
