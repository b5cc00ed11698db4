import { StartRefused } from '../platform/failures/failures.ts';
import { type Command, readArguments } from './commands/command.ts';

const helpOf = (commands: readonly Command[]): string =>
  [
    'Usage: bailiwick <command>',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(20)} ${command.words}`),
    '',
    'bailiwick <command> --help says more.',
  ].join('\n');

/** Runs one of the commands; resolves with the exit code. */
export async function runCommand(commands: readonly Command[], argv: readonly string[]): Promise<number> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const [name, ...rest] = argv;
  const command = commands.find((c) => c.name === name);
  if (!name || name === '--help' || name === 'help') {
    print(helpOf(commands));
    return name ? 0 : 1;
  }
  if (!command)
    throw new StartRefused('unknown-command', `There is no command ${name}: bailiwick --help lists them.`);
  if (rest.includes('--help')) {
    print(`${command.words}.\n\nUsage: ${command.usage}`);
    return 0;
  }
  const root = process.env.BAILIWICK_ROOT ?? process.cwd();
  const progress = (line: string) => process.stderr.write(`${line}\n`);
  return command.run(readArguments(rest), { root, env: process.env, print, progress });
}
