/** A plan waits to be agreed, or sent back with reasons, by someone who did not write it. */
import { humanStage } from './human-stage.ts';

export const handler = humanStage();
