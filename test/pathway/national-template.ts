/** The national template of `workflows/` as the tests of forms read it: the council's own pathway, every form, the whole bank. Not a test. */
import { fileURLToPath } from 'node:url';
import { faultLines, readWorkflowsFolder } from '../../bin/workflows-folder.ts';
import type { FormsToCheck } from '../../lib/pathway/check-forms.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';

const read = readWorkflowsFolder(fileURLToPath(new URL('../../workflows', import.meta.url)));
if (!read.ok) throw new Error(faultLines(read.faults).join('\n'));
const { pathways, forms, questions, allocation, councils } = read.bundle;
const [council] = councils;

export const template: FormsToCheck = {
  pathways,
  forms,
  questions: questions.flatMap((file) => file.questions),
  model: allocation.find(({ id }) => id === council?.allocation),
};

/** The pathway the council runs. */
export const own: Pathway = (() => {
  const found = pathways.find(({ id }) => id === council?.pathway);
  if (!found) throw new Error('The council names no pathway there is');
  return found;
})();
