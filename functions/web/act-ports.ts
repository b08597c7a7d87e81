/** The ports of the write path for people at pages: the machine's own doors hold no household, so they reach none. */
import type { ActPorts } from '../../lib/app/act.ts';
import { households } from '../../lib/aws/households.ts';
import { actPorts } from '../ports.ts';

export const webPorts: ActPorts = { ...actPorts, households };
