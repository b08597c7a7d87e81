/**
 * A configuration bundle: everything a council decides, under one version (house §3). Published bundles never change. Reading the
 * files of `workflows/` into one is `bin/workflows-folder.ts`; storing one is a port.
 */
import * as z from 'zod';
import { ChargingFigures } from '../domain/charging-figures.ts';
import type { Configuration } from '../domain/configuration.ts';
import { Council } from '../domain/council.ts';
import { councilSchemeFaults } from '../domain/council-faults.ts';
import { Form } from '../domain/form.ts';
import { LetterTemplate } from '../domain/letter.ts';
import { letterFaults } from '../domain/letter-faults.ts';
import { Question } from '../domain/question.ts';
import { RasModel } from '../domain/ras-model.ts';
import { type CaseKind, kindOf } from '../domain/stage.ts';
import { supportFaults } from '../domain/support-faults.ts';
import { SupportRules } from '../domain/support-rules.ts';
import { exampleFaults } from '../domain/worked-example.ts';
import { checkForms } from '../pathway/check-forms.ts';
import { owedLetterFaults } from '../pathway/check-letters.ts';
import { DutyRegister } from '../pathway/duty.ts';
import type { PathStep } from '../pathway/fault.ts';
import { namesFault } from '../pathway/law-of-fault.ts';
import { remembered, rememberedLists } from '../pathway/remembered.ts';
import { Pathway } from '../pathway/schema.ts';
import { ceilingFaults } from './ceilings.ts';
import { stageFormFaults } from './form-faults.ts';

export const Bundle = z.object({
  version: z.string().regex(/^[0-9a-f]{16}$/),
  council: Council,
  pathways: z.array(Pathway).min(1),
  forms: z.array(Form),
  questions: z.array(Question),
  allocation: z.array(RasModel),
  charging: z.array(ChargingFigures).default([]),
  letters: z.array(LetterTemplate).default([]),
  support: z.array(SupportRules).default([]),
  /** The law each pathway was checked against. Absent in what was published before cases could be moved. */
  duties: z.array(DutyRegister).optional(),
});
export type Bundle = z.infer<typeof Bundle>;

export type BundleFault = {
  readonly code: string;
  readonly where: string;
  readonly message: string;
  readonly law?: string;
  readonly path?: readonly PathStep[];
};

/** The part of the bundle that decisions about a case on `pathwayId` need. Throws for a pathway the bundle does not have. */
export const configurationOf = (bundle: Bundle, pathwayId: string = bundle.council.pathway): Configuration => {
  const route = bundle.pathways.find(({ id }) => id === pathwayId);
  if (!route) throw new Error(`configuration ${bundle.version} has no pathway ${pathwayId}`);
  const { version, council, forms, questions, letters, allocation } = bundle;
  const model = allocation.find(({ id }) => id === council.allocation);
  const charging = bundle.charging.find(({ jurisdiction }) => jurisdiction === council.jurisdiction);
  const support = bundle.support.find(({ jurisdiction }) => jurisdiction === council.jurisdiction);
  return { version, council, route, forms, questions, letters, model, charging, support };
};

/** Each kind of case has a pathway that is for that kind, so that no carer is assessed by the law for adults or the other way round. */
const councilFaults = ({ council, pathways }: Bundle): BundleFault[] => {
  const named: readonly (readonly [field: string, id: string, kind: CaseKind])[] = [
    ['pathway', council.pathway, 'adult'],
    ...(council.carerPathway ? [['carerPathway', council.carerPathway, 'carer'] as const] : []),
  ];
  return named.flatMap(([field, id, kind]): BundleFault[] => {
    const where = `councils/${council.id}/${field}`;
    const pathway = pathways.find((each) => each.id === id);
    if (!pathway) return [{ code: 'unknown-pathway', where, message: `There is no pathway “${id}”.` }];
    if (kindOf(pathway) === kind) return [];
    const message = `The pathway “${id}” is not for ${kind === 'carer' ? 'carers' : 'adults who need care'}. Name one that says "for": "${kind}".`;
    return [{ code: 'pathway-for-another', where, message }];
  });
};

/** Where the law gives carers an assessment of their own, a council that has a way for adults has one for carers. */
const noCarers = ({ council }: Bundle, duties: DutyRegister | undefined): BundleFault[] => {
  if (council.carerPathway !== undefined || !duties || !namesFault(duties, 'no-carer-pathway')) return [];
  const message =
    'The council names no pathway for carers, so no carer could ask for help of their own. Name one in “carerPathway”.';
  return [{ code: 'no-carer-pathway', where: `councils/${council.id}/carerPathway`, message }];
};

/** Who may agree what leaves no amount out, gives none to two (V07, V09) and has somebody for each. */
const approvalFaults = ({ council }: Bundle): BundleFault[] =>
  councilSchemeFaults(council).map((each) => ({ ...each, where: `councils/${council.id}/${each.where}` }));

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

/** A points model comes to what is written with it, or nobody is told a figure by it. */
const workedFaults = ({ allocation }: Bundle): BundleFault[] =>
  allocation.flatMap((model) =>
    exampleFaults(model).map((fault) => ({ ...fault, where: `allocation/${model.id}/${fault.where}` })),
  );

/**
 * Where plans are agreed, this council's nation has its ways to hold the money. Whoever publishes none at all, and is held to no law, has
 * not come to that yet.
 */
const noWays = ({ council, pathways, support }: Bundle, duties: DutyRegister | undefined): BundleFault[] => {
  const { jurisdiction } = council;
  const plans = pathways.some(({ stages }) => stages.some(({ kind }) => kind === 'plan-approval'));
  const owed = duties !== undefined || support.length > 0;
  if (!owed || !plans || support.some((rules) => rules.jurisdiction === jurisdiction)) return [];
  const message = `There are no ways to hold the money for ${jurisdiction}, so nobody there could choose one. Add its file to support/.`;
  return [{ code: 'no-ways', where: `councils/${council.id}/jurisdiction`, message }];
};

/** Each nation has one file of ways to hold the money, and none of them shuts a kind of support without a lawful reason (V11, V12, I-14). */
const waysFaults = (bundle: Bundle, duties: DutyRegister | undefined): BundleFault[] => [
  ...noWays(bundle, duties),
  ...bundle.support.flatMap((rules, at): BundleFault[] => {
    const { support } = bundle;
    const other = support.findIndex(({ jurisdiction }) => jurisdiction === rules.jurisdiction);
    const message = `“${support[other]?.id}” is already about ${rules.jurisdiction}. Keep one file for each nation.`;
    const twice = other < at ? [{ code: 'nation-twice', where: `support/${rules.id}/jurisdiction`, message }] : [];
    return [...twice, ...supportFaults(rules).map((fault) => ({ ...fault, where: `support/${rules.id}/${fault.where}` }))];
  }),
];

const lettersAlone = remembered((...letters: readonly LetterTemplate[]) => letterFaults(letters));

const owed = rememberedLists(
  ([duties]: readonly DutyRegister[], pathways: readonly Pathway[], letters: readonly LetterTemplate[]) =>
    duties ? owedLetterFaults(letters, pathways, duties) : [],
);

const asked = rememberedLists(
  (
    [duties]: readonly DutyRegister[],
    [model]: readonly RasModel[],
    pathways: readonly Pathway[],
    forms: readonly Form[],
    questions: readonly Question[],
  ) => checkForms({ pathways, forms, questions, model, duties }),
);

/** Letters are sound, as far as any are written, and none that the law asks for is missing. */
const writtenFaults = ({ letters, pathways }: Bundle, duties: DutyRegister | undefined): BundleFault[] => [
  ...(letters.length > 0 ? lettersAlone(...letters) : []),
  ...(duties ? owed([duties], pathways, letters) : []),
];

/**
 * Whether the files fit each other: forms exist and have words for their outcomes, the council's pathway and model are there, the
 * forms can be asked as they are, and they ask no more than the council allows itself. A form that cannot be found hides what is asked
 * where, and what cannot be asked cannot be counted. `duties`: what the law wants asked, written and offered; left out, nothing is said
 * about that.
 */
export const bundleFaults = (bundle: Bundle, duties?: DutyRegister): BundleFault[] => {
  const { council, pathways, forms, questions, allocation } = bundle;
  const links = [
    ...councilFaults(bundle),
    ...noCarers(bundle, duties),
    ...approvalFaults(bundle),
    ...stageFormFaults(pathways, forms),
    ...allocationFaults(bundle),
    ...workedFaults(bundle),
    ...waysFaults(bundle, duties),
    ...writtenFaults(bundle, duties),
  ];
  if (links.length > 0) return links;
  const models = allocation.filter(({ id }) => id === council.allocation);
  const unasked = asked(duties ? [duties] : [], models, pathways, forms, questions);
  return unasked.length > 0 ? unasked : ceilingFaults(bundle);
};
