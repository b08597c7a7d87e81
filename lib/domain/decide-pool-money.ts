/** Writing down the money of a pool: what somebody put in, and what was spent for all. What an entry does is `pool-ledger.ts`. */
import { toIsoDate } from './calendar.ts';
import { isSharer, openPool } from './decide-pool.ts';
import type { HouseholdCommandOf } from './household-command.ts';
import { type HouseholdDecision, type HouseholdSetting, noted } from './household-setting.ts';
import { LARGEST_PENCE } from './money.ts';
import { entryFor } from './pool-ledger.ts';
import { refuse } from './refusal.ts';

/** Writes down money put in or spent. Only somebody with a share, or a worker, writes it. */
export const recordPoolMoney = (
  setting: HouseholdSetting,
  command: HouseholdCommandOf<'record-pool-money'>,
): HouseholdDecision => {
  const pool = openPool(setting, command.number);
  if ('refused' in pool) return pool;
  const { movement } = command;
  const what = movement.what.trim();
  if (what === '' || what.length > 200) return refuse('answer-not-valid', 'Say what it was, in up to 200 letters.');
  if (!Number.isInteger(movement.pence) || movement.pence < 1 || movement.pence > LARGEST_PENCE)
    return refuse('answer-not-valid', 'Write an amount in pounds and pence, such as 20 or 20.50.');
  const { role, caseId } = setting.acting;
  if (role !== 'assessor' && (!isSharer(pool, caseId) || (movement.kind === 'in' && movement.caseId !== caseId)))
    return refuse('not-in-household', 'You can write down what you put in yourself, and what was spent, where you have a share.');
  const entry = entryFor(pool, { ...movement, what }, toIsoDate(setting.now));
  return 'refused' in entry ? entry : [noted(setting, { type: 'PoolMoneyRecorded', number: pool.number, entry })];
};
