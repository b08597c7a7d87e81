import '../../../support/web-environment.ts';
import { expect, test } from 'vitest';
import { machineWords, OverviewView } from '../../../../functions/web/admin/overview.tsx';
import { homeOf } from '../../../../functions/web/home.ts';
import { bundle } from '../staff/made-up-cases.ts';
import { drawn, faultsIn, visitBy } from '../staff/visiting.ts';

const WREN = { id: 'S-WREN', name: 'Wren Okonkwo', roles: ['configurer' as const] };
const [pathway] = bundle.pathways;
const arn = 'arn:aws:states:eu-west-2:1:stateMachine:ownway-larkshire-adult-care:3';

test('the overview names each pathway, its stages and the version of its machine', async () => {
  const machines = pathway ? { [pathway.id]: arn } : {};
  const html = await drawn(OverviewView({ visit: await visitBy(WREN, '/admin'), live: { bundle, machines }, lines: [] }));
  expect(await faultsIn(html)).toEqual([]);
  expect(html).toContain(`>${pathway?.title}<`);
  expect(html).toContain(`>${pathway?.stages.length}<`);
  expect(html).toContain('>ownway-larkshire-adult-care, version 3<');
});

test.each([
  [arn, 'ownway-larkshire-adult-care, version 3'],
  ['arn:aws:states:eu-west-2:1:stateMachine:one', 'one'],
  [undefined, 'none yet'],
])('a machine %s is %s', (machine, words) => {
  expect(machineWords(machine)).toBe(words);
});

test.each([
  ['/admin', ['configurer' as const]],
  ['/work', ['configurer' as const, 'assessor' as const]],
  ['/work', ['approver' as const]],
  ['/my', ['person' as const]],
])('%s is where %j begin', (home, roles) => {
  expect(homeOf({ ...WREN, roles })).toBe(home);
});
