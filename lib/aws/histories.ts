/** A case's events in order. */
import type { Histories, RecordedEvent } from '../app/ports.ts';
import { caseKey } from './keys.ts';
import { queryAll } from './query.ts';

export const histories: Histories = {
  of: async (caseId) => {
    const rows = await queryAll({ partition: caseKey(caseId).pk, range: { from: 'EVENT#', to: 'EVENT#~' } });
    return rows.map(({ version, event }) => ({ version, event }) as RecordedEvent);
  },
};
