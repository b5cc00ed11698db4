import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/**
 * Which statements the server keeps ready for one connection. Planning takes longer than the question itself where tables are well
 * indexed and the viewer's predicate is long (docs/benchmarks.md); a statement that has a name is planned a few times and then
 * kept, by PostgreSQL's own judgement (`plan_cache_mode = auto`).
 */
export class KeptPlans {
  /** Asked so often, a statement is worth keeping: what is asked once would only take room. */
  static readonly fromTimes = 3;
  /** Kept for one connection at most: the server holds each in memory until the connection ends. */
  static readonly most = 150;
  /** Texts counted before counting begins anew. */
  static readonly mostCounted = 1000;
  readonly #names = new Map<string, string>();
  readonly #asked = new Map<string, number>();
  #given = 0;

  /** The name under which a statement is asked; undefined where it is not kept. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= KeptPlans.most) return name;
    const times = (this.#asked.get(text) ?? 0) + 1;
    if (times < KeptPlans.fromTimes) {
      if (this.#asked.size >= KeptPlans.mostCounted) this.#asked.clear();
      this.#asked.set(text, times);
      return undefined;
    }
    this.#asked.delete(text);
    this.#given += 1;
    const given = `kept_${this.#given}`;
    this.#names.set(text, given);
    return given;
  }

  /** Gives a statement up, as when the tables that it reads were changed: the next time it has another name. */
  forget(text: string): void {
    this.#names.delete(text);
  }
}

/** What the server answers where a plan it kept no longer fits the tables, or is not there. */
const unfit: readonly unknown[] = ['0A000', '26000'];
const isUnfit = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && unfit.includes(error.code);

function keepingPlans(client: PoolClient): PostgresPoolClient {
  const plans = new KeptPlans();
  const query = async <R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> => {
    const values = [...parameters];
    const name = values.length > 0 ? plans.nameOf(text) : undefined;
    // The driver's result has what Kysely reads of it, in wider types.
    if (name === undefined) return (await client.query(text, values)) as unknown as PostgresQueryResult<R>;
    try {
      return (await client.query({ name, text, values })) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      if (isUnfit(error)) plans.forget(text);
      throw error;
    }
  };
  return {
    // No cursor is ever asked for.
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  };
}

/** A pool whose connections keep the plans of what they are asked again and again. */
export function poolKeepingPlans(pool: Pool): PostgresPool {
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const keeping = known.get(client) ?? keepingPlans(client);
      known.set(client, keeping);
      return keeping;
    },
  };
}
