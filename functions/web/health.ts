/** Whether every part answers: the table, the machines and the configuration. For load balancers and people starting the thing. */
import type { Context } from 'hono';
import { configurations } from '../../lib/aws/configurations.ts';
import { describeMachine } from '../../lib/aws/engine-health.ts';
import { version } from '../../package.json';

const check = async () => {
  const published = await configurations.current();
  if (!published) throw new Error('no configuration is published');
  await Promise.all(Object.values(published.machines).map(describeMachine));
  return { configuration: published.bundle.version, council: published.bundle.council.id, machines: published.machines };
};

export const health = async (c: Context): Promise<Response> => {
  c.header('Cache-Control', 'no-store');
  const versions = { ownway: version, node: process.versions.node };
  try {
    const { machines, ...rest } = await check();
    return c.json({
      ok: true,
      versions: { ...versions, ...rest, machines: Object.values(machines).map((arn) => arn.split(':').slice(6).join(':')) },
    });
  } catch (cause) {
    return c.json({ ok: false, versions, problem: cause instanceof Error ? cause.name : 'unknown' }, 503);
  }
};
