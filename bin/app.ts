/**
 * The CDK app: reads what the council decides, compiles its pathways and writes the whole deployment to `cdk.out`. Runs by itself
 * (`npm run synth`), under the CDK command line (`npm run deploy`), and in process for `npm start` and the tests.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bundle } from '../lib/app/configuration.ts';
import { bundleOf, type Documents, documentsFaults, ownDocuments, versionOf } from '../lib/app/configuring/documents.ts';
import { ACTIONS } from '../lib/aws/actions.ts';
import ensureWebAssets from '../lib/cdk/assets/ensure-web-assets.ts';
import { ROOT } from '../lib/cdk/bundle.ts';
import { FUNCTIONS } from '../lib/cdk/functions.ts';
import { type Synthesised, synthesise } from '../lib/cdk/synthesise.ts';
import { StartProblem } from '../lib/local/start-problem.ts';
import { compile } from '../lib/pathway/compile.ts';
import { readWorkflowsFolder } from './workflows-folder.ts';

export type SynthesisOptions = {
  readonly outDir: string;
  /** May be left out where `workflows/councils/` holds only one. */
  readonly council?: string | undefined;
  readonly signIn: 'closed' | 'demo';
  readonly alarmEmail?: string;
  /** Whether the template is checked against CloudFormation's rules; it is unless this says no. */
  readonly check?: boolean;
  /** Where the council's decisions are; `workflows/` of the repository when left out. */
  readonly workflows?: string;
};

type Faulty = { readonly file?: string; readonly where: string; readonly message: string };

const refuse = (faults: readonly Faulty[]): never => {
  const lines = faults.map(({ file, where, message }) => `  ${file ? `workflows/${file}, ` : ''}${where}: ${message}`);
  throw new StartProblem(`What the council decides has faults. Put these right first:\n${lines.join('\n')}`);
};

const councilOf = (councils: readonly { id: string }[], wanted: string | undefined): { id: string } => {
  const [only, ...others] = wanted === undefined ? councils : councils.filter(({ id }) => id === wanted);
  if (only && others.length === 0) return only;
  const known = councils.map(({ id }) => id).join(', ') || 'none';
  const message = wanted === undefined ? 'Say which council is meant.' : `There is no council “${wanted}”.`;
  return refuse([{ where: 'councils', message: `${message} The files in workflows/councils/ are of: ${known}.` }]);
};

/** What is published: everything one council decides, as documents, under their version. */
export type Decided = { readonly version: string; readonly council: string; readonly documents: Documents };

/** Everything one council decides, out of the folder. Refuses, naming each place, a folder with faults or without that council. */
export const readDecided = (workflows: string, council?: string): Decided & { readonly bundle: Bundle } => {
  const read = readWorkflowsFolder(workflows);
  if (!read.ok) return refuse(read.faults);
  const { id } = councilOf(read.bundle.councils, council);
  const documents = ownDocuments(read.documents, id);
  const faults = documentsFaults(documents);
  const version = versionOf(documents);
  const bundle = faults.length === 0 ? bundleOf(read.bundle, version, id) : undefined;
  return bundle ? { version, council: id, documents, bundle } : refuse(faults);
};

/** The bundle alone, for whoever only reads it. */
export const readBundle = (workflows: string, council?: string): Bundle => readDecided(workflows, council).bundle;

/** Writes template, bundles and assets into `outDir`. Needs no credentials, network or container. */
export const synthesiseOwnway = async ({
  outDir,
  workflows = join(ROOT, 'workflows'),
  ...options
}: SynthesisOptions): Promise<Synthesised> => {
  const { bundle, ...configuration } = readDecided(workflows, options.council);
  const { council } = configuration;
  const { assetsDir } = await ensureWebAssets();
  const pathways = bundle.pathways.map((pathway) => ({
    pathway: pathway.id,
    definition: JSON.stringify(compile(pathway)),
  }));
  return synthesise(
    {
      ...options,
      council,
      configuration,
      pathways,
      functions: FUNCTIONS,
      adapters: { folder: 'lib/aws', actions: ACTIONS },
      assetsFolder: assetsDir,
    },
    outDir,
  );
};

/** `-c name=value`, from our own command line or, under the CDK command line, from where it puts them. */
const contextOf = (args: string[]): Record<string, string> => {
  const given = parseArgs({ args, options: { context: { type: 'string', short: 'c', multiple: true } } }).values.context ?? [];
  const own = given.map((each) => each.split(/=(.*)/s).slice(0, 2));
  return { ...(JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as Record<string, string>), ...Object.fromEntries(own) };
};

const fromCommandLine = (args: string[]): SynthesisOptions => {
  const { council, signIn = 'closed', alarmEmail } = contextOf(args);
  if (signIn !== 'closed' && signIn !== 'demo') throw new StartProblem(`signIn is closed or demo, not “${signIn}”.`, 2);
  return { outDir: process.env.CDK_OUTDIR ?? join(ROOT, 'cdk.out'), council, signIn, ...(alarmEmail ? { alarmEmail } : {}) };
};

const main = async (): Promise<void> => {
  try {
    const { templateFile, bundles } = await synthesiseOwnway(fromCommandLine(process.argv.slice(2)));
    for (const { name, bytes } of bundles) console.error(`${name.padEnd(24)}${(bytes / 1024).toFixed(0).padStart(6)} KB`);
    console.error(templateFile);
  } catch (cause) {
    const isUse = cause instanceof TypeError && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS');
    if (!(cause instanceof StartProblem) && !isUse) throw cause;
    console.error((cause as Error).message);
    process.exitCode = cause instanceof StartProblem ? cause.exitCode : 2;
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
