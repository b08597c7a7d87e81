/**
 * Puts a machine behind open cases that lost their own: every quarter of an hour where one did not arrive or stopped at a fault,
 * every night, with `{ "everything": true }`, wherever one is gone.
 */
import * as z from 'zod';
import { recover } from '../lib/app/recover.ts';
import { engineWatch } from '../lib/aws/engine-watch.ts';
import { log } from '../lib/aws/log.ts';
import { watchList } from '../lib/aws/time-lists.ts';
import { door } from './door.ts';
import { actPorts } from './ports.ts';

const Asked = z.object({ everything: z.boolean().default(false) });

export const handler = door(async (event: unknown) => {
  const { everything } = Asked.parse(event ?? {});
  const recovered = await recover({ ...actPorts, watch: engineWatch, watchList }, everything);
  if (recovered.restarted > 0) log('machines were started again', recovered);
  return recovered;
});
