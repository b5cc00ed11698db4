import { facts, heading, list, type PrintedDocument, paragraph } from '../../platform/documents/model.ts';
import type { LeavingFigures } from '../problem/leaving.rules.ts';
import { leavingBlocks } from '../problem/problem.parts.tsx';
import { conditionWords } from './condition.rules.ts';
import type { Package, PackageText } from './package.store.ts';
import { gatewayName, packageParts, partWords, productWords } from './package.words.ts';

/** A package as a paper: its conditions first, marked on each page. */
export function packagePaper(
  given: Package,
  text: readonly PackageText[],
  figures?: LeavingFigures | undefined,
): PrintedDocument {
  const standing = given.conditions.filter((code) => !given.cleared.includes(code)).map(conditionWords);
  const conditions = [...standing, ...given.conditionsWords.split('\n').filter(Boolean)];
  return {
    title: `${productWords[given.product]} ${given.reference}: ${given.title ?? ''}`,
    marking: 'OFFICIAL-SENSITIVE',
    author: given.agencyName,
    asAt: given.releasedAt,
    blocks: [
      ...(conditions.length > 0 ? [heading(2, 'Conditions'), list(conditions)] : []),
      facts([
        { key: 'Gateway', value: gatewayName(given.gateway) },
        { key: 'For', value: given.purpose },
      ]),
      ...packageParts
        .filter((part) => part !== 'title' && text.some((one) => one.part === part))
        .flatMap((part) => [
          heading(2, partWords[part]),
          ...text.filter((one) => one.part === part).map(({ words }) => paragraph(words)),
        ]),
      ...(figures ? leavingBlocks(figures) : []),
    ],
  };
}
