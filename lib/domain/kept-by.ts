/**
 * Who answers for a stage, a question, a tier or a form, and when it is looked at again: what nobody owns is never taken out. Optional
 * where it is read, because what was published before has neither; whoever adds something new gives both (`lib/app/configuring`).
 */
import * as z from 'zod';
import { IsoDate } from './calendar.ts';

export const keptBy = {
  owner: z.string().min(1).max(80).optional().describe('Who answers for it: a team or a post, such as “Quality team”.'),
  lookAgainOn: IsoDate.optional().describe('The day it is looked at again: is it still worth it?'),
};

/** What is new and lacks one of the two. @example lacksKeeper({ owner: 'Quality team' }) // true: there is no day to look again */
export const lacksKeeper = ({ owner, lookAgainOn }: { readonly owner?: unknown; readonly lookAgainOn?: unknown }): boolean =>
  owner === undefined || lookAgainOn === undefined;
