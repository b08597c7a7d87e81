/** The machine of the default pathway, held to a golden file, to AWS's rules and to the house's. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FUNCTION_PLACEHOLDERS } from '../../lib/pathway/asl.ts';
import { compile } from '../../lib/pathway/compile.ts';
import { adultCare, changed, stageIn } from './adult-care.ts';
import { aslErrors, run, tasksOf } from './machine.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const machine = compile(adultCare());
const states = Object.entries(machine.States);

test('the default pathway compiles to the golden machine, key for key', () => {
  const golden = readFileSync(new URL('./golden/adult-care.asl.json', import.meta.url), 'utf8');
  const again = 'npm run --silent ownway -- compile workflows/pathways/adult-care.json > test/pathway/golden/adult-care.asl.json';
  expect(JSON.stringify(machine, null, 2), `If the change is meant: ${again}`).toBe(JSON.stringify(JSON.parse(golden), null, 2));
});

test('asl-validator accepts it, and would not accept just anything', () => {
  expect(aslErrors(machine)).toEqual([]);
  expect(aslErrors({ ...machine, StartAt: 'nowhere' })).not.toEqual([]);
});

test('the order of outcomes in the file changes nothing', () => {
  const turned = changed((p) => {
    for (const { id } of p.stages) {
      const stage = stageIn(p, id);
      stage.outcomes = Object.fromEntries(Object.entries(stage.outcomes).reverse());
    }
  });
  expect(JSON.stringify(compile(turned))).toBe(JSON.stringify(machine));
});

describe('every call a machine makes', () => {
  test.each(tasksOf(machine))('%s', (_name, task) => {
    const waits = task.Resource.endsWith('.waitForTaskToken');
    expect(FUNCTION_PLACEHOLDERS.map((one) => `\${${one}}`)).toContain(task.Arguments.FunctionName);
    const carried = Object.keys(task.Arguments.Payload).filter(
      (field) => !['token', 'caseId', 'run', 'stage', 'error'].includes(field),
    );
    expect(carried, 'carries ids and nothing else').toEqual([]);
    expect(Object.keys(task.Output)).toEqual(expect.arrayContaining(['caseId', 'run', 'dueSeconds']));
    expect(
      task.Retry.every((one) => one.MaxAttempts === 0 || (one.JitterStrategy === 'FULL' && one.MaxDelaySeconds === 60)),
    ).toBe(true);
    expect(task.Catch.at(-1)?.ErrorEquals).toEqual(['States.ALL']);
    if (waits) expect(task.TimeoutSeconds).toMatch(/^\{% \$min\(\[\$max\(\[\$states\.input\.dueSeconds, 60\]\), \d+\]\) %\}$/);
    expect(Number(waits ? /(\d+)\]\) %\}$/.exec(String(task.TimeoutSeconds))?.[1] : task.TimeoutSeconds)).toBeLessThan(
      YEAR_SECONDS,
    );
  });

  test('a refusal is never asked again, and a missed promise is not retried', () => {
    for (const [, { Retry }] of tasksOf(machine)) {
      expect(Retry[0]).toEqual({ ErrorEquals: ['Refused'], MaxAttempts: 0 });
      expect(Retry.flatMap(({ ErrorEquals }) => ErrorEquals)).not.toContain('States.Timeout');
    }
  });
});

test('names fit what AWS allows and the longest stage id leaves room', () => {
  const long = 'a'.repeat(60);
  const named = changed((p) => {
    stageIn(p, 'self-assessment').id = long;
    p.start = long;
  });
  for (const name of Object.keys(compile(named).States)) expect(name.length).toBeLessThanOrEqual(80);
});

test('no words of the council get into the machine, where a placeholder would be filled in', () => {
  const odd = changed((p) => Object.assign(p, { title: `$\{attention}` }));
  expect(JSON.stringify(compile(odd))).toBe(JSON.stringify(machine));
});

test('a choice only where outcomes lead to different places', () => {
  const choices = states.filter(([, { Type }]) => Type === 'Choice').map(([name]) => name);
  expect(choices).toEqual(['resume', 'assessment outcome', 'quality-check outcome', 'plan-approval outcome', 'review outcome']);
});

test.each([
  ['an outcome the pathway does not know is put before a person', 'assessment', ['maybe'], 'stopped for attention'],
  ['an entry the pathway does not have stops at once', 'moon', [], 'cannot resume'],
])('%s', (_name, resumeAt, answers, end) => {
  expect(run(machine, resumeAt, answers).end).toBe(end);
});
