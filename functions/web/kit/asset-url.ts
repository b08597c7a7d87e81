/**
 * Where a page finds its static files. Not the serving of them: the web function does that, with a year of immutable caching,
 * because the name changes whenever the content does.
 */
import { assetNames } from './generated/web-assets.js';

/** The address of a static file by its plain name: `ownway.css` → `/assets/ownway-1a2b3c4d.css`. */
export const assetUrl = (name: keyof typeof assetNames): string => `/assets/${assetNames[name]}`;
