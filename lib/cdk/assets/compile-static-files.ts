/**
 * Makes the files a browser loads: one style sheet, two scripts, one icon. Not the templates. Called by `buildWebAssets`.
 * Nothing in them points at another file or host, so the pages can run under a policy of `default-src 'none'`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { compileAsync, Logger } from 'sass';

/** By logical name. The names in the pages carry a hash of the content; see `manifest`. */
export type StaticFiles = Readonly<Record<string, string>>;

const SCRIPTS = ['page', 'mark-scripts'];

export async function compileStaticFiles(sources: string, repository: string): Promise<StaticFiles> {
  const [styles, ...scripts] = await Promise.all([
    compileStyles(path.join(sources, 'ownway.scss'), repository),
    ...SCRIPTS.map((name) => bundleScript(path.join(sources, `${name}.js`))),
  ]);
  const scriptFiles = Object.fromEntries(SCRIPTS.map((name, index) => [`${name}.js`, scripts[index] ?? '']));
  return { 'ownway.css': styles ?? '', ...scriptFiles, 'icon.svg': readFileSync(path.join(sources, 'icon.svg'), 'utf8') };
}

/** One MOJ rule we do not use shows a picture from a file; a style sheet that points at nothing else needs no policy for it. */
const PICTURE = /background-image:url\([^)]*\);?/g;

/** MOJ refers to GOV.UK as `node_modules/govuk-frontend/…`, so the load path is the repository itself. */
async function compileStyles(entry: string, repository: string): Promise<string> {
  const { css } = await compileAsync(entry, {
    loadPaths: [repository],
    style: 'compressed',
    quietDeps: true,
    logger: Logger.silent,
  });
  return css.replace(PICTURE, '');
}

async function bundleScript(entry: string): Promise<string> {
  const options = { bundle: true, minify: true, format: 'esm', target: 'es2020', legalComments: 'none', write: false } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  return outputFiles[0]?.text ?? '';
}
