/** An amount of money as a box of a form begins with it. Reading what was typed is `parsePounds`; showing an amount is `formatPence`. */
import { formatPence, type Pence } from '../../../lib/domain/money.ts';

/** @example poundsTyped(123450) // '1234.50': as somebody would type it, so that it reads back the same */
export const poundsTyped = (pence: Pence): string => formatPence(pence).replace(/[£,]/g, '');
