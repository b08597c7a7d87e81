/** The bar says in words what it shows, and shows no more than there is. */
import { expect, test } from 'vitest';
import { BudgetBar } from '../../../../functions/web/kit/budget-bar.tsx';
import { drawn } from './every-component.tsx';

test.each([
  [34_200, 21_200, 'Your plan costs £212 a week.', 'That is £130 less than the up-front figure of £342.', 186],
  [34_200, 34_200, 'Your plan costs £342 a week.', 'That is just the up-front figure of £342.', 300],
  [34_200, 40_250, 'Your plan costs £402.50 a week.', 'That is £60.50 more than the up-front figure of £342.', 255],
  [34_200, 0, 'Your plan costs £0 a week.', 'That is £342 less than the up-front figure of £342.', 0],
  [0, 0, 'Your plan costs £0 a week.', 'That is just the up-front figure of £0.', 0],
])('%i p, %i p planned', async (indicativePence, plannedPence, used, rest, width) => {
  const html = await drawn(<BudgetBar indicativePence={indicativePence} plannedPence={plannedPence} />);
  expect(html).toContain(`<strong>${used}</strong> ${rest}`);
  expect(html).toContain(`class="ow-budget__planned" width="${width}"`);
  expect(html.includes('ow-budget__over')).toBe(plannedPence > indicativePence);
});
