/**
 * Everything between the sources and a CloudFormation template: bundle each function, derive what it may do, write the template
 * and the folders it names. Needs no credentials, network or container. Called by `bin/app.ts` and by tests.
 */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { type Bundle, bundleAll } from './bundle.ts';
import type { BuiltFunction } from './function.ts';
import { type FunctionSpec, isWeb } from './functions.ts';
import { type AdapterTable, grantsFor } from './grants.ts';
import { OwnwayStack, type OwnwayStackProps } from './ownway-stack.ts';

export type Deployment = Omit<OwnwayStackProps, 'functions' | 'configurationVersion'> & {
  /** Everything the council decides, as the one document that cases are stamped with. */
  readonly configuration: { readonly version: string };
  readonly functions: readonly FunctionSpec[];
  /** What each adapter file may do, and the folder those files are in. */
  readonly adapters: { readonly folder: string; readonly actions: AdapterTable };
  /** Style sheets, scripts and icons the web function serves. */
  readonly assetsFolder: string;
  /** Left out, the template is checked against CloudFormation's rules, which takes five seconds; a laptop need not. */
  readonly check?: boolean;
};

export type Synthesised = { readonly folder: string; readonly templateFile: string; readonly bundles: readonly Bundle[] };

/** What a function reads beside its code: the web function its static files, the publisher the document it publishes. */
const furnish = async (spec: FunctionSpec, { folder }: Bundle, deployment: Deployment): Promise<void> => {
  if (isWeb(spec)) await cp(deployment.assetsFolder, join(folder, 'assets'), { recursive: true });
  if (spec.caller.by === 'cloudformation')
    await writeFile(join(folder, 'configuration.json'), JSON.stringify(deployment.configuration));
};

type Part = { readonly bundle: Bundle; readonly built: BuiltFunction };

const buildAll = async (deployment: Deployment, into: string): Promise<Part[]> => {
  const bundles = new Map((await bundleAll(deployment.functions, into)).map((bundle) => [bundle.name, bundle]));
  return Promise.all(
    deployment.functions.map(async (spec): Promise<Part> => {
      const bundle = bundles.get(spec.name);
      if (!bundle) throw new Error(`${spec.name} was not bundled.`);
      await furnish(spec, bundle, deployment);
      const grants = grantsFor(bundle, deployment.adapters.actions, deployment.adapters.folder);
      return { bundle, built: { spec, folder: bundle.folder, grants } };
    }),
  );
};

/** The settings are here and not in `cdk.json`, so that the CDK command line and `npm start` make the very same template. */
const SETTINGS = {
  // The local runner finds each function's folder by this.
  'aws:cdk:enable-asset-metadata': true,
  '@aws-cdk/core:checkSecretUsage': true,
  // What CloudFormation would refuse is refused here.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
};

/** Writes template and folders into `outDir`. The same sources always give the same template, byte for byte. */
export const synthesise = async (deployment: Deployment, outDir: string): Promise<Synthesised> => {
  await mkdir(outDir, { recursive: true });
  const parts = await buildAll(deployment, join(outDir, 'functions'));
  const app = new App({
    outdir: outDir,
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: deployment.check ?? true,
    context: SETTINGS,
  });
  const { council, signIn, alarmEmail, configuration, pathways } = deployment;
  new OwnwayStack(app, {
    council,
    signIn,
    ...(alarmEmail ? { alarmEmail } : {}),
    configurationVersion: configuration.version,
    pathways,
    functions: parts.map(({ built }) => built),
  });
  const [stack] = app.synth().stacks;
  if (!stack) throw new Error('CDK wrote no stack.');
  return { folder: outDir, templateFile: stack.templateFullPath, bundles: parts.map((part) => part.bundle) };
};
