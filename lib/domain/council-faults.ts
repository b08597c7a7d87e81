/**
 * What keeps a council's scheme of who agrees what from being published: what is wrong with the scheme by itself (`approval-scheme.ts`),
 * and whether the people who are known can work by it. Called by the check of the workflows folder and of bundles.
 */
import type { Actor } from './actor.ts';
import { type ApprovalScheme, type SchemeFault, schemeFaults, type Tier } from './approval-scheme.ts';
import type { Council } from './council.ts';
import { formatPence } from './money.ts';

/** `where` is a place in the council's file, such as `approval/tiers[1].from`. */
export type CouncilFault = {
  readonly code: SchemeFault['code'] | 'cover-by-nobody' | 'panel-without-members' | 'tier-nobody-reaches';
  readonly where: string;
  readonly message: string;
};

const isApprover = ({ roles }: Actor): boolean => roles.includes('approver');

const coverFaults = ({ cover }: ApprovalScheme, approvers: readonly Actor[]): CouncilFault[] =>
  cover.flatMap((each, place) =>
    (['of', 'by'] as const)
      .filter((part) => !approvers.some(({ id }) => id === each[part]))
      .map((part): CouncilFault => {
        const message = `“${each[part]}” is nobody here who agrees plans. Name somebody with the role approver.`;
        return { code: 'cover-by-nobody', where: `cover[${place}].${part}`, message };
      }),
  );

/** Where a tier begins there has to be somebody who may agree that much; in a panel's tier, somebody who sits on it. */
const tierFault = ({ title, from, panel }: Tier, place: number, approvers: readonly Actor[]): CouncilFault[] => {
  const members = panel ? approvers.filter((each) => each.panel) : approvers;
  if (panel && members.length === 0) {
    const message = `Nobody sits on “${title}”. Give at least one approver "panel": true, or leave the panel out.`;
    return [{ code: 'panel-without-members', where: `tiers[${place}].panel`, message }];
  }
  if (members.some(({ limitPence }) => limitPence !== undefined && limitPence >= from)) return [];
  const message = `Nobody in “${title}” may agree ${formatPence(from)} a week, where it begins. Give somebody a limit of ${from} or more.`;
  return [{ code: 'tier-nobody-reaches', where: `tiers[${place}].from`, message }];
};

const staffFaults = (scheme: ApprovalScheme, staff: readonly Actor[]): CouncilFault[] => {
  const approvers = staff.filter(isApprover);
  return [...scheme.tiers.flatMap((tier, place) => tierFault(tier, place, approvers)), ...coverFaults(scheme, approvers)];
};

/**
 * Everything wrong with who agrees what at this council (V07, V09). Who works there is only known where the file names staff to sign in
 * as; elsewhere that comes with the sign-in, and is not asked here.
 */
export const councilSchemeFaults = ({ approval, demo }: Pick<Council, 'approval' | 'demo'>): CouncilFault[] => {
  if (!approval) return [];
  const own = schemeFaults(approval);
  const people = own.length === 0 && demo ? staffFaults(approval, demo.staff) : [];
  return [...own, ...people].map((each) => ({ ...each, where: `approval/${each.where}` }));
};
