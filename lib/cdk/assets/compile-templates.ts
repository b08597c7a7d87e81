/**
 * Compiles the upstream Nunjucks templates of GOV.UK Frontend and the MOJ macros we use into JavaScript, ahead of time.
 * Only upstream files are ever compiled: no wording of a council becomes a template. Called by `buildWebAssets`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import nunjucks from 'nunjucks';

/** These two draw the crown and the royal arms, which belong to GOV.UK alone. */
const CROWNED = ['header', 'footer'];
const MOJ_COMPONENTS = ['badge', 'identity-bar', 'sub-navigation', 'timeline'];
const REFERENCE = /(\{%-?\s*(?:from|import|include|extends)\s+)(["'])([^"']+)\2/g;

export type TemplateRoots = { readonly govuk: string; readonly moj: string };

export const templateRoots = (packages: string): TemplateRoots => ({
  govuk: path.join(packages, 'govuk-frontend/dist/govuk'),
  moj: path.join(packages, '@ministryofjustice/frontend/moj'),
});

/** The GOV.UK components whose templates and parameter types we carry: all but the two with the crown. */
export const govukComponents = (roots: TemplateRoots): string[] =>
  readdirSync(path.join(roots.govuk, 'components'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !CROWNED.includes(entry.name))
    .map((entry) => entry.name)
    .sort();

/**
 * The expression of an object: template name → compiled template. Names look like `govuk/components/radios/template.njk`;
 * relative references are made absolute here, so nothing has to be resolved while a page is drawn.
 */
export async function compileTemplates(roots: TemplateRoots): Promise<string> {
  const compiled = new Map<string, string>();
  const waiting = [
    ...govukComponents(roots).map((name) => `govuk/components/${name}/template.njk`),
    ...MOJ_COMPONENTS.map((name) => `moj/components/${name}/template.njk`),
  ];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (compiled.has(name)) continue;
    const { source, references } = withAbsoluteReferences(name, roots);
    compiled.set(name, compileOne(name, source));
    waiting.push(...references);
  }
  const entries = [...compiled].sort(([a], [b]) => a.localeCompare(b)).map(([name, code]) => `${JSON.stringify(name)}: ${code}`);
  const { code } = await transform(`export const templates = {${entries.join(',\n')}};`, { minify: true, format: 'esm' });
  return code;
}

function withAbsoluteReferences(name: string, roots: TemplateRoots): { source: string; references: string[] } {
  const root = name.startsWith('moj/') ? roots.moj : roots.govuk;
  const references: string[] = [];
  const source = readFileSync(path.join(root, name.slice(name.indexOf('/') + 1)), 'utf8').replace(
    REFERENCE,
    (_all, opening: string, quote: string, target: string) => {
      const absolute = target.startsWith('.') ? path.posix.join(path.posix.dirname(name), target) : target;
      references.push(absolute);
      return `${opening}${quote}${absolute}${quote}`;
    },
  );
  return { source, references };
}

/**
 * `trimBlocks` and `lstripBlocks` are not cosmetic: Nunjucks' `trim` filter is slow on runs of white space, and the templates use
 * it everywhere. Without these two a page of thirty fields takes seven to ten times as long.
 */
function compileOne(name: string, source: string): string {
  const env = new nunjucks.Environment(null, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  const wrapper = (templates: unknown) => {
    const [first] = templates as [{ template: string }];
    return `(() => {${first.template}})()`;
  };
  return nunjucks.precompileString(source, { name, env, wrapper });
}
