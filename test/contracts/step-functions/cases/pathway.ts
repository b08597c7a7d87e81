/**
 * The machine our compiler makes of the default pathway, run to its end: it must visit the stages that the pathway itself leads to, and no
 * others. Reading the pathway and running the machine are independent of each other, and each engine reads the machine with its own eyes.
 */
import { readFileSync } from 'node:fs';
import { CreateStateMachineCommand } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { isHuman } from '../../../../lib/domain/stage.ts';
import { compile } from '../../../../lib/pathway/compile.ts';
import { endState } from '../../../../lib/pathway/names.ts';
import { Pathway } from '../../../../lib/pathway/schema.ts';
import { ended, historyOf, newName, ROLE, start, succeed } from '../drive.ts';
import type { World } from '../world.ts';

const FILE = new URL('../../../../workflows/pathways/adult-care.json', import.meta.url);
type Visit = { readonly stage: string; readonly outcome: string };

/** A walk that takes, at each stage, the outcome it has taken least: it goes round every loop and still comes to an end. */
const walk = (pathway: Pathway): { visits: Visit[]; end: string } => {
  const visits: Visit[] = [];
  for (let id: string = pathway.start; ; ) {
    const stage = pathway.stages.find((one) => one.id === id);
    const ways = Object.entries(stage?.outcomes ?? {});
    const taken = (outcome: string) => visits.filter((visit) => visit.stage === id && visit.outcome === outcome).length;
    const [outcome, to] = ways.sort(([a], [b]) => taken(a) - taken(b))[0] ?? [];
    if (!outcome || !to) throw new Error(`The stage ${id} leads nowhere.`);
    visits.push({ stage: id, outcome });
    if ('end' in to) return { visits, end: to.end };
    id = to.stage;
  }
};

/** A function for every stage, which gives the outcomes of the walk in turn: itself, or with the token while it still runs. */
const actors = (world: World, pathway: Pathway, visits: readonly Visit[]) => {
  const seen: string[] = [];
  const functionName = world.functions.make(async ({ stage: id, token }) => {
    const visit = visits[seen.length];
    seen.push(String(id));
    const answer = { outcome: visit?.stage === id ? visit?.outcome : 'astray', dueSeconds: 600 };
    const stage = pathway.stages.find((one) => one.id === id);
    if (stage && isHuman(stage)) await succeed(world, String(token), answer);
    return answer;
  });
  return { functionName, seen };
};

export const pathwayCases = (given: () => World): void => {
  test('the default pathway, compiled, visits the stages that it leads to and ends where it should', async () => {
    const world = given();
    const pathway = Pathway.parse(JSON.parse(readFileSync(FILE, 'utf8')));
    const { visits, end } = walk(pathway);
    const { functionName, seen } = actors(world, pathway, visits);
    const definition = JSON.stringify(compile(pathway)).replaceAll(/\$\{\w+\}/g, functionName);
    const making = new CreateStateMachineCommand({ name: newName('pathway'), roleArn: ROLE, definition });
    const { stateMachineArn = '' } = await world.client.send(making);
    const arn = await start(world, stateMachineArn, { caseId: 'C-1', run: 'R-1', resumeAt: pathway.start, dueSeconds: 600 });
    expect((await ended(world, arn)).status).toBe('SUCCEEDED');
    expect(seen).toEqual(visits.map(({ stage }) => stage));
    const last = (await historyOf(world, arn)).findLast(({ type }) => type === 'SucceedStateEntered');
    expect(last?.stateEnteredEventDetails?.name).toBe(endState(end as Parameters<typeof endState>[0]));
  });
};
