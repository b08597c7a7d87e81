/**
 * One synthesis of the real functions and the real default pathway, for the tests beside this file. Not the councils' data: what a
 * template must be like does not depend on which council it is for.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTIONS } from '../../lib/aws/actions.ts';
import ensureWebAssets from '../../lib/cdk/assets/ensure-web-assets.ts';
import { ROOT } from '../../lib/cdk/bundle.ts';
import { FUNCTIONS } from '../../lib/cdk/functions.ts';
import { type Synthesised, synthesise } from '../../lib/cdk/synthesise.ts';
import { compile } from '../../lib/pathway/compile.ts';
import { Pathway } from '../../lib/pathway/schema.ts';

export type Resource = {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
};
export type Template = { readonly Resources: Record<string, Resource> };

export const adultCare = Pathway.parse(JSON.parse(readFileSync(join(ROOT, 'workflows/pathways/adult-care.json'), 'utf8')));

export type TestSynthesis = Synthesised & { readonly text: string; readonly template: Template; readonly remove: () => void };

export const testSynthesis = async ({
  signIn = 'closed',
  check = false,
}: {
  signIn?: 'demo' | 'closed';
  check?: boolean;
} = {}): Promise<TestSynthesis> => {
  const outDir = mkdtempSync(join(tmpdir(), 'ownway-synth-'));
  const { assetsDir } = await ensureWebAssets();
  const made = await synthesise(
    {
      council: 'larkshire',
      signIn,
      check,
      configuration: { version: '0123456789abcdef' },
      pathways: [{ pathway: adultCare.id, definition: JSON.stringify(compile(adultCare)) }],
      functions: FUNCTIONS,
      adapters: { folder: 'lib/aws', actions: ACTIONS },
      assetsFolder: assetsDir,
    },
    outDir,
  );
  const text = readFileSync(made.templateFile, 'utf8');
  return {
    ...made,
    text,
    template: JSON.parse(text) as Template,
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
};

export const ofType = ({ Resources }: Template, type: string): [id: string, resource: Resource][] =>
  Object.entries(Resources).filter(([, { Type }]) => Type === type);
