/** The bar says in words what it shows, and shows no more than there is. */
import { expect, test } from 'vitest';
import { BudgetBar } from '../../../../functions/web/kit/budget-bar.tsx';
import { drawn } from './every-component.tsx';

test.each([
  [34_200, 21_200, 'Your plan uses £212 of £342 a week.', '£130 is left.', 186],
  [34_200, 34_200, 'Your plan uses £342 of £342 a week.', 'That is all of it.', 300],
  [34_200, 40_250, 'Your plan uses £402.50 of £342 a week.', 'That is £60.50 more.', 255],
  [34_200, 0, 'Your plan uses £0 of £342 a week.', '£342 is left.', 0],
  [0, 0, 'Your plan uses £0 of £0 a week.', 'That is all of it.', 0],
])('%i p, %i p planned', async (indicativePence, plannedPence, used, rest, width) => {
  const html = await drawn(<BudgetBar indicativePence={indicativePence} plannedPence={plannedPence} />);
  expect(html).toContain(`<strong>${used}</strong> ${rest}`);
  expect(html).toContain(`class="ow-budget__planned" width="${width}"`);
  expect(html.includes('ow-budget__over')).toBe(plannedPence > indicativePence);
});
