/**
 * The names of the states a pathway compiles to, as staff read them in the AWS console. Every name made here has a space in it
 * but one, `resume`, so a stage id (lower-case words and hyphens) can clash with that one only.
 */
import type { End, StageId } from '../domain/stage.ts';

export const RESUME = 'resume';
export const CANNOT_RESUME = 'cannot resume';
export const STOPPED = 'stopped for attention';
export const outcomeState = (stage: StageId): string => `${stage} outcome`;
export const lateState = (stage: StageId): string => `${stage} late`;
export const attentionState = (stage: StageId): string => `${stage} needs attention`;
export const endState = (end: End): string => `end ${end}`;

/** Stage ids a pathway may not use, because a state of that name is always there. */
export const RESERVED_STAGE_IDS: readonly string[] = [RESUME];
