/**
 * The events of made-up cases on the small council, step by step at the times a test says, and that council as a published bundle.
 * Used by the tests of what cases teach.
 */
import type { Bundle } from '../../lib/app/configuration.ts';
import type { RecordedEvent } from '../../lib/app/ports.ts';
import { replay } from '../../lib/domain/case.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { decide } from '../../lib/domain/decide.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import type { Step } from './case-so-far.ts';
import { forms, model, questions, route, small } from './small-council.ts';

/** Steps with the moment each is done; a step without one is done at the moment of the one before. */
export type TimedStep = Step & { readonly at?: string };

/** What happened, event by event. Throws when a step is refused: a case that could not be teaches nothing. */
export const told = (steps: readonly TimedStep[], caseId = 'C-TEST1', configuration: Configuration = small): CaseEvent[] => {
  const events: CaseEvent[] = [];
  let now = '';
  for (const { by, command, at } of steps) {
    now = at ?? now;
    const asked = command.type === 'open-case' ? { ...command, caseId } : command;
    const decision = decide(asked, replay(events), by, configuration, new Date(now));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.message}`);
    events.push(...decision);
  }
  return events;
};

export const recorded = (events: readonly CaseEvent[]): RecordedEvent[] =>
  events.map((event, place) => ({ version: place + 1, event }));

export const smallBundle: Bundle = {
  version: small.version,
  council: small.council,
  pathways: [Pathway.parse(route)],
  forms,
  questions,
  allocation: [model],
  charging: [],
  letters: [],
  support: [],
};
