/**
 * A pathway drawn on the server: boxes that link to their stages, arrows with the outcome that takes them, ends in another shape.
 * `pathway-table.tsx` says the same in words. No script and no inline style; every word is escaped as JSX and none reaches the layout.
 */
import type { Destination } from '../../../lib/domain/stage.ts';
import { type GraphEdge, type GraphNode, type Laid, layOut, type Point } from './graph-layout.ts';
import { END_WORDS, openWords, type PathwayView, type ViewedStage } from './pathway-view.ts';

/** Larger ones would be a picture of lines; their table says it all. */
export const MOST_DRAWN = 60;

const BOX = { width: 224, inset: 12, letters: 23, line: 20, small: 18 };
const ENDED = { width: 160, height: 40 };
const ENTRY = { width: 150, height: 28 };
const LABEL = { letters: 18, line: 17, letter: 7.4 };

/**
 * Words in lines of at most `most` letters; a word that is longer is cut, because it would run out of its box.
 * @example inLines('Needs assessment and eligibility', 20) // ['Needs assessment and', 'eligibility']
 */
export const inLines = (text: string, most: number): string[] => {
  const words = text
    .trim()
    .split(/\s+/u)
    .flatMap((word) => {
      const all = [...word];
      return Array.from({ length: Math.ceil(all.length / most) }, (_, part) =>
        all.slice(part * most, (part + 1) * most).join(''),
      );
    });
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || [...last].length + 1 + [...word].length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
};

type Box =
  | (GraphNode & {
      readonly kind: 'stage';
      readonly stage: ViewedStage;
      readonly title: readonly string[];
      readonly details: readonly string[];
    })
  | (GraphNode & { readonly kind: 'end' | 'entry'; readonly words: string });
type Arrow = GraphEdge & { readonly words: readonly string[] };

const stageBox = (stage: ViewedStage, counted: boolean): Box => {
  const title = inLines(stage.title, BOX.letters);
  const details = [stage.who, ...(counted ? openWords(stage) : [])];
  const height = BOX.inset * 2 + title.length * BOX.line + details.length * BOX.small;
  return { kind: 'stage', id: stage.id, width: BOX.width, height, stage, title, details };
};

const nodeOf = (to: Destination): string => ('end' in to ? `end ${to.end}` : to.stage);

/** Where a stage can only end one way, the arrow needs no words. */
const arrowsOf = (stage: ViewedStage, known: ReadonlySet<string>, next: string | undefined): Arrow[] =>
  stage.ways
    .filter(({ to }) => known.has(nodeOf(to)))
    .map(({ outcomes, to }) => {
      const words = stage.ways.length > 1 ? inLines(outcomes.join(' or '), LABEL.letters) : [];
      const longest = Math.max(0, ...words.map((line) => [...line].length));
      const label =
        words.length > 0 ? { width: Math.ceil(longest * LABEL.letter) + 8, height: words.length * LABEL.line + 4 } : undefined;
      return { from: stage.id, to: nodeOf(to), words, label, straight: nodeOf(to) === next };
    });

export type PathwayDrawing = { readonly boxes: readonly Box[]; readonly arrows: readonly Arrow[]; readonly laid: Laid };

/** The drawing of a pathway, to be made before the page is; nothing where it has more than `MOST_DRAWN` stages. */
export const drawPathway = async (view: PathwayView): Promise<PathwayDrawing | undefined> => {
  if (view.stages.length > MOST_DRAWN) return undefined;
  const reached = view.stages.flatMap(({ ways }) => ways.flatMap(({ to }) => ('end' in to ? [to.end] : [])));
  const ends = [...new Set(reached)].map((end): Box => ({ kind: 'end', id: `end ${end}`, ...ENDED, words: END_WORDS[end] }));
  const entered = view.stages.flatMap(({ id, entry }) => (entry ? [{ id, entry }] : []));
  const entries = entered.map(({ id, entry }): Box => ({ kind: 'entry', id: `entry ${id}`, ...ENTRY, words: entry }));
  const boxes = [...entries, ...view.stages.map((stage) => stageBox(stage, view.counted)), ...ends];
  const known = new Set(boxes.map(({ id }) => id));
  const arrows = [
    ...entered.map(({ id }): Arrow => ({ from: `entry ${id}`, to: id, words: [], straight: true })),
    ...view.stages.flatMap((stage, place) => arrowsOf(stage, known, view.stages[place + 1]?.id)),
  ];
  return { boxes, arrows, laid: await layOut(boxes, arrows) };
};

const StageBox = ({ box, at }: { readonly box: Extract<Box, { kind: 'stage' }>; readonly at: Point }) => {
  const { stage, title, details, width, height } = box;
  const [left, top] = [at.x - width / 2, at.y - height / 2];
  const below = top + BOX.inset + title.length * BOX.line;
  // A space ends each line, so that a reader that joins them does not join their words.
  const inside = (
    <>
      <rect class="ow-pathway__box" x={left} y={top} width={width} height={height} />
      {title.map((line, row) => (
        <text class="ow-pathway__title" x={left + BOX.inset} y={top + BOX.inset + (row + 0.75) * BOX.line}>
          {`${line} `}
        </text>
      ))}
      {details.map((line, row) => (
        <text class="ow-pathway__detail" x={left + BOX.inset} y={below + (row + 0.75) * BOX.small}>
          {`${line} `}
        </text>
      ))}
    </>
  );
  if (!stage.href) return <g>{inside}</g>;
  return (
    <a class="ow-pathway__stage" href={stage.href} aria-label={[stage.title, ...details].join(', ')}>
      {inside}
    </a>
  );
};

const OtherBox = ({ box, at }: { readonly box: Exclude<Box, { kind: 'stage' }>; readonly at: Point }) => {
  const { kind, width, height, words } = box;
  const corner = kind === 'end' ? height / 2 : 0;
  return (
    <g>
      {kind === 'end' ? (
        <rect class="ow-pathway__end" x={at.x - width / 2} y={at.y - height / 2} width={width} height={height} rx={corner} />
      ) : null}
      <text class={`ow-pathway__${kind}-words`} x={at.x} y={at.y + 5} text-anchor="middle">
        {words}
      </text>
    </g>
  );
};

const ArrowLine = ({ arrow, line }: { readonly arrow: Arrow; readonly line: Laid['edges'][number] }) => {
  const { words } = arrow;
  const { path, head, label } = line;
  const top = (label?.y ?? 0) - (words.length * LABEL.line) / 2;
  return (
    <g>
      <path class="ow-pathway__line" d={path} />
      <polygon class="ow-pathway__head" points={head} />
      {words.map((each, row) => (
        <text class="ow-pathway__outcome" x={label?.x} y={top + (row + 0.75) * LABEL.line} text-anchor="middle">
          {each}
        </text>
      ))}
    </g>
  );
};

const MARGIN = 4;
/** Up to this width, in pixels, a picture is made to fit beside a list on a desk; its words lose a sixth of their size at most. */
const NEARLY = 850;

/** The picture. A wide one scrolls sideways rather than shrink, so that its words stay as large as those around it. */
export const PathwayPicture = ({ title, drawing }: { readonly title: string; readonly drawing: PathwayDrawing | undefined }) => {
  if (!drawing) return <p class="govuk-body">This pathway is too large to draw. The table says all of it.</p>;
  const { boxes, arrows, laid } = drawing;
  const [width, height] = [laid.width + MARGIN * 2, laid.height + MARGIN * 2];
  const label = `Picture of ${title}. The table says the same in words.`;
  return (
    <section class="ow-scroll" aria-label={`Picture of ${title}`} tabindex={0}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be an SVG, and links stand in this one, so it is no image */}
      <svg
        class={width <= NEARLY ? 'ow-pathway ow-pathway--nearly' : 'ow-pathway'}
        role="group"
        aria-label={label}
        width={width}
        height={height}
        viewBox={`${-MARGIN} ${-MARGIN} ${width} ${height}`}
      >
        {arrows.map((arrow, place) => {
          const line = laid.edges[place];
          return line ? <ArrowLine arrow={arrow} line={line} /> : null;
        })}
        {boxes.map((box, place) => {
          const at = laid.nodes[place];
          if (!at) return null;
          return box.kind === 'stage' ? <StageBox box={box} at={at} /> : <OtherBox box={box} at={at} />;
        })}
      </svg>
    </section>
  );
};
