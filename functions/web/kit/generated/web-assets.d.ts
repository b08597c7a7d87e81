/**
 * Committed by hand, so that types pass on a fresh clone: what `buildWebAssets` (lib/cdk/assets) writes beside this file as
 * `web-assets.js`. The tests' global set-up, the synth and the local start all make it first.
 */

/** Template name (`govuk/components/radios/template.njk`) → upstream template, compiled ahead of time. */
export declare const templates: Readonly<Record<string, { readonly root: unknown }>>;

/** Logical name → hashed name of each static file. */
export declare const assetNames: Readonly<Record<'ownway.css' | 'page.js' | 'mark-scripts.js' | 'icon.svg', string>>;
