/** Publishing a made-up bundle as a deployment would, for tests that only need it to be there. Not a test. */
import type { Documents } from '../../lib/app/configuring/documents.ts';
import type { Publishing } from '../../lib/app/configuring/ports.ts';
import type { PublishedBundle } from '../../lib/app/ports.ts';

let count = 0;

/** Whatever is live now, `published` is live afterwards. `written`: the documents it was read from, where somebody will look at them. */
export const publishAnyway = async (publishing: Publishing, published: PublishedBundle, written?: Documents): Promise<void> => {
  const { version } = published.bundle;
  count += 1;
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, count)).toISOString();
  const record = { version, at, authors: [], from: 'deployment', title: 'Made up', difference: '' } as const;
  const documents = written ?? { 'pathways/small.json': { id: version } };
  const expected = (await publishing.live())?.version;
  const done = await publishing.publish({
    ...published,
    documents,
    record,
    live: { version, deployed: version },
    ids: {},
    expected,
  });
  if (done !== 'committed') throw new Error(`${version} was not published: ${done}`);
};
