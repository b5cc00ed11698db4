import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  type Block,
  type Column,
  emptyTable,
  isSigned,
  leadsOn,
  opensWithTitle,
  type PrintedDocument,
  shares,
} from './model.ts';
import { unzip, zip } from './zip.ts';

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
/** Width of the text on A4 with 2 cm margins, in twentieths of a point. */
const textWidth = 9638;

/** The paper as a Word file with real headings, header rows and language. The same document gives the same bytes. */
export async function toDocx(document: PrintedDocument): Promise<Buffer> {
  const title = opensWithTitle(document)
    ? [new Paragraph({ text: document.title, heading: HeadingLevel.HEADING_1, keepNext: true })]
    : [];
  const marking = (extra: readonly TextRun[]) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: document.marking, bold: true }), ...extra],
    });
  const file = new Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 22, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 120 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 400, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        headers: { default: new Header({ children: [marking([])] }) },
        footers: {
          default: new Footer({
            children: [
              marking([
                new TextRun({
                  children: [
                    `   ${document.title} · page `,
                    PageNumber.CURRENT,
                    ' of ',
                    PageNumber.TOTAL_PAGES,
                  ],
                }),
              ]),
            ],
          }),
        },
        children: [
          letterhead(document),
          ...title,
          ...document.blocks.flatMap((block, n) => pieces(block, document.blocks[n + 1])),
        ],
      },
    ],
  });
  return withoutTheTime(await Packer.toBuffer(file), document.asAt);
}

/** Who the paper comes from, and how to reach them. */
const letterhead = ({ author, contact = [] }: PrintedDocument): Paragraph =>
  new Paragraph({
    spacing: { after: 240 },
    children: [
      new TextRun({ text: author, bold: true }),
      ...contact.map((text) => new TextRun({ text, break: 1, size: 19 })),
    ],
  });

function pieces(block: Block, next?: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: levels[block.level], keepNext: true })];
    case 'paragraph':
      return [
        new Paragraph({
          keepNext: leadsOn(block.text) || isSigned(next),
          children: [new TextRun({ text: block.text, bold: block.isStrong ?? false })],
        }),
      ];
    case 'address':
      return [
        new Paragraph({
          children: block.lines.map((line, i) => new TextRun({ text: line, ...(i > 0 ? { break: 1 } : {}) })),
        }),
      ];
    case 'list':
      return block.items.map(
        (text, n) =>
          new Paragraph({
            ...{ text, numbering: { reference: 'points', level: 0 } },
            keepNext: isSigned(next) && n >= block.items.length - 2,
          }),
      );
    case 'facts':
      return [
        rows(
          [
            { heading: '', width: 1 },
            { heading: '', width: 2 },
          ],
          block.rows.map((row) => [row.key, row.value]),
          'facts',
        ),
        new Paragraph({}),
      ];
    case 'table':
      return [
        ...(block.caption
          ? [new Paragraph({ children: [new TextRun({ text: block.caption, bold: true })] })]
          : []),
        ...(block.rows.length > 0
          ? [rows(block.columns, block.rows, 'table')]
          : [new Paragraph({ text: emptyTable })]),
        new Paragraph({}),
      ];
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

function rows(
  columns: readonly Column[],
  body: readonly (readonly string[])[],
  kind: 'table' | 'facts',
): Table {
  const widths = shares(columns).map((share) => Math.round(share * textWidth));
  // What is signed, and who signs, is read on one page.
  const stays = kind === 'facts' && body.some((cells) => cells[1] === '');
  const row = (cells: readonly string[], isHead: boolean, isLast = false) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      ...(kind === 'facts' && cells[1] === '' ? { height: { value: 720, rule: HeightRule.ATLEAST } } : {}),
      children: cells.map(
        (text, i) =>
          new TableCell({
            width: { size: widths[i] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: [
              new Paragraph({
                keepNext: stays && !isLast,
                alignment: columns[i]?.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: [new TextRun({ text, bold: isHead || (kind === 'facts' && i === 0) })],
              }),
            ],
          }),
      ),
    });
  const head =
    kind === 'table'
      ? [
          row(
            columns.map((column) => column.heading),
            true,
          ),
        ]
      : [];
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: [...head, ...body.map((cells, n) => row(cells, false, n === body.length - 1))],
  });
}

/** The packer writes the present into the file; the paper's own time goes there instead. */
function withoutTheTime(packed: Buffer, asAt: Date): Buffer {
  const files = unzip(packed);
  const core = files.get('docProps/core.xml');
  if (core)
    files.set(
      'docProps/core.xml',
      Buffer.from(core.toString('utf8').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, asAt.toISOString())),
    );
  return zip(files, asAt);
}
