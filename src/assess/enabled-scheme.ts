import type { Scheme } from '../model/scheme.ts';

/**
 * A scheme without the checks that do not run here, because their rule's text is not confirmed (law 5): what nobody is asked
 * must not look like something that could not be judged. A category that loses all its checks goes with them.
 */
export const enabledScheme = (scheme: Scheme, enabled: ReadonlySet<string>): Scheme => ({
  ...scheme,
  categories: scheme.categories.flatMap(category => {
    const [first, ...others] = category.checks.filter(({ id }) => enabled.has(id));
    return first ? [{ ...category, checks: [first, ...others] }] : [];
  }) as unknown as Scheme['categories'],
});
