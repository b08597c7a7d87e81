/**
 * What the functions find in their environment on a laptop: the template's own variables, the emulators' addresses, made-up
 * credentials and the clock. They share this process, so it is set once. Called by the runner.
 */
import type { LocalFunction } from './functions.ts';
import { REGION } from './template.ts';

/** Opens nothing: the emulators do not look. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** One environment for all. Refuses functions that want different ones, which one process cannot give them. */
const shared = (functions: readonly LocalFunction[]): Readonly<Record<string, string>> => {
  const [first] = functions;
  const odd = functions.find(({ environment }) => JSON.stringify(environment) !== JSON.stringify(first?.environment));
  if (odd) throw new Error(`${odd.id} wants an environment of its own; locally all functions share one.`);
  return first?.environment ?? {};
};

export const setEnvironment = (
  functions: readonly LocalFunction[],
  endpoints: { dynamodb: string; stepFunctions: string },
  clockOffset: number,
): void => {
  // A profile on the laptop must never be what a function signs with.
  delete process.env.AWS_PROFILE;
  delete process.env.AWS_SESSION_TOKEN;
  Object.assign(process.env, shared(functions), {
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SFN: endpoints.stepFunctions,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    // Each bundle would say for itself that Node 20 grows old; on AWS the runtime is newer.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    CLOCK_OFFSET_MS: String(clockOffset),
  });
};
