/** The ids of the forms that have been acted on: the same form sent twice acts once. A case keeps its own, and so does a household. */

/** How many are remembered: enough for every tab a person has open, few enough to cost nothing. */
const REMEMBERED = 20;

/** Those remembered once `request` has been acted on, oldest first. A door without forms sends none, and nothing is added. */
export const remember = (earlier: readonly string[] = [], request: string | undefined): string[] =>
  request === undefined ? [...earlier] : [...earlier, request].slice(-REMEMBERED);
