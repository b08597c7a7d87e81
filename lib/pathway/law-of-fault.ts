/**
 * Which law a fault stems from, where the check that found it does not say: who agrees which plans, how soon support is reviewed. The
 * register names the faults by code and place (`duty.ts`); nothing is checked here.
 */
import type { Duty, DutyRegister, RuleDuty } from './duty.ts';

type Placed = {
  readonly code: string;
  readonly file: string;
  readonly where: string;
  readonly law?: string;
  readonly message: string;
};

const isRule = (duty: Duty): duty is RuleDuty => 'faults' in duty;

/** `tiers[2].panel` and `tiers/2/panel` are one place. */
const segments = (where: string): string[] => where.split(/[/.[\]]+/).filter((each) => each !== '');

const within = (where: string, beginning: string): boolean => {
  const place = segments(where);
  return segments(beginning).every((each, at) => place[at] !== undefined && (each === '*' || each === place[at]));
};

const isAbout = ({ code, file, where }: Placed, rule: RuleDuty['faults'][number]): boolean =>
  code === rule.code &&
  (rule.room === undefined || file.split('/')[0] === rule.room) &&
  (rule.where === undefined || within(where, rule.where));

/** Does the law of this nation forbid what this fault tells of? Where it does not, nobody is held to it. */
export const namesFault = ({ duties }: DutyRegister, code: string): boolean =>
  duties.filter(isRule).some(({ faults }) => faults.some((each) => each.code === code));

/** The fault with the law it stems from and what that asks, where a register knows it; otherwise as it was. */
export const withLaw = <F extends Placed>(fault: F, registers: readonly DutyRegister[]): F => {
  if (fault.law !== undefined) return fault;
  const duty = registers
    .flatMap(({ duties }) => duties)
    .filter(isRule)
    .find(({ faults }) => faults.some((each) => isAbout(fault, each)));
  return duty ? { ...fault, message: `${fault.message} ${duty.message} (${duty.law})`, law: duty.law } : fault;
};
