/** A declared command of the command line. Its permission is that of whoever holds the installation's secret. */
export interface Command {
  name: string;
  words: string;
  usage: string;
  run(args: Arguments, context: CommandContext): Promise<number>;
}

export interface Arguments {
  /** Words that are not options. */
  values: readonly string[];
  /** `--kind ward` → kind: 'ward'; `--json` → json: ''. */
  options: Readonly<Record<string, string | undefined>>;
  json: boolean;
}

export interface CommandContext {
  root: string;
  env: NodeJS.ProcessEnv;
  print(line: string): void;
  /** For progress: to standard error, so that `--json` stays clean. */
  progress(line: string): void;
}

/** Options that take no value. */
const flags = new Set(['json', 'help', 'dry-run', 'overwrite']);

export function readArguments(argv: readonly string[]): Arguments {
  const values: string[] = [];
  const options: Record<string, string> = {};
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const found = /^--([a-z-]+)(?:=(.*))?$/.exec(word);
    if (!found?.[1]) values.push(word);
    else if (found[2] !== undefined) options[found[1]] = found[2];
    else if (flags.has(found[1])) options[found[1]] = '';
    else {
      options[found[1]] = argv[at + 1] ?? '';
      at += 1;
    }
  }
  return { values, options, json: 'json' in options };
}
