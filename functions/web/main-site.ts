/**
 * What the web function serves: every page but the administrators', style sheets and scripts for all of them, and whether all is well.
 * Not the rules a request meets (`app.tsx`). Used by `web.ts` and by tests.
 */

import type { Site } from './app.tsx';
import { asset } from './assets.ts';
import { caseDoor } from './case-door.ts';
import { health } from './health.ts';
import { mainPages } from './main-pages.ts';

export const mainSite: Site = {
  pages: mainPages,
  cases: caseDoor,
  besides: (app) => {
    app.get('/assets/:name', asset);
    app.get('/health', health);
  },
};
