/** What pages read out of a draft: the council it is for, the difference it makes with the figures that are known. */
import { type Difference, differenceOf } from '../../../lib/app/configuring/difference.ts';
import { type Documents, readRoom } from '../../../lib/app/configuring/documents.ts';
import type { BurdenOfBundle } from '../../../lib/pathway/burden.ts';
import type { Visit } from '../page.ts';
import type { DraftVisit } from './draft-page.tsx';
import { whatCasesTeachSoon } from './what-cases-teach.ts';

export const councilOf = ({ bundle }: Visit): string => bundle.council.id;

export const differenceOfDraft = async (visit: DraftVisit): Promise<Difference> => {
  const { before, after } = visit.view;
  const taught = await whatCasesTeachSoon();
  return differenceOf(before, after, councilOf(visit), taught && { casesAYear: taught.casesAYear });
};

/** The one sentence that stays in the history. */
export const sentenceFor = async (council: string) => {
  const taught = await whatCasesTeachSoon();
  const figures = taught && { casesAYear: taught.casesAYear };
  return (before: Documents, after: Documents): string => differenceOf(before, after, council, figures).sentence;
};

/** The pathways of a draft that can be read, and the one with this id. */
export const pathwaysOf = ({ view }: DraftVisit) => readRoom(view.after, 'pathways').values;
export const pathwayOf = (visit: DraftVisit, id: string) => pathwaysOf(visit).find((each) => each.id === id);

/** What can be counted and walked: of one council, as far as its files can be read. Nothing where the council's own cannot. */
export const walkableIn = (documents: Documents, council: string): BurdenOfBundle | undefined => {
  const own = readRoom(documents, 'councils').values.find(({ id }) => id === council);
  return (
    own && {
      council: own,
      pathways: readRoom(documents, 'pathways').values,
      forms: readRoom(documents, 'forms').values,
      questions: readRoom(documents, 'questions').values.flatMap(({ questions }) => questions),
      allocation: readRoom(documents, 'allocation').values,
    }
  );
};
