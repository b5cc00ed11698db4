import { caseworkers, listKeepers, victimReaders } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

export const readPeople = permission(
  'linkage.read-people',
  'Open a person’s card, made from the records that you may see',
  [...caseworkers, 'safeguarding-officer'],
);
export const reviewPairs = permission(
  'linkage.review-pairs',
  'Decide at the review desk which records are about the same person, and undo it',
  victimReaders,
);
export const readQuality = permission(
  'linkage.read-quality',
  'See how good the matching of records is, and how far reviewers agree',
  victimReaders,
);
export const keepModels = permission(
  'linkage.keep-models',
  'Train and adopt models of matching, start runs, and set the numbers they go by',
  victimReaders,
);
export const answerQuestions = permission(
  'linkage.answer-questions',
  'Answer what another agency asks about a row of your agency’s lists',
  listKeepers,
);
