/**
 * Which duties of the register a stage discharges, for whoever thinks of taking it out. That one is named here does not mean that the
 * stage has to stay: another may discharge the duty too. Whether a path misses it is `check-duties.ts`.
 */
import type { StageDef } from '../domain/stage.ts';
import { binds } from './check-duties.ts';
import type { Duty, DutyRegister, StageMark } from './duty.ts';
import { isMarked } from './marks.ts';
import type { Pathway } from './schema.ts';

const marksOf = (duty: Duty): readonly StageMark[] => ('requires' in duty ? [duty.requires].flat() : []);

/** The duties that bind this pathway and that `stage` is one of the ways to discharge, in the order of the register. */
export const dutiesAt = ({ duties }: DutyRegister, pathway: Pathway, stage: StageDef): Duty[] =>
  duties.filter((duty) => binds(duty, { pathway }) && marksOf(duty).some((mark) => isMarked(stage, mark)));
