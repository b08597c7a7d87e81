/**
 * A configuration bundle: everything a council decides, under one version (house §3). Published bundles never change. Reading the
 * files of `workflows/` into one is `bin/workflows-folder.ts`; storing one is a port.
 */
import * as z from 'zod';
import type { Configuration } from '../domain/configuration.ts';
import { Council } from '../domain/council.ts';
import { Form } from '../domain/form.ts';
import { RasModel } from '../domain/ras-model.ts';
import { Pathway } from '../pathway/schema.ts';
import { stageFormFaults } from './form-faults.ts';

export const Bundle = z.object({
  version: z.string().regex(/^[0-9a-f]{16}$/),
  council: Council,
  pathways: z.array(Pathway).min(1),
  forms: z.array(Form),
  allocation: z.array(RasModel),
});
export type Bundle = z.infer<typeof Bundle>;

export type BundleFault = { readonly code: string; readonly where: string; readonly message: string };

/** The part of the bundle that decisions about a case on `pathwayId` need. Throws for a pathway the bundle does not have. */
export const configurationOf = (bundle: Bundle, pathwayId: string = bundle.council.pathway): Configuration => {
  const route = bundle.pathways.find(({ id }) => id === pathwayId);
  if (!route) throw new Error(`configuration ${bundle.version} has no pathway ${pathwayId}`);
  const { version, council, forms, allocation } = bundle;
  return { version, council, route, forms, model: allocation.find(({ id }) => id === council.allocation) };
};

/** Pages of the story (`functions/web/citizen`) have these names where a question has its id, so a question so called is never shown. */
const STORY_PAGES: readonly string[] = ['check', 'sent'];

const questionFaults = ({ allocation }: Bundle): BundleFault[] =>
  allocation.flatMap(({ id, questions }) =>
    questions
      .filter((question) => STORY_PAGES.includes(question.id))
      .map((question) => ({
        code: 'reserved-question-id',
        where: `allocation/${id}/questions/${question.id}`,
        message: `Nobody could answer the question “${question.id}”: a page of the story has that name. Give the question another id.`,
      })),
  );

const allocationFaults = ({ council, pathways, allocation }: Bundle): BundleFault[] => {
  const named = council.allocation !== undefined;
  if (named && !allocation.some(({ id }) => id === council.allocation)) {
    return [
      {
        code: 'unknown-model',
        where: `councils/${council.id}/allocation`,
        message: `There is no allocation model “${council.allocation}”.`,
      },
    ];
  }
  const needing = pathways.flatMap(({ id, stages }) =>
    stages.filter(({ kind }) => kind === 'resource-allocation').map((stage) => `pathways/${id}/stages/${stage.id}`),
  );
  if (named) return [];
  return needing.map((where) => ({
    code: 'unknown-model',
    where,
    message: 'This stage works out a figure, but the council names no allocation model.',
  }));
};

/** Whether the files fit each other: forms exist and have words for their outcomes, the council's pathway and model are there. */
export const bundleFaults = (bundle: Bundle): BundleFault[] => {
  const { council, pathways, forms } = bundle;
  const known = pathways.some(({ id }) => id === council.pathway);
  const where = `councils/${council.id}/pathway`;
  const pathwayFaults = known ? [] : [{ code: 'unknown-pathway', where, message: `There is no pathway “${council.pathway}”.` }];
  return [...pathwayFaults, ...stageFormFaults(pathways, forms), ...allocationFaults(bundle), ...questionFaults(bundle)];
};
