/**
 * Every page there is. A page that is not here does not exist, and the route × role test walks this list. The administrators' are served
 * by a function of their own, which alone may publish; everything else by the web function. No function imports this list.
 */
import { adminPages } from './admin/admin-pages.ts';
import { mainPages } from './main-pages.ts';
import type { Page } from './page.ts';

export const pages: readonly Page[] = [...mainPages, ...adminPages];
