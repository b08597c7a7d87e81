/** A review waits to be done with the person. */
import { humanStage } from './human-stage.ts';

export const handler = humanStage();
