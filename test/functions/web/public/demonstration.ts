/** The demonstration's configuration as it is published, read from the workflows folder. Not a test itself. */
import { readWorkflowsFolder } from '../../../../bin/workflows-folder.ts';
import { Bundle } from '../../../../lib/app/configuration.ts';

export const demonstration = (): Bundle => {
  const read = readWorkflowsFolder('workflows');
  if (!read.ok) throw new Error('the workflows folder has faults');
  const { councils, duties: _duties, questions, ...decided } = read.bundle;
  return Bundle.parse({ ...decided, council: councils[0], questions: questions.flatMap((file) => file.questions) });
};
