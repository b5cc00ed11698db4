import { abandonedTransitions } from './abandoned.transitions.ts';
import { abandonedStatusWords } from './abandoned.words.ts';
import { caseTransitions } from './case.transitions.ts';
import { caseStatusWords } from './case.words.ts';
import { closureTransitions } from './closure.transitions.ts';
import { closureStatusWords } from './closure.words.ts';
import { encampmentTransitions } from './encampment.transitions.ts';
import { encampmentStatusWords } from './encampment.words.ts';
import { penaltyTransitions } from './penalty.transitions.ts';
import { penaltyStatusWords } from './penalty.words.ts';
import type { DrawnProcedure } from './procedure.ts';
import { protectionTransitions } from './protection.transitions.ts';
import { protectionStatusWords } from './protection.words.ts';
import { pspoTransitions } from './pspo.transitions.ts';
import { pspoStatusWords } from './pspo.words.ts';
import { chargeStatusWords, chargeTransitions } from './vehicle-charge.transitions.ts';

/** Every procedure of enforcement, for its diagram. */
export const drawnProcedures: readonly DrawnProcedure[] = [
  {
    title: 'Community protection: warning, notice, breach',
    lines: protectionTransitions,
    words: protectionStatusWords,
    starts: ['drafted'],
  },
  {
    title: 'Fixed penalty',
    lines: penaltyTransitions,
    words: penaltyStatusWords,
    starts: ['draft'],
  },
  {
    title: 'Closure of premises',
    lines: closureTransitions,
    words: closureStatusWords,
    starts: ['prepared'],
  },
  {
    title: 'Unauthorised encampment',
    lines: encampmentTransitions,
    words: encampmentStatusWords,
    starts: ['reported'],
  },
  {
    title: 'Abandoned vehicle',
    lines: abandonedTransitions,
    words: abandonedStatusWords,
    starts: ['reported'],
  },
  {
    title: 'Charge for a removed vehicle',
    lines: chargeTransitions,
    words: chargeStatusWords,
    starts: ['asked'],
  },
  {
    title: 'Public spaces protection order',
    lines: pspoTransitions,
    words: pspoStatusWords,
    starts: ['proposed'],
  },
  { title: 'Case', lines: caseTransitions, words: caseStatusWords, starts: ['open', 'at-meeting'] },
];
