/**
 * What the council decides in the folder that holds a pathway, or else the project's own `workflows/`, read whole. For the commands
 * that need forms and questions, `burden` and `words`; a pathway by itself is `pathway-file.ts`.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Question } from '../../lib/domain/question.ts';
import type { RasModel } from '../../lib/domain/ras-model.ts';
import { faultLines, readWorkflowsFolder, type WorkflowsBundle } from '../workflows-folder.ts';
import { fromHere, type Io } from './command.ts';

export const OWN_WORKFLOWS = fileURLToPath(new URL('../../workflows', import.meta.url));

/** The folder around the pathway at `path`, when there are forms in it. */
export const folderBeside = (path: string): string => {
  const beside = join(dirname(fromHere(path)), '..');
  return existsSync(join(beside, 'forms')) ? beside : OWN_WORKFLOWS;
};

/** Everything in `folder`, or nothing once its faults are told on stderr. */
export const readFolder = (folder: string, io: Io): WorkflowsBundle | undefined => {
  const read = readWorkflowsFolder(folder);
  if (read.ok) return read.bundle;
  for (const line of faultLines(read.faults)) io.err(line);
  return undefined;
};

export const questionsIn = ({ questions }: WorkflowsBundle): Question[] => questions.flatMap((file) => file.questions);

/** The model of the council that runs the pathway; without such a council, the only model there is. */
export const modelFor = ({ councils, allocation }: WorkflowsBundle, pathway: string): RasModel | undefined => {
  const council = councils.find((each) => each.pathway === pathway);
  if (council) return allocation.find(({ id }) => id === council.allocation);
  return allocation.length === 1 ? allocation[0] : undefined;
};
