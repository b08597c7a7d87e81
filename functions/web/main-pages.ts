/**
 * Every page that the web function serves. Apart from `pages.ts`, so that nothing of the administrators' comes into that function: what
 * is in a bundle is in its role.
 */
import { citizenPages } from './citizen/citizen-pages.ts';
import type { Page } from './page.ts';
import { publicPages } from './public/public-pages.ts';
import { staffPages } from './staff/staff-pages.ts';

export const mainPages: readonly Page[] = [...publicPages, ...citizenPages, ...staffPages];
