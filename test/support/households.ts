/** People who plan together, made by `decideHousehold` and never by hand. Not a test itself. */
import { decideHousehold } from '../../lib/domain/decide-household.ts';
import { evolveHousehold, type Household, type NewMember } from '../../lib/domain/household.ts';
import type { HouseholdCommand } from '../../lib/domain/household-command.ts';
import type { Acting } from '../../lib/domain/household-setting.ts';
import { isRefusal, type RefusalCode } from '../../lib/domain/refusal.ts';

export const MONDAY = '2026-11-23T09:30:00.000Z';
export const TODAY = '2026-11-23';

const member = (letter: string, name: string, kind: NewMember['kind'] = 'adult'): NewMember => ({
  caseId: `C-${letter}2026AAA`,
  person: { id: `P-01-${letter}`, name },
  kind,
});
export const ADA = member('ADA', 'Ada Thornbury');
export const BEN = member('BEN', 'Ben Hart');
export const CAI = member('CAI', 'Cai Rees');
export const DOT = member('DOT', 'Dot Lane', 'carer');

export const own = ({ caseId, person }: NewMember): Acting => ({ by: person, role: 'person', caseId });
export const worker = ({ caseId }: NewMember): Acting => ({
  by: { id: 'S-PRIYA', name: 'Priya Raman' },
  role: 'assessor',
  caseId,
});
export const approver = ({ caseId }: NewMember): Acting => ({
  by: { id: 'S-MORAG', name: 'Morag Sinclair' },
  role: 'approver',
  caseId,
});
export const advocate = ({ caseId }: NewMember): Acting => ({
  by: { id: 'P-VERA', name: 'Vera Okafor' },
  role: 'representative',
  as: 'advocate',
  caseId,
});

export type Deed = readonly [command: HouseholdCommand, acting: Acting, at?: string];

/** The refusal's code, or the events by type. */
export const outcomeOf = (household: Household | undefined, [command, acting, at = MONDAY]: Deed): RefusalCode | string[] => {
  const decided = decideHousehold(command, household, acting, new Date(at));
  return isRefusal(decided) ? decided.refused : decided.map(({ type }) => type);
};

/** Does one deed after the other. Throws on a refusal: then the story told is not one that could happen. */
export const go = (household: Household | undefined, ...deeds: readonly Deed[]): Household => {
  let state = household;
  for (const [command, acting, at = MONDAY] of deeds) {
    const decided = decideHousehold(command, state, acting, new Date(at));
    if (isRefusal(decided)) throw new Error(`${command.type}: ${decided.message}`);
    for (const event of decided) state = evolveHousehold(state, event);
  }
  if (!state) throw new Error('nothing happened');
  return state;
};

const asked = (members: readonly NewMember[]) => members.map((each) => ({ ...each, words: 'Yes, I would like that.' }));
export const openFor = (...members: NewMember[]): Deed => [
  { type: 'open-household', id: 'H-THORNBURY', name: 'Ada and Ben', members: asked(members) },
  worker(members[0] ?? ADA),
];
/** Ada, Ben and Cai, and Dot who is a carer. */
export const together = go(undefined, openFor(ADA, BEN, CAI, DOT));

export const content = (parts: readonly (readonly [NewMember, number])[], change: object = {}) => ({
  description: '3 hours at £20.00',
  wholePence: 6000,
  shares: parts.map(([{ caseId }, each]) => ({ caseId, parts: each })),
  startsOn: TODAY,
  ...change,
});
export const start = (by: Acting, parts: readonly (readonly [NewMember, number])[], change: object = {}): Deed => [
  { type: 'start-pool', name: 'Friday nights', purpose: 'Somebody to drive us to the club.', content: content(parts, change) },
  by,
];
export const agree = (who: NewMember, version = 1, at = MONDAY): Deed => [
  { type: 'agree-pool', number: 1, version, words: '' },
  own(who),
  at,
];
/** Ada and Ben share £60 a week by equal parts, agreed by both. */
export const pooled = go(
  together,
  start(own(ADA), [
    [ADA, 1],
    [BEN, 1],
  ]),
  agree(BEN),
);
