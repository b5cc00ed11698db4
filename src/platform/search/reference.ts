import { sql } from 'kysely';
import { mayUse, type Permission } from '../access/permission.ts';
import type { Policy } from '../access/policy.ts';
import type { Work } from '../http/work.ts';

/** A kind of record that is found by its reference: where its rows are, and where its pages. */
export interface Referred {
  /** With its schema, like `intake.report`; its column `reference` is unique. */
  table: string;
  permission: Permission;
  policy: Pick<Policy<never>, 'visible'>;
  /** The address that the pages of these records stand under. */
  under: string;
}

/** Where the record of a reference is, if the viewer may see it. */
export const byReference =
  ({ table, permission, policy, under }: Referred) =>
  async (work: Work, reference: string): Promise<string | undefined> => {
    if (!mayUse(work.viewer, permission)) return undefined;
    const { rows } = await sql<{ id: string }>`select r.id from ${sql.table(table)} r
      where r.reference = ${reference} and ${policy.visible(work.viewer, 'r')}`.execute(work.db);
    return rows[0] && `${under}/${rows[0].id}`;
  };
