/**
 * Every page there is. A page that is not here does not exist, and the route × role test walks this list. The administrators' are served
 * by a function of their own, which alone may publish; everything else by the web function.
 */
import { adminPages } from './admin/admin-pages.ts';
import { citizenPages } from './citizen/citizen-pages.ts';
import type { Page } from './page.ts';
import { publicPages } from './public/public-pages.ts';
import { staffPages } from './staff/staff-pages.ts';

/** What the web function serves. */
export const mainPages: readonly Page[] = [...publicPages, ...citizenPages, ...staffPages];

export const pages: readonly Page[] = [...mainPages, ...adminPages];
