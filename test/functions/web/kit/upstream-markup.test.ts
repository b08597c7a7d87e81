/**
 * The compiled templates give what GOV.UK Frontend says they give: every example of every component we carry, drawn through
 * `govuk()` and compared with upstream's own expected markup. It guards our compile options, our filters and the parameter walk.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { raw } from 'hono/html';
import { describe, expect, test } from 'vitest';
import type { GovukParameters } from '../../../../functions/web/kit/component-parameters.generated.ts';
import { govuk } from '../../../../functions/web/kit/govuk.ts';
import { govukComponents, templateRoots } from '../../../../lib/cdk/assets/compile-templates.ts';
import { componentTypes, TYPES_FILE } from '../../../../lib/cdk/assets/generate-component-types.ts';

const roots = templateRoots(path.resolve('node_modules'));

type Fixture = {
  readonly name: string;
  readonly options: Record<string, unknown>;
  readonly html: string;
  readonly callBlock?: unknown;
};

const fixturesOf = (component: string): Fixture[] => {
  const { fixtures } = JSON.parse(readFileSync(path.join(roots.govuk, 'components', component, 'fixtures.json'), 'utf8'));
  return fixtures.filter((fixture: Fixture) => !fixture.callBlock);
};

/** The examples hold markup as strings; our own pages may not. */
const trusted = (value: unknown, name = ''): unknown => {
  if (typeof value === 'string') return /html$/i.test(name) ? raw(value) : value;
  if (Array.isArray(value)) return value.map((item) => trusted(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, trusted(item, key)]));
};

const withoutLayout = (html: string) =>
  html
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>]) ?/g, '$1')
    .trim();

describe.each(govukComponents(roots))('%s', (component) => {
  test.each(fixturesOf(component))('$name', ({ options, html }) => {
    const name = component as keyof GovukParameters;
    const ours = govuk(name, trusted(options) as GovukParameters[typeof name]).toString();
    expect(withoutLayout(ours)).toBe(withoutLayout(html));
  });
});

test('the committed parameter types are those of the installed version', () => {
  expect(readFileSync(TYPES_FILE, 'utf8')).toBe(componentTypes());
});
