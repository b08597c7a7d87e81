/**
 * What stands beside a pathway: the picture, and the same as a table. Both come from one view, so they cannot say different things; what
 * is drawn and how is `kit/pathway-picture.tsx`. Where open cases are counted, the counts come in here, for drafts and for what is live.
 */
import type { StageCount } from '../../../lib/app/configuring/picture-counts.ts';
import type { Form } from '../../../lib/domain/form.ts';
import type { Pathway } from '../../../lib/pathway/schema.ts';
import { drawPathway, type PathwayDrawing, PathwayPicture } from '../kit/pathway-picture.tsx';
import { PathwayTable } from '../kit/pathway-table.tsx';
import { type PathwayView, pathwayView } from '../kit/pathway-view.ts';

export type Beside = { readonly view: PathwayView; readonly drawing: PathwayDrawing | undefined };

type Around = {
  readonly forms: readonly Form[];
  /** The version whose open cases are counted at its own stages. */
  readonly version: string;
  /** Where open cases stand; left out where nothing was counted. */
  readonly counts?: readonly StageCount[] | undefined;
  readonly href?: ((stage: string) => string | undefined) | undefined;
};

/** To be made before the page is. */
export const pathwayBeside = async (pathway: Pathway, around: Around): Promise<Beside> => {
  const view = pathwayView(pathway, around);
  return { view, drawing: await drawPathway(view) };
};

export const PathwayBeside = ({ beside: { view, drawing } }: { readonly beside: Beside }) => (
  <PathwayPicture title={view.title} drawing={drawing} />
);

export const PathwayTogether = ({ beside: { view } }: { readonly beside: Beside }) => <PathwayTable view={view} />;
