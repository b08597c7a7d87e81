/** Published configurations: one is current, every one that ever was can still be found, and none is half there. */
import { expect, test, vi } from 'vitest';
import type { Bundle } from '../../../lib/app/configuration.ts';
import { publishAnyway } from '../../support/publishing.ts';
import { model, route, small } from '../../support/small-council.ts';
import type { Adapters } from './adapters.ts';

const bundle = (version: string): Bundle => ({
  version,
  council: small.council,
  pathways: [{ ...route, jurisdiction: 'ENG', title: 'Small' }],
  forms: [...small.forms],
  questions: [...small.questions],
  charging: [],
  letters: [],
  support: [],
  allocation: [model],
});
const machines = (version: number) => ({ small: `arn:aws:states:eu-west-2:1:stateMachine:small:${version}` });

export const publishingContract = (of: () => Adapters): void => {
  test('nothing is current before anything was published', async () => {
    expect(await of().configurations.current()).toBeUndefined();
    expect(await of().configurations.version('00000000000000ff')).toBeUndefined();
  });

  test('what was published is current, to the last word', async () => {
    const published = { bundle: bundle('00000000000000a1'), machines: machines(1) };
    await publishAnyway(of().publishing, published);
    expect(await of().configurations.current()).toEqual(published);
    expect(await of().configurations.version('00000000000000a1')).toEqual(published);
  });

  test('the next one takes its place, and the first is still found for the cases that began on it', async () => {
    const next = { bundle: bundle('00000000000000a2'), machines: machines(2) };
    await publishAnyway(of().publishing, next);
    expect((await of().configurations.version('00000000000000a1'))?.machines).toEqual(machines(1));
    expect(await of().configurations.version('00000000000000a2')).toEqual(next);
    // Which one is current is asked again after a short while.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    expect(await of().configurations.current()).toEqual(next);
    vi.useRealTimers();
  });

  test('what a deployment said of itself is found as it said it last, and is no configuration', async () => {
    expect(await of().deployment.load()).toBeUndefined();
    const before = await of().configurations.current();
    const arn = (name: string) => `arn:aws:states:eu-west-2:1:stateMachine:${name}`;
    await of().deployment.save({ functions: { form: 'arn of form' }, machines: { small: arn('small') } });
    await of().deployment.save({ functions: { form: 'arn of form', late: 'arn of late' }, machines: {} });
    expect(await of().deployment.load()).toEqual({ functions: { form: 'arn of form', late: 'arn of late' }, machines: {} });
    expect(await of().configurations.current()).toEqual(before);
  });

  test('publishing the same again changes nothing but the machines that drive it', async () => {
    await publishAnyway(of().publishing, { bundle: bundle('00000000000000a3'), machines: machines(3) });
    await publishAnyway(of().publishing, { bundle: bundle('00000000000000a3'), machines: machines(4) });
    expect((await of().configurations.version('00000000000000a3'))?.machines).toEqual(machines(4));
  });
};
