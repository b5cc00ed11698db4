/** What a register outside answered to a question. */
export type OutsideAnswer =
  | { kind: 'found'; document: object }
  | { kind: 'nothing' }
  /** In words without the question; final where trying again would not help. */
  | { kind: 'fault'; words: string; isFinal: boolean };

/** A register outside that an operator connected. Never throws: what went wrong is an answer. */
export interface OutsideRegister {
  ask(question: string): Promise<OutsideAnswer>;
}

/** The registers that are connected, by name; a job that finds none leaves the question to people. */
export type Outside = Readonly<Record<string, OutsideRegister>>;
