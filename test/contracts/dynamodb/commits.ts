/** Commits as the script makes them: a case from the domain, its line, its effects. Called by the contract tests. */
import { follow as withEffects } from '../../../lib/app/effects.ts';
import type { Commit } from '../../../lib/app/ports.ts';
import { summarise } from '../../../lib/app/summary.ts';
import { type Case, replay } from '../../../lib/domain/case.ts';
import { decide } from '../../../lib/domain/decide.ts';
import type { CaseEvent } from '../../../lib/domain/event.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';
import { MONDAY, type Step } from '../../support/case-so-far.ts';
import { small } from '../../support/small-council.ts';

/** The events of `steps`, as the case `caseId` of `personId` would have them. */
export const eventsOf = (caseId: string, personId: string, steps: readonly Step[]): CaseEvent[] => {
  const events: CaseEvent[] = [];
  for (const { by, command, at } of steps) {
    const asked = command.type === 'open-case' ? { ...command, caseId, person: { id: personId, name: 'Someone' } } : command;
    const actor = by.roles.includes('person') ? { ...by, id: personId } : by;
    const decision = decide(asked, replay(events), actor, small, new Date(at ?? MONDAY));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.message}`);
    events.push(...decision);
  }
  return events;
};

/** The commit that adds `events` to `before`. */
export const commitOf = (before: Case | undefined, events: readonly CaseEvent[], team = 'team'): Commit => {
  const { after, effects } = withEffects(before, events);
  const entries = effects.map((effect, place) => ({
    id: `${after.id}#${after.version}#${place}`,
    filedAt: events[0]?.at ?? MONDAY,
    effect,
  }));
  return { expected: before?.version ?? 0, after, events, requests: [], summary: summarise(after, small), team, entries };
};

let made = 0;
/** An id nobody has used yet in this process. */
export const newId = (prefix: string): string => {
  made += 1;
  return `${prefix}-${String(made).padStart(4, '0')}${Date.now().toString(36).toUpperCase().slice(-4)}`;
};
