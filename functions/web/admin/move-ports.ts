/** What the pages of moves are done with: jobs can be asked for, cases only looked at. What moves them is a function of its own. */

import type { AskPorts } from '../../../lib/app/configuring/move-job.ts';
import type { PreviewPorts } from '../../../lib/app/configuring/move-preview.ts';
import type { StartPorts } from '../../../lib/app/configuring/moving.ts';
import { load } from '../../../lib/aws/case-load.ts';
import { clock } from '../../../lib/aws/clock.ts';
import { configurations } from '../../../lib/aws/configurations.ts';
import { histories } from '../../../lib/aws/histories.ts';
import { live } from '../../../lib/aws/live.ts';
import { log } from '../../../lib/aws/log.ts';
import { moves } from '../../../lib/aws/moves.ts';
import { reviewList, watchList } from '../../../lib/aws/time-lists.ts';

export const askPorts: AskPorts = { moves, live, clock };
export const previewPorts: PreviewPorts = { cases: { load }, configurations, histories, watchList, reviews: reviewList, log };
export const startPorts: StartPorts = { ...previewPorts, ...askPorts };
