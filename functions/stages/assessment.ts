/** An assessment waits for a worker and the person to confirm it together. */
import { humanStage } from './human-stage.ts';

export const handler = humanStage();
