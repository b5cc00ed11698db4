import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
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
import {
  artifact,
  bodySize,
  gap,
  letterhead,
  margin,
  markPages,
  type Pdf,
  type Structure,
  tagged,
  width,
} from './pdf-page.ts';

const fonts = createRequire(import.meta.url);
const fontFile = (name: string): string => fonts.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

const sizes = { 1: 18, 2: 14, 3: 12 } as const;
/** Room to sign in, in points. */
const handHeight = 36;
/** Facts up to this many rows are kept on one page: who signed, and when, are read together. */
const together = 6;

/** The paper as a tagged PDF in English, with its fonts inside. The same document gives the same bytes. */
export async function toPdf(document: PrintedDocument): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin + 24, bottom: margin + 24, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: document.title,
      Author: document.author,
      CreationDate: document.asAt,
      ModDate: document.asAt,
    },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve());
    pdf.on('error', reject);
  });
  pdf.registerFont('body', fontFile('DejaVuSans'));
  pdf.registerFont('strong', fontFile('DejaVuSans-Bold'));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  letterhead(pdf, root, document);
  if (opensWithTitle(document)) draw(pdf, root, { kind: 'heading', level: 1, text: document.title });
  document.blocks.forEach((block, n) => {
    draw(pdf, root, block, document.blocks[n + 1]);
  });
  root.end();
  markPages(pdf, document);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

const foot = (pdf: Pdf): number => pdf.page.height - pdf.page.margins.bottom;

/** Starts a new page when a piece of this height would not fit. */
function room(pdf: Pdf, height: number): void {
  if (pdf.y + height > foot(pdf)) pdf.addPage();
}

const linesOf = (pdf: Pdf, text: string, wide: number): number =>
  pdf.font('body').fontSize(bodySize).heightOfString(text, { width: wide });

const factColumns: readonly Column[] = [
  { heading: '', width: 1 },
  { heading: '', width: 2 },
];
const sheetOf = (pdf: Pdf, columns: readonly Column[], kind: Sheet['kind']): Sheet => ({
  widths: shares(columns).map((share) => share * width(pdf)),
  ...{ columns, kind },
});
/** The height of a signing block that follows and stays with the words before it; none where none follows. */
const signingHeight = (pdf: Pdf, next: Block | undefined): number =>
  next?.kind === 'facts' && isSigned(next)
    ? next.rows.reduce(
        (sum, row) => sum + heightOf(pdf, sheetOf(pdf, factColumns, 'facts'), [row.key, row.value], false),
        gap,
      )
    : 0;

/** Words that are signed below need their own lines and those of the signing block. */
const withSigning = (pdf: Pdf, text: string, next: Block | undefined): number => {
  const signing = signingHeight(pdf, next);
  return signing === 0 ? 0 : signing + linesOf(pdf, text, width(pdf));
};

/** Words that lead on need their own lines and the first of what follows. */
const leadHeight = (pdf: Pdf, block: Block | undefined): number =>
  block?.kind === 'paragraph' && leadsOn(block.text)
    ? linesOf(pdf, block.text, width(pdf)) + bodySize * 4
    : 0;

function draw(pdf: Pdf, root: Structure, block: Block, next?: Block): void {
  pdf.x = margin;
  switch (block.kind) {
    case 'heading':
      // A heading is never left alone at the foot of a page.
      room(pdf, sizes[block.level] * 3.5 + leadHeight(pdf, next));
      if (block.level > 1) pdf.moveDown(0.5);
      tagged(pdf, root, `H${block.level}`, () =>
        pdf
          .font('strong')
          .fontSize(sizes[block.level])
          .text(block.text, margin, pdf.y, { width: width(pdf) }),
      );
      pdf.y += gap;
      return;
    case 'paragraph':
      room(pdf, Math.max(leadHeight(pdf, block), withSigning(pdf, block.text, next)));
      tagged(pdf, root, 'P', () =>
        pdf
          .font(block.isStrong ? 'strong' : 'body')
          .fontSize(bodySize)
          .text(block.text, margin, pdf.y, { width: width(pdf) }),
      );
      pdf.y += gap;
      return;
    case 'address':
      tagged(pdf, root, 'P', () =>
        pdf
          .font('body')
          .fontSize(bodySize)
          .text(block.lines.join('\n'), margin, pdf.y, { width: width(pdf) }),
      );
      pdf.y += gap * 2;
      return;
    case 'list':
      drawList(pdf, root, block.items, signingHeight(pdf, next));
      return;
    case 'facts':
      drawRows(
        pdf,
        root,
        factColumns,
        block.rows.map((row) => [row.key, row.value]),
        'facts',
      );
      return;
    case 'table':
      if (block.caption)
        tagged(pdf, root, 'P', () =>
          pdf
            .font('strong')
            .fontSize(bodySize)
            .text(block.caption ?? '', margin, pdf.y, { width: width(pdf) }),
        );
      if (block.rows.length > 0) drawRows(pdf, root, block.columns, block.rows, 'table');
      else draw(pdf, root, { kind: 'paragraph', text: emptyTable });
      return;
    case 'page-break':
      pdf.addPage();
  }
}

function drawList(pdf: Pdf, root: Structure, items: readonly string[], signing: number): void {
  const list = pdf.struct('L');
  root.add(list);
  const [indent, wide] = [20, width(pdf) - 20];
  const heights = items.map((item) => linesOf(pdf, item, wide) + gap / 2);
  items.forEach((item, n) => {
    // The first is not left alone at the foot of a page, nor the last at the top of one.
    const next = n === 0 || n === items.length - 2 ? (heights[n + 1] ?? 0) : 0;
    const kept = n >= items.length - 2 ? signing : 0;
    room(pdf, (heights[n] ?? 0) + next + kept);
    const top = pdf.y;
    const line = pdf.struct('LI');
    list.add(line);
    tagged(pdf, line, 'Lbl', () =>
      pdf
        .font('body')
        .fontSize(bodySize)
        .text('•', margin + 8, top),
    );
    tagged(pdf, line, 'LBody', () => pdf.text(item, margin + indent, top, { width: wide }));
    line.end();
    pdf.y += gap / 2;
  });
  list.end();
  pdf.y += gap;
}

interface Sheet {
  widths: readonly number[];
  columns: readonly Column[];
  kind: 'table' | 'facts';
}

function drawRows(
  pdf: Pdf,
  root: Structure,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  kind: 'table' | 'facts',
): void {
  const whole = pdf.struct('Table');
  root.add(whole);
  const sheet = sheetOf(pdf, columns, kind);
  if (kind === 'facts' && rows.length <= together)
    room(
      pdf,
      rows.reduce((sum, row) => sum + heightOf(pdf, sheet, row, false), 0),
    );
  if (kind === 'table')
    drawRow(
      pdf,
      whole,
      sheet,
      columns.map((column) => column.heading),
      true,
    );
  for (const row of rows) {
    const before = pdf.bufferedPageRange().count;
    room(pdf, heightOf(pdf, sheet, row, false));
    // The headings again on the next page, for the eye only: a reader is told them once.
    if (kind === 'table' && pdf.bufferedPageRange().count > before)
      drawRow(
        pdf,
        undefined,
        sheet,
        columns.map((column) => column.heading),
        true,
      );
    drawRow(pdf, whole, sheet, row, false);
  }
  whole.end();
  pdf.x = margin;
  pdf.y += gap * 1.5;
}

const isStrong = (sheet: Sheet, column: number, isHead: boolean): boolean =>
  isHead || (sheet.kind === 'facts' && column === 0);

function heightOf(pdf: Pdf, sheet: Sheet, cells: readonly string[], isHead: boolean): number {
  const heights = cells.map((cell, i) =>
    pdf
      .font(isStrong(sheet, i, isHead) ? 'strong' : 'body')
      .fontSize(bodySize - 1)
      .heightOfString(cell || ' ', { width: (sheet.widths[i] ?? 0) - 8 }),
  );
  const isBlank = sheet.kind === 'facts' && cells[1] === '';
  return Math.max(...heights, isBlank ? handHeight - 8 : 0) + 8;
}

function drawRow(
  pdf: Pdf,
  parent: Structure | undefined,
  sheet: Sheet,
  cells: readonly string[],
  isHead: boolean,
): void {
  const height = heightOf(pdf, sheet, cells, isHead);
  const top = pdf.y;
  const row = parent ? pdf.struct('TR') : undefined;
  if (row) parent?.add(row);
  let left = margin;
  cells.forEach((cell, i) => {
    const x = left + 4;
    const paint = () =>
      pdf
        .font(isStrong(sheet, i, isHead) ? 'strong' : 'body')
        .fontSize(bodySize - 1)
        .text(cell || ' ', x, top + 4, {
          width: (sheet.widths[i] ?? 0) - 8,
          align: sheet.columns[i]?.isNumber ? 'right' : 'left',
        });
    if (row) tagged(pdf, row, isStrong(sheet, i, isHead) ? 'TH' : 'TD', paint);
    else artifact(pdf, paint);
    left += sheet.widths[i] ?? 0;
  });
  row?.end();
  artifact(pdf, () => {
    pdf
      .moveTo(margin, top + height)
      .lineTo(margin + width(pdf), top + height)
      .lineWidth(isHead ? 1 : 0.5)
      .strokeColor('#505a5f')
      .stroke();
  });
  pdf.y = top + height;
}
