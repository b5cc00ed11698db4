import { keepRequirements, workRequirements } from '../intelligence.permissions.ts';
import {
  requirementEndSchema,
  requirementExamples,
  requirementItemParams,
  requirementItemSchema,
  requirementParams,
  requirementPlanParams,
  requirementPlanSchema,
  requirementResultSchema,
  requirementSchema,
} from './requirement.forms.ts';

/** What is done with a requirement, as its page and its API both declare it. */
const keeping = { permission: keepRequirements, params: requirementParams };
const working = { permission: workRequirements, params: requirementParams };
const plansParams = { irId: '@irId', planId: '@irPlanId' };
export const itemsParams = { irId: '@irId', itemId: '@itemId' };

export const changing = {
  ...{ ...keeping, words: 'Change what the unit needs to know', audit: 'requirement.changed' },
  ...{ body: requirementSchema, example: { body: { ...requirementExamples.requirement, version: 1 } } },
};
export const ending = {
  ...{ ...keeping, words: 'Ask a requirement no longer', audit: 'requirement.ended' },
  ...{ body: requirementEndSchema, example: { body: requirementExamples.end } },
};
export const planning = {
  ...{ ...working, words: 'Add to the collection plan of a requirement', audit: 'requirement.planned' },
  ...{ body: requirementPlanSchema, example: { body: requirementExamples.plan } },
};
export const planEnding = {
  ...{ permission: workRequirements, params: requirementPlanParams, audit: 'requirement.plan-ended' },
  ...{ words: 'Say what came of a part of the collection plan', body: requirementResultSchema },
  example: { params: plansParams, body: requirementExamples.result },
};
export const answering = {
  ...{ ...working, words: 'Say which item answers a requirement', audit: 'requirement.answered' },
  ...{ body: requirementItemSchema, example: { body: requirementExamples.item } },
};
export const unanswering = {
  ...{ permission: workRequirements, params: requirementItemParams, audit: 'requirement.item-removed' },
  ...{ words: 'Say that an item does not answer a requirement', example: { params: itemsParams } },
};
