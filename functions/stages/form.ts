/** A stage the council laid out itself waits for whoever the pathway names. */
import { humanStage } from './human-stage.ts';

export const handler = humanStage();
