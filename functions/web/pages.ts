/** Every page there is. A page that is not here does not exist, and the route × role test walks this list. */
import { citizenPages } from './citizen/citizen-pages.ts';
import type { Page } from './page.ts';
import { publicPages } from './public/public-pages.ts';
import { staffPages } from './staff/staff-pages.ts';

export const pages: readonly Page[] = [...publicPages, ...citizenPages, ...staffPages];
