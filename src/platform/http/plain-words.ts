import type { z } from 'zod';

const nothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * What is wrong with a field whose declaration gives it no words of its own: what to do about it, for somebody who never saw a
 * schema. A field of a form should have words of its own; these are for the rest, and for programs.
 */
export function plainWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return nothing(issue.input) ? 'Fill this in' : 'This cannot be read: check it';
    case 'too_big':
      if (issue.origin === 'string') return `Use ${issue.maximum} characters or fewer`;
      return issue.origin === 'array' ? `Choose ${issue.maximum} at most` : `Enter ${issue.maximum} or less`;
    case 'too_small':
      if (nothing(issue.input)) return 'Fill this in';
      if (issue.origin === 'string') return `Use ${issue.minimum} characters or more`;
      return issue.origin === 'array' ? `Choose ${issue.minimum} or more` : `Enter ${issue.minimum} or more`;
    case 'invalid_value':
      return 'Choose one of those that are offered';
    case 'unrecognized_keys':
      return `Leave out ${issue.keys.join(', ')}`;
    default:
      return nothing(issue.input) ? 'Fill this in' : 'This is not in the form that is asked for: check it';
  }
}
