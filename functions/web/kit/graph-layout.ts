/**
 * Where boxes and arrows go so that they can be read: the layout alone, by Graphviz, loaded only when a picture is drawn. It is given
 * sizes and never a word, so nothing that somebody typed can reach it. Drawing is `pathway-picture.tsx`.
 */

/** In picture units, which are CSS pixels at full size. */
export type Size = { readonly width: number; readonly height: number };
export type GraphNode = Size & { readonly id: string };
/** `label`: how much room the words beside the arrow need. `straight`: on the way most cases go, so it is kept straight. */
export type GraphEdge = {
  readonly from: string;
  readonly to: string;
  readonly label?: Size | undefined;
  readonly straight?: boolean | undefined;
};

export type Point = { readonly x: number; readonly y: number };
export type Laid = Size & {
  /** The middle of each box, in the order given. */
  readonly nodes: readonly Point[];
  /** The line of each arrow as an SVG path, its head, and the middle of its label; in the order given. */
  readonly edges: readonly { readonly path: string; readonly head: string; readonly label?: Point | undefined }[];
};

/** Graphviz counts inches of 72 points; a point is a unit of ours. */
const INCH = 72;

/** A label that is nothing but room. */
const room = ({ width, height }: Size) => ({
  html: `<table border="0" cellborder="0" cellspacing="0" cellpadding="0" fixedsize="true" width="${width}" height="${height}"><tr><td></td></tr></table>`,
});

type Placed = { readonly name?: string; readonly id?: string; readonly pos?: string; readonly lp?: string };
type Answer = { readonly bb: string; readonly objects?: readonly Placed[]; readonly edges?: readonly Placed[] };

/** To a tenth: enough for the eye, and the same text on every machine. */
const tenth = (number: number): number => Math.round(number * 10) / 10;

/** Graphviz measures from the bottom, SVG from the top. */
const pointIn = (text: string, height: number): Point => {
  const [x = 0, y = 0] = text.split(',').map(Number);
  return { x: tenth(x), y: tenth(height - y) };
};

const HEAD = { long: 10, half: 4.5 };

/** The triangle from where the line ends to the point. */
const headOf = (from: Point, to: Point): string => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const back = { x: to.x - ux * HEAD.long, y: to.y - uy * HEAD.long };
  const corners = [
    to,
    { x: back.x - uy * HEAD.half, y: back.y + ux * HEAD.half },
    { x: back.x + uy * HEAD.half, y: back.y - ux * HEAD.half },
  ];
  return corners.map(({ x, y }) => `${tenth(x)},${tenth(y)}`).join(' ');
};

/** A spline of Graphviz, `e,x,y x,y x,y …`: where the head points, a start, and then three points for each curve. */
const edgeIn = ({ pos = '', lp }: Placed, height: number): Laid['edges'][number] => {
  const parts = pos.split(' ');
  const tip = parts.find((part) => part.startsWith('e,'))?.slice(2);
  const [start = { x: 0, y: 0 }, ...curve] = parts.filter((part) => /^-?\d/.test(part)).map((part) => pointIn(part, height));
  const last = curve.at(-1) ?? start;
  return {
    path: `M${start.x},${start.y}C${curve.map(({ x, y }) => `${x},${y}`).join(' ')}`,
    head: headOf(last, tip ? pointIn(tip, height) : last),
    ...(lp && { label: pointIn(lp, height) }),
  };
};

const inches = (units: number): number => units / INCH;

/** Boxes from the top down. The same sizes always give the same layout. Throws where Graphviz gives none. */
export const layOut = async (nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Promise<Laid> => {
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  const name = new Map(nodes.map(({ id }, place) => [id, `n${place}`]));
  const answer = viz.renderJSON({
    directed: true,
    graphAttributes: { rankdir: 'TB', ranksep: 0.42, nodesep: 0.3 },
    nodes: nodes.map(({ width, height }, place) => ({
      name: `n${place}`,
      attributes: { shape: 'box', fixedsize: true, label: '', width: inches(width), height: inches(height) },
    })),
    edges: edges.map(({ from, to, label, straight }, place) => ({
      tail: name.get(from) ?? from,
      head: name.get(to) ?? to,
      attributes: { id: `e${place}`, weight: straight ? 20 : 1, ...(label && { label: room(label) }) },
    })),
  }) as Answer;
  const [, , width = 0, height = 0] = answer.bb.split(',').map(Number);
  const placed = new Map(answer.objects?.map((object) => [object.name, object.pos ?? '']));
  const drawn = new Map(answer.edges?.map((edge) => [edge.id, edge]));
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map((_, place) => pointIn(placed.get(`n${place}`) ?? '', height)),
    edges: edges.map((_, place) => edgeIn(drawn.get(`e${place}`) ?? {}, height)),
  };
};
