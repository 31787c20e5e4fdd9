import { plain } from '../docs/markdown.ts';
import { type Bundle, bundlesOf } from './bundles.ts';
import { classes, classTitles } from './classes.ts';
import { linesOf } from './disagreement-lines.ts';
import type { Disagreement } from './disagreements.ts';

/** Every disagreement with the evidence of both sides, by class. */
export function disagreementsSection(disagreements: readonly Disagreement[]): string {
  if (disagreements.length === 0) return 'None.';
  return classes
    .map(one => [one, disagreements.filter(({ class: of }) => of === one)] as const)
    .filter(([, members]) => members.length > 0)
    .map(([one, members]) => [`### ${classTitles[one]}`, ...bundlesOf(members).map(entry)].join('\n\n'))
    .join('\n\n');
}

function entry(bundle: Bundle): string {
  const { heading, said, truth } = linesOf(bundle);
  return [`- ${plain(heading)}`, ...side('program', said), ...side('truth', truth)].join('\n');
}

const side = (name: string, [first, ...others]: readonly string[]): readonly string[] => [
  `  - ${name}: ${plain(first ?? '')}`,
  ...others.map(line => `    - ${plain(line)}`),
];
