/**
 * The same cases, through the AWS SDK, on every engine that can be reached: our emulator always, moto where Python has it. A case that
 * moto cannot express is not in its list; the engine is named in front of every test. Ours has one try; moto, which now and then answers
 * 500 when asked several things at once, has more.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import { executionCases } from './cases/executions.ts';
import { failureCases } from './cases/failures.ts';
import { flowCases } from './cases/flow.ts';
import { machineCases } from './cases/machines.ts';
import { pathwayCases } from './cases/pathway.ts';
import { tokenCases } from './cases/tokens.ts';
import { ENGINES, type World } from './world.ts';

const GROUPS = {
  tokens: tokenCases,
  failures: failureCases,
  flow: flowCases,
  machines: machineCases,
  executions: executionCases,
  pathway: pathwayCases,
};

for (const engine of ENGINES)
  describe.concurrent(engine.name, { retry: engine.isOurs ? 0 : 2 }, () => {
    let world: World;
    beforeAll(async () => {
      world = await engine.open();
    });
    afterAll(() => world.close());

    describe.each(Object.entries(GROUPS))('%s', (_, cases) => cases(() => world, engine));
  });
