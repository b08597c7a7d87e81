/**
 * An administrator takes the panel's look at the plan out of the pathway that everybody is on, in the browser and against the clock; a
 * second one publishes it and moves the open cases. Nobody loses an answer or is asked anything twice, and all of it can be put back. On a
 * service of its own: what is published here is not what the other files begin with.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast as Council, castFor, openCase, optionWith, play } from '../journeys/cast.ts';
import { type RunningService, startService } from '../support/running-service.ts';
import { Visitor } from '../support/visitor.ts';
import { councilSteps, type FormStep, storySteps } from '../support/whole-case.ts';
import {
  askToTakeOut,
  beginDraft,
  beginsMove,
  type Counted,
  counted,
  mainWords,
  publishes,
  takeItOut,
  takeOutLink,
  typeIn,
  untilMove,
} from './admin-walk.ts';
import { cast } from './cast.ts';
import { signInAs, waitFor } from './person-walk.ts';
import { agree, arrange, lookAgain, take } from './staff-walk.ts';
import { asRead, type Walker } from './walker.ts';

let service: RunningService;
const { someone, signedIn, faults, looked } = cast(
  () => false,
  () => service.url,
);

const FIVE_MINUTES_MS = 300_000;
const CURRENT_FOR_MS = 6_000;
/** The service may have to be put together first; then three cases are brought to where they are to be met. */
const SET_UP_MS = 240_000;
/** The clock that moves cases runs every minute, and the machine may be busy. */
const LONGEST_MOVE_MS = 180_000;

const PANEL = 'Quality check of the plan';
const SIGN_OFF = 'Plan sign-off';
const OUT = {
  pathway: 'Self-directed support for adults',
  stage: PANEL,
  onTo: SIGN_OFF,
  why: 'It changed one plan in fifty and cost five days.',
} as const;
const DRAFT = 'No second look at plans';
const MOVE = 'Without the second look';

/** A case with everybody who has to do with it, and the name its person signs in with. */
type Told = { readonly council: Council; readonly id: string; readonly name: string };
const PEOPLE = {
  ada: 'Ada Thornbury',
  bashir: 'Bashir Noorzai',
  carys: 'Carys Llewellyn-Hart',
  dorota: 'Dorota Wisniewska',
} as const;
const IDS = { ada: 'P-01-ADA', bashir: 'P-02-BASHIR', carys: 'P-03-CARYS', dorota: 'P-04-DOROTA' } as const;
/** Waits at the panel, is moved and put back; is moved and goes on; is at its story. */
let waiting: Told;
let goesOn: Told;
let telling: Told;
let version = '';
/** What could be read before anything was changed: about the case that waits, on its person's page, and in the story that is told. */
let before: readonly string[] = [];
let ownBefore = '';
let storyBefore = '';

const at = ({ id }: Told, path = ''): string => `/cases/${id}${path}`;

/** Plays from after the form whose page ends in `after` (the first one, if it is empty) up to, and not including, `until`. */
const playOn = async ({ council, id }: Told, after: string, until = 'the end'): Promise<void> => {
  const steps: FormStep[] = [...storySteps(id, optionWith), ...councilSteps(id)];
  const from = after === '' ? 0 : steps.findIndex(({ page }) => page.endsWith(after)) + 1;
  for (const step of steps.slice(from)) {
    if (step.page.endsWith(until)) return;
    if (step.page.endsWith('/form/quality-check')) continue;
    await play(council, step);
  }
};

/** Opens a case and plays it up to, and not including, the form whose page ends in `until`. Nobody looks at a plan twice here. */
const toldUntil = async (who: keyof typeof PEOPLE, until?: string): Promise<Told> => {
  const person = await new Visitor(service.url).signInAs(IDS[who]);
  const council = { ...(await castFor('Nobody', service.url)), person };
  const told = { council, id: await openCase(council), name: PEOPLE[who] };
  await playOn(told, '', until);
  return told;
};

/** Somebody, from signing in to closing their browser. */
const as = async <T>(name: string, deed: (walker: Walker) => Promise<T>): Promise<T> => {
  const one = await signedIn(name);
  const result = await deed(one);
  await one.leave();
  return result;
};

const readAll = async (one: Walker, paths: readonly string[]): Promise<string[]> => {
  const read: string[] = [];
  for (const path of paths) {
    expect([path, await one.open(path)]).toEqual([path, 200]);
    read.push(await mainWords(one));
  }
  return read;
};

/** Every fact, answer, figure and word of the plan of a case, as those who work with it read them. */
const heldBy = (told: Told): Promise<string[]> =>
  as('Priya Raman', (priya) =>
    readAll(
      priya,
      ['/answers', '/plan', '/money', '/circle'].map((page) => at(told, page)),
    ),
  );

/** What the person's own page says. */
const ownPage = async (told: Told): Promise<string> =>
  as(told.name, async (one) => (await readAll(one, [at(told, '/me')])).join());

/** How many questions are still to be answered, as their own page says it. */
const askedOn = (page: string): string[] => page.match(/Questions you can answer or change.*/g) ?? [];

/** Every question of a story and whether it is answered. */
const storyOf = async (told: Told): Promise<string> =>
  as(told.name, async (one) => (await readAll(one, [at(told, '/story')])).join());

const historyOf = (told: Told): Promise<string> =>
  as('Priya Raman', async (priya) => (await readAll(priya, [at(told, '/history')])).join());

/** The row of a table that begins with this case. */
const rowOf = ({ page }: Walker, { id }: Told): Promise<string> =>
  asRead(page.locator('main tr').filter({ has: page.getByRole('rowheader', { name: id, exact: true }) }));

beforeAll(async () => {
  service = await startService({ SEED: 'none' });
  [waiting, goesOn, telling] = await Promise.all([
    toldUntil('ada', '/form/quality-check'),
    toldUntil('bashir', '/form/quality-check'),
    toldUntil('carys', '/self-assessment/nights'),
  ]);
}, SET_UP_MS);
afterAll(() => service.stop());

let wren: Counted;
let bilal: Counted;
let began = 0;

describe('an administrator takes an approval out of the pathway', () => {
  it('while a case waits for it', async () => {
    await as('Morag Sinclair', (morag) => waitFor(morag, at(waiting), 'A second look at the plan'));
    before = await heldBy(waiting);
    ownBefore = await ownPage(waiting);
    expect(askedOn(ownBefore)).toHaveLength(1);
    storyBefore = await storyOf(telling);
    expect(before.join('\n')).toContain('In my own words, about nights');
    expect(before.join('\n')).toContain('Help to wash and dress');
    expect(before.join('\n')).toContain('£180.11');
  });

  it('in a draft that says what it saves, and hands it over', async () => {
    began = Date.now();
    wren = counted(await someone());
    await signInAs(wren, 'Wren Okonkwo');
    const draft = await beginDraft(wren, DRAFT);
    await askToTakeOut(wren, OUT);
    expect(await mainWords(wren)).toContain('No law asks for this stage');
    await takeItOut(wren, OUT);
    expect(await takeOutLink(wren, PANEL).count()).toBe(0);
    expect(await takeOutLink(wren, SIGN_OFF).count()).toBe(1);
    await wren.follow('See all that changes, or undo it');
    expect(new URL(wren.page.url()).pathname).toBe(draft);
    const said = await mainWords(wren);
    expect(said).toContain('−2 questions, −1 approval');
    expect(said).toContain(`the stage “${PANEL}” goes`);
    expect(said).toContain('Every legal duty is still met');
    await wren.press('Hand it over for publishing');
    expect(await mainWords(wren)).toContain('Somebody else has to publish it');
    expect(await wren.page.getByRole('button', { name: /^Publish/ }).count()).toBe(0);
  });

  it('and a second one publishes it, all in less than five minutes', async () => {
    bilal = counted(await someone());
    await signInAs(bilal, 'Bilal Castellane');
    version = await publishes(bilal, DRAFT);
    const took = Date.now() - began;
    const steps = { wren: { ...wren.steps }, bilal: { ...bilal.steps } };
    console.info(`taken out and published in ${(took / 1000).toFixed(1)} s: ${JSON.stringify(steps)}`);
    expect(took).toBeLessThan(FIVE_MINUTES_MS);
    // A page more for either of them is a change to be seen, and to be paid for.
    expect(steps).toEqual({ wren: { pages: 9, presses: 8, filledIn: 3 }, bilal: { pages: 4, presses: 3, filledIn: 0 } });
  });

  it('so that a new case goes from its story to support in place and never meets it', async () => {
    // What is live is asked anew by every process within five seconds, as the page of the published draft says.
    await pause(CURRENT_FOR_MS);
    const fresh = await toldUntil('dorota');
    expect(await ownPage(fresh)).toContain('Your support is in place');
    const history = await historyOf(fresh);
    expect(history).toContain('Support is in place');
    expect(history).not.toMatch(/second look|quality check/i);
  });

  it('and a case that waits for it stays where it is until it is moved', async () => {
    expect(await heldBy(waiting)).toEqual(before);
    await as('Morag Sinclair', (morag) => waitFor(morag, at(waiting), 'Fill in: A second look at the plan'));
  });
});

describe('the open cases are moved to it', () => {
  it('once it was read where each of them would go', async () => {
    expect(await bilal.follow('See which open cases could move to it')).toBe(200);
    expect(new URL(bilal.page.url()).pathname).toBe(`/admin/versions/${version}/move`);
    for (const case_ of [waiting, goesOn]) {
      expect(await rowOf(bilal, case_)).toContain(PANEL);
      expect(await rowOf(bilal, case_)).toContain(`Moves to “${SIGN_OFF}”`);
    }
    expect(await rowOf(bilal, telling)).toContain('Goes on in the same place');
    expect(await bilal.press('Go on')).toBe(422);
    await beginsMove(bilal, MOVE, 'Nobody should wait for a look that we do not take any more.');
    expect(await mainWords(bilal)).toContain('It begins within a minute');
  });

  it(
    'by a job, while nobody watches it',
    async () => {
      const took = await untilMove(bilal, 'Done');
      console.info(`moved after ${(took / 1000).toFixed(1)} s: ${JSON.stringify(bilal.steps)}`);
      for (const case_ of [waiting, goesOn]) {
        expect(await rowOf(bilal, case_)).toMatch(new RegExp(`Moved to another stage.*${PANEL}.*${SIGN_OFF}`, 's'));
      }
      expect(await rowOf(bilal, telling)).toContain('Went on in the same place');
    },
    LONGEST_MOVE_MS,
  );

  it('with every answer, figure and word of the plan they had', async () => {
    expect(await heldBy(waiting)).toEqual(before);
  });

  it('and nobody is asked anything again', async () => {
    const page = await ownPage(waiting);
    expect(page).toContain('Getting your plan agreed');
    expect(askedOn(page)).toEqual(askedOn(ownBefore));
    expect(await storyOf(telling)).toEqual(storyBefore);
    await as('Morag Sinclair', async (morag) => {
      await morag.open(at(waiting));
      expect(await mainWords(morag)).not.toContain('A second look at the plan');
    });
    await as('Priya Raman', async (priya) => {
      expect(await priya.open(at(waiting, '/plan/edit'))).toBe(409);
      // There is no such stage on the version it is on now.
      expect(await priya.open(at(waiting, '/form/quality-check'))).toBe(404);
    });
  });

  it('one goes on at the sign-off to support in place', async () => {
    await as('Glenda Whitlock', async (glenda) => {
      await take(glenda, goesOn.id);
      await agree(glenda);
    });
    await as('Tom Adeleke', async (tom) => {
      await take(tom, goesOn.id);
      await arrange(tom);
    });
    await as(goesOn.name, (one) => waitFor(one, at(goesOn, '/me'), 'Your support is in place'));
  });

  it('and one goes on with its story', async () => {
    await playOn(telling, '/self-assessment/making-decisions', '/story/check');
  });
});

describe('the move is undone', () => {
  it(
    'by a job, with a reason',
    async () => {
      expect(await bilal.press('Undo this move')).toBe(422);
      await typeIn(bilal, 'Why?', 'The panel wants to see the plans that were sent to it.');
      await bilal.press('Undo this move');
      const took = await untilMove(bilal, 'Undone');
      console.info(`put back after ${(took / 1000).toFixed(1)} s`);
      for (const case_ of [waiting, telling]) expect(await rowOf(bilal, case_)).toContain('Put back.');
    },
    LONGEST_MOVE_MS,
  );

  it('and the case waits where it waited, with all it had', async () => {
    expect(await heldBy(waiting)).toEqual(before);
    await as('Morag Sinclair', (morag) => waitFor(morag, at(waiting), 'Fill in: A second look at the plan'));
    await as('Glenda Whitlock', async (glenda) => expect(await glenda.open(at(waiting, '/approve'))).toBe(409));
  });

  it('and goes on from there to support in place', async () => {
    await as('Morag Sinclair', async (morag) => {
      await take(morag, waiting.id);
      await lookAgain(morag);
    });
    await playOn(waiting, '/form/quality-check');
    await as(waiting.name, (one) => waitFor(one, at(waiting, '/me'), 'Your support is in place'));
    expect(await historyOf(waiting)).toMatch(/second look|quality check/i);
  });

  it('the one that has gone on has not lost its support', async () => {
    expect(await ownPage(goesOn)).toContain('Your support is in place');
  });

  it('what was answered meanwhile is kept', async () => {
    const [answers = ''] = await heldBy(telling);
    for (const question of ['washing-dressing-toilet', 'nights']) expect(answers).toContain(`In my own words, about ${question}`);
  });
});

it('every page they came to is in order', () => {
  console.info(`${looked()} different pages were looked at`);
  expect(faults()).toEqual([]);
});
