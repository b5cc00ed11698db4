/** Kinds of things that are kept for a case. */
export const itemKindWords = {
  photo: 'Photograph',
  recording: 'Recording',
  document: 'Document',
  object: 'Object',
  statement: 'Statement or interview',
} as const;
export type ItemKind = keyof typeof itemKindWords;
export const itemKinds = Object.keys(itemKindWords) as [ItemKind, ...ItemKind[]]; // the keys of the table above

/** What unused material is taken to be. */
export const unusedTestWords = {
  undermines: 'Might undermine the prosecution',
  assists: 'Might assist the defence',
  neither: 'Neither',
} as const;
export type UnusedTest = keyof typeof unusedTestWords;
export const unusedTests = Object.keys(unusedTestWords) as [UnusedTest, ...UnusedTest[]]; // the keys of the table above

/** Papers that are made from a prosecution file, each as PDF and as Word. */
export const paperWords = {
  index: 'File index',
  exhibits: 'Exhibit list',
  unused: 'Schedule of unused material',
  statement: 'Witness statement',
} as const;
export type PaperKind = keyof typeof paperWords;
export const paperKinds = Object.keys(paperWords) as [PaperKind, ...PaperKind[]]; // the keys of the table above

/** How a case ended at court. */
export const courtResultWords = {
  convicted: 'Convicted',
  acquitted: 'Acquitted',
  discontinued: 'Discontinued',
} as const;
export type CourtResult = keyof typeof courtResultWords;
export const courtResults = Object.keys(courtResultWords) as [CourtResult, ...CourtResult[]]; // the keys of the table above

/** What is known of how somebody may be reached, as far as a way of telling them hangs on it. */
export interface ContactRules {
  noMessage: boolean;
  hidesAddress: boolean;
  mustNotKnow: string;
}
/** A way in which a victim is told, and what stands against it. */
export interface Channel {
  code: string;
  words: string;
  against(contact: ContactRules): string | undefined;
}
/** The ways of telling somebody. What the register says of them decides, and no officer over it. */
export const channels: readonly Channel[] = [
  { code: 'in-person', words: 'In person', against: () => undefined },
  { code: 'call', words: 'Spoken with on their safe telephone', against: () => undefined },
  {
    code: 'message',
    words: 'A message was left',
    against: ({ noMessage, mustNotKnow }) => {
      if (noMessage) return 'No message may be left for this person: speak with them themselves';
      return mustNotKnow
        ? 'Somebody must not know, and a message can be heard by anybody: speak with them themselves'
        : undefined;
    },
  },
  {
    code: 'letter',
    words: 'By letter',
    against: ({ hidesAddress, mustNotKnow }) => {
      if (hidesAddress) return 'The address of this person must stay hidden: no letter is written';
      return mustNotKnow
        ? 'Somebody must not know, and a letter can be opened by anybody: speak with them themselves'
        : undefined;
    },
  },
];
export const channelCodes = channels.map(({ code }) => code) as [string, ...string[]]; // there are some
export const channelWords = (code: string): string =>
  channels.find((one) => one.code === code)?.words ?? code;
