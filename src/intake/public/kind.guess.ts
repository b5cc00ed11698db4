import { type GuessableType, guessIssueTypes, type IssueTypeRow } from '../../directory/index.ts';
import { somethingElse } from './report-it.steps.ts';

/** What can be chosen by its words; "something else" is never a guess. */
export const isGuessable = (type: IssueTypeRow): boolean => type.isActive && type.code !== somethingElse;

/** The kinds that the words could mean, best first, with the words that were recognised. */
export function guessesFor(
  words: string,
  types: readonly IssueTypeRow[],
): { type: IssueTypeRow; matched: readonly string[] }[] {
  const candidates: readonly GuessableType[] = types.filter(isGuessable);
  return guessIssueTypes(words, candidates).flatMap((guess) => {
    const type = types.find((row) => row.code === guess.code);
    return type ? [{ type, matched: guess.matched }] : [];
  });
}

/** `dumped rubbish, rubbish dumped` is one thing said twice: three ways of saying it are enough. */
export const because = (matched: readonly string[]): string =>
  `Because of the words: ${matched.slice(0, 3).join(', ').toLowerCase()}`;
