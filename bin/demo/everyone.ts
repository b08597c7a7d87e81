/** Everybody with a case in the made-up council. Delphine has none: signing in as her shows how it begins. */
import { agreeing } from './agreeing.ts';
import { arranging } from './arranging.ts';
import { ended } from './ended.ts';
import type { Life } from './life.ts';
import { living } from './living.ts';
import { planning } from './planning.ts';
import { reviewing } from './reviewing.ts';
import { sharedLives } from './shared-lives.ts';
import { telling } from './telling.ts';

export const everyone: readonly Life[] = [
  ...planning,
  ...agreeing,
  ...arranging,
  ...telling,
  ...living,
  ...sharedLives,
  ...reviewing,
  ...ended,
];
