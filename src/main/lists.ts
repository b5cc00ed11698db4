import type { Command } from './commands/command.ts';
import { linkCommand } from './commands/link.ts';
import { privateCommand } from './commands/private.ts';
import { screenCommand } from './commands/screen.ts';
import { runCommand } from './run-command.ts';

/** Commands on lists alone: they need no database and nothing of the product, and start without loading it. */
export const listCommands: readonly Command[] = [linkCommand, privateCommand, screenCommand];

/** Runs one command on lists; resolves with the exit code. */
export const main = (argv: readonly string[]): Promise<number> => runCommand(listCommands, argv);
