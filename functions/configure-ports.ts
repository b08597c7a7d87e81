/** The production ports of drafts and publishing, put together once for the administrators' pages and the command line. */
import type { ConfigurePorts } from '../lib/app/configuring/configure.ts';
import { clock } from '../lib/aws/clock.ts';
import { configurations } from '../lib/aws/configurations.ts';
import { drafts } from '../lib/aws/drafts.ts';
import { log } from '../lib/aws/log.ts';
import { machinePublisher } from '../lib/aws/machine-publisher.ts';
import { publications } from '../lib/aws/publications.ts';
import { publishing } from '../lib/aws/publishing.ts';

export const configureWith = {
  publishing,
  publications,
  configurations,
  drafts,
  machines: machinePublisher,
  clock,
  log,
} satisfies ConfigurePorts;
