import { type Driver, PostgresDialect, type PostgresDialectConfig, PostgresDriver } from 'kysely';

/** Leaves `begin` to whoever opens the transaction: `database.ts` sends it with its first words. */
class BegunWithWords extends PostgresDriver {
  override async beginTransaction(): Promise<void> {
    // Nothing is sent yet.
  }
}

/** PostgreSQL, with transactions that begin with the first words said in them. */
export class BegunWithWordsDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new BegunWithWords(this.#config);
  }
}
