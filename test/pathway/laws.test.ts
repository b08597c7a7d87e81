/** What holds for every pathway: `check` against looking at every way there is, `walk` against the machine, the law against cases. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHuman, LATE } from '../../lib/domain/stage.ts';
import { compile } from '../../lib/pathway/compile.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { type Walk, walk } from '../../lib/pathway/walk.ts';
import { faultsOf, NO_DUTIES } from './adult-care.ts';
import { aslErrors, run } from './machine.ts';
import { randomPathway, rewiredAdultCare } from './random-pathway.ts';
import { type Chapter, wronged } from './wronged.ts';

const outcomesAt = (pathway: Pathway, id: string | undefined): string[] =>
  Object.keys(pathway.stages.find((stage) => stage.id === id)?.outcomes ?? {});

/** Every stage a walk from `from` can come to, and whether some walk ends: tried out, one outcome after another. */
const explore = (pathway: Pathway, from: string): { met: Set<string>; ends: boolean } => {
  const met = new Set([from]);
  let ends = false;
  const waiting: string[][] = [[]];
  for (const outcomes of waiting) {
    const { waitingAt } = walk(pathway, outcomes, from);
    for (const outcome of outcomesAt(pathway, waitingAt)) {
      const after = walk(pathway, [...outcomes, outcome], from);
      if (after.end) ends = true;
      if (after.waitingAt === undefined || met.has(after.waitingAt)) continue;
      met.add(after.waitingAt);
      waiting.push([...outcomes, outcome]);
    }
  }
  return { met, ends };
};

const soundByExploration = (pathway: Pathway): boolean => {
  const entered = new Set([...explore(pathway, pathway.start).met, ...explore(pathway, pathway.review).met]);
  return entered.size === pathway.stages.length && pathway.stages.every(({ id }) => explore(pathway, id).ends);
};

const OF_THE_SHAPE: readonly string[] = ['unreachable-stage', 'no-way-to-an-end'];

describe('check', () => {
  test('accepts a pathway exactly when trying every way finds it sound', () => {
    let accepted = 0;
    const law = fc.property(randomPathway, (pathway) => {
      const faults = faultsOf(pathway, NO_DUTIES).filter(({ code }) => OF_THE_SHAPE.includes(code));
      if (faults.length === 0) accepted += 1;
      expect(faults.length === 0).toBe(soundByExploration(pathway));
    });
    fc.assert(law, { numRuns: 1_000 });
    expect(accepted, 'the law is about something').toBeGreaterThan(50);
  });

  test('an automatic loop is found exactly when a case can come round without a person', () => {
    const comesRound = (pathway: Pathway): boolean =>
      pathway.stages.some((start) => {
        const seen = new Set<string>();
        const queue = isHuman(start) ? [] : [start];
        for (const stage of queue)
          for (const to of Object.values(stage.outcomes)) {
            const next = to && 'stage' in to ? pathway.stages.find(({ id }) => id === to.stage) : undefined;
            if (!next || isHuman(next) || seen.has(next.id)) continue;
            seen.add(next.id);
            queue.push(next);
          }
        return seen.has(start.id);
      });
    const law = fc.property(randomPathway, (pathway) => {
      expect(faultsOf(pathway, NO_DUTIES).some(({ code }) => code === 'automatic-loop')).toBe(comesRound(pathway));
    });
    fc.assert(law, { numRuns: 500 });
  });
});

const historyOf = (pathway: Pathway, { visited }: Walk, outcomes: readonly string[]): Chapter[] =>
  visited.map((id, index) => {
    const stage = pathway.stages.find((one) => one.id === id);
    return { id, kind: stage?.kind ?? '', form: stage?.kind === 'form' ? stage.form : undefined, outcome: outcomes[index] };
  });

/** A case lived on this pathway by taking outcomes by chance, for at most sixty stages. */
const lived = (pathway: Pathway, from: string, dice: readonly number[]): { outcomes: string[]; walked: Walk } => {
  const outcomes: string[] = [];
  let walked = walk(pathway, outcomes, from);
  for (const die of dice) {
    if (walked.waitingAt === undefined) break;
    const possible = outcomesAt(pathway, walked.waitingAt);
    outcomes.push(possible[die % possible.length] ?? '');
    walked = walk(pathway, outcomes, from);
  }
  return { outcomes, walked };
};

const dice = fc.array(fc.nat(11), { minLength: 60, maxLength: 60 });

test('on an accepted pathway no case is wronged, however it goes', () => {
  let cases = 0;
  const law = fc.property(
    rewiredAdultCare,
    fc.array(dice, { minLength: 8, maxLength: 8 }),
    fc.boolean(),
    (pathway, lives, fromReview) => {
      fc.pre(faultsOf(pathway).length === 0);
      for (const life of lives) {
        const { outcomes, walked } = lived(pathway, fromReview ? pathway.review : pathway.start, life);
        if (walked.end === null) continue;
        cases += 1;
        expect(wronged(historyOf(pathway, walked, outcomes), walked.end, fromReview)).toBeUndefined();
      }
    },
  );
  fc.assert(law, { numRuns: 400, maxSkipsPerRun: 200 });
  expect(cases).toBeGreaterThan(1_000);
});

test('a case that is wronged lives on a refused pathway', () => {
  let wrongs = 0;
  const law = fc.property(rewiredAdultCare, dice, (pathway, life) => {
    const { outcomes, walked } = lived(pathway, pathway.start, life);
    if (walked.end === null || wronged(historyOf(pathway, walked, outcomes), walked.end, false) === undefined) return;
    wrongs += 1;
    expect(faultsOf(pathway)).not.toEqual([]);
  });
  fc.assert(law, { numRuns: 1_000 });
  expect(wrongs).toBeGreaterThan(50);
});

describe('compile', () => {
  test('gives the same document twice, and AWS would take it', () => {
    const law = fc.property(randomPathway, (pathway) => {
      const machine = compile(pathway);
      expect(JSON.stringify(compile(structuredClone(pathway)))).toBe(JSON.stringify(machine));
      expect(aslErrors(machine)).toEqual([]);
    });
    fc.assert(law, { numRuns: 12 });
  });

  test('the machine goes where the walk goes, late stages included', () => {
    const law = fc.property(randomPathway, dice, fc.nat(6), (pathway, life, slow) => {
      const { outcomes } = lived(pathway, pathway.start, life);
      const first = pathway.stages.find(({ id }) => id === pathway.start);
      const answers = [...(first && isHuman(first) ? Array<string>(slow).fill(LATE) : []), ...outcomes];
      const walked = walk(pathway, answers);
      const ran = run(compile(pathway), pathway.start, answers);
      expect(ran).toEqual({ opened: walked.visited, end: walked.end === null ? walked.waitingAt : `end ${walked.end}` });
    });
    fc.assert(law, { numRuns: 300 });
  });
});
