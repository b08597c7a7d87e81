/**
 * What every Lambda handler is wrapped in: one line in the log when it fails, and the error goes on to whoever called, with its
 * name kept, because the state machine's Retry and Catch go by names.
 */
import middy from '@middy/core';
import { log } from '../lib/aws/log.ts';

export const door = <Event, Answer>(handle: (event: Event) => Promise<Answer>) =>
  middy<Event, Answer>()
    .onError(({ error }) => {
      const stack = (error?.stack ?? '').split('\n', 3).join(' | ');
      log('a function failed', { error: error?.name, stack });
    })
    .handler((event: Event) => handle(event));
