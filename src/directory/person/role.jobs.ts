import { z } from 'zod';
import { type Job, job } from '../../platform/jobs/declare.ts';
import { giveAgreedRole } from './role.commands.ts';

/** What an agency agreed to takes effect on the administration's login: no other may write roles. */
export const roleJobs: readonly Job[] = [
  job({
    name: 'give-agreed-role',
    words: 'Gives a role that an administrator asked for and the agency agreed to',
    side: 'TECH',
    audit: 'role-request.given',
    payload: z.object({ requestId: z.uuid() }),
    run: (work, { requestId }) => giveAgreedRole(work, requestId),
  }),
];
