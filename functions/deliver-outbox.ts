/** Every minute: delivers what a crash or a fault left in the outbox. `{ "everything": true }` does not wait for it to settle. */
import * as z from 'zod';
import { deliverLeftovers } from '../lib/app/deliver.ts';
import { clock } from '../lib/aws/clock.ts';
import { configurations } from '../lib/aws/configurations.ts';
import { engine } from '../lib/aws/engine.ts';
import { log } from '../lib/aws/log.ts';
import { outbox } from '../lib/aws/outbox.ts';
import { outboxSweep } from '../lib/aws/outbox-sweep.ts';
import { door } from './door.ts';

const Asked = z.object({ everything: z.boolean().default(false) });

export const handler = door(async (event: unknown) => {
  const { everything } = Asked.parse(event ?? {});
  const swept = await deliverLeftovers({ configurations, engine, outbox, log, sweep: outboxSweep }, clock(), everything);
  if (swept.delivered + swept.left > 0) log('the outbox was swept', swept);
  // Failing makes the function's alarm ring; what was delivered stays delivered.
  if (swept.left > 0) throw Object.assign(new Error(`${swept.left} effects could not be delivered`), { name: 'EffectsLeft' });
  return swept;
});
