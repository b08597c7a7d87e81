/** What was agreed beside what a points table gives, as a chart and a table; placeholder until wired below. */
import type { RasModel } from '../../../lib/domain/ras-model.ts';

export const Calibration = ({ model: _ }: { readonly model: RasModel }) => null;
