/**
 * One function's code as one file: what Lambda loads on AWS and what `npm start` imports on a laptop. Not the stack, and not the
 * web assets themselves (`assets/`). Called by `synthesise.ts`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

/** The repository root: entry files and the paths in a bundle's list of contents are relative to it. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A request the code can send, named as the AWS SDK names it: `{ service: 'dynamodb', command: 'Query' }`. */
export type SdkCommand = { readonly service: 'dynamodb' | 'states'; readonly command: string };

export type Bundle = {
  readonly name: string;
  /** Holds `index.mjs`, and whatever else the function reads at run time. */
  readonly folder: string;
  readonly bytes: number;
  /** Our own files of which something is left after unused code is dropped, from the repository root. */
  readonly sources: readonly string[];
  readonly commands: readonly SdkCommand[];
};

const SERVICES: Record<string, SdkCommand['service']> = { 'client-dynamodb': 'dynamodb', 'client-sfn': 'states' };

/** Every DynamoDB client carries it for endpoint discovery, which is off; it is never sent. */
const NEVER_SENT = 'DescribeEndpoints';

const kept = ({ inputs }: Metafile['outputs'][string]): string[] =>
  Object.entries(inputs)
    .filter(([, input]) => input.bytesInOutput > 0)
    .map(([path]) => path)
    .sort();

/** The SDK keeps one file per command, so the commands that survive are the ones the function can send. */
const commandOf = (path: string): SdkCommand[] => {
  const [, client, command] = /@aws-sdk\/(client-[a-z-]+)\/.*\/commands\/(\w+)Command\.js$/.exec(path) ?? [];
  const service = client && SERVICES[client];
  return service && command && command !== NEVER_SENT ? [{ service, command }] : [];
};

/** Libraries written for `require` ask for Node's own modules that way; a module file has no `require` until it makes one. */
const REQUIRE = "import{createRequire as $r}from'node:module';const require=$r(import.meta.url);\n";

const builtFrom = (entryPoints: Record<string, string>, outdir: string) =>
  build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': join(ROOT, 'lib/cdk/lambda-credentials.ts') },
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });

export type Entry = { readonly name: string; readonly entry: string };

/**
 * Bundles each entry into `<into>/<name>/index.mjs`: one minified ES module that shares nothing with the others. Syntax is kept to
 * what Node 20 reads, because the very same file runs on a laptop. All are built in one go, so that what they share is read once.
 * Refuses, with esbuild's own words, code that does not build.
 */
export const bundleAll = async (entries: readonly Entry[], into: string): Promise<Bundle[]> => {
  const built = await builtFrom(Object.fromEntries(entries.map(({ name, entry }) => [`${name}/index`, entry])), into);
  const outputs = new Map(Object.entries(built.metafile.outputs).map(([path, output]) => [resolve(ROOT, path), output]));
  return Promise.all(
    built.outputFiles.map(async ({ path, text: code }) => {
      const folder = dirname(path);
      const text = code.includes('Dynamic require of') ? REQUIRE + code : code;
      await mkdir(folder, { recursive: true });
      await writeFile(path, text);
      const paths = kept(outputs.get(path) ?? { bytes: 0, inputs: {}, imports: [], exports: [] });
      return {
        name: basename(folder),
        folder,
        bytes: Buffer.byteLength(text),
        sources: paths.filter((each) => !each.includes('node_modules/')),
        commands: paths.filter((each) => each.includes('node_modules/')).flatMap(commandOf),
      };
    }),
  );
};
