import { StartRefused } from '../failures/failures.ts';

/** A file that cannot be read; its message is the one sentence a person reads, with what to do about it. */
export class FileRefused extends StartRefused {
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(code, message, options);
    this.name = 'FileRefused';
  }
}
