/**
 * Given a case, when somebody asks for something, then these events or this refusal. One row of a table is one such sentence.
 */
import { expect } from 'vitest';
import type { Case } from '../../lib/domain/case.ts';
import { decide } from '../../lib/domain/decide.ts';
import type { EventType } from '../../lib/domain/event.ts';
import { isRefusal, type RefusalCode } from '../../lib/domain/refusal.ts';
import { caseAt, MONDAY, type Place, type Step } from './case-so-far.ts';
import { small } from './small-council.ts';

export type Then = readonly EventType[] | RefusalCode;

const stateOf = (given: Place | Case): Case | undefined => {
  if (typeof given !== 'string') return given;
  return given === 'nobody yet' ? undefined : caseAt(given);
};

/** What is decided, as event types or the code of the refusal. */
export const outcomeOf = (given: Place | Case, { by, command, at }: Step, configuration = small): Then => {
  const decision = decide(command, stateOf(given), by, configuration, new Date(at ?? MONDAY));
  return isRefusal(decision) ? decision.refused : decision.map(({ type }) => type);
};

/** Checks one row, and that a refusal always says in a sentence what is the matter. */
export const expectThat = (given: Place | Case, when: Step, then: Then, configuration = small): void => {
  const decision = decide(when.command, stateOf(given), when.by, configuration, new Date(when.at ?? MONDAY));
  if (isRefusal(decision)) expect(decision.message).toMatch(/^[A-Z“0-9].*[.?]$/);
  expect(outcomeOf(given, when, configuration)).toEqual(then);
};
