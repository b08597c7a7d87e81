/** The pages of the council's administrators. Not who may see them: each page names its action, and the permission table decides. */
import type { Page } from '../page.ts';
import { overview } from './overview.tsx';

export const adminPages: readonly Page[] = [overview];
