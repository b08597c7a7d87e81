/** The production ports of the write path, put together once for the doors that act. */
import type { ActPorts } from '../lib/app/act.ts';
import { cases } from '../lib/aws/cases.ts';
import { clock } from '../lib/aws/clock.ts';
import { configurations } from '../lib/aws/configurations.ts';
import { engine } from '../lib/aws/engine.ts';
import { log } from '../lib/aws/log.ts';
import { outbox } from '../lib/aws/outbox.ts';

export const actPorts: ActPorts = { cases, configurations, engine, outbox, clock, log };
