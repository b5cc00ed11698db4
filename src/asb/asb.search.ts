import { byReference } from '../platform/search/reference.ts';
import { keepAsb, runReviews } from './asb.permissions.ts';
import { asbCasePolicy, caseReviewPolicy } from './asb.policy.ts';

/** Where a case of anti-social behaviour of this reference is, if the viewer may see it. */
export const asbCaseByReference = byReference({
  table: 'asb.asb_case',
  permission: keepAsb,
  policy: asbCasePolicy,
  under: '/asb',
});

/** Where a case review of this reference is, if the viewer may see it. */
export const caseReviewByReference = byReference({
  table: 'asb.review',
  permission: runReviews,
  policy: caseReviewPolicy,
  under: '/case-reviews',
});
