/** What a case is called: what stands in addresses, and what people type and read out. An id enters the system through this pattern. */
import * as z from 'zod';

/** `C-` and letters and digits. @example CaseId.parse('C-7Q2M0ZK4TD') */
export const CaseId = z.string().regex(/^C-[A-Z0-9]{4,20}$/);
