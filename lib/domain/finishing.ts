/**
 * Who can finish which stage: worked out from the permission table, so that a stage never waits for somebody whose every attempt is
 * refused. Not who holds a particular stage, which a council says with `who`. Called by the checks of pathways and of bundles.
 */
import type { ActingRole } from './actor.ts';
import type { Form } from './form.ts';
import { type Action, rolesFor } from './permission.ts';
import type { HumanStageDef } from './stage.ts';

type Page = Form['page'];

const OF_KIND = {
  assessment: ['confirm-assessment'],
  'plan-approval': ['approve-plan', 'return-plan'],
  review: ['record-review'],
} as const satisfies Record<Exclude<HumanStageDef['kind'], 'form'>, readonly Action[]>;

const OF_PAGE = {
  story: ['answer-question', 'send-story'],
  plan: ['save-plan', 'offer-plan'],
  questions: ['fill-form'],
  /** A part ends nothing; a stage cannot be made of one, which the checks of bundles say in their own words. */
  part: ['answer-question'],
} as const satisfies Record<Page, readonly Action[]>;

/**
 * The roles that can bring a stage of `kind` to each of its outcomes. A form depends on its `page`, which only the council's bundle
 * knows: while it is unknown, nobody is ruled out.
 * @example whoCanFinish('plan-approval') // ['approver']
 */
export const whoCanFinish = (kind: HumanStageDef['kind'], page?: Page): readonly ActingRole[] => {
  if (kind !== 'form') return rolesFor(OF_KIND[kind]);
  return rolesFor(page ? OF_PAGE[page] : []);
};

/** The sentence for a stage that waits for `who` and can only be finished by `can`; nothing when `who` is one of them. */
export const cannotFinish = (who: ActingRole, can: readonly ActingRole[]): string | undefined =>
  can.includes(who)
    ? undefined
    : `This stage waits for the ${who}, who cannot finish it, so a case would stand still here. It can be held by: ${can.join(', ')}.`;
