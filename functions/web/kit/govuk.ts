/**
 * Upstream GOV.UK and MOJ components as typed functions. The templates are compiled ahead of time by `lib/cdk/assets`; nothing
 * here can compile one. Called by the components of the kit, and by a page that needs something without a wrapper.
 */
import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import nunjucks from 'nunjucks/browser/nunjucks-slim.js';
import type { GovukParameters } from './component-parameters.generated.ts';
import { templates } from './generated/web-assets.js';
import { htmlText, isHtml } from './html.ts';
import type { MojParameters } from './moj-parameters.ts';
import { readableTime } from './readable-time.ts';

const environment = new nunjucks.Environment(new nunjucks.PrecompiledLoader(templates), { autoescape: true });
environment.addFilter('mojDate', (value, type) => readableTime(String(value), type === 'date' ? 'date' : 'datetime'));
// The templates indent what they are given: they would add spaces to each line a person typed into a text area.
environment.addFilter('indent', (value) => value ?? '');
// Nunjucks' own `trim` is a slow regular expression, and the templates call it everywhere.
environment.addFilter('trim', (value) => nunjucks.runtime.copySafeness(value, String(value ?? '').trim()));

/** A GOV.UK component. @example govuk('tag', { text: 'Urgent', classes: 'govuk-tag--red' }) */
export const govuk = <Name extends keyof GovukParameters>(name: Name, parameters: GovukParameters[Name]): HtmlEscapedString =>
  raw(environment.render(`govuk/components/${name}/template.njk`, { params: plain(parameters) }));

/** An MOJ component, for staff pages. */
export const moj = <Name extends keyof MojParameters>(name: Name, parameters: MojParameters[Name]): HtmlEscapedString =>
  raw(environment.render(`moj/components/${name}/template.njk`, { params: plain(parameters) }));

/** Markup becomes text for the template. A plain string under an `html` name is refused even where the types were got round. */
function plain(value: unknown, name = ''): unknown {
  if (isHtml(value)) return htmlText(value);
  if (typeof value === 'string' && /html$/i.test(name))
    throw new Error(`"${name}" takes markup made by our own JSX, not a string.`);
  if (Array.isArray(value)) return value.map((item) => plain(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, key)]));
}
