/** The people of a journey, signed in, and the way to any place in a case. Used by the journeys. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { Visitor } from '../support/visitor.ts';
import { councilSteps, type FormStep, OPTION_WITH, STAFF, storySteps } from '../support/whole-case.ts';

const model = JSON.parse(readFileSync(new URL('../../workflows/allocation/demo-2026-1.json', import.meta.url), 'utf8'));
export const optionWith = OPTION_WITH(model);

export type Cast = Record<FormStep['who'], Visitor>;

export const visitor = (): Visitor => new Visitor(inject('serviceUrl'));

/** A new person and four members of staff, each with a browser of their own. `origin` is left out for the service all files share. */
export const castFor = async (name: string, origin = inject('serviceUrl')): Promise<Cast> => {
  const signedIn = (id: string, called?: string) => new Visitor(origin).signInAs(id, called);
  const person = await signedIn('someone-new', name);
  const staff = Object.entries(STAFF).map(async ([who, id]) => [who, await signedIn(id)] as const);
  return { person, ...(Object.fromEntries(await Promise.all(staff)) as Omit<Cast, 'person'>) };
};

/** Waits until `page` can be filled in: the machine may still be on its way there. */
const untilOpen = async (visitor: Visitor, page: string): Promise<void> => {
  const until = Date.now() + 15_000;
  while ((await visitor.get(page)).status !== 200) {
    if (Date.now() > until) throw new Error(`${page} never came`);
    await pause(50);
  }
};

/** Sends the form on `page` as soon as it can be filled in. */
export const play = async (cast: Cast, { who, page, typed }: FormStep): Promise<string> => {
  await untilOpen(cast[who], page);
  return cast[who].submit(page, typed);
};

/** Opens a case for the person of `cast` and answers its number. */
export const openCase = async (cast: Cast): Promise<string> => {
  const caseId = /C-[A-Z0-9]+/.exec(await cast.person.submit('/my/start'))?.[0];
  if (!caseId) throw new Error('no case was opened');
  return caseId;
};

/** Plays a case from its opening up to, and not including, the form on the page that ends in `until`. */
export const playUntil = async (cast: Cast, until: string): Promise<string> => {
  const caseId = await openCase(cast);
  for (const step of [...storySteps(caseId, optionWith), ...councilSteps(caseId)]) {
    if (step.page.endsWith(until)) {
      await untilOpen(cast[step.who], step.page);
      return caseId;
    }
    await play(cast, step);
  }
  return caseId;
};

/** Plays what is left of a case after the form on the page that ends in `after`. */
export const playAfter = async (cast: Cast, caseId: string, after: string): Promise<void> => {
  const steps = [...storySteps(caseId, optionWith), ...councilSteps(caseId)];
  for (const step of steps.slice(steps.findIndex(({ page }) => page.endsWith(after)) + 1)) await play(cast, step);
};
