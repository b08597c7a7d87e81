/**
 * The folders of `workflows/` and how a file in each is read: by its schema, and by what more there is to say about it by itself. Not
 * which files there are, nor whether they fit each other (`documents.ts`, `lib/app/configuration.ts`).
 */
import type * as z from 'zod';
import { type ModelFault, modelFaults } from '../../domain/allocation-faults.ts';
import { ChargingFigures } from '../../domain/charging-figures.ts';
import { Council } from '../../domain/council.ts';
import { type CouncilFault, councilSchemeFaults } from '../../domain/council-faults.ts';
import { Form } from '../../domain/form.ts';
import { LetterTemplate } from '../../domain/letter.ts';
import { QuestionFile } from '../../domain/question.ts';
import { RasModel } from '../../domain/ras-model.ts';
import { type SupportFault, supportFaults } from '../../domain/support-faults.ts';
import { SupportRules } from '../../domain/support-rules.ts';
import { schemaFaults } from '../../pathway/check-schema.ts';
import { DutyRegister } from '../../pathway/duty.ts';
import type { Fault } from '../../pathway/fault.ts';
import { Scenario } from '../../pathway/scenario.ts';
import { Pathway } from '../../pathway/schema.ts';

/** What is wrong inside one file, with the place in it. */
export type FileFault = Fault | ModelFault | SupportFault | CouncilFault;
export type Parsed<T> = { readonly value: T } | { readonly faults: readonly FileFault[] };
export type Room<T> = { readonly required: boolean; readonly parse: (json: unknown) => Parsed<T> };

/** A file whose schema says all there is to say about it. */
const schemaRoom = <T>(schema: z.ZodType<T>): Room<T> => ({
  required: true,
  parse: (json) => {
    const read = schema.safeParse(json);
    return read.success ? { value: read.data } : { faults: schemaFaults(json, read.error) };
  },
});

/** A file that can be read and still not be published: `more` says why. */
const checkedRoom = <T>(schema: z.ZodType<T>, more: (value: T) => readonly FileFault[]): Room<T> => ({
  required: false,
  parse: (json) => {
    const read = schemaRoom(schema).parse(json);
    const faults = 'value' in read ? more(read.value) : [];
    return faults.length > 0 ? { faults } : read;
  },
});

/** A new kind of decision is a new line here. */
export const ROOMS = {
  pathways: schemaRoom(Pathway),
  duties: schemaRoom(DutyRegister),
  allocation: {
    required: false,
    parse: (json: unknown): Parsed<RasModel> => {
      // The raw file: a misspelt field would be passed over by the schema, and quietly change a figure.
      const faults = modelFaults(json);
      return faults.length > 0 ? { faults } : { value: RasModel.parse(json) };
    },
  },
  forms: { ...schemaRoom(Form), required: false },
  questions: { ...schemaRoom(QuestionFile), required: false },
  charging: { ...schemaRoom(ChargingFigures), required: false },
  letters: { ...schemaRoom(LetterTemplate), required: false },
  support: checkedRoom(SupportRules, supportFaults),
  scenarios: { ...schemaRoom(Scenario), required: false },
  councils: checkedRoom(Council, councilSchemeFaults),
} as const satisfies Record<string, Room<unknown>>;

export type RoomName = keyof typeof ROOMS;
export type ValueIn<K extends RoomName> = (typeof ROOMS)[K] extends { parse: (json: unknown) => Parsed<infer T> } ? T : never;
