/** Where a list stands between the file and the reports. */
export const importStatusWords = {
  uploaded: 'Columns to choose',
  checking: 'Being checked',
  checked: 'Checked, not loaded',
  refused: 'Cannot be read',
  loading: 'Being loaded',
  loaded: 'Loaded',
  undoing: 'Being undone',
  undone: 'Undone',
  abandoned: 'Put away',
} as const;
export type ImportStatus = keyof typeof importStatusWords;
export const importStatuses = Object.keys(importStatusWords) as [ImportStatus, ...ImportStatus[]]; // the keys of the table above

/** Days for which the file of a finished list is kept. */
export const fileKeptDays = 30;

export type ColumnField =
  | 'receivedAt'
  | 'category'
  | 'description'
  | 'description2'
  | 'place'
  | 'postcode'
  | 'lon'
  | 'lat'
  | 'externalId'
  | 'closedAt'
  | 'outcome';

interface FieldWords {
  field: ColumnField;
  label: string;
  hint: string;
  /** Names that people give such a column, best first, in small letters without spaces or marks. */
  names: readonly string[];
  /** What its cells look like, where that can be told. */
  looks?: 'date' | 'postcode' | 'longitude' | 'latitude' | 'unique' | 'words' | 'few';
}

/** The columns that can be chosen, in the order in which they are guessed: the plainest first. */
export const columnFields: readonly FieldWords[] = [
  {
    field: 'receivedAt',
    label: 'When it was received',
    hint: 'A day, or a day and time.',
    names:
      'receivedat received datereceived receiveddate reportedat reported datereported reportdate opened openedat dateopened created createdat datecreated logged datelogged date datetime month when day'.split(
        ' ',
      ),
    looks: 'date',
  },
  {
    field: 'closedAt',
    label: 'When it was closed',
    hint: 'Rows with a day here are loaded as closed.',
    names: 'closedat closed dateclosed closeddate completed datecompleted resolved dateresolved ended'.split(
      ' ',
    ),
    looks: 'date',
  },
  {
    field: 'postcode',
    label: 'Postcode',
    hint: 'A full postcode.',
    names: 'postcode postalcode pcode pc'.split(' '),
    looks: 'postcode',
  },
  {
    field: 'lon',
    label: 'Longitude',
    hint: 'In degrees, like -1.2345.',
    names: 'longitude lon lng long x'.split(' '),
    looks: 'longitude',
  },
  {
    field: 'lat',
    label: 'Latitude',
    hint: 'In degrees, like 51.2345.',
    names: 'latitude lat y'.split(' '),
    looks: 'latitude',
  },
  {
    field: 'category',
    label: 'Kind of issue, in their words',
    hint: 'Their words are matched to the A to Z after the check.',
    names:
      'category issuetype issue type kind reporttype incidenttype requesttype crimetype subject service'.split(
        ' ',
      ),
    looks: 'few',
  },
  {
    field: 'externalId',
    label: 'Their own reference',
    hint: 'By this a row is known again in the next list. Without it, rows that are alike in every column are told apart by their order.',
    names:
      'reference ref caseid id caseref referenceno referencenumber caseno casenumber requestid reportid incidentid crimeid uniqueid number'.split(
        ' ',
      ),
    looks: 'unique',
  },
  {
    field: 'description',
    label: 'What was said',
    hint: 'Left out, the kind of issue stands in its place.',
    names:
      'description details detail text message comments comment notes note narrative summary title what'.split(
        ' ',
      ),
    looks: 'words',
  },
  {
    field: 'place',
    label: 'Where, in words',
    hint: 'A street, an address or a landmark.',
    names: 'location address addr place street streetname site where locationdescription'.split(' '),
    looks: 'words',
  },
  {
    field: 'outcome',
    label: 'How it ended',
    hint: 'Kept with rows that are closed.',
    names: 'outcome result resolution closurereason closenote'.split(' '),
  },
  {
    field: 'description2',
    label: 'More of what was said',
    hint: 'Put after the first.',
    names: [],
  },
];
