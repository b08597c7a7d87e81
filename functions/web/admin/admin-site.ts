/** What the admin function serves: the administrators' pages and nothing else. Used by `admin.ts` and by tests. */
import type { Site } from '../app.tsx';
import { adminPages } from './admin-pages.ts';

/** A whole configuration can be brought in as one form, and words sent by a form take up to three times their room. */
const LARGEST_FORM = 1536 * 1024;

export const adminSite: Site = { pages: adminPages, largestForm: LARGEST_FORM };
