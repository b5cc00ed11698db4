import {
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';

/** Leaves `begin` to whoever opens the transaction: `database.ts` sends it with its first words. */
class BegunWithWords extends PostgresDriver {
  override async beginTransaction(_connection: unknown, settings: TransactionSettings): Promise<void> {
    // Nothing is sent yet: what only a `begin` could say would be passed over in silence.
    if (settings.isolationLevel || settings.accessMode)
      throw new Error(
        'A transaction that begins with its first words takes no isolation level and no access mode.',
      );
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
