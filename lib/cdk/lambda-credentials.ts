/**
 * Where a function's credentials come from: its environment, which is where Lambda puts them. The bundles use this in place of the
 * SDK's search through files, single sign-on and instance metadata, none of which a function has: 60 KB less to load in each.
 * Never called by our own code; `bundle.ts` puts it where the SDK asks for its default provider.
 */

type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

/** Refuses, by name, to sign with nothing. Lambda replaces a function before its credentials run out. */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (!accessKeyId || !secretAccessKey)
    throw Object.assign(new Error('The environment holds no AWS credentials.'), { name: 'CredentialsProviderError' });
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
};
